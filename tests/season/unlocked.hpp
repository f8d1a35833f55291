#pragma once
// The pages of a locked database as they are inside, free ones too, opened without any of the engine's code but its
// key: AES-256 in CBC mode, each page with its IV before the HMAC at its end (SQLCipher 4).

#include <openssl/evp.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "platforms/linux/profile_key.hpp"

namespace ayni::season_test {

inline std::string unlocked_pages(const std::filesystem::path& profile) {
    constexpr std::size_t page = 4096;
    constexpr std::size_t salt = 16;
    constexpr std::size_t iv = 16;
    constexpr std::size_t hmac = 64;
    const auto key = shell::ProfileKey(profile).open({});
    std::ifstream in(profile / "profile.db", std::ios::binary);
    const std::string locked{std::istreambuf_iterator<char>(in), {}};
    if (!key || locked.empty() || locked.size() % page != 0) {
        throw std::runtime_error("no locked database");
    }
    const Secret secret = key->derive("database");
    std::string open;
    EVP_CIPHER_CTX* context = EVP_CIPHER_CTX_new();
    for (std::size_t at = 0; at < locked.size(); at += page) {
        const auto* bytes = reinterpret_cast<const unsigned char*>(locked.data()) + at;
        const std::size_t from = at == 0 ? salt : 0;
        const std::size_t size = page - iv - hmac - from;
        std::string plain(size, '\0');
        int got = 0;
        EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), nullptr, secret.data(), bytes + page - iv - hmac);
        EVP_CIPHER_CTX_set_padding(context, 0);
        EVP_DecryptUpdate(context, reinterpret_cast<unsigned char*>(plain.data()), &got, bytes + from,
                          static_cast<int>(size));
        open += plain;
    }
    EVP_CIPHER_CTX_free(context);
    return open;
}

}  // namespace ayni::season_test
