#include "engine/store/vault.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/merge/packed.hpp"
#include "engine/store/sodium.hpp"

namespace ayni {
namespace {

constexpr std::string_view format_mark = "AyniKey";
constexpr std::uint64_t format_version = 1;
constexpr std::size_t salt_size = crypto_pwhash_SALTBYTES;
constexpr std::size_t check_size = crypto_generichash_BYTES_MIN;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t box_size = Secret::size + crypto_aead_xchacha20poly1305_ietf_ABYTES;
// What an envelope may ask of this machine; a damaged one must not take all its memory.
constexpr std::uint64_t passes_most = 64;
constexpr std::uint64_t bytes_most = std::uint64_t{1} << 30U;

constexpr std::size_t pin_least = 4;
constexpr std::size_t pin_most = 12;

constexpr std::string_view tries_mark = "AyniTries";
constexpr std::size_t tries_size = 64;

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* octets(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

std::string random_bytes(std::size_t count) {
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

// BLAKE2b of the text, keyed with the secret.
void keyed_hash(unsigned char* hash, std::size_t size, std::string_view text, const PlatformSecret& secret) {
    crypto_generichash(hash, size, octets(text), text.size(), secret.secret.data(), Secret::size);
}

std::string check_of(const PlatformSecret& secret) {
    std::string hash(check_size, '\0');
    keyed_hash(octets(hash), hash.size(), "ayni secret check", secret);
    return hash;
}

// What the data key is wrapped with. Without the platform's secret a PIN can't even be tried.
Result<Secret> wrapping_key(const KeyEnvelope& envelope, const PlatformSecret& secret, const std::optional<Pin>& pin) {
    std::string text = "ayni wrapping key";
    if (envelope.with_pin) {
        Secret stretched;
        const std::string_view digits = pin->digits();
        if (crypto_pwhash(stretched.data(), Secret::size, digits.data(), digits.size(), octets(envelope.salt),
                          envelope.cost.passes, static_cast<std::size_t>(envelope.cost.bytes),
                          crypto_pwhash_ALG_ARGON2ID13) != 0) {
            return {Fault::key_unavailable, "no memory for Argon2id"};
        }
        text.reserve(text.size() + Secret::size);
        text += stretched.bytes();
    }
    Secret key;
    keyed_hash(key.data(), Secret::size, text, secret);
    wipe(text);
    return key;
}

// All of the envelope but its box, which is bound to it.
std::string head_of(const KeyEnvelope& envelope) {
    Packer packer;
    packer.text(format_mark);
    packer.number(format_version);
    packer.text(envelope.key_store);
    packer.text(envelope.secret_id);
    packer.number(envelope.with_pin ? 1 : 0);
    packer.number(envelope.cost.passes);
    packer.number(envelope.cost.bytes);
    packer.text(envelope.salt);
    packer.text(envelope.secret_check);
    packer.text(envelope.nonce);
    return std::move(packer).bytes();
}

bool makes_sense(const KeyEnvelope& envelope) {
    return envelope.salt.size() == salt_size && envelope.secret_check.size() == check_size &&
           envelope.nonce.size() == nonce_size && envelope.box.size() == box_size && envelope.cost.passes > 0 &&
           envelope.cost.passes <= passes_most && envelope.cost.bytes >= crypto_pwhash_MEMLIMIT_MIN &&
           envelope.cost.bytes <= bytes_most;
}

}  // namespace

Pin::~Pin() {
    wipe(digits_);
}

Result<Pin> Pin::of(std::string_view text) {
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.size() < pin_least || text.size() > pin_most) {
        return {Fault::invalid, "a PIN has 4 to 12 digits"};
    }
    return Pin(text);
}

std::string new_secret_id() {
    need_sodium();
    const std::string bytes = random_bytes(16);
    std::string hex(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), octets(bytes), bytes.size());
    hex.pop_back();
    return hex;
}

Result<KeyEnvelope> seal_key(const DataKey& key, const PlatformSecret& secret, const std::optional<Pin>& pin,
                             std::string key_store, std::string secret_id, PinCost cost) {
    need_sodium();
    KeyEnvelope envelope{
        std::move(key_store),    std::move(secret_id), pin.has_value(),          cost,
        random_bytes(salt_size), check_of(secret),     random_bytes(nonce_size), std::string(box_size, '\0')};
    const std::string head = head_of(envelope);
    AYNI_LET(wrapping, wrapping_key(envelope, secret, pin));
    crypto_aead_xchacha20poly1305_ietf_encrypt(octets(envelope.box), nullptr, key.secret.data(), Secret::size,
                                               octets(head), head.size(), nullptr, octets(envelope.nonce),
                                               wrapping.data());
    return envelope;
}

Result<DataKey> open_key(const KeyEnvelope& envelope, const PlatformSecret& secret, const std::optional<Pin>& pin) {
    need_sodium();
    if (!makes_sense(envelope)) {
        return {Fault::storage_corrupt, "key envelope"};
    }
    if (check_of(secret) != envelope.secret_check) {
        return {Fault::key_lost, "another secret"};
    }
    if (envelope.with_pin && !pin) {
        return {Fault::pin_needed, "key envelope"};
    }
    AYNI_LET(wrapping, wrapping_key(envelope, secret, pin));
    const std::string head = head_of(envelope);
    DataKey key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(key.secret.data(), nullptr, nullptr, octets(envelope.box),
                                                   envelope.box.size(), octets(head), head.size(),
                                                   octets(envelope.nonce), wrapping.data()) != 0) {
        return {envelope.with_pin ? Fault::wrong_pin : Fault::storage_corrupt, "key envelope"};
    }
    return key;
}

