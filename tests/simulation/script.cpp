#include "tests/simulation/script.hpp"

#include <cassert>

namespace ayni::simulation {
namespace {

// How often, of all steps: mostly people write and meet.
constexpr std::array<std::size_t, deeds> weights{
    18,  // makes
    16,  // edits
    6,   // renames
    6,   // stages
    5,   // moves
    3,   // removes
    2,   // restores
    3,   // settles
    2,   // oversteps
    28,  // meets
    4,   // packs
    5,   // unpacks
    3,   // waits
    3,   // winds
    3,   // rematches
    2,   // joins
    1,   // loses
    1,   // copies_hub
    1,   // restores_hub
    2,   // restarts_hub
    1,   // looks
};

Deed some_deed(Chance& chance) {
    std::size_t all = 0;
    for (const std::size_t weight : weights) {
        all += weight;
    }
    std::size_t at = chance.below(all);
    for (std::size_t i = 0; i < deeds; ++i) {
        if (at < weights[i]) {
            return static_cast<Deed>(i);
        }
        at -= weights[i];
    }
    assert(false);
    return Deed::looks;
}

Trouble some_trouble(Chance& chance, std::size_t one_in) {
    constexpr std::array troubles{Trouble::fails, Trouble::full, Trouble::dies, Trouble::dies};
    return chance.one_in(one_in) ? troubles[chance.below(troubles.size())] : Trouble::none;
}

}  // namespace

Size size_of(std::uint64_t seed) {
    Chance chance(seed ^ 0x53495A45ULL);
    if (chance.one_in(50)) {
        return {4, 16 + chance.below(18), 150};
    }
    return {1 + chance.below(2), 1 + chance.below(3), 20 + chance.below(50)};
}

std::vector<Step> make_script(std::uint64_t seed) {
    Chance chance(seed);
    const Size size = size_of(seed);
    // Some worlds are kind, so that what happens in them can happen at all.
    const std::size_t trouble_one_in = chance.one_in(3) ? 1'000'000 : 6 + chance.below(20);
    const std::size_t bad_network_one_in = chance.one_in(3) ? 1'000'000 : 1 + chance.below(3);
    std::vector<Step> script;
    for (std::size_t i = 0; i < size.steps; ++i) {
        Step step;
        step.number = static_cast<unsigned>(i + 1);
        step.deed = some_deed(chance);
        step.phone = chance.below(1'000'000);
        step.chance = chance.number();
        step.bad_network = chance.one_in(bad_network_one_in);
        step.trouble = some_trouble(chance, trouble_one_in);
        step.hub_trouble = some_trouble(chance, trouble_one_in);
        step.after = chance.below(chance.one_in(2) ? 8 : 60);
        script.push_back(step);
    }
    return script;
}

std::string_view name_of(Deed deed) {
    constexpr std::array<std::string_view, deeds> names{
        "makes",     "edits",     "renames", "stages",     "moves",        "removes",      "restores",
        "settles",   "oversteps", "meets",   "packs",      "unpacks",      "waits",        "winds",
        "rematches", "joins",     "loses",   "copies_hub", "restores_hub", "restarts_hub", "looks"};
    return names[static_cast<std::size_t>(deed)];
}

std::string_view name_of(Net net) {
    constexpr std::array<std::string_view, nets> names{"works",
                                                       "loses the request",
                                                       "loses the answer",
                                                       "brings the request twice",
                                                       "delays the request",
                                                       "cuts the answer",
                                                       "flips a bit of the answer",
                                                       "flips a bit of the request",
                                                       "repeats an earlier answer",
                                                       "is a portal"};
    return names[static_cast<std::size_t>(net)];
}

std::string_view name_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::none: return "nothing";
        case Trouble::fails: return "an operation of the disk fails";
        case Trouble::full: return "the disk is full";
        case Trouble::dies: return "the process dies";
    }
    return {};
}

}  // namespace ayni::simulation
