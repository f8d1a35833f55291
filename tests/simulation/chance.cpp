#include "tests/simulation/chance.hpp"

#include <sodium.h>

#include <cassert>

namespace ayni::simulation {
namespace {

Chance& sodium_chance() {
    static Chance chance(0);
    return chance;
}

randombytes_implementation& seeded() {
    static randombytes_implementation implementation{
        [] { return "seeded"; },
        [] { return static_cast<std::uint32_t>(sodium_chance().number()); },
        nullptr,
        nullptr,
        [](void* bytes, std::size_t size) { sodium_chance().fill(bytes, size); },
        nullptr,
    };
    return implementation;
}

}  // namespace

void seed_sodium(std::uint64_t seed) {
    static const bool ready = randombytes_set_implementation(&seeded()) == 0 && sodium_init() >= 0;
    assert(ready);
    static_cast<void>(ready);
    sodium_chance() = Chance(seed);
}

}  // namespace ayni::simulation
