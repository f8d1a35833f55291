#include "engine/programme/board.hpp"
#include "engine/programme/circle.hpp"
#include "engine/programme/removals.hpp"
#include "engine/programme/sessions.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

RecordId adds(Phone& phone, const ScopeId& plan, const std::string& title) {
    NewAction action;
    action.title = title;
    return must(add_action(*phone.store, plan, action)).record;
}

}  // namespace

TEST_CASE("undo of an addition takes it away, and of a removal brings it back") {
    Village v;
    NewAction action;
    action.title = "a";
    const Deed added = must(add_action(*v.rosa.store, v.plan, action));
    must(undo(*v.rosa.store, added));
    CHECK(v.rosa.lane(v.plan, Lane::near).empty());
    const RecordId b = adds(v.rosa, v.plan, "b");
    const Deed removed = must(programme::remove(*v.rosa.store, b));
    CHECK(v.rosa.lane(v.plan, Lane::near).empty());
    must(undo(*v.rosa.store, removed));
    CHECK(v.rosa.lane(v.plan, Lane::near) == std::vector<std::string>{"b"});
    CHECK(v.rosa.sees(b).contested.empty());
}

TEST_CASE("undo sets back exactly what was done") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    const RecordId b = adds(v.rosa, v.plan, "b");
    const Place before = v.rosa.sees(b).place();
    const Deed moved = must(move_after(*v.rosa.store, b, Lane::near, {}));
    must(undo(*v.rosa.store, moved));
    CHECK(v.rosa.sees(b).place() == before);
    const Deed dated = must(set_due(*v.rosa.store, a, today_days));
    must(undo(*v.rosa.store, dated));
    CHECK_FALSE(v.rosa.sees(a).has("due"));
    const Deed done = must(finish(*v.rosa.store, a));
    must(undo(*v.rosa.store, done));
    CHECK(v.rosa.sees(a).text("status") == "open");
}

TEST_CASE("undo leaves alone what was changed since") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "first");
    const Deed renamed = must(rename(*v.rosa.store, a, "second"));
    must(rename(*v.rosa.store, a, "third"));
    must(undo(*v.rosa.store, renamed));
    CHECK(v.rosa.sees(a).text("title") == "third");
}

TEST_CASE("undo of me too takes it back") {
    Village v;
    const RecordId post = must(programme::post(*v.rosa.store, "ask", "suppliers", "Who has bags?")).record;
    v.all_meet();
    const Deed said = must(me_too(*v.maude.store, post));
    CHECK(v.maude.sees(post).refs("me_too") == std::vector{v.maude_id});
    must(undo(*v.maude.store, said));
    CHECK(v.maude.sees(post).refs("me_too").empty());
}

TEST_CASE("undo of a logged session takes its notes too") {
    Village v;
    SessionLog log;
    log.plan = v.plan;
    log.starts = noon;
    log.minutes = 60;
    log.modality = "video";
    log.people = {v.rosa_id, v.maude_id};
    log.mood = 4;
    log.note = "Good";
    const Deed logged = must(log_session(*v.rosa.store, log));
    CHECK(must(v.rosa.store->list(kind::session_note)).size() == 1);
    must(undo(*v.rosa.store, logged));
    CHECK(must(v.rosa.store->list(kind::session_note)).empty());
    CHECK(must(sessions(*v.rosa.store)).empty());
}

namespace {

Undone undoes(const Phone& phone) {
    auto answer = must(undo_last(*phone.store));
    REQUIRE(std::holds_alternative<Undone>(answer));
    return std::get<Undone>(answer);
}

}  // namespace

TEST_CASE("the last thing done is undone from the log, and an undo is undone") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    const RecordId b = adds(v.rosa, v.plan, "b");
    const Place before = v.rosa.sees(b).place();
    const Deed moved = must(move_after(*v.rosa.store, b, Lane::near, {}));
    const Place after = v.rosa.sees(b).place();
    CHECK(must(last_deed(*v.rosa.store)).steps.size() == moved.steps.size());
    CHECK(undoes(v.rosa).back.size() == 1);
    CHECK(v.rosa.sees(b).place() == before);
    undoes(v.rosa);
    CHECK(v.rosa.sees(b).place() == after);
    must(finish(*v.rosa.store, a));
    undoes(v.rosa);
    CHECK(v.rosa.sees(a).text("status") == "open");
    CHECK_FALSE(v.rosa.sees(a).moment("done_at"));
    undoes(v.rosa);
    CHECK(v.rosa.sees(a).moment("done_at") == noon);
    must(set_due(*v.rosa.store, a, today_days));
    undoes(v.rosa);
    CHECK_FALSE(v.rosa.sees(a).has("due"));
    must(programme::remove(*v.rosa.store, a));
    undoes(v.rosa);
    CHECK_FALSE(v.rosa.sees(a).removed);
    undoes(v.rosa);
    CHECK(v.rosa.sees(a).removed);
    const RecordId c = adds(v.rosa, v.plan, "c");
    undoes(v.rosa);
    CHECK(v.rosa.sees(c).removed);
    undoes(v.rosa);
    CHECK_FALSE(v.rosa.sees(c).removed);
    CHECK(v.rosa.sees(c).text("title") == "c");
    CHECK(must(v.rosa.store->check()).empty());
}

