#pragma once
// A page that can't be read any more, in a notebook that else is sound: it opens.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/store/database.hpp"
#include "engine/store/pages.hpp"

namespace ayni::models::test {

/// Overwrites the first page of a table, also while an app has the notebook open: it finds out when it reads there
/// next. False: there is no such table.
inline bool damage_table(const std::filesystem::path& file, const std::string& table, const DataKey* key = nullptr) {
    const auto database = Database::open(file, key);
    // What is written by another connection makes an app forget the pages that it has in memory.
    if (!database || !(*database)->run("UPDATE setting SET value=value WHERE name='device'") ||
        !(*database)->checkpoint()) {
        return false;
    }
    const auto root = (*database)->number("SELECT rootpage FROM sqlite_schema WHERE name='" + table + "'");
    if (!root || *root < 2) {
        return false;
    }
    std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
    out.seekp((*root - 1) * static_cast<std::streamoff>(page_bytes));
    out << std::string(page_bytes, 'x');
    out.close();
    return out.good();
}

}  // namespace ayni::models::test
