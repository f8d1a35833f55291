#include "engine/programme/import/csv_writer.hpp"

#include <algorithm>
#include <cassert>

#include "engine/programme/import/sheet.hpp"

namespace ayni::programme {

CsvWriter::CsvWriter(std::ostream& out, std::span<const std::string_view> columns, std::string_view plain)
    : out_(&out),
      plain_(static_cast<std::size_t>(std::ranges::find(columns, plain) - columns.begin())),
      columns_(columns.size()) {
    *out_ << "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        *out_ << (i > 0 ? "," : "") << columns[i];
    }
    *out_ << "\r\n";
}

void CsvWriter::row(std::span<const std::string> cells) {
    assert(cells.size() == columns_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        *out_ << (i > 0 ? "," : "") << csv_cell(i == plain_ ? cells[i] : guarded(cells[i]));
    }
    *out_ << "\r\n";
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",;\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

}  // namespace ayni::programme
