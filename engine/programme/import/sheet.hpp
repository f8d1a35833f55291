#pragma once
// A CSV file whose columns are known: found by name, in any order.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/programme/import/problem.hpp"

namespace ayni::programme {

struct SheetRow {
    std::size_t line = 0;
    bool whole = true;               // false: a problem is noted already, take only its ref
    std::vector<std::string> cells;  // in the order of the expected columns; plain text, as it stands
};

struct Sheet {
    std::string file;  // its name
    std::vector<std::string_view> columns;
    std::vector<SheetRow> rows;

    /// The cell, without the spaces around it (for codes and refs; what people wrote is taken as it is).
    [[nodiscard]] std::string code(const SheetRow& row, std::string_view column) const;
    [[nodiscard]] const std::string& text(const SheetRow& row, std::string_view column) const;
    /// Where a problem lies.
    [[nodiscard]] Found at(const SheetRow& row, std::string_view column) const;
};

inline constexpr std::size_t sheet_rows_most = 20'000;

/// Reads the file. `plain`: a column whose cells may begin with "+" without being remarked (telephone numbers).
/// Empty: its bytes or its header are such that no row can be read; the findings say why.
std::optional<Sheet> read_sheet(const std::filesystem::path& file, std::span<const std::string_view> columns,
                                std::string_view plain, Findings& findings);

/// The names in the first line of a CSV file, to tell what it holds. Empty if there are none.
std::vector<std::string> header_of(const std::filesystem::path& file);

/// Would a spreadsheet take this cell for a formula? It begins with = + - @, a tab or a return.
bool is_formula_like(std::string_view cell);
/// For every export: such a cell, made harmless by a ' before it. `unguarded` takes it off again.
std::string guarded(std::string_view cell);
std::string_view unguarded(std::string_view cell);

/// "a|b|c" → a, b, c; without the spaces around each, without empty ones.
std::vector<std::string> split(std::string_view list, char separator);
std::string_view trimmed(std::string_view text);

}  // namespace ayni::programme
