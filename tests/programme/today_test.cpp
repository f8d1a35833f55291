#include "engine/programme/today.hpp"

#include <algorithm>

#include "engine/programme/agreements.hpp"
#include "engine/programme/readings.hpp"
#include "engine/programme/sessions.hpp"
#include "engine/programme/versions.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

const TodayItem* item_of(const Today& today, RecordId id) {
    const auto found = std::ranges::find(today.items, id, &TodayItem::id);
    return found != today.items.end() ? &*found : nullptr;
}

Today day_of(const Phone& phone) {
    return must(today(*phone.store, 0));
}

RecordId adds(Phone& phone, const ScopeId& plan, const std::string& title, std::optional<std::int64_t> due,
              bool promise = false) {
    NewAction action;
    action.title = title;
    action.due = due;
    action.promise = promise;
    return must(add_action(*phone.store, plan, action)).record;
}

}  // namespace

TEST_CASE("today shows what is due within three days, late ones first, and not what is later") {
    Village v;
    CHECK(day_of(v.rosa).empty_plan);
    const RecordId soon = adds(v.rosa, v.plan, "soon", today_days + 3);
    const RecordId late = adds(v.rosa, v.plan, "late", today_days - 20);
    const RecordId later = adds(v.rosa, v.plan, "later", today_days + 4);
    const Today today = day_of(v.rosa);
    REQUIRE(today.items.size() == 2);
    CHECK(today.items[0].id == late);
    CHECK(today.items[1].id == soon);
    CHECK(item_of(today, later) == nullptr);
    CHECK(today.items[0].can_finish);
    CHECK(today.items[0].can_postpone);
    CHECK(today.name == "Rosa Test");
    CHECK(today.day == today_days);
    CHECK_FALSE(today.empty_plan);
    v.all_meet();
    CHECK(item_of(day_of(v.maude), soon) == nullptr);
    CHECK(day_of(v.odile).items.empty());
}

TEST_CASE("a day without anything due offers the first steps of the board") {
    Village v;
    for (const char* title : {"a", "b", "c", "d"}) {
        adds(v.rosa, v.plan, title, {});
    }
    const Today today = day_of(v.rosa);
    REQUIRE(today.items.size() == 3);
    CHECK(today.items[0].title == "a");
    must(finish(*v.rosa.store, today.items[0].id));
    CHECK(day_of(v.rosa).done_this_week == 1);
}

TEST_CASE("a proposal waits for the owner, a promise for whoever made it") {
    Village v;
    const RecordId idea = adds(v.maude, v.plan, "idea", {});
    const RecordId offer =
        v.maude.makes(v.plan, kind::action,
                      {{"title", std::string("an offer")}, {"owner", v.maude_id}, {"status", Stage{"proposed", {}}}});
    const RecordId promise = adds(v.maude, v.plan, "promise", {}, true);
    v.all_meet();
    const Today rosas = day_of(v.rosa);
    REQUIRE(item_of(rosas, idea) != nullptr);
    CHECK(item_of(rosas, idea)->kind == TodayKind::proposal);
    CHECK(item_of(rosas, idea)->from == "Maude Test");
    CHECK(item_of(rosas, promise) == nullptr);
    const Today maudes = day_of(v.maude);
    CHECK(item_of(maudes, idea) == nullptr);
    CHECK(item_of(maudes, offer) == nullptr);
    REQUIRE(item_of(rosas, offer) != nullptr);
    CHECK(item_of(rosas, offer)->kind == TodayKind::proposal);
    REQUIRE(item_of(maudes, promise) != nullptr);
    CHECK(item_of(maudes, promise)->kind == TodayKind::promise);
}

