#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <set>
#include <string>

#include "engine/model/rights.hpp"
#include "engine/model/schema.hpp"
#include "engine/model/time.hpp"

using namespace ayni;

TEST_CASE("what names a thing reads back as the same thing, and nothing else does") {
    const RecordId record{DeviceId{0x0123456789ABCDEF}, 42};
    CHECK(to_text(record) == "0123456789abcdef-42");
    CHECK(parse_record(to_text(record)) == record);
    CHECK(parse_dot("0123456789abcdef:7") == Dot{record.device, 7});
    const ScopeId talk{ScopeKind::talk, record};
    CHECK(to_text(talk) == "talk:0123456789abcdef-42");
    CHECK(parse_scope(to_text(talk)) == talk);
    CHECK(parse_scope("programme") == ScopeId{});
    for (const char* wrong : {"", "-", "0123456789abcdef", "0123456789abcdef-", "0123456789abcdef-042",
                              "0123456789abcdef-0", "0123456789ABCDEF-1", "0123456789abcdef-1x", "0123456789abcdef-+1",
                              "0123456789abcdef-99999999999999999999999"}) {
        CHECK_FALSE(parse_record(wrong).has_value());
    }
    for (const char* wrong : {"plan", "plan:", "programme:0123456789abcdef-1", "nothing:0123456789abcdef-1"}) {
        CHECK_FALSE(parse_scope(wrong).has_value());
    }
}

TEST_CASE("a date is a day that exists, and a time is an instant whatever zone it was written in") {
    CHECK(parse_date("1970-01-01") == 0);
    CHECK(date_text(*parse_date("2026-02-28")) == "2026-02-28");
    CHECK(parse_date("2028-02-29").has_value());
    for (const char* wrong : {"2026-02-31", "2026-13-01", "31/02/2026", "2026-2-3", "2026-02-29", ""}) {
        CHECK_FALSE(parse_date(wrong).has_value());
    }
    CHECK(time_text(*parse_time("2026-10-28T09:10:00-04:00")) == "2026-10-28T13:10:00Z");
    CHECK(time_text(*parse_time("2026-11-18T23:15:00.250Z")) == "2026-11-18T23:15:00.250Z");
    CHECK(time_text(*parse_time("1969-12-31T23:59:59Z")) == "1969-12-31T23:59:59Z");
    for (const char* wrong : {"2026-10-28", "2026-10-28T09:10:00", "2026-10-28T25:10:00Z", "2026-10-28T09:10:00+4"}) {
        CHECK_FALSE(parse_time(wrong).has_value());
    }
}

TEST_CASE("the schema table holds together") {
    std::set<std::string_view> names;
    for (const KindDef& kind : kinds()) {
        CHECK(names.insert(kind.name).second);
        CHECK_FALSE(kind.writers.empty());
        CHECK(find_kind(kind.number) == &kind);
        std::set<std::string_view> columns;
        for (const FieldDef& field : kind.fields) {
            INFO(kind.name << '.' << field.name);
            CHECK(columns.insert(field.name).second);
            CHECK((field.companion.empty() || columns.insert(field.companion).second));
            CHECK(field.since <= schema_version);
        }
    }
    CHECK(find_kind("Harvest") == nullptr);
}

namespace {

// Two mentors, three businesses: nadine had the third until it closed, josiane has it now.
struct Programme {
    RecordId coordinator{DeviceId{1}, 1}, maude{DeviceId{1}, 2}, nadine{DeviceId{1}, 3}, ruth{DeviceId{1}, 4},
        belen{DeviceId{1}, 5}, cohort{DeviceId{1}, 6}, pulpa{DeviceId{1}, 7}, jasaye{DeviceId{1}, 8},
        maude_jasaye{DeviceId{1}, 9}, nadine_pulpa{DeviceId{1}, 10}, nadine_jasaye{DeviceId{1}, 11};
    Roster roster;
    Programme() {
        const ScopeId home{ScopeKind::cohort, cohort};
        roster.cohorts = {cohort};
        roster.people = {{coordinator, {}, "coordinator"},
                         {maude, home, "mentor"},
                         {nadine, home, "mentor"},
                         {ruth, home, "entrepreneur"},
                         {belen, home, "entrepreneur"}};
        roster.businesses = {{pulpa, cohort, {ruth}}, {jasaye, cohort, {belen}}};
        roster.pairings = {{maude_jasaye, cohort, maude, jasaye, "active"},
                           {nadine_pulpa, cohort, nadine, pulpa, "active"},
                           {nadine_jasaye, cohort, nadine, jasaye, "closed"}};
    }
    [[nodiscard]] bool reads(RecordId person, ScopeKind kind, RecordId subject) const {
        return standing(roster, person, {kind, subject}) != Who::nobody;
    }
    [[nodiscard]] std::optional<Refusal> may(RecordId person, Attempt attempt) const {
        return judge(attempt, standing(roster, person, attempt.scope), person, is_closed(roster, attempt.scope));
    }
};

Attempt attempt_on(ScopeId scope, KindNo kind, const char* field, const Value& value, RecordId maker) {
    return {scope, kind, find_kind(kind)->field(field)->number, {}, &value, {DeviceId{9}, 1}, maker, {}, {}, {}};
}

}  // namespace

