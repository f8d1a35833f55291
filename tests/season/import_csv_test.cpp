#include <array>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "engine/programme/import/csv.hpp"
#include "engine/programme/import/csv_writer.hpp"
#include "engine/programme/import/dates.hpp"
#include "engine/programme/import/sheet.hpp"
#include "tests/season/fresh_folder.hpp"

using namespace ayni::programme;
using ayni::season_test::FreshFolder;

namespace {

std::vector<std::vector<std::string>> rows_of(std::string_view content, Findings& findings) {
    const FreshFolder folder;
    CsvReader reader(folder.file("table.csv", content), findings);
    std::vector<std::vector<std::string>> rows;
    if (reader.read_header()) {
        while (auto row = reader.next()) {
            rows.push_back(std::move(row->cells));
        }
    }
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("A table is the same with commas or semicolons, any line end, with a byte order mark or without") {
    const Rows expected{{"1", "2"}, {"x y", "ñ"}};
    for (const std::string_view content : {"a,b\n1,2\nx y,ñ\n", "a;b\r\n1;2\r\nx y;ñ\r\n",
                                           "\xEF\xBB\xBF"
                                           "a;b\r1;2\rx y;ñ",
                                           "a,b\n\n1,2\n,\nx y,ñ", "\"a\",\"b\"\n\"1\",\"2\"\n\"x y\",\"ñ\""}) {
        Findings findings;
        CHECK(rows_of(content, findings) == expected);
        CHECK(findings.good());
    }
}

TEST_CASE("Quotes hold separators, quotes and line breaks") {
    Findings findings;
    const Rows rows = rows_of("a,b\n\"x,\"\"y\"\"\",\"one\r\ntwo\nthree\"\n", findings);
    CHECK(rows == Rows{{"x,\"y\"", "one\ntwo\nthree"}});
    CHECK(findings.good());
}

TEST_CASE("A row knows the line on which it begins, whatever line breaks stand in cells") {
    const FreshFolder folder;
    Findings findings;
    CsvReader reader(folder.file("t.csv", "a,b\r\n\"1\r\n2\",x\r\n3,y\r\n"), findings);
    REQUIRE(reader.read_header());
    CHECK(reader.next()->line == 2);
    CHECK(reader.next()->line == 4);
    CHECK_FALSE(reader.next().has_value());
}

TEST_CASE("A cell of 64 KB is read, one byte more is found with its size, and the rows around it are not harmed") {
    Findings findings;
    const std::string most(CsvReader::field_most, 'x');
    const Rows rows = rows_of("a,b\n1," + most + "\n2," + most + "x\n3,y\n", findings);
    REQUIRE(findings.problem_count() == 1);
    const ImportProblem& problem = findings.problems().front();
    CHECK(problem.what == Trouble::field_too_large);
    CHECK(problem.line == 3);
    CHECK(problem.column == "b");
    CHECK(problem.size == CsvReader::field_most + 1);
    CHECK(problem.limit == CsvReader::field_most);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0][1] == most);
    CHECK(rows[2][1] == "y");
}

TEST_CASE("What isn't a text is refused as such") {
    struct Case {
        std::string_view content;
        Trouble what;
        Encoding looks_like;
    };
    for (const Case& c : {Case{"", Trouble::file_empty, Encoding::unknown},
                          Case{"\n\r\n  ,\n", Trouble::column_missing, Encoding::unknown},
                          Case{std::string_view("\xFF\xFEr\0e\0f\0", 8), Trouble::not_text, Encoding::utf16},
                          Case{std::string_view("PK\x03\x04\0\0", 6), Trouble::not_text, Encoding::unknown},
                          Case{"ref\nEmpez\xF3\n", Trouble::not_utf8, Encoding::latin1},
                          Case{"ref\n\x93sus\x94 ni\xF1os\n", Trouble::not_utf8, Encoding::windows1252},
                          Case{"ref\nñandú \xC3\n", Trouble::not_utf8, Encoding::damaged_utf8},
                          Case{"ref\nñandú \xED\xA0\x80\n", Trouble::not_utf8, Encoding::damaged_utf8}}) {
        const FreshFolder folder;
        Findings findings;
        constexpr std::array<std::string_view, 1> columns{"ref"};
        (void)read_sheet(folder.file("t.csv", c.content), columns, {}, findings);
        REQUIRE(findings.problem_count() == 1);
        CHECK(findings.problems().front().what == c.what);
        CHECK(findings.problems().front().looks_like == c.looks_like);
    }
}

