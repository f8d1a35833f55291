#include "engine/programme/today.hpp"

#include <algorithm>
#include <tuple>

#include "engine/programme/agreements.hpp"
#include "engine/programme/beginning.hpp"
#include "engine/programme/board.hpp"
#include "engine/programme/readings.hpp"
#include "engine/programme/safety.hpp"
#include "engine/programme/sessions.hpp"
#include "engine/programme/upcoming.hpp"
#include "engine/programme/versions.hpp"

namespace ayni::programme {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
constexpr std::int64_t unsettled_days = 14;  // so long Today asks whether a planned session took place
constexpr std::size_t suggestions_most = 3;

class Gathering {
public:
    Gathering(Store& store, const People& people, Today& today)
        : store_(store), people_(people), roster_(people.roster), names_(people.names), today_(today) {}

    Outcome sessions() {
        AYNI_LET(lines, programme::sessions(store_, people_, std::nullopt));
        for (const Upcoming& meeting : upcoming(lines)) {
            const std::int64_t since = meeting.planned ? unsettled_days * day_ms : day_ms;
            const bool near = meeting.at > today_.now - since && meeting.at < today_.now + session_days * day_ms;
            if (near && concerns_her(store_, roster_, meeting.line->scope)) {
                add(*meeting.line, meeting.at, meeting.planned);
            }
        }
        return Done{};
    }

    Outcome double_edits() {
        AYNI_LET(edits, programme::double_edits(store_));
        for (const DoubleEdit& edit : edits) {
            const Contest& contest = edit.contest;
            TodayItem item = item_of(TodayKind::versions, contest.record, contest.scope, contest.kind);
            item.title = edit.title;
            const Edit settled{contest.record, contest.kind, contest.field, contest.key, {}};
            AYNI_LET(record, store_.find(contest.record));
            if (record && may_set(store_, roster_, contest.scope, settled, &*record)) {
                add(std::move(item));
            }
        }
        return Done{};
    }

    // Removed by one, written on by another who had not seen it.
    Outcome returned() {
        for (const KindNo kind : {kind::goal, kind::action, kind::session}) {
            AYNI_LET(records, store_.list(kind));
            for (const Record& record : records) {
                const Edit settled{record.id, kind, field::removed, {}, Removal{}};
                if (std::ranges::find(record.contested, field::removed) != record.contested.end() &&
                    may_set(store_, roster_, record.scope, settled, &record)) {
                    TodayItem item = item_of(TodayKind::returned, record.id, record.scope, kind);
                    item.title = title_of(record);
                    item.can_finish = true;
                    add(std::move(item));
                }
            }
        }
        return Done{};
    }

    Outcome goals() {
        AYNI_LET(goals, store_.list(kind::goal));
        for (const Record& goal : goals) {
            if (waits_for_her(goal)) {
                add_proposal(goal);
            }
        }
        return Done{};
    }

    Outcome actions() {
        AYNI_LET(actions, store_.list(kind::action));
        std::vector<const Record*> undated;
        for (const Record& action : actions) {
            const std::string status = action.text("status");
            if (waits_for_her(action)) {
                add_proposal(action);
            } else if (status == "done" && is_hers(action) &&
                       action.moment("done_at").value_or(0) > today_.now - 7 * day_ms) {
                ++today_.done_this_week;
            } else if ((status == "open" || status == "doing") && is_hers(action)) {
                const auto due = action.moment("due");
                if (is_promise(action) || (due && *due <= today_.day + action_days)) {
                    add_action(action);
                } else if (!due && lane_named(action.place().lane) == Lane::near) {
                    undated.push_back(&action);
                }
            }
        }
        suggest(std::move(undated));
        return Done{};
    }

    // What a plan's people are asked, and what they agreed on.
    Outcome plans() {
        AYNI_LET(mine, programme::plans(store_));
        for (const Plan& plan : mine) {
            if (any(plan.who, Who::owner | Who::paired) && !plan.of_a_mentor) {
                AYNI_TRY(agreements(plan.scope));
            }
            if (any(plan.who, Who::owner)) {
                AYNI_TRY(readings(plan.scope));
            }
        }
        return Done{};
    }

private:
    Outcome agreements(const ScopeId& plan) {
        AYNI_LET(all, programme::agreements(store_, people_, plan));
        for (const Agreement& agreement : all) {
            if (agreement.waits_for_her) {
                TodayItem item = item_of(TodayKind::agreement, agreement.id, plan, kind::agreement);
                item.title = first_words(agreement.terms.text);
                const auto signer = std::ranges::find(agreement.signatures, true, &Signature::holds);
                item.from = signer != agreement.signatures.end() ? signer->name : std::string();
                add(std::move(item));
            }
        }
        return Done{};
    }

    Outcome readings(const ScopeId& plan) {
        AYNI_LET(due, readings_due(store_, roster_, plan, today_.day));
        if (due) {
            TodayItem item = item_of(TodayKind::readings, plan.subject, plan, kind::reading);
            item.round = due->round;
            item.count = due->indicators.size();
            add(std::move(item));
        }
        return Done{};
    }

