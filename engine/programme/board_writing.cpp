#include <algorithm>
#include <iterator>

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

// Places for `n` new items before taken[at], and the edits that make room for them: neighbours in their lane that are
// respaced, where there is none.
struct Landing {
    std::vector<Place> places;
    std::vector<Edit> respacing;
};

class Landings {
public:
    Landings(Store& store, const ScopeId& plan) : store_(store), plan_(plan) {}

    Result<Landing> make(const std::vector<Spot>& taken, Lane lane, std::size_t at, std::size_t n) {
        std::vector<Neighbour> neighbours;
        std::ranges::transform(taken, std::back_inserter(neighbours),
                               [](const Spot& spot) { return Neighbour{spot.index}; });
        Room room = make_room(neighbours, at, n, store_.device().value);
        if (!room.respaced.empty()) {
            AYNI_TRY(hold_fast(taken, neighbours));
            room = make_room(neighbours, at, n, store_.device().value);
        }
        Landing landing;
        for (std::string& index : room.indexes) {
            landing.places.push_back({std::string(code_of(lane)), std::move(index)});
        }
        for (std::size_t i = 0; i < room.respaced.size(); ++i) {
            AYNI_LET(edit, respacing(taken[room.first + i].id, std::move(room.respaced[i])));
            landing.respacing.push_back(std::move(edit));
        }
        return landing;
    }

private:
    // What she may not move stays where it is.
    Outcome hold_fast(const std::vector<Spot>& taken, std::vector<Neighbour>& neighbours) {
        AYNI_LET(roster, store_.roster());
        for (std::size_t i = 0; i < taken.size(); ++i) {
            AYNI_LET(record, store_.find(taken[i].id));
            neighbours[i].fixed =
                !record || !may_set(store_, roster, plan_, edit_of(*record, record->place()), &*record);
        }
        return Done{};
    }

    // A move that nobody else can have seen yet stays a move: it must not give way to one made elsewhere meanwhile
    // as if nobody had chosen it.
    Result<Edit> respacing(RecordId id, std::string index) {
        AYNI_LET(record, store_.find(id));
        Edit edit = edit_of(*record, Place{record->place().lane, std::move(index), true});
        AYNI_LET(unseen, store_.is_unseen(id, edit.field));
        AYNI_LET(places, store_.heads(id, edit.field));
        const auto is_chosen = [](const Version& version) {
            const auto* place = std::get_if<Place>(&version.value);
            return place != nullptr && !place->respaced;
        };
        std::get<Place>(edit.value).respaced = !unseen || std::ranges::none_of(places, is_chosen);
        return edit;
    }

    [[nodiscard]] static Edit edit_of(const Record& record, Place place) {
        return make_edit(record.id, record.kind, "rank", std::move(place));
    }

    Store& store_;
    ScopeId plan_;
};

// At the end of the lane.
Result<Landing> landing_at_end(Store& store, const ScopeId& plan, Lane lane, std::size_t n) {
    AYNI_LET(taken, spots(store, plan, lane));
    return Landings(store, plan).make(taken, lane, taken.size(), n);
}

// The record comes to stand where there is room for it now.
Result<Deed> land(Store& store, const Record& record, Landing landing) {
    std::vector<Edit> edits{make_edit(record.id, record.kind, "rank", landing.places.front())};
    std::ranges::move(landing.respacing, std::back_inserter(edits));
    return carry_out(store, record.scope, std::move(edits));
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

std::vector<Edit> edits_of_new(Store& store, const Stand& stand, const NewAction& action, const std::string& title,
                               const Place& place) {
    const RecordId id = store.new_record();
    const auto edit = [id](std::string_view field, Value value) {
        return make_edit(id, kind::action, field, std::move(value));
    };
    const bool own = stand.owner || action.promise;
    const RecordId owner = action.promise ? store.person() : stand.owned_by;
    std::vector<Edit> edits{edit("title", title), edit("rank", place)};
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
    return edits;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "- Weigh the flour", "• Weigh the flour", "2. Weigh the flour": the sign isn't part of it.
std::string without_bullet(std::string_view line) {
    const std::string_view text = trimmed(line);
    for (const std::string_view sign : {"- ", "* ", "• ", "– ", "— ", "· "}) {
        if (text.starts_with(sign)) {
            return std::string(trimmed(text.substr(sign.size())));
        }
    }
    const std::size_t digits = text.find_first_not_of("0123456789");
    const bool numbered = digits != std::string_view::npos && digits > 0 && digits <= 2 &&
                          (text.substr(digits).starts_with(". ") || text.substr(digits).starts_with(") "));
    return std::string(numbered ? trimmed(text.substr(digits + 2)) : text);
}

}  // namespace

Result<Deed> add_action(Store& store, const ScopeId& plan, const NewAction& action) {
    return add_actions(store, plan, action, std::span(&action.title, 1));
}

Result<Deed> add_actions(Store& store, const ScopeId& plan, const NewAction& like,
                         std::span<const std::string> titles) {
    if (titles.empty() || std::ranges::any_of(titles, is_blank)) {
        return Failure{Fault::invalid, "title"};
    }
    AYNI_LET(stand, stand_in(store, plan));
    AYNI_LET(landing, landing_at_end(store, plan, like.lane, titles.size()));
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        std::ranges::move(edits_of_new(store, stand, like, titles[i], landing.places[i]), std::back_inserter(edits));
    }
    std::ranges::move(landing.respacing, std::back_inserter(edits));
    return carry_out(store, plan, std::move(edits));
}

std::vector<std::string> titles_in(std::string_view text) {
    std::vector<std::string> titles;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (const std::string title = without_bullet(text.substr(0, end)); !title.empty()) {
            titles.push_back(title);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return titles;
}

Result<Deed> add_goal(Store& store, const ScopeId& plan, const NewGoal& goal) {
    if (is_blank(goal.title)) {
        return Failure{Fault::invalid, "title"};
    }
    AYNI_LET(stand, stand_in(store, plan));
    AYNI_LET(landing, landing_at_end(store, plan, goal.lane, 1));
    const RecordId id = store.new_record();
    std::vector<Edit> edits{make_edit(id, kind::goal, "title", goal.title),
                            make_edit(id, kind::goal, "rank", landing.places.front()),
                            make_edit(id, kind::goal, "status", Stage{stand.owner ? "open" : "proposed", {}})};
    if (!stand.owner) {
        edits.push_back(make_edit(id, kind::goal, "suggested_by", store.person()));
    }
    if (!is_blank(goal.why)) {
        edits.push_back(make_edit(id, kind::goal, "why", goal.why));
    }
    std::ranges::move(landing.respacing, std::back_inserter(edits));
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
    AYNI_LET(landing, Landings(store, record.scope).make(taken, lane, at, 1));
    return land(store, record, std::move(landing));
}

Result<Deed> move_to_end(Store& store, RecordId item, Lane lane) {
    AYNI_LET(record, item_of(store, item));
    AYNI_LET(taken, spots(store, record.scope, lane));
    if (!taken.empty() && taken.back().id == item) {
        return Deed{item, {}};
    }
    std::erase_if(taken, [&](const Spot& spot) { return spot.id == item; });
    AYNI_LET(landing, Landings(store, record.scope).make(taken, lane, taken.size(), 1));
    return land(store, record, std::move(landing));
}

}  // namespace ayni::programme
