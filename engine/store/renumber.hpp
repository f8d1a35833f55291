#pragma once
// Own changes that stand apart from the own log: because some before them were lost, or because they were written
// while it wasn't known yet how far that log goes. Pure.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/merge/change.hpp"

namespace ayni {

/// Seqs from here on are no places in a log yet. No sealed change has one.
inline constexpr std::uint64_t provisional_first = std::uint64_t{1} << 48U;

enum class Unknown : std::uint8_t {
    kept,     // a dot of ours that is neither in the log nor here may still come back
    dropped,  // it never will
};

/// `apart`, as it follows the device's `log`, which ends with seq `last`: what the log has already, told by everything
/// but its place, is left out; the rest get the next seqs; what they say of each other and of themselves (supersedes,
/// what a removal saw, the base of a splice) is said by the new ones.
std::vector<Change> follow_on(DeviceId me, std::span<const Change> log, std::vector<Change> apart, std::uint64_t last,
                              Unknown unknown);

}  // namespace ayni
