#include "engine/programme/preparation.hpp"

#include <algorithm>

#include "engine/programme/circle.hpp"
#include "engine/programme/dominoes.hpp"
#include "engine/programme/insights.hpp"
#include "engine/programme/progress.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

RecordId adds(Phone& phone, const ScopeId& plan, const std::string& title, bool promise = false) {
    NewAction action;
    action.title = title;
    action.promise = promise;
    return must(add_action(*phone.store, plan, action)).record;
}

SessionLog log_of(const Village& v, std::int64_t starts) {
    SessionLog log;
    log.plan = v.plan;
    log.starts = starts;
    log.tz = "America/La_Paz";
    log.minutes = 60;
    log.people = {v.rosa_id, v.maude_id};
    return log;
}

Preparation prepared(const Phone& phone, const ScopeId& plan) {
    return must(prepare(*phone.store, plan, today_days));
}

const News* news_of(const Preparation& prepared, RecordId id) {
    const auto found = std::ranges::find(prepared.news, id, &News::id);
    return found != prepared.news.end() ? &*found : nullptr;
}

std::vector<std::string> titles(const std::vector<Item>& items) {
    std::vector<std::string> all;
    std::ranges::transform(items, std::back_inserter(all), &Item::title);
    return all;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("a mentor prepares: what changed by others since they met, and nothing from before") {
    Village v;
    const RecordId old_goal = must(add_goal(*v.rosa.store, v.plan, {Lane::middle, "Know the cost", {}})).record;
    const RecordId before = adds(v.rosa, v.plan, "weigh the flour");
    const RecordId moved = adds(v.rosa, v.plan, "count the loaves");
    const RecordId gone = adds(v.rosa, v.plan, "buy a scale");
    const RecordId idea = adds(v.maude, v.plan, "a smaller loaf");
    v.all_meet();
    v.clock.now = noon + 1000;
    must(log_session(*v.maude.store, log_of(v, noon + 500)));
    v.all_meet();

    v.clock.now = noon + day_ms;
    must(finish(*v.rosa.store, before));
    must(move_to_end(*v.rosa.store, moved, Lane::far));
    must(programme::remove(*v.rosa.store, gone));
    must(decline(*v.rosa.store, idea));
    must(set_due(*v.rosa.store, old_goal, today_days + 9));
    const RecordId measured = must(add_progress(*v.rosa.store, old_goal, 5.0)).record;
    const RecordId domino = must(add_domino(*v.rosa.store, v.plan, {1, {}, "I count", {}, false})).record;
    const RecordId insight = must(add_insight(*v.rosa.store, {v.plan, old_goal, {}, {}, true})).record;
    const RecordId asked = must(post(*v.rosa.store, "ask", {}, "Who has a scale?")).record;
    const RecordId elsewhere = must(post(*v.odile.store, "offer", {}, "A room")).record;
    const RecordId mine = adds(v.maude, v.plan, "mine");
    v.all_meet();

    const Preparation now = prepared(v.maude, v.plan);
    CHECK(now.name == "Bakery");
    CHECK(now.people == Titles{"Rosa Test"});
    REQUIRE(now.last.has_value());
    CHECK(now.last->starts == noon + 500);
    REQUIRE(news_of(now, before) != nullptr);
    CHECK(news_of(now, before)->what == News::What::done);
    CHECK(news_of(now, before)->by == "Rosa Test");
    CHECK(news_of(now, before)->at == noon + day_ms);
    CHECK(news_of(now, moved)->what == News::What::moved);
    CHECK(news_of(now, gone)->what == News::What::removed);
    CHECK(news_of(now, idea)->what == News::What::let_go);
    CHECK(news_of(now, old_goal)->what == News::What::changed);
    CHECK(news_of(now, old_goal)->fields == Titles{"due"});
    CHECK(news_of(now, measured)->title == "Know the cost");
    CHECK(news_of(now, domino)->what == News::What::added);
    CHECK(news_of(now, insight)->title == "Know the cost");
    CHECK(news_of(now, asked) != nullptr);
    CHECK(news_of(now, elsewhere) == nullptr);
    CHECK(news_of(now, mine) == nullptr);
    CHECK(now.news.size() == 9);

    v.clock.now = noon + 2 * day_ms;
    must(log_session(*v.maude.store, log_of(v, noon + 2 * day_ms)));
    CHECK(prepared(v.maude, v.plan).news.empty());
}

TEST_CASE("before they ever met, everything that others wrote is new") {
    Village v;
    adds(v.rosa, v.plan, "a");
    v.all_meet();
    const Preparation now = prepared(v.maude, v.plan);
    CHECK_FALSE(now.last.has_value());
    REQUIRE(now.news.size() == 1);
    CHECK(now.news[0].what == News::What::added);
    CHECK(prepared(v.rosa, v.plan).news.empty());
}

TEST_CASE("the other's log of the last meeting is no news") {
    Village v;
    const RecordId mine = must(log_session(*v.maude.store, log_of(v, noon))).record;
    v.all_meet();
    v.clock.now += 1000;
    SessionLog again = log_of(v, noon + 1000);
    again.day_begins = today_days * day_ms;
    again.day_ends = again.day_begins + day_ms;
    const RecordId hers = must(log_session(*v.rosa.store, again)).record;
    v.all_meet();
    CHECK(prepared(v.maude, v.plan).last->logs == std::vector{mine, hers});
    CHECK(prepared(v.maude, v.plan).news.empty());
}

TEST_CASE("open actions, her own promises, and what waits for the owner's word") {
    Village v;
    adds(v.rosa, v.plan, "weigh");
    must(finish(*v.rosa.store, adds(v.rosa, v.plan, "counted")));
    v.all_meet();  // what she adds comes behind what she has seen
    adds(v.maude, v.plan, "a smaller loaf");
    adds(v.maude, v.plan, "send the sheet", true);
    v.all_meet();
    const Preparation maudes = prepared(v.maude, v.plan);
    CHECK(titles(maudes.open_actions) == Titles{"weigh", "send the sheet"});
    CHECK(titles(maudes.promises) == Titles{"send the sheet"});
    CHECK(titles(maudes.proposals) == Titles{"a smaller loaf"});
    CHECK(titles(prepared(v.rosa, v.plan).promises) == Titles{"weigh"});
}

TEST_CASE("the last words of each, what she gave and learned, and when they meet next") {
    Village v;
    SessionLog log = log_of(v, noon - 7 * day_ms);
    log.note = "old";
    must(log_session(*v.maude.store, log));
    v.clock.now += 1000;
    log = log_of(v, noon);
    log.note = "new";
    log.gave = {"cash", "How I count"};
    log.learned = {"pricing", {}};
    log.next_at = noon + 5 * day_ms;
    const RecordId last = must(log_session(*v.maude.store, log)).record;
    v.all_meet();
    must(add_note(*v.rosa.store, last, "hers", "es", 5));
    v.all_meet();
    Preparation now = prepared(v.maude, v.plan);
    REQUIRE(now.my_note.has_value());
    CHECK(now.my_note->text == "new");
    REQUIRE(now.other_note.has_value());
    CHECK(now.other_note->text == "hers");
    CHECK(now.other_note->author == "Rosa Test");
    CHECK(now.given.size() == 2);
    CHECK(prepared(v.rosa, v.plan).given.empty());
    REQUIRE(now.next.has_value());
    CHECK(now.next->at == noon + 5 * day_ms);
    CHECK_FALSE(now.next->planned);

    for (const int day : {9, 3, 30}) {
        SessionPlan planned;
        planned.plan = v.plan;
        planned.starts = noon + day * day_ms;
        planned.tz = "America/Toronto";
        must(plan_session(*v.rosa.store, planned));
    }
    v.all_meet();
    now = prepared(v.maude, v.plan);
    CHECK(now.next->planned);
    CHECK(now.next->at == noon + 3 * day_ms);
    CHECK(now.next->tz == "America/Toronto");

    const Preparation odiles = prepared(v.odile, v.plan);
    CHECK_FALSE(odiles.my_note.has_value());
    CHECK_FALSE(odiles.other_note.has_value());
    CHECK(odiles.given.empty());
    CHECK(odiles.last.has_value());
    CHECK(fault_of(prepare(*v.rosa.store, v.looms_plan, today_days)) == Fault::not_allowed);
}

TEST_CASE("a session with whoever was her mentor before isn't this pair's") {
    Village v;
    SessionLog log = log_of(v, noon - 9 * day_ms);
    must(log_session(*v.rosa.store, log));
    log = log_of(v, noon - 2 * day_ms);
    log.people = {v.rosa_id};
    must(log_session(*v.rosa.store, log));
    v.all_meet();
    CHECK(prepared(v.maude, v.plan).last->starts == noon - 9 * day_ms);
    CHECK(prepared(v.rosa, v.plan).last->starts == noon - 9 * day_ms);
}

TEST_CASE("what she did herself since then is no news to her, and is to the other") {
    Village v;
    const RecordId promise = adds(v.maude, v.plan, "send the sheet", true);
    v.clock.now = noon + 1000;
    must(log_session(*v.maude.store, log_of(v, noon + 500)));
    v.clock.now = noon + day_ms;
    must(finish(*v.maude.store, promise));
    v.all_meet();
    CHECK(prepared(v.maude, v.plan).news.empty());
    const Preparation rosas = prepared(v.rosa, v.plan);
    REQUIRE(rosas.news.size() == 1);
    CHECK(rosas.news[0].id == promise);
    CHECK(rosas.news[0].what == News::What::done);
    CHECK(rosas.news[0].by == "Maude Test");
}
