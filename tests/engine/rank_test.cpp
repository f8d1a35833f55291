// Indexes: properties over made-up lanes, from seeds.

#include "engine/merge/rank.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <random>

using namespace ayni;

namespace {

using Lane = std::vector<Neighbour>;

// Puts `n` things in before lane[at], as a use case does; gives how many neighbours gave way.
std::size_t put(Lane& lane, std::size_t at, std::size_t n, std::uint64_t salt) {
    const Room room = make_room(lane, at, n, salt);
    REQUIRE(room.indexes.size() == n);
    for (std::size_t i = 0; i < room.respaced.size(); ++i) {
        REQUIRE_FALSE(lane.at(room.first + i).fixed);
        lane.at(room.first + i).index = room.respaced[i];
    }
    for (std::size_t i = 0; i < n; ++i) {
        lane.insert(lane.begin() + static_cast<std::ptrdiff_t>(at + i), Neighbour{room.indexes[i]});
    }
    return room.respaced.size();
}

bool is_in_order(const Lane& lane) {
    return std::ranges::adjacent_find(lane, [](const auto& a, const auto& b) { return a.index >= b.index; }) ==
           lane.end();
}

bool is_well_made(const Lane& lane) {
    return std::ranges::all_of(lane, [](const Neighbour& one) {
        return !one.index.empty() && one.index.size() <= rank_most && one.index.back() != '0' &&
               std::ranges::all_of(one.index, [](unsigned char c) { return std::isalnum(c) != 0; });
    });
}

Lane lane_of(std::initializer_list<const char*> indexes) {
    Lane lane;
    for (const char* index : indexes) {
        lane.push_back({index});
    }
    return lane;
}

}  // namespace

TEST_CASE("after any sequence of insertions a lane is in order, and no index is long or ends in '0'") {
    for (unsigned seed = 1; seed <= 150; ++seed) {
        INFO("seed " << seed);
        std::mt19937 random(seed);
        const auto roll = [&](std::size_t sides) {
            return std::uniform_int_distribution<std::size_t>(0, sides - 1)(random);
        };
        Lane lane;
        const std::size_t habit = roll(4);  // anywhere, at one place, at the start, at the end
        std::size_t place = 0;
        for (int i = 0; i < 300; ++i) {
            const std::size_t at = habit == 0   ? roll(lane.size() + 1)
                                   : habit == 1 ? std::min(place + roll(2), lane.size())
                                   : habit == 2 ? 0
                                                : lane.size();
            place = at;
            put(lane, at, roll(12) == 0 ? 1 + roll(40) : 1, roll(5));
            if (roll(9) == 0) {
                lane.erase(lane.begin() + static_cast<std::ptrdiff_t>(roll(lane.size())));
            }
        }
        CHECK(is_in_order(lane));
        CHECK(is_well_made(lane));
    }
}

TEST_CASE("a thousand insertions into one gap keep every index under 24 bytes, and few neighbours give way") {
    const std::vector<std::function<std::size_t(const Lane&, int)>> habits{
        [](const Lane&, int) { return std::size_t{1}; },
        [](const Lane& lane, int) { return lane.size() - 1; },
        [](const Lane& lane, int) { return lane.size() / 2; },
        [](const Lane& lane, int i) { return lane.size() / 2 + static_cast<std::size_t>(i % 2); },
    };
    for (const auto& habit : habits) {
        Lane lane = lane_of({"V", "W"});
        std::size_t gave_way = 0;
        for (int i = 0; i < 1000; ++i) {
            gave_way += put(lane, habit(lane, i), 1, static_cast<std::uint64_t>(i % 7));
            REQUIRE(is_well_made(lane));
        }
        CHECK(is_in_order(lane));
        CHECK(gave_way < 6'000);
    }
    Lane lane;
    for (int i = 0; i < 1000; ++i) {
        CHECK(put(lane, lane.size(), 1, 3) == 0);  // where most is added there is always room
    }
}

TEST_CASE("things that change places in a lane of twenty, a thousand times, rarely make others give way") {
    std::mt19937 random(11);
    Lane lane;
    put(lane, 0, 20, 9);
    std::size_t gave_way = 0;
    for (int i = 0; i < 1000; ++i) {
        lane.erase(i % 2 == 0 ? lane.begin() : lane.end() - 1);
        gave_way += put(lane, 10, 1, 9);
    }
    CHECK(is_in_order(lane));
    CHECK(is_well_made(lane));
    CHECK(gave_way < 400);
}

TEST_CASE("a run stands between its bounds, in order, and two people's runs at one place don't mix") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        std::mt19937_64 random(seed);
        std::string low = rank_between({}, {}, static_cast<unsigned>(random()));
        std::string high = rank_between(low, {}, static_cast<unsigned>(random()));
        for (int i = 0; i < static_cast<int>(random() % 20); ++i) {
            (random() % 2 == 0 ? low : high) = rank_between(low, high, static_cast<unsigned>(random()));
        }
        const std::string_view before = random() % 5 == 0 ? std::string_view{} : low;
        const std::string_view after = random() % 5 == 0 ? std::string_view{} : high;
        const auto hers = ranks_between(before, after, 2 + random() % 99, random());
        const auto his = ranks_between(before, after, 2 + random() % 99, random());
        for (const auto& run : {hers, his}) {
            CHECK(std::ranges::is_sorted(run));
            CHECK(std::ranges::adjacent_find(run) == run.end());
            CHECK(before < run.front());
            CHECK((after.empty() || run.back() < after));
            CHECK(std::ranges::none_of(run, [](const std::string& index) { return index.back() == '0'; }));
        }
        CHECK((hers.back() < his.front() || his.back() < hers.front()));
    }
    CHECK(ranks_between("A", "B", 0).empty());
    CHECK(ranks_between("A", "B", 1, 5) == std::vector{rank_between("A", "B", 5)});
}

