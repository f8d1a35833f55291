#include "engine/programme/plans.hpp"

#include <algorithm>
#include <tuple>

namespace ayni::programme {
namespace {

// A person who began alone is at home in her own scope only. (One who has joined and not exchanged yet is known
// nowhere, and may do nothing yet.)
bool is_alone_in(Store& store, const Roster& roster, const ScopeId& scope) {
    const bool hers = scope.kind == ScopeKind::plan || scope.kind == ScopeKind::own;
    const auto* person = roster.person(scope.subject);
    return hers && person != nullptr && person->id == store.person() && person->home.kind == ScopeKind::own;
}

bool is_mentor(const Roster& roster, RecordId id) {
    const auto* person = roster.person(id);
    return person != nullptr && person->role == "mentor";
}

}  // namespace

ScopeId plan_of_alone(RecordId person) {
    return {ScopeKind::plan, person};
}

Who standing_here(Store& store, const Roster& roster, const ScopeId& scope) {
    if (is_alone_in(store, roster, scope)) {
        return Who::owner | Who::self | Who::member;
    }
    return standing(roster, store.person(), scope);
}

bool may_set(Store& store, const Roster& roster, const ScopeId& scope, const Edit& edit, const Record* record,
             std::optional<RecordId> owner) {
    if (is_alone_in(store, roster, scope)) {
        return true;
    }
    Attempt attempt{scope, edit.kind, edit.field, edit.key, &edit.value, edit.record, store.person(), {}, owner, {}};
    if (record != nullptr) {
        const KindDef* kind = find_kind(record->kind);
        attempt.maker = record->made.by;
        if (kind != nullptr && kind->field("status") != nullptr) {
            attempt.status = record->text("status");
        }
        if (!owner && kind != nullptr && kind->field("owner") != nullptr && record->has("owner")) {
            attempt.owner = record->ref("owner");
        }
        if (record->kind == kind::business) {
            attempt.leaders = record->refs("leaders");
        }
    }
    const Who who = standing(roster, store.person(), scope);
    return !judge(attempt, who, store.person(), is_closed(roster, scope));
}

Result<std::string> name_of_plan(Store& store, const ScopeId& plan) {
    AYNI_LET(businesses, store.list(kind::business, ScopeId{ScopeKind::own, plan.subject}));
    if (!businesses.empty()) {
        return businesses.front().text("name");
    }
    AYNI_LET(subject, store.find(plan.subject));
    const bool named = subject && (subject->kind == kind::business || subject->kind == kind::person);
    return named ? subject->text("name") : std::string();
}

Result<Plans> plans(Store& store) {
    AYNI_LET(roster, store.roster());
    std::vector<ScopeId> scopes = readable_scopes(roster, store.person());
    if (is_alone_in(store, roster, plan_of_alone(store.person()))) {
        scopes = {plan_of_alone(store.person())};
    }
    Plans found;
    for (const ScopeId& scope : scopes) {
        const Who who = standing_here(store, roster, scope);
        if (scope.kind == ScopeKind::plan && who != Who::nobody) {
            AYNI_LET(name, name_of_plan(store, scope));
            found.push_back({scope, name, who, is_mentor(roster, scope.subject)});
        }
    }
    std::ranges::sort(found, {}, [](const Plan& plan) {
        return std::tuple(plan.of_a_mentor, !any(plan.who, Who::owner), plan.name, plan.scope);
    });
    return found;
}

Result<Names> Names::of(Store& store) {
    Names names;
    for (const KindNo kind : {kind::business, kind::person}) {
        AYNI_LET(records, store.list(kind));
        for (const Record& record : records) {
            names.names_.emplace_back(record.id, record.text("name"));
        }
    }
    std::ranges::sort(names.names_);
    return names;
}

const std::string& Names::of(RecordId id) const {
    static const std::string unknown;
    const auto found = std::ranges::lower_bound(names_, id, {}, &std::pair<RecordId, std::string>::first);
    return found != names_.end() && found->first == id ? found->second : unknown;
}

Result<People> People::of(Store& store) {
    AYNI_LET(roster, store.roster());
    AYNI_LET(names, Names::of(store));
    return People{std::move(roster), std::move(names)};
}

}  // namespace ayni::programme
