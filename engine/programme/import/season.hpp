#pragma once
// season.jsonl: what women wrote, one record a line: ref, kind, scope, author, at, fields.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/programme/import/entry.hpp"
#include "engine/programme/import/problem.hpp"
#include "engine/store/store.hpp"

namespace ayni::programme {

struct SeasonLine {
    Entry entry;                        // its line is the line in the file
    std::string scope;                  // "plan:b-cusi", "talk:p-maude+b-cusi", "line:p-ruth", "cohort", …
    std::string author;                 // her ref
    std::int64_t at = 0;                // when it was made, by the clock of her phone: UTC ms
    std::vector<ImportRemark> remarks;  // on kinds and fields that this version doesn't know
};

struct Season {
    std::string file;
    std::vector<SeasonLine> lines;
    /// The last line is cut: those before it are whole, and the rest has to be sent again.
    std::optional<Found> cut;
};

inline constexpr std::size_t season_line_most = std::size_t{1024} * 1024;
inline constexpr std::size_t season_lines_most = 100'000;

/// Reads the file. Kinds and fields that this version doesn't know are kept, and remarked with their line. A cut last
/// line is no problem of the lines before it (see Season::cut); anything else that is wrong is in the findings.
Season read_season(const std::filesystem::path& file, Findings& findings);

/// The scope that a line names, with the refs looked up here. not_found (the detail is what nobody here has).
Result<ScopeId> scope_of(Store& store, std::string_view text);

/// The record with this ref, in this store; no record: none here.
RecordId record_with_ref(Store& store, std::string_view ref);

/// Writes a line as the person whose profile this is, at the store's own time; a record with its ref that is here
/// already gets what differs. True: something was written. not_found: a ref that isn't here (the detail).
Result<bool> write_line(Store& store, const SeasonLine& line);

struct BroughtLines {
    std::size_t written = 0;
    std::size_t same = 0;
    std::size_t of_others = 0;  // each is remarked: only its author can bring it in
};

/// Brings in the lines of the person whose profile this is, all or none, with their remarks. `at_moment` is called
/// before each with the time at which it was made, for the store's clock. Refs that nobody here has are found, and
/// nothing is written.
Result<BroughtLines> bring_in_season(Store& store, const Season& season,
                                     const std::function<void(std::int64_t)>& at_moment, Findings& findings);

}  // namespace ayni::programme
