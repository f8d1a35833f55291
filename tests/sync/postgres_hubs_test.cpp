// Two hubs on one PostgreSQL, in this process: whatever one was told, the other goes by.

#include <algorithm>
#include <functional>
#include <thread>

#include "tests/sync/hub_village.hpp"
#include "tests/sync/postgres_cluster.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

// A village with a second hub behind the same data.
struct TwoHubs : Village {
    TwoHubs() {
        other = must(hub::Hub::open(another_depot()));
        hub::ServerSettings loose;
        loose.port = 0;
        other_server = must(hub::Server::start(*other, loose));
    }
    void goes_to_first(Phone& phone) const { must(phone.store->set_setting("hub_url", url())); }
    void goes_to_second(Phone& phone) const { must(phone.store->set_setting("hub_url", other_server->url())); }
    void pairs_as(const char* status) {
        odile.sets(in_cohort, maude_rosa, kind::pairing, "status", Stage{status, std::nullopt});
    }
    [[nodiscard]] std::string database() const { return database_for(folder.path / "hub"); }
    std::string asks(const std::string& sql) const {
        const std::string said = Cluster::here().says(database(), sql);
        return said.substr(0, said.find('\n'));
    }
    void both_are_sound() {
        is_sound();
        other_server->stop();
        const auto lines = must(other->check());
        for (const std::string& line : lines) {
            UNSCOPED_INFO(line);
        }
        CHECK(lines.empty());
    }
    std::unique_ptr<hub::Hub> other;
    std::unique_ptr<hub::Server> other_server;
};

}  // namespace

TEST_CASE("what is handed in at one hub is had from the other, in the order of the log") {
    TwoHubs village;
    auto rosa = village.phone_of(village.rosa);
    auto maude = village.phone_of(village.maude);
    village.goes_to_second(*maude);
    std::vector<RecordId> goals;
    for (int i = 0; i < 6; ++i) {
        (i % 2 == 0) ? village.goes_to_first(*rosa) : village.goes_to_second(*rosa);
        goals.push_back(goal(*rosa, village.bakery_plan, "Vender más pan"));
        rosa->sync();
        (i % 3 == 0) ? village.goes_to_first(*maude) : village.goes_to_second(*maude);
        maude->sync();
        CHECK(maude->text_of(goals.back(), "title") == "Vender más pan");
    }
    // And what she was sent says, at the other hub, how far it was seen.
    maude->sync();
    village.goes_to_first(*rosa);
    rosa->sync();
    CHECK(must(rosa->store->waiting()) == 0);
    village.both_are_sound();
}

TEST_CASE("a right that is taken at one hub is gone at the other, and given back there it brings in what waited") {
    TwoHubs village;
    auto rosa = village.phone_of(village.rosa);
    auto maude = village.phone_of(village.maude);
    village.goes_to_second(*maude);
    goal(*rosa, village.bakery_plan, "Antes");
    rosa->sync();
    maude->sync();
    CHECK(maude->holds(village.bakery_plan));

    village.pairs_as("closed");
    village.odile.sync();  // at the first
    goal(*rosa, village.bakery_plan, "Sin ella");
    rosa->sync();
    maude->forgets_what_was_sent();
    const RecordId late = goal(*maude, village.bakery_plan, "Tarde");
    maude->sync();  // at the second
    CHECK_FALSE(maude->was_sent(village.bakery_plan));
    CHECK_FALSE(maude->holds(village.bakery_plan));
    CHECK(village.asks("SELECT count(*) FROM hub_quarantine") == "1");

    village.goes_to_second(village.odile);
    village.pairs_as("active");
    // The right and what it brings in are one: where the one can't be, the other isn't either.
    const std::string end = village.asks("SELECT number FROM hub_order");
    village.asks("ALTER TABLE hub_quarantine RENAME TO out_of_reach");
    CHECK(client::synchronise(*village.odile.store, village.odile.http).fault() == Fault::hub_failed);
    CHECK(village.asks("SELECT number FROM hub_order") == end);
    village.asks("ALTER TABLE out_of_reach RENAME TO hub_quarantine");
    village.odile.sync();
    CHECK(village.asks("SELECT count(*) FROM hub_quarantine") == "0");
    rosa->sync();  // at the first
    CHECK(rosa->text_of(late, "title") == "Tarde");
    village.goes_to_first(*maude);
    maude->sync();
    CHECK(maude->text_of(late, "title") == "Tarde");
    village.both_are_sound();
}

