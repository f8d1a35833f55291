#pragma once
// What a joined profile believes of what comes in, by whichever way: only what was signed by whom it names, with a key
// that the hub vouches for, in a scope that the hub has granted.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "sync/joined/membership.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::joined {

/// An envelope that was looked at.
struct Looked {
    std::optional<wire::Contents> contents;  // empty: not to be taken, for `reason`
    std::string id;                          // its scope, device and first seq; "envelope" where it can't be read
    std::string_view reason;                 // a Fault's or Refusal's word
    bool of_later_schema = false;            // a later version of this program could read it
    std::optional<DeviceId> lacks_key_of;    // it could be believed once that key is known
};

/// Threads: the store's. Errors: storage faults only.
class Gate {
public:
    Gate(Store& store, const Membership& member) : store_(store), member_(member) {}

    /// Whatever the hub's key has signed is the hub's, whichever device it was then (a hub that is brought back from a
    /// backup goes on as another one): from the first envelope on that device counts as the hub.
    Result<Looked> look_at(std::string_view envelope, const std::set<ScopeId>& granted);
    /// Empty: no Device record of the hub's names this device.
    Result<std::optional<wire::PublicKey>> key_of(DeviceId device);

private:
    Outcome read_keys();

    Store& store_;
    const Membership& member_;
    std::map<DeviceId, wire::PublicKey> keys_;
};

/// What an envelope is called where one is told of.
std::string name_of_envelope(const ScopeId& scope, DeviceId device, std::uint64_t first_seq);
/// The word by which an envelope that fails so is told.
std::string_view word_for(Fault fault);

}  // namespace ayni::joined
