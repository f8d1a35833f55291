// She began alone, months before there was a programme; then she joins, and nothing that she wrote is left behind.

#include "engine/programme/beginning.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

struct Alone {
    explicit Alone(const Clock& clock) : phone(clock) {
        me = must(programme::begin_alone(*phone.store, "Rosa (ficticia)", "Panadería"));
        plan = programme::plan_of_alone(me);
        goal = phone.makes(plan, kind::goal,
                           {{"title", std::string("Vender pan")},
                            {"rank", Place{"short", "V"}},
                            {"status", Stage{"open", std::nullopt}}});
        action = phone.makes(plan, kind::action,
                             {{"title", std::string("Comprar harina")},
                              {"goal", goal},
                              {"owner", me},
                              {"status", Stage{"done", 1'780'000'000'000}}});
        session = phone.makes(plan, kind::session, {{"starts", std::int64_t{1'780'000'000'000}}});
        phone.sets(plan, session, kind::session, "people", true, to_text(me));
        phone.sets(plan, session, kind::session, "topics", true, "pricing");
        note = phone.makes({ScopeKind::own, me}, kind::private_note,
                           {{"text", std::string("Me da miedo")}, {"about", goal}});
        const RecordId removed = phone.makes(plan, kind::goal, {{"title", std::string("Quitada")}});
        must(phone.store->remove(removed));
    }
    Phone phone;
    RecordId me, goal, action, session, note;
    ScopeId plan;
};

Record only(Phone& phone, KindNo kind, const ScopeId& scope) {
    const auto records = must(phone.store->list(kind, scope));
    REQUIRE(records.size() == 1);
    return records.front();
}

void everything_is_there(Phone& phone, Village& village) {
    const Record goal = only(phone, kind::goal, village.bakery_plan);
    CHECK(goal.text("title") == "Vender pan");
    CHECK(goal.place() == Place{"short", "V"});
    const Record action = only(phone, kind::action, village.bakery_plan);
    CHECK(action.ref("goal") == goal.id);
    CHECK(action.ref("owner") == village.rosa);
    CHECK(action.moment("done_at") == 1'780'000'000'000);
    const Record session = only(phone, kind::session, village.bakery_plan);
    CHECK(session.refs("people") == std::vector{village.rosa});
    CHECK(session.keys("topics") == std::vector<std::string>{"pricing"});
}

}  // namespace

TEST_CASE("what was begun alone is readable until the programme is here, then lies in her plan, and goes out") {
    Village village;
    Alone alone(village.clock);
    Phone& phone = alone.phone;
    const std::int64_t made_at = must(phone.store->find(alone.goal))->made.at;
    village.clock.now += 86'400'000;
    phone.join(village.invites(village.rosa));
    CHECK(phone.store->person() == village.rosa);
    CHECK(must(phone.store->list(kind::goal, alone.plan)).size() == 1);  // not yet carried, not gone either

    const client::Summary summary = phone.sync();
    CHECK(summary.refused.empty());
    everything_is_there(phone, village);
    const ScopeId own{ScopeKind::own, village.rosa};
    CHECK(only(phone, kind::private_note, own).ref("about") == only(phone, kind::goal, village.bakery_plan).id);
    CHECK(must(phone.store->list(kind::goal)).size() == 1);
    CHECK(only(phone, kind::goal, village.bakery_plan).made == Made{village.rosa, made_at});
    CHECK_FALSE(phone.holds(alone.plan));
    CHECK(must(phone.store->find(alone.goal)) == std::nullopt);
    CHECK(must(phone.store->waiting()) == 0);
    CHECK(must(phone.store->check()).empty());

    auto maude = village.phone_of(village.maude);
    everything_is_there(*maude, village);
    CHECK(must(maude->store->list(kind::private_note)).empty());
    village.is_sound();
}

TEST_CASE("carrying over happens once, whatever number of times it is tried or however the line breaks") {
    Village village;
    Alone alone(village.clock);
    Phone& phone = alone.phone;
    phone.join(village.invites(village.rosa));
    client::Exchange first(*phone.store);
    const auto request = must(first.next());
    must(first.take(must(phone.http.post(request->url, request->body, request->token))));
    everything_is_there(phone, village);  // carried; its sending was cut off
    phone.sync();
    phone.sync();
    everything_is_there(phone, village);
    CHECK(must(phone.store->check()).empty());
}

TEST_CASE("while her business isn't in the programme yet, what she wrote alone stays where it is and is not sent") {
    Village village;
    const RecordId nora = village.odile.makes(village.in_cohort, kind::person,
                                              {{"name", std::string("Nora")}, {"role", std::string("entrepreneur")}});
    village.odile.sync();
    Alone alone(village.clock);
    Phone& phone = alone.phone;
    phone.join(village.invites(nora));
    phone.sync();
    CHECK(must(phone.store->list(kind::goal, alone.plan)).size() == 1);
    CHECK_FALSE(phone.holds(alone.plan));  // nothing was sealed there

    const RecordId kitchen = village.odile.makes(village.in_cohort, kind::business, {{"name", std::string("Cocina")}});
    village.odile.sets(village.in_cohort, kitchen, kind::business, "leaders", true, to_text(nora));
    village.odile.sync();
    phone.sync();
    CHECK(must(phone.store->list(kind::goal, alone.plan)).empty());
    CHECK(only(phone, kind::goal, {ScopeKind::plan, kitchen}).text("title") == "Vender pan");
    CHECK(must(phone.store->waiting()) == 0);
    village.is_sound();
}
