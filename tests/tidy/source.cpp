#include "tests/tidy/source.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace ayni::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array extensions{".cpp", ".hpp", ".h", ".qml", ".js", ".cmake", ".txt", ".sh", ".sql", ".proto", ".md"};

bool is_text_of_ours(const fs::path& file) {
    return file.parent_path().filename() == ".ci" || file.filename() == "CMakePresets.json" ||
           std::ranges::find(extensions, file.extension().string()) != extensions.end();
}

bool is_not_ours(std::string_view folder) {
    return folder == "build" || folder == "tests/data" || folder == ".git" || folder == ".cache";
}

}  // namespace

Source make_source(std::string path, std::string text) {
    Source source{std::move(path), std::move(text), {}};
    std::istringstream in(source.text);
    for (std::string line; std::getline(in, line);) {
        source.lines.push_back(line);
    }
    return source;
}

std::vector<Source> read_tree(const fs::path& root) {
    std::vector<Source> sources;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
        const std::string path = entry->path().lexically_relative(root).generic_string();
        if (entry->is_directory()) {
            if (is_not_ours(path)) {
                entry.disable_recursion_pending();
            }
        } else if (is_text_of_ours(entry->path())) {
            std::ifstream in(entry->path(), std::ios::binary);
            sources.push_back(make_source(path, {std::istreambuf_iterator<char>(in), {}}));
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

bool has_extension(const Source& source, std::string_view extension) {
    return source.path.ends_with(extension);
}

bool is_cpp(const Source& source) {
    return has_extension(source, ".cpp") || has_extension(source, ".hpp");
}

bool is_qml(const Source& source) {
    return has_extension(source, ".qml");
}

bool lies_below(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace ayni::tidy