TEST_CASE("the next session is there, planned or only agreed on") {
    Village v;
    SessionPlan planned;
    planned.plan = v.plan;
    planned.starts = noon + 2 * day_ms;
    planned.people = {v.rosa_id, v.maude_id};
    const RecordId next = must(plan_session(*v.rosa.store, planned)).record;
    planned.starts = noon + 20 * day_ms;
    const RecordId far = must(plan_session(*v.rosa.store, planned)).record;
    CHECK(item_of(day_of(v.rosa), next) != nullptr);
    CHECK(item_of(day_of(v.rosa), far) == nullptr);
    must(cancel_session(*v.rosa.store, next));

    SessionLog log;
    log.plan = v.plan;
    log.starts = noon - day_ms;
    log.minutes = 30;
    log.next_at = noon + 3 * day_ms;
    log.people = {v.rosa_id, v.maude_id};
    const RecordId held = must(log_session(*v.rosa.store, log)).record;
    const Today today = day_of(v.rosa);
    REQUIRE(item_of(today, held) != nullptr);
    CHECK(item_of(today, held)->at == noon + 3 * day_ms);
    CHECK_FALSE(item_of(today, held)->can_finish);
}

TEST_CASE("a planned session that has passed asks whether it took place") {
    Village v;
    SessionPlan planned;
    planned.plan = v.plan;
    planned.starts = noon - day_ms;
    const RecordId id = must(plan_session(*v.rosa.store, planned)).record;
    CHECK(item_of(day_of(v.rosa), id)->can_finish);
}

TEST_CASE("a title written twice apart is shown to whoever may settle it, and settled once for all") {
    Village v;
    const RecordId id = adds(v.rosa, v.plan, "first", {});
    v.all_meet();
    Phone twin(v.clock);
    must(twin.store->set_person(v.rosa_id));
    v.odile.gives_to(twin);
    must(rename(*v.rosa.store, id, "on my phone"));
    v.clock.now += 1000;
    must(rename(*twin.store, id, "on the other"));
    twin.gives_to(v.rosa);
    const Today today = day_of(v.rosa);
    REQUIRE(item_of(today, id) != nullptr);
    CHECK(item_of(today, id)->kind == TodayKind::versions);
    CHECK(v.rosa.board(v.plan).lane(Lane::near)[0].contested);
    CHECK(v.rosa.board(v.plan).lane(Lane::near)[0].title == "on the other");
    const auto edits = must(double_edits(*v.rosa.store));
    REQUIRE(edits.size() == 1);
    CHECK(edits[0].is_text);
    CHECK(edits[0].contest.versions.size() == 2);
    must(keep(*v.rosa.store, edits[0].contest, edits[0].contest.versions[1].dot));
    CHECK(v.rosa.sees(id).text("title") == "on my phone");
    CHECK(must(double_edits(*v.rosa.store)).empty());
}

TEST_CASE("both versions can be kept by writing a third") {
    Village v;
    const RecordId id = adds(v.rosa, v.plan, "first", {});
    v.all_meet();
    Phone twin(v.clock);
    must(twin.store->set_person(v.rosa_id));
    v.odile.gives_to(twin);
    must(rename(*v.rosa.store, id, "bread"));
    must(rename(*twin.store, id, "rolls"));
    twin.gives_to(v.rosa);
    const auto edits = must(double_edits(*v.rosa.store));
    REQUIRE(edits.size() == 1);
    must(write_instead(*v.rosa.store, edits[0].contest, "bread / rolls"));
    CHECK(v.rosa.sees(id).contested.empty());
    CHECK(v.rosa.sees(id).text("title") == "bread / rolls");
}

TEST_CASE("what was removed here and written on there comes back, and asks") {
    Village v;
    const RecordId id = adds(v.rosa, v.plan, "first", {});
    v.all_meet();
    Phone twin(v.clock);
    must(twin.store->set_person(v.rosa_id));
    v.odile.gives_to(twin);
    must(programme::remove(*v.rosa.store, id));
    must(rename(*twin.store, id, "written on"));
    twin.gives_to(v.rosa);
    const Today today = day_of(v.rosa);
    REQUIRE(item_of(today, id) != nullptr);
    CHECK(item_of(today, id)->kind == TodayKind::returned);
    must(keep_returned(*v.rosa.store, id));
    CHECK(v.rosa.sees(id).contested.empty());
    CHECK(v.rosa.lane(v.plan, Lane::near) == std::vector<std::string>{"written on"});
}

