#include <cmath>

#include "engine/programme/progress.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

RecordId adds(Phone& phone, const ScopeId& plan, const std::string& title, Lane lane = Lane::near) {
    NewAction action;
    action.lane = lane;
    action.title = title;
    return must(add_action(*phone.store, plan, action)).record;
}

RecordId aims(Phone& phone, const ScopeId& plan, const std::string& title) {
    return must(add_goal(*phone.store, plan, {Lane::middle, title, {}})).record;
}

}  // namespace

TEST_CASE("what was accepted is the owner's: whoever proposed it can't take it back any more") {
    Village v;
    const RecordId id = adds(v.maude, v.plan, "Try a smaller loaf");
    must(drop(*v.maude.store, id));  // hers, so far
    must(v.maude.store->write(v.plan, std::vector{make_edit(id, kind::action, "status", Stage{"proposed", {}})}));
    v.all_meet();
    must(accept(*v.rosa.store, id));
    v.all_meet();
    for (const char* status : {"dropped", "proposed", "done"}) {
        const Edit back = make_edit(id, kind::action, "status", Stage{status, {}});
        CHECK(fault_of(carry_out(*v.maude.store, v.plan, {back})) == Fault::not_allowed);
    }
    CHECK(fault_of(programme::remove(*v.maude.store, id)) == Fault::not_allowed);
}

TEST_CASE("an owner declines with a kind word, and whoever proposed it reads why") {
    Village v;
    const RecordId goal = aims(v.maude, v.plan, "Open a second shop");
    const RecordId action = adds(v.maude, v.plan, "Rent a stall");
    v.all_meet();
    CHECK(fault_of(decline(*v.maude.store, goal)) == Fault::not_allowed);
    CHECK(fault_of(decline(*v.odile.store, goal)) == Fault::not_allowed);
    const Deed declined = must(decline(*v.rosa.store, goal, "First this one"));
    must(decline(*v.rosa.store, action, "Too dear for now"));
    v.all_meet();
    CHECK(v.maude.sees(goal).text("status") == "dropped");
    CHECK(v.maude.sees(goal).text("reason") == "First this one");
    CHECK(v.maude.sees(action).text("blocked_because") == "Too dear for now");
    CHECK(v.rosa.board(v.plan).lane(Lane::middle).empty());
    CHECK(fault_of(decline(*v.rosa.store, goal)) == Fault::invalid);
    must(undo(*v.rosa.store, declined));
    CHECK(v.rosa.sees(goal).text("status") == "proposed");
    CHECK_FALSE(v.rosa.sees(goal).has("reason"));
}

TEST_CASE("a goal is paused or let go with a reason, and taken up again without it") {
    Village v;
    const RecordId goal = aims(v.rosa, v.plan, "Sell in Cotoca");
    must(pause(*v.rosa.store, goal, "The road is closed"));
    CHECK(v.rosa.board(v.plan).lane(Lane::middle)[0].status == "paused");
    CHECK(v.rosa.board(v.plan).lane(Lane::middle)[0].reason == "The road is closed");
    must(reopen(*v.rosa.store, goal));
    CHECK(v.rosa.board(v.plan).lane(Lane::middle)[0].status == "open");
    CHECK_FALSE(v.rosa.sees(goal).has("reason"));
    must(drop(*v.rosa.store, goal, "Not mine"));
    CHECK(v.rosa.sees(goal).text("reason") == "Not mine");
    v.all_meet();
    CHECK(fault_of(pause(*v.maude.store, goal)) == Fault::not_allowed);
    CHECK(fault_of(reopen(*v.maude.store, goal)) == Fault::not_allowed);
    const RecordId action = adds(v.rosa, v.plan, "Ask");
    CHECK(fault_of(pause(*v.rosa.store, action)) == Fault::not_found);
}

