#include <algorithm>
#include <utility>

#include "engine/programme/items.hpp"
#include "engine/programme/meetings.hpp"
#include "engine/programme/plans.hpp"
#include "engine/programme/sessions.hpp"

namespace ayni::programme {
namespace {

Meeting meeting_with(const std::vector<Meeting>& meetings, RecordId id) {
    const auto has = [id](const Meeting& meeting) {
        return std::ranges::find(meeting, id, &Record::id) != meeting.end();
    };
    const auto found = std::ranges::find_if(meetings, has);
    return found != meetings.end() ? *found : Meeting{};
}

// Logs that can take a link without losing one: those that have none. In a ring of links any of them can.
Meeting ends_of(const Meeting& meeting) {
    Meeting ends;
    std::ranges::copy_if(meeting, std::back_inserter(ends), [](const Record* log) { return !log->has("same_as"); });
    return ends.empty() ? meeting : ends;
}

Edit tie(RecordId log, Value to) {
    return make_edit(log, kind::session, "same_as", std::move(to));
}

}  // namespace

Result<Deed> link_sessions(Store& store, RecordId one, RecordId other) {
    AYNI_LET(first, found(store, one, kind::session));
    AYNI_LET(second, found(store, other, kind::session));
    const bool held = first.text("status") == "held" && second.text("status") == "held";
    if (one == other || first.scope != second.scope || !held) {
        return Failure{Fault::invalid, "same_as"};
    }
    AYNI_LET(roster, store.roster());
    AYNI_LET(logs, store.list(kind::session, first.scope));
    const std::vector<Meeting> meetings = meetings_of(logs, store.person());
    const Meeting here = meeting_with(meetings, one);
    const Meeting there = meeting_with(meetings, other);
    if (here == there) {
        return Deed{one, {}};
    }
    for (const auto& [from, to] : {std::pair(here, other), std::pair(there, one)}) {
        for (const Record* log : ends_of(from)) {
            const Edit edit = tie(log->id, to);
            if (may_set(store, roster, first.scope, edit, log)) {
                return carry_out(store, first.scope, {edit});
            }
        }
    }
    return Fault::not_allowed;
}

Result<Deed> unlink_session(Store& store, RecordId session) {
    AYNI_LET(record, found(store, session, kind::session));
    AYNI_LET(logs, store.list(kind::session, record.scope));
    const Meeting meeting = meeting_with(meetings_of(logs, store.person()), session);
    std::vector<Edit> edits;
    if (record.has("same_as")) {
        edits.push_back(tie(session, {}));
    }
    // Those that hung on it hang on one of their own from now on.
    std::optional<RecordId> rest;
    for (const Record* log : meeting) {
        if (log->id != session && log->ref("same_as") != session) {
            rest = rest ? rest : std::optional(log->id);
        }
    }
    for (const Record* log : meeting) {
        if (log->ref("same_as") == session) {
            edits.push_back(tie(log->id, rest ? Value(*rest) : Value()));
            rest = rest ? rest : std::optional(log->id);
        }
    }
    return edits.empty() ? Result<Deed>(Deed{session, {}}) : carry_out(store, record.scope, std::move(edits));
}

}  // namespace ayni::programme
