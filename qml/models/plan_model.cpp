#include "qml/models/plan_model.hpp"

#include <algorithm>

#include "engine/programme/drafts.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

using programme::Item;
using programme::ItemKind;
using programme::Lane;

const QList<QByteArray> item_roles{
    "itemId",  "kind",      "title",        "hasVoice",   "goalId",     "goalTitle",  "status",         "statusText",
    "due",     "isLate",    "effort",       "effortText", "isDone",     "isProposal", "isMine",         "suggestedBy",
    "owner",   "progress",  "progressText", "safety",     "safetyText", "contested",  "blockedBecause", "why",
    "canEdit", "canFinish", "canAccept",    "dueIso"};

Lane lane_at(int lane) {
    return programme::all_lanes[static_cast<std::size_t>(std::clamp(lane, 0, 2))];
}

std::optional<std::int64_t> day_in(const QString& iso) {
    const QDate date = QDate::fromString(iso, Qt::ISODate);
    return date.isValid() ? std::optional(Words::day_of(date)) : std::nullopt;
}

}  // namespace

PlanModel::PlanModel(Workplace& workplace)
    : ViewModel(workplace),
      businesses_({"planId", "name"}),
      lanes_{Rows(item_roles), Rows(item_roles), Rows(item_roles)} {}

void PlanModel::fetch() {
    struct Seen {
        programme::Plans plans;
        programme::Board board;
    };
    desk().ask(
        this,
        [wanted = current_](Store& store) -> Result<Seen> {
            AYNI_LET(plans, programme::plans(store));
            if (plans.empty()) {
                return Seen{};
            }
            const auto same = std::ranges::find(plans, wanted.value_or(ScopeId{}), &programme::Plan::scope);
            AYNI_LET(board, programme::board(store, same != plans.end() ? same->scope : plans.front().scope));
            return Seen{plans, board};
        },
        [this, wanted = current_](Result<Seen> seen) {
            // Another plan was chosen meanwhile: what comes next is of that one.
            if (seen && wanted == current_) {
                plans_ = std::move(seen->plans);
                board_ = std::move(seen->board);
            }
            arrived();
        });
}

void PlanModel::render() {
    QList<Row> plans;
    for (const programme::Plan& plan : plans_) {
        plans.append({text_of(to_text(plan.scope)), {text_of(plan.name)}});
    }
    businesses_.show(plans);
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        QList<Row> rows;
        for (const Item* item : shown_in(programme::all_lanes[i])) {
            rows.append(row_of(*item));
        }
        lanes_[i].show(rows);
    }
}

bool PlanModel::is_shown(const Item& item) const {
    return show_done_ || !item.is_done();
}

QList<const Item*> PlanModel::shown_in(Lane lane) const {
    QList<const Item*> shown;
    for (const Item& item : board_.lane(lane)) {
        if (is_shown(item)) {
            shown.append(&item);
        }
    }
    return shown;
}

const Item* PlanModel::find(const QString& itemId) const {
    const RecordId id = record_of(itemId);
    for (const auto& lane : board_.lanes) {
        if (const auto found = std::ranges::find(lane, id, &Item::id); found != lane.end()) {
            return &*found;
        }
    }
    return nullptr;
}

Row PlanModel::row_of(const Item& item) const {
    const QDate today = QDate::currentDate();
    const QDate due = item.due ? Words::date_of(*item.due) : QDate();
    const bool goal = item.kind == ItemKind::goal;
    QString progress;
    if (item.value && item.target) {
        const QString value = Words::number(*item.value);
        const QString target = Words::number(*item.target);
        const QString unit = text_of(item.unit);
        progress = item.falls ? tr("%1 %2, target: %3", "measured, unit, target").arg(value, unit, target)
                              : tr("%1 of %2 %3", "measured, target, unit").arg(value, target, unit).trimmed();
    } else if (item.actions > 0) {
        progress = tr("%1 of %n action(s)", "", static_cast<int>(item.actions)).arg(item.actions_done);
    }
    return {id_of(item.id),
            {goal ? QStringLiteral("goal") : QStringLiteral("action"),
             text_of(item.title),
             item.has_voice,
             id_of(item.goal),
             text_of(item.goal_title),
             text_of(item.status),
             Words::status(item.status),
             due.isValid() ? Words::near_date(due, today) : QString(),
             due.isValid() && due < today && !item.is_done(),
             text_of(item.effort),
             item.effort.empty() ? QString() : Words::effort(item.effort),
             item.is_done(),
             item.is_proposal(),
             item.is_mine,
             text_of(item.suggested_by),
             text_of(item.owner_name),
             item.progress.value_or(-1),
             progress,
             static_cast<int>(item.safety),
             Words::safety(item.safety),
             item.contested,
             text_of(item.blocked_because),
             text_of(item.why),
             item.can_edit,
             item.can_finish,
             item.can_accept,
             due.isValid() ? due.toString(Qt::ISODate) : QString()}};
}

QString PlanModel::currentPlan() const {
    return plans_.empty() ? QString() : text_of(to_text(board_.plan));
}

void PlanModel::setCurrentPlan(const QString& id) {
    const auto scope = parse_scope(id.toStdString());
    if (!scope || scope == current_) {
        return;
    }
    current_ = scope;
    refresh();
}

