#include "engine/programme/import/sheet.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "engine/programme/import/csv.hpp"

namespace ayni::programme {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::size_t index_of(std::span<const std::string_view> columns, std::string_view wanted) {
    const auto found = std::ranges::find(columns, wanted);
    assert(found != columns.end());
    return static_cast<std::size_t>(found - columns.begin());
}

// For each expected column its place in the file. False: some are missing, or one is there twice.
bool match_header(const Sheet& sheet, const std::vector<std::string>& header, std::vector<std::size_t>& places,
                  Findings& findings) {
    bool good = true;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const bool twice = std::find(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(i), header[i]) !=
                           header.begin() + static_cast<std::ptrdiff_t>(i);
        const bool expected = std::ranges::find(sheet.columns, header[i]) != sheet.columns.end();
        if (twice && expected) {
            findings.add(Trouble::column_twice, {.file = sheet.file, .line = 1, .column = header[i]});
            good = false;
        } else if (!expected && !header[i].empty()) {
            findings.add(Remark::column_ignored, {.file = sheet.file, .line = 1, .column = shortened(header[i])});
        }
    }
    for (const std::string_view column : sheet.columns) {
        const auto found = std::ranges::find(header, column);
        places.push_back(found == header.end() ? nowhere : static_cast<std::size_t>(found - header.begin()));
        if (found == header.end()) {
            findings.add(Trouble::column_missing, {.file = sheet.file,
                                                   .line = 1,
                                                   .column = std::string(column),
                                                   .expected = {sheet.columns.begin(), sheet.columns.end()},
                                                   .found = header});
            good = false;
        }
    }
    return good;
}

SheetRow row_from(CsvRow&& read, const std::vector<std::size_t>& places) {
    SheetRow row{.line = read.line, .whole = read.whole, .cells = {}};
    row.cells.reserve(places.size());
    for (const std::size_t place : places) {
        row.cells.push_back(place < read.cells.size() ? std::move(read.cells[place]) : std::string{});
    }
    return row;
}

}  // namespace

std::string Sheet::code(const SheetRow& row, std::string_view column) const {
    return std::string(trimmed(row.cells[index_of(columns, column)]));
}

const std::string& Sheet::text(const SheetRow& row, std::string_view column) const {
    return row.cells[index_of(columns, column)];
}

Found Sheet::at(const SheetRow& row, std::string_view column) const {
    return {.file = file,
            .line = row.line,
            .column = std::string(column),
            .row = shortened(trimmed(row.cells.front())),
            .value = shortened(text(row, column))};
}

std::optional<Sheet> read_sheet(const std::filesystem::path& file, std::span<const std::string_view> columns,
                                std::string_view plain, Findings& findings) {
    Findings within;  // only what was found in this file decides
    Sheet sheet{.file = file.filename().string(), .columns = {columns.begin(), columns.end()}, .rows = {}};
    std::vector<std::size_t> places;
    CsvReader reader(file, within);
    bool usable = reader.read_header() && match_header(sheet, reader.header(), places, within);
    while (usable) {
        auto read = reader.next();
        if (!read) {
            usable = reader.readable();
            break;
        }
        if (sheet.rows.size() == sheet_rows_most) {
            within.add(Trouble::too_many_rows, {.file = sheet.file, .line = read->line, .limit = sheet_rows_most});
            break;
        }
        const std::size_t cells = read->cell_count;
        sheet.rows.push_back(row_from(std::move(*read), places));
        SheetRow& row = sheet.rows.back();
        if (cells < reader.header().size() || cells > reader.width()) {
            Found found = sheet.at(row, columns.front());
            found.column.clear();
            found.size = cells;
            found.limit = reader.header().size();
            within.add(Trouble::cells_miscounted, std::move(found));
            row.whole = false;
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            row.cells[i] = std::string(unguarded(row.cells[i]));
            if (columns[i] != plain && is_formula_like(row.cells[i])) {
                within.add(Remark::formula_like, sheet.at(row, columns[i]));
            }
        }
    }
    for (const ImportProblem& problem : within.problems()) {
        findings.add(problem.what, problem);
    }
    for (const ImportRemark& remark : within.remarks()) {
        findings.add(remark.what, remark);
    }
    return usable ? std::optional(std::move(sheet)) : std::nullopt;
}

std::vector<std::string> header_of(const std::filesystem::path& file) {
    Findings nobody_reads;
    CsvReader reader(file, nobody_reads);
    return reader.read_header() ? reader.header() : std::vector<std::string>{};
}

bool is_formula_like(std::string_view cell) {
    return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

std::string guarded(std::string_view cell) {
    // One more ' also where some stand already, so that taking one off always gives back what was.
    const auto first = cell.find_first_not_of('\'');
    const bool guard = first != std::string_view::npos && is_formula_like(cell.substr(first));
    return guard ? "'" + std::string(cell) : std::string(cell);
}

std::string_view unguarded(std::string_view cell) {
    const auto first = cell.find_first_not_of('\'');
    const bool guard = first != std::string_view::npos && first > 0 && is_formula_like(cell.substr(first));
    return guard ? cell.substr(1) : cell;
}

std::vector<std::string> split(std::string_view list, char separator) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto end = list.find(separator);
        const std::string_view part = trimmed(list.substr(0, end));
        if (!part.empty()) {
            parts.emplace_back(part);
        }
        list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 1);
    }
    return parts;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace ayni::programme
