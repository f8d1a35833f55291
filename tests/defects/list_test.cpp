// The list of defects can't rot: what each would replace is still there, once.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

const std::filesystem::path root = AYNI_ROOT;

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    REQUIRE(in);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        line.erase(0, std::min(line.find_first_not_of(" \t"), line.size()));
        lines.push_back(std::move(line));
    }
    return lines;
}

using Defect = std::map<std::string, std::string>;

std::vector<Defect> defects() {
    std::vector<Defect> all(1);
    for (const std::string& line : lines_of(root / "tests/defects/list.txt")) {
        const auto colon = line.find(": ");
        if (line.empty()) {
            all.emplace_back();
        } else if (!line.starts_with('#') && colon != std::string::npos) {
            all.back()[line.substr(0, colon)] = line.substr(colon + 2);
        }
    }
    std::erase_if(all, [](const Defect& defect) { return defect.empty(); });
    return all;
}

}  // namespace

TEST_CASE("every defect of the list names one line that is there, and what stands in its stead") {
    std::set<std::string> names;
    for (const Defect& defect : defects()) {
        REQUIRE(defect.size() == 5);
        INFO(defect.at("name"));
        CHECK(names.insert(defect.at("name")).second);
        CHECK(std::ranges::count(lines_of(root / defect.at("file")), defect.at("line")) == 1);
        CHECK(defect.at("with") != defect.at("line"));
        std::istringstream programs(defect.at("test"));
        for (std::string program; programs >> program;) {
            CHECK(std::set<std::string>{"carry", "client", "engine", "fuzz", "histories", "hub", "hub_postgres",
                                        "programme", "simulation", "wire"}
                      .contains(program));
        }
    }
    CHECK(names.size() >= 30);
}
