#pragma once
// How far a device is: a few bytes that it keeps and brings back, and that say nothing to it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ayni::hub {

/// What a device holds, by the numbers of the hub's log and the versions of its grants:
///   scopes with version ≤ granted: everything up to `number`;
///   those up to version `filling`: everything up to `filled` (they are being backfilled up to `number`);
///   the others: nothing yet.
struct Held {
    std::int64_t number = 0;
    std::uint64_t granted = 0;
    std::uint64_t filling = 0;
    std::int64_t filled = 0;
    bool operator==(const Held&) const = default;

    /// Up to which number of the log it has a scope that it was granted as `version`.
    [[nodiscard]] std::int64_t reach(std::uint64_t version) const {
        return version <= granted ? number : (version <= filling ? filled : 0);
    }
};

struct Cursor {
    std::uint32_t epoch = 0;  // the low bytes of the hub's
    Held held;
    std::uint64_t told = 0;  // the revision of its grants that it has been told of
    std::uint64_t seen = 0;  // the revision of what is seen that it has been told of
    bool operator==(const Cursor&) const = default;
};

std::string to_bytes(const Cursor& cursor);
/// Empty for anything that `to_bytes` doesn't make; an empty text too.
std::optional<Cursor> parse_cursor(std::string_view bytes);

}  // namespace ayni::hub
