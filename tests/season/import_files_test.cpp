// Every file of tests/data/bad, with what its README asks for, and the two good cohorts.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/programme/import/folder.hpp"
#include "engine/programme/import/season.hpp"
#include "tests/season/fresh_folder.hpp"

using namespace ayni::programme;
using ayni::season_test::FreshFolder;
using ayni::season_test::sample_data;

namespace {

Folder read(const std::filesystem::path& path, Findings& findings, const KnownRefs& known = {}) {
    return read_folder(path, known, findings);
}

// Who is known after Santa Cruz was imported.
KnownRefs santa_cruz() {
    Findings findings;
    const Folder folder = read(sample_data() / "santa-cruz", findings);
    REQUIRE(findings.good());
    KnownRefs known;
    for (const PersonRow& person : folder.people) {
        known.people[person.card.ref] = person.role;
    }
    for (const BusinessRow& business : folder.businesses) {
        known.businesses[business.card.ref] = business.name;
    }
    return known;
}

std::vector<ImportProblem> problems_of(const std::string& bad_file, const KnownRefs& known = {}) {
    Findings findings;
    (void)read(sample_data() / "bad" / bad_file, findings, known);
    return findings.problems();
}

}  // namespace

TEST_CASE("The cohorts of the sample read without a fault") {
    Findings findings;
    const Folder santa_cruz = read(sample_data() / "santa-cruz", findings);
    CHECK(findings.problems().empty());
    CHECK(findings.remarks().empty());
    CHECK(santa_cruz.people.size() == 18);
    CHECK(santa_cruz.businesses.size() == 12);
    CHECK(santa_cruz.pairings.size() == 14);
    CHECK(santa_cruz.indicators.size() == 13);
    REQUIRE(santa_cruz.cohort);
    CHECK(santa_cruz.cohort->phases.size() == 7);
    const auto estefania =
        std::ranges::find(santa_cruz.people, "p-estefania", [](const PersonRow& p) { return p.card.ref; });
    const auto about =
        std::ranges::find(estefania->card.settings, "about", [](const Setting& s) { return s.field->name; });
    CHECK(std::get<std::string>(about->value) ==
          "Decora fiestas, con flores y sin dormir.\nFrase favorita: \"depende\"; la está dejando.");

    const Folder dakar = read(sample_data() / "dakar", findings);
    CHECK(findings.good());
    CHECK(dakar.people.size() == 17);
    CHECK(dakar.businesses.size() == 12);
    CHECK(dakar.pairings.empty());
}

TEST_CASE("A missing column is named, with the columns found and expected") {
    const auto problems = problems_of("people-missing-column.csv");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::column_missing);
    CHECK(problems[0].line == 1);
    CHECK(problems[0].column == "tz");
    CHECK(problems[0].found.size() == 14);
    CHECK(problems[0].expected.size() == 15);
}

TEST_CASE("A role that there isn't is found, with those that there are") {
    const auto problems = problems_of("people-wrong-role.csv");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::code_unknown);
    CHECK(problems[0].line == 3);
    CHECK(problems[0].row == "p-yhovana");
    CHECK(problems[0].column == "role");
    CHECK(problems[0].value == "mentora");
    CHECK(problems[0].expected == std::vector<std::string>{"entrepreneur", "mentor", "coordinator"});
}

TEST_CASE("A ref used twice is found with both lines and both names") {
    const auto problems = problems_of("people-duplicate-ref.csv");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::ref_used_twice);
    CHECK(problems[0].line == 6);
    CHECK(problems[0].column == "ref");
    CHECK(problems[0].value == "p-eliana");
    CHECK(problems[0].other_line == 4);
    CHECK(problems[0].found == std::vector<std::string>{"Eliana Vaca Roca", "Carla Hurtado Melgar"});
}

TEST_CASE("A leader that nobody is, is found") {
    const auto problems = problems_of("businesses-unknown-leader.csv", santa_cruz());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::ref_unknown);
    CHECK(problems[0].line == 3);
    CHECK(problems[0].column == "leaders");
    CHECK(problems[0].value == "p-nadie");
}

TEST_CASE("Latin-1 is recognised, at its first byte") {
    const auto problems = problems_of("people-latin1.csv");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::not_utf8);
    CHECK(problems[0].line == 2);
    CHECK(problems[0].column == "about");
    CHECK(problems[0].byte == 0xF3);
    CHECK(problems[0].offset == 323);
    CHECK(problems[0].looks_like == Encoding::latin1);
}

TEST_CASE("What a French spreadsheet writes is read as it is") {
    Findings findings;
    const Folder folder = read(sample_data() / "bad/people-semicolon-bom.csv", findings);
    CHECK(findings.good());
    CHECK(findings.remarks().empty());
    REQUIRE(folder.people.size() == 4);
    CHECK(folder.people[0].card.ref == "p-maude");
    CHECK(folder.people[3].name == "María Belén Antelo Roca");
}

TEST_CASE("An empty file is not a file of no people") {
    const auto problems = problems_of("people-empty.csv");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::file_empty);
}

