// Heads, removals and ranks, without any store: held against what they are by definition.

#include "engine/merge/heads.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <random>
#include <set>
#include <tuple>

#include "engine/merge/packed.hpp"
#include "engine/merge/rank.hpp"
#include "tests/engine/histories/size.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : source_(seed) {}
    std::size_t roll(std::size_t sides) { return source_() % sides; }
    std::mt19937_64& source() { return source_; }

    Value value(Rule rule) {
        const std::string word(1, static_cast<char>('a' + roll(3)));
        switch (rule) {
            case Rule::set: return roll(3) == 0 ? Value{} : Value{word};
            case Rule::rank: return Place{word, "V", roll(2) == 0};
            case Rule::removal: return Removal{roll(3) != 0, {{DeviceId{1 + roll(3)}, 1 + roll(4)}}};
            default: return word;
        }
    }

    /// Changes of one register, each over some of those before it; equal stamps and slow clocks among them.
    std::vector<Change> changes(Rule rule) {
        std::vector<Change> all;
        for (std::uint64_t i = 1; i <= 3 + roll(6); ++i) {
            Change next{{DeviceId{1 + roll(3)}, i},
                        {DeviceId{9}, 1},
                        kind::goal,
                        8,
                        {},
                        value(rule),
                        Stamp::at(static_cast<std::int64_t>(roll(4))),
                        {}};
            for (const Change& before : all) {
                if (roll(3) == 0) {
                    next.supersedes.push_back(before.dot);
                }
            }
            all.push_back(std::move(next));
        }
        return all;
    }

private:
    std::mt19937_64 source_;
};

constexpr Rule rules[] = {Rule::pick, Rule::text, Rule::set, Rule::rank, Rule::once, Rule::removal};

// One after the other, as they come, with what was superseded before it came kept in mind.
Heads one_by_one(const std::vector<Change>& changes, Rule rule) {
    Heads heads;
    std::set<Dot> superseded;
    for (const Change& change : changes) {
        heads = advance(std::move(heads), change, rule, superseded.contains(change.dot));
        superseded.insert(change.supersedes.begin(), change.supersedes.end());
    }
    return heads;
}

// What no change supersedes, the greatest stamp first; of what is written once, all.
Heads by_definition(const std::vector<Change>& changes, Rule rule) {
    std::set<Dot> superseded;
    for (const Change& change : changes) {
        superseded.insert(change.supersedes.begin(), change.supersedes.end());
    }
    Heads heads;
    for (const Change& change : changes) {
        if (rule == Rule::once || !superseded.contains(change.dot)) {
            heads.push_back({change.dot, change.stamp, change.value});
        }
    }
    std::ranges::sort(heads, [](const Head& a, const Head& b) {
        return std::tie(a.stamp, a.dot.device, a.dot.seq) > std::tie(b.stamp, b.dot.device, b.dot.seq);
    });
    return heads;
}

}  // namespace

TEST_CASE("changes in any order, some twice, give the heads that no change supersedes") {
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        for (const Rule rule : rules) {
            Chance chance(seed);
            const auto changes = chance.changes(rule);
            auto shuffled = changes;
            shuffled.push_back(changes[chance.roll(changes.size())]);
            std::ranges::shuffle(shuffled, chance.source());
            INFO("seed " << seed << ", rule " << static_cast<int>(rule));
            REQUIRE(one_by_one(shuffled, rule) == by_definition(changes, rule));
        }
    }
}

TEST_CASE("what is shown of several heads is what the rule says, and nobody is asked without need") {
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        for (const Rule rule : rules) {
            Chance chance(seed);
            const Heads heads = by_definition(chance.changes(rule), rule);
            const Shown shown = show(rule, heads);
            const Head& head = heads.at(shown.index);
            std::set<std::string> said;
            for (const Head& other : heads) {
                if (rule != Rule::set || !is_empty(other.value)) {
                    said.insert(pack(other.value));
                }
            }
            INFO("seed " << seed << ", rule " << static_cast<int>(rule));
            const bool asks = rule == Rule::pick || rule == Rule::text || rule == Rule::set;
            REQUIRE(shown.contested == (asks && said.size() > 1));
            // Nothing that the rule would rather show has a greater stamp.
            const auto would_rather = [&](const Head& other) {
                switch (rule) {
                    case Rule::set: return !is_empty(other.value);
                    case Rule::rank: return !std::get<Place>(other.value).respaced;
                    case Rule::removal: return !std::get<Removal>(other.value).removed;
                    default: return true;
                }
            };
            const auto best = rule == Rule::once ? std::prev(heads.end()) : std::ranges::find_if(heads, would_rather);
            REQUIRE(head == (best == heads.end() ? heads.front() : *best));
        }
    }
}

TEST_CASE("a record is hidden while every value in it was seen by somebody who took it away, and nobody restores it") {
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Chance chance(seed);
        const Heads removals = by_definition(chance.changes(Rule::removal), Rule::removal);
        std::vector<Dot> others;
        for (auto n = chance.roll(4); n > 0; --n) {
            others.push_back({DeviceId{1 + chance.roll(3)}, 1 + chance.roll(4)});
        }
        bool hidden = true;
        for (const Head& removal : removals) {
            hidden = hidden && std::get<Removal>(removal.value).removed;
        }
        for (const Dot& dot : others) {
            bool seen = false;
            for (const Head& removal : removals) {
                const Dot& saw = std::get<Removal>(removal.value).saw.front();
                seen = seen || (saw.device == dot.device && saw.seq >= dot.seq);
            }
            hidden = hidden && seen;
        }
        INFO("seed " << seed);
        REQUIRE(hides(removals, others) == hidden);
        // One more value that nobody had seen always brings it back.
        others.push_back({DeviceId{77}, 1});
        REQUIRE_FALSE(hides(removals, others));
        REQUIRE_FALSE(hides({}, others));
    }
}

TEST_CASE("there is a rank between any two, wherever and however often things are put in") {
    for (auto [seed, last] = seeds(1, 10); seed <= last; ++seed) {
        Chance chance(seed);
        std::vector<std::string> ranks;
        for (int i = 0; i < 40; ++i) {
            const std::size_t at =
                chance.roll(3) == 0 ? chance.roll(ranks.size() + 1) : (seed % 2 == 0 ? 0 : ranks.size());
            const std::string before = at == 0 ? "" : ranks[at - 1];
            const std::string after = at == ranks.size() ? "" : ranks[at];
            const auto salt = static_cast<unsigned>(chance.roll(200));
            const std::string between = rank_between(before, after, salt);
            INFO("seed " << seed << ": " << before << " < " << between << " < " << after);
            REQUIRE(before < between);
            REQUIRE((after.empty() || between < after));
            REQUIRE(between.back() != '0');
            ranks.insert(ranks.begin() + static_cast<std::ptrdiff_t>(at), between);
        }
    }
}

TEST_CASE("what is packed reads back the same, and what isn't that, whatever it is, is refused or reads back too") {
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Chance chance(seed);
        auto changes = chance.changes(rules[seed % 6]);
        std::string bytes = pack(changes);
        REQUIRE(*unpack_changes(bytes) == changes);
        for (int i = 0; i < 4; ++i) {
            bytes[chance.roll(bytes.size())] = static_cast<char>(chance.roll(256));
            if (const auto other = unpack_changes(bytes)) {
                REQUIRE(*unpack_changes(pack(*other)) == *other);
            }
        }
    }
}
