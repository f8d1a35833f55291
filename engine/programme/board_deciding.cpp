// What becomes of a goal or an action: taken up, begun, held up, done, paused, let go.

#include <algorithm>
#include <ranges>

#include "engine/programme/board.hpp"
#include "engine/programme/items.hpp"

namespace ayni::programme {
namespace {

// Where the kind keeps why it doesn't go on.
std::string_view reason_of(KindNo kind) {
    return kind == kind::goal ? "reason" : "blocked_because";
}

Result<Deed> comes_to(Store& store, const Record& item, Stage stage, const std::string& reason) {
    const std::string_view field = reason_of(item.kind);
    std::vector<Edit> edits{make_edit(item.id, item.kind, "status", std::move(stage))};
    if (!is_blank(reason)) {
        edits.push_back(make_edit(item.id, item.kind, field, reason));
    } else if (item.has(field)) {
        edits.push_back(make_edit(item.id, item.kind, field, {}));  // that of another time
    }
    return carry_out(store, item.scope, std::move(edits));
}

bool is_open_near(const Item& item) {
    return item.kind == ItemKind::action && (item.status == "open" || item.status == "doing");
}

}  // namespace

std::vector<RecordId> could_wait(const Board& board) {
    std::vector<RecordId> open;
    for (const Item& item : std::views::reverse(board.lane(Lane::near))) {
        if (is_open_near(item)) {
            open.push_back(item.id);
        }
    }
    return open.size() > open_short_most ? open : std::vector<RecordId>();
}

Result<Deed> set_goal(Store& store, RecordId action, RecordId goal) {
    AYNI_LET(record, found(store, action, kind::action));
    if (goal) {
        AYNI_LET(aim, store.find(goal));
        if (!aim || aim->removed || aim->kind != kind::goal || aim->scope != record.scope) {
            return Failure{Fault::invalid, "goal"};
        }
    }
    return set_item(store, action, "goal", goal ? Value(goal) : Value());
}

Result<Deed> finish(Store& store, RecordId item) {
    AYNI_LET(record, item_of(store, item));
    if (record.kind == kind::goal) {
        return comes_to(store, record, Stage{"achieved", {}}, {});
    }
    return comes_to(store, record, Stage{"done", store.clock().now_ms()}, {});
}

Result<Deed> reopen(Store& store, RecordId item) {
    AYNI_LET(record, item_of(store, item));
    return comes_to(store, record, Stage{"open", {}}, {});
}

Result<Deed> accept(Store& store, RecordId item) {
    AYNI_LET(record, item_of(store, item));
    if (record.text("status") != "proposed") {
        return Failure{Fault::invalid, "status"};
    }
    std::vector<Edit> edits;
    if (record.kind == kind::action && !record.ref("owner")) {
        edits.push_back(make_edit(item, record.kind, "owner", store.person()));
    }
    edits.push_back(make_edit(item, record.kind, "status", Stage{"open", {}}));
    return carry_out(store, record.scope, std::move(edits));
}

Result<Deed> drop(Store& store, RecordId item, const std::string& reason) {
    AYNI_LET(record, item_of(store, item));
    return comes_to(store, record, Stage{"dropped", {}}, reason);
}

Result<Deed> decline(Store& store, RecordId item, const std::string& reason) {
    AYNI_LET(record, item_of(store, item));
    if (record.text("status") != "proposed") {
        return Failure{Fault::invalid, "status"};
    }
    AYNI_LET(roster, store.roster());
    if (!any(standing_here(store, roster, record.scope), Who::owner)) {
        return Fault::not_allowed;
    }
    return comes_to(store, record, Stage{"dropped", {}}, reason);
}

Result<Deed> pause(Store& store, RecordId goal, const std::string& reason) {
    AYNI_LET(record, found(store, goal, kind::goal));
    return comes_to(store, record, Stage{"paused", {}}, reason);
}

Result<Deed> begin(Store& store, RecordId action) {
    AYNI_LET(record, found(store, action, kind::action));
    return comes_to(store, record, Stage{"doing", {}}, {});
}

Result<Deed> block(Store& store, RecordId action, const std::string& because) {
    return set_item(store, action, "blocked_because", is_blank(because) ? Value() : Value(because));
}

}  // namespace ayni::programme
