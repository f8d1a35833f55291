#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

using Titles = std::vector<std::string>;

RecordId adds(Phone& phone, const ScopeId& plan, const std::string& title, Lane lane = Lane::near) {
    NewAction action;
    action.lane = lane;
    action.title = title;
    return must(add_action(*phone.store, plan, action)).record;
}

const Item& item_in(const Board& board, RecordId id) {
    for (const auto& lane : board.lanes) {
        for (const Item& item : lane) {
            if (item.id == id) {
                return item;
            }
        }
    }
    FAIL("not on the board");
    std::abort();
}

}  // namespace

TEST_CASE("what an owner adds stands at the end of its lane, open, and hers") {
    Village v;
    adds(v.rosa, v.plan, "Weigh the flour");
    const RecordId id = adds(v.rosa, v.plan, "Ask ten clients");
    adds(v.rosa, v.plan, "A second oven", Lane::far);
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"Weigh the flour", "Ask ten clients"});
    CHECK(v.rosa.lane(v.plan, Lane::far) == Titles{"A second oven"});
    const Board board = v.rosa.board(v.plan);
    const Item& item = item_in(board, id);
    CHECK(item.status == "open");
    CHECK(item.owner == v.rosa_id);
    CHECK(item.can_edit);
    CHECK(item.can_finish);
    CHECK(board.can_edit);
    CHECK(board.open_short == 2);
    CHECK(board.name == "Bakery");
}

TEST_CASE("a move changes the moved one and no neighbour") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    const RecordId b = adds(v.rosa, v.plan, "b");
    const RecordId c = adds(v.rosa, v.plan, "c");
    const Place of_a = v.rosa.sees(a).place();
    const Place of_b = v.rosa.sees(b).place();
    must(move_after(*v.rosa.store, c, Lane::near, a));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"a", "c", "b"});
    must(move_after(*v.rosa.store, c, Lane::near, {}));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"c", "a", "b"});
    must(move_after(*v.rosa.store, c, Lane::near, b));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"a", "b", "c"});
    CHECK(v.rosa.sees(a).place() == of_a);
    CHECK(v.rosa.sees(b).place() == of_b);
}

TEST_CASE("moving an item to where it stands writes nothing") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    const RecordId b = adds(v.rosa, v.plan, "b");
    const auto waiting = must(v.rosa.store->waiting());
    CHECK(must(move_after(*v.rosa.store, b, Lane::near, a)).steps.empty());
    CHECK(must(v.rosa.store->waiting()) == waiting);
}

TEST_CASE("an item changes its lane and keeps its order there") {
    Village v;
    adds(v.rosa, v.plan, "far one", Lane::far);
    adds(v.rosa, v.plan, "far two", Lane::far);
    const RecordId near = adds(v.rosa, v.plan, "near");
    must(move_after(*v.rosa.store, near, Lane::far, v.rosa.board(v.plan).lane(Lane::far).front().id));
    CHECK(v.rosa.lane(v.plan, Lane::far) == Titles{"far one", "near", "far two"});
    CHECK(v.rosa.lane(v.plan, Lane::near).empty());
    must(move_to_end(*v.rosa.store, near, Lane::middle));
    CHECK(v.rosa.lane(v.plan, Lane::middle) == Titles{"near"});
}

TEST_CASE("two phones that move apart agree after they meet") {
    Village v;
    for (const char* title : {"a", "b", "c", "d"}) {
        adds(v.rosa, v.plan, title);
    }
    v.all_meet();
    const auto shown = v.rosa.board(v.plan).lane(Lane::near);
    Phone twin(v.clock);  // her second phone
    must(twin.store->set_person(v.rosa_id));
    v.rosa.gives_to(twin);
    must(move_after(*v.rosa.store, shown[0].id, Lane::near, shown[2].id));
    must(move_after(*twin.store, shown[3].id, Lane::near, shown[0].id));
    v.rosa.gives_to(twin);
    twin.gives_to(v.rosa);
    CHECK(v.rosa.lane(v.plan, Lane::near) == twin.lane(v.plan, Lane::near));
    CHECK(v.rosa.lane(v.plan, Lane::near).size() == 4);
    CHECK_FALSE(v.rosa.board(v.plan).lane(Lane::near).front().contested);
}

TEST_CASE("the mentor proposes, the owner decides") {
    Village v;
    const RecordId id = adds(v.maude, v.plan, "Try a smaller loaf");
    CHECK(v.maude.sees(id).text("status") == "proposed");
    CHECK(v.maude.sees(id).ref("owner") == v.rosa_id);
    CHECK(fault_of(accept(*v.maude.store, id)) == Fault::not_allowed);
    CHECK_FALSE(item_in(v.maude.board(v.plan), id).can_accept);
    CHECK(v.maude.board(v.plan).can_propose);
    v.all_meet();
    const Board board = v.rosa.board(v.plan);
    CHECK(item_in(board, id).can_accept);
    CHECK(item_in(board, id).suggested_by == "Maude Test");
    CHECK(board.open_short == 0);
    must(accept(*v.rosa.store, id));
    CHECK(v.rosa.board(v.plan).open_short == 1);
    v.all_meet();
    CHECK_FALSE(item_in(v.maude.board(v.plan), id).can_edit);
    CHECK(fault_of(rename(*v.maude.store, id, "Mine now")) == Fault::not_allowed);
}

