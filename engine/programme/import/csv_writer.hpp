#pragma once
// CSV that spreadsheets read without harm: UTF-8 with a byte order mark, CRLF, and no cell that acts as a formula.

#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace ayni::programme {

/// Writes the byte order mark and the header at once, then rows. Cells that begin as a formula does get a ' before
/// them, except in the column named `plain` (telephone numbers begin with +). The stream must outlive it.
class CsvWriter {
public:
    CsvWriter(std::ostream& out, std::span<const std::string_view> columns, std::string_view plain = {});
    /// As many cells as there are columns.
    void row(std::span<const std::string> cells);

private:
    std::ostream* out_;
    std::size_t plain_;
    std::size_t columns_;
};

/// In quotes if it has to be.
std::string csv_cell(std::string_view text);

}  // namespace ayni::programme
