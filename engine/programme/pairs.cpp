#include "engine/programme/pairs.hpp"

#include <algorithm>

namespace ayni::programme {

bool is_open(const Roster::Pairing& pairing) {
    return pairing.status == "accepted" || pairing.status == "active" || pairing.status == "paused";
}

std::optional<ScopeId> talk_of(Store& store, const Roster& roster, const ScopeId& plan) {
    for (const auto& pairing : roster.pairings) {
        const ScopeId talk{ScopeKind::talk, pairing.id};
        if (plan.kind == ScopeKind::plan && pairing.business == plan.subject && is_open(pairing) &&
            any(standing(roster, store.person(), talk), Who::pair)) {
            return talk;
        }
    }
    return std::nullopt;
}

std::vector<ScopeId> talks_of(Store& store, const Roster& roster, const ScopeId& plan) {
    std::vector<ScopeId> talks;
    for (const auto& pairing : roster.pairings) {
        const ScopeId talk{ScopeKind::talk, pairing.id};
        if (plan.kind == ScopeKind::plan && pairing.business == plan.subject &&
            any(standing(roster, store.person(), talk), Who::pair)) {
            talks.push_back(talk);
        }
    }
    return talks;
}

Result<std::set<RecordId>> spoken_in(Store& store, std::optional<ScopeId> scope) {
    std::set<RecordId> spoken;
    AYNI_LET(attachments, store.list(kind::attachment, scope));
    for (const Record& attachment : attachments) {
        if (attachment.text("mime").starts_with("audio/")) {
            spoken.insert(attachment.ref("about"));
        }
    }
    return spoken;
}

std::vector<RecordId> sides_of(const Roster& roster, const ScopeId& plan) {
    std::vector<RecordId> people;
    if (const auto* business = roster.business(plan.subject)) {
        people = business->leaders;
    }
    for (const auto& pairing : roster.pairings) {
        if (pairing.business == plan.subject && is_open(pairing) &&
            std::ranges::find(people, pairing.mentor) == people.end()) {
            people.push_back(pairing.mentor);
        }
    }
    return people;
}

}  // namespace ayni::programme
