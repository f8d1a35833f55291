#pragma once
// What two sequences have in common. Private to the merge of texts.

#include <cstdint>
#include <span>
#include <vector>

namespace ayni {

/// From `from` on, `length` elements of one sequence equal those of the other from `to` on.
struct Match {
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t length = 0;
};

/// A longest common subsequence as runs, in order (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
/// 1986). Where more than about 1,000 elements differ between what both begin and end with, that part counts as
/// wholly different: time and memory stay bounded, and the answer is the same on every machine.
std::vector<Match> matches(std::span<const std::uint32_t> from, std::span<const std::uint32_t> to);

}  // namespace ayni
