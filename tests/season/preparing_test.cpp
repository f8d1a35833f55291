// How long preparing takes: on the season of Santa Cruz, and on one phone that has everything of 200 entrepreneurs.
// Printed, never asserted: machines differ, and so does what else they are doing.

#include <algorithm>
#include <chrono>
#include <ctime>
#include <iostream>

#include "engine/programme/preparation.hpp"
#include "tests/season/lived_season.hpp"

using namespace ayni;
using namespace ayni::programme;
using ayni::season_test::FreshFolder;
using ayni::season_test::LivedSeason;
using ayni::season_test::MovedClock;

namespace {

// What a call found, so that nobody optimises it away.
std::size_t checksum(const Preparation& prepared) {
    return prepared.news.size() + prepared.open_actions.size() * 100 + prepared.promises.size() * 10'000 +
           (prepared.last ? 1'000'000U : 0U);
}

void measure(const std::string& what, Store& store, const ScopeId& plan, std::int64_t day) {
    constexpr int times = 15;
    std::vector<double> took;
    std::size_t sum = 0;
    const std::clock_t busy_before = std::clock();
    for (int i = 0; i < times; ++i) {
        const auto began = std::chrono::steady_clock::now();
        const auto prepared = prepare(store, plan, day);
        const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - began;
        REQUIRE(prepared);
        sum += checksum(*prepared);
        took.push_back(time.count());
    }
    const double busy = static_cast<double>(std::clock() - busy_before) * 1000 / CLOCKS_PER_SEC / times;
    std::ranges::sort(took);
    std::cout << "prepare, " << what << ": " << busy << " ms of processor, median " << took[times / 2] << " ms, worst "
              << took.back() << " ms, checksum " << sum << '\n';
}

// As in the comparison with other engines: 12 sessions with a note, 6 goals and 24 actions an entrepreneur.
class Peers {
public:
    explicit Peers(int entrepreneurs) {
        auto opened = Store::open(folder_.path() / "profile.db", {.decode = wire::decode, .clock = &clock_});
        REQUIRE(opened);
        store = std::move(opened).value();
        REQUIRE(store->transact([&]() -> Outcome {
            cohort_ = {ScopeKind::cohort, store->new_record()};
            AYNI_TRY(make(cohort_.subject, cohort_, kind::cohort, {{"name", std::string("Great")}}));
            AYNI_LET(mentor, person("mentor"));
            AYNI_TRY(store->set_person(mentor));
            for (int i = 0; i < entrepreneurs; ++i) {
                AYNI_TRY(add_entrepreneur(mentor));
            }
            return Done{};
        }));
    }

    std::unique_ptr<Store> store;
    ScopeId plan;  // the last one's

private:
    using Fields = std::vector<std::pair<std::string_view, Value>>;
    Outcome make(RecordId id, const ScopeId& scope, KindNo kind, const Fields& fields) {
        std::vector<Edit> edits;
        for (const auto& [field, value] : fields) {
            edits.push_back(make_edit(id, kind, field, value));
        }
        AYNI_TRY(store->write(scope, edits));
        clock_.now += 1000;
        return Done{};
    }
    Outcome put(RecordId id, const ScopeId& scope, KindNo kind, std::string_view set, const std::string& key) {
        const Edit edit = make_edit(id, kind, set, true, key);
        AYNI_TRY(store->write(scope, {&edit, 1}));
        return Done{};
    }
    Result<RecordId> person(const std::string& role) {
        const RecordId id = store->new_record();
        AYNI_TRY(make(id, cohort_, kind::person, {{"name", std::string("Somebody")}, {"role", role}}));
        for (const char* language : {"es", "fr", "en"}) {
            const Edit edit = make_edit(id, kind::person, "languages", std::string("get_by"), language);
            AYNI_TRY(store->write(cohort_, {&edit, 1}));
        }
        return id;
    }
    Outcome add_entrepreneur(RecordId mentor) {
        AYNI_LET(woman, person("entrepreneur"));
        const RecordId business = store->new_record();
        AYNI_TRY(make(business, cohort_, kind::business, {{"name", std::string("A business")}}));
        AYNI_TRY(put(business, cohort_, kind::business, "leaders", to_text(woman)));
        const RecordId pairing = store->new_record();
        AYNI_TRY(make(pairing, cohort_, kind::pairing,
                      {{"mentor", mentor}, {"business", business}, {"status", Stage{"active", {}}}}));
        plan = {ScopeKind::plan, business};
        const ScopeId talk{ScopeKind::talk, pairing};
        AYNI_TRY(store->set_person(woman));
        for (int i = 0; i < 6; ++i) {
            AYNI_TRY(make(store->new_record(), plan, kind::goal,
                          {{"title", std::string("To know what a loaf costs")},
                           {"why", std::string("So that I needn't guess.")},
                           {"rank", Place{"medium", std::string(1, static_cast<char>('a' + i))}},
                           {"status", Stage{"open", {}}}}));
        }
        for (int i = 0; i < 24; ++i) {
            const std::string status = i % 3 == 0 ? "done" : "open";
            AYNI_TRY(make(store->new_record(), plan, kind::action,
                          {{"title", std::string("Weigh the flour and write it down")},
                           {"due", std::int64_t{20'700 + i}},
                           {"rank", Place{"short", std::string(1, static_cast<char>('a' + i))}},
                           {"owner", woman},
                           {"status", Stage{status, {}}}}));
        }
        for (int i = 0; i < 12; ++i) {
            const RecordId session = store->new_record();
            AYNI_TRY(make(session, plan, kind::session,
                          {{"starts", clock_.now}, {"minutes", std::int64_t{60}}, {"status", Stage{"held", {}}}}));
            AYNI_TRY(put(session, plan, kind::session, "people", to_text(woman)));
            AYNI_TRY(put(session, plan, kind::session, "people", to_text(mentor)));
            AYNI_TRY(make(store->new_record(), talk, kind::session_note,
                          {{"session", session}, {"text", std::string(800, 'x')}, {"lang", std::string("es")}}));
        }
        return store->set_person(mentor);
    }

    MovedClock clock_;
    ScopeId cohort_;
    FreshFolder folder_;
};

}  // namespace

TEST_CASE("preparing for a business of Santa Cruz") {
    const LivedSeason season;
    season.belongs_to("p-maude");
    measure("the season of Santa Cruz", *season.store, season.plan_of("b-tajibo"), *parse_date("2026-11-22"));
}

TEST_CASE("preparing on a phone that has 20 entrepreneurs") {
    const Peers peers(20);
    measure("20 entrepreneurs", *peers.store, peers.plan, *parse_date("2026-11-22"));
}

TEST_CASE("preparing on a phone that has 200 entrepreneurs") {
    const Peers peers(200);
    measure("200 entrepreneurs", *peers.store, peers.plan, *parse_date("2026-11-22"));
}
