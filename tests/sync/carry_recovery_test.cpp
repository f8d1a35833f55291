// Files together with damage: what went out in a file is with others, though no hub has it; and what a phone holds of
// others until the hub has it survives what happens to that phone.

#include <algorithm>

#include "engine/store/renumber.hpp"
#include "tests/sync/carry_files.hpp"
#include "tests/sync/lasting_phone.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace ayni::carry_test;

namespace {

struct Two {
    Village village;
    LastingPhone rosa{village, village.rosa};
    LastingPhone maude{village, village.maude};
    Two() {
        rosa.phone.sync();
        maude.phone.sync();
    }
    void all_are_sound() {
        for (int rounds = 0; rounds < 2; ++rounds) {
            for (Phone* phone : {&rosa.phone, &maude.phone, &village.odile}) {
                CHECK(phone->sync().refused.empty());
            }
        }
        for (Phone* phone : {&rosa.phone, &maude.phone, &village.odile}) {
            is_clean(*phone);
            CHECK(must(phone->store->waiting()) == 0);
            CHECK(must(phone->store->tray()).empty());
            CHECK(must(phone->store->contests()).empty());
        }
        village.is_sound();
        CHECK(must(village.closed().quarantine()).empty());
        village.reopen();
    }
};

// In the catalogue: all can be read, but nobody knows whether that is all there was.
void damages_the_catalogue(LastingPhone& whose) {
    std::string damaged = whose.closes();
    blank_page_with(damaged, "CREATE INDEX Goal_scope");
    test::put_bytes(whose.file(), damaged);
}

}  // namespace

TEST_CASE("what went out in a file and is then lost here is never named twice: she goes on as a new device") {
    Two two;
    LastingPhone& rosa = two.rosa;
    const RecordId one = rosa.writes("uno");
    rosa.phone.sync();
    rosa.phone.sets(two.village.bakery_plan, one, kind::goal, "title", std::string("uno bis"));
    rosa.writes("medio");
    rosa.seals();
    rosa.writes(std::string(9000, 't'));
    gives(rosa.phone, two.maude.phone);
    rosa.writes("después");
    const DeviceId before = rosa.phone.store->device();
    std::string damaged = rosa.closes();
    REQUIRE(blank_pages_with(damaged, page_full_of('t')) > 1);
    test::put_bytes(rosa.file(), damaged);

    const Recovery report = rosa.recovers();
    CHECK(report.keys_lost);
    CHECK(rosa.phone.store->device() != before);
    CHECK(rosa.phone.token().empty());
    CHECK(must(rosa.phone.store->setting("secret_key")).empty());
    CHECK(rosa.titles() == Titles{"uno bis", "medio", "después"});
    rosa.is_sound();
    rosa.joins();
    CHECK(must(rosa.phone.store->waiting()) == 0);

    // What is whole up to the hole goes out as it was sealed, so that nobody has it twice.
    two.all_are_sound();
    const Titles all{"uno bis", "medio", "después", std::string(9000, 't')};
    CHECK(rosa.titles() == all);
    CHECK(two.maude.titles() == all);
}

TEST_CASE("who meets the hub first, she or who had her file, makes no difference to what is there in the end") {
    Two two;
    LastingPhone& rosa = two.rosa;
    rosa.writes(std::string(9000, 't'));
    gives(rosa.phone, two.maude.phone);
    rosa.writes("después");
    std::string damaged = rosa.closes();
    blank_pages_with(damaged, page_full_of('t'));
    test::put_bytes(rosa.file(), damaged);
    CHECK(rosa.recovers().keys_lost);
    two.maude.phone.sync();
    rosa.joins();
    two.all_are_sound();
    CHECK(rosa.titles() == Titles{"después", std::string(9000, 't')});
    CHECK(two.maude.titles() == rosa.titles());
}

TEST_CASE("once the hub has all that went out in files, or where nothing is missing, she stays who she is") {
    Two two;
    LastingPhone& rosa = two.rosa;
    rosa.writes("uno");
    gives(rosa.phone, two.maude.phone);
    SECTION("the hub has it") {
        rosa.phone.sync();
        rosa.writes("dos");
        rosa.seals();
        damages_the_catalogue(rosa);
        const Recovery report = rosa.recovers();
        CHECK(report.awaits_own_log);
        CHECK_FALSE(report.keys_lost);
    }
    SECTION("nothing is missing") {
        rosa.writes("dos");
        must(rosa.phone.store->database().run("DELETE FROM Goal"));
        rosa.closes();
        const Recovery report = rosa.recovers();
        CHECK(report.was_needed);
        CHECK_FALSE(report.keys_lost);
        // And that it went out is known still.
        damages_the_catalogue(rosa);
        CHECK(rosa.recovers().keys_lost);
        rosa.joins();
    }
    two.all_are_sound();
    CHECK(rosa.titles() == Titles{"uno", "dos"});
    CHECK(two.maude.titles() == rosa.titles());
}

TEST_CASE("while she waits for her own log, what the hub hasn't acknowledged goes into no file") {
    Two two;
    LastingPhone& rosa = two.rosa;
    rosa.writes("uno");
    rosa.phone.sync();
    rosa.writes("dos");
    rosa.seals();
    damages_the_catalogue(rosa);
    REQUIRE(rosa.recovers().awaits_own_log);
    rosa.writes("tres");
    gives(rosa.phone, two.maude.phone);
    CHECK(two.maude.titles() == Titles{"uno"});
    damages_the_catalogue(rosa);
    CHECK_FALSE(rosa.recovers().keys_lost);
    two.all_are_sound();
    CHECK(rosa.titles() == Titles{"uno", "dos", "tres"});
    CHECK(two.maude.titles() == rosa.titles());
}

