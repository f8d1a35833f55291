// Whole histories, made up from a seed, on real stores. The numbers here are for every test run;
// AYNI_HISTORIES=1000000 makes it a night's work. AYNI_SEED=n plays one history and says what is wrong with it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "tests/engine/histories/play.hpp"
#include "tests/engine/histories/size.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

// Every so often the whole log is replayed on every phone; it costs as much as ten histories.
Manner manner_of(std::uint64_t seed) {
    return {false, seed % 16 == 0 || length_of(seed) > 100, 0, seed};
}

std::string told(const std::vector<Script>& history) {
    std::string all;
    for (const Script& script : history) {
        all += "  " + to_text(script) + '\n';
    }
    return all;
}

// Fails with one line that plays it again, and the fewest steps that still go wrong.
void all_goes_well(Cast& cast, const std::vector<Script>& history, Manner manner) {
    const std::string wrong = play(cast, history, manner);
    if (!wrong.empty()) {
        manner.checks_all = manner.checks_all || wrong.find("replayed") != std::string::npos;
        const auto least = shrink(cast, history, manner);
        FAIL("AYNI_SEED=" << manner.seed << " histories_test\n" << told(least) << play(cast, least, manner));
    }
}

}  // namespace

TEST_CASE("after any history everybody shows what its changes make, however they met, and nothing is lost") {
    Cast cast;
    const std::uint64_t one = number_in("AYNI_SEED", 0);
    const Seeds all = one != 0 ? Seeds{one, one} : seeds();
    for (std::uint64_t seed = all.first; seed <= all.last; ++seed) {
        Shape shape;
        shape.steps = length_of(seed);
        shape.verdicts = seed % 3 == 0;
        shape.partings = seed % 4 == 1;
        shape.newer = seed % 5 == 2;
        Manner manner = manner_of(seed);
        manner.checks_all = manner.checks_all || one != 0;
        all_goes_well(cast, make_history(seed, shape), manner);
    }
}

TEST_CASE("a history in which everybody had seen what was written before ends the same under any clocks") {
    Cast cast;
    for (auto [seed, last] = seeds(1, 20); seed <= last; ++seed) {
        Shape shape;
        shape.steps = length_of(seed);
        shape.verdicts = seed % 2 == 0;
        shape.newer = shape.clocks = false;
        const auto history = make_history(seed, shape);
        std::string expected;
        for (const std::uint64_t clocks : {0U, 1U, 2U}) {
            const Manner manner{true, false, clocks == 0 ? 0 : seed * 2 + clocks, seed};
            INFO("seed " << seed << '\n' << told(history));
            Play played(cast, manner);
            REQUIRE_NOTHROW(played.run(history));
            const std::string end = played.end_without_clocks();
            expected = clocks == 0 ? end : expected;
            REQUIRE(end == expected);
        }
    }
}

TEST_CASE("a few envelopes give the same in every order in which they can come") {
    Cast cast;
    for (auto [seed, last] = seeds(1, 20); seed <= last; ++seed) {
        Shape shape;
        shape.steps = 9;
        shape.partings = false;
        const auto history = make_history(seed, shape);
        INFO("seed " << seed << '\n' << told(history));
        Play played(cast, {false, false, 0, seed});
        REQUIRE_NOTHROW(played.run(history));
        std::vector<Envelope> log = cast.witness().log(plan);
        log.resize(std::min<std::size_t>(log.size(), 6));
        std::vector<std::size_t> order(log.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::string first;
        do {
            cast.begin_anew(cast.witness());
            for (std::size_t rounds = log.size(); rounds > 0; --rounds) {
                for (const std::size_t at : order) {
                    cast.witness().takes({log[at]});
                }
            }
            const std::string picture = cast.witness().picture(plan);
            first = first.empty() ? picture : first;
            REQUIRE(picture == first);
        } while (std::ranges::next_permutation(order).found);
    }
}
