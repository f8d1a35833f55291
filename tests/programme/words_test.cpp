// What is said over a session, and later: given and learned, insights, agreements, and logs of one meeting.

#include <algorithm>

#include "engine/programme/agreements.hpp"
#include "engine/programme/insights.hpp"
#include "engine/programme/sessions.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

constexpr std::int64_t minute_ms = 60LL * 1000;

// Logged without a day: only what overlaps is linked by itself.
RecordId logs(Phone& phone, const Village& v, std::int64_t starts, std::int64_t minutes = 60) {
    SessionLog log;
    log.plan = v.plan;
    log.starts = starts;
    log.minutes = minutes;
    log.people = {v.rosa_id, v.maude_id};
    return must(log_session(*phone.store, log)).record;
}

std::size_t lines_on(const Phone& phone) {
    return must(sessions(*phone.store)).size();
}

}  // namespace

TEST_CASE("two logs written apart are linked by hand, and unlinked again") {
    Village v;
    const RecordId hers = logs(v.rosa, v, noon);
    const RecordId mine = logs(v.maude, v, noon + 25 * minute_ms);
    v.all_meet();
    CHECK(lines_on(v.maude) == 2);
    const auto candidates = must(maybe_same(*v.maude.store, mine));
    REQUIRE(candidates.size() == 1);
    CHECK(candidates[0].id == hers);
    const Deed linked = must(link_sessions(*v.maude.store, hers, mine));
    CHECK(v.maude.sees(mine).ref("same_as") == hers);  // in her own log: the other isn't hers to write
    CHECK(must(link_sessions(*v.maude.store, mine, hers)).steps.empty());
    CHECK(must(maybe_same(*v.maude.store, mine)).empty());
    v.all_meet();
    CHECK(lines_on(v.rosa) == 1);
    CHECK(lines_on(v.odile) == 1);
    must(unlink_session(*v.rosa.store, mine));
    v.all_meet();
    CHECK(lines_on(v.maude) == 2);
    must(undo(*v.maude.store, linked));  // nothing of it stands any more
    CHECK(lines_on(v.maude) == 2);
}

TEST_CASE("both link the same two logs apart, each hers to the other's: still one meeting") {
    Village v;
    const RecordId hers = logs(v.rosa, v, noon);
    const RecordId mine = logs(v.maude, v, noon + 25 * minute_ms);
    v.rosa.gives_to(v.maude);
    v.maude.gives_to(v.rosa);
    must(link_sessions(*v.maude.store, mine, hers));
    must(link_sessions(*v.rosa.store, hers, mine));
    v.all_meet();
    CHECK(v.rosa.sees(hers).ref("same_as") == mine);
    CHECK(v.rosa.sees(mine).ref("same_as") == hers);
    for (const Phone* phone : {&v.rosa, &v.maude, &v.odile}) {
        CHECK(lines_on(*phone) == 1);
    }
    must(unlink_session(*v.rosa.store, hers));
    v.all_meet();
    CHECK(lines_on(v.maude) == 2);
}

TEST_CASE("one log leaves its meeting, and the others stay together") {
    Village v;
    const RecordId a = logs(v.rosa, v, noon);
    const RecordId b = logs(v.rosa, v, noon + 5 * minute_ms);
    const RecordId c = logs(v.rosa, v, noon + 10 * minute_ms);
    must(link_sessions(*v.rosa.store, b, a));
    must(link_sessions(*v.rosa.store, c, a));
    CHECK(lines_on(v.rosa) == 1);
    must(unlink_session(*v.rosa.store, a));
    const auto lines = must(sessions(*v.rosa.store));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].logs.size() + lines[1].logs.size() == 3);
    CHECK(must(session_page(*v.rosa.store, a)).line.logs.size() == 1);
}

