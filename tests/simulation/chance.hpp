#pragma once
// Everything in a simulated world that is left to chance comes from here, and so from one seed: what people do, what
// breaks, the keys that phones make, the names that SQLite gives its files.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ayni::simulation {

/// splitmix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014): the same on every machine.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t number() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    /// 0 … count - 1; count is at least 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(number() % count); }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <class T>
    const T& of(const std::vector<T>& all) {
        return all[below(all.size())];
    }
    void fill(void* bytes, std::size_t size) {
        auto* at = static_cast<unsigned char*>(bytes);
        for (std::size_t i = 0; i < size; ++i) {
            at[i] = static_cast<unsigned char>(number());
        }
    }

private:
    std::uint64_t state_;
};

/// libsodium's random numbers come from this seed from now on. Before anything else asks for one.
void seed_sodium(std::uint64_t seed);

}  // namespace ayni::simulation
