#pragma once
// From what was typed to what is sent, by whichever way: envelopes, stored before their first byte leaves.

#include <set>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::joined {

/// Everything pending, in all scopes but `alone`, goes into envelopes of about 16 KB, chained, signed and stored.
Outcome seal_pending(Store& store, const wire::KeyPair& keys, const std::set<ScopeId>& alone);

}  // namespace ayni::joined
