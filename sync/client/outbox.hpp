#pragma once
// From what was typed to what is sent: envelopes, stored before their first byte leaves. For sync/client's own files.

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::client {

/// Everything pending, in all scopes but `alone`, goes into envelopes of about 16 KB, chained, signed and stored.
Outcome seal_pending(Store& store, const wire::KeyPair& keys, const std::set<ScopeId>& alone);

/// Sealed and unacknowledged envelopes, up to about `bytes`, as frames.
Result<std::vector<std::string>> frames_to_send(Store& store, std::size_t bytes);

}  // namespace ayni::client