TEST_CASE("an element that was put into a set, or taken out, is undone alone") {
    Village v;
    const RecordId session = v.rosa.makes(v.plan, kind::session, {{"place", std::string("x")}});
    v.rosa.puts(v.plan, session, kind::session, "topics", "pricing");
    v.rosa.puts(v.plan, session, kind::session, "topics", "cash");
    undoes(v.rosa);
    CHECK(v.rosa.sees(session).keys("topics") == std::vector<std::string>{"pricing"});
    undoes(v.rosa);
    CHECK(v.rosa.sees(session).keys("topics") == std::vector<std::string>{"cash", "pricing"});
    v.rosa.puts(v.plan, session, kind::session, "topics", "pricing", Value{});
    undoes(v.rosa);
    CHECK(v.rosa.sees(session).keys("topics") == std::vector<std::string>{"cash", "pricing"});
}

TEST_CASE("what nobody has done yet can't be undone, nor what was written anew after joining") {
    Village v;
    Phone fresh(v.clock);
    CHECK(undoes(fresh).back.empty());
    CHECK(undoes(fresh).left.empty());
    const RecordId id = fresh.store->new_record();
    must(fresh.store->write(v.plan, std::vector{make_edit(id, kind::goal, "made", Made{v.rosa_id, noon - day_ms}),
                                                make_edit(id, kind::goal, "title", std::string("a"))}));
    CHECK(must(last_deed(*fresh.store)).steps.empty());
    CHECK(undoes(fresh).left.empty());
    CHECK_FALSE(fresh.sees(id).removed);
}

TEST_CASE("undo leaves what somebody else has written since: a rename, a made thing, a removal") {
    Village v;
    Phone twin(v.clock);  // her second phone
    must(twin.store->set_person(v.rosa_id));
    v.rosa.gives_to(twin);

    const RecordId a = adds(v.rosa, v.plan, "a");
    v.rosa.gives_to(twin);
    must(rename(*twin.store, a, "hers"));
    twin.gives_to(v.rosa);
    const Undone undone = undoes(v.rosa);
    CHECK(undone.back.empty());
    CHECK(undone.left.size() == 1);
    CHECK_FALSE(v.rosa.sees(a).removed);

    must(rename(*v.rosa.store, a, "mine"));
    v.rosa.gives_to(twin);
    must(rename(*twin.store, a, "hers again"));
    twin.gives_to(v.rosa);
    CHECK(undoes(v.rosa).back.empty());
    CHECK(v.rosa.sees(a).text("title") == "hers again");

    must(programme::remove(*v.rosa.store, a));
    must(programme::remove(*twin.store, a));
    twin.gives_to(v.rosa);
    CHECK(undoes(v.rosa).back.empty());
    CHECK(v.rosa.sees(a).removed);
}

TEST_CASE("undo of what two wrote at the same time leaves hers standing, on every phone") {
    Village v;
    Phone twin(v.clock);
    must(twin.store->set_person(v.rosa_id));
    const RecordId a = adds(v.rosa, v.plan, "a");
    v.rosa.gives_to(twin);
    must(rename(*twin.store, a, "hers"));
    must(move_to_end(*twin.store, a, Lane::far));
    v.clock.now += 1000;
    must(v.rosa.store->transact([&]() -> Outcome {
        AYNI_TRY(rename(*v.rosa.store, a, "mine"));
        AYNI_TRY(move_to_end(*v.rosa.store, a, Lane::middle));
        return Done{};
    }));
    twin.gives_to(v.rosa);
    CHECK(v.rosa.sees(a).text("title") == "mine");
    CHECK(undoes(v.rosa).back.size() == 2);
    v.rosa.gives_to(twin);
    for (const Phone* phone : {&v.rosa, &twin}) {
        CHECK(phone->sees(a).text("title") == "hers");
        CHECK(phone->sees(a).place().lane == "long");
        CHECK(must(phone->store->contests()).empty());
    }
}