TEST_CASE("a mentor's faces: last meeting, open actions, what is new since then, and quiet pairs") {
    Village v;
    CHECK(day_of(v.rosa).faces.empty());
    REQUIRE(day_of(v.maude).faces.size() == 1);
    CHECK(day_of(v.maude).faces[0].quiet);
    CHECK_FALSE(day_of(v.maude).faces[0].last_met.has_value());
    SessionLog log;
    log.plan = v.plan;
    log.starts = noon - 2 * day_ms;
    log.minutes = 60;
    log.people = {v.rosa_id, v.maude_id};
    must(log_session(*v.maude.store, log));
    adds(v.rosa, v.plan, "since then", {});
    v.all_meet();
    const Face face = day_of(v.maude).faces[0];
    CHECK(face.name == "Bakery");
    CHECK(face.people == std::vector<std::string>{"Rosa Test"});
    CHECK(face.last_met == noon - 2 * day_ms);
    CHECK(face.open_actions == 1);
    CHECK(face.news == 1);
    CHECK_FALSE(face.quiet);
    CHECK(day_of(v.odile).faces.size() == 1);
    log.people = {v.rosa_id};  // with whoever was her mentor before
    log.starts = noon - day_ms;
    must(log_session(*v.rosa.store, log));
    v.all_meet();
    CHECK(day_of(v.maude).faces[0].last_met == noon - 2 * day_ms);
    v.clock.now += 5 * day_ms;  // in the stay, four days are long
    CHECK(day_of(v.maude).faces[0].quiet);
}

TEST_CASE("an agreement waits in Today until her side has signed it") {
    Village v;
    const RecordId id = must(agree(*v.maude.store, v.plan, {"We meet on Tuesdays.", {}, {}})).record;
    v.all_meet();
    CHECK(item_of(day_of(v.maude), id) == nullptr);
    CHECK(item_of(day_of(v.odile), id) == nullptr);
    const Today rosas = day_of(v.rosa);
    REQUIRE(item_of(rosas, id) != nullptr);
    CHECK(item_of(rosas, id)->kind == TodayKind::agreement);
    CHECK(item_of(rosas, id)->title == "We meet on Tuesdays.");
    CHECK(item_of(rosas, id)->from == "Maude Test");
    CHECK_FALSE(item_of(rosas, id)->can_accept);  // she reads it before
    must(sign(*v.rosa.store, id, must(agreements(*v.rosa.store, v.plan)).front().hash));
    CHECK(item_of(day_of(v.rosa), id) == nullptr);
}

TEST_CASE("a round of readings waits in Today for whoever the plan is of, until it is asked") {
    Village v;
    CHECK(item_of(day_of(v.rosa), v.plan.subject) == nullptr);  // nobody defined what to ask
    v.odile.makes({}, kind::indicator_def, {{"code", std::string("I1")}, {"type", std::string("scale")}});
    v.all_meet();
    const Today rosas = day_of(v.rosa);
    REQUIRE(item_of(rosas, v.plan.subject) != nullptr);
    CHECK(item_of(rosas, v.plan.subject)->kind == TodayKind::readings);
    CHECK(item_of(rosas, v.plan.subject)->round == "start");
    CHECK(item_of(rosas, v.plan.subject)->count == 0);
    const Today maudes = day_of(v.maude);
    CHECK(item_of(maudes, v.plan.subject) == nullptr);
    CHECK(item_of(maudes, v.maude_id) != nullptr);  // her own
    must(record_reading(*v.rosa.store, v.plan, {"I1", "start", std::int64_t{3}, {}, false}));
    CHECK(item_of(day_of(v.rosa), v.plan.subject) == nullptr);
    v.clock.now += 8 * day_ms;
    CHECK(item_of(day_of(v.rosa), v.plan.subject)->count == 1);
}
