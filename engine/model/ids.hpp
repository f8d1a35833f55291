#pragma once
// Names of things: devices, records, scopes, changes. A wrong one does not compile.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ayni {

/// 64 random bits, one per replica (a phone's profile, the hub). 0 is no device.
struct DeviceId {
    std::uint64_t value = 0;
    auto operator<=>(const DeviceId&) const = default;
};

/// (the device that made it, that device's own count from 1). {0,0} is no record.
struct RecordId {
    DeviceId device;
    std::uint64_t counter = 0;
    auto operator<=>(const RecordId&) const = default;
    explicit operator bool() const { return device.value != 0; }
};

/// Names a change within its scope: the device that wrote it, and its count there from 1, without holes.
struct Dot {
    DeviceId device;
    std::uint64_t seq = 0;
    auto operator<=>(const Dot&) const = default;
};

/// What is shared, granted, revoked and erased as one. Numbers go over the wire: never reuse one.
enum class ScopeKind : std::uint8_t { programme = 1, cohort = 2, plan = 3, talk = 4, line = 5, own = 6, desk = 7 };

/// A scope and whom it is about: cohort and desk → Cohort, plan → Business (or a mentor's Person),
/// talk → Pairing, line and own → Person. The programme has no subject.
struct ScopeId {
    ScopeKind kind = ScopeKind::programme;
    RecordId subject;
    auto operator<=>(const ScopeId&) const = default;
};

/// How far the replicas of a scope are known to have a device's changes.
struct Reach {
    ScopeId scope;
    DeviceId device;
    std::uint64_t seq = 0;
};

/// "plan", "talk", … Empty for a number that this version doesn't know.
std::string_view name_of(ScopeKind kind);
std::optional<ScopeKind> scope_kind_named(std::string_view name);

/// 16 hex digits; record: device, '-', decimal counter; dot: device, ':', seq; scope: kind, ':', record
/// ("programme" alone). `parse_…` takes exactly what `to_text` gives, and is empty for anything else.
std::string to_text(DeviceId id);
std::string to_text(RecordId id);
std::string to_text(Dot dot);
std::string to_text(const ScopeId& scope);
std::optional<DeviceId> parse_device(std::string_view text);
std::optional<RecordId> parse_record(std::string_view text);
std::optional<Dot> parse_dot(std::string_view text);
std::optional<ScopeId> parse_scope(std::string_view text);

}  // namespace ayni

template <>
struct std::hash<ayni::DeviceId> {
    std::size_t operator()(const ayni::DeviceId& id) const noexcept { return static_cast<std::size_t>(id.value); }
};
template <>
struct std::hash<ayni::RecordId> {
    std::size_t operator()(const ayni::RecordId& id) const noexcept {
        return static_cast<std::size_t>(id.device.value ^ (id.counter * 0x9E3779B97F4A7C15ULL));
    }
};
template <>
struct std::hash<ayni::ScopeId> {
    std::size_t operator()(const ayni::ScopeId& id) const noexcept {
        return std::hash<ayni::RecordId>{}(id.subject) * 8 + static_cast<std::size_t>(id.kind);
    }
};
