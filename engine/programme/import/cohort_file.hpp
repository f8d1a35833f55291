#pragma once
// cohort.json: the cohort and its phases. indicators.json: what readings measure.

#include <filesystem>
#include <optional>
#include <vector>

#include "engine/programme/import/entry.hpp"
#include "engine/programme/import/problem.hpp"

namespace ayni::programme {

struct CohortFile {
    Entry cohort;
    std::vector<Entry> phases;
};

/// Empty: it can't be read at all. It is good only if the findings are.
std::optional<CohortFile> read_cohort(const std::filesystem::path& file, Findings& findings);
std::optional<std::vector<Entry>> read_indicators(const std::filesystem::path& file, Findings& findings);

}  // namespace ayni::programme
