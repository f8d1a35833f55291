#include "engine/programme/faces.hpp"

#include <algorithm>
#include <map>

#include "engine/programme/pairs.hpp"
#include "engine/programme/phase.hpp"

namespace ayni::programme {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

bool was_there(const Record& session, RecordId person) {
    const std::vector<RecordId> people = session.refs("people");
    return std::ranges::find(people, person) != people.end() || (people.empty() && session.made.by == person);
}

// When a pair last met (a business may have had another mentor before), and what came into the plan since then from
// others.
Outcome look_at(Store& store, RecordId mentor, Face& face) {
    AYNI_LET(sessions, store.list(kind::session, face.plan));
    for (const Record& session : sessions) {
        const auto starts = session.moment("starts");
        const bool held = session.text("status") == "held" && was_there(session, mentor);
        if (held && starts && *starts > face.last_met.value_or(*starts - 1)) {
            face.last_met = starts;
        }
    }
    const std::int64_t since = face.last_met.value_or(0);
    const auto is_news = [&](const Record& record) {
        return record.made.by != store.person() && record.made.at > since;
    };
    AYNI_LET(actions, store.list(kind::action, face.plan));
    for (const Record& action : actions) {
        const std::string status = action.text("status");
        face.open_actions += status == "open" || status == "doing" ? 1U : 0U;
        const bool done_since = status == "done" && action.moment("done_at").value_or(0) > since;
        face.news += is_news(action) || done_since ? 1U : 0U;
    }
    for (const KindNo kind : {kind::goal, kind::progress, kind::domino}) {
        AYNI_LET(records, store.list(kind, face.plan));
        face.news += static_cast<std::size_t>(std::ranges::count_if(records, is_news));
    }
    return Done{};
}

}  // namespace

std::int64_t quiet_after_days(std::string_view phase) {
    return phase == "stay" ? 4 : (phase == "virtual" ? 14 : 35);
}

Result<std::vector<Face>> faces(Store& store, std::int64_t today) {
    AYNI_LET(roster, store.roster());
    AYNI_LET(names, Names::of(store));
    std::map<RecordId, std::string> phases;  // by cohort
    std::vector<Face> found;
    for (const auto& pairing : roster.pairings) {
        const ScopeId plan{ScopeKind::plan, pairing.business};
        const Who who = standing(roster, store.person(), plan);
        const bool hers = pairing.mentor == store.person() && is_open(pairing);
        if (!hers && !any(who, Who::coordinator)) {
            continue;
        }
        Face face;
        face.pairing = pairing.id;
        face.plan = plan;
        face.business = pairing.business;
        face.name = names.of(pairing.business);
        face.mentor = names.of(pairing.mentor);
        face.status = pairing.status;
        if (const auto* business = roster.business(pairing.business)) {
            for (const RecordId leader : business->leaders) {
                face.people.push_back(names.of(leader));
            }
        }
        AYNI_TRY(look_at(store, pairing.mentor, face));
        if (!phases.contains(pairing.cohort)) {
            AYNI_LET(phase, phase_of(store, pairing.cohort, today));
            phases[pairing.cohort] = phase ? phase->kind : std::string();
        }
        const std::int64_t apart = today - face.last_met.value_or(0) / day_ms;
        face.quiet = pairing.status == "active" && apart > quiet_after_days(phases[pairing.cohort]);
        found.push_back(std::move(face));
    }
    std::ranges::sort(found, {}, [](const Face& face) { return std::tie(face.name, face.pairing); });
    return found;
}

}  // namespace ayni::programme
