#include "engine/programme/circle.hpp"
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
