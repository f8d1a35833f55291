// Phones and a hub, over real sockets: what is written apart comes together, whatever happens to the line between.

#include <algorithm>
#include <set>

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

RecordId new_goal(Phone& phone, const ScopeId& plan, const std::string& title, const char* status = "open") {
    return phone.makes(plan, kind::goal, {{"title", title}, {"status", Stage{status, std::nullopt}}});
}

void sets_title(Phone& phone, const ScopeId& plan, RecordId goal, const std::string& title) {
    phone.sets(plan, goal, kind::goal, "title", title);
}

std::set<std::string> versions_of(Phone& phone, RecordId goal) {
    std::set<std::string> titles;
    for (const Contest& contest : must(phone.store->contests())) {
        for (const Version& version : contest.versions) {
            if (contest.record == goal) {
                titles.insert(std::get<std::string>(version.value));
            }
        }
    }
    return titles;
}

bool is_clean(Phone& phone) {
    return must(phone.store->check()).empty() && must(phone.store->waiting()) == 0;
}

Fault fault_of_sync(Phone& phone) {
    const auto summary = client::synchronise(*phone.store, phone.http);
    REQUIRE_FALSE(summary);
    return summary.fault();
}

}  // namespace

TEST_CASE("the hub is cut off, two phones change one title, and after it is back both are kept until one settles it") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    auto again = village.phone_of(village.rosa);  // the business's second phone
    auto maude = village.phone_of(village.maude);
    const RecordId goal = new_goal(*rosa, village.bakery_plan, "Vender pan");
    rosa->sync();
    again->sync();
    maude->sync();

    village.closed();
    sets_title(*rosa, village.bakery_plan, goal, "Vender pan dulce");
    village.clock.now += 60'000;
    sets_title(*again, village.bakery_plan, goal, "Vender pan integral");
    const RecordId proposal = new_goal(*maude, village.bakery_plan, "Una receta escrita", "proposed");
    for (Phone* phone : {rosa.get(), again.get(), maude.get()}) {
        CHECK(fault_of_sync(*phone) == Fault::unreachable);
        CHECK(must(phone->store->waiting()) > 0);
    }

    village.reopen();
    for (Phone* phone : {rosa.get(), again.get(), maude.get(), rosa.get(), again.get()}) {
        phone->sync();
    }
    const std::set<std::string> both{"Vender pan dulce", "Vender pan integral"};
    for (Phone* phone : {rosa.get(), again.get(), maude.get()}) {
        CHECK(phone->text_of(goal, "title") == "Vender pan integral");  // the greater stamp
        CHECK(versions_of(*phone, goal) == both);
        CHECK(phone->text_of(proposal, "title") == "Una receta escrita");
    }

    const auto contests = must(rosa->store->contests());
    REQUIRE(contests.size() == 1);
    const Contest& contest = contests.front();
    must(rosa->store->resolve(goal, contest.field, contest.key, contest.versions.back().dot));
    for (Phone* phone : {rosa.get(), again.get(), maude.get()}) {
        phone->sync();
        CHECK(phone->text_of(goal, "title") == "Vender pan dulce");
        CHECK(versions_of(*phone, goal).empty());
        CHECK(is_clean(*phone));
    }
    village.is_sound();
}

TEST_CASE("an answer that is lost on the way costs a second round and nothing else") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    const RecordId goal = new_goal(*rosa, village.bakery_plan, "Vender pan");
    client::Exchange exchange(*rosa->store);
    const auto request = must(exchange.next());
    REQUIRE(request);
    must(rosa->http.post(request->url, request->body, request->token));  // the hub took it; the phone never hears
    const auto before = must(rosa->store->envelopes(village.bakery_plan));

    const client::Summary summary = rosa->sync();
    CHECK(summary.sent == before.front().last_seq);
    CHECK(summary.refused.empty());
    CHECK(must(rosa->store->envelopes(village.bakery_plan)).size() == before.size());
    auto maude = village.phone_of(village.maude);
    CHECK(maude->text_of(goal, "title") == "Vender pan");
    CHECK(is_clean(*rosa));
    village.is_sound();
}

TEST_CASE("a long time alone goes out in several requests, and comes in within the budget that was asked for") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    auto maude = village.phone_of(village.maude);
    std::vector<RecordId> goals;
    for (int i = 0; i < 60; ++i) {
        goals.push_back(new_goal(*rosa, village.bakery_plan, wire::to_hex(wire::random_bytes(4000))));
    }
    const client::Summary sent = rosa->sync();
    CHECK(sent.requests > 2);
    CHECK(must(rosa->store->waiting()) == 0);

    const auto some = must(client::synchronise(*maude->store, maude->http, 40'000));
    CHECK(some.more);
    CHECK(some.bytes_down < 120'000);
    CHECK(maude->text_of(goals.back(), "title") == "none");
    const auto first = some.received;
    CHECK(first > 0);
    const auto rest = must(client::synchronise(*maude->store, maude->http));
    CHECK_FALSE(rest.more);
    CHECK(maude->text_of(goals.back(), "title").size() == 8000);
    CHECK(is_clean(*maude));
}

TEST_CASE("who loses a plan hands in what she had written there, and then holds nothing of it") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    auto maude = village.phone_of(village.maude);
    const RecordId goal = new_goal(*rosa, village.bakery_plan, "Vender pan");
    rosa->sync();
    maude->sync();
    REQUIRE(maude->holds(village.bakery_plan));

    new_goal(*maude, village.bakery_plan, "Escrito sin red", "proposed");
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", Stage{"closed", std::nullopt});
    village.odile.sync();
    const client::Summary summary = maude->sync();
    REQUIRE(summary.refused.size() == 1);
    CHECK(summary.refused.front().reason == "quarantined");
    CHECK_FALSE(maude->holds(village.bakery_plan));
    CHECK(maude->text_of(goal, "title") == "none");
    CHECK(is_clean(*maude));
    CHECK(must(village.closed().quarantine()).size() == 1);
}

TEST_CASE("what the hub refuses is told by record and reason, and lies in the tray") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    auto maude = village.phone_of(village.maude);
    const RecordId goal = new_goal(*rosa, village.bakery_plan, "Vender pan");
    rosa->sync();
    maude->sync();
    sets_title(*maude, village.bakery_plan, goal, "Lo cambio yo");  // the store asks nobody; the hub does
    const client::Summary summary = maude->sync();
    REQUIRE(summary.refused.size() == 1);
    CHECK(summary.refused.front().id == to_text(goal));
    CHECK(summary.refused.front().reason == "not_hers");
    const auto tray = must(maude->store->tray());
    REQUIRE(tray.size() == 1);
    CHECK(tray.front().reason == "not_hers");
    CHECK(maude->text_of(goal, "title") == "Vender pan");
    CHECK(is_clean(*maude));
}

TEST_CASE("a hub restored from a backup is offered again what it lacks") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    const auto backup = village.folder.path / "backup.db";
    must(village.closed().backup(backup));
    village.reopen();
    const RecordId goal = new_goal(*rosa, village.bakery_plan, "Después de la copia");
    rosa->sync();
    CHECK(must(rosa->store->waiting()) == 0);

    village.closed();
    village.server.reset();
    village.hub.reset();
    std::filesystem::remove_all(village.folder.path / "hub");
    std::filesystem::create_directories(village.folder.path / "hub");
    std::filesystem::copy_file(backup, village.folder.path / "hub" / "hub.db");
    village.reopen();
    rosa->sync();
    auto maude = village.phone_of(village.maude);
    CHECK(maude->text_of(goal, "title") == "Después de la copia");
    CHECK(is_clean(*rosa));
    village.is_sound();
}