TEST_CASE("her own words come back by a file as well, though she has written since") {
    Two two;
    LastingPhone& rosa = two.rosa;
    rosa.writes(std::string(9000, 't'));
    rosa.phone.sync();
    two.maude.phone.sync();
    must(rosa.phone.store->database().run(
        "DELETE FROM block WHERE number IN (SELECT block FROM envelope WHERE replica=1)"));
    rosa.closes();
    REQUIRE(rosa.recovers().awaits_own_log);
    rosa.writes("después");
    REQUIRE(must(rosa.phone.store->pending(two.village.bakery_plan)).front().dot.seq >= provisional_first);
    CHECK(rosa.titles() == Titles{"después"});
    CHECK(gives(two.maude.phone, rosa.phone).passed_over.empty());
    CHECK(rosa.titles() == Titles{"después", std::string(9000, 't')});
    rosa.is_sound();
    two.all_are_sound();
    CHECK(two.maude.titles() == rosa.titles());
}

TEST_CASE("what others wrote and only came by file is offered to the hub after a recovery as before") {
    enum class Damage { tables, catalogue, keys };
    for (const Damage damage : {Damage::tables, Damage::catalogue, Damage::keys}) {
        CAPTURE(static_cast<int>(damage));
        Two two;
        LastingPhone& maude = two.maude;
        const RecordId known = two.rosa.writes("la tiene el servidor");
        two.rosa.phone.sync();
        maude.phone.sync();
        const RecordId bread = two.rosa.writes("pan");
        gives(two.rosa.phone, maude.phone);
        REQUIRE(maude.phone.sees(bread)->safety == Safety::here);
        REQUIRE(maude.phone.sees(known)->safety != Safety::here);
        if (damage == Damage::tables) {
            must(maude.phone.store->database().run("DELETE FROM Goal"));
            maude.closes();
        } else if (damage == Damage::catalogue) {
            damages_the_catalogue(maude);
        } else {
            const std::string token = maude.phone.token();
            std::string damaged = maude.closes();
            REQUIRE(blank_pages_with(damaged, token) > 1);
            test::put_bytes(maude.file(), damaged);
        }
        const Recovery report = maude.recovers();
        CHECK(report.was_needed);
        CHECK(report.keys_lost == (damage == Damage::keys));
        CHECK(maude.titles() == Titles{"la tiene el servidor", "pan"});
        CHECK(maude.phone.sees(bread)->safety == Safety::here);
        if (damage == Damage::tables) {
            CHECK(maude.phone.sees(known)->safety != Safety::here);
        }
        if (damage == Damage::keys) {
            maude.joins();
        } else {
            maude.phone.sync();
        }
        two.village.odile.sync();
        CHECK(two.village.odile.text_of(bread, "title") == "pan");
        CHECK(maude.phone.sees(bread)->safety != Safety::here);
        maude.is_sound();
        two.village.is_sound();
    }
}

TEST_CASE("what is carried for others survives damage, and goes to the hub after the recovery") {
    enum class Damage { tables, catalogue };
    for (const Damage damage : {Damage::tables, Damage::catalogue}) {
        CAPTURE(static_cast<int>(damage));
        Village village;
        LastingPhone rosa(village, village.rosa);
        LastingPhone elena(village, village.elena);
        rosa.phone.sync();
        const RecordId bread = rosa.writes("pan");
        gives(rosa.phone, elena.phone);
        const auto carried = [&] {
            std::vector<std::pair<std::string, bool>> all;
            for (const auto& part : must(elena.phone.store->carried(false, SIZE_MAX))) {
                all.emplace_back(part.bytes, part.waits);
            }
            return all;
        };
        const auto before = carried();
        REQUIRE(std::ranges::any_of(before, [](const auto& part) { return part.second; }));
        if (damage == Damage::tables) {
            must(elena.phone.store->database().run("DELETE FROM Person"));
            elena.closes();
        } else {
            damages_the_catalogue(elena);
        }
        CHECK(elena.recovers().was_needed);
        CHECK(carried() == before);
        elena.phone.sync();
        CHECK(carried().empty());
        village.odile.sync();
        CHECK(village.odile.text_of(bread, "title") == "pan");
        village.is_sound();
    }
}

TEST_CASE("of a carried part in which a bit has flipped nothing is passed on") {
    Village village;
    LastingPhone rosa(village, village.rosa);
    LastingPhone elena(village, village.elena);
    rosa.phone.sync();
    rosa.writes("pan");
    rosa.notes("hablamos");
    gives(rosa.phone, elena.phone);
    const auto parts = must(elena.phone.store->carried(false, SIZE_MAX));
    REQUIRE(parts.size() > 1);
    std::string damaged = elena.closes();
    const std::size_t at = damaged.find(parts.front().bytes.substr(200, 40));
    REQUIRE(at != std::string::npos);
    damaged[at] ^= 1;
    blank_page_with(damaged, "CREATE INDEX Goal_scope");
    test::put_bytes(elena.file(), damaged);
    CHECK(elena.recovers().was_needed);
    const auto left = must(elena.phone.store->carried(false, SIZE_MAX));
    CHECK(left.size() == parts.size() - 1);
    CHECK(std::ranges::none_of(left, [&](const auto& part) { return part.name == parts.front().name; }));
    CHECK(carry::split_parts(file_of(elena.phone)));
}