TEST_CASE("a mentor reads the plans and talks of her pairs and nothing of the others") {
    const Programme p;
    CHECK(p.reads(p.maude, ScopeKind::plan, p.jasaye));
    CHECK(p.reads(p.maude, ScopeKind::plan, p.maude));
    CHECK(p.reads(p.belen, ScopeKind::plan, p.maude));
    CHECK(p.reads(p.maude, ScopeKind::talk, p.maude_jasaye));
    CHECK_FALSE(p.reads(p.maude, ScopeKind::plan, p.pulpa));
    CHECK_FALSE(p.reads(p.maude, ScopeKind::talk, p.nadine_pulpa));
    CHECK_FALSE(p.reads(p.maude, ScopeKind::line, p.belen));
    CHECK_FALSE(p.reads(p.ruth, ScopeKind::plan, p.maude));
}

TEST_CASE("a coordinator reads every plan, and no talk") {
    const Programme p;
    for (const RecordId& plan : {p.pulpa, p.jasaye, p.maude, p.nadine}) {
        CHECK(p.reads(p.coordinator, ScopeKind::plan, plan));
    }
    for (const auto& pairing : p.roster.pairings) {
        CHECK_FALSE(p.reads(p.coordinator, ScopeKind::talk, pairing.id));
    }
    CHECK(p.reads(p.coordinator, ScopeKind::line, p.ruth));
    CHECK_FALSE(p.reads(p.coordinator, ScopeKind::own, p.ruth));
    CHECK_FALSE(p.reads(p.maude, ScopeKind::desk, p.cohort));
}

TEST_CASE("a coordinator of one cohort has no say in another, nor in the programme") {
    Programme p;
    const RecordId other_cohort{DeviceId{2}, 1};
    const RecordId other{DeviceId{2}, 2};
    p.roster.cohorts.push_back(other_cohort);
    p.roster.people.push_back({other, {ScopeKind::cohort, other_cohort}, "coordinator"});
    CHECK(p.reads(other, ScopeKind::cohort, other_cohort));
    CHECK_FALSE(p.reads(other, ScopeKind::cohort, p.cohort));
    CHECK_FALSE(p.reads(other, ScopeKind::plan, p.jasaye));
    const Value name = std::string("x");
    CHECK(p.may(other, attempt_on({}, kind::person, "name", name, other)) == Refusal::not_hers);
    // A pairing that she writes at home opens neither the plan nor a talk about a business elsewhere.
    const RecordId spy{DeviceId{2}, 3};
    const RecordId opened{DeviceId{2}, 4};
    p.roster.people.push_back({spy, {ScopeKind::cohort, other_cohort}, "mentor"});
    p.roster.pairings.push_back({opened, other_cohort, spy, p.jasaye, "active"});
    CHECK_FALSE(p.reads(spy, ScopeKind::plan, p.jasaye));
    CHECK_FALSE(p.reads(spy, ScopeKind::talk, opened));
    CHECK_FALSE(p.reads(p.belen, ScopeKind::plan, p.nadine));
}

TEST_CASE("a closed pairing takes the plan from the mentor and leaves the talk to its two, to read") {
    const Programme p;
    CHECK_FALSE(p.reads(p.nadine, ScopeKind::plan, p.jasaye));
    CHECK(p.reads(p.nadine, ScopeKind::talk, p.nadine_jasaye));
    const Value text = std::string("late");
    CHECK(p.may(p.nadine, attempt_on({ScopeKind::talk, p.nadine_jasaye}, kind::session_note, "text", text, p.nadine)) ==
          Refusal::closed);
}

TEST_CASE("the other side of a plan proposes, and the owner decides") {
    const Programme p;
    const ScopeId plan{ScopeKind::plan, p.jasaye};
    const Value proposed = Stage{"proposed", {}};
    const Value done = Stage{"done", {}};
    CHECK_FALSE(p.may(p.maude, attempt_on(plan, kind::action, "status", proposed, p.maude)).has_value());
    CHECK(p.may(p.maude, attempt_on(plan, kind::action, "status", done, p.maude)) == Refusal::not_a_proposal);
    CHECK(p.may(p.maude, attempt_on(plan, kind::action, "status", proposed, p.belen)) == Refusal::not_hers);
    CHECK_FALSE(p.may(p.belen, attempt_on(plan, kind::action, "status", done, p.maude)).has_value());
    Attempt promise = attempt_on(plan, kind::action, "status", done, p.maude);
    promise.owner = p.maude;
    CHECK_FALSE(p.may(p.maude, promise).has_value());
}

