#include <algorithm>
#include <bit>
#include <optional>

#include "sync/wire/envelope.hpp"
#include "sync/wire/messages.hpp"
#include "sync/wire/sodium.hpp"

namespace ayni::wire {
namespace {

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* octets(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

std::optional<unsigned> digit(char c) {
    if (c >= '0' && c <= '9') {
        return static_cast<unsigned>(c - '0');
    }
    if (c >= 'a' && c <= 'f') {
        return static_cast<unsigned>(c - 'a') + 10U;
    }
    if (c >= 'A' && c <= 'F') {
        return static_cast<unsigned>(c - 'A') + 10U;
    }
    return {};
}

template <std::size_t N>
std::string hex_of(const std::array<unsigned char, N>& bytes) {
    return to_hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

template <std::size_t N>
bool read_hex(std::string_view hex, std::array<unsigned char, N>& bytes) {
    const std::string read = from_hex(hex);
    if (read.size() != N) {
        return false;
    }
    std::copy_n(octets(read), N, bytes.begin());
    return true;
}

}  // namespace

KeyPair make_keys() {
    need_sodium();
    KeyPair keys;
    crypto_sign_keypair(keys.open.bytes.data(), keys.secret.bytes.data());
    return keys;
}

std::uint64_t random_number() {
    need_sodium();
    std::uint64_t number = 0;
    randombytes_buf(&number, sizeof number);
    return number;
}

std::string random_bytes(std::size_t count) {
    need_sodium();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string to_hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const unsigned octet = std::bit_cast<unsigned char>(c);
        hex += digits[octet >> 4U];
        hex += digits[octet & 15U];
    }
    return hex;
}

std::string from_hex(std::string_view hex) {
    if (hex.size() % 2 != 0) {
        return {};
    }
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const auto high = digit(hex[i]);
        const auto low = digit(hex[i + 1]);
        if (!high || !low) {
            return {};
        }
        bytes += std::bit_cast<char>(static_cast<unsigned char>(*high * 16U + *low));
    }
    return bytes;
}

std::string to_text(const PublicKey& key) {
    return hex_of(key.bytes);
}
std::string to_text(const SecretKey& key) {
    return hex_of(key.bytes);
}

Result<PublicKey> parse_public_key(std::string_view hex) {
    PublicKey key;
    if (!read_hex(hex, key.bytes)) {
        return Failure{Fault::malformed, "a public key has 64 hex digits"};
    }
    return key;
}

Result<SecretKey> parse_secret_key(std::string_view hex) {
    need_sodium();
    SecretKey key;
    if (!read_hex(hex, key.bytes)) {
        return Failure{Fault::malformed, "a secret key has 128 hex digits"};
    }
    // Its second half is the public key. Signing with another one there would give the secret away.
    PublicKey open;
    SecretKey whole;
    crypto_sign_seed_keypair(open.bytes.data(), whole.bytes.data(), key.bytes.data());
    if (whole.bytes != key.bytes) {
        return Failure{Fault::malformed, "the halves of a secret key don't belong together"};
    }
    return key;
}

std::string sign(std::string_view bytes, const SecretKey& key) {
    need_sodium();
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(octets(signature), nullptr, octets(bytes), bytes.size(), key.bytes.data());
    return signature;
}

bool is_signed(std::string_view bytes, std::string_view signature, const PublicKey& key) {
    need_sodium();
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(octets(signature), octets(bytes), bytes.size(), key.bytes.data()) == 0;
}

std::string short_hash(std::string_view bytes) {
    if (bytes.empty()) {
        return {};
    }
    need_sodium();
    std::string hash(16, '\0');
    crypto_generichash(octets(hash), hash.size(), octets(bytes), bytes.size(), nullptr, 0);
    return hash;
}

std::optional<AnswerKey> answer_key(const SecretKey& own, const PublicKey& other) {
    need_sodium();
    std::array<unsigned char, crypto_scalarmult_SCALARBYTES> scalar{};
    std::array<unsigned char, crypto_scalarmult_BYTES> point{};
    std::array<unsigned char, crypto_scalarmult_BYTES> shared{};
    const bool agreed = crypto_sign_ed25519_sk_to_curve25519(scalar.data(), own.bytes.data()) == 0 &&
                        crypto_sign_ed25519_pk_to_curve25519(point.data(), other.bytes.data()) == 0 &&
                        crypto_scalarmult(shared.data(), scalar.data(), point.data()) == 0;
    constexpr std::string_view use = "ayni: answers of an exchange";
    AnswerKey key;
    crypto_generichash(key.bytes.data(), key.bytes.size(), octets(use), use.size(), shared.data(), shared.size());
    sodium_memzero(scalar.data(), scalar.size());
    sodium_memzero(shared.data(), shared.size());
    return agreed ? std::optional(key) : std::nullopt;
}

namespace {

constexpr std::size_t code_size = 16;

std::string code_of(std::string_view message, std::string_view request, const AnswerKey& key) {
    need_sodium();
    // The request's length goes first: what is request and what is message can't be taken for another.
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < length.size(); ++i) {
        length[i] = static_cast<unsigned char>(request.size() >> (8 * i));
    }
    std::string code(code_size, '\0');
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.bytes.data(), key.bytes.size(), code.size());
    crypto_generichash_update(&state, length.data(), length.size());
    crypto_generichash_update(&state, octets(request), request.size());
    crypto_generichash_update(&state, octets(message), message.size());
    crypto_generichash_final(&state, octets(code), code.size());
    return code;
}

}  // namespace

std::string seal_answer(std::string_view message, std::string_view request, const AnswerKey& key) {
    return code_of(message, request, key).append(message);
}

Result<std::string> open_sealed(std::string_view body, std::string_view request, const AnswerKey& key) {
    if (body.size() < code_size) {
        return Failure{Fault::not_a_hub, "too short for a sealed answer"};
    }
    const std::string_view message = body.substr(code_size);
    const std::string code = code_of(message, request, key);
    if (sodium_memcmp(code.data(), body.data(), code_size) != 0) {
        return Failure{Fault::not_a_hub, "not sealed by this hub for this request"};
    }
    return std::string(message);
}

}  // namespace ayni::wire
