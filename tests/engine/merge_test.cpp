#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include "engine/merge/heads.hpp"
#include "engine/merge/packed.hpp"
#include "engine/merge/rank.hpp"

using namespace ayni;

namespace {

constexpr DeviceId ana{1};
constexpr DeviceId ben{2};

Change change(DeviceId device, std::uint64_t seq, std::int64_t ms, Value value, std::vector<Dot> supersedes = {}) {
    return {{device, seq}, {ana, 1}, kind::goal, 8, {}, std::move(value), Stamp::at(ms), std::move(supersedes)};
}

Heads all_of(const std::vector<Change>& changes, Rule rule) {
    Heads heads;
    std::vector<Dot> superseded;
    for (const Change& c : changes) {
        const bool gone = std::ranges::find(superseded, c.dot) != superseded.end();
        heads = advance(heads, c, rule, gone);
        superseded.insert(superseded.end(), c.supersedes.begin(), c.supersedes.end());
    }
    return heads;
}

std::string shown(Rule rule, const Heads& heads) {
    return std::get<std::string>(heads[show(rule, heads).index].value);
}

}  // namespace

TEST_CASE("an edit that has seen another replaces it, whatever the clocks say") {
    const auto first = change(ana, 1, 9'000'000, std::string("old"));
    const auto second = change(ben, 1, 5, std::string("new"), {first.dot});
    const Heads heads = all_of({first, second}, Rule::pick);
    REQUIRE(heads.size() == 1);
    CHECK(shown(Rule::pick, heads) == "new");
    CHECK(all_of({second, first}, Rule::pick) == heads);
}

TEST_CASE("two edits that had not seen each other both stay, and the greater stamp is shown") {
    const auto a = change(ana, 1, 100, std::string("hers"));
    const auto b = change(ben, 1, 200, std::string("mine"));
    const Heads heads = all_of({a, b}, Rule::pick);
    REQUIRE(heads.size() == 2);
    CHECK(shown(Rule::pick, heads) == "mine");
    CHECK(show(Rule::pick, heads).contested);
    CHECK(all_of({b, a}, Rule::pick) == heads);
    const auto settled = change(ana, 2, 50, std::string("ours"), {a.dot, b.dot});
    CHECK(advance(heads, settled, Rule::pick).size() == 1);
}

TEST_CASE("the same value written twice apart is nobody's quarrel, and a place on the board neither") {
    const auto a = change(ana, 1, 100, std::string("same"));
    const auto b = change(ben, 1, 200, std::string("same"));
    CHECK_FALSE(show(Rule::pick, all_of({a, b}, Rule::pick)).contested);
    const auto c = change(ben, 2, 300, std::string("other"));
    CHECK_FALSE(show(Rule::rank, all_of({a, c}, Rule::rank)).contested);
}

TEST_CASE("a place that was only respaced never wins over one that somebody chose, until she has seen it") {
    const auto moved = change(ana, 1, 100, Place{"medium", "V"});
    const auto respaced = change(ben, 1, 200, Place{"short", "d", true});
    const Heads heads = all_of({moved, respaced}, Rule::rank);
    REQUIRE(heads.size() == 2);
    CHECK(std::get<Place>(heads[show(Rule::rank, heads).index].value).lane == "medium");
    const auto seen = change(ben, 2, 300, Place{"medium", "W", true}, {moved.dot, respaced.dot});
    const Heads later = advance(heads, seen, Rule::rank);
    REQUIRE(later.size() == 1);
    CHECK(std::get<Place>(later[show(Rule::rank, later).index].value).index == "W");
}

TEST_CASE("equal stamps are settled by the device, so that all see the same") {
    const auto a = change(ana, 1, 100, std::string("a"));
    const auto b = change(ben, 1, 100, std::string("b"));
    CHECK(shown(Rule::pick, all_of({a, b}, Rule::pick)) == "b");
    CHECK(shown(Rule::pick, all_of({b, a}, Rule::pick)) == "b");
}

TEST_CASE("once keeps the first, also against one that claims to replace it") {
    const auto first = change(ana, 1, 100, std::string("first"));
    const auto later = change(ben, 1, 200, std::string("later"), {first.dot});
    CHECK(shown(Rule::once, all_of({first, later}, Rule::once)) == "first");
    CHECK(shown(Rule::once, all_of({later, first}, Rule::once)) == "first");
}

TEST_CASE("an add beats a removal that had not seen it") {
    const auto add = change(ana, 1, 100, true);
    const auto out = change(ben, 1, 900, Value{}, {add.dot});
    const auto again = change(ana, 2, 200, true, {add.dot});
    const Heads heads = all_of({add, out, again}, Rule::set);
    CHECK_FALSE(is_empty(heads[show(Rule::set, heads).index].value));
    const Heads gone = all_of({add, out}, Rule::set);
    CHECK(is_empty(gone[show(Rule::set, gone).index].value));
}

