#pragma once
// When people meet next. Shared by Today, reminders, preparing and the calendar.

#include <vector>

#include "engine/programme/sessions.hpp"

namespace ayni::programme {

struct Upcoming {
    const SessionLine* line = nullptr;
    std::int64_t at = 0;   // UTC ms
    bool planned = false;  // else only agreed on at the last session of that plan or circle
};

/// Planned sessions, past ones too, and what the last held session of each scope says of the next, unless one is
/// planned within a day of that. In the order of the lines (the latest first), which must outlive it.
std::vector<Upcoming> upcoming(const std::vector<SessionLine>& lines);

/// Hers to go to: of a plan that she owns or is paired with, or of her circle.
bool concerns_her(Store& store, const Roster& roster, const ScopeId& scope);

}  // namespace ayni::programme