TEST_CASE("only two held sessions of one plan are linked, and only by whoever may write one of them") {
    Village v;
    const RecordId a = logs(v.rosa, v, noon);
    const RecordId b = logs(v.rosa, v, noon + 5 * minute_ms);
    SessionPlan planned;
    planned.plan = v.plan;
    planned.starts = noon;
    const RecordId c = must(plan_session(*v.rosa.store, planned)).record;
    CHECK(fault_of(link_sessions(*v.rosa.store, a, a)) == Fault::invalid);
    CHECK(fault_of(link_sessions(*v.rosa.store, a, c)) == Fault::invalid);
    CHECK(fault_of(link_sessions(*v.rosa.store, a, v.rosa_id)) == Fault::not_found);
    v.all_meet();
    CHECK(fault_of(link_sessions(*v.maude.store, a, b)) == Fault::not_allowed);
    CHECK(fault_of(link_sessions(*v.odile.store, a, b)) == Fault::not_allowed);
}

TEST_CASE("over midnight, in one zone or both, the logs of one hour find each other") {
    Village v;
    const std::int64_t midnight = today_days * day_ms;
    const RecordId before = logs(v.rosa, v, midnight - 15 * minute_ms, 75);
    v.all_meet();
    SessionLog log;
    log.plan = v.plan;
    log.starts = midnight + 5 * minute_ms;  // on the day after, by her watch
    log.day_begins = midnight;
    log.day_ends = midnight + day_ms;
    log.minutes = 60;
    const RecordId after = must(log_session(*v.maude.store, log)).record;
    CHECK(v.maude.sees(after).ref("same_as") == before);
}

TEST_CASE("of two meetings on one day, the nearer one is the same") {
    Village v;
    const RecordId morning = logs(v.rosa, v, noon - 180 * minute_ms);
    const RecordId evening = logs(v.rosa, v, noon + 300 * minute_ms);
    v.all_meet();
    SessionLog log;
    log.plan = v.plan;
    log.minutes = 30;
    log.day_begins = today_days * day_ms;
    log.day_ends = log.day_begins + day_ms;
    log.starts = noon - 100 * minute_ms;
    CHECK(v.maude.sees(must(log_session(*v.maude.store, log)).record).ref("same_as") == morning);
    log.starts = noon + 290 * minute_ms;
    CHECK(v.maude.sees(must(log_session(*v.maude.store, log)).record).ref("same_as") == evening);
}

TEST_CASE("what was given and learned is added when it comes to mind, by each her own") {
    Village v;
    const RecordId id = logs(v.rosa, v, noon);
    v.all_meet();
    v.clock.now += 3 * day_ms;
    must(add_given(*v.maude.store, id, Way::learned, {"pricing", "To ask before I answer"}));
    must(add_given(*v.rosa.store, id, Way::gave, {"cash", {}}));
    v.all_meet();
    const SessionPage page = must(session_page(*v.rosa.store, id));
    REQUIRE(page.given.size() == 2);
    const auto learned = std::ranges::find(page.given, "learned", &Given::kind);
    REQUIRE(learned != page.given.end());
    CHECK(learned->from == "Rosa Test");
    CHECK(learned->to == "Maude Test");
    CHECK_FALSE(learned->is_mine);
    CHECK(fault_of(add_given(*v.rosa.store, id, Way::gave, {{}, " "})) == Fault::invalid);
    CHECK(fault_of(add_given(*v.odile.store, id, Way::gave, {"cash", {}})) == Fault::not_allowed);
}

