#pragma once
// How what the hub keeps stands in its tables, in SQLite and in PostgreSQL alike.

#include <string>
#include <string_view>

#include "engine/model/ids.hpp"
#include "sync/hub/depot.hpp"

namespace ayni::hub {

/// Names under which the hub keeps its facts in the depot's settings.
namespace setting {
inline constexpr std::string_view tables = "hub.tables";
inline constexpr std::string_view name = "hub.name";
inline constexpr std::string_view key = "hub.key";  // secret and public, hex, ':' between
inline constexpr std::string_view epoch = "hub.epoch";
inline constexpr std::string_view pepper = "hub.pepper";
inline constexpr std::string_view url = "hub.url";
inline constexpr std::string_view is_copy = "hub.copy";  // set: whoever begins with it must renew it first
/// The devices that the hub was before it was brought back from a copy, with spaces between: where a profile keeps the
/// devices of its hub, so that a store reads it too.
inline constexpr std::string_view own_devices = "hub_device";
}  // namespace setting

/// Both have signed integers; a device's number isn't. The bits stay.
inline std::int64_t to_column(DeviceId device) {
    return static_cast<std::int64_t>(device.value);
}
inline DeviceId device_in(const Row& row, std::size_t column) {
    return {static_cast<std::uint64_t>(row.integer(column))};
}
inline std::int64_t to_column(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}
inline std::uint64_t number_in(const Row& row, std::size_t column) {
    return static_cast<std::uint64_t>(row.integer(column));
}
/// {0,0} for anything that isn't a record's name.
inline RecordId record_in(const Row& row, std::size_t column) {
    return parse_record(row.text(column)).value_or(RecordId{});
}
inline ScopeId scope_in(const Row& row, std::size_t column) {
    return parse_scope(row.text(column)).value_or(ScopeId{});
}

}  // namespace ayni::hub
