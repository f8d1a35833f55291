#pragma once
// Profiles, as a person with aynictl uses them.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/season/process.hpp"

namespace ayni::season_test {

using Json = nlohmann::ordered_json;

/// The lines of a text, without the empty one at its end.
inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

class Phone {
public:
    explicit Phone(std::filesystem::path folder) : folder_(std::move(folder)) {}

    [[nodiscard]] Words words(const Words& command, const std::string& lang = "en") const {
        Words all{AYNI_CTL, "--profile", folder_.string(), "--json", "--lang", lang};
        all.insert(all.end(), command.begin(), command.end());
        return all;
    }
    [[nodiscard]] Finished tries(const Words& command, const std::string& lang = "en") const {
        return run(words(command, lang));
    }
    /// Must succeed; gives the lines of stdout.
    [[nodiscard]] std::vector<std::string> does(const Words& command) const {
        const Finished finished = tries(command);
        INFO(folder_.filename().string() << ": " << command.front() << ": " << finished.err);
        REQUIRE(finished.code == 0);
        return lines_of(finished.out);
    }
    [[nodiscard]] Json does_one(const Words& command) const {
        const auto lines = does(command);
        REQUIRE(lines.size() == 1);
        return Json::parse(lines.front());
    }
    [[nodiscard]] std::vector<Json> lists(const std::string& kind) const {
        std::vector<Json> records;
        for (const std::string& line : does({"list", kind})) {
            records.push_back(Json::parse(line));
        }
        return records;
    }
    /// Exchanges until nothing moves any more.
    void syncs_until_quiet() const {
        for (int round = 0; round < 12; ++round) {
            const Json summary = does_one({"sync"});
            if (summary.at("sent") == 0 && summary.at("received") == 0 && summary.at("more") == false) {
                return;
            }
        }
        FAIL("still moving after twelve rounds");
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

}  // namespace ayni::season_test
