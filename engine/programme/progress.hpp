#pragma once
// How far a goal is, in a measure of the owner's own choosing.

#include <optional>
#include <string>
#include <vector>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

/// What tells that a goal is reached: "loaves sold a day", from 40 to 60. An empty text or no number: none.
/// Money: whole minor units, `unit` its ISO code.
struct Measure {
    std::string what;
    std::string unit;
    std::optional<double> baseline;
    std::optional<double> target;
    std::optional<std::int64_t> due;  // a date, days
};
/// All of it as given. not_found, not_allowed (only an owner measures), invalid (a number that is none).
Result<Deed> measure(Store& store, RecordId goal, const Measure& measure);

/// What it was now: a value, a word about it, or both. What was measured stays as it was; a wrong one is removed.
/// not_found, not_allowed, invalid (neither).
Result<Deed> add_progress(Store& store, RecordId goal, std::optional<double> value, const std::string& note = {});

struct Measured {
    RecordId id;
    std::int64_t at = 0;  // UTC ms
    std::optional<double> value;
    std::string note;
    Safety safety = Safety::here;
};
/// In order of time. not_found.
Result<std::vector<Measured>> progress_of(Store& store, RecordId goal);

}  // namespace ayni::programme
