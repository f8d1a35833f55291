#pragma once
// Pairs, as sessions and faces need them.

#include <optional>
#include <set>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

/// Accepted, active or paused: its two sides work together.
bool is_open(const Roster::Pairing& pairing);

/// Where the pair of this plan talks, if this profile's person is of it and it is open. None: nowhere.
std::optional<ScopeId> talk_of(Store& store, const Roster& roster, const ScopeId& plan);

/// Every talk over this plan that she may read: that of a pair that is closed too.
std::vector<ScopeId> talks_of(Store& store, const Roster& roster, const ScopeId& plan);

/// The records of this scope (of all scopes) that somebody spoke to: a voice note is attached to them.
Result<std::set<RecordId>> spoken_in(Store& store, std::optional<ScopeId> scope = {});

/// Who meets over a plan: the business's leaders, then the mentors of its open pairs.
std::vector<RecordId> sides_of(const Roster& roster, const ScopeId& plan);

}  // namespace ayni::programme
