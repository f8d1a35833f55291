#pragma once
// Where a cohort stands in its season.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

struct PhaseNow {
    std::string kind;  // code
    int week = 1;      // of `weeks`, from 1
    int weeks = 1;
    std::int64_t starts = 0;  // dates, days
    std::int64_t ends = 0;
    bool ahead = false;  // hasn't begun: the first one to come
};

struct PhaseSpan {
    std::string kind;         // code
    std::int64_t starts = 0;  // dates, days; both of the phase
    std::int64_t ends = 0;
};
/// By their start; those without dates, or with an end before it, aren't there.
Result<std::vector<PhaseSpan>> phases(Store& store, RecordId cohort);

/// The phase of that day; between two, the next one (ahead). Empty: no phases, or all are over.
Result<std::optional<PhaseNow>> phase_of(Store& store, RecordId cohort, std::int64_t day);
/// This profile's cohort: her home, or for a coordinator at home in the programme the first. None: none.
Result<std::optional<Record>> cohort_here(Store& store);

}  // namespace ayni::programme