QString PlanModel::draftPlace() const {
    return QStringLiteral("add/") + currentPlan();
}
QString PlanModel::planName() const {
    return text_of(board_.name);
}
QString PlanModel::shortTitle() const {
    return Words::lane(0);
}
QString PlanModel::mediumTitle() const {
    return Words::lane(1);
}
QString PlanModel::longTitle() const {
    return Words::lane(2);
}
QString PlanModel::shortHint() const {
    return tr("By the end of the stay, or in 30 days");
}
QString PlanModel::mediumHint() const {
    return tr("By the end of the programme");
}
QString PlanModel::longHint() const {
    return tr("After it: 6 months to 2 years");
}

bool PlanModel::askWhichCanWait() const {
    return board_.can_edit && board_.open_short > programme::open_short_most;
}

void PlanModel::setShowDone(bool show) {
    if (show_done_ != show) {
        show_done_ = show;
        render();
        emit changed();
    }
}

int PlanModel::doneCount() const {
    std::ptrdiff_t count = 0;
    for (const auto& lane : board_.lanes) {
        count += std::ranges::count_if(lane, &Item::is_done);
    }
    return static_cast<int>(count);
}

bool PlanModel::isEmpty() const {
    return std::ranges::all_of(board_.lanes, [](const auto& lane) { return lane.empty(); });
}

void PlanModel::addAction(int lane, const QString& title, const QString& effort, const QString& dueIso,
                          const QString& goalId) {
    programme::NewAction action;
    action.lane = lane_at(lane);
    action.title = title.trimmed().toStdString();
    action.effort = effort.toStdString();
    action.due = day_in(dueIso);
    action.goal = record_of(goalId);
    workplace().carry_out(
        [plan = board_.plan, action, place = draftPlace().toStdString()](Store& store) {
            return programme::send_draft(store, place,
                                         [&](Store& here) { return programme::add_action(here, plan, action); });
        },
        board_.can_edit ? tr("Saved on this phone.") : tr("Proposed: she decides."));
}

void PlanModel::addGoal(int lane, const QString& title, const QString& why) {
    const programme::NewGoal goal{lane_at(lane), title.trimmed().toStdString(), why.trimmed().toStdString()};
    workplace().carry_out(
        [plan = board_.plan, goal, place = draftPlace().toStdString()](Store& store) {
            return programme::send_draft(store, place,
                                         [&](Store& here) { return programme::add_goal(here, plan, goal); });
        },
        board_.can_edit ? tr("Saved on this phone.") : tr("Proposed: she decides."));
}

void PlanModel::rename(const QString& itemId, const QString& title) {
    workplace().carry_out([id = record_of(itemId), title = title.trimmed().toStdString()](
                              Store& store) { return programme::rename(store, id, title); },
                          tr("Saved on this phone."));
}

void PlanModel::setDue(const QString& itemId, const QString& dueIso) {
    workplace().carry_out(
        [id = record_of(itemId), due = day_in(dueIso)](Store& store) { return programme::set_due(store, id, due); },
        tr("Saved on this phone."));
}

void PlanModel::setEffort(const QString& itemId, const QString& effort) {
    workplace().carry_out([id = record_of(itemId), effort = effort.toStdString()](
                              Store& store) { return programme::set_effort(store, id, effort); },
                          tr("Saved on this phone."));
}

void PlanModel::finish(const QString& itemId) {
    workplace().carry_out([id = record_of(itemId)](Store& store) { return programme::finish(store, id); },
                          tr("Done. Well done!"));
}

void PlanModel::reopen(const QString& itemId) {
    workplace().carry_out([id = record_of(itemId)](Store& store) { return programme::reopen(store, id); },
                          tr("Open again."));
}

void PlanModel::accept(const QString& itemId) {
    workplace().carry_out([id = record_of(itemId)](Store& store) { return programme::accept(store, id); },
                          tr("It is in your plan now."));
}

void PlanModel::drop(const QString& itemId) {
    workplace().carry_out([id = record_of(itemId)](Store& store) { return programme::drop(store, id); }, tr("Let go."));
}

void PlanModel::move(const QString& itemId, int lane, int index) {
    const RecordId id = record_of(itemId);
    QList<const Item*> shown = shown_in(lane_at(lane));
    shown.removeIf([id](const Item* item) { return item->id == id; });
    const auto at = std::clamp<qsizetype>(index, 0, shown.size());
    const RecordId after = at == 0 ? RecordId{} : shown[at - 1]->id;
    workplace().carry_out(
        [id, to = lane_at(lane), after](Store& store) { return programme::move_after(store, id, to, after); },
        tr("Moved."));
}

void PlanModel::moveUp(const QString& itemId) {
    step(itemId, -1);
}

void PlanModel::moveDown(const QString& itemId) {
    step(itemId, 1);
}

void PlanModel::step(const QString& itemId, int by) {
    const Item* item = find(itemId);
    if (item == nullptr) {
        return;
    }
    const Lane lane = programme::lane_named(item->place.lane);
    const auto at = shown_in(lane).indexOf(item);
    if (at + by >= 0 && at + by < shown_in(lane).size()) {
        move(itemId, static_cast<int>(lane), static_cast<int>(at) + by);
    }
}

void PlanModel::moveToLane(const QString& itemId, int lane) {
    workplace().carry_out(
        [id = record_of(itemId), to = lane_at(lane)](Store& store) { return programme::move_to_end(store, id, to); },
        tr("Moved to: %1").arg(Words::lane(lane)));
}

void PlanModel::remove(const QString& itemId) {
    workplace().carry_out([id = record_of(itemId)](Store& store) { return programme::remove(store, id); },
                          tr("Removed."));
}

}  // namespace ayni::models
