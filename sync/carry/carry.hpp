#pragma once
// Meeting without a network: the envelopes of the exchange in an .ayni file, that goes by cable, card or messenger.
//
// A file holds every scope of this profile that the hub has granted, whole, each sealed to the devices of its members
// that are known here, and to the hub; and what others' files brought that this device can't read, as it came. Being
// whole it needs no file before it: taken in twice, or an older one after a newer one, it gives the same.
//
// A device that joins a scope later can't read a file that was made before; it gets the scope from the hub, or from a
// file made after.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"

namespace ayni::carry {

struct Packed {
    std::string bytes;  // of the file
    std::size_t scopes = 0;
    std::size_t changes = 0;
    std::size_t carried = 0;  // parts of others, passed on
};
/// Seals what is pending, as an exchange does. Nothing counts as received for it: only the hub's word does that. After
/// a recovery, until the own log is back, own envelopes that the hub hasn't acknowledged stay out of it. Threads: the
/// store's. not_joined; too_large: more than a file may hold; storage faults.
Result<Packed> pack(Store& store);

/// An envelope, frame or part that wasn't taken, and for which reason (a Fault's or Refusal's word, or "early").
struct PassedOver {
    std::string id;  // "envelope", "frame", "part": it says no more of itself
    std::string reason;
};
struct Taken {
    std::size_t changes = 0;   // applied
    std::size_t repeated = 0;  // envelopes that were here already
    std::size_t kept = 0;      // parts that this device can't read, now kept to be passed on
    std::vector<PassedOver> passed_over;
};
/// All that is in the file and can be believed, in one transaction: what its author signed, with a key that the hub
/// vouches for, in a scope that the hub has granted, if its author is a member there by what is known here; and
/// nothing about who has rights that its author has no right to write. The rest is passed over, and hinders nothing;
/// nor does a part that isn't as it was sealed, or unpacks to more than any of ours: its courier couldn't look into it.
/// Threads: the store's. not_joined; malformed (cut, changed, or not a file of ours), made_by_newer_app, too_large,
/// storage faults: then everything is as it was.
Result<Taken> take_in(Store& store, std::string_view file);

/// A name for a file, that says nothing.
std::string file_name();

}  // namespace ayni::carry
