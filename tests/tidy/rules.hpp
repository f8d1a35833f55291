#pragma once
// The other rules of the house. Each check gives one line for each thing that breaks it.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "tests/tidy/includes.hpp"
#include "tests/tidy/source.hpp"

namespace ayni::tidy {

/// Lines of C++ and QML are at most 120 characters long.
Complaints check_line_length(const Source& source);

/// No left-overs, no skipped test, nothing set into QML's context from outside.
Complaints check_words(const Source& source);

/// Colours are tokens: only qml/theme knows their values.
Complaints check_colours(const Source& source);

/// Every .qml below qml/ is named in a CMakeLists.txt above it, itself or by its folder (pages/*.qml).
Complaints check_qml_is_listed(const std::vector<Source>& sources);

/// What is allowed to be longer than the limit, and why.
struct Exception {
    std::size_t length;
    std::string why;
};
using Exceptions = std::map<std::string, Exception>;

/// A ratchet: nothing longer than `most`, but for the exceptions, which may only shrink: one that could be lower, or
/// isn't needed any more, is a complaint too.
Complaints check_lengths(const std::map<std::string, std::size_t>& lengths, std::size_t most,
                         const Exceptions& exceptions);

/// By path.
std::map<std::string, std::size_t> file_lengths(const std::vector<Source>& sources, std::string_view extension);
/// By "path: name"; of several with one name the longest.
std::map<std::string, std::size_t> function_lengths(const std::vector<Source>& sources);

/// A command in README's blocks of shell: its first word, and the words after it.
using Command = std::vector<std::string>;
std::vector<Command> commands_in(const Source& markdown);

/// Types of one name in one namespace, in two of our headers: the linker takes one of them for both, and says nothing
/// (C++20 6.3, one definition rule).
Complaints check_one_definition(const std::vector<Source>& sources);

}  // namespace ayni::tidy
