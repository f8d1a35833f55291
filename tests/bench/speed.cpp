// ayni_bench: the season through our store and through SQLite alone, by turns. Each line has a target; a miss is
// reported, and fails nothing. The small size is for the test run, where only the states that come out count.
//
//   ayni_bench [--searched] [--locked] [--size small|season] [--only NAME]... [--repeats N]
//
// --searched: both with an index of the words, the same FTS5 table. --locked: both with pages encrypted by SQLCipher.

#include "tests/bench/speed.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "tests/bench/season.hpp"

namespace {

using namespace ayni::bench;

enum class Better : std::uint8_t { less, more };

struct Scenario {
    std::string_view name;
    std::string_view what;
    Finding (*run)(const Size&);
    Better better;
    double target;
    std::string_view unit;  // of `value`
    std::string_view each;  // of both sides
    std::optional<double> target_searched{};
};

constexpr Scenario scenarios[] = {
    {"save-durable", "save one record, one durable commit each", save_durable, Better::less, 1.3, "x", "s"},
    {"save", "the same without flushes", save, Better::less, 2.0, "x", "s"},
    {"bulk", "the season in one transaction", bulk, Better::less, 2.5, "x", "s", 1.8},
    {"update", "single-field updates without flushes", update, Better::less, 2.0, "x", "s"},
    {"apply", "apply the season as received", apply, Better::less, 4.0, "x", "s"},
    {"apply-seconds", "apply the season as received", apply_seconds, Better::less, 0.2, "s", "s"},
    {"merges", "edited on both sides, both export and apply, both heads kept", merges, Better::more, 100'000, "/s",
     "s"},
    {"disk", "bytes after the season and three rounds of edits, whole log", disk, Better::less, 1.4, "x", "B"},
    {"growth-time", "growth of time with more seasons", growth_time, Better::less, 1.05, "exp", "s"},
    {"growth-bytes", "growth of bytes with more seasons", growth_bytes, Better::less, 1.05, "exp", "B"},
};

const Size small{2, 1, 60, 30, 1, {1, 2}};
const Size season{women_in_a_season, 40, 10'000, 5'000, 5, {1, 2, 4, 8}};

void print(const Scenario& scenario, const Finding& found, Mode mode) {
    const double target = mode.searched && scenario.target_searched ? *scenario.target_searched : scenario.target;
    const bool met = scenario.better == Better::less ? found.value <= target : found.value >= target;
    const auto& of = [&](double value) { return scenario.each == "B" ? value / 1'000'000 : value; };
    std::printf("%-13s %8.3f %8.3f %s  %11.3f %-3.*s %s %9.2f  %s  %016llx  %.*s%s%s\n", scenario.name.data(),
                of(found.ours), of(found.plain), scenario.each == "B" ? "MB" : "s ", found.value,
                static_cast<int>(scenario.unit.size()), scenario.unit.data(),
                scenario.better == Better::less ? "<=" : ">=", target, met ? "met   " : "MISSED",
                static_cast<unsigned long long>(found.checksum), static_cast<int>(scenario.what.size()),
                scenario.what.data(), found.note.empty() ? "" : "; ", found.note.c_str());
    std::fflush(stdout);
}

[[noreturn]] void usage() {
    std::fprintf(
        stderr,
        "usage: ayni_bench [--searched] [--locked] [--size small|season] [--only NAME]... [--repeats N]\nNAME:");
    for (const Scenario& scenario : scenarios) {
        std::fprintf(stderr, " %s", scenario.name.data());
    }
    std::fprintf(stderr, "\n");
    std::exit(2);
}

bool is_name(std::string_view name) {
    return std::ranges::find(scenarios, name, &Scenario::name) != std::end(scenarios);
}

}  // namespace

int main(int count, char** words) {
    Size size = season;
    std::size_t repeats = 0;
    std::vector<std::string_view> only;
    Mode mode;
    for (int i = 1; i < count; i += 2) {
        const std::string_view word = words[i];
        const std::string_view value = i + 1 < count ? words[i + 1] : "";
        if (word == "--searched" || word == "--locked") {
            (word == "--searched" ? mode.searched : mode.locked) = true;
            --i;  // no value follows
        } else if (word == "--size" && (value == "small" || value == "season")) {
            size = value == "small" ? small : season;
        } else if (word == "--only" && is_name(value)) {
            only.push_back(value);
        } else if (word == "--repeats" && std::atoi(words[i + 1]) > 0) {
            repeats = static_cast<std::size_t>(std::atoi(words[i + 1]));
        } else {
            usage();
        }
    }
    size.repeats = repeats > 0 ? repeats : size.repeats;
    size.mode = mode;
    std::printf("%-13s %8s %8s\n", "", "ours", "plain");
    for (const Scenario& scenario : scenarios) {
        if (only.empty() || std::ranges::find(only, scenario.name) != only.end()) {
            print(scenario, scenario.run(size), mode);
        }
    }
    return 0;
}
