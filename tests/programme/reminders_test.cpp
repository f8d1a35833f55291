#include "engine/programme/reminders.hpp"

#include <algorithm>

#include "engine/programme/sessions.hpp"
#include "tests/programme/village.hpp"
#include "tests/programme/zones.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

constexpr std::int64_t month = 31 * day_ms;

RecordId plans(Phone& phone, const Village& v, std::int64_t starts, std::vector<RecordId> people = {}) {
    SessionPlan planned;
    planned.plan = v.plan;
    planned.starts = starts;
    planned.people = std::move(people);
    return must(plan_session(*phone.store, planned)).record;
}

RecordId adds(Phone& phone, const Village& v, std::int64_t due, bool promise = false) {
    NewAction action;
    action.title = "weigh";
    action.due = due;
    action.promise = promise;
    return must(add_action(*phone.store, v.plan, action)).record;
}

std::vector<Reminder> armed(const Phone& phone, const LocalOffset& offset = la_paz, std::int64_t from = noon - month,
                            std::int64_t to = noon + month) {
    return must(reminders(*phone.store, from, to, offset));
}

std::vector<std::string> told(const std::vector<Reminder>& all) {
    std::vector<std::string> lines;
    for (const Reminder& each : all) {
        lines.push_back(time_text(each.at) + " " + std::string(code_of(each.kind)));
    }
    return lines;
}

using Lines = std::vector<std::string>;

std::int64_t at(std::string_view time) {
    return *parse_time(time);
}

}  // namespace

TEST_CASE("a planned session speaks up the evening before and an hour before, by her own clock on the wall") {
    Village v;
    plans(v.rosa, v, at("2026-11-20T09:00:00-04:00"));
    CHECK(told(armed(v.rosa)) == Lines{"2026-11-19T22:00:00Z session_tomorrow", "2026-11-20T12:00:00Z session_soon"});
    CHECK(told(armed(v.rosa, toronto)) ==
          Lines{"2026-11-19T23:00:00Z session_tomorrow", "2026-11-20T12:00:00Z session_soon"});
}

TEST_CASE("after midnight in one zone and before it in the other, the evening before is another evening") {
    Village v;
    plans(v.rosa, v, at("2026-11-19T00:15:00-04:00"));
    CHECK(told(armed(v.rosa))[0] == "2026-11-18T22:00:00Z session_tomorrow");
    CHECK(told(armed(v.rosa, toronto))[0] == "2026-11-17T23:00:00Z session_tomorrow");
}

TEST_CASE("the clocks go back between the evening and the session: six in the evening stays six") {
    Village v;
    plans(v.rosa, v, at("2026-11-01T10:00:00-05:00"));
    CHECK(told(armed(v.rosa, toronto))[0] == "2026-10-31T22:00:00Z session_tomorrow");
    plans(v.rosa, v, at("2026-11-02T10:00:00-05:00"));
    CHECK(told(armed(v.rosa, toronto))[2] == "2026-11-01T23:00:00Z session_tomorrow");
}

TEST_CASE("what is hers to do speaks up in the morning of its day, and what isn't hers doesn't") {
    Village v;
    const std::int64_t day = *parse_date("2026-11-25");
    const RecordId hers = adds(v.rosa, v, day);
    const RecordId promise = adds(v.maude, v, day, true);
    adds(v.maude, v, day);  // only an idea
    v.all_meet();
    const auto rosas = armed(v.rosa);
    REQUIRE(rosas.size() == 1);
    CHECK(rosas[0].record == hers);
    CHECK(time_text(rosas[0].at) == "2026-11-25T12:00:00Z");
    const auto maudes = armed(v.maude, toronto);
    REQUIRE(maudes.size() == 1);
    CHECK(maudes[0].record == promise);
    CHECK(time_text(maudes[0].at) == "2026-11-25T13:00:00Z");
    CHECK(armed(v.odile).empty());
}

TEST_CASE("nothing speaks up for what was cancelled, held, done, let go or removed") {
    Village v;
    const std::int64_t starts = noon + 3 * day_ms;
    must(cancel_session(*v.rosa.store, plans(v.rosa, v, starts)));
    must(hold_session(*v.rosa.store, plans(v.rosa, v, starts + day_ms)));
    must(programme::remove(*v.rosa.store, plans(v.rosa, v, starts + 2 * day_ms)));
    must(finish(*v.rosa.store, adds(v.rosa, v, today_days + 4)));
    must(drop(*v.rosa.store, adds(v.rosa, v, today_days + 4)));
    must(programme::remove(*v.rosa.store, adds(v.rosa, v, today_days + 4)));
    CHECK(armed(v.rosa).empty());
}

TEST_CASE("a reminder keeps its id when its session moves") {
    Village v;
    const RecordId id = plans(v.rosa, v, noon + 2 * day_ms);
    const auto before = armed(v.rosa);
    must(postpone_session(*v.rosa.store, id, noon + 4 * day_ms));
    const auto after = armed(v.rosa);
    REQUIRE(before.size() == 2);
    REQUIRE(after.size() == 2);
    CHECK(after[0].id == before[0].id);
    CHECK(after[1].id == before[1].id);
    CHECK(after[0].id != after[1].id);
    CHECK(after[1].at == before[1].at + 2 * day_ms);
    v.all_meet();
    CHECK(armed(v.maude)[0].id == after[0].id);
}

TEST_CASE("a reminder says nothing of anybody") {
    Village v;
    const RecordId id = plans(v.rosa, v, noon + 2 * day_ms, {v.rosa_id, v.maude_id});
    for (const Reminder& each : armed(v.rosa)) {
        CHECK(each.id == to_text(id) + "/" + std::string(code_of(each.kind)));
    }
}

TEST_CASE("only the window counts: its beginning is in it, its end is not") {
    Village v;
    const std::int64_t starts = at("2026-11-20T09:00:00-04:00");
    plans(v.rosa, v, starts);
    CHECK(armed(v.rosa, la_paz, starts - hour_ms, starts).size() == 1);
    CHECK(armed(v.rosa, la_paz, starts - month, starts - hour_ms).size() == 1);
    CHECK(armed(v.rosa, la_paz, starts - hour_ms + 1, starts + month).empty());
}

TEST_CASE("what was only agreed on speaks up too, until it is planned; two plans of one meeting speak once") {
    Village v;
    SessionLog log;
    log.plan = v.plan;
    log.starts = noon - day_ms;
    log.minutes = 60;
    log.next_at = noon + 5 * day_ms;
    const RecordId held = must(log_session(*v.rosa.store, log)).record;
    const auto agreed = armed(v.rosa);
    REQUIRE(agreed.size() == 2);
    CHECK(agreed[1].record == held);
    const RecordId planned = plans(v.rosa, v, noon + 5 * day_ms + hour_ms);
    const auto both = armed(v.rosa);
    REQUIRE(both.size() == 2);
    CHECK(both[1].record == planned);
    plans(v.maude, v, noon + 5 * day_ms + hour_ms);
    v.all_meet();
    CHECK(armed(v.rosa).size() == 2);
}

TEST_CASE("a session speaks up for those who are expected there") {
    Village v;
    plans(v.rosa, v, noon + 2 * day_ms, {v.rosa_id});
    v.all_meet();
    CHECK(armed(v.rosa).size() == 2);
    CHECK(armed(v.maude).empty());
    CHECK(armed(v.odile).empty());
}
