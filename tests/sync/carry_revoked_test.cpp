// What came by file and is still to be handed in, when the scope is taken from whoever carries it.

#include "tests/sync/carry_files.hpp"
#include "tests/sync/lasting_phone.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace ayni::carry_test;

TEST_CASE("who loses a scope hands in all that others wrote there, however much it is, and then holds nothing of it") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto maude = village.phone_of(village.maude);
    rosa->sync();
    std::vector<RecordId> goals;
    for (int i = 0; i < 60; ++i) {
        goals.push_back(goal(*rosa, village.bakery_plan, wire::to_hex(wire::random_bytes(4000))));
    }
    maude->sync();
    gives(*rosa, *maude);
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", Stage{"closed", std::nullopt});
    village.odile.sync();
    const client::Summary summary = maude->sync();
    CHECK(summary.requests > 2);
    CHECK_FALSE(maude->holds(village.bakery_plan));
    CHECK(must(maude->store->list(kind::goal)).empty());
    village.odile.sync();
    for (const RecordId& each : goals) {
        CHECK(village.odile.text_of(each, "title").size() == 8000);
    }
    is_clean(*maude);
    village.is_sound();
}

TEST_CASE("cut off while she hands in what others wrote in a scope that she has lost, she goes on where it stopped") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto maude = village.phone_of(village.maude);
    rosa->sync();
    std::vector<RecordId> goals;
    for (int i = 0; i < 60; ++i) {
        goals.push_back(goal(*rosa, village.bakery_plan, wire::to_hex(wire::random_bytes(4000))));
    }
    maude->sync();
    gives(*rosa, *maude);
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", Stage{"closed", std::nullopt});
    village.odile.sync();
    int runs = 0;
    while (maude->holds(village.bakery_plan)) {
        REQUIRE(++runs < 20);
        client::Exchange exchange(*maude->store);
        const auto request = must(exchange.next());
        REQUIRE(request);
        must(exchange.take(maude->http.post(request->url, request->body, request->token)));
    }
    CHECK(runs > 1);
    village.odile.sync();
    CHECK(village.odile.text_of(goals.back(), "title").size() == 8000);
    is_clean(*maude);
}

TEST_CASE("what the hub can't take because something before it is lost keeps no scope that she has lost") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    LastingPhone maude(village, village.maude);
    rosa->sync();
    maude.phone.sync();
    for (const char* title : {"uno", "dos"}) {
        goal(*rosa, village.bakery_plan, title);
        gives(*rosa, maude.phone);
    }
    must(
        maude.phone.store->database().run("DELETE FROM envelope WHERE number=(SELECT min(number) FROM envelope WHERE "
                                          "delivery=0)"));
    maude.closes();
    CHECK(maude.recovers().was_needed);
    CHECK(maude.titles() == Titles{"dos"});
    maude.phone.sync();
    maude.phone.sync();
    CHECK(maude.titles() == Titles{"dos"});
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", Stage{"closed", std::nullopt});
    village.odile.sync();
    maude.phone.sync();
    CHECK_FALSE(maude.phone.holds(village.bakery_plan));
    CHECK(maude.titles().empty());
    maude.is_sound();
    rosa->sync();
    village.odile.sync();
    CHECK(must(village.odile.store->list(kind::goal)).size() == 2);
}
