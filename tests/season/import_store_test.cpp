// From files into a store, and again.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/programme/import/bring_in.hpp"
#include "engine/programme/import/season.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/season/fresh_folder.hpp"

using namespace ayni;
using namespace ayni::programme;
using ayni::season_test::FreshFolder;
using ayni::season_test::sample_data;

namespace {

// A coordinator's profile, as a hub makes her: one Person in the programme, and nothing else.
struct Desk {
    explicit Desk(const std::string& name) {
        auto opened = Store::open(folder.path() / "profile.db", {.decode = wire::decode});
        REQUIRE(opened);
        store = std::move(opened).value();
        const RecordId me = store->new_record();
        REQUIRE(store->set_person(me));
        REQUIRE(store->write({}, std::vector<Edit>{make_edit(me, kind::person, "name", name),
                                                   make_edit(me, kind::person, "role", std::string("coordinator"))}));
    }
    Brought brings(const std::filesystem::path& path, const BringIn& how = {}) {
        Findings findings;
        const auto known = known_refs(*store);
        REQUIRE(known);
        const Folder read = read_folder(path, *known, findings);
        REQUIRE(findings.good());
        const auto brought = bring_in(*store, read, how, findings);
        REQUIRE(brought);
        REQUIRE(brought->has_value());
        return **brought;
    }
    std::size_t count(KindNo kind) { return store->list(kind)->size(); }
    std::uint64_t waiting() { return *store->waiting(); }

    FreshFolder folder;
    std::unique_ptr<Store> store;
};

const std::string maite = "Maïté L'Écuyer-Ouimet";

}  // namespace

TEST_CASE("A cohort comes in whole, and the coordinator's own row is she") {
    Desk desk(maite);
    const Brought brought = desk.brings(sample_data() / "santa-cruz");
    CHECK(desk.count(kind::cohort) == 1);
    CHECK(desk.count(kind::phase) == 7);
    CHECK(desk.count(kind::person) == 18);
    CHECK(desk.count(kind::business) == 12);
    CHECK(desk.count(kind::pairing) == 14);
    CHECK(desk.count(kind::indicator_def) == 13);
    CHECK(desk.count(kind::contact) == 18);
    CHECK(brought.kinds.at(kind::person).made == 17);
    const auto me = desk.store->find(desk.store->person());
    CHECK((*me)->text("ref") == "p-maite");
    CHECK((*me)->text("place") == "Montréal");
    CHECK((*me)->scope == ScopeId{});
    const auto tajibo = desk.store->find_by_ref("b-tajibo");
    CHECK((*tajibo)->refs("leaders").size() == 2);
    CHECK((*tajibo)->scope == ScopeId{ScopeKind::cohort, brought.cohort});
    CHECK(desk.store->check()->empty());
}

TEST_CASE("A second import of the same files changes nothing") {
    Desk desk(maite);
    desk.brings(sample_data() / "santa-cruz");
    const auto before = desk.waiting();
    const Brought again = desk.brings(sample_data() / "santa-cruz");
    CHECK(desk.waiting() == before);
    for (const auto& [kind, count] : again.kinds) {
        CHECK(count.made == 0);
        CHECK(count.changed == 0);
    }
}

TEST_CASE("A second import writes only what differs, and takes out of sets what is gone") {
    Desk desk(maite);
    desk.brings(sample_data() / "santa-cruz");
    const auto before = desk.waiting();
    const FreshFolder folder;
    const Brought brought =
        desk.brings(folder.file("businesses.csv",
                                "ref;name;sector;stage;city;founded;leaders;mission\r\n"
                                "b-tajibo;Tajibo Limpio;services;growing;Santa Cruz de la Sierra;2020;p-rosario;\r\n"));
    CHECK(brought.kinds.at(kind::business).changed == 1);
    CHECK(desk.waiting() == before + 2);
    const auto tajibo = desk.store->find_by_ref("b-tajibo");
    CHECK((*tajibo)->refs("leaders") == std::vector{(*desk.store->find_by_ref("p-rosario"))->id});
    CHECK_FALSE((*tajibo)->has("mission"));
}

TEST_CASE("A coordinator of another name is another person, unless it is said who she is") {
    Desk desk("Somebody Else");
    desk.brings(sample_data() / "santa-cruz");
    CHECK(desk.count(kind::person) == 19);

    Desk told("Somebody Else");
    told.brings(sample_data() / "santa-cruz", {.herself = "p-maite", .cohort = {}, .first_statuses = {}});
    CHECK(told.count(kind::person) == 18);
    CHECK((*told.store->find(told.store->person()))->text("name") == maite);
}