TEST_CASE("undo takes one's own words out of a text, and leaves what others have written in it since") {
    Village v;
    Phone twin(v.clock);
    must(twin.store->set_person(v.rosa_id));
    const std::string text = "Weigh the flour every morning. Write it down. Ask ten clients what they would pay.";
    const RecordId goal = must(add_goal(*v.rosa.store, v.plan, {Lane::near, "Know the costs", text})).record;
    v.rosa.gives_to(twin);
    const auto why = [&](const Phone& phone) { return phone.sees(goal).text("why"); };
    const auto writes = [&](const Phone& phone, const std::string& what) {
        must(phone.store->write(v.plan, std::vector{make_edit(goal, kind::goal, "why", what)}));
    };
    writes(v.rosa, "Weigh the sugar every morning. Write it down. Ask ten clients what they would pay.");
    v.rosa.gives_to(twin);
    SECTION("after she had seen it, elsewhere") {
        writes(twin, "Weigh the sugar every morning. Write it down. Ask twenty clients what they would pay.");
        twin.gives_to(v.rosa);
        CHECK(undoes(v.rosa).back.size() == 1);
        CHECK(why(v.rosa) == "Weigh the flour every morning. Write it down. Ask twenty clients what they would pay.");
    }
    SECTION("at the same place") {
        writes(twin, "Weigh the brown sugar and the salt every morning. Write it down. Ask ten clients.");
        twin.gives_to(v.rosa);
        const std::string hers = why(v.rosa);
        const bool back = !undoes(v.rosa).back.empty();
        INFO(why(v.rosa));
        CHECK((back || why(v.rosa) == hers));
        CHECK(why(v.rosa).find("brown") != std::string::npos);
        CHECK(why(v.rosa).find("salt") != std::string::npos);
    }
    SECTION("in another place at the same time") {
        writes(v.rosa, "Weigh the sugar every evening. Write it down. Ask ten clients what they would pay.");
        writes(twin, "Weigh the sugar every morning. Write it down. Ask twenty clients what they would pay.");
        twin.gives_to(v.rosa);
        CHECK(undoes(v.rosa).back.size() == 1);
        CHECK(why(v.rosa) == "Weigh the sugar every morning. Write it down. Ask twenty clients what they would pay.");
    }
    v.rosa.gives_to(twin);
    CHECK(why(twin) == why(v.rosa));
    CHECK(must(v.rosa.store->check()).empty());
}

TEST_CASE("undo brings nothing back that was removed meanwhile, and asks before it takes away many") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    const Deed renamed = must(rename(*v.rosa.store, a, "b"));
    must(programme::remove(*v.rosa.store, a));
    CHECK(must(undo(*v.rosa.store, renamed)).back.empty());
    CHECK(v.rosa.sees(a).removed);

    must(add_actions(*v.rosa.store, v.plan, {}, std::vector<std::string>(21, "x")));
    const auto answer = must(undo_last(*v.rosa.store));
    REQUIRE(std::holds_alternative<NeedsYes>(answer));
    CHECK(std::get<NeedsYes>(answer).removals == 21);
    CHECK(v.rosa.lane(v.plan, Lane::near).size() == 21);
    CHECK(std::get<Undone>(must(undo_last(*v.rosa.store, true))).back.size() == 21);
    CHECK(v.rosa.lane(v.plan, Lane::near).empty());
}

TEST_CASE("undo after a restart undoes the same") {
    const Folder folder;
    Village v;
    const auto open = [&] { return must(Store::open(folder.path / "profile.db", {.decode = wire::decode})); };
    RecordId id;
    {
        auto store = open();
        const RecordId person = store->new_record();
        must(store->set_person(person));
        id = store->new_record();
        must(store->write(v.plan, std::vector{make_edit(id, kind::goal, "title", std::string("a"))}));
        must(store->write(v.plan, std::vector{make_edit(id, kind::goal, "title", std::string("b"))}));
    }
    auto store = open();
    CHECK(must(last_deed(*store)).steps.size() == 1);
    CHECK(must(last_deed(*store)).steps[0].before == Value{std::string("a")});
}
