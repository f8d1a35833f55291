#include "engine/programme/board.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace ayni::programme {
namespace {

// What there is to know about a plan's items, read once.
struct Shelf {
    std::vector<Record> goals;
    std::vector<Record> actions;
    std::map<RecordId, const Record*> last_progress;
    std::set<RecordId> spoken;  // records with a voice attachment
    std::vector<Record> progress;

    [[nodiscard]] const Record* goal(RecordId id) const {
        const auto found = std::ranges::find(goals, id, &Record::id);
        return found != goals.end() ? &*found : nullptr;
    }
};

Result<Shelf> shelf_of(Store& store, const ScopeId& plan) {
    Shelf shelf;
    AYNI_LET(goals, store.list(kind::goal, plan));
    AYNI_LET(actions, store.list(kind::action, plan));
    AYNI_LET(progress, store.list(kind::progress, plan));
    AYNI_LET(attachments, store.list(kind::attachment, plan));
    shelf.goals = std::move(goals);
    shelf.actions = std::move(actions);
    shelf.progress = std::move(progress);
    for (const Record& measured : shelf.progress) {
        if (!measured.has("value")) {
            continue;  // only a word about it
        }
        const Record*& last = shelf.last_progress[measured.ref("goal")];
        if (last == nullptr || last->moment("at").value_or(0) <= measured.moment("at").value_or(0)) {
            last = &measured;
        }
    }
    for (const Record& attachment : attachments) {
        if (attachment.text("mime").starts_with("audio/")) {
            shelf.spoken.insert(attachment.ref("about"));
        }
    }
    return shelf;
}

class Describing {
public:
    Describing(Store& store, const Roster& roster, const Names& names, const Shelf& shelf)
        : store_(store), roster_(roster), names_(names), shelf_(shelf) {}

    [[nodiscard]] Item goal(const Record& record) const {
        Item item = common(record);
        item.kind = ItemKind::goal;
        item.why = record.text("why");
        item.measure = record.text("measure");
        item.unit = record.text("unit");
        item.baseline = record.number("baseline");
        item.reason = record.text("reason");
        item.target = record.number("target");
        for (const Record& action : shelf_.actions) {
            if (action.ref("goal") == record.id && action.text("status") != "dropped") {
                ++item.actions;
                item.actions_done += action.text("status") == "done" ? 1U : 0U;
            }
        }
        measure(item, record);
        return item;
    }

    [[nodiscard]] Item action(const Record& record) const {
        Item item = common(record);
        item.kind = ItemKind::action;
        // One whose goal was removed stays, and stands alone until the goal returns.
        if (const Record* goal = shelf_.goal(record.ref("goal"))) {
            item.goal = goal->id;
            item.goal_title = goal->text("title");
        }
        item.effort = record.text("effort");
        item.done_at = record.moment("done_at");
        item.blocked_because = record.text("blocked_because");
        item.owner = record.ref("owner");
        item.owner_name = names_.of(item.owner);
        return item;
    }

private:
    [[nodiscard]] Item common(const Record& record) const {
        Item item;
        item.id = record.id;
        item.title = record.text("title");
        item.has_voice = shelf_.spoken.contains(record.id);
        item.status = record.text("status");
        item.due = record.moment("due");
        item.suggested_by = names_.of(record.ref("suggested_by"));
        item.place = record.place();
        item.safety = record.safety;
        item.contested = std::ranges::any_of(record.contested, [](FieldNo field) { return field != field::removed; });
        item.is_mine = record.made.by == store_.person();
        item.can_edit = may(record, "title", record.text("title"));
        item.can_finish = !item.is_proposal() && may(record, "status", Stage{"open", {}});
        item.can_accept = item.is_proposal() && any(standing_here(store_, roster_, record.scope), Who::owner) &&
                          may(record, "status", Stage{"open", {}});
        return item;
    }

    [[nodiscard]] bool may(const Record& record, std::string_view field, Value value) const {
        const Edit edit = make_edit(record.id, record.kind, field, std::move(value));
        return may_set(store_, roster_, record.scope, edit, &record);
    }

    void measure(Item& item, const Record& goal) const {
        const auto last = shelf_.last_progress.find(goal.id);
        if (last != shelf_.last_progress.end()) {
            item.value = last->second->number("value");
        }
        const double baseline = goal.number("baseline").value_or(0);
        item.falls = item.target && *item.target < baseline;
        if (item.value && item.target && *item.target != baseline) {
            item.progress = std::clamp((*item.value - baseline) / (*item.target - baseline), 0.0, 1.0);
        } else if (item.actions > 0) {
            item.progress = static_cast<double>(item.actions_done) / static_cast<double>(item.actions);
        }
    }

    Store& store_;
    const Roster& roster_;
    const Names& names_;
    const Shelf& shelf_;
};

bool may_add(Store& store, const Roster& roster, const ScopeId& plan, std::string_view status) {
    const Edit edit = make_edit({store.device(), 0}, kind::action, "status", Stage{std::string(status), {}});
    return may_set(store, roster, plan, edit, nullptr);
}

}  // namespace

std::string_view code_of(Lane lane) {
    switch (lane) {
        case Lane::near: return "short";
        case Lane::middle: return "medium";
        case Lane::far: return "long";
    }
    return {};
}

Lane lane_named(std::string_view code) {
    return code == "medium" ? Lane::middle : (code == "long" ? Lane::far : Lane::near);
}

Result<Board> board(Store& store, const ScopeId& plan) {
    AYNI_LET(people, People::of(store));
    return board(store, people, plan);
}

Result<Board> board(Store& store, const People& people, const ScopeId& plan) {
    if (standing_here(store, people.roster, plan) == Who::nobody) {
        return Fault::not_allowed;
    }
    AYNI_LET(shelf, shelf_of(store, plan));
    const Describing describing(store, people.roster, people.names, shelf);

    Board board;
    board.plan = plan;
    AYNI_LET(name, name_of_plan(store, plan));
    board.name = name;
    board.can_edit = may_add(store, people.roster, plan, "open");
    board.can_propose = !board.can_edit && may_add(store, people.roster, plan, "proposed");
    const auto put = [&board](Item item) {
        if (!item.is_dropped()) {
            board.lanes[static_cast<std::size_t>(lane_named(item.place.lane))].push_back(std::move(item));
        }
    };
    for (const Record& goal : shelf.goals) {
        put(describing.goal(goal));
    }
    for (const Record& action : shelf.actions) {
        put(describing.action(action));
    }
    for (auto& lane : board.lanes) {
        std::ranges::sort(lane, {}, [](const Item& item) { return std::tie(item.place.index, item.id); });
    }
    board.open_short = static_cast<std::size_t>(std::ranges::count_if(board.lane(Lane::near), [](const Item& item) {
        return item.kind == ItemKind::action && (item.status == "open" || item.status == "doing");
    }));
    return board;
}

}  // namespace ayni::programme
