#pragma once
// Notes and titles as people write them, in Spanish and in French: made of words of our own, fictional, and always the
// same for the same seed.

#include <cstdint>
#include <string>

namespace ayni::bench {

/// Small and exact, so that a season is the same on every machine and library (SplitMix64: Steele, Lea, Flood,
/// "Fast splittable pseudorandom number generators", 2014).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// 0 to `sides` - 1.
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(next() % sides); }
    std::size_t between(std::size_t least, std::size_t most) { return least + roll(most - least + 1); }

private:
    std::uint64_t state_;
};

enum class Tongue : std::uint8_t { spanish, french };

std::string sentence(Dice& dice, Tongue tongue);
/// Sentences up to `least` characters or a little more.
std::string note(Dice& dice, Tongue tongue, std::size_t least);
/// Three to seven words.
std::string title(Dice& dice, Tongue tongue);

}  // namespace ayni::bench
