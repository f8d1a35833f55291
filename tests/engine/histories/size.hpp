#pragma once
// How much a run makes up. The usual number is for every test run; AYNI_HISTORIES=1000000 makes it a night's work.

#include <cstdint>
#include <cstdlib>

namespace ayni::test {

inline std::uint64_t number_in(const char* variable, std::uint64_t otherwise) {
    const char* text = std::getenv(variable);
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

/// The seeds of one test: `times` for every `of` histories of the run, from AYNI_FIRST on.
struct Seeds {
    std::uint64_t first = 1;
    std::uint64_t last = 1;
};
inline Seeds seeds(std::uint64_t times = 1, std::uint64_t of = 1) {
    const std::uint64_t count = number_in("AYNI_HISTORIES", 10'000) * times / of;
    const std::uint64_t first = number_in("AYNI_FIRST", 1);
    return {first, first + (count == 0 ? 1 : count) - 1};
}

}  // namespace ayni::test
