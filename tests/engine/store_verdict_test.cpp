// Verdicts, refusals and scopes that go: the cases that chance meets too seldom.

#include <algorithm>

#include "engine/store/database.hpp"
#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

const FieldNo title = find_kind(kind::goal)->field("title")->number;

Envelope said(DeviceId device, std::uint64_t seq, std::vector<Change> changes) {
    const std::uint64_t last = seq + changes.size() - 1;
    return {plan, device, seq, last, pack(changes)};
}

Change titled(DeviceId device, std::uint64_t seq, RecordId goal, const char* text, std::int64_t ms,
              std::vector<Dot> supersedes = {}) {
    return {{device, seq}, goal, kind::goal, title, {}, std::string(text), Stamp::at(ms), std::move(supersedes)};
}

std::int64_t rows_left(const Phone& phone, const std::string& table) {
    auto query = must(phone.store->database().prepare("SELECT count(*) FROM " + table));
    REQUIRE(must(query.step()));
    return query.integer(0);
}

}  // namespace

TEST_CASE("who wrote over a change that the hub voided has seen what that was written over, whatever came first") {
    const DeviceId ana{0xA};
    const DeviceId ben{0xB};
    const DeviceId eva{0xE};
    const DeviceId hub{0x4B};
    const RecordId goal{ana, 1};
    // By the clocks the first would win.
    const auto at = [](FieldNo field, Value value, std::uint64_t seq) {
        return Change{
            {DeviceId{0x4B}, seq}, {DeviceId{0x4B}, 1}, kind::verdict, field, {}, std::move(value), Stamp::at(5), {}};
    };
    std::vector<Envelope> all{
        said(ana, 1, {titled(ana, 1, goal, "first", 9'000)}),
        said(ben, 1, {titled(ben, 1, goal, "voided", 50, {{ana, 1}})}),
        said(eva, 1, {titled(eva, 1, goal, "last", 60, {{ben, 1}})}),
        said(hub, 1, {at(8, to_text(Dot{ben, 1}), 1), at(9, std::int64_t{2}, 2), at(10, goal, 3)}),
    };
    std::vector<int> order{0, 1, 2, 3};
    do {
        const Phone phone;
        must(phone.store->set_setting("hub_device", to_text(hub)));
        for (const int next : order) {
            phone.takes({all[static_cast<std::size_t>(next)]});
        }
        INFO(order[0] << order[1] << order[2] << order[3]);
        CHECK(phone.sees(goal).text("title") == "last");
        CHECK(phone.sees(goal).contested.empty());
        CHECK(rows_left(phone, "early") == 0);
        phone.is_sound();
    } while (std::ranges::next_permutation(order).found);
}

TEST_CASE("an envelope that doesn't hold what it says stays in the log, and nothing of it is shown") {
    const DeviceId ana{0xA};
    const DeviceId ben{0xB};
    const RecordId goal{ana, 1};
    const Phone phone;
    Envelope less = said(ana, 1, {titled(ana, 1, goal, "a", 5)});
    less.last_seq = 3;
    Envelope foreign = said(ben, 1, {titled(ana, 1, goal, "b", 5)});
    Envelope later = said(ben, 2, {titled(ben, 1, goal, "c", 5)});
    for (const Envelope& envelope : {less, foreign, later}) {
        const Received received = phone.takes({envelope});
        CHECK(received.envelopes == 1);
        CHECK(received.changes == 0);
    }
    CHECK_FALSE(must(phone.store->find(goal)).has_value());
    CHECK(phone.log(plan).size() == 3);
    phone.is_sound();
}

TEST_CASE("nothing of a scope is in any table once it was dropped, also not what was expected or voided in it") {
    const DeviceId ana{0xA};
    const DeviceId ben{0xB};
    const RecordId goal{ana, 1};
    const Phone phone;
    const Phone hub;
    must(phone.store->set_setting("hub_device", to_text(hub.store->device())));
    hub.makes(plan, kind::verdict, {{"voids", to_text(Dot{ben, 9})}, {"reason", std::int64_t{2}}, {"about", goal}});
    phone.hears(hub, plan);
    phone.takes({said(ana, 1, {titled(ana, 1, goal, "a", 5, {{ben, 7}}), titled(ana, 2, goal, "b", 5)})});
    phone.makes(plan, kind::session, {{"place", std::string("x")}});
    const std::vector<std::string> tables{"early", "voided", "reach", "envelope", "head", "Goal", "Session", "Verdict"};
    for (const std::string& table : tables) {
        INFO(table);
        CHECK(rows_left(phone, table) > 0);
    }
    CHECK(rows_left(phone, "pending") == 1);
    must(phone.store->drop(plan));
    for (const std::string& table : tables) {
        INFO(table);
        CHECK(rows_left(phone, table) == 0);
    }
    CHECK(rows_left(phone, "pending") == 0);
}

TEST_CASE("what the hub refused doesn't count as received") {
    const Phone ana;
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("a")}});
    ana.seal(plan);
    must(ana.store->settle(plan, 1, Delivery::refused, "not_hers"));
    CHECK(ana.sees(goal).safety == Safety::here);
    CHECK_FALSE(must(ana.store->tray()).empty());
    must(ana.store->settle(plan, 1, Delivery::received));
    CHECK(ana.sees(goal).safety == Safety::received);
}
