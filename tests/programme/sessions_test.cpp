#include "engine/programme/sessions.hpp"

#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

SessionLog log_of(const Village& v, std::int64_t starts) {
    SessionLog log;
    log.plan = v.plan;
    log.starts = starts;
    log.tz = "America/La_Paz";
    log.minutes = 60;
    log.modality = "video";
    log.people = {v.rosa_id, v.maude_id};
    log.topics = {"pricing", "cash"};
    log.day_begins = starts - starts % day_ms;
    log.day_ends = log.day_begins + day_ms;
    return log;
}

}  // namespace

TEST_CASE("a session is in the plan, and what was said in the talk of the two") {
    Village v;
    SessionLog log = log_of(v, noon);
    log.mood = 4;
    log.note = "We counted the loaves.";
    log.lang = "en";
    log.gave = {"cash", "How I count."};
    log.learned = {"target_client", {}};
    const RecordId id = must(log_session(*v.rosa.store, log)).record;
    CHECK(v.rosa.sees(id).scope == v.plan);
    v.all_meet();

    const SessionPage hers = must(session_page(*v.maude.store, id));
    REQUIRE(hers.notes.size() == 1);
    CHECK(hers.notes[0].author == "Rosa Test");
    CHECK(hers.notes[0].mood == 4);
    CHECK_FALSE(hers.notes[0].is_mine);
    REQUIRE(hers.given.size() == 2);
    CHECK(hers.given[0].from == "Rosa Test");
    CHECK(hers.given[0].to == "Maude Test");
    CHECK(hers.given[1].from == "Maude Test");
    CHECK(hers.can_write);

    const SessionPage odiles = must(session_page(*v.odile.store, id));
    CHECK(odiles.line.minutes == 60);
    CHECK(odiles.notes.empty());
    CHECK(odiles.given.empty());
    CHECK_FALSE(odiles.can_write);
    CHECK(must(v.odile.store->list(kind::session_note)).empty());
    CHECK(fault_of(add_note(*v.odile.store, id, "I was told", "en", 0)) == Fault::not_allowed);
}

TEST_CASE("logging is all or nothing") {
    Village v;
    SessionLog log = log_of(v, noon);
    log.plan = v.maudes_plan;
    log.note = "There is no pair here.";
    CHECK(fault_of(log_session(*v.maude.store, log)) == Fault::invalid);
    log = log_of(v, noon);
    log.minutes = 0;
    CHECK(fault_of(log_session(*v.maude.store, log)) == Fault::invalid);
    log = log_of(v, noon);
    log.plan = v.looms_plan;
    CHECK(fault_of(log_session(*v.maude.store, log)) == Fault::not_allowed);
    CHECK(must(sessions(*v.maude.store)).empty());
    CHECK(must(v.maude.store->waiting()) == 0);
}

TEST_CASE("both log one meeting: one line, linked, with the notes of both") {
    Village v;
    SessionLog log = log_of(v, noon);
    log.note = "Mine";
    const RecordId hers = must(log_session(*v.rosa.store, log)).record;
    v.all_meet();
    log.starts += 10LL * 60 * 1000;
    log.note = "And mine";
    const RecordId mine = must(log_session(*v.maude.store, log)).record;
    CHECK(v.maude.sees(mine).ref("same_as") == hers);
    v.all_meet();
    for (const Phone* phone : {&v.rosa, &v.maude, &v.odile}) {
        const auto lines = must(sessions(*phone->store));
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].linked);
    }
    CHECK(must(sessions(*v.maude.store))[0].id == mine);
    CHECK(must(sessions(*v.rosa.store))[0].id == hers);
    CHECK(must(session_page(*v.rosa.store, mine)).notes.size() == 2);
}

TEST_CASE("two meetings on two days are two lines") {
    Village v;
    must(log_session(*v.rosa.store, log_of(v, noon - day_ms)));
    v.all_meet();
    must(log_session(*v.maude.store, log_of(v, noon)));
    v.all_meet();
    const auto lines = must(sessions(*v.rosa.store));
    REQUIRE(lines.size() == 2);
    CHECK_FALSE(lines[0].linked);
    CHECK(lines[0].starts == noon);
    CHECK(lines[0].others == std::vector<std::string>{"Maude Test"});
    CHECK(lines[0].topics == std::vector<std::string>{"cash", "pricing"});
}

TEST_CASE("logging the day of a planned session holds that one") {
    Village v;
    SessionPlan planned;
    planned.plan = v.plan;
    planned.starts = noon;
    planned.modality = "video";
    planned.people = {v.rosa_id, v.maude_id};
    const RecordId id = must(plan_session(*v.rosa.store, planned)).record;
    CHECK(must(session_page(*v.rosa.store, id)).can_hold);
    const Deed logged = must(log_session(*v.rosa.store, log_of(v, noon + 1000)));
    CHECK(logged.record == id);
    CHECK(must(sessions(*v.rosa.store)).size() == 1);
    CHECK(v.rosa.sees(id).text("status") == "held");
    must(undo(*v.rosa.store, logged));
    CHECK(v.rosa.sees(id).text("status") == "planned");
    CHECK(v.rosa.sees(id).whole("minutes") == 60);
}

TEST_CASE("a planned session can be held, moved or cancelled by whoever planned it") {
    Village v;
    SessionPlan planned;
    planned.plan = v.plan;
    planned.starts = noon;
    const RecordId id = must(plan_session(*v.maude.store, planned)).record;
    must(postpone_session(*v.maude.store, id, noon + 7 * day_ms));
    CHECK(v.maude.sees(id).moment("starts") == noon + 7 * day_ms);
    must(hold_session(*v.maude.store, id));
    CHECK(v.maude.sees(id).text("status") == "held");
    must(cancel_session(*v.maude.store, id));
    CHECK(v.maude.sees(id).text("status") == "cancelled");
    CHECK(fault_of(hold_session(*v.maude.store, v.maude_id)) == Fault::not_found);
}

TEST_CASE("one can log where one meets: her plan, her pairs' plans, and nowhere as a coordinator") {
    Village v;
    const auto rosas = must(meeting_places(*v.rosa.store));
    REQUIRE(rosas.size() == 1);
    CHECK(rosas[0].plan == v.plan);
    CHECK(rosas[0].talk == v.talk);
    REQUIRE(rosas[0].people.size() == 2);
    CHECK(rosas[0].people[0].is_me);
    const auto maudes = must(meeting_places(*v.maude.store));
    REQUIRE(maudes.size() == 1);
    CHECK(maudes[0].name == "Bakery");
    CHECK(must(meeting_places(*v.odile.store)).empty());
}

TEST_CASE("a note of nothing is not written") {
    Village v;
    const RecordId id = must(log_session(*v.rosa.store, log_of(v, noon))).record;
    CHECK(fault_of(add_note(*v.rosa.store, id, "  ", "es", 0)) == Fault::invalid);
    must(add_note(*v.rosa.store, id, "", "es", 5));
    CHECK(must(session_page(*v.rosa.store, id)).notes.size() == 1);
}
