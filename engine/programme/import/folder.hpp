#pragma once
// The coordinator's half of a season: cohort.json, people.csv, businesses.csv, pairings.csv and indicators.json, from
// one folder or one by one, read and checked as a whole before anything is written.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "engine/programme/import/cohort_file.hpp"
#include "engine/programme/import/entry.hpp"
#include "engine/programme/import/problem.hpp"
#include "engine/programme/import/roster_sheets.hpp"

namespace ayni::programme {

/// What was read. A part that there was no file for is empty.
struct Folder {
    std::optional<CohortFile> cohort;
    std::vector<PersonRow> people;
    std::vector<BusinessRow> businesses;
    std::vector<PairingRow> pairings;
    std::vector<Entry> indicators;
};

enum class FileSort : std::uint8_t { cohort, people, businesses, pairings, indicators, season };

/// What a file holds: by its name ("people-2026.csv" holds people), else by its columns. Empty: can't be told.
std::optional<FileSort> sort_of(const std::filesystem::path& file);

/// Reads a folder (indicators.json also from the one above it) or a single file. `known`: what the store has
/// already, for files that come alone. Import nothing of it unless the findings are good.
Folder read_folder(const std::filesystem::path& path, const KnownRefs& known, Findings& findings);

}  // namespace ayni::programme
