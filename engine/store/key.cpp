#include "engine/store/key.hpp"

#include <algorithm>

#include "engine/store/sodium.hpp"

namespace ayni {

Secret::~Secret() {
    sodium_memzero(bytes_.data(), bytes_.size());
}

Secret Secret::random() {
    need_sodium();
    Secret secret;
    randombytes_buf(secret.data(), size);
    return secret;
}

std::optional<Secret> Secret::of(std::string_view bytes) {
    if (bytes.size() != size) {
        return {};
    }
    Secret secret;
    std::ranges::copy(bytes, reinterpret_cast<char*>(secret.data()));
    return secret;
}

std::string_view Secret::bytes() const {
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

bool Secret::operator==(const Secret& other) const {
    return sodium_memcmp(bytes_.data(), other.bytes_.data(), size) == 0;
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

Secret DataKey::derive(std::string_view name) const {
    need_sodium();
    const std::string purpose = "ayni " + std::string(name);
    Secret derived;
    crypto_generichash(derived.data(), Secret::size, reinterpret_cast<const unsigned char*>(purpose.data()),
                       purpose.size(), secret.data(), Secret::size);
    return derived;
}

}  // namespace ayni
