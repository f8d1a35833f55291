// Exchanges that wait for the disk together: one commit, and each stands or falls by itself.

#include <algorithm>
#include <fstream>
#include <list>
#include <thread>

#include "tests/engine/killed.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

using Works = std::vector<std::function<Outcome()>>;

const ScopeId a_plan{ScopeKind::plan, {DeviceId{7}, 7}};

// A request of each of these phones, not yet sent.
struct Callers {
    explicit Callers(const std::vector<Phone*>& of) {
        for (Phone* phone : of) {
            client::Exchange& run = runs.emplace_back(*phone->store);
            requests.push_back(must(run.next()).value());
        }
        std::ranges::transform(requests, std::back_inserter(asked), [](const client::Request& one) {
            return hub::Hub::Asked{one.body, one.token};
        });
    }
    // What the phone makes of it.
    Outcome hears(std::size_t at, const hub::Reply& reply) {
        return std::next(runs.begin(), static_cast<std::ptrdiff_t>(at))
            ->take(client::Answer{static_cast<int>(reply.status), {}, reply.body, 0, 0});
    }
    std::list<client::Exchange> runs;
    std::vector<client::Request> requests;
    std::vector<hub::Hub::Asked> asked;
};

struct Three : Village {
    std::unique_ptr<Phone> her = phone_of(rosa);
    std::unique_ptr<Phone> other = phone_of(elena);
    RecordId bread = goal(*her, bakery_plan, "Vender pan");
    RecordId wool = goal(*other, looms_plan, "Comprar lana");

    static RecordId goal(Phone& phone, const ScopeId& plan, const char* title) {
        return phone.makes(plan, kind::goal, {{"status", Stage{"open", std::nullopt}}, {"title", std::string(title)}});
    }
    [[nodiscard]] std::filesystem::path file() const { return folder.path / "hub" / "hub.db"; }
    void on_disk(const std::string& sql) {
        closed();
        server.reset();
        hub.reset();
        must(must(Database::open(file()))->run(sql));
        reopen();
    }
    // Whatever is kept in scopes of this kind fails, and does so in SQLite's own way.
    void hinders(ScopeKind kind, const std::string& how) {
        on_disk(
            "CREATE TRIGGER hindrance BEFORE INSERT ON envelope WHEN NEW.scope IN (SELECT number FROM scope WHERE "
            "kind=" +
            std::to_string(static_cast<int>(kind)) + ") BEGIN SELECT RAISE(" + how + ", 'hindered'); END");
    }
    void lets_through() { on_disk("DROP TRIGGER hindrance"); }
};

}  // namespace

TEST_CASE("what several do together is one commit: outside, all of it is there at once") {
    Folder folder;
    SetClock clock;
    const auto depot = depot_at(folder.path, &clock);
    const auto outside = depot_at(folder.path, &clock);
    const auto takes = [&](std::uint64_t device) {
        return [&, device]() -> Outcome {
            CHECK(must(outside->log_end()) == 0);
            AYNI_TRY(depot->take_in({a_plan, DeviceId{device}, 1, 1, "an envelope"}));
            CHECK(must(outside->log_end()) == 0);
            return Done{};
        };
    };
    const auto outcomes = depot->transact_each(Works{takes(1), takes(2), takes(3)});
    REQUIRE(outcomes.size() == 3);
    CHECK(std::ranges::all_of(outcomes, [](const Outcome& one) { return one.has_value(); }));
    CHECK(must(outside->log_end()) == 3);
}

TEST_CASE("where SQLite takes back the whole for the sake of one, the others are done without it") {
    Folder folder;
    SetClock clock;
    { const auto made = depot_at(folder.path, &clock); }
    must(must(Database::open(folder.path / "hub.db"))
             ->run("CREATE TRIGGER harsh BEFORE INSERT ON hub_dropped BEGIN SELECT RAISE(ROLLBACK, 'harsh'); END"));
    const auto depot = depot_at(folder.path, &clock);
    const auto takes = [&](std::uint64_t device, bool is_harsh) {
        return [&, device, is_harsh]() -> Outcome {
            AYNI_TRY(depot->take_in({a_plan, DeviceId{device}, 1, 1, "an envelope"}));
            return is_harsh ? depot->run("INSERT INTO hub_dropped (device, scope) VALUES (1, 'x')", {})
                            : Outcome(Done{});
        };
    };
    const auto outcomes = depot->transact_each(Works{takes(1, false), takes(2, true), takes(3, false)});
    REQUIRE(outcomes.size() == 3);
    CHECK(outcomes[0]);
    CHECK_FALSE(outcomes[1]);
    CHECK(outcomes[2]);
    std::vector<DeviceId> devices;
    for (const Envelope& envelope : must(depot->envelopes(a_plan))) {
        devices.push_back(envelope.device);
    }
    CHECK(devices == std::vector{DeviceId{1}, DeviceId{3}});
    CHECK(must(depot->rights().scopes()).size() == 1);
}

