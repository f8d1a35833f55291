#pragma once
// Dates as people write them, and what to tell them.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/programme/import/problem.hpp"

namespace ayni::programme {

/// Days since 1970 of "2026-02-28". Of anything else a finding says what is wrong and, where it can be guessed (day
/// before month), how to write it. `where` names the place.
std::optional<std::int64_t> read_date(const std::string& text, Found where, Findings& findings);

/// 1 to 12 → days of that month.
unsigned days_in_month(std::int64_t year, unsigned month);

}  // namespace ayni::programme
