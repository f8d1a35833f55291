#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

std::vector<std::string> lines_of(const std::vector<Written>& history, FieldNo field) {
    std::vector<std::string> lines;
    for (const Written& written : history) {
        if (written.field == field) {
            const auto* text = std::get_if<std::string>(&written.value);
            lines.push_back((text != nullptr ? *text : "?") + ", " + std::string(name_of(written.standing)) +
                            ", over " + std::to_string(written.over.size()));
        }
    }
    return lines;
}

}  // namespace

TEST_CASE("the history of a record says who wrote what, when, over what, and what became of it") {
    Phone ana;
    Phone ben;
    const RecordId person{ana.store->device(), 900};
    must(ana.store->set_person(person));
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("a")}});
    ben.hears(ana, plan);
    ana.clock.now += 60'000;
    ben.clock.now += 90'000;
    ana.sets(plan, goal, kind::goal, "title", std::string("b"));
    ben.sets(plan, goal, kind::goal, "title", std::string("c"));
    ana.hears(ben, plan);
    CHECK(lines_of(must(ana.store->history(goal)), 8) ==
          std::vector<std::string>{"a, replaced, over 0", "b, stands, over 1", "c, stands, over 1"});
    ana.sets(plan, goal, kind::goal, "title", std::string("d"));
    const auto history = must(ana.store->history(goal));
    CHECK(lines_of(history, 8) == std::vector<std::string>{"a, replaced, over 0", "b, replaced, over 1",
                                                           "c, replaced, over 1", "d, stands, over 2"});
    CHECK(history.back().by == person);
    CHECK(history.back().dot.device == ana.store->device());
    CHECK(history.front().stamp.ms() == ana.clock.now - 60'000);
    CHECK(must(ana.store->history({{5}, 5})).empty());
    // It is the same from the sealed log, and on the other phone.
    ben.hears(ana, plan);
    CHECK(lines_of(must(ben.store->history(goal)), 8) == lines_of(history, 8));
}

TEST_CASE("texts are whole in the history, also where they were kept as splices, and voided ones are told") {
    const Phone hub;
    const Phone ana;
    must(ana.store->set_setting("hub_device", to_text(hub.store->device())));
    const std::string text = "Vende ocho bolsas por semana a la misma vecina.";
    const RecordId goal = ana.makes(plan, kind::goal, {{"why", text}});
    for (int i = 0; i < 20; ++i) {
        ana.sets(plan, goal, kind::goal, "why", text + std::string(static_cast<std::size_t>(i + 1), '!'));
    }
    const auto log = ana.log(plan);
    hub.makes(plan, kind::verdict,
              {{"voids", to_text(Dot{ana.store->device(), log.back().last_seq})},
               {"reason", std::int64_t{2}},
               {"about", goal}});
    ana.hears(hub, plan);
    const auto lines = lines_of(must(ana.store->history(goal)), 9);
    REQUIRE(lines.size() == 21);
    CHECK(lines[0] == text + ", replaced, over 0");
    CHECK(lines[19] == text + std::string(19, '!') + ", stands, over 1");
    CHECK(lines[20] == text + std::string(20, '!') + ", voided, over 1");
}

TEST_CASE("all that one transaction writes is one act, and the last one is known with what was there before") {
    Phone ana;
    const ScopeId talk{ScopeKind::talk, {DeviceId{0xABCD}, 2}};
    CHECK(must(ana.store->last_act()).empty());
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("a")}});
    CHECK(must(ana.store->last_act()).size() == 2);  // made, title
    ana.clock.now -= 500'000;
    RecordId said;
    must(ana.store->transact([&]() -> Outcome {
        ana.sets(plan, goal, kind::goal, "title", std::string("b"));
        ana.clock.now += 1;
        said = ana.makes(talk, kind::insight, {{"text", std::string("ah")}});
        return Done{};
    }));
    ana.seal(plan);
    const auto act = must(ana.store->last_act());
    REQUIRE(act.size() == 3);
    CHECK(act[0].record == goal);
    CHECK(act[0].before == std::vector<Value>{std::string("a")});
    CHECK(act[1].scope == talk);
    CHECK(act[2].record == said);
    CHECK(act[0].written.stamp == act[2].written.stamp);
    must(ana.store->remove(said));
    const auto removal = must(ana.store->last_act());
    REQUIRE(removal.size() == 1);
    CHECK(removal[0].written.field == field::removed);
}

TEST_CASE("an act that time passes in keeps when each thing was written, and is one act still") {
    Phone ana;
    ana.makes(plan, kind::goal, {{"title", std::string("before")}});
    std::vector<RecordId> made;
    const std::int64_t began = ana.clock.now + 1000;
    must(ana.store->transact([&]() -> Outcome {
        for (const std::int64_t at : {began, began + 86'400'000, began + 3'600'000}) {
            ana.clock.now = at;
            made.push_back(ana.makes(plan, kind::goal, {{"title", std::string("a")}}));
        }
        return Done{};
    }));
    CHECK(ana.sees(made[0]).made.at == began);
    CHECK(ana.sees(made[1]).made.at == began + 86'400'000);
    CHECK(ana.sees(made[2]).made.at == began + 86'400'000);  // her clock went back: never before what she wrote before
    CHECK(must(ana.store->last_act()).size() == 6);
    ana.makes(plan, kind::goal, {{"title", std::string("after")}});
    CHECK(must(ana.store->last_act()).size() == 2);
}
