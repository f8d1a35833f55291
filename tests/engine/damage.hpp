#pragma once
// Files that are damaged as disks, cards and bad luck do it.

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace ayni::test {

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void put_bytes(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << bytes;
    REQUIRE(out.good());
}

inline constexpr std::size_t page_size = 4096;

/// Some bits of some pages, the first among them as often as any.
inline void flip_bits(std::string& bytes, std::mt19937_64& random, std::size_t pages) {
    for (std::size_t i = 0; i < pages; ++i) {
        const std::size_t page = random() % (bytes.size() / page_size);
        for (std::size_t bits = 1 + random() % 40; bits > 0; --bits) {
            bytes[page * page_size + random() % page_size] ^= static_cast<char>(1U << (random() % 8));
        }
    }
}

inline void blank_pages(std::string& bytes, std::mt19937_64& random, std::size_t pages) {
    for (std::size_t i = 0; i < pages; ++i) {
        bytes.replace(random() % (bytes.size() / page_size) * page_size, page_size, page_size, '\0');
    }
}

inline std::string noise(std::mt19937_64& random, std::size_t size) {
    std::string bytes(size, '\0');
    for (char& c : bytes) {
        c = static_cast<char>(random());
    }
    return bytes;
}

}  // namespace ayni::test
