#pragma once
// How edits made apart become one: pure functions. No clock, no database; the same on every device.
//
// A field holds its heads: the changes that no known change supersedes (a multi-value register:
// Shapiro et al., "A comprehensive study of Convergent and Commutative Replicated Data Types", 2011).
// What must hold, and is tested: the order of arrival doesn't matter, twice is once, nothing is dropped
// that its successor's author had not seen.

#include <span>
#include <vector>

#include "engine/merge/change.hpp"

namespace ayni {

struct Head {
    Dot dot;
    Stamp stamp;
    Value value;
    bool operator==(const Head&) const = default;
};

/// Ordered by (stamp, device, seq), greatest first.
using Heads = std::vector<Head>;

/// The heads after `change` has come in. `already_superseded`: a change known here supersedes it.
/// For `once`, supersedes counts for nothing: the first stands.
Heads advance(Heads heads, const Change& change, Rule rule, bool already_superseded = false);

struct Shown {
    std::size_t index = 0;   // of the head that is shown; heads must not be empty
    bool contested = false;  // a person should look: values differ, and the rule has no answer of its own
};
Shown show(Rule rule, std::span<const Head> heads);

/// Is the record hidden? `removals` are the heads of its `removed` field, `others` the dots of all heads of its
/// other fields. One head that no removal had seen, or a restore among the heads, keeps it visible.
bool hides(std::span<const Head> removals, std::span<const Dot> others);

}  // namespace ayni
