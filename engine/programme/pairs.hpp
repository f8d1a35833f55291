#pragma once
// Pairs, as sessions and faces need them.

#include <optional>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

/// Accepted, active or paused: its two sides work together.
bool is_open(const Roster::Pairing& pairing);

/// Where the pair of this plan talks, if this profile's person is of it and it is open. None: nowhere.
std::optional<ScopeId> talk_of(Store& store, const Roster& roster, const ScopeId& plan);

/// Who meets over a plan: the business's leaders, then the mentors of its open pairs.
std::vector<RecordId> sides_of(const Roster& roster, const ScopeId& plan);

}  // namespace ayni::programme
