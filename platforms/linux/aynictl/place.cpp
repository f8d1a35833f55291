#include "platforms/linux/aynictl/place.hpp"

#include <algorithm>
#include <iterator>

#include "engine/programme/plans.hpp"

namespace ayni::shell {
namespace {

const Edit* edit_of(std::span<const Edit> edits, const FieldDef& field) {
    const auto found = std::ranges::find(edits, field.number, &Edit::field);
    return found != edits.end() ? &*found : nullptr;
}

// The owner that an action will have, or has.
std::optional<RecordId> owner_of(std::span<const Edit> edits, const KindDef& kind, const Record* now) {
    const FieldDef* field = kind.field("owner");
    if (field == nullptr) {
        return std::nullopt;
    }
    if (now != nullptr) {
        return now->has("owner") ? std::optional(now->ref("owner")) : std::nullopt;
    }
    const Edit* edit = edit_of(edits, *field);
    const auto* id = edit != nullptr ? std::get_if<RecordId>(&edit->value) : nullptr;
    return id != nullptr ? std::optional(*id) : std::nullopt;
}

Attempt attempt_of(const ScopeId& scope, const Edit& edit, RecordId maker, const KindDef& kind, const Record* now) {
    Attempt attempt{scope, edit.kind, edit.field, edit.key, &edit.value, edit.record, maker, {}, {}, {}};
    if (now != nullptr) {
        attempt.status = kind.field("status") != nullptr ? now->text("status") : std::string();
        attempt.leaders = now->kind == kind::business ? now->refs("leaders") : std::vector<RecordId>{};
    }
    return attempt;
}

bool is_alone_in(Store& store, const Roster& roster, const ScopeId& scope) {
    return programme::standing_here(store, roster, scope) != standing(roster, store.person(), scope);
}

}  // namespace

Result<Who> who_in(Store& store, const ScopeId& scope) {
    AYNI_LET(roster, store.roster());
    return programme::standing_here(store, roster, scope);
}

Result<std::optional<Refusal>> refusal_of(Store& store, const ScopeId& scope, std::span<const Edit> edits,
                                          const Record* now) {
    AYNI_LET(roster, store.roster());
    if (is_alone_in(store, roster, scope)) {
        return std::optional<Refusal>{};
    }
    RecordId maker = store.person();
    if (now != nullptr) {
        AYNI_LET(whose, store.person_of(now->id.device));
        maker = whose ? whose : now->made.by;
    }
    Who who = standing(roster, store.person(), scope);
    const bool founds = now == nullptr && !edits.empty() && edits.front().kind == kind::cohort &&
                        scope == ScopeId{ScopeKind::cohort, edits.front().record};
    if (founds) {
        who = standing(roster, store.person(), ScopeId{});  // it isn't there yet: who coordinates the programme may
    }
    for (const Edit& edit : edits) {
        const KindDef& kind = *find_kind(edit.kind);
        Attempt attempt = attempt_of(scope, edit, maker, kind, now);
        attempt.owner = owner_of(edits, kind, now);
        if (const auto refusal = judge(attempt, who, store.person(), is_closed(roster, scope))) {
            return std::optional(*refusal);
        }
    }
    return std::optional<Refusal>{};
}

Result<std::vector<ScopeId>> places_for(Store& store, const KindDef& kind) {
    AYNI_LET(roster, store.roster());
    std::vector<ScopeId> scopes = readable_scopes(roster, store.person());
    const ScopeId alone = programme::plan_of_alone(store.person());
    if (is_alone_in(store, roster, alone)) {
        scopes.push_back(alone);
    }
    std::vector<ScopeId> places;
    const RecordId record{store.device(), 0};
    const Edit made{record, kind.number, field::made, {}, Made{store.person(), 0}};
    for (const ScopeId& scope : scopes) {
        const bool belongs = std::ranges::find(kind.writers, scope.kind, &Writers::scope) != kind.writers.end();
        AYNI_LET(refusal, refusal_of(store, scope, std::span(&made, 1), nullptr));
        if (belongs && !refusal) {
            places.push_back(scope);
        }
    }
    return places;
}

Result<std::optional<ScopeId>> only_own(Store& store, std::span<const ScopeId> places) {
    AYNI_LET(roster, store.roster());
    const auto* me = roster.person(store.person());
    std::vector<ScopeId> own;
    std::ranges::copy_if(places, std::back_inserter(own), [&](const ScopeId& scope) {
        return any(standing(roster, store.person(), scope), Who::owner);
    });
    const bool clear = own.size() == 1 && me != nullptr && me->role == "entrepreneur";
    return clear ? std::optional(own.front()) : std::nullopt;
}

Result<std::vector<Edit>> with_beginnings(Store& store, const ScopeId& scope, const KindDef& kind, RecordId record,
                                          std::vector<Edit> edits) {
    const FieldDef* suggested_by = kind.field("suggested_by");
    const FieldDef* status = kind.field("status");
    const FieldDef* owner = kind.field("owner");
    AYNI_LET(who, who_in(store, scope));
    const bool proposes = any(who, Who::paired) && !any(who, Who::owner);
    const auto begin = [&](const FieldDef* field, Value value) {
        if (field != nullptr && edit_of(edits, *field) == nullptr) {
            edits.push_back({record, kind.number, field->number, {}, std::move(value)});
        }
    };
    if (kind.number == kind::action) {
        begin(owner, store.person());
    }
    if (suggested_by != nullptr) {
        begin(status, Stage{proposes ? "proposed" : "open", {}});
        if (proposes) {
            begin(suggested_by, store.person());
        }
    }
    return edits;
}

}  // namespace ayni::shell