TEST_CASE("Two cohorts stand beside each other, though their phases have the same refs") {
    Desk desk(maite);
    const Brought first = desk.brings(sample_data() / "santa-cruz");
    const Brought second = desk.brings(sample_data() / "dakar");
    CHECK(first.cohort != second.cohort);
    CHECK(desk.count(kind::phase) == 14);
    CHECK(desk.count(kind::person) == 18 + 17);

    Findings findings;
    const FreshFolder folder;
    const Folder read = read_folder(
        folder.file("businesses.csv", "ref,name,sector,stage,city,founded,leaders,mission\nb-x,X,,,,,p-rosario,\n"),
        {.people = {{"p-rosario", "entrepreneur"}}, .businesses = {}}, findings);
    const auto unclear = bring_in(*desk.store, read, {}, findings);
    REQUIRE(unclear);
    CHECK_FALSE(unclear->has_value());
    CHECK(findings.problems().at(0).what == Trouble::cohort_unclear);
    CHECK(findings.problems().at(0).expected == std::vector<std::string>{"SC-A", "DK-A"});
}

TEST_CASE("Files that need a cohort wait until there is one") {
    Desk desk(maite);
    Findings findings;
    const Folder read = read_folder(sample_data() / "bad/people-semicolon-bom.csv", {}, findings);
    REQUIRE(findings.good());
    const auto before = desk.waiting();
    const auto brought = bring_in(*desk.store, read, {}, findings);
    REQUIRE(brought);
    CHECK_FALSE(brought->has_value());
    CHECK(findings.problems().at(0).what == Trouble::cohort_missing);
    CHECK(desk.waiting() == before);
}

TEST_CASE("A woman brings in her own lines, what later versions know included, once") {
    Desk desk("Somebody Else");
    desk.brings(sample_data() / "santa-cruz");
    REQUIRE(desk.store->set_person((*desk.store->find_by_ref("p-nieves"))->id));
    Findings findings;
    const Season season = read_season(sample_data() / "bad/season-unknown-kind.jsonl", findings);
    std::vector<std::int64_t> moments;
    const auto brought = bring_in_season(
        *desk.store, season, [&](std::int64_t at) { moments.push_back(at); }, findings);
    REQUIRE(brought);
    CHECK(brought->written == 3);
    CHECK(moments.size() == 3);
    const auto harvest = desk.store->list(kind::other);
    REQUIRE(harvest->size() == 1);
    CHECK(harvest->front().text("kind") == "Harvest");
    CHECK(harvest->front().keys("other") == std::vector<std::string>{"fruit", "kilos", "moon", "women"});
    const auto pencil = desk.store->find_by_ref("cusi-a99");
    CHECK((*pencil)->keys("other") == std::vector<std::string>{"weather"});
    CHECK((*pencil)->place() == Place{"short", "z"});
    CHECK((*pencil)->ref("goal") == (*desk.store->find_by_ref("cusi-g1"))->id);

    const auto before = desk.waiting();
    const auto again = bring_in_season(
        *desk.store, season, [](std::int64_t) {}, findings);
    CHECK(again->written == 0);
    CHECK(again->same == 3);
    CHECK(desk.waiting() == before);
}

TEST_CASE("Lines of another author stay out; a line that names nothing known keeps all of them out") {
    Desk desk("Somebody Else");
    desk.brings(sample_data() / "santa-cruz");
    REQUIRE(desk.store->set_person((*desk.store->find_by_ref("p-nieves"))->id));
    const auto before = desk.waiting();
    Findings findings;
    const Season others = read_season(sample_data() / "bad/season-truncated.jsonl", findings);
    const auto none = bring_in_season(
        *desk.store, others, [](std::int64_t) {}, findings);
    REQUIRE(none);
    CHECK(none->of_others == 3);
    CHECK(findings.remarks().front().what == Remark::not_hers);

    const FreshFolder folder;
    const Season lost = read_season(
        folder.file("season.jsonl", R"({"ref":"x-1","kind":"Goal","scope":"plan:b-cusi","author":"p-nieves",)"
                                    R"("at":"2026-09-26T10:42:00-04:00","fields":{"title":"A"}})"
                                    "\n"
                                    R"({"ref":"x-2","kind":"Action","scope":"plan:b-cusi","author":"p-nieves",)"
                                    R"("at":"2026-09-26T10:43:00-04:00","fields":{"goal":"nobody"}})"
                                    "\n"),
        findings);
    const auto refused = bring_in_season(
        *desk.store, lost, [](std::int64_t) {}, findings);
    REQUIRE(refused);
    CHECK(refused->written == 0);
    REQUIRE(findings.problem_count() == 1);
    CHECK(findings.problems()[0].what == Trouble::ref_unknown);
    CHECK(findings.problems()[0].line == 2);
    CHECK(findings.problems()[0].value == "nobody");
    CHECK(desk.waiting() == before);
}
