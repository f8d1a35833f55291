#include "engine/model/rights.hpp"

#include <algorithm>
#include <set>

namespace ayni {
namespace {

template <class Item>
const Item* find_in(const std::vector<Item>& items, RecordId id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found != items.end() ? &*found : nullptr;
}

// A coordinator at home in the programme coordinates every cohort; others, the cohort that they are at home in.
bool coordinates(const Roster::Person& person, RecordId cohort) {
    return person.role == "coordinator" && (person.home.kind == ScopeKind::programme || person.home.subject == cohort);
}

bool is_at_home(const Roster::Person& person, RecordId cohort) {
    return person.home.kind == ScopeKind::cohort && person.home.subject == cohort;
}

// A closed pairing no longer opens the plan; one that is only proposed doesn't yet.
bool opens_plan(const Roster::Pairing& pairing) {
    return pairing.status == "accepted" || pairing.status == "active" || pairing.status == "paused";
}

bool leads(const Roster& roster, RecordId person, RecordId business) {
    const auto* found = roster.business(business);
    return found != nullptr && std::ranges::find(found->leaders, person) != found->leaders.end();
}

Who standing_in_plan(const Roster& roster, const Roster::Person& person, RecordId subject) {
    Who who = Who::nobody;
    if (const auto* business = roster.business(subject)) {
        if (leads(roster, person.id, subject)) {
            who = who | Who::owner;
        }
        for (const auto& pairing : roster.pairings) {
            // A coordinator pairs within her own cohort: a pairing elsewhere opens nothing here.
            if (pairing.business == subject && pairing.cohort == business->cohort && pairing.mentor == person.id &&
                opens_plan(pairing)) {
                who = who | Who::paired;
            }
        }
        if (coordinates(person, business->cohort)) {
            who = who | Who::coordinator;
        }
    } else if (const auto* mentor = roster.person(subject); mentor != nullptr && mentor->role == "mentor") {
        if (mentor->id == person.id) {
            who = who | Who::owner;
        }
        for (const auto& pairing : roster.pairings) {
            if (pairing.mentor == subject && is_at_home(*mentor, pairing.cohort) && opens_plan(pairing) &&
                leads(roster, person.id, pairing.business)) {
                who = who | Who::paired;
            }
        }
        if (coordinates(person, mentor->home.subject)) {
            who = who | Who::coordinator;
        }
    }
    return who == Who::nobody ? who : who | Who::member;
}

Who standing_in_talk(const Roster& roster, const Roster::Person& person, RecordId subject) {
    const auto* pairing = roster.pairing(subject);
    const auto* business = pairing != nullptr ? roster.business(pairing->business) : nullptr;
    if (business == nullptr || business->cohort != pairing->cohort || pairing->status == "proposed") {
        return Who::nobody;
    }
    const bool hers = pairing->mentor == person.id || leads(roster, person.id, pairing->business);
    return hers ? Who::pair | Who::member : Who::nobody;
}

Who standing_in_line(const Roster& roster, const Roster::Person& person, RecordId subject) {
    const auto* about = roster.person(subject);
    if (about == nullptr) {
        return Who::nobody;
    }
    Who who = Who::nobody;
    if (about->id == person.id) {
        who = who | Who::self;
    }
    if (coordinates(person, about->home.subject)) {
        who = who | Who::coordinator;
    }
    return who == Who::nobody ? who : who | Who::member;
}

Who standing_in_cohort(const Roster& roster, const Roster::Person& person, RecordId subject) {
    if (std::ranges::find(roster.cohorts, subject) == roster.cohorts.end()) {
        return Who::nobody;
    }
    Who who = Who::nobody;
    if (coordinates(person, subject)) {
        who = who | Who::coordinator;
    }
    if (is_at_home(person, subject)) {
        who = who | Who::member;
    }
    return who == Who::nobody ? who : who | Who::member;
}

bool is_coordinator_only(ScopeKind kind) {
    return kind == ScopeKind::desk;
}

// May a member who is only `proposes` write this? Proposals, and promises of her own.
bool is_proposal(const Attempt& attempt, const FieldDef& field, RecordId person) {
    const bool own_promise = attempt.owner && *attempt.owner == person;
    const bool undecided = attempt.status.empty() || attempt.status == "proposed" || attempt.status == "dropped";
    if (field.name == "status") {
        const auto* stage = std::get_if<Stage>(attempt.value);
        const bool open = stage == nullptr || stage->status == "proposed" || stage->status == "dropped";
        return (open && undecided) || own_promise;
    }
    return undecided || own_promise;
}

// What somebody who doesn't coordinate could have to do with: herself, what she leads, and both ends of its and her
// pairings. More than she may read, and little of a large programme; what each of it is to her, `standing` says.
struct Ties {
    Ties(const Roster& roster, const Roster::Person& person) {
        subjects.insert(person.id);
        for (const auto& business : roster.businesses) {
            if (std::ranges::find(business.leaders, person.id) != business.leaders.end()) {
                subjects.insert(business.id);
                led.insert(business.id);
            }
        }
        for (const auto& pairing : roster.pairings) {
            if (pairing.mentor == person.id || led.contains(pairing.business)) {
                subjects.insert({pairing.id, pairing.mentor, pairing.business});
            }
        }
    }
    std::set<RecordId> subjects;
    std::set<RecordId> led;
};

// me_too and its like: a member puts in or takes out herself, nobody else.
bool is_herself(const Attempt& attempt, const FieldDef& field, RecordId person) {
    return field.rule != Rule::set || field.type != Type::ref || attempt.key == to_text(person);
}

// Nobody signs for another, whoever may write the rest.
bool signs_for_another(const Attempt& attempt, const KindDef& kind, RecordId person) {
    const FieldDef* field = kind.number == kind::agreement ? kind.field(attempt.field) : nullptr;
    return field != nullptr && field->name == "signed" && attempt.key != to_text(person);
}

std::optional<Refusal> judge_writer(const Attempt& attempt, const KindDef& kind, const Writers& writers, Who who,
                                    RecordId person) {
    const bool own = attempt.maker == person;
    if (any(who, writers.any)) {
        // "self" and "leader" hold for the record, not for the scope.
        const Who needs_record = Who::self | Who::leader;
        if (attempt.scope.kind == ScopeKind::line || attempt.scope.kind == ScopeKind::own ||
            !any(writers.any, needs_record) ||
            any(who, static_cast<Who>(static_cast<std::uint16_t>(writers.any) &
                                      ~static_cast<std::uint16_t>(needs_record)))) {
            return std::nullopt;
        }
    }
    if (any(writers.any, Who::self) && attempt.record == person && kind.number == kind::person) {
        const FieldDef* field = kind.field(attempt.field);
        // Her own card, but not her own rights.
        return field != nullptr && field->name == "role" ? std::optional(Refusal::not_hers) : std::nullopt;
    }
    if (any(writers.any, Who::leader) && std::ranges::find(attempt.leaders, person) != attempt.leaders.end()) {
        const FieldDef* field = kind.field(attempt.field);
        return field != nullptr && field->name == "leaders" ? std::optional(Refusal::not_hers) : std::nullopt;
    }
    const FieldDef* field = kind.field(attempt.field);
    if (any(who, writers.own) && own) {
        return std::nullopt;
    }
    if (any(who, writers.proposes)) {
        if (!own) {
            return Refusal::not_hers;
        }
        if (field == nullptr || is_proposal(attempt, *field, person)) {
            return std::nullopt;
        }
        return Refusal::not_a_proposal;
    }
    if (field != nullptr && any(who, field->also) && is_herself(attempt, *field, person)) {
        return std::nullopt;
    }
    return Refusal::not_hers;
}

}  // namespace

const Roster::Person* Roster::person(RecordId id) const {
    return find_in(people, id);
}
const Roster::Business* Roster::business(RecordId id) const {
    return find_in(businesses, id);
}
const Roster::Pairing* Roster::pairing(RecordId id) const {
    return find_in(pairings, id);
}

Who standing(const Roster& roster, RecordId person_id, const ScopeId& scope) {
    const auto* person = roster.person(person_id);
    if (person == nullptr) {
        return Who::nobody;
    }
    switch (scope.kind) {
        case ScopeKind::programme: return coordinates(*person, {}) ? Who::member | Who::coordinator : Who::member;
        case ScopeKind::cohort: return standing_in_cohort(roster, *person, scope.subject);
        case ScopeKind::desk: {
            const Who who = standing_in_cohort(roster, *person, scope.subject);
            return any(who, Who::coordinator) ? who : Who::nobody;
        }
        case ScopeKind::plan: return standing_in_plan(roster, *person, scope.subject);
        case ScopeKind::talk: return standing_in_talk(roster, *person, scope.subject);
        case ScopeKind::line: return standing_in_line(roster, *person, scope.subject);
        case ScopeKind::own: return scope.subject == person_id ? Who::self | Who::member : Who::nobody;
    }
    return Who::nobody;
}

std::vector<ScopeId> readable_scopes(const Roster& roster, RecordId person) {
    std::vector<ScopeId> all;
    const auto* who = roster.person(person);
    if (who == nullptr) {
        return all;
    }
    const Ties ties(roster, *who);
    const auto offer = [&](ScopeKind kind, RecordId subject) {
        const ScopeId scope{kind, subject};
        if (standing(roster, person, scope) != Who::nobody) {
            all.push_back(scope);
        }
    };
    offer(ScopeKind::programme, {});
    for (const RecordId& cohort : roster.cohorts) {
        offer(ScopeKind::cohort, cohort);
    }
    for (const auto& business : roster.businesses) {
        if (coordinates(*who, business.cohort) || ties.subjects.contains(business.id)) {
            offer(ScopeKind::plan, business.id);
        }
    }
    for (const auto& other : roster.people) {
        if (other.role == "mentor" && (coordinates(*who, other.home.subject) || ties.subjects.contains(other.id))) {
            offer(ScopeKind::plan, other.id);
        }
    }
    for (const auto& pairing : roster.pairings) {
        if (ties.subjects.contains(pairing.id)) {
            offer(ScopeKind::talk, pairing.id);
        }
    }
    for (const auto& other : roster.people) {
        if (other.id == person || coordinates(*who, other.home.subject)) {
            offer(ScopeKind::line, other.id);
        }
    }
    offer(ScopeKind::own, person);
    for (const RecordId& cohort : roster.cohorts) {
        offer(ScopeKind::desk, cohort);
    }
    return all;
}

bool is_closed(const Roster& roster, const ScopeId& scope) {
    const auto* pairing = scope.kind == ScopeKind::talk ? roster.pairing(scope.subject) : nullptr;
    return pairing != nullptr && pairing->status == "closed";
}

std::optional<Refusal> judge(const Attempt& attempt, Who who, RecordId person, bool closed) {
    if (any(who, Who::hub)) {
        return std::nullopt;
    }
    if (who == Who::nobody || (is_coordinator_only(attempt.scope.kind) && !any(who, Who::coordinator))) {
        return Refusal::not_in_scope;
    }
    if (closed) {
        return Refusal::closed;
    }
    const KindDef* kind = find_kind(attempt.kind);
    const KindDef& rules = kind != nullptr ? *kind : *find_kind(kind::other);
    const auto writers = std::ranges::find(rules.writers, attempt.scope.kind, &Writers::scope);
    if (writers == rules.writers.end()) {
        return Refusal::wrong_place;
    }
    if (writers->any == Who::hub) {
        return Refusal::only_the_hub;
    }
    if (attempt.field == field::made) {
        const auto* made = std::get_if<Made>(attempt.value);
        if (made == nullptr || made->by != person) {
            return Refusal::forged_author;
        }
    }
    if (signs_for_another(attempt, rules, person)) {
        return Refusal::not_hers;
    }
    return judge_writer(attempt, rules, *writers, who, person);
}

std::string_view name_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_in_scope: return "not_in_scope";
        case Refusal::not_hers: return "not_hers";
        case Refusal::not_a_proposal: return "not_a_proposal";
        case Refusal::wrong_place: return "wrong_place";
        case Refusal::only_the_hub: return "only_the_hub";
        case Refusal::forged_author: return "forged_author";
        case Refusal::closed: return "closed";
    }
    return {};
}

}  // namespace ayni
