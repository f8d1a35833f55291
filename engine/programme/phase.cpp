#include "engine/programme/phase.hpp"

#include <algorithm>

namespace ayni::programme {

Result<std::vector<PhaseSpan>> phases(Store& store, RecordId cohort) {
    AYNI_LET(records, store.list(kind::phase, ScopeId{ScopeKind::cohort, cohort}));
    std::vector<PhaseSpan> spans;
    for (const Record& record : records) {
        const auto starts = record.moment("starts");
        const auto ends = record.moment("ends");
        if (starts && ends && *starts <= *ends) {
            spans.push_back({record.text("kind"), *starts, *ends});
        }
    }
    std::ranges::stable_sort(spans, {}, &PhaseSpan::starts);
    return spans;
}

Result<std::optional<PhaseNow>> phase_of(Store& store, RecordId cohort, std::int64_t day) {
    AYNI_LET(spans, phases(store, cohort));
    const auto now = std::ranges::find_if(spans, [day](const PhaseSpan& span) { return day <= span.ends; });
    if (now == spans.end()) {
        return std::optional<PhaseNow>();
    }
    const int weeks = static_cast<int>((now->ends - now->starts) / 7) + 1;
    const int week = day < now->starts ? 1 : static_cast<int>((day - now->starts) / 7) + 1;
    return std::optional(PhaseNow{now->kind, week, weeks, now->starts, now->ends, day < now->starts});
}

Result<std::optional<Record>> cohort_here(Store& store) {
    AYNI_LET(roster, store.roster());
    AYNI_LET(cohorts, store.list(kind::cohort));
    const auto* me = roster.person(store.person());
    for (const Record& cohort : cohorts) {
        if (me != nullptr && me->home == cohort.scope) {
            return std::optional(cohort);
        }
    }
    return cohorts.empty() ? std::optional<Record>() : std::optional(cohorts.front());
}

}  // namespace ayni::programme
