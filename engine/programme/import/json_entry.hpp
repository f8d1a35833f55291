#pragma once
// JSON objects into entries, by the schema. For this folder's own files: nlohmann's types stay in here.

#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "engine/programme/import/entry.hpp"
#include "engine/programme/import/problem.hpp"

namespace ayni::programme {

inline constexpr std::size_t json_file_most = std::size_t{4} * 1024 * 1024;

/// A JSON text, and where each of its values stands ("/phases/1/fields/ends" → the line on which it ends).
struct JsonText {
    nlohmann::json root;
    std::map<std::string, std::size_t> lines;

    [[nodiscard]] std::size_t line_of(const std::string& path) const;
};

/// Reads a whole file of at most json_file_most bytes. Empty: it can't be read; the findings say why and where.
std::optional<JsonText> read_json(const std::filesystem::path& file, Findings& findings);

/// Where an object stands, and what to call its fields' places.
struct ObjectPlace {
    std::string file;
    std::string row;
    std::size_t line = 0;
    std::function<std::size_t(std::string_view field)> line_of;  // null: all on `line`
    [[nodiscard]] Found at(std::string_view field) const;
};

/// Puts the members of `fields` into the entry. What doesn't fit the schema is found; what the schema doesn't know
/// is kept and remarked. A list or an object gives all elements of a set.
void take_fields(Entry& entry, const nlohmann::json& fields, const ObjectPlace& place, Findings& findings);

/// A text that has to be there. Empty (and found) if it isn't.
std::string needed_text(const nlohmann::json& object, std::string_view member, const ObjectPlace& place,
                        Findings& findings);

}  // namespace ayni::programme