TEST_CASE("where the common commit fails each is tried by itself") {
    Folder folder;
    SetClock clock;
    { const auto made = depot_at(folder.path, &clock); }
    // How far records have been counted is written at the very end, when all have done their part.
    must(must(Database::open(folder.path / "hub.db"))
             ->run("CREATE TRIGGER harsh BEFORE INSERT ON setting WHEN NEW.name='records' AND"
                   " (SELECT count(*) FROM envelope) > 1 BEGIN SELECT RAISE(ABORT, 'harsh'); END"));
    const auto depot = depot_at(folder.path, &clock);
    int tries = 0;
    const auto takes = [&](std::uint64_t device) {
        return [&, device]() -> Outcome {
            ++tries;
            depot->rights().new_record();
            return depot->take_in({a_plan, DeviceId{device}, 1, 1, "an envelope"});
        };
    };
    const auto outcomes = depot->transact_each(Works{takes(1), takes(2), takes(3)});
    REQUIRE(outcomes.size() == 3);
    CHECK(std::ranges::all_of(outcomes, [](const Outcome& one) { return one.has_value(); }));
    CHECK(tries == 6);
    CHECK(must(depot->envelopes(a_plan)).size() == 3);
    CHECK(must(depot->check()).empty());
}

TEST_CASE("whom the hub can't serve fails alone, and those who wait with her are served") {
    for (const char* how : {"ABORT", "ROLLBACK"}) {
        Three village;
        village.other->sync();
        const RecordId note =
            village.other->makes(village.looms_talk, kind::session_note, {{"text", std::string("Hablamos")}});
        village.hinders(ScopeKind::talk, how);
        Callers callers({village.her.get(), village.other.get(), &village.odile});
        callers.asked.push_back({callers.requests[0].body, "no token of this hub"});
        callers.asked.push_back({"rubbish", callers.requests[0].token});
        const auto replies = village.closed().exchange(callers.asked);
        REQUIRE(replies.size() == 5);
        must(callers.hears(0, replies[0]));
        CHECK(callers.hears(1, replies[1]).fault() == Fault::hub_failed);
        must(callers.hears(2, replies[2]));
        CHECK(replies[3].status == 401);
        CHECK(replies[4].status == 400);
        CHECK(must(village.her->store->waiting()) == 0);
        CHECK(must(village.other->store->waiting()) > 0);

        village.lets_through();
        village.other->sync();
        village.odile.sync();
        CHECK(village.odile.text_of(village.bread, "title") == "Vender pan");
        const auto nadine = village.phone_of(village.nadine);
        CHECK(nadine->text_of(note, "text") == "Hablamos");
        village.is_sound();
    }
}

TEST_CASE("who is judged after another in the same group is judged by what that one really changed") {
    for (const bool fails : {false, true}) {
        Three village;
        village.her->sync();
        village.other->sync();
        village.odile.sets(village.in_cohort, village.looms, kind::business, "leaders", true, to_text(village.rosa));
        // Rosa writes in a plan that Odile gives her at the same time.
        wire::Contents contents{village.looms_plan, village.her->store->device(), 1, 1, schema_version, {}, {}};
        Change change;
        change.dot = {contents.device, 1};
        change.record = village.her->store->new_record();
        change.kind = kind::goal;
        change.field = find_kind(kind::goal)->field("title")->number;
        change.value = std::string("Juntas");
        change.stamp = Stamp::at(village.clock.now_ms());
        contents.changes = {change};
        const auto secret = must(wire::parse_secret_key(must(village.her->store->setting("secret_key"))));
        const std::string hers = wire::encode(Forgery().with({wire::seal(contents, secret)}).request);
        if (fails) {  // the first time, once what she changed has been read
            const auto odile = static_cast<std::int64_t>(village.odile.store->device().value);
            village.on_disk("CREATE TRIGGER hindrance BEFORE UPDATE ON hub_account WHEN NEW.device=" +
                            std::to_string(odile) + " BEGIN SELECT RAISE(ABORT, 'hindered'); END");
        }
        Callers callers({&village.odile});
        const std::string token = village.her->token();
        callers.asked.push_back({hers, token});
        const auto replies = village.closed().exchange(callers.asked);
        CHECK(replies[0].status == (fails ? 500 : 200));
        REQUIRE(replies[1].status == 200);
        const auto answer = read_answer({200, {}, replies[1].body, 0, 0});
        CHECK(answer.received == (fails ? 0 : 1));
        CHECK(answer.receipts.size() == (fails ? 1 : 0));
        // Piece by piece her change was kept after all, and with it came in what had been set aside.
        CHECK(must(village.hub->quarantine()).empty());
        fails ? village.lets_through() : village.reopen();
        village.odile.sync();
        village.odile.sync();
        CHECK(village.odile.text_of(change.record, "title") == "Juntas");
        village.is_sound();
    }
}

