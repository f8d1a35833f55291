#include "tests/simulation/facts.hpp"

#include <algorithm>

namespace ayni::simulation {

bool Facts::may_read(std::size_t person, const ScopeId& scope) const {
    const Person& she = people.at(person);
    const bool coordinates = she.role == Role::coordinator;
    const auto leads = [&](std::size_t business) { return businesses[business].leader == person; };
    switch (scope.kind) {
        case ScopeKind::programme: return true;
        case ScopeKind::cohort: return scope.subject == cohort;
        case ScopeKind::plan:
            if (const auto mentor = std::ranges::find(people, scope.subject, &Person::id);
                mentor != people.end() && mentor->role == Role::mentor) {
                const auto whose = static_cast<std::size_t>(mentor - people.begin());
                return coordinates || whose == person || std::ranges::any_of(pairs, [&](const Pair& pair) {
                           return pair.is_open && pair.mentor == whose && leads(pair.business);
                       });
            }
            return std::ranges::any_of(businesses, [&](const Business& business) {
                const auto which = static_cast<std::size_t>(&business - businesses.data());
                return business.id == scope.subject &&
                       (coordinates || leads(which) || std::ranges::any_of(pairs, [&](const Pair& pair) {
                            return pair.is_open && pair.mentor == person && pair.business == which;
                        }));
            });
        case ScopeKind::talk:
            return std::ranges::any_of(pairs, [&](const Pair& pair) {
                return pair.id == scope.subject && (pair.mentor == person || leads(pair.business));
            });
        case ScopeKind::line: return coordinates || scope.subject == she.id;
        case ScopeKind::own: return scope.subject == she.id;
        case ScopeKind::desk: return coordinates;
    }
    return false;
}

std::vector<ScopeId> Facts::scopes() const {
    std::vector<ScopeId> all{{ScopeKind::cohort, cohort}};
    for (const Business& business : businesses) {
        all.push_back({ScopeKind::plan, business.id});
    }
    for (const Pair& pair : pairs) {
        all.push_back({ScopeKind::talk, pair.id});
    }
    for (const Person& person : people) {
        if (person.role == Role::mentor) {
            all.push_back({ScopeKind::plan, person.id});
        }
        all.push_back({ScopeKind::own, person.id});
    }
    return all;
}

}  // namespace ayni::simulation
