// The rules of the house, held against the tree as it is.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <regex>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/schema_page.hpp"

using namespace ayni::tidy;

namespace {

namespace fs = std::filesystem;

// Longer than the rule, and why. May only shrink.
const Exceptions long_files{};
const Exceptions long_pages{};
const Exceptions long_functions{};

const std::vector<Source>& tree() {
    static const std::vector<Source> sources = read_tree(AYNI_ROOT);
    return sources;
}

const Source& page(const std::string& path) {
    const auto found = std::find_if(tree().begin(), tree().end(), [&](const Source& s) { return s.path == path; });
    REQUIRE(found != tree().end());
    return *found;
}

std::string listed(const Complaints& complaints) {
    std::string text;
    for (const std::string& complaint : complaints) {
        text += complaint + "\n";
    }
    return text;
}

template <class Check>
std::string listed_for(bool (*concerns)(const Source&), const Check& check) {
    std::string text;
    for (const Source& source : tree()) {
        if (concerns(source)) {
            text += listed(check(source));
        }
    }
    return text;
}

}  // namespace

TEST_CASE("every include follows the arrows") {
    std::set<std::string> files;
    for (const Source& source : tree()) {
        files.insert(source.path);
    }
    REQUIRE(files.contains("engine/model/schema.hpp"));
    CHECK(listed_for(is_cpp, [&](const Source& source) { return check_includes(source, files); }) == "");
    CHECK(listed_for(is_cpp, [&](const Source& source) { return check_own_header_first(source, files); }) == "");
}

TEST_CASE("no two headers define types of one name") {
    CHECK(listed(check_one_definition(tree())) == "");
}

TEST_CASE("no line is too long") {
    CHECK(listed_for([](const Source& s) { return is_cpp(s) || is_qml(s); }, check_line_length) == "");
}

TEST_CASE("no left-over, no skipped test, no context property") {
    CHECK(listed_for([](const Source& s) { return !has_extension(s, ".md"); }, check_words) == "");
}

TEST_CASE("colours come from the theme") {
    CHECK(listed_for(is_qml, check_colours) == "");
}

TEST_CASE("every page is built") {
    CHECK(listed(check_qml_is_listed(tree())) == "");
}

TEST_CASE("no file is too long") {
    auto lengths = file_lengths(tree(), ".cpp");
    lengths.merge(file_lengths(tree(), ".hpp"));
    CHECK(listed(check_lengths(lengths, 500, long_files)) == "");
    CHECK(listed(check_lengths(file_lengths(tree(), ".qml"), 300, long_pages)) == "");
}

TEST_CASE("no function is too long") {
    const auto lengths = function_lengths(tree());
    REQUIRE(lengths.contains("tests/tidy/rules.cpp: check_lengths"));
    CHECK(listed(check_lengths(lengths, 70, long_functions)) == "");
}

TEST_CASE("ARCHITECTURE.md shows the schema as it is") {
    const Source& architecture = page("ARCHITECTURE.md");
    const auto wanted = with_schema(architecture.text);
    REQUIRE(wanted);
    INFO("to mend it: build/dev/tests/bin/write_schema ARCHITECTURE.md");
    CHECK(difference(architecture.text, *wanted) == "");
}

TEST_CASE("the commands that README shows exist") {
    const auto commands = commands_in(page("README.md"));
    REQUIRE_FALSE(commands.empty());
    for (const Command& command : commands) {
        INFO(command.front());
        const std::size_t bin = command.front().rfind("/bin/");
        if (bin != std::string::npos) {
            const fs::path program = fs::path(AYNI_PROGRAMS) / command.front().substr(bin + 5);
            REQUIRE(command.size() > 1);
            INFO(command[1]);
            CHECK(std::system((program.string() + " " + command[1] + " --help >/dev/null 2>&1").c_str()) == 0);
        } else if (command.front().find('/') != std::string::npos) {
            CHECK(fs::exists(fs::path(AYNI_ROOT) / command.front()));
        } else {
            CHECK(std::set<std::string>{"git", "cd", "cmake", "ctest", "sudo"}.contains(command.front()));
        }
    }
}

TEST_CASE("README's picture and links are there") {
    const std::regex link(R"(\]\(([^)#:]+)\))");
    const std::string& text = page("README.md").text;
    for (auto found = std::sregex_iterator(text.begin(), text.end(), link); found != std::sregex_iterator(); ++found) {
        INFO(found->str(1));
        CHECK(fs::exists(fs::path(AYNI_ROOT) / found->str(1)));
    }
}