TEST_CASE("each writes her own notes, her own card and her own me-too, and nobody writes in another's name") {
    const Programme p;
    const ScopeId talk{ScopeKind::talk, p.maude_jasaye};
    const ScopeId cohort{ScopeKind::cohort, p.cohort};
    const Value text = std::string("a");
    CHECK_FALSE(p.may(p.belen, attempt_on(talk, kind::session_note, "text", text, p.belen)).has_value());
    CHECK(p.may(p.belen, attempt_on(talk, kind::session_note, "text", text, p.maude)) == Refusal::not_hers);
    CHECK(p.may(p.ruth, attempt_on(talk, kind::session_note, "text", text, p.ruth)) == Refusal::not_in_scope);
    const Value forged = Made{p.maude, 1};
    CHECK(p.may(p.belen, attempt_on(talk, kind::session_note, "made", forged, p.belen)) == Refusal::forged_author);

    Attempt card = attempt_on(cohort, kind::person, "name", text, p.coordinator);
    card.record = p.ruth;
    CHECK_FALSE(p.may(p.ruth, card).has_value());
    CHECK(p.may(p.belen, card) == Refusal::not_hers);
    card.field = find_kind(kind::person)->field("role")->number;
    CHECK(p.may(p.ruth, card) == Refusal::not_hers);

    const Value yes = true;
    Attempt me_too = attempt_on(cohort, kind::circle_post, "me_too", yes, p.belen);
    me_too.key = to_text(p.ruth);
    CHECK_FALSE(p.may(p.ruth, me_too).has_value());
    CHECK(p.may(p.maude, me_too) == Refusal::not_hers);
}

TEST_CASE("only coordinators pair, and only the hub writes devices and verdicts") {
    const Programme p;
    const ScopeId cohort{ScopeKind::cohort, p.cohort};
    const Value active = Stage{"active", {}};
    const Value text = std::string("0123456789abcdef");
    CHECK_FALSE(p.may(p.coordinator, attempt_on(cohort, kind::pairing, "status", active, p.coordinator)).has_value());
    CHECK(p.may(p.maude, attempt_on(cohort, kind::pairing, "status", active, p.maude)) == Refusal::not_hers);
    CHECK(p.may(p.coordinator, attempt_on(cohort, kind::device, "device", text, p.coordinator)) ==
          Refusal::only_the_hub);
    CHECK(p.may(p.maude, attempt_on(cohort, kind::goal, "title", text, p.maude)) == Refusal::wrong_place);
}

TEST_CASE("what somebody may read is every place where she has any standing, in whatever programme") {
    std::mt19937 dice(11);
    const auto any = [&](std::uint64_t of) { return RecordId{DeviceId{1}, 1 + dice() % of}; };
    for (int round = 0; round < 300; ++round) {
        // Ids are drawn from so few that people, cohorts and businesses meet, and some name what isn't there.
        Roster roster;
        for (std::uint64_t i = 1; i <= 3; ++i) {
            roster.cohorts.push_back({DeviceId{1}, 100 + i});
        }
        const auto cohort = [&] { return RecordId{DeviceId{1}, 101 + dice() % 4}; };
        for (std::uint64_t i = 1; i <= 8; ++i) {
            const bool of_programme = dice() % 8 == 0;
            roster.people.push_back(
                {{DeviceId{1}, i},
                 of_programme ? ScopeId{ScopeKind::programme, {}} : ScopeId{ScopeKind::cohort, cohort()},
                 std::array{"entrepreneur", "mentor", "coordinator", ""}[dice() % 4]});
        }
        for (std::uint64_t i = 1; i <= 6; ++i) {
            roster.businesses.push_back({{DeviceId{1}, 20 + i}, cohort(), {any(9), any(9)}});
        }
        const std::array statuses{"proposed", "accepted", "active", "paused", "closed", ""};
        for (std::uint64_t i = 1; i <= 6; ++i) {
            roster.pairings.push_back(
                {{DeviceId{1}, 40 + i}, cohort(), any(9), {DeviceId{1}, 20 + dice() % 8}, statuses[dice() % 6]});
        }
        for (std::uint64_t i = 1; i <= 9; ++i) {
            const RecordId person{DeviceId{1}, i};
            std::vector<ScopeId> all;
            for (auto kind = static_cast<std::uint8_t>(ScopeKind::programme);
                 kind <= static_cast<std::uint8_t>(ScopeKind::desk); ++kind) {
                for (std::uint64_t subject = kind == 1 ? 0 : 1; subject <= (kind == 1 ? 0U : 110U); ++subject) {
                    const ScopeId scope{static_cast<ScopeKind>(kind), {DeviceId{kind == 1 ? 0U : 1U}, subject}};
                    if (standing(roster, person, scope) != Who::nobody) {
                        all.push_back(scope);
                    }
                }
            }
            auto readable = readable_scopes(roster, person);
            std::ranges::sort(readable);
            std::ranges::sort(all);
            REQUIRE(readable == all);
        }
    }
}
