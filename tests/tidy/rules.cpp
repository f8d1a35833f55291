#include "tests/tidy/rules.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>

namespace ayni::tidy {
namespace {

std::string at(const Source& source, std::size_t line) {
    return source.path + ":" + std::to_string(line + 1) + ": ";
}

// UTF-8: every byte that doesn't continue a character begins one.
std::size_t characters(std::string_view line) {
    return static_cast<std::size_t>(
        std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Written in halves, so that this file doesn't find itself.
const std::regex left_over(
    "\\b(TO"
    "DO|FIX"
    "ME|XX"
    "X)\\b");
const std::regex skipped_test(
    "\\bQ?SK"
    "IP\\s*\\(|\\bsk"
    "ip\\(\"|\\[\\.[\\]\\w]|\\[!(may|should)"
    "fail\\]|DISAB"
    "LED_");
const std::regex from_outside(
    "setContext"
    "Property");

const std::regex colour_value("\"#[0-9A-Fa-f]{3,8}\"|\\bQt\\.(rgba|hsla|hsva)\\s*\\(");

// Does this CMakeLists.txt name the file, or all of its kind in that folder?
bool lists(const Source& list, const std::string& path) {
    constexpr std::string_view name = "CMakeLists.txt";
    if (!list.path.ends_with("/" + std::string(name)) ||
        !lies_below(path, list.path.substr(0, list.path.size() - name.size() - 1))) {
        return false;
    }
    const std::string inner = path.substr(list.path.size() - name.size());
    const std::string all = inner.substr(0, inner.rfind('/') + 1) + "*" + inner.substr(inner.rfind('.'));
    std::istringstream words(std::regex_replace(list.text, std::regex("[()\"]"), " "));
    return std::any_of(std::istream_iterator<std::string>(words), {},
                       [&](const std::string& word) { return word == inner || word == all; });
}

}  // namespace

Complaints check_line_length(const Source& source) {
    Complaints complaints;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        if (const std::size_t length = characters(source.lines[i]); length > 120) {
            complaints.push_back(at(source, i) + std::to_string(length) + " characters, 120 are the most");
        }
    }
    return complaints;
}

Complaints check_words(const Source& source) {
    Complaints complaints;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const std::string& line = source.lines[i];
        if (std::regex_search(line, left_over)) {
            complaints.push_back(at(source, i) + "a left-over: do it, or make an issue of it");
        }
        if (std::regex_search(line, skipped_test)) {
            complaints.push_back(at(source, i) + "a test that doesn't run says nothing");
        }
        if (std::regex_search(line, from_outside)) {
            complaints.push_back(at(source, i) + "QML is given what it needs by required properties");
        }
    }
    return complaints;
}

Complaints check_colours(const Source& source) {
    Complaints complaints;
    if (!is_qml(source) || !lies_below(source.path, "qml") || lies_below(source.path, "qml/theme")) {
        return complaints;
    }
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        if (std::regex_search(source.lines[i], colour_value)) {
            complaints.push_back(at(source, i) + "a colour's value: use a token of qml/theme, or make one");
        }
    }
    return complaints;
}

Complaints check_qml_is_listed(const std::vector<Source>& sources) {
    Complaints complaints;
    for (const Source& page : sources) {
        if (is_qml(page) && lies_below(page.path, "qml") &&
            std::ranges::none_of(sources, [&](const Source& list) { return lists(list, page.path); })) {
            complaints.push_back(page.path + ": no CMakeLists.txt names it, so nobody ever sees it");
        }
    }
    return complaints;
}

Complaints check_lengths(const std::map<std::string, std::size_t>& lengths, std::size_t most,
                         const Exceptions& exceptions) {
    Complaints complaints;
    for (const auto& [what, length] : lengths) {
        const auto exception = exceptions.find(what);
        const std::size_t allowed = exception == exceptions.end() ? most : exception->second.length;
        if (length > allowed) {
            complaints.push_back(what + ": " + std::to_string(length) + " lines, " + std::to_string(allowed) +
                                 " are the most: divide it by what it is about");
        }
    }
    for (const auto& [what, exception] : exceptions) {
        const auto measured = lengths.find(what);
        const std::size_t length = measured == lengths.end() ? 0 : measured->second;
        if (length <= most) {
            complaints.push_back(what + ": needs no exception any more: take it out of the table");
        } else if (length < exception.length) {
            complaints.push_back(what + ": is shorter now: lower its exception to " + std::to_string(length));
        }
    }
    return complaints;
}

std::map<std::string, std::size_t> file_lengths(const std::vector<Source>& sources, std::string_view extension) {
    std::map<std::string, std::size_t> lengths;
    for (const Source& source : sources) {
        if (has_extension(source, extension)) {
            lengths[source.path] = source.lines.size();
        }
    }
    return lengths;
}

std::map<std::string, std::size_t> function_lengths(const std::vector<Source>& sources) {
    std::map<std::string, std::size_t> lengths;
    for (const Source& source : sources) {
        if (is_cpp(source)) {
            for (const Function& function : functions_in(source.text)) {
                std::size_t& length = lengths[source.path + ": " + function.name];
                length = std::max(length, function.length);
            }
        }
    }
    return lengths;
}

std::vector<Command> commands_in(const Source& markdown) {
    std::vector<Command> commands;
    bool shell = false;
    bool transcript = false;  // only lines with a prompt are commands, the rest is what they say
    bool goes_on = false;     // the line before ended in a backslash
    for (std::string line : markdown.lines) {
        if (line.starts_with("```")) {
            transcript = line == "```console";
            shell = !shell && (transcript || line == "```sh");
            continue;
        }
        if (!shell || (transcript && !goes_on && !line.starts_with("$ "))) {
            continue;
        }
        const bool new_command = !goes_on;
        goes_on = line.ends_with('\\');
        line = std::regex_replace(line, std::regex(R"(^\$ |\\$|\s+#.*$)"), "");
        std::istringstream words(line);
        if (new_command) {
            commands.emplace_back();
        }
        for (std::string word; words >> word;) {
            commands.back().push_back(word);
        }
        if (commands.back().empty()) {
            commands.pop_back();
        }
    }
    return commands;
}

Complaints check_one_definition(const std::vector<Source>& sources) {
    static const std::regex space(R"(^namespace ([\w:]+) \{$)");
    static const std::regex type(R"(^(?:struct|class|enum class) (\w+)(?: final)?(?: : [^{;]*)? \{.*)");
    std::map<std::string, std::string> defined;
    Complaints complaints;
    for (const Source& source : sources) {
        if (!has_extension(source, ".hpp")) {
            continue;
        }
        std::string inside;
        for (const std::string& line : source.lines) {
            std::smatch found;
            if (std::regex_match(line, found, space)) {
                inside = found[1];
            } else if (std::regex_match(line, found, type)) {
                const std::string name = inside + "::" + found[1].str();
                const auto [known, fresh] = defined.emplace(name, source.path);
                if (!fresh) {
                    complaints.push_back(source.path + ": " + name + " is another type in " + known->second);
                }
            }
        }
    }
    return complaints;
}

}  // namespace ayni::tidy
