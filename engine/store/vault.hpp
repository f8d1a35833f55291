#pragma once
// How a profile's data key is kept: in an envelope that opens with a secret of the platform's key store, and with her
// PIN too if she wants one. The envelope lies in a file beside the database (profile.key); formats and sums only here,
// files and key stores are the platform's.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/store/key.hpp"

namespace ayni {

/// What the platform's key store keeps for one profile, and gives to this person's programs only.
struct PlatformSecret {
    Secret secret;
    static PlatformSecret random() { return {Secret::random()}; }
};

/// 4 to 12 digits, so that every screen's number pad can type it. Wiped when it goes.
class Pin {
public:
    /// invalid: something else.
    static Result<Pin> of(std::string_view text);
    Pin(const Pin&) = default;  // copied when moved, so that what is left behind is wiped
    Pin& operator=(const Pin&) = default;
    ~Pin();
    [[nodiscard]] std::string_view digits() const { return digits_; }
    bool operator==(const Pin& other) const = default;

private:
    explicit Pin(std::string_view digits) : digits_(digits) {}
    std::string digits_;
};

/// How hard a PIN is to try: Argon2id (RFC 9106), passes over so much memory. Kept with each envelope, so that they
/// can grow. Three passes over 64 MB are the RFC's second choice, for machines with little memory.
struct PinCost {
    std::uint64_t passes = 3;
    std::uint64_t bytes = std::uint64_t{64} << 20U;
};

/// Says nothing about whose it is, or what it opens.
struct KeyEnvelope {
    std::string key_store;  // which one has the platform's secret
    std::string secret_id;  // and under what name: random
    bool with_pin = false;
    PinCost cost;
    std::string salt;          // 16 bytes, of the PIN
    std::string secret_check;  // 16 bytes: a keyed hash, by which a wrong secret isn't taken for a wrong PIN
    std::string nonce;         // 24 bytes
    std::string box;           // the data key under XChaCha20-Poly1305, bound to all of the above
};

/// A name for a platform's secret: 32 hex digits.
std::string new_secret_id();
/// key_unavailable: there isn't enough memory for a PIN just now.
Result<KeyEnvelope> seal_key(const DataKey& key, const PlatformSecret& secret, const std::optional<Pin>& pin,
                             std::string key_store, std::string secret_id, PinCost cost = {});
/// pin_needed, wrong_pin; key_lost: this isn't the secret it was sealed with; storage_corrupt: the envelope is damaged;
/// key_unavailable: there isn't enough memory to try a PIN just now.
Result<DataKey> open_key(const KeyEnvelope& envelope, const PlatformSecret& secret, const std::optional<Pin>& pin);

std::string pack(const KeyEnvelope& envelope);
/// storage_corrupt: it can't be read. made_by_newer_app.
Result<KeyEnvelope> unpack_envelope(std::string_view bytes);

/// A moment as the machine counts it by itself: since which start, and how long since then, asleep or not. No clock
/// that a person can set has a part in it.
struct Moment {
    std::string start;  // different after each start of the machine
    std::int64_t ms = 0;
};

/// The wrong PINs in a row, and when the last one came. A try is noted before it is made, so that killing the program
/// saves nobody the wait.
struct PinTries {
    std::uint32_t wrong = 0;
    Moment last;
};

/// How long the next try must still wait: three tries are free; then 30 s, 1, 5 and 15 minutes, and an hour after the
/// seventh and every later one. Never longer, and never the end: nothing is wiped. After a restart the wait begins with
/// it, as nobody can say how long the machine was off: at most an hour too much for her, never a second less for
/// others.
std::chrono::milliseconds wait_before(const PinTries& tries, const Moment& now);

/// 64 bytes always.
std::string pack(const PinTries& tries);
/// Bytes that can't be read count as three wrong ones just now: damage locks nobody out, and saves nobody a wait.
PinTries unpack_tries(std::string_view bytes, const Moment& now);

}  // namespace ayni
