#pragma once
// What the client alone looks after in a profile. For sync/client's own files.

#include <cstdint>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"

namespace ayni::client {

/// http:// or https:// to this very machine.
bool is_loopback(std::string_view url);

/// Adds to this month's count.
Outcome count_bytes(Store& store, std::uint64_t bytes);

}  // namespace ayni::client
