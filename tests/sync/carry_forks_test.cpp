// Two histories under one device's name: a phone that was put back as it had been, and wrote something else. Nobody
// is told that the hub has what it hasn't, and nothing of either is thrown away.

#include <algorithm>
#include <catch2/generators/catch_generators.hpp>

#include "tests/sync/carry_files.hpp"
#include "tests/sync/lasting_phone.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace ayni::carry_test;

namespace {

struct Fork {
    Village village;
    LastingPhone rosa{village, village.rosa};
    LastingPhone maude{village, village.maude};
    std::string file;  // of the one history

    /// How many envelopes the other history has, which goes to the hub.
    explicit Fork(int others) {
        rosa.phone.sync();
        maude.phone.sync();
        const std::string before = rosa.closes();
        rosa.opens();
        rosa.writes("por archivo");
        file = file_of(rosa.phone);
        rosa.is_put_back(before);
        for (int i = 0; i < others; ++i) {
            rosa.writes("por el servidor " + std::to_string(i));
            rosa.phone.sync();
        }
    }
    [[nodiscard]] Titles with_the_hub() {
        village.odile.sync();
        Titles all;
        for (const Record& goal : must(village.odile.store->list(kind::goal))) {
            all.insert(goal.text("title"));
        }
        return all;
    }
};

}  // namespace

TEST_CASE("a fork that comes by file gives way to what the hub has, and the hub sets it aside") {
    const int others = GENERATE(1, 3);
    CAPTURE(others);
    Fork fork(others);
    LastingPhone& maude = fork.maude;
    takes(maude.phone, fork.file);
    REQUIRE(maude.titles() == Titles{"por archivo"});
    const client::Summary summary = maude.phone.sync();
    CHECK(summary.relayed == 0);
    CHECK(summary.refused.empty());
    CHECK(maude.titles() == fork.with_the_hub());
    CHECK(maude.titles().size() == static_cast<std::size_t>(others));
    maude.is_sound();
    CHECK(maude.phone.sync().requests == 1);
    REQUIRE(must(fork.village.closed().quarantine()).size() == 1);
    fork.village.reopen();
    fork.village.is_sound();
}

TEST_CASE("a fork that comes by file after what the hub has is not taken") {
    Fork fork(2);
    LastingPhone& maude = fork.maude;
    maude.phone.sync();
    takes(maude.phone, fork.file);
    CHECK(maude.titles() == fork.with_the_hub());
    maude.is_sound();
}

TEST_CASE("a fork that a courier brings is set aside by the hub as well") {
    Fork fork(2);
    const auto elena = fork.village.phone_of(fork.village.elena);
    takes(*elena, fork.file);
    elena->sync();
    CHECK(must(elena->store->carried(false, SIZE_MAX)).empty());
    CHECK(fork.with_the_hub() == Titles{"por el servidor 0", "por el servidor 1"});
    CHECK(must(fork.village.closed().quarantine()).size() == 1);
}
