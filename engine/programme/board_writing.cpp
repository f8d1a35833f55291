#include <algorithm>
#include <tuple>

#include "engine/merge/rank.hpp"
#include "engine/programme/board.hpp"
#include "engine/programme/items.hpp"

namespace ayni::programme {
namespace {

struct Spot {
    std::string index;
    RecordId id;
    auto operator<=>(const Spot&) const = default;
};

// The lane as it lies in the store, dropped items included: their places are taken too.
Result<std::vector<Spot>> spots(Store& store, const ScopeId& plan, Lane lane) {
    std::vector<Spot> found;
    for (const KindNo kind : {kind::goal, kind::action}) {
        AYNI_LET(records, store.list(kind, plan));
        for (const Record& record : records) {
            const Place place = record.place();
            if (lane_named(place.lane) == lane) {
                found.push_back({place.index, record.id});
            }
        }
    }
    std::ranges::sort(found);
    return found;
}

unsigned salt_of(Store& store) {
    return static_cast<unsigned>(store.device().value);
}

Result<Place> end_of(Store& store, const ScopeId& plan, Lane lane) {
    AYNI_LET(taken, spots(store, plan, lane));
    const std::string last = taken.empty() ? std::string() : taken.back().index;
    return Place{std::string(code_of(lane)), rank_between(last, {}, salt_of(store))};
}

// Whose an action is that somebody proposes: the owner's of the plan.
RecordId owner_of(const Roster& roster, const ScopeId& plan) {
    const auto* business = roster.business(plan.subject);
    if (business == nullptr) {
        return plan.subject;
    }
    return business->leaders.empty() ? RecordId{} : business->leaders.front();
}

struct Stand {
    bool owner = false;
    RecordId owned_by;
};
Result<Stand> stand_in(Store& store, const ScopeId& plan) {
    AYNI_LET(roster, store.roster());
    const Who who = standing_here(store, roster, plan);
    if (!any(who, Who::owner | Who::paired)) {
        return Fault::not_allowed;
    }
    return Stand{any(who, Who::owner), any(who, Who::owner) ? store.person() : owner_of(roster, plan)};
}

}  // namespace

Result<Deed> add_action(Store& store, const ScopeId& plan, const NewAction& action) {
    if (is_blank(action.title)) {
        return Failure{Fault::invalid, "title"};
    }
    AYNI_LET(stand, stand_in(store, plan));
    AYNI_LET(place, end_of(store, plan, action.lane));
    const RecordId id = store.new_record();
    const auto edit = [id](std::string_view field, Value value) {
        return make_edit(id, kind::action, field, std::move(value));
    };
    const bool own = stand.owner || action.promise;
    const RecordId owner = action.promise ? store.person() : stand.owned_by;
    std::vector<Edit> edits{edit("title", action.title), edit("rank", place)};
    if (owner) {
        edits.push_back(edit("owner", owner));
    }
    edits.push_back(edit("status", Stage{own ? "open" : "proposed", {}}));
    if (!own) {
        edits.push_back(edit("suggested_by", store.person()));
    }
    if (!action.effort.empty()) {
        edits.push_back(edit("effort", action.effort));
    }
    if (action.due) {
        edits.push_back(edit("due", *action.due));
    }
    if (action.goal) {
        edits.push_back(edit("goal", action.goal));
    }
    if (action.session) {
        edits.push_back(edit("session", action.session));
    }
    return carry_out(store, plan, std::move(edits));
}

Result<Deed> add_goal(Store& store, const ScopeId& plan, const NewGoal& goal) {
    if (is_blank(goal.title)) {
        return Failure{Fault::invalid, "title"};
    }
    AYNI_LET(stand, stand_in(store, plan));
    AYNI_LET(place, end_of(store, plan, goal.lane));
    const RecordId id = store.new_record();
    std::vector<Edit> edits{make_edit(id, kind::goal, "title", goal.title), make_edit(id, kind::goal, "rank", place),
                            make_edit(id, kind::goal, "status", Stage{stand.owner ? "open" : "proposed", {}})};
    if (!stand.owner) {
        edits.push_back(make_edit(id, kind::goal, "suggested_by", store.person()));
    }
    if (!is_blank(goal.why)) {
        edits.push_back(make_edit(id, kind::goal, "why", goal.why));
    }
    return carry_out(store, plan, std::move(edits));
}

Result<Deed> rename(Store& store, RecordId item, const std::string& title) {
    return is_blank(title) ? Result<Deed>(Fault::invalid, "title") : set_item(store, item, "title", title);
}

Result<Deed> set_due(Store& store, RecordId item, std::optional<std::int64_t> due) {
    return set_item(store, item, "due", due ? Value(*due) : Value());
}

Result<Deed> set_effort(Store& store, RecordId action, const std::string& effort) {
    return set_item(store, action, "effort", effort.empty() ? Value() : Value(effort));
}

Result<Deed> move_after(Store& store, RecordId item, Lane lane, RecordId after) {
    AYNI_LET(record, item_of(store, item));
    AYNI_LET(taken, spots(store, record.scope, lane));
    const auto self = std::ranges::find(taken, item, &Spot::id);
    const std::size_t was = static_cast<std::size_t>(self - taken.begin());
    const bool here = self != taken.end();
    if (here) {
        taken.erase(self);
    }
    auto next = taken.begin();
    if (after) {
        const auto before = std::ranges::find(taken, after, &Spot::id);
        next = before == taken.end() ? before : before + 1;
    }
    const std::size_t at = static_cast<std::size_t>(next - taken.begin());
    if (here && at == was) {
        return Deed{item, {}};
    }
    const std::string low = at == 0 ? std::string() : taken[at - 1].index;
    const std::string high = next == taken.end() ? std::string() : next->index;
    return set_item(store, item, "rank", Place{std::string(code_of(lane)), rank_between(low, high, salt_of(store))});
}

Result<Deed> move_to_end(Store& store, RecordId item, Lane lane) {
    AYNI_LET(record, item_of(store, item));
    AYNI_LET(place, end_of(store, record.scope, lane));
    return set_item(store, item, "rank", place);
}

}  // namespace ayni::programme
