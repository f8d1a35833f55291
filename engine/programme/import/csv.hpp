#pragma once
// CSV as spreadsheets really write it: RFC 4180, with "," or ";", with or without a byte order mark, any line end.
//
// A reader of our own, and not libcsv: that one collects a whole field before it says anything, so that a field of
// 3 MB lies in memory, knows neither lines nor offsets, which every refusal has to name, and checks no encoding.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "engine/programme/import/problem.hpp"
#include "engine/programme/import/utf8.hpp"

namespace ayni::programme {

struct CsvRow {
    std::size_t line = 0;  // on which it begins
    std::vector<std::string> cells;
    std::size_t cell_count = 0;  // in the file; no more are kept than the header has
    bool whole = true;           // false: one of its cells was too large to keep
};

/// Reads one file, a row at a time, never holding more than one row and 64 KB of the file. What is wrong goes into
/// the findings; the encoding is judged at the end. Line ends inside of quotes become "\n".
class CsvReader {
public:
    static constexpr std::size_t field_most = std::size_t{64} * 1024;
    static constexpr std::size_t columns_most = 256;

    CsvReader(const std::filesystem::path& file, Findings& findings);

    /// The first line; false if the file has none that could be used (the findings say why).
    bool read_header();
    /// Trimmed, in lower case.
    [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
    /// Cells in the first line, with the empty ones at its end, which name no column.
    [[nodiscard]] std::size_t width() const { return width_; }
    /// The next row that isn't blank; empty at the end, and once a quote was never closed.
    std::optional<CsvRow> next();
    /// False as soon as something was found that makes the rest unreadable.
    [[nodiscard]] bool readable() const { return readable_; }

private:
    enum class State { cell_start, plain, quoted, after_quote };

    std::optional<unsigned char> get();
    bool fill();
    bool begin();
    void sniff();
    void watch(unsigned char byte);
    /// True: the row is complete.
    bool take(unsigned char byte);
    bool take_in_quotes(unsigned char byte);
    bool take_line_end(unsigned char byte);
    void keep(char byte);
    void end_cell();
    void finish();
    [[nodiscard]] std::string column_name(std::size_t index) const;
    [[nodiscard]] Found here(std::size_t line, std::size_t index) const;

    Findings* findings_;
    std::string name_;
    std::ifstream in_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t offset_ = 0;  // of the next byte
    bool readable_ = true;
    bool at_end_ = false;

    char separator_ = ',';
    State state_ = State::cell_start;
    bool after_cr_ = false;
    std::size_t line_ = 1;
    std::size_t quote_line_ = 0;
    std::size_t keep_most_ = columns_most;
    std::size_t width_ = 0;
    std::vector<std::string> header_;
    CsvRow row_;
    std::string cell_;
    std::uint64_t cell_size_ = 0;
    std::size_t cell_line_ = 1;

    Utf8Watch utf8_;
    Found letter_;  // where the letter began that is being read
    std::optional<Found> bad_;
};

}  // namespace ayni::programme
