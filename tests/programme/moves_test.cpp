// Lanes that fill up, pasted lists, and many removals at once, as people meet them.

#include <algorithm>

#include "engine/merge/rank.hpp"
#include "engine/programme/removals.hpp"
#include "engine/programme/today.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

using Titles = std::vector<std::string>;

RecordId adds(Phone& phone, const ScopeId& plan, const std::string& title) {
    NewAction action;
    action.title = title;
    return must(add_action(*phone.store, plan, action)).record;
}

RecordId named(const Phone& phone, const ScopeId& plan, const std::string& title) {
    const Board board = phone.board(plan);
    for (const Item& item : board.lane(Lane::near)) {
        if (item.title == title) {
            return item.id;
        }
    }
    FAIL("not on the board: " << title);
    return {};
}

/// The last move of a filling: it made neighbours give way.
struct Full {
    RecordId low;  // what it was put behind
    Deed added;
    Deed moved;
};
// Puts new ones between `low` and what was put there before, in turn before and behind it, until a neighbour gives way.
Full fills_up(Phone& phone, const ScopeId& plan, RecordId low, const std::string& name) {
    for (int i = 0; i < 1000; ++i) {
        NewAction action;
        action.title = name + std::to_string(i);
        const Deed added = must(add_action(*phone.store, plan, action));
        const Deed moved = must(move_after(*phone.store, added.record, Lane::near, low));
        if (moved.steps.size() > 1) {
            return {low, added, moved};
        }
        low = i % 2 == 0 ? added.record : low;
    }
    FAIL("there was always room");
    return {};
}

// Nobody chose the place that stands.
bool is_respaced(const Phone& phone, RecordId item) {
    const FieldNo rank = find_kind(phone.sees(item).kind)->field("rank")->number;
    const auto places = must(phone.store->heads(item, rank));
    return std::ranges::all_of(places, [](const Version& version) { return std::get<Place>(version.value).respaced; });
}

/// Rosa's second phone.
struct Twin : Phone {
    explicit Twin(const Village& v) : Phone(v.clock) {
        must(store->set_person(v.rosa_id));
        v.rosa.gives_to(*this);
    }
};

std::vector<RecordId> makes_many(Phone& phone, const ScopeId& plan, std::size_t count) {
    NewAction like;
    const Deed deed = must(add_actions(*phone.store, plan, like, Titles(count, "Weigh the flour")));
    std::vector<RecordId> made;
    for (const Step& step : deed.steps) {
        made.push_back(step.edit.record);
    }
    REQUIRE(made.size() == count);
    return made;
}

std::size_t asked(const Result<std::variant<Deed, NeedsYes>>& answer) {
    REQUIRE(answer.has_value());
    const auto* needs = std::get_if<NeedsYes>(&*answer);
    return needs != nullptr ? needs->removals : 0;
}

}  // namespace

TEST_CASE("a thousand moves into one gap keep their order and short indexes, and nobody is asked anything") {
    Village v;
    const RecordId first = adds(v.rosa, v.plan, "first");
    adds(v.rosa, v.plan, "last");
    const RecordId moving = adds(v.rosa, v.plan, "m");
    const RecordId other = adds(v.rosa, v.plan, "o");
    v.all_meet();
    std::size_t gave_way = 0;
    for (int i = 0; i < 1000; ++i) {
        // Each comes from behind the other to stand right before it, or the other way round.
        const RecordId item = i % 2 == 0 ? moving : other;
        const RecordId after = i % 4 < 2 ? first : (i % 2 == 0 ? other : moving);
        const Deed moved = must(move_after(*v.rosa.store, item, Lane::near, after));
        gave_way += moved.steps.empty() ? 0 : moved.steps.size() - 1;
        const Titles lane = v.rosa.lane(v.plan, Lane::near);
        const auto at = [&](const char* title) { return std::ranges::find(lane, title) - lane.begin(); };
        REQUIRE(at(i % 2 == 0 ? "m" : "o") == (i % 4 < 2 ? 1 : 2));
    }
    const Board board = v.rosa.board(v.plan);
    for (const Item& item : board.lane(Lane::near)) {
        CHECK(item.place.index.size() <= rank_most);
        CHECK_FALSE(item.contested);
    }
    CHECK(gave_way < 100);
    v.all_meet();
    CHECK(v.maude.lane(v.plan, Lane::near) == v.rosa.lane(v.plan, Lane::near));
    CHECK(must(v.maude.store->contests()).empty());
}

