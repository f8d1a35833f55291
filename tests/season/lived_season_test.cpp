// The use cases, over what a season really holds.

#include "tests/season/lived_season.hpp"

#include <algorithm>

#include "engine/programme/dominoes.hpp"
#include "engine/programme/insights.hpp"
#include "engine/programme/preparation.hpp"
#include "engine/programme/readings.hpp"
#include "engine/programme/sessions.hpp"

using namespace ayni;
using namespace ayni::programme;
using ayni::season_test::LivedSeason;

namespace {

std::int64_t day(std::string_view date) {
    return *parse_date(date);
}

std::size_t lines_with(const std::vector<SessionLine>& lines, RecordId log) {
    return static_cast<std::size_t>(std::ranges::count_if(
        lines, [&](const SessionLine& line) { return std::ranges::find(line.logs, log) != line.logs.end(); }));
}

}  // namespace

TEST_CASE("Of the season's double logs two are one meeting already, and the third is linked by hand") {
    const LivedSeason season;
    Store& store = *season.store;
    season.belongs_to("p-josiane");
    const RecordId hers = season.named("retazo-s4");
    const RecordId mine = season.named("retazo-s4b");
    const auto all = sessions(store);
    REQUIRE(all);
    for (const auto& [one, other] : {std::pair("tajibo-s4", "tajibo-s4b"), std::pair("pulpa-s7", "pulpa-s7b")}) {
        const auto line = std::ranges::find_if(*all, [&](const SessionLine& each) {
            return std::ranges::find(each.logs, season.named(one)) != each.logs.end();
        });
        REQUIRE(line != all->end());
        CHECK(line->linked);
        CHECK(std::ranges::find(line->logs, season.named(other)) != line->logs.end());
    }
    const auto candidates = maybe_same(store, mine);
    REQUIRE(candidates->size() == 1);
    CHECK(candidates->front().id == hers);
    const auto before = sessions(store, season.plan_of("b-retazo"))->size();
    REQUIRE(link_sessions(store, mine, hers));
    const auto after = sessions(store, season.plan_of("b-retazo"));
    CHECK(after->size() == before - 1);
    CHECK(lines_with(*after, mine) == 1);
    CHECK(lines_with(*after, hers) == 1);
}

TEST_CASE("A mentor prepares for a business of the season") {
    const LivedSeason season;
    season.belongs_to("p-maude");
    const auto prepared = prepare(*season.store, season.plan_of("b-tajibo"), day("2026-11-22"));
    REQUIRE(prepared);
    REQUIRE(prepared->last.has_value());
    CHECK(prepared->last->id == season.named("tajibo-s7"));
    CHECK(prepared->people.size() == 2);
    REQUIRE(prepared->next.has_value());
    CHECK(prepared->next->session == season.named("tajibo-s8"));
    CHECK(prepared->next->at == parse_time("2026-12-02T18:00:00-05:00"));
    CHECK(prepared->my_note.has_value());
    CHECK(prepared->other_note.has_value());
    CHECK_FALSE(prepared->open_actions.empty());
    for (const News& news : prepared->news) {
        CHECK(news.at >= prepared->last->starts);
        CHECK(news.by != "Maude Gingras");
    }
}

TEST_CASE("The season's readings are due in their rounds, and none is left at the end of the stay") {
    const LivedSeason season;
    season.belongs_to("p-belen");
    const ScopeId plan = season.plan_of("b-jasaye");
    CHECK_FALSE(readings_due(*season.store, plan, day("2026-11-22"))->has_value());
    const auto closing = *readings_due(*season.store, plan, day("2027-03-01"));
    REQUIRE(closing.has_value());
    CHECK(closing->round == "end");
    CHECK(closing->indicators == std::vector<std::string>{"I1", "I2", "I3", "I5"});
    CHECK_FALSE(readings_due(*season.store, plan, day("2027-06-05"))->has_value());  // asked at +6, not at +3
    CHECK((*readings_due(*season.store, plan, day("2027-09-05")))->round == "plus_6");
    const auto all = readings(*season.store, plan);
    REQUIRE(all->size() == 4);
    const Series& income = all->back();
    CHECK(income.indicator == "I5");
    CHECK(income.readings.size() == 2);
    CHECK(std::ranges::none_of(income.readings, [](const Reading& reading) {
        return std::holds_alternative<std::int64_t>(reading.answer);  // the amount is withheld
    }));
}

TEST_CASE("The season's dominoes make a picture, and every woman counts once") {
    const LivedSeason season;
    season.belongs_to("p-maude");
    std::size_t drawn = 0;
    const auto all = season.store->list(kind::domino);
    for (const Record& domino : *all) {
        const auto chain = domino_chain(*season.store, domino.scope);
        REQUIRE(chain);
        std::size_t counted = 0;
        for (const DominoTotal& total : totals(*chain)) {
            counted += total.dominoes;
        }
        CHECK(counted == chain->dominoes.size());
        for (const Link& link : chain->links) {
            CHECK_FALSE(link.back);
            CHECK(chain->dominoes[link.from].column < chain->dominoes[link.to].column);
        }
        drawn += chain->dominoes.front().id == domino.id ? chain->dominoes.size() : 0;
    }
    CHECK(drawn == all->size());
}

TEST_CASE("The season's insights are read by the pair, with the goals they are tied to") {
    const LivedSeason season;
    season.belongs_to("p-belen");
    const auto hers = insights(*season.store, season.plan_of("b-jasaye"));
    REQUIRE_FALSE(hers->empty());
    CHECK_FALSE(hers->back().goal_title.empty());
    season.belongs_to("p-nadine");
    CHECK(insights(*season.store, season.plan_of("b-jasaye"))->empty());
}
