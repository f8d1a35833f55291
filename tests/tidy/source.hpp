#pragma once
// The project's own files, as text.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ayni::tidy {

struct Source {
    std::string path;  // from the project's root, with '/'
    std::string text;
    std::vector<std::string> lines;  // without their ends
};

Source make_source(std::string path, std::string text);

/// Every text file of ours: not what is built, not what git keeps, not the sample data. Ordered by path.
std::vector<Source> read_tree(const std::filesystem::path& root);

bool has_extension(const Source& source, std::string_view extension);
bool is_cpp(const Source& source);
bool is_qml(const Source& source);
/// "engine/store/sql/x.sql" lies below "engine/store".
bool lies_below(std::string_view path, std::string_view folder);

/// C++ with comments, literals and preprocessor lines turned into spaces: same length, same lines.
std::string code_only(std::string_view cpp);

struct Function {
    std::string name;
    std::size_t line = 0;  // where its declaration begins, from 1
    std::size_t length = 0;
};
/// The functions (and Catch2's test cases) that are defined in C++ text, outermost bodies only.
std::vector<Function> functions_in(std::string_view cpp);

}  // namespace ayni::tidy
