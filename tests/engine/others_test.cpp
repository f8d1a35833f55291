// What others may write under a device's nose: under its records' names, and under their own name twice.

#include <algorithm>
#include <catch2/generators/catch_generators.hpp>

#include "engine/store/recovery.hpp"
#include "engine/store/rows.hpp"
#include "tests/engine/damage.hpp"
#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

const FieldNo title = find_kind(kind::goal)->field("title")->number;

Change titled(Dot dot, RecordId goal, const std::string& text) {
    return {dot, goal, kind::goal, title, {}, text, Stamp::at(1'790'000'000'000), {}};
}

// A run of one device's goals from this seq on, as it would write them: each a record of its own.
Envelope told(DeviceId author, std::uint64_t first, const std::vector<std::string>& texts) {
    std::vector<Change> changes;
    for (const std::string& text : texts) {
        const std::uint64_t seq = first + changes.size();
        changes.push_back(titled({author, seq}, {author, seq}, text));
    }
    return {plan, author, first, first + texts.size() - 1, pack(changes)};
}

constexpr DeviceId ana{0xA7A};

Received gives(const Phone& phone, const std::vector<Envelope>& envelopes, Arrival arrival) {
    return must(phone.store->receive(envelopes, {}, arrival));
}

std::vector<std::string> titles(const Phone& phone) {
    std::vector<std::string> all;
    for (const Record& goal : must(phone.store->list(kind::goal))) {
        all.push_back(goal.text("title"));
    }
    std::ranges::sort(all);
    return all;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("whoever writes under the names of records that are yet to be made uses none of them up") {
    const Folder folder;
    const auto file = folder.path / "profile.db";
    auto rosa = std::make_unique<Phone>(file);
    const DeviceId me = rosa->store->device();
    const RecordId last{me, Replicas::counter_most};
    const std::uint64_t next = rosa->store->new_record().counter + 1;
    const std::vector<Change> forged{titled({ana, 1}, last, "falsa"), titled({ana, 2}, {me, next}, "falsa"),
                                     titled({ana, 3}, {me, next + 1}, "falsa")};
    gives(*rosa, {{plan, ana, 1, 3, pack(forged)}}, Arrival::from_hub);
    rosa->sets(plan, last, kind::goal, "title", std::string("vista"));
    must(rosa->store->remove(last));
    for (int times = 0; times < 3; ++times) {
        std::set<RecordId> made;
        for (int i = 0; i < 3; ++i) {
            made.insert(rosa->makes(plan, kind::goal, {{"title", std::string("pan")}}));
        }
        CHECK(made.size() == 3);
        for (const RecordId& id : made) {
            CHECK(rosa->sees(id).text("title") == "pan");
            CHECK(id.counter < next + (std::uint64_t{1} << 21U));
            CHECK(id.counter > next + 1);
        }
        CHECK(must(rosa->store->contests()).empty());
        rosa->is_sound();
        rosa.reset();
        if (times == 1) {
            must(must(Database::open(file))->run("DELETE FROM Goal"));
            CHECK(must(recover(file, settings(SetClock()))).was_needed);
        }
        rosa = std::make_unique<Phone>(file);
    }
}

TEST_CASE("her own changes that come back tell how many records she has made") {
    Phone rosa;
    const DeviceId me = rosa.store->device();
    const std::uint64_t next = rosa.store->new_record().counter + 1;
    const RecordId made{me, next + 200};
    const std::vector<Change> own{
        {{me, 1}, made, kind::goal, field::made, {}, Made{{}, 1'790'000'000'000}, Stamp::at(1'790'000'000'000), {}},
        titled({me, 2}, made, "propia")};
    gives(rosa, {{plan, me, 1, 2, pack(own)}}, Arrival::from_hub);
    CHECK(rosa.makes(plan, kind::goal, {{"title", std::string("pan")}}).counter > next + 200);
    rosa.is_sound();
}

TEST_CASE("what the hub has in place of what came by file is what counts, however the two were cut") {
    const Arrival arrival = GENERATE(Arrival::for_the_hub, Arrival::by_file);
    const Phone phone;
    gives(phone, {told(ana, 1, {"uno"})}, Arrival::from_hub);
    gives(phone, {told(ana, 2, {"dos", "tres"}), told(ana, 4, {"cuatro"})}, arrival);
    std::vector<Envelope> hubs{told(ana, 2, {"otro dos"}), told(ana, 3, {"otro tres", "otro cuatro"})};
    SECTION("as it comes") {}
    SECTION("out of blocks") {
        must(phone.store->compact_log());
    }
    SECTION("one envelope for all") {
        hubs = {told(ana, 2, {"otro dos", "otro tres", "otro cuatro"})};
    }
    gives(phone, hubs, Arrival::from_hub);
    CHECK(titles(phone) == Titles{"otro cuatro", "otro dos", "otro tres", "uno"});
    CHECK(must(phone.store->unsent(SIZE_MAX)).empty());
    for (const Record& goal : must(phone.store->list(kind::goal))) {
        CHECK(goal.safety != Safety::here);
    }
    phone.is_sound();
    const auto again = gives(phone, hubs, Arrival::from_hub);
    CHECK(again.envelopes == 0);
    phone.is_sound();
    gives(phone, {told(ana, 5, {"cinco"})}, Arrival::from_hub);
    CHECK(titles(phone).size() == 5);
}

TEST_CASE("what the hub repeats as it is here changes nothing, and is received from then on") {
    const Phone phone;
    const std::vector<Envelope> all{told(ana, 1, {"uno"}), told(ana, 2, {"dos"})};
    gives(phone, all, Arrival::by_file);
    CHECK(phone.sees({ana, 1}).safety == Safety::here);
    const Received received = gives(phone, {all[0]}, Arrival::from_hub);
    CHECK(received.repeated == 1);
    CHECK(received.changes == 0);
    CHECK(phone.sees({ana, 1}).safety != Safety::here);
    CHECK(phone.sees({ana, 2}).safety == Safety::here);
}

TEST_CASE("what the hub has under her own name and she hasn't makes nothing of hers received") {
    const Phone rosa;
    const RecordId goal = rosa.makes(plan, kind::goal, {{"title", std::string("mío")}});
    rosa.seal(plan);
    const DeviceId me = rosa.store->device();
    const auto own = must(rosa.store->unsent(SIZE_MAX));
    REQUIRE(own.size() == 1);
    std::vector<std::string> others(own.front().last_seq, "otro");
    gives(rosa, {told(me, 1, others)}, Arrival::from_hub);
    CHECK(rosa.sees(goal).safety == Safety::here);
    CHECK(must(rosa.store->unsent(SIZE_MAX)).size() == 1);
    CHECK(titles(rosa) == Titles{"mío"});
    rosa.is_sound();
    gives(rosa, own, Arrival::from_hub);
    CHECK(rosa.sees(goal).safety != Safety::here);
}

TEST_CASE("after a recovery what only came by file isn't received because the hub has what came before it") {
    const Folder folder;
    const auto file = folder.path / "profile.db";
    const SetClock clock;
    const std::vector<Envelope> all{told(ana, 1, {"uno"}), told(ana, 2, {"dos"}), told(ana, 3, {"tres"})};
    {
        const Phone phone(file);
        phone.makes(plan, kind::goal, {{"title", std::string("mío")}});
        phone.seal(plan);
        gives(phone, {all[0]}, Arrival::from_hub);
        gives(phone, {all[1]}, Arrival::by_file);
        gives(phone, {all[2]}, Arrival::for_the_hub);
        must(phone.store->database().run("DELETE FROM reach"));
    }
    REQUIRE(must(recover(file, settings(clock))).awaits_own_log);
    const Phone phone(file);
    CHECK(phone.sees({ana, 1}).safety == Safety::here);  // until the hub says so again
    gives(phone, {all[0]}, Arrival::from_hub);
    CHECK(phone.sees({ana, 1}).safety != Safety::here);
    CHECK(phone.sees({ana, 2}).safety == Safety::here);
    const auto offers_the_last = [&] {
        const auto unsent = must(phone.store->unsent(SIZE_MAX));
        return std::ranges::any_of(unsent, [&](const Envelope& one) { return one.bytes == all[2].bytes; });
    };
    CHECK(offers_the_last());
    must(phone.store->own_log_is_back(std::vector{plan}));
    CHECK(phone.sees({ana, 1}).safety != Safety::here);
    CHECK(phone.sees({ana, 2}).safety == Safety::here);
    CHECK(offers_the_last());
    phone.is_sound();
    gives(phone, {told(ana, 2, {"otro dos"})}, Arrival::from_hub);
    CHECK(titles(phone) == Titles{"mío", "otro dos", "uno"});
    phone.is_sound();
}