std::string pack(const KeyEnvelope& envelope) {
    Packer packer;
    packer.text(envelope.box);
    return head_of(envelope) + packer.bytes();
}

Result<KeyEnvelope> unpack_envelope(std::string_view bytes) {
    Unpacker unpacker(bytes);
    if (unpacker.text() != format_mark) {
        return {Fault::storage_corrupt, "key envelope"};
    }
    const std::uint64_t version = unpacker.number();
    if (unpacker.ok() && version > format_version) {
        return {Fault::made_by_newer_app, "key envelope"};
    }
    KeyEnvelope envelope;
    envelope.key_store = unpacker.text();
    envelope.secret_id = unpacker.text();
    const std::uint64_t with_pin = unpacker.number();
    envelope.with_pin = with_pin == 1;
    envelope.cost.passes = unpacker.number();
    envelope.cost.bytes = unpacker.number();
    envelope.salt = unpacker.text();
    envelope.secret_check = unpacker.text();
    envelope.nonce = unpacker.text();
    envelope.box = unpacker.text();
    if (!unpacker.ok() || !unpacker.at_end() || version != format_version || with_pin > 1 || !makes_sense(envelope)) {
        return {Fault::storage_corrupt, "key envelope"};
    }
    return envelope;
}

std::chrono::milliseconds wait_before(const PinTries& tries, const Moment& now) {
    using namespace std::chrono_literals;
    constexpr std::array<std::chrono::milliseconds, 8> waits{0s, 0s, 0s, 30s, 1min, 5min, 15min, 1h};
    const std::chrono::milliseconds wait = waits[std::min<std::size_t>(tries.wrong, waits.size() - 1)];
    const bool same_start = !now.start.empty() && now.start == tries.last.start;
    const std::chrono::milliseconds waited(std::max<std::int64_t>(same_start ? now.ms - tries.last.ms : now.ms, 0));
    return std::max(wait - waited, 0ms);
}

std::string pack(const PinTries& tries) {
    Packer packer;
    packer.text(tries_mark);
    packer.number(tries.wrong);
    packer.text(std::string_view(tries.last.start).substr(0, 36));
    packer.whole(tries.last.ms);
    std::string bytes = std::move(packer).bytes();
    bytes.resize(tries_size, '\0');
    return bytes;
}

PinTries unpack_tries(std::string_view bytes, const Moment& now) {
    Unpacker unpacker(bytes);
    PinTries tries;
    const bool ours = bytes.size() == tries_size && unpacker.text() == tries_mark;
    tries.wrong = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(unpacker.number(), std::numeric_limits<std::uint32_t>::max() - 1));
    tries.last.start = unpacker.text();
    tries.last.ms = unpacker.whole();
    return ours && unpacker.ok() ? tries : PinTries{3, now};
}

}  // namespace ayni
