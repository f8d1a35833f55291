#pragma once
// A sealed part: envelopes of one scope, as frames, that only the devices it was sealed to can read. It travels in a
// file, and through whoever carries that.
//
//   1 byte    what it is: 1 what waits for the hub, 0 what the hub has
//   2 bytes   how many slots, little endian
//   80 each   slots: the part's key, sealed to one device each (libsodium's crypto_box_seal, with the device's Ed25519
//             key turned into an X25519 one). The first is the hub's; the others stand in random order, and some are
//             for nobody, so that there are always a multiple of four.
//   24 bytes  the header of a stream (crypto_secretstream_xchacha20poly1305), and its one message: the first byte as
//             additional data; the frames' length (4 bytes), the frames, each with its length (4 bytes) before it, and
//             zeros up to a size of which only a few bits say something (Padmé, PURBs, Nikitin et al. 2019).
//
// Who finds one learns about how much it holds, to about how many devices it was sealed and whether it waits for the
// hub (which a carrier must know, to hand in no more than is needed); no device, no person, no scope, not who sealed
// it, and not whether two parts have to do with each other. Nobody vouches for a part as such: what counts are the
// signatures on the envelopes.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/result.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::wire {

enum class PartKind : std::uint8_t { hub_has_it = 0, for_the_hub = 1 };

inline constexpr std::size_t slots_most = 1024;                         // of one part, the hub's included
inline constexpr std::size_t part_most = std::size_t{2} * 1024 * 1024;  // bytes of one part, sealed
inline constexpr std::size_t slot_bytes = 80;

/// Frames as `pack_frame` makes them. At most slots_most - 1 devices; a key that can't be one is left out.
/// The result is at most part_most if the frames have less than 1.5 MiB together.
std::string seal_part(PartKind kind, const std::vector<std::string>& frames, const PublicKey& hub,
                      std::span<const PublicKey> devices);

/// What can be told without a key. malformed: it can't be a part; too_large.
struct PartLook {
    PartKind kind = PartKind::hub_has_it;
    std::size_t slots = 0;
};
Result<PartLook> look_at_part(std::string_view part);

enum class Slots : std::uint8_t { first, others };
/// The frames; empty if none of those slots is for this device. malformed: one is, and the rest isn't as it was sealed.
Result<std::optional<std::vector<std::string>>> open_part(std::string_view part, const KeyPair& keys, Slots slots);

}  // namespace ayni::wire