TEST_CASE("an insight is one tap, tied to a goal, and the pair's only") {
    Village v;
    const RecordId goal = must(add_goal(*v.rosa.store, v.plan, {Lane::near, "Know the cost", {}})).record;
    must(add_insight(*v.rosa.store, {v.plan, goal, {}, "I had never counted.", false}));
    v.clock.now += 1000;
    const RecordId voice = must(add_insight(*v.rosa.store, {v.plan, goal, {}, {}, true})).record;
    v.rosa.makes(v.talk, kind::attachment, {{"about", voice}, {"mime", std::string("audio/ogg")}});
    v.all_meet();
    const auto hers = must(insights(*v.maude.store, v.plan));
    REQUIRE(hers.size() == 2);
    CHECK(hers[0].has_voice);
    CHECK(hers[1].text == "I had never counted.");
    CHECK(hers[1].goal_title == "Know the cost");
    CHECK(hers[1].author == "Rosa Test");
    CHECK(must(insights(*v.odile.store, v.plan)).empty());
    CHECK(fault_of(add_insight(*v.rosa.store, {v.plan, goal, {}, " ", false})) == Fault::invalid);
    CHECK(fault_of(add_insight(*v.rosa.store, {v.plan, v.rosa_id, {}, "x", false})) == Fault::invalid);
    CHECK(fault_of(add_insight(*v.odile.store, {v.plan, {}, {}, "x", false})) == Fault::not_allowed);
}

TEST_CASE("an agreement holds when both have signed the same words") {
    Village v;
    const RecordId id = must(agree(*v.maude.store, v.plan, {"We say what we think.", "weekly", "video"})).record;
    v.all_meet();
    Agreement hers = must(agreements(*v.rosa.store, v.plan)).front();
    CHECK(hers.waits_for_her);
    CHECK_FALSE(hers.by_both);
    CHECK_FALSE(must(agreements(*v.maude.store, v.plan)).front().waits_for_her);
    v.clock.now += 1000;
    must(sign(*v.rosa.store, id, hers.hash));
    v.all_meet();
    Agreement both = must(agreements(*v.maude.store, v.plan)).front();
    CHECK(both.by_both);
    REQUIRE(both.signatures.size() == 2);
    CHECK(both.signatures[0].holds);
    CHECK(both.terms.frequency == "weekly");

    must(amend(*v.maude.store, id, {"We say what we think.", "monthly", "video"}));
    v.all_meet();
    hers = must(agreements(*v.rosa.store, v.plan)).front();
    CHECK(hers.waits_for_her);
    CHECK_FALSE(hers.by_both);
    CHECK(hers.signatures.size() == 2);  // what she signed stays to be seen, and doesn't hold
    CHECK(must(agreements(*v.odile.store, v.plan)).empty());
}

TEST_CASE("nobody signs what she hasn't read, nor for another") {
    Village v;
    const RecordId id = must(agree(*v.maude.store, v.plan, {"Weekly.", {}, {}})).record;
    v.all_meet();
    const std::string read = must(agreements(*v.rosa.store, v.plan)).front().hash;
    must(amend(*v.maude.store, id, {"Daily!", {}, {}}));
    v.all_meet();
    CHECK(fault_of(sign(*v.rosa.store, id, read)) == Fault::invalid);
    const Edit forged = make_edit(id, kind::agreement, "signed", std::string("{}"), to_text(v.rosa_id));
    CHECK(fault_of(carry_out(*v.maude.store, v.talk, {forged})) == Fault::not_allowed);
    CHECK(fault_of(agree(*v.maude.store, v.plan, {" ", {}, {}})) == Fault::invalid);
    CHECK(fault_of(agree(*v.maude.store, v.looms_plan, {"x", {}, {}})) == Fault::not_allowed);
    CHECK(fault_of(sign(*v.odile.store, id, read)) == Fault::not_found);
}

TEST_CASE("a signature that can't be read holds nothing up") {
    Village v;
    const RecordId id = must(agree(*v.maude.store, v.plan, {"Weekly.", {}, {}})).record;
    v.all_meet();
    for (const char* odd : {"", "[]", "{\"at\":\"x\"}", "{\"hash\":5}", "nonsense"}) {
        v.rosa.puts(v.talk, id, kind::agreement, "signed", to_text(v.rosa_id), std::string(odd));
        const Agreement shown = must(agreements(*v.rosa.store, v.plan)).front();
        CHECK(shown.waits_for_her);
    }
}