TEST_CASE("a removal hides what it saw; an unseen edit or a restore brings the record back") {
    const Heads removal{{{ben, 5}, Stamp::at(10), Removal{true, {{ana, 3}}}}};
    CHECK(hides(removal, std::vector<Dot>{{ana, 2}, {ana, 3}}));
    CHECK_FALSE(hides(removal, std::vector<Dot>{{ana, 4}}));
    CHECK_FALSE(hides(removal, std::vector<Dot>{{ben, 1}}));
    CHECK_FALSE(hides({}, std::vector<Dot>{{ana, 1}}));
    const Heads restored{{{ana, 4}, Stamp::at(1), Removal{}}, removal.front()};
    CHECK_FALSE(hides(restored, std::vector<Dot>{{ana, 2}}));
    const Heads two{{{ana, 9}, Stamp::at(11), Removal{true, {{ben, 1}}}}, removal.front()};
    CHECK(hides(two, std::vector<Dot>{{ana, 3}, {ben, 1}}));
}

TEST_CASE("any order of arrival, and any number of repetitions, gives the same heads") {
    std::mt19937 random(20261124);
    for (int history = 0; history < 2000; ++history) {
        std::vector<Change> changes;
        for (std::uint64_t i = 1; i <= 8; ++i) {
            const DeviceId device{1 + random() % 3};
            Change next = change(device, i, static_cast<std::int64_t>(random() % 1000), std::to_string(random() % 4));
            for (const Change& seen : changes) {
                if (random() % 3 == 0) {
                    next.supersedes.push_back(seen.dot);
                }
            }
            changes.push_back(next);
        }
        for (const Rule rule : {Rule::pick, Rule::set, Rule::rank, Rule::once}) {
            const Heads expected = all_of(changes, rule);
            std::vector<Change> shuffled = changes;
            shuffled.insert(shuffled.end(), changes.begin(), changes.begin() + 4);
            std::ranges::shuffle(shuffled, random);
            CHECK(all_of(shuffled, rule) == expected);
        }
    }
}

TEST_CASE("stamps rise whatever the clock does") {
    Stamp last = Stamp::at(1'000);
    for (const std::int64_t now : {std::int64_t{2'000}, std::int64_t{0}, std::int64_t{-5}, std::int64_t{1'999},
                                   std::int64_t{9'999'999'999'999'999}}) {
        const Stamp next = next_stamp(last, now);
        CHECK(next > last);
        last = next;
    }
}

TEST_CASE("there is always an index between two others") {
    CHECK(rank_between("", "") > "");
    std::string low = "G";
    std::string high = "V";
    for (int i = 0; i < 1000; ++i) {
        const std::string between = rank_between(low, high);
        REQUIRE(low < between);
        REQUIRE(between < high);
        REQUIRE(between.back() != '0');
        (i % 2 == 0 ? low : high) = between;
    }
    std::string last = "V";
    for (int i = 0; i < 1000; ++i) {
        const std::string next = rank_between(last, "");
        REQUIRE(last < next);
        last = next;
    }
    CHECK(last.size() < 64);
    std::string first = "V";
    for (int i = 0; i < 200; ++i) {
        const std::string next = rank_between("", first);
        REQUIRE(next < first);
        first = next;
    }
    CHECK(rank_between("V", "V") > "V");
    CHECK(rank_between("A", "B", 1) != rank_between("A", "B", 2));
    CHECK(rank_between("A", "B", 61) < "B");
}

TEST_CASE("what is packed reads back the same, and anything else is malformed") {
    const std::vector<Value> values{Value{},
                                    true,
                                    false,
                                    std::int64_t{-7},
                                    1.5,
                                    std::string("ñ"),
                                    RecordId{ana, 3},
                                    Place{"short", "V"},
                                    Stage{"done", 5},
                                    Stage{"open", {}},
                                    Made{{ben, 1}, -4},
                                    Removal{true, {{ana, 1}, {ben, 2}}}};
    std::vector<Change> changes;
    for (const Value& value : values) {
        CHECK(*unpack_value(pack(value)) == value);
        changes.push_back(change(ana, changes.size() + 1, 5, value, {{ben, 3}}));
    }
    const std::string bytes = pack(changes);
    CHECK(*unpack_changes(bytes) == changes);
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        CHECK(unpack_changes(std::string_view(bytes).substr(0, cut)).has_value() == false);
    }
    CHECK_FALSE(unpack_changes(bytes + 'x').has_value());
}