TEST_CASE("two hubs give their verdicts with one hand") {
    TwoHubs village;
    auto maude = village.phone_of(village.maude);
    auto nadine = village.phone_of(village.nadine);
    village.goes_to_second(*nadine);
    for (int i = 0; i < 5; ++i) {
        for (Phone* phone : {maude.get(), nadine.get()}) {
            phone->sets(village.in_cohort, village.cohort, kind::cohort, "name", "No me toca " + std::to_string(i));
            CHECK(phone->sync().refused.size() == 1);
        }
    }
    village.odile.sync();
    CHECK(village.odile.text_of(village.cohort, "name") == "Primera (ficticia)");
    CHECK(must(village.odile.store->list(kind::verdict)).size() == 10);
    village.both_are_sound();
}

TEST_CASE("a code that two devices bring to two hubs at once opens the door to one of them") {
    TwoHubs village;
    for (int round = 0; round < 8; ++round) {
        auto here = must(wire::parse_link(village.invites(village.rosa)));
        here.base_url = village.url();
        auto there = here;
        there.base_url = village.other_server->url();
        Phone first(village.clock);
        Phone second(village.clock);
        Outcome at_first = Done{};
        Outcome at_second = Done{};
        std::thread other([&] { at_second = client::join(*second.store, second.http, wire::link_text(there)); });
        at_first = client::join(*first.store, first.http, wire::link_text(here));
        other.join();
        CHECK(at_first.has_value() != at_second.has_value());
        CHECK((at_first ? at_second : at_first).fault() == Fault::expired_code);
    }
    village.both_are_sound();
}

TEST_CASE("a phone that lost patience and asks the other hub too is answered by both, and nothing is there twice") {
    TwoHubs village;
    for (int round = 0; round < 8; ++round) {
        Phone rosa(village.clock);
        rosa.join(village.invites(village.rosa));  // what she may have, she is granted by what comes now
        rosa.sets(village.in_cohort, village.rosa, kind::person, "place", "Plan Tres Mil " + std::to_string(round));
        client::Exchange patient(*rosa.store);
        const auto request = must(patient.next());
        REQUIRE(request);
        const std::string route = request->url.substr(village.url().size());
        Result<client::Answer> there = Fault::unreachable;
        std::thread other([&] {
            client::Http http;
            there = http.post(village.other_server->url() + route, request->body, request->token);
        });
        const auto here = rosa.http.post(request->url, request->body, request->token);
        other.join();
        CHECK(must(there).status == 200);
        CHECK(must(here).status == 200);
        must(patient.take(here));
        rosa.sync();
        CHECK(must(rosa.store->waiting()) == 0);
        CHECK(must(rosa.store->check()).empty());
    }
    village.both_are_sound();
}

TEST_CASE("what a device is granted by two hubs at once is all sent to it") {
    TwoHubs village;
    auto elena = village.phone_of(village.elena);
    const RecordId hers = goal(*elena, village.looms_plan, "Tejer más");
    elena->sync();
    Phone rosa(village.clock);
    rosa.join(village.invites(village.rosa));
    client::Exchange visit(*rosa.store);
    const auto request = must(visit.next());
    village.odile.sets(village.in_cohort, village.looms, kind::business, "leaders", true, to_text(village.rosa));
    client::Exchange telling(*village.odile.store);
    const auto told = must(telling.next());
    REQUIRE(request);
    REQUIRE(told);
    village.closed();
    village.other_server->stop();
    const auto third = must(hub::Hub::open(village.another_depot()));
    const auto queue = village.another_depot();

    // All of them know her account as it was, and then wait for each other: she, the news, and she once more.
    hub::Reply first;
    std::vector<std::thread> waiting;
    must(queue->transact([&]() -> Outcome {
        const auto joins = [&](const std::function<void()>& what) {
            waiting.emplace_back(what);
            Cluster::here().waits_until_waiting(village.database(), static_cast<int>(waiting.size()));
        };
        joins([&] { first = village.hub->exchange(request->body, request->token); });
        joins([&] { village.other->exchange(told->body, told->token); });
        joins([&] { third->exchange(request->body, request->token); });
        return Done{};
    }));
    std::ranges::for_each(waiting, &std::thread::join);
    must(visit.take(client::Answer{200, {}, first.body, 0, 0}));
    village.reopen();
    rosa.sync();
    CHECK(rosa.text_of(hers, "title") == "Tejer más");
    CHECK(village.asks("SELECT count(*) = count(DISTINCT (device, version)) FROM hub_grant") == "t");
    village.both_are_sound();
}

TEST_CASE("a database that was started again is found again, and nobody notices") {
    TwoHubs village;
    auto rosa = village.phone_of(village.rosa);
    for (int i = 0; i < 3; ++i) {
        const RecordId made = goal(*rosa, village.bakery_plan, "Después");
        Cluster::here().cuts_off(village.database());
        rosa->sync();
        CHECK(must(rosa->store->waiting()) == 0);
        village.goes_to_second(village.odile);
        village.odile.sync();
        CHECK(village.odile.text_of(made, "title") == "Después");
    }
    village.both_are_sound();
}