TEST_CASE("an action is begun, held up by something, goes on, and done it is held up by nothing") {
    Village v;
    const RecordId id = adds(v.rosa, v.plan, "Weigh the flour");
    must(begin(*v.rosa.store, id));
    must(block(*v.rosa.store, id, "No scales"));
    CHECK(v.rosa.board(v.plan).lane(Lane::near)[0].blocked_because == "No scales");
    must(block(*v.rosa.store, id, " "));
    CHECK_FALSE(v.rosa.sees(id).has("blocked_because"));
    must(block(*v.rosa.store, id, "No time"));
    const Deed done = must(finish(*v.rosa.store, id));
    CHECK_FALSE(v.rosa.sees(id).has("blocked_because"));
    CHECK(v.rosa.sees(id).moment("done_at") == noon);
    must(undo(*v.rosa.store, done));
    CHECK(v.rosa.sees(id).text("status") == "doing");
    CHECK(v.rosa.sees(id).text("blocked_because") == "No time");
    v.all_meet();
    CHECK(fault_of(block(*v.maude.store, id, "Mine")) == Fault::not_allowed);
}

TEST_CASE("with a sixth open action near, it asks which one can wait: the last of the lane first") {
    Village v;
    std::vector<RecordId> all;
    for (const char* title : {"a", "b", "c", "d", "e"}) {
        all.push_back(adds(v.rosa, v.plan, title));
    }
    CHECK(could_wait(v.rosa.board(v.plan)).empty());
    all.push_back(adds(v.rosa, v.plan, "f"));
    CHECK(could_wait(v.rosa.board(v.plan)) == std::vector<RecordId>(all.rbegin(), all.rend()));
    must(move_to_end(*v.rosa.store, all[1], Lane::middle));
    CHECK(could_wait(v.rosa.board(v.plan)).empty());
    adds(v.maude, v.plan, "an idea doesn't count");
    v.all_meet();
    CHECK(could_wait(v.rosa.board(v.plan)).empty());
}

TEST_CASE("an action belongs to a goal of the same plan, or to none") {
    Village v;
    const RecordId goal = aims(v.rosa, v.plan, "Know the cost");
    const RecordId action = adds(v.rosa, v.plan, "Weigh");
    must(set_goal(*v.rosa.store, action, goal));
    CHECK(v.rosa.sees(action).ref("goal") == goal);
    must(set_goal(*v.rosa.store, action, {}));
    CHECK_FALSE(v.rosa.sees(action).has("goal"));
    CHECK(fault_of(set_goal(*v.rosa.store, action, action)) == Fault::invalid);
    const RecordId elsewhere = aims(v.maude, v.maudes_plan, "Listen");
    v.all_meet();
    CHECK(fault_of(set_goal(*v.rosa.store, action, elsewhere)) == Fault::invalid);
}

TEST_CASE("a goal is measured: from where, to where, and how far it is, in order of time") {
    Village v;
    const RecordId goal = aims(v.rosa, v.plan, "Throw less away");
    must(measure(*v.rosa.store, goal, {"loaves left over", "loaves", 40.0, 10.0, today_days + 60}));
    v.clock.now = noon + 1000;
    const RecordId late = must(add_progress(*v.rosa.store, goal, 25.0, "A quiet week")).record;
    v.clock.now = noon;
    must(add_progress(*v.rosa.store, goal, 37.5));
    must(add_progress(*v.rosa.store, goal, {}, "Only a word"));
    const Item shown = v.rosa.board(v.plan).lane(Lane::middle)[0];
    CHECK(shown.falls);
    CHECK(shown.measure == "loaves left over");
    CHECK(shown.value == 25.0);
    CHECK(shown.progress == 0.5);
    const auto measured = must(progress_of(*v.rosa.store, goal));
    REQUIRE(measured.size() == 3);
    CHECK(measured[0].value == 37.5);
    CHECK_FALSE(measured[1].value.has_value());
    CHECK(measured[2].id == late);
    CHECK(measured[2].note == "A quiet week");
    CHECK(fault_of(add_progress(*v.rosa.store, goal, {}, " ")) == Fault::invalid);
    CHECK(fault_of(add_progress(*v.rosa.store, goal, std::nan(""))) == Fault::invalid);
    v.all_meet();
    CHECK(fault_of(add_progress(*v.maude.store, goal, 12.0)) == Fault::not_allowed);
    CHECK(fault_of(measure(*v.maude.store, goal, {})) == Fault::not_allowed);
    must(measure(*v.rosa.store, goal, {}));
    CHECK_FALSE(v.rosa.sees(goal).has("target"));
}
