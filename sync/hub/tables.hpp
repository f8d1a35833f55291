#pragma once
// The hub's own tables, beside the store's in the same file, so that what one request does is one transaction.

#include "engine/model/ids.hpp"
#include "engine/store/store.hpp"

namespace ayni::hub {

/// Makes them, or brings older ones up to date. made_by_newer_app, storage faults.
Outcome make_tables(Store& store);

/// Names under which the hub keeps its facts in the store's settings.
namespace setting {
inline constexpr std::string_view tables = "hub.tables";
inline constexpr std::string_view name = "hub.name";
inline constexpr std::string_view key = "hub.key";  // secret and public, hex, ':' between
inline constexpr std::string_view epoch = "hub.epoch";
inline constexpr std::string_view pepper = "hub.pepper";
inline constexpr std::string_view url = "hub.url";
}  // namespace setting

/// SQLite's integers are signed; a device's number isn't. The bits stay.
inline std::int64_t to_column(DeviceId device) {
    return static_cast<std::int64_t>(device.value);
}
inline DeviceId device_in(const Statement& row, int column) {
    return {static_cast<std::uint64_t>(row.integer(column))};
}
inline std::int64_t to_column(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}
inline std::uint64_t number_in(const Statement& row, int column) {
    return static_cast<std::uint64_t>(row.integer(column));
}
/// {0,0} for anything that isn't a record's name.
inline RecordId record_in(const Statement& row, int column) {
    return parse_record(row.text(column)).value_or(RecordId{});
}
inline ScopeId scope_in(const Statement& row, int column) {
    return parse_scope(row.text(column)).value_or(ScopeId{});
}

}  // namespace ayni::hub