    [[nodiscard]] bool may(const Record& record, std::string_view status) const {
        const Edit edit = make_edit(record.id, record.kind, "status", Stage{std::string(status), {}});
        return may_set(store_, roster_, record.scope, edit, &record);
    }

    // A proposal waits for an owner of the plan, never for who made it.
    [[nodiscard]] bool waits_for_her(const Record& record) const {
        const RecordId from = record.ref("suggested_by");
        const bool own = (from ? from : record.made.by) == store_.person();
        return record.text("status") == "proposed" && !own &&
               any(standing_here(store_, roster_, record.scope), Who::owner) && may(record, "open");
    }

    // Hers to do: she promised it, or it is in her own plan and nobody else's by name.
    [[nodiscard]] bool is_hers(const Record& action) const {
        const RecordId owner = action.ref("owner");
        return owner == store_.person() || (!owner && any(standing_here(store_, roster_, action.scope), Who::owner));
    }

    [[nodiscard]] bool is_promise(const Record& action) const {
        return action.ref("owner") == store_.person() && !any(standing_here(store_, roster_, action.scope), Who::owner);
    }

    [[nodiscard]] TodayItem item_of(TodayKind kind, RecordId id, const ScopeId& scope, KindNo record_kind) const {
        TodayItem item;
        item.kind = kind;
        item.id = id;
        item.scope = scope;
        item.record_kind = record_kind;
        item.business = roster_.business(scope.subject) != nullptr ? names_.of(scope.subject) : std::string();
        return item;
    }

    void add(TodayItem item) {
        const auto same = [&item](const TodayItem& other) { return other.id == item.id; };
        if (std::ranges::none_of(today_.items, same)) {
            today_.items.push_back(std::move(item));
        }
    }

    void add(const SessionLine& line, std::int64_t at, bool planned) {
        TodayItem item = item_of(TodayKind::session, line.id, line.scope, kind::session);
        item.others = line.others;
        item.modality = line.modality;
        item.at = at;
        item.tz = line.tz;
        item.can_finish = planned && at <= today_.now;
        item.can_postpone = planned;
        add(std::move(item));
    }

    void add_proposal(const Record& record) {
        TodayItem item = item_of(TodayKind::proposal, record.id, record.scope, record.kind);
        item.title = record.text("title");
        item.from = names_.of(record.ref("suggested_by"));
        item.can_accept = true;
        add(std::move(item));
    }

    void add_action(const Record& action) {
        const TodayKind kind = is_promise(action) ? TodayKind::promise : TodayKind::action;
        TodayItem item = item_of(kind, action.id, action.scope, action.kind);
        item.title = action.text("title");
        item.due = action.moment("due");
        item.can_finish = may(action, "done");
        item.can_postpone = item.due.has_value() && item.can_finish;
        add(std::move(item));
    }

    // A day without anything due still has a first step.
    void suggest(std::vector<const Record*> undated) {
        const auto is_action = [](const TodayItem& item) { return item.kind == TodayKind::action; };
        if (std::ranges::any_of(today_.items, is_action)) {
            return;
        }
        std::ranges::sort(undated, {},
                          [](const Record* action) { return std::tuple(action->place().index, action->id); });
        undated.resize(std::min(undated.size(), suggestions_most));
        for (const Record* action : undated) {
            add_action(*action);
        }
    }

    Store& store_;
    const People& people_;
    const Roster& roster_;
    const Names& names_;
    Today& today_;
};

Result<bool> has_empty_plan(Store& store) {
    AYNI_LET(mine, plans(store));
    for (const Plan& plan : mine) {
        if (any(plan.who, Who::owner)) {
            AYNI_LET(goals, store.list(kind::goal, plan.scope));
            AYNI_LET(actions, store.list(kind::action, plan.scope));
            if (goals.empty() && actions.empty()) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

Result<Today> today(Store& store, std::int64_t offset_ms) {
    AYNI_LET(people, People::of(store));
    AYNI_LET(herself, me(store));
    Today today;
    today.name = herself.name;
    today.role = herself.role;
    today.now = store.clock().now_ms();
    const std::int64_t local = today.now + offset_ms;
    today.day = local >= 0 ? local / day_ms : -((-local + day_ms - 1) / day_ms);

    Gathering gathering(store, people, today);
    AYNI_TRY(gathering.sessions());
    AYNI_TRY(gathering.double_edits());
    AYNI_TRY(gathering.returned());
    AYNI_TRY(gathering.goals());
    AYNI_TRY(gathering.actions());
    AYNI_TRY(gathering.plans());
    std::ranges::stable_sort(today.items, {}, [](const TodayItem& item) {
        return std::tuple(item.kind, item.at.value_or(0), item.due.value_or(INT64_MAX));
    });
    AYNI_LET(pairs, faces(store, today.day));
    std::erase_if(pairs, [](const Face& face) { return face.status == "closed" || face.status == "proposed"; });
    today.faces = std::move(pairs);
    AYNI_LET(empty, has_empty_plan(store));
    today.empty_plan = empty;
    return today;
}

}  // namespace ayni::programme
