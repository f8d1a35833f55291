#pragma once
// What is sealed and not acknowledged goes to the hub. For sync/client's own files.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"

namespace ayni::client {

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
/// Of sealed and unacknowledged envelopes, up to about `bytes`: in the order of the log.
Result<Parcel> parcel_to_send(Store& store, std::size_t bytes);

}  // namespace ayni::client