TEST_CASE("while its database is away a hub says that it can't, and turns no phone out") {
    TwoHubs village;
    auto rosa = village.phone_of(village.rosa);
    const RecordId made = goal(*rosa, village.bakery_plan, "Mientras tanto");
    Cluster::here().opens(village.database(), false);
    CHECK(client::synchronise(*rosa->store, rosa->http).fault() == Fault::hub_failed);
    const auto nobody = rosa->posts("/v1/exchange", wire::encode(Forgery().request), "no token of this hub");
    CHECK(nobody.status == 500);
    CHECK(must(rosa->store->waiting()) > 0);
    Cluster::here().opens(village.database(), true);
    rosa->sync();
    CHECK(must(rosa->store->waiting()) == 0);
    village.goes_to_second(village.odile);
    village.odile.sync();
    CHECK(village.odile.text_of(made, "title") == "Mientras tanto");
    village.both_are_sound();
}

TEST_CASE("hubs whose data was restored and renewed are offered again what they lack") {
    TwoHubs village;
    auto rosa = village.phone_of(village.rosa);
    rosa->sync();
    // The database as it was, put back by hand: the log, and all that says how far it goes.
    const std::string end = village.asks("SELECT number FROM hub_order");
    const RecordId after = goal(*rosa, village.bakery_plan, "Después de la copia");
    rosa->sync();
    village.closed();
    village.other_server->stop();
    village.asks("DELETE FROM hub_log WHERE number > " + end + "; UPDATE hub_order SET number = " + end +
                 "; DELETE FROM hub_chain c WHERE NOT EXISTS (SELECT 1 FROM hub_log l WHERE l.scope = c.scope AND"
                 " l.device = c.device)");
    must(must(hub::Hub::open(village.another_depot()))->renew());
    village.reopen();
    rosa->sync();
    village.odile.sync();
    CHECK(village.odile.text_of(after, "title") == "Después de la copia");
    village.is_sound();
}

TEST_CASE("hubs that were renewed write as another device, each of them, and take back what they wrote as the former") {
    TwoHubs village;
    auto rosa = village.phone_of(village.rosa);
    const std::vector<std::string> tables{"hub_setting", "hub_order", "hub_log",     "hub_account", "hub_invitation",
                                          "hub_grant",   "hub_chain", "hub_dropped", "hub_seen",    "hub_quarantine"};
    for (const std::string& table : tables) {
        village.asks("CREATE TABLE copy_of_" + table + " AS TABLE " + table);
    }
    auto nadine = village.phone_of(village.nadine);
    const auto posts = [&](Phone& phone, const char* text) {
        const RecordId post = phone.makes(village.in_cohort, kind::circle_post,
                                          {{"kind", std::string("ask")}, {"text", std::string(text)}});
        phone.sync();
        return post;
    };
    const RecordId before = posts(*nadine, "¿Quién tiene un horno?");
    rosa->sync();
    const DeviceId former = village.another_depot()->rights().device();
    village.closed();
    village.other_server->stop();
    for (const std::string& table : tables) {
        village.asks("DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM copy_of_" + table);
    }
    must(must(hub::Hub::open(village.another_depot()))->renew());
    CHECK(village.another_depot()->rights().device() != former);
    CHECK(village.another_depot()->rights().is_of_hub(former));
    village.reopen();
    village.other_server.reset();
    village.other = must(hub::Hub::open(village.another_depot()));
    hub::ServerSettings loose;
    loose.port = 0;
    village.other_server = must(hub::Server::start(*village.other, loose));
    auto elena = village.phone_of(village.elena);
    const RecordId after = posts(*elena, "Tengo lana");
    village.goes_to_second(*rosa);
    rosa->sync();
    CHECK(rosa->text_of(after, "text") == "Tengo lana");
    elena->sync();
    CHECK(elena->text_of(before, "text") == "¿Quién tiene un horno?");
    // Lost and renewed once more, by the same copy: what the hub was between is told by who has heard of it.
    village.closed();
    village.other_server->stop();
    for (const std::string& table : tables) {
        village.asks("DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM copy_of_" + table);
    }
    must(must(hub::Hub::open(village.another_depot()))->renew());
    village.reopen();
    village.other_server.reset();
    village.other = must(hub::Hub::open(village.another_depot()));
    village.other_server = must(hub::Server::start(*village.other, loose));
    village.goes_to_second(*rosa);
    rosa->sync();
    village.odile.sync();
    CHECK(village.odile.text_of(before, "text") == "¿Quién tiene un horno?");
    CHECK(village.odile.text_of(after, "text") == "Tengo lana");
    village.both_are_sound();
}
