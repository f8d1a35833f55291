#pragma once
// Dates and times as text: RFC 3339 in, RFC 3339 in UTC out. The proleptic Gregorian calendar
// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ayni {

/// "2026-02-28" → days since 1970-01-01. Empty for a day that doesn't exist or another format.
std::optional<std::int64_t> parse_date(std::string_view text);
std::string date_text(std::int64_t days);

/// "2026-10-28T09:10:00-04:00" or "…Z", with or without fractions → UTC ms.
std::optional<std::int64_t> parse_time(std::string_view text);
/// "2026-10-28T13:10:00Z"; milliseconds are shown where there are any.
std::string time_text(std::int64_t utc_ms);

}  // namespace ayni