TEST_CASE("whoever moves a neighbour while it is respaced elsewhere has it where she put it") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    adds(v.rosa, v.plan, "z");
    const Full full = fills_up(v.rosa, v.plan, a, "n");
    const RecordId neighbour = full.moved.steps[1].edit.record;
    must(undo(*v.rosa.store, full.moved));
    must(undo(*v.rosa.store, full.added));
    Twin twin(v);
    must(move_to_end(*twin.store, neighbour, Lane::far));
    v.clock.now += 1000;  // the respacing is the later one
    const RecordId added = adds(v.rosa, v.plan, "new");
    must(move_after(*v.rosa.store, added, Lane::near, full.low));
    CHECK(is_respaced(v.rosa, neighbour));
    v.rosa.gives_to(twin);
    twin.gives_to(v.rosa);
    for (const Phone* phone : {&v.rosa, static_cast<Phone*>(&twin)}) {
        CHECK(phone->sees(neighbour).place().lane == "long");
        CHECK_FALSE(is_respaced(*phone, neighbour));
        CHECK(must(phone->store->contests()).empty());
        CHECK(must(phone->store->check()).empty());
    }
}

TEST_CASE("a move that nobody else can have seen yet is still a move when its place is respaced") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    adds(v.rosa, v.plan, "z");
    CHECK_FALSE(is_respaced(v.rosa, fills_up(v.rosa, v.plan, a, "n").moved.steps[1].edit.record));
}

TEST_CASE("two phones that respace the same neighbours apart agree, and what each put between them is there") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    adds(v.rosa, v.plan, "z");
    const Full full = fills_up(v.rosa, v.plan, a, "n");
    must(undo(*v.rosa.store, full.moved));
    must(undo(*v.rosa.store, full.added));
    Twin twin(v);
    const Titles before = v.rosa.lane(v.plan, Lane::near);
    for (const auto& [phone, name] : {std::pair<Phone*, const char*>{&v.rosa, "r"}, {&twin, "t"}}) {
        v.clock.now += 1000;
        const RecordId added = adds(*phone, v.plan, name);
        CHECK(must(move_after(*phone->store, added, Lane::near, full.low)).steps.size() > 1);
        const RecordId more = adds(*phone, v.plan, name + std::string("2"));
        CHECK(must(move_after(*phone->store, more, Lane::near, added)).steps.size() == 1);
    }
    v.rosa.gives_to(twin);
    twin.gives_to(v.rosa);
    const Titles lane = v.rosa.lane(v.plan, Lane::near);
    CHECK(lane == twin.lane(v.plan, Lane::near));
    CHECK(lane.size() == before.size() + 4);
    // What was there before stands in its old order, and all that is new between the two it was put between.
    Titles old;
    std::ranges::copy_if(lane, std::back_inserter(old),
                         [&](const std::string& title) { return std::ranges::count(before, title) > 0; });
    CHECK(old == before);
    const auto left = std::ranges::find(lane, v.rosa.sees(full.low).text("title"));
    CHECK(std::all_of(left + 1, left + 5, [](const auto& title) { return title[0] == 'r' || title[0] == 't'; }));
    CHECK(must(v.rosa.store->contests()).empty());
}

TEST_CASE("moves between two that stand at equal places put things between them") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    const RecordId b = adds(v.rosa, v.plan, "b");
    const RecordId c = adds(v.rosa, v.plan, "c");
    const Place place = v.rosa.sees(a).place();
    must(v.rosa.store->write(v.plan, std::vector{make_edit(b, kind::action, "rank", place)}));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"a", "b", "c"});
    must(move_after(*v.rosa.store, c, Lane::near, a));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"a", "c", "b"});
    must(move_after(*v.rosa.store, c, Lane::near, {}));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"c", "a", "b"});
}

