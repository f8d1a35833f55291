#include "engine/programme/reminders.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/programme/upcoming.hpp"

namespace ayni::programme {
namespace {

constexpr std::int64_t hour_ms = 60LL * 60 * 1000;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t evening = 18 * hour_ms;
constexpr std::int64_t morning = 8 * hour_ms;

// Rounded down, before 1970 too.
std::int64_t day_of(std::int64_t local_ms) {
    return local_ms >= 0 ? local_ms / day_ms : -((-local_ms + day_ms - 1) / day_ms);
}

class Arming {
public:
    Arming(std::int64_t from, std::int64_t to, const LocalOffset& offset) : from_(from), to_(to), offset_(offset) {}

    void meeting(RecordId id, std::int64_t starts) {
        const std::int64_t eve = day_of(starts + offset_(starts)) - 1;
        add(ReminderKind::session_tomorrow, utc_of(eve * day_ms + evening), id);
        add(ReminderKind::session_soon, starts - hour_ms, id);
    }

    void due(RecordId id, std::int64_t day) { add(ReminderKind::action_due, utc_of(day * day_ms + morning), id); }

    std::vector<Reminder> in_order() && {
        std::ranges::sort(armed_, {}, [](const Reminder& each) { return std::tie(each.at, each.id); });
        return std::move(armed_);
    }

private:
    // The offset of that moment, which lies on one side of a clock change or the other.
    [[nodiscard]] std::int64_t utc_of(std::int64_t local_ms) const {
        return local_ms - offset_(local_ms - offset_(local_ms));
    }

    void add(ReminderKind kind, std::int64_t at, RecordId record) {
        if (at >= from_ && at < to_) {
            armed_.push_back({to_text(record) + '/' + std::string(code_of(kind)), kind, at, record});
        }
    }

    std::int64_t from_;
    std::int64_t to_;
    const LocalOffset& offset_;
    std::vector<Reminder> armed_;
};

Result<bool> is_expected(Store& store, const SessionLine& line) {
    AYNI_LET(log, store.find(line.id));
    const std::vector<RecordId> people = log ? log->refs("people") : std::vector<RecordId>();
    return people.empty() || std::ranges::find(people, store.person()) != people.end();
}

Outcome add_meetings(Store& store, const Roster& roster, const std::vector<SessionLine>& lines, Arming& arming) {
    std::vector<Upcoming> meetings = upcoming(lines);
    std::ranges::sort(meetings, {}, [](const Upcoming& each) { return std::tuple(each.at, each.line->id); });
    std::set<std::pair<ScopeId, std::int64_t>> armed;
    for (const Upcoming& meeting : meetings) {
        AYNI_LET(expected, is_expected(store, *meeting.line));
        if (expected && concerns_her(store, roster, meeting.line->scope) &&
            armed.emplace(meeting.line->scope, meeting.at).second) {
            arming.meeting(meeting.line->id, meeting.at);
        }
    }
    return Done{};
}

Outcome add_actions(Store& store, const Roster& roster, Arming& arming) {
    AYNI_LET(actions, store.list(kind::action));
    for (const Record& action : actions) {
        const std::string status = action.text("status");
        const RecordId owner = action.ref("owner");
        const Who who = standing_here(store, roster, action.scope);
        const bool hers = owner ? owner == store.person() && any(who, Who::owner | Who::paired) : any(who, Who::owner);
        const auto due = action.moment("due");
        if (due && hers && (status == "open" || status == "doing")) {
            arming.due(action.id, *due);
        }
    }
    return Done{};
}

}  // namespace

std::string_view code_of(ReminderKind kind) {
    switch (kind) {
        case ReminderKind::session_tomorrow: return "session_tomorrow";
        case ReminderKind::session_soon: return "session_soon";
        case ReminderKind::action_due: return "action_due";
    }
    return {};
}

Result<std::vector<Reminder>> reminders(Store& store, std::int64_t from, std::int64_t to, const LocalOffset& offset) {
    AYNI_LET(people, People::of(store));
    AYNI_LET(lines, sessions(store, people, std::nullopt));
    Arming arming(from, to, offset);
    AYNI_TRY(add_meetings(store, people.roster, lines, arming));
    AYNI_TRY(add_actions(store, people.roster, arming));
    return std::move(arming).in_order();
}

}  // namespace ayni::programme