TEST_CASE("Columns are found by name in any order; unknown ones are remarked, missing and doubled ones refused") {
    const FreshFolder folder;
    constexpr std::array<std::string_view, 2> columns{"ref", "name"};
    Findings findings;
    const auto sheet = read_sheet(folder.file("t.csv", " Name ,colour,REF\nAna,red,p-ana\n"), columns, {}, findings);
    REQUIRE(sheet);
    CHECK(sheet->rows.front().cells == std::vector<std::string>{"p-ana", "Ana"});
    CHECK(findings.good());
    REQUIRE(findings.remark_count() == 1);
    CHECK(findings.remarks().front().what == Remark::column_ignored);
    CHECK(findings.remarks().front().column == "colour");

    Findings doubled;
    CHECK_FALSE(read_sheet(folder.file("t.csv", "ref,ref\n1,2\n"), columns, {}, doubled));
    CHECK(doubled.problems().at(0).what == Trouble::column_twice);
    CHECK(doubled.problems().at(1).what == Trouble::column_missing);
}

TEST_CASE("A row with more or fewer cells than the header is found, with both numbers") {
    const FreshFolder folder;
    constexpr std::array<std::string_view, 2> columns{"ref", "name"};
    Findings findings;
    (void)read_sheet(folder.file("t.csv", "ref,name\na\nb,B\nc,C,and more\n"), columns, {}, findings);
    REQUIRE(findings.problem_count() == 2);
    CHECK(findings.problems()[0].what == Trouble::cells_miscounted);
    CHECK(findings.problems()[0].line == 2);
    CHECK(findings.problems()[0].size == 1);
    CHECK(findings.problems()[1].line == 4);
    CHECK(findings.problems()[1].size == 3);
    CHECK(findings.problems()[1].limit == 2);
}

TEST_CASE("What an export makes harmless, an import gives back as it was") {
    for (const std::string cell : {"=1+1", "+x", "-2", "@SUM(1)", "\ttab", "\rreturn", "'=quoted", "''=twice"}) {
        CHECK(guarded(cell) == "'" + cell);
        CHECK(unguarded(guarded(cell)) == cell);
    }
    for (const std::string cell : {"", "Ana", "'tis", "'", "1+1", "a=b"}) {
        CHECK(guarded(cell) == cell);
        CHECK(unguarded(cell) == cell);
    }
    std::ostringstream out;
    constexpr std::array<std::string_view, 2> columns{"about", "phone"};
    CsvWriter writer(out, columns, "phone");
    writer.row(std::array<std::string, 2>{"=1+1\nand \"more\"", "+591 7000 0001"});
    CHECK(out.str() ==
          "\xEF\xBB\xBF"
          "about,phone\r\n\"'=1+1\nand \"\"more\"\"\",+591 7000 0001\r\n");
}

TEST_CASE("A date in another form is answered with how to write it") {
    const auto instead_of = [](const std::string& text) {
        Findings findings;
        CHECK_FALSE(read_date(text, {.value = text}, findings).has_value());
        return findings.problems().at(0).instead;
    };
    CHECK(instead_of("31/02/2026") == "2026-02-28");
    CHECK(instead_of("3.2.2026") == "2026-02-03");
    CHECK(instead_of("12/31/2026") == "2026-12-31");
    CHECK(instead_of("2026/2/9") == "2026-02-09");
    CHECK(instead_of("2026-2-9") == "2026-02-09");
    CHECK(instead_of("soon").empty());
    CHECK(instead_of("31/13/2026").empty());
    Findings findings;
    CHECK_FALSE(read_date("2028-02-30", {}, findings).has_value());
    CHECK(findings.problems().at(0).what == Trouble::date_not_there);
    CHECK(findings.problems().at(0).limit == 29);
    CHECK(read_date("2028-02-29", {}, findings).has_value());
}