TEST_CASE("Cells that look like formulas stay text, with a remark for each") {
    Findings findings;
    const Folder folder = read(sample_data() / "bad/people-csv-injection.csv", findings);
    CHECK(findings.good());
    std::vector<std::pair<std::size_t, std::string>> where;
    for (const ImportRemark& remark : findings.remarks()) {
        CHECK(remark.what == Remark::formula_like);
        where.emplace_back(remark.line, remark.column);
    }
    CHECK(where == std::vector<std::pair<std::size_t, std::string>>{
                       {2, "name"}, {2, "about"}, {3, "place"}, {3, "about"}, {4, "about"}});
    REQUIRE(folder.people.size() == 3);
    CHECK(folder.people[0].name == "=cmd|' /C calc'!A0");
    CHECK(folder.people[0].phone == "+591 7000 0001");
}

TEST_CASE("A quote that is never closed is found where it was opened") {
    const auto problems = problems_of("people-unclosed-quote.csv");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::quote_never_closed);
    CHECK(problems[0].line == 3);
    CHECK(problems[0].column == "name");
}

TEST_CASE("Both wrong dates of a file are found at once") {
    const auto problems = problems_of("pairings-date-31-02.csv", santa_cruz());
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].what == Trouble::date_malformed);
    CHECK(problems[0].line == 3);
    CHECK(problems[0].column == "since");
    CHECK(problems[0].value == "31/02/2026");
    CHECK(problems[0].instead == "2026-02-28");
    CHECK(problems[1].what == Trouble::date_not_there);
    CHECK(problems[1].line == 4);
    CHECK(problems[1].value == "2026-02-31");
    CHECK(problems[1].limit == 28);
}

TEST_CASE("A phase that ends before it starts is found, with both dates") {
    const auto problems = problems_of("cohort-phase-backwards.json");
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].what == Trouble::phase_backwards);
    CHECK(problems[0].row == "stay");
    CHECK(problems[0].value == "2026-10-26");
    CHECK(problems[0].instead == "2026-11-15");
    CHECK(problems[0].line == 45);
}

TEST_CASE("Kinds and fields of a later version are kept as they came") {
    Findings findings;
    const Season season = read_season(sample_data() / "bad/season-unknown-kind.jsonl", findings);
    CHECK(findings.good());
    CHECK_FALSE(season.cut);
    REQUIRE(season.lines.size() == 3);
    CHECK(season.lines[1].entry.kind->name == "Other");
    const auto fruit = std::ranges::find(season.lines[1].entry.settings, "fruit", &Setting::key);
    CHECK(std::get<std::string>(fruit->value) == "\"coco de cusi\"");
    const auto weather = std::ranges::find(season.lines[2].entry.settings, "weather", &Setting::key);
    CHECK(std::get<std::string>(weather->value) == "\"lluvia\"");
    REQUIRE(season.lines[1].remarks.size() == 1);
    CHECK(season.lines[1].remarks[0].what == Remark::kind_unknown);
    CHECK(season.lines[1].remarks[0].value == "Harvest");
    CHECK(season.lines[1].remarks[0].line == 2);
    REQUIRE(season.lines[2].remarks.size() == 1);
    CHECK(season.lines[2].remarks[0].what == Remark::field_unknown);
    CHECK(season.lines[2].remarks[0].column == "weather");
    CHECK(season.lines[2].remarks[0].line == 3);
}

TEST_CASE("A cut file gives its whole lines, and says where it was cut") {
    Findings findings;
    const Season season = read_season(sample_data() / "bad/season-truncated.jsonl", findings);
    CHECK(findings.good());
    CHECK(season.lines.size() == 3);
    REQUIRE(season.cut);
    CHECK(season.cut->line == 4);
    CHECK(season.cut->offset == 1329);
}

TEST_CASE("The seasons of the sample read without a fault") {
    for (const auto& [cohort, count] : {std::pair("santa-cruz", 1079U), std::pair("dakar", 180U)}) {
        Findings findings;
        const Season season = read_season(sample_data() / cohort / "season.jsonl", findings);
        CHECK(findings.problems().empty());
        CHECK(std::ranges::all_of(season.lines, [](const SeasonLine& line) { return line.remarks.empty(); }));
        CHECK_FALSE(season.cut);
        CHECK(season.lines.size() == count);
    }
}

TEST_CASE("JSON that can't be read is found with its line, also where a number ends a line") {
    const FreshFolder folder;
    Findings findings;
    (void)read(folder.file("cohort.json", "{\n \"cohort\": {\n  \"ref\": \"c\",\n  oops\n"), findings);
    REQUIRE(findings.problem_count() == 1);
    CHECK(findings.problems()[0].what == Trouble::json_malformed);
    CHECK(findings.problems()[0].line == 4);

    Findings types;
    (void)read(folder.file("cohort.json",
                           "{\"cohort\": {\"ref\": \"c\", \"fields\": {\"code\": \"C\", \"name\": \"N\",\n"
                           "\"default_capacity\": \"four\",\n\"country\": 7\n}},\n\"phases\": []}"),
               types);
    REQUIRE(types.problem_count() == 2);
    CHECK(types.problems()[0].column == "country");
    CHECK(types.problems()[0].line == 3);
    CHECK(types.problems()[1].column == "default_capacity");
    CHECK(types.problems()[1].line == 2);
}
