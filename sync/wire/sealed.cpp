#include "sync/wire/sealed.hpp"

#include <algorithm>
#include <bit>
#include <cassert>

#include "sync/wire/sodium.hpp"

namespace ayni::wire {
namespace {

constexpr std::size_t key_bytes = crypto_secretstream_xchacha20poly1305_KEYBYTES;
constexpr std::size_t stream_header = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t stream_extra = crypto_secretstream_xchacha20poly1305_ABYTES;
static_assert(slot_bytes == crypto_box_SEALBYTES + key_bytes);
constexpr std::size_t front_bytes = 3;
constexpr std::size_t slots_step = 4;
constexpr std::size_t padded_least = 256;

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* octets(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

void append_length(std::string& bytes, std::size_t length) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes += static_cast<char>(static_cast<unsigned char>((length >> shift) & 0xFFU));
    }
}

// Takes four bytes off the front; empty if there aren't so many.
std::optional<std::size_t> take_length(std::string_view& bytes) {
    if (bytes.size() < 4) {
        return {};
    }
    std::size_t length = 0;
    for (unsigned i = 0; i < 4; ++i) {
        length |= static_cast<std::size_t>(std::bit_cast<unsigned char>(bytes[i])) << (8U * i);
    }
    bytes.remove_prefix(4);
    return length;
}

// Padmé: the size rounded up so that only its highest bits say something; at most 12 % more.
std::size_t padded(std::size_t size) {
    size = std::max(size, padded_least);
    const auto exponent = static_cast<unsigned>(std::bit_width(size)) - 1;
    const auto kept = static_cast<unsigned>(std::bit_width(exponent));
    const std::size_t mask = (std::size_t{1} << (exponent - kept)) - 1;
    return (size + mask) & ~mask;
}

// Empty: not a key that anything can be sealed to.
std::string slot_for(const PublicKey& device, const std::string& key) {
    std::string box(crypto_box_PUBLICKEYBYTES, '\0');
    std::string slot(slot_bytes, '\0');
    const bool sealed = crypto_sign_ed25519_pk_to_curve25519(octets(box), device.bytes.data()) == 0 &&
                        crypto_box_seal(octets(slot), octets(key), key.size(), octets(box)) == 0;
    return sealed ? slot : std::string();
}

// As one for a device, but whose key nobody has.
std::string slot_for_nobody(const std::string& key) {
    return slot_for(make_keys().open, key);
}

std::string written_out(const std::vector<std::string>& frames) {
    std::string plain;
    std::size_t size = 0;
    for (const std::string& frame : frames) {
        size += 4 + frame.size();
    }
    append_length(plain, size);
    for (const std::string& frame : frames) {
        append_length(plain, frame.size());
        plain += frame;
    }
    plain.resize(padded(plain.size()));
    return plain;
}

Result<std::vector<std::string>> read_frames(std::string_view plain) {
    const Failure malformed{Fault::malformed, "a part's frames"};
    const auto size = take_length(plain);
    if (!size || *size > plain.size()) {
        return malformed;
    }
    plain = plain.substr(0, *size);
    std::vector<std::string> frames;
    while (!plain.empty()) {
        const auto length = take_length(plain);
        if (!length || *length > plain.size()) {
            return malformed;
        }
        frames.emplace_back(plain.substr(0, *length));
        plain.remove_prefix(*length);
    }
    return frames;
}

std::string_view slot(std::string_view part, std::size_t index) {
    return part.substr(front_bytes + index * slot_bytes, slot_bytes);
}

// The part's key, out of the first of these slots that opens.
std::optional<std::string> key_in(std::string_view part, std::size_t first, std::size_t last, const KeyPair& keys) {
    std::string open(crypto_box_PUBLICKEYBYTES, '\0');
    std::string secret(crypto_box_SECRETKEYBYTES, '\0');
    if (crypto_sign_ed25519_pk_to_curve25519(octets(open), keys.open.bytes.data()) != 0 ||
        crypto_sign_ed25519_sk_to_curve25519(octets(secret), keys.secret.bytes.data()) != 0) {
        return {};
    }
    std::string key(key_bytes, '\0');
    std::optional<std::string> found;
    for (std::size_t i = first; i < last && !found; ++i) {
        if (crypto_box_seal_open(octets(key), octets(slot(part, i)), slot_bytes, octets(open), octets(secret)) == 0) {
            found = key;
        }
    }
    sodium_memzero(secret.data(), secret.size());
    sodium_memzero(key.data(), key.size());
    return found;
}

}  // namespace

