#pragma once
// What two sequences have in common. Private to the merge of texts.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace ayni {

/// From `from` on, `length` elements of one sequence equal those of the other from `to` on.
struct Match {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t length = 0;
};

/// What the two have in common, as runs, in order. First what each has once and `tells` something (most of them that
/// stand in the same order; B. Cohen's patience difference), then between those a longest common subsequence
/// (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986): so that a word is never taken for moved
/// because two full stops would have matched. Where more than about 1,000 elements differ between two of those, that
/// part counts as wholly different: time and memory stay bounded, and the answer is the same on every machine.
std::vector<Match> matches(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to,
                           const std::function<bool(std::uint32_t)>& tells);

}  // namespace ayni