TEST_CASE("killed at any moment, a hub has all that it answered, and of a group everything or nothing") {
    Three village;
    Callers callers({village.her.get(), village.other.get()});
    village.closed();
    village.server.reset();
    village.hub.reset();
    const auto answered = village.folder.path / "answered";
    const auto copy = village.folder.path / "copy";
    const auto serves = [&] {
        const auto hub = hub::Hub::open(copy, &village.clock);
        const auto replies = hub ? (*hub)->exchange(callers.asked) : std::vector<hub::Reply>{};
        std::ofstream(answered) << std::ranges::count(replies, 200U, &hub::Reply::status) << std::flush;
        return replies.size() == 2;
    };
    const auto run = [&](int until) {
        std::filesystem::remove_all(copy);
        std::filesystem::remove(answered);
        std::filesystem::copy(village.folder.path / "hub", copy);
        const int calls = test::calls_until_killed(until, serves);
        std::ifstream in(answered);
        int told = 0;
        in >> told;
        const auto depot = depot_at(copy, &village.clock);
        const std::size_t kept = must(depot->envelopes(village.bakery_plan)).size();
        CHECK(must(depot->envelopes(village.looms_plan)).size() == kept);
        CHECK(told <= 2 * static_cast<int>(kept));
        CHECK(must(must(hub::Hub::open(copy, &village.clock))->check()).empty());
        return std::pair(calls, kept);
    };
    const auto [calls, kept] = run(std::numeric_limits<int>::max());
    CHECK(kept == 1);
    constexpr int kills = 60;
    int without = 0;
    for (int i = 0; i < kills; ++i) {
        without += run(calls * i / kills).second == 0 ? 1 : 0;
    }
    CHECK(without > 0);
    CHECK(without < kills);
}

TEST_CASE("no answer leaves the hub before what it acknowledges is committed") {
    std::unique_ptr<hub::Depot> outside;
    std::int64_t before = 0;
    std::atomic<int> answered = 0;
    std::atomic<int> too_early = 0;
    hub::ServerSettings settings;
    settings.log = [&](std::string_view line) {  // said before the answer goes out, one at a time
        if (outside && line.find("\"exchange\",\"status\":200") != std::string_view::npos) {
            ++answered;
            const auto end = outside->log_end();
            too_early += end && *end - before >= answered ? 0 : 1;
        }
    };
    Village village(settings);
    std::vector<std::unique_ptr<Phone>> phones;
    for (int i = 0; i < 12; ++i) {
        phones.push_back(village.phone_of(village.rosa));
        Three::goal(*phones.back(), village.bakery_plan, "Vender pan");
    }
    std::vector<Phone*> all;
    std::ranges::transform(phones, std::back_inserter(all), [](const auto& phone) { return phone.get(); });
    Callers callers(all);
    const auto queue = village.another_depot();
    outside = village.another_depot();
    before = must(outside->log_end());
    std::vector<std::thread> threads;
    must(queue->transact([&]() -> Outcome {  // while another program writes, they gather
        for (const client::Request& request : callers.requests) {
            threads.emplace_back([&request] {
                client::Http http;
                static_cast<void>(http.post(request.url, request.body, request.token));
            });
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        return Done{};
    }));
    std::ranges::for_each(threads, &std::thread::join);
    CHECK(answered == 12);
    CHECK(too_early == 0);
    CHECK(must(outside->log_end()) == before + 12);
    village.is_sound();
}