TEST_CASE("between equal indexes, and beside one without any, there is room once a neighbour gives way") {
    Lane equal = lane_of({"A", "V", "V", "X"});
    CHECK(put(equal, 2, 1, 4) == 1);
    CHECK(is_in_order(equal));
    CHECK(equal[0].index == "A");
    Lane without = lane_of({"", "V"});
    CHECK(put(without, 0, 3, 4) == 1);
    CHECK(is_in_order(without));
    Lane tight = lane_of({"A", "A0", "B"});  // nobody makes such an index, but one could come
    CHECK(put(tight, 1, 1, 4) == 1);
    CHECK(is_in_order(tight));
    Lane foreign = lane_of({"\x01", "!!", "~~~", "\xC3\xB1"});
    for (int i = 0; i < 40; ++i) {
        put(foreign, 2, 1, 4);
        CHECK(is_in_order(foreign));
    }
}

TEST_CASE("the same neighbours give way to the same indexes, whatever two people put between them") {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::mt19937 random(seed);
        Lane lane = lane_of({"V", "W"});
        std::size_t at = 1;
        Room room;
        while (room.respaced.empty()) {
            put(lane, at, 1, 1 + random() % 60);
            at += random() % 2;
            room = make_room(lane, at, 1, 3);
        }
        const Room other = make_room(lane, at, 1, 44);
        CHECK(other.first == room.first);
        CHECK(other.respaced == room.respaced);
        // So both can be in at once, between the same two.
        CHECK(room.indexes != other.indexes);
        for (const auto& neighbour : room.respaced) {
            CHECK((neighbour < room.indexes[0]) == (neighbour < other.indexes[0]));
        }
    }
}

TEST_CASE("whether there is room, and who gives way for it, doesn't depend on who asks") {
    std::mt19937_64 chance(11);
    std::size_t gave_way = 0;
    for (int lanes = 0; lanes < 20; ++lanes) {
        Lane lane = lane_of({"V", "W"});
        std::size_t at = 1;
        for (int i = 0; i < 300; ++i) {
            const Room one = make_room(lane, at, 1, 1);
            for (const std::uint64_t salt : {std::uint64_t{31}, std::uint64_t{60}, std::uint64_t{61}, chance()}) {
                const Room other = make_room(lane, at, 1, salt);
                REQUIRE(other.first == one.first);
                REQUIRE(other.respaced == one.respaced);
            }
            gave_way += one.respaced.size();
            put(lane, at, 1, chance());
            at += chance() % 2;
        }
    }
    CHECK(gave_way > 0);
}

TEST_CASE("what is fixed stays, and then an index may be long rather than missing") {
    Lane lane = lane_of({"V", "V", "V"});
    lane[1].fixed = lane[2].fixed = true;
    CHECK(put(lane, 1, 1, 4) == 1);  // the first gives way, the others stay
    CHECK(lane[0].index < lane[1].index);
    CHECK(lane[1].index < lane[2].index);
    CHECK(lane[2].index == "V");
    CHECK(put(lane, 3, 1, 4) == 0);
    CHECK(lane[3].index > "V");
    Lane crowded{{"V", true}, {"W", true}};
    for (int i = 0; i < 200; ++i) {
        const Room room = make_room(crowded, 1, 1, 4);
        CHECK(room.respaced.empty());
        crowded[i % 2 == 0 ? 0 : 1] = {room.indexes[0], true};
        CHECK(crowded[0].index < crowded[1].index);
    }
    CHECK(crowded[0].index.size() > rank_most);
}