TEST_CASE("a pasted list is added in its order, in one act, and stays together beside another") {
    Village v;
    adds(v.rosa, v.plan, "first");
    Twin twin(v);
    CHECK(titles_in("- Weigh the flour\r\n\n  2. Ask ten clients \n• Buy bags\n3.5 kg of sugar\n \t\n1) Rest\n") ==
          Titles{"Weigh the flour", "Ask ten clients", "Buy bags", "3.5 kg of sugar", "Rest"});
    NewAction like;
    like.effort = "S";
    const Titles hers{"r1", "r2", "r3", "r4", "r5", "r6", "r7"};
    const Titles twins{"t1", "t2", "t3"};
    const Deed pasted = must(add_actions(*v.rosa.store, v.plan, like, hers));
    must(add_actions(*twin.store, v.plan, like, twins));
    CHECK(v.rosa.sees(named(v.rosa, v.plan, "r3")).text("effort") == "S");
    v.rosa.gives_to(twin);
    twin.gives_to(v.rosa);
    const Titles lane = v.rosa.lane(v.plan, Lane::near);
    CHECK(lane == twin.lane(v.plan, Lane::near));
    Titles expected{"first"};
    for (const Titles& run : lane[1] == "r1" ? std::array{hers, twins} : std::array{twins, hers}) {
        expected.insert(expected.end(), run.begin(), run.end());
    }
    CHECK(lane == expected);
    must(undo(*v.rosa.store, pasted));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"first", "t1", "t2", "t3"});
    CHECK(fault_of(add_actions(*v.rosa.store, v.plan, like, Titles{"a", " "})) == Fault::invalid);
    CHECK(fault_of(add_actions(*v.rosa.store, v.plan, like, Titles{})) == Fault::invalid);
    CHECK(fault_of(add_actions(*v.rosa.store, v.looms_plan, like, Titles{"a"})) == Fault::not_allowed);
    CHECK(v.rosa.lane(v.plan, Lane::near).size() == 4);
}

TEST_CASE("a mentor's proposals go where there is room, and nothing of the owner's is moved for them") {
    Village v;
    const RecordId a = adds(v.rosa, v.plan, "a");
    const RecordId b = adds(v.rosa, v.plan, "b");
    must(v.rosa.store->write(v.plan, std::vector{make_edit(b, kind::action, "rank", v.rosa.sees(a).place())}));
    v.all_meet();
    const RecordId proposal = adds(v.maude, v.plan, "p");
    const Deed moved = must(move_after(*v.maude.store, proposal, Lane::near, a));
    CHECK(moved.steps.size() == 1);
    CHECK(v.maude.lane(v.plan, Lane::near) == Titles{"a", "b", "p"});
}

TEST_CASE("an action whose goal is removed stays on the board and in Today, alone until the goal returns") {
    Village v;
    const RecordId goal = must(add_goal(*v.rosa.store, v.plan, {Lane::near, "Know the costs", {}})).record;
    NewAction action;
    action.title = "Weigh the flour";
    action.goal = goal;
    action.due = today_days;
    const RecordId id = must(add_action(*v.rosa.store, v.plan, action)).record;
    must(programme::remove(*v.rosa.store, goal));
    const Board board = v.rosa.board(v.plan);
    REQUIRE(board.lane(Lane::near).size() == 1);
    CHECK(board.lane(Lane::near)[0].id == id);
    CHECK_FALSE(board.lane(Lane::near)[0].goal);
    CHECK(board.lane(Lane::near)[0].goal_title.empty());
    const Today today = must(programme::today(*v.rosa.store, 0));
    CHECK(std::ranges::any_of(today.items, [&](const TodayItem& item) { return item.id == id; }));
    must(restore_all(*v.rosa.store, std::vector{goal}));
    CHECK(v.rosa.board(v.plan).lane(Lane::near)[1].goal_title == "Know the costs");
}

