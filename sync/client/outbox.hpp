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

/// Frames of a request, and the names of the envelopes in them, in order.
struct Parcel {
    struct Name {
        ScopeId scope;
        DeviceId device;
        std::uint64_t first_seq = 0;
        std::uint64_t last_seq = 0;
    };
    std::vector<std::string> frames;
    std::vector<Name> names;
};
/// Of sealed and unacknowledged envelopes, up to about `bytes`.
Result<Parcel> parcel_to_send(Store& store, std::size_t bytes);

}  // namespace ayni::client