std::string seal_part(PartKind kind, const std::vector<std::string>& frames, const PublicKey& hub,
                      std::span<const PublicKey> devices) {
    need_sodium();
    assert(devices.size() < slots_most);
    std::string key(key_bytes, '\0');
    crypto_secretstream_xchacha20poly1305_keygen(octets(key));
    std::vector<std::string> slots;
    for (const PublicKey& device : devices) {
        if (std::string one = slot_for(device, key); !one.empty()) {
            slots.push_back(std::move(one));
        }
    }
    while ((slots.size() + 1) % slots_step != 0) {
        slots.push_back(slot_for_nobody(key));
    }
    std::ranges::sort(slots);  // they begin with keys made for this part alone: a random order
    std::string first = slot_for(hub, key);
    slots.insert(slots.begin(), first.empty() ? slot_for_nobody(key) : std::move(first));

    std::string part(1, static_cast<char>(kind));
    part += static_cast<char>(static_cast<unsigned char>(slots.size() & 0xFFU));
    part += static_cast<char>(static_cast<unsigned char>(slots.size() >> 8U));
    for (const std::string& one : slots) {
        part += one;
    }
    std::string header(stream_header, '\0');
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, octets(header), octets(key));
    const std::string plain = written_out(frames);
    std::string locked(plain.size() + stream_extra, '\0');
    crypto_secretstream_xchacha20poly1305_push(&state, octets(locked), nullptr, octets(plain), plain.size(),
                                               octets(part), 1, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    sodium_memzero(key.data(), key.size());
    sodium_memzero(&state, sizeof state);
    return part + header + locked;
}

Result<PartLook> look_at_part(std::string_view part) {
    if (part.size() > part_most) {
        return Failure{Fault::too_large, "a part of more than 2 MiB"};
    }
    if (part.size() < front_bytes || std::bit_cast<unsigned char>(part[0]) > 1) {
        return Failure{Fault::malformed, "not a part"};
    }
    PartLook look;
    look.kind = part[0] == 1 ? PartKind::for_the_hub : PartKind::hub_has_it;
    look.slots =
        std::size_t{std::bit_cast<unsigned char>(part[1])} | (std::size_t{std::bit_cast<unsigned char>(part[2])} << 8U);
    if (look.slots == 0 || look.slots > slots_most ||
        part.size() < front_bytes + look.slots * slot_bytes + stream_header + stream_extra) {
        return Failure{Fault::malformed, "not a part"};
    }
    return look;
}

Result<std::optional<std::vector<std::string>>> open_part(std::string_view part, const KeyPair& keys, Slots slots) {
    need_sodium();
    AYNI_LET(look, look_at_part(part));
    auto key = slots == Slots::first ? key_in(part, 0, 1, keys) : key_in(part, 1, look.slots, keys);
    if (!key) {
        return std::optional<std::vector<std::string>>{};
    }
    const std::string_view header = part.substr(front_bytes + look.slots * slot_bytes, stream_header);
    const std::string_view locked = part.substr(front_bytes + look.slots * slot_bytes + stream_header);
    std::string plain(locked.size() - stream_extra, '\0');
    unsigned char tag = 0;
    crypto_secretstream_xchacha20poly1305_state state;
    const bool whole = crypto_secretstream_xchacha20poly1305_init_pull(&state, octets(header), octets(*key)) == 0 &&
                       crypto_secretstream_xchacha20poly1305_pull(&state, octets(plain), nullptr, &tag, octets(locked),
                                                                  locked.size(), octets(part), 1) == 0 &&
                       tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    sodium_memzero(key->data(), key->size());
    sodium_memzero(&state, sizeof state);
    if (!whole) {
        return Failure{Fault::malformed, "a part that isn't as it was sealed"};
    }
    AYNI_LET(frames, read_frames(plain));
    return std::optional(std::move(frames));
}

}  // namespace ayni::wire