TEST_CASE("more than twenty removals at once ask first, and twenty don't") {
    Village v;
    const auto many = makes_many(v.rosa, v.plan, 21);
    CHECK(asked(remove_all(*v.rosa.store, many)) == 21);
    CHECK(v.rosa.lane(v.plan, Lane::near).size() == 21);
    CHECK(asked(remove_all(*v.rosa.store, std::span(many).first(20))) == 0);
    CHECK(v.rosa.lane(v.plan, Lane::near).size() == 1);
    // What is gone already, and what is named twice, counts for nothing.
    CHECK(asked(remove_all(*v.rosa.store, many)) == 0);
    CHECK(v.rosa.lane(v.plan, Lane::near).empty());
    CHECK(must(mass_removals(*v.rosa.store)).empty());
}

TEST_CASE("a mass removal is all or nothing, and can be undone") {
    Village v;
    auto many = makes_many(v.rosa, v.plan, 25);
    const RecordId proposal = adds(v.maude, v.plan, "p");
    v.all_meet();
    const Deed gone = std::get<Deed>(must(remove_all(*v.rosa.store, many, true)));
    CHECK(v.rosa.lane(v.plan, Lane::near) == Titles{"p"});
    must(undo(*v.rosa.store, gone));
    CHECK(v.rosa.lane(v.plan, Lane::near).size() == 26);
    many.push_back({v.rosa.store->device(), 999'999});
    CHECK(fault_of(remove_all(*v.rosa.store, many, true)) == Fault::not_found);
    many.back() = proposal;
    CHECK(fault_of(remove_all(*v.maude.store, many, true)) == Fault::not_allowed);
    CHECK(v.rosa.lane(v.plan, Lane::near).size() == 26);
    CHECK(v.maude.lane(v.plan, Lane::near).size() == 26);
}

TEST_CASE("where a mass removal arrives it says who took what away, and one tap brings it all back") {
    Village v;
    const auto many = makes_many(v.rosa, v.plan, 24);
    const RecordId kept = adds(v.rosa, v.plan, "kept");
    const RecordId single = adds(v.rosa, v.plan, "single");
    v.all_meet();
    must(programme::remove(*v.rosa.store, single));
    v.clock.now += 60'000;
    must(remove_all(*v.rosa.store, many, true));
    const std::int64_t at = v.clock.now;
    v.clock.now += 60'000;
    v.all_meet();
    CHECK(v.maude.lane(v.plan, Lane::near) == Titles{"kept"});
    const auto masses = must(mass_removals(*v.maude.store));
    REQUIRE(masses.size() == 1);
    CHECK(masses[0].name == "Rosa Test");
    CHECK(masses[0].by == v.rosa_id);
    CHECK_FALSE(masses[0].is_mine);
    CHECK(masses[0].at == at);
    CHECK(masses[0].records == many);
    CHECK(must(mass_removals(*v.rosa.store)).front().is_mine);
    // She may not bring back what is the owner's; the owner may, on any of her phones.
    CHECK(fault_of(restore_all(*v.maude.store, masses[0].records)) == Fault::not_allowed);
    must(restore_all(*v.rosa.store, must(mass_removals(*v.rosa.store)).front().records));
    v.all_meet();
    CHECK(v.maude.lane(v.plan, Lane::near).size() == 25);
    CHECK(v.maude.sees(single).removed);
    CHECK_FALSE(v.maude.sees(kept).removed);
    CHECK(must(mass_removals(*v.maude.store)).empty());
}

TEST_CASE("many removals one by one, that arrive together, are told as one") {
    Village v;
    const auto many = makes_many(v.rosa, v.plan, 22);
    v.all_meet();
    for (const RecordId id : many) {
        v.clock.now += 1000;
        must(programme::remove(*v.rosa.store, id));
    }
    CHECK(must(mass_removals(*v.rosa.store)).empty());
    v.all_meet();
    const auto masses = must(mass_removals(*v.maude.store));
    REQUIRE(masses.size() == 1);
    CHECK(masses[0].records == many);
}
