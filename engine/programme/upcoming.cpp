#include "engine/programme/upcoming.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace ayni::programme {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

}  // namespace

std::vector<Upcoming> upcoming(const std::vector<SessionLine>& lines) {
    std::vector<Upcoming> all;
    for (const SessionLine& line : lines) {
        if (line.status == "planned") {
            all.push_back({&line, line.starts, true});
        }
    }
    const std::size_t planned = all.size();
    std::set<ScopeId> told;
    for (const SessionLine& line : lines) {
        if (line.status != "held" || !told.insert(line.scope).second || !line.next_at) {
            continue;
        }
        const auto replaces = [&line](const Upcoming& each) {
            return each.line->scope == line.scope && std::abs(each.at - *line.next_at) < day_ms;
        };
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(planned);
        if (std::none_of(all.begin(), end, replaces)) {
            all.push_back({&line, *line.next_at, false});
        }
    }
    return all;
}

bool concerns_her(Store& store, const Roster& roster, const ScopeId& scope) {
    return scope.kind == ScopeKind::cohort || any(standing_here(store, roster, scope), Who::owner | Who::paired);
}

}  // namespace ayni::programme
