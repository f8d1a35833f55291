// What came by file and the hub won't have leaves the device: the log, the tables and the blocks of the log.

#include <random>

#include "engine/store/blocks.hpp"
#include "engine/store/recovery.hpp"
#include "tests/engine/damage.hpp"
#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

// Ana's goals, one in each envelope, as they lie in Ben's packed log.
struct Packed {
    Packed() {
        for (const char* title : {"Pan", "Queso", "Miel", "Sal"}) {
            goals.push_back(ana.makes(plan, kind::goal, {{"title", std::string(title)}, {"why", words(title)}}));
            ana.seal(plan);
        }
        own = ben.makes(plan, kind::goal, {{"title", std::string("De Ben")}});
        ben.seal(plan);
        for (const Envelope& envelope : must(ben.store->unsent(SIZE_MAX))) {
            must(ben.store->settle(envelope.scope, envelope.first_seq, Delivery::received));
        }
        ben.hears(ana, plan);
        must(ben.store->compact_log());
        for (const Envelope& envelope : must(ana.store->envelopes(plan))) {
            first_seqs.push_back(envelope.first_seq);
        }
        REQUIRE(number_in("SELECT count(*) FROM envelope WHERE block IS NULL") == 0);
    }
    // That don't shrink to nothing.
    static std::string words(const std::string& seed) {
        std::mt19937_64 random(seed.size());
        std::string text = seed;
        while (text.size() < 2000) {
            text += ' ' + std::to_string(random());
        }
        return text;
    }
    [[nodiscard]] std::int64_t number_in(const std::string& sql) const {
        return must(ben.store->database().number(sql));
    }
    [[nodiscard]] bool has(RecordId id) const { return must(ben.store->find(id)).has_value(); }
    // The hub was restored from a backup and lacks them: they are offered again, and it doesn't take them.
    void takes_back(std::size_t from) const {
        must(ben.store->offer_again_of(plan, ana.store->device()));
        must(ben.store->take_back(plan, ana.store->device(), first_seqs[from]));
    }

    Phone ana;
    Folder folder;
    Phone ben{folder.path / "profile.db"};
    std::vector<RecordId> goals;
    std::vector<std::uint64_t> first_seqs;
    RecordId own;
};

}  // namespace

TEST_CASE("what is taken back after it was packed leaves the tables and its block, and the rest of that stays") {
    const Packed packed;
    packed.takes_back(2);
    CHECK(packed.has(packed.goals[0]));
    CHECK(packed.has(packed.goals[1]));
    CHECK_FALSE(packed.has(packed.goals[2]));
    CHECK_FALSE(packed.has(packed.goals[3]));
    CHECK(packed.ben.sees(packed.own).text("title") == "De Ben");
    packed.ben.is_sound();
    std::string left;
    {
        auto blocks = must(packed.ben.store->database().prepare("SELECT bytes FROM block"));
        while (must(blocks.step())) {
            left += must(plain_of_block(blocks.view(0)));
        }
    }
    CHECK(left.find("Queso") != std::string::npos);
    CHECK(left.find("Miel") == std::string::npos);
    CHECK(left.find("Sal ") == std::string::npos);
    // They may come again.
    packed.ben.hears(packed.ana, plan);
    CHECK(packed.ben.sees(packed.goals[3]).text("title") == "Sal");
    packed.ben.is_sound();
}

TEST_CASE("where all of a block is taken back, none is left") {
    const Packed packed;
    packed.takes_back(0);
    for (const RecordId goal : packed.goals) {
        CHECK_FALSE(packed.has(goal));
    }
    CHECK(packed.number_in("SELECT count(*) FROM envelope") == 1);
    CHECK(must(packed.ben.store->known(plan)).size() == 1);
    packed.ben.is_sound();
    packed.ben.hears(packed.ana, plan);
    CHECK(packed.has(packed.goals[0]));
    packed.ben.is_sound();
}

TEST_CASE("in a log with a hole what is taken back leaves it reaching no further than the hole") {
    Packed packed;
    Phone& ben = packed.ben;
    const std::vector<Envelope> from_ana = packed.ana.log(plan);
    {
        // The second of Ana's is lost.
        must(ben.store->database().run("DELETE FROM envelope WHERE first_seq=" + std::to_string(packed.first_seqs[1]) +
                                       " AND replica<>(SELECT min(replica) FROM envelope)"));
        must(ben.store->database().checkpoint());
        ben.store.reset();
        REQUIRE(must(recover(packed.folder.path / "profile.db", settings(ben.clock))).gaps.size() == 1);
        ben.store = must(Store::open(packed.folder.path / "profile.db", settings(ben.clock)));
    }
    const auto reaches = [&] {
        for (const Reach& reach : must(ben.store->known(plan))) {
            if (reach.device == packed.ana.store->device()) {
                return reach.seq;
            }
        }
        return std::uint64_t{0};
    };
    const std::uint64_t before = reaches();
    CHECK(before == packed.first_seqs[1] - 1);
    packed.takes_back(3);
    CHECK(reaches() == before);
    CHECK(packed.has(packed.goals[2]));
    CHECK_FALSE(packed.has(packed.goals[3]));
    ben.is_sound();
    ben.takes(from_ana);
    CHECK(reaches() == from_ana.back().last_seq);
    ben.is_sound();
}

TEST_CASE("what is taken back leaves no word in the index, not even one that says that it went") {
    Phone ana;
    const Folder folder;
    const Phone ben(folder.path / "profile.db");
    ben.makes(plan, kind::goal, {{"title", std::string("De Ben")}});
    ben.seal(plan);
    ana.makes(plan, kind::goal, {{"title", std::string("Quinoa")}});
    const std::vector<Envelope> from_ana = ana.log(plan);
    must(ben.store->receive(from_ana, {}, Arrival::for_the_hub));
    must(ben.store->database().checkpoint());
    REQUIRE(bytes_of(folder.path / "profile.db").find("quinoa") != std::string::npos);

    must(ben.store->take_back(plan, ana.store->device(), from_ana.front().first_seq));
    must(ben.store->database().checkpoint());
    CHECK(bytes_of(folder.path / "profile.db").find("quinoa") == std::string::npos);
    CHECK(bytes_of(folder.path / "profile.db").find("Quinoa") == std::string::npos);
    ben.is_sound();
}