TEST_CASE("a mentor keeps a promise of her own on the other's plan") {
    Village v;
    NewAction action;
    action.title = "Send the one-page sheet";
    action.promise = true;
    const RecordId id = must(add_action(*v.maude.store, v.plan, action)).record;
    CHECK(v.maude.sees(id).text("status") == "open");
    must(finish(*v.maude.store, id));
    CHECK(v.maude.sees(id).text("status") == "done");
}

TEST_CASE("a coordinator reads every plan and writes none") {
    Village v;
    const RecordId id = adds(v.rosa, v.plan, "a");
    v.all_meet();
    const Board board = v.odile.board(v.plan);
    CHECK_FALSE(board.can_edit);
    CHECK_FALSE(board.can_propose);
    CHECK(fault_of(finish(*v.odile.store, id)) == Fault::not_allowed);
    NewAction action;
    action.title = "b";
    CHECK(fault_of(add_action(*v.odile.store, v.plan, action)) == Fault::not_allowed);
    CHECK(fault_of(programme::board(*v.rosa.store, v.looms_plan)) == Fault::not_allowed);
}

TEST_CASE("finishing keeps the moment, and opening again forgets it") {
    Village v;
    const RecordId id = adds(v.rosa, v.plan, "a");
    must(finish(*v.rosa.store, id));
    CHECK(v.rosa.sees(id).moment("done_at") == noon);
    CHECK(v.rosa.board(v.plan).lane(Lane::near).front().is_done());
    must(reopen(*v.rosa.store, id));
    CHECK(v.rosa.sees(id).text("status") == "open");
    CHECK_FALSE(v.rosa.sees(id).moment("done_at").has_value());
}

TEST_CASE("what was dropped leaves the board but not the plan") {
    Village v;
    const RecordId id = adds(v.rosa, v.plan, "a");
    must(drop(*v.rosa.store, id));
    CHECK(v.rosa.lane(v.plan, Lane::near).empty());
    CHECK(v.rosa.sees(id).text("status") == "dropped");
}

TEST_CASE("an item without a title is not made") {
    Village v;
    NewAction action;
    action.title = "  \n ";
    CHECK(fault_of(add_action(*v.rosa.store, v.plan, action)) == Fault::invalid);
    CHECK(fault_of(add_goal(*v.rosa.store, v.plan, {})) == Fault::invalid);
    const RecordId id = adds(v.rosa, v.plan, "a");
    CHECK(fault_of(rename(*v.rosa.store, id, "")) == Fault::invalid);
    CHECK(fault_of(rename(*v.rosa.store, RecordId{DeviceId{1}, 1}, "b")) == Fault::not_found);
}

TEST_CASE("a goal shows how far it is: as measured, else by its actions") {
    Village v;
    const RecordId goal =
        must(add_goal(*v.rosa.store, v.plan, {Lane::near, "Know the cost", "To stop guessing"})).record;
    CHECK_FALSE(item_in(v.rosa.board(v.plan), goal).progress.has_value());
    NewAction action;
    action.title = "Weigh";
    action.goal = goal;
    const RecordId weigh = must(add_action(*v.rosa.store, v.plan, action)).record;
    action.title = "Add up";
    must(add_action(*v.rosa.store, v.plan, action));
    must(finish(*v.rosa.store, weigh));
    CHECK(item_in(v.rosa.board(v.plan), goal).progress == 0.5);
    CHECK(item_in(v.rosa.board(v.plan), weigh).goal_title == "Know the cost");
    v.rosa.makes(goal, v.plan, kind::goal, {{"baseline", std::int64_t{10}}, {"target", std::int64_t{20}}});
    v.rosa.makes(v.plan, kind::progress, {{"goal", goal}, {"at", noon}, {"value", std::int64_t{19}}});
    v.rosa.makes(v.plan, kind::progress, {{"goal", goal}, {"at", noon - 5}, {"value", std::int64_t{11}}});
    CHECK(item_in(v.rosa.board(v.plan), goal).progress == 0.9);
}

TEST_CASE("a goal of voice only says so") {
    Village v;
    const RecordId goal = must(add_goal(*v.rosa.store, v.plan, {Lane::near, "x", {}})).record;
    v.rosa.makes(v.plan, kind::attachment, {{"about", goal}, {"mime", std::string("audio/ogg")}});
    CHECK(item_in(v.rosa.board(v.plan), goal).has_voice);
}
