#pragma once
// Many records taken away at once: asked first, told where it arrives, and brought back with one tap.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

/// More removals at once than these are asked about first.
inline constexpr std::size_t removals_most = 20;

/// Nothing was done: it would take away so many records, and wants a yes.
struct NeedsYes {
    std::size_t removals = 0;
};

/// Takes all of them away in one act, or none; one that is named twice or is gone already counts for nothing.
/// not_found: one isn't here. not_allowed: one isn't hers to remove.
Result<std::variant<Deed, NeedsYes>> remove_all(Store& store, std::span<const RecordId> records, bool yes = false);
/// Brings all of them back in one act, or none. not_found, not_allowed.
Result<Deed> restore_all(Store& store, std::span<const RecordId> records);

/// Takes back the last thing that was done here (see last_deed); asks first if that would take away many records.
Result<std::variant<Undone, NeedsYes>> undo_last(Store& store, bool yes = false);

/// More than removals_most records that somebody took away at once and that are gone still.
struct MassRemoval {
    RecordId by;       // no record if that isn't known here
    std::string name;  // hers; empty if it isn't known
    bool is_mine = false;
    std::int64_t at = 0;  // UTC ms, by her clock; of the last of them
    std::vector<RecordId> records;
};
/// The latest first. What belongs together: an act, and else an envelope.
Result<std::vector<MassRemoval>> mass_removals(Store& store);

}  // namespace ayni::programme
