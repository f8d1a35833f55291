// Files that people bring: tables out of spreadsheets, JSON by hand.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/programme/import/csv.hpp"
#include "engine/programme/import/folder.hpp"
#include "engine/programme/import/season.hpp"
#include "tests/fuzz/targets.hpp"

namespace ayni::fuzz {
namespace {

using namespace ayni::programme;

// A file of that name in a folder of this process's own.
std::filesystem::path file_with(const char* name, std::string_view bytes) {
    static const std::filesystem::path folder = [] {
        const auto made = std::filesystem::temp_directory_path() / ("ayni-fuzz-" + std::to_string(::getpid()));
        std::filesystem::create_directories(made);
        std::atexit([] {
            std::error_code ignored;
            std::filesystem::remove_all(
                std::filesystem::temp_directory_path() / ("ayni-fuzz-" + std::to_string(::getpid())), ignored);
        });
        return made;
    }();
    std::ofstream out(folder / name, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    return folder / name;
}

void found_well(const Findings& findings) {
    must_hold(findings.problems().size() <= Findings::most && findings.problem_count() >= findings.problems().size(),
              "findings are counted");
}

void read_csv(std::string_view bytes) {
    Feed feed(bytes);
    constexpr const char* names[] = {"people.csv", "businesses.csv", "pairings.csv", "table.csv"};
    const auto file = file_with(names[feed.byte() % 4], feed.rest());
    Findings findings;
    CsvReader reader(file, findings);
    if (reader.read_header()) {
        while (const auto row = reader.next()) {
            must_hold(row->cells.size() <= reader.width(), "no more cells are kept than the header has");
        }
    }
    found_well(findings);
    Findings folder_findings;
    static_cast<void>(read_folder(file, {}, folder_findings));
    found_well(folder_findings);
}

void read_json_file(std::string_view bytes) {
    Feed feed(bytes);
    const auto file = file_with(feed.byte() % 2 == 0 ? "cohort.json" : "indicators.json", feed.rest());
    Findings findings;
    static_cast<void>(read_folder(file, {}, findings));
    found_well(findings);
}

void read_season_file(std::string_view bytes) {
    Findings findings;
    const Season season = read_season(file_with("season.jsonl", bytes), findings);
    must_hold(season.lines.size() <= season_lines_most, "a season has only so many lines");
    found_well(findings);
}

std::string sample(const std::string& name, std::size_t most, char before) {
    std::ifstream in(std::string(AYNI_TEST_DATA) + '/' + name, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    text.resize(std::min(text.size(), most));
    return before == 'x' ? text : before + text;
}

std::vector<std::string> some_tables() {
    std::vector<std::string> all;
    for (const char* folder : {"dakar/", "santa-cruz/"}) {
        all.push_back(sample(std::string(folder) + "people.csv", 1200, 0));
        all.push_back(sample(std::string(folder) + "businesses.csv", 1200, 1));
    }
    all.push_back(sample("santa-cruz/pairings.csv", 1200, 2));
    for (const char* bad : {"people-semicolon-bom.csv", "people-unclosed-quote.csv", "people-latin1.csv"}) {
        all.push_back(sample(std::string("bad/") + bad, 800, 0));
    }
    return all;
}

std::vector<std::string> some_json() {
    return {sample("dakar/cohort.json", 8000, 0), sample("santa-cruz/cohort.json", 8000, 0),
            sample("indicators.json", 12000, 1), sample("bad/cohort-phase-backwards.json", 8000, 0)};
}

std::vector<std::string> some_seasons() {
    return {sample("dakar/season.jsonl", 1500, 'x'), sample("santa-cruz/season.jsonl", 1500, 'x'),
            sample("bad/season-truncated.jsonl", 1500, 'x'), sample("bad/season-unknown-kind.jsonl", 1500, 'x')};
}

}  // namespace

const Target import_csv{"import_csv", read_csv, some_tables};
const Target import_json{"import_json", read_json_file, some_json};
const Target import_season{"import_season", read_season_file, some_seasons};

}  // namespace ayni::fuzz
