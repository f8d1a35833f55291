#pragma once
// What a field can hold. Values that make no sense by halves are one value: a place on the board is
// lane and index; a stage is a status and when it was reached.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/ids.hpp"

namespace ayni {

/// Lane ("short", "medium", "long") and fractional index in it: a move and a reorder can't half-apply.
/// respaced: nobody moved it; its index was only made anew to make room beside it. A move wins over that.
struct Place {
    std::string lane;
    std::string index;
    bool respaced = false;
    bool operator==(const Place&) const = default;
};

/// A status and the moment it was reached (UTC ms), where the field keeps that.
struct Stage {
    std::string status;
    std::optional<std::int64_t> at;
    bool operator==(const Stage&) const = default;
};

/// Who made the record and when (UTC ms): by the clock of her phone, but never before what it wrote before, so that a
/// phone that woke up in 1970 still tells the order.
struct Made {
    RecordId by;
    std::int64_t at = 0;
    bool operator==(const Made&) const = default;
};

/// removed = true takes the record away, as far as its remover had seen it: `saw` has, for each device
/// with a value in the record, the greatest seq she had. removed = false brings it back.
struct Removal {
    bool removed = false;
    std::vector<Dot> saw;
    bool operator==(const Removal&) const = default;
};

/// A text told by what it changes in the one version that its change supersedes: the first `before` bytes of that stay,
/// its last `after` bytes stay, and between them stands `insert`. Only in changes, in the log and on the wire: what is
/// read is the whole text, unless that version hasn't come yet.
struct Splice {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    std::string insert;
    bool operator==(const Splice&) const = default;
};

/// Empty (monostate) means "no value": a cleared field, or an element taken out of a set.
/// Dates are days since 1970-01-01, times UTC ms, money whole minor units: all int64.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, RecordId, Place, Stage, Made,
                           Removal, Splice>;

inline bool is_empty(const Value& value) {
    return value.index() == 0;
}

}  // namespace ayni
