#pragma once
// Two zones as they are in the autumn of 2026, in milliseconds from UTC.

#include <cstdint>

#include "engine/model/time.hpp"

namespace ayni::programme::test {

inline constexpr std::int64_t hour_ms = 60LL * 60 * 1000;

inline std::int64_t la_paz(std::int64_t /*utc_ms*/) {
    return -4 * hour_ms;
}
/// Its clocks go back on 1 November at two in the morning.
inline std::int64_t toronto(std::int64_t utc_ms) {
    return utc_ms < *parse_time("2026-11-01T06:00:00Z") ? -4 * hour_ms : -5 * hour_ms;
}

}  // namespace ayni::programme::test
