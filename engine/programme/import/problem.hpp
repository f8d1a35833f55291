#pragma once
// What an import found in a file, as values. The sentences for people are made at the edge, in their language.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ayni::programme {

/// Why a file isn't imported.
enum class Trouble : std::uint8_t {
    file_missing,         // there is no such file
    file_unreadable,      // it is there, but can't be read
    file_unknown,         // neither its name nor its first line says what it holds
    file_empty,           // 0 bytes, or nothing but white space
    file_too_large,       // `size` bytes, `limit` is the most
    not_text,             // holds bytes that no text has (a spreadsheet, a picture, UTF-16)
    not_utf8,             // `byte` at `offset`; `looks_like` guesses what it is
    quote_never_closed,   // opened on `line`, in `column`
    field_too_large,      // `size` bytes, `limit` is the most
    too_many_rows,        // `limit` is the most
    column_missing,       // `found`, `expected`
    column_twice,         // the header names it a second time
    cells_miscounted,     // `size` cells where the header has `limit`
    empty,                // a value that has to be there isn't
    ref_used_twice,       // `value`; first on `other_line`; the names of both in `found`
    ref_unknown,          // nobody (or nothing) has the ref `value`
    code_unknown,         // `value` is none of `expected`
    date_malformed,       // `instead` is how to write it; empty: no date can be read there
    date_not_there,       // right form, no such day; `limit`: how many days that month has
    number_malformed,     // `value` is no whole number
    weight_malformed,     // `value` isn't topic:weight with a weight of 1 to 3
    level_malformed,      // `value` isn't language:level
    hour_malformed,       // `value` isn't a weekday and an hour, as in mon-18
    json_malformed,       // can't be read from `line`, `offset` on
    json_member_missing,  // `column` isn't there
    json_wrong_type,      // `column` holds another sort of value; `expected`: which it takes
    phase_backwards,      // phase `row` ends (`value`) before it starts (`instead`)
    cohort_missing,       // no cohort here yet to put this into
    cohort_unclear,       // several cohorts: `expected` names them
};

/// What is imported all the same, and that somebody should know.
enum class Remark : std::uint8_t {
    formula_like,    // the cell begins as a formula does; kept as plain text
    column_ignored,  // a column that nobody expects
    kind_unknown,    // kept and passed on as kind `other`
    field_unknown,   // kept and passed on in `other`
    not_hers,        // a line of another author: only she can bring it in
};

/// What bytes that aren't UTF-8 look like.
enum class Encoding : std::uint8_t { unknown, latin1, windows1252, utf16, damaged_utf8 };

struct Found {
    std::string file{};    // its name, without the folder
    std::size_t line = 0;  // from 1; 0: it concerns the file as a whole
    std::string column{};  // or the field of a JSON object; empty if that isn't known
    std::string row{};     // the ref of the row or object, if it has one
    std::string value{};   // what stands there; long ones are shortened
    std::string instead{};
    std::vector<std::string> expected{};
    std::vector<std::string> found{};
    std::size_t other_line = 0;
    std::uint64_t offset = 0;  // bytes from the file's beginning, which is 0
    std::uint64_t size = 0;
    std::uint64_t limit = 0;
    std::uint64_t more = 0;  // how many others of the same sort follow
    unsigned byte = 0;
    Encoding looks_like = Encoding::unknown;
};

struct ImportProblem : Found {
    Trouble what = Trouble::file_missing;
};
struct ImportRemark : Found {
    Remark what = Remark::formula_like;
};

/// "not_utf8", … for --json and tests; never for a screen.
std::string_view name_of(Trouble trouble);
std::string_view name_of(Remark remark);
std::string_view name_of(Encoding encoding);

/// Everything that was found while reading. Keeps the first `most` of each; beyond that it only counts.
class Findings {
public:
    static constexpr std::size_t most = 200;

    void add(Trouble what, Found where);
    void add(Remark what, Found where);
    [[nodiscard]] bool good() const { return problem_count_ == 0; }
    [[nodiscard]] const std::vector<ImportProblem>& problems() const { return problems_; }
    [[nodiscard]] const std::vector<ImportRemark>& remarks() const { return remarks_; }
    [[nodiscard]] std::size_t problem_count() const { return problem_count_; }
    [[nodiscard]] std::size_t remark_count() const { return remark_count_; }

private:
    std::vector<ImportProblem> problems_;
    std::vector<ImportRemark> remarks_;
    std::size_t problem_count_ = 0;
    std::size_t remark_count_ = 0;
};

/// At most `most` bytes of it, cut between letters, with "…" where something was left out.
std::string shortened(std::string_view text, std::size_t most = 80);

}  // namespace ayni::programme
