#pragma once
// Recovery of a damaged profile, with what the wire tells: whose each envelope is, and whether it is as it was signed.

#include <filesystem>

#include "engine/store/recovery.hpp"

namespace ayni::client {

/// As ayni::recover. An envelope is taken if its author's signature is right; where her key isn't known (the damage
/// took it), if it can be read. If the profile was joined and its token or its own key is lost, it is a new device
/// that has to be invited, and what the old one had not handed in is its own. So it is too if something may be missing
/// and own envelopes that the hub hasn't got went out in a file; those that are whole here are then handed in as they
/// were signed.
Result<Recovery> recover(const std::filesystem::path& file, const Store::Settings& settings,
                         const Progress& progress = {});

}  // namespace ayni::client
