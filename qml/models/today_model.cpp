#include "qml/models/today_model.hpp"

#include <algorithm>

#include "qml/models/readings_model.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

using programme::TodayItem;
using programme::TodayKind;

QString code_of(TodayKind kind) {
    switch (kind) {
        case TodayKind::session: return QStringLiteral("session");
        case TodayKind::versions: return QStringLiteral("versions");
        case TodayKind::returned: return QStringLiteral("returned");
        case TodayKind::proposal: return QStringLiteral("proposal");
        case TodayKind::promise: return QStringLiteral("promise");
        case TodayKind::action: return QStringLiteral("action");
        case TodayKind::agreement: return QStringLiteral("agreement");
        case TodayKind::readings: return QStringLiteral("readings");
    }
    return {};
}

const TodayItem* item_in(const programme::Today& today, const QString& id) {
    const auto found = std::ranges::find(today.items, record_of(id), &TodayItem::id);
    return found != today.items.end() ? &*found : nullptr;
}

constexpr qint64 week_ms = 7LL * 24 * 60 * 60 * 1000;

}  // namespace

TodayModel::TodayModel(Workplace& workplace)
    : ViewModel(workplace),
      items_({"itemId", "kind", "title", "detail", "due", "business", "planId", "canDone", "canAccept", "canPostpone"}),
      faces_({"faceId", "name", "people", "initials", "lastMet", "openActions", "news", "quiet"}) {}

void TodayModel::fetch() {
    const qint64 offset = QDateTime::currentDateTime().offsetFromUtc() * 1000LL;
    desk().ask(
        this, [offset](Store& store) { return programme::today(store, offset); },
        [this](Result<programme::Today> today) {
            if (today) {
                today_ = std::move(today).value();
            }
            arrived();
        });
}

void TodayModel::render() {
    if (today_.now == 0) {
        return;  // nothing has been read yet
    }
    const int hour = Words::local(today_.now).time().hour();
    const QString name = first_name_of(text_of(today_.name));
    greeting_ = hour < 12 ? tr("Good morning, %1") : (hour < 18 ? tr("Good afternoon, %1") : tr("Good evening, %1"));
    greeting_ = name.isEmpty() ? tr("Welcome") : greeting_.arg(name);
    date_line_ = Words::long_date(Words::date_of(today_.day));
    date_line_ = date_line_.left(1).toUpper() + date_line_.mid(1);
    hint_ = hint_for(today_);

    QList<Row> items;
    for (const TodayItem& item : today_.items) {
        items.append(row_of(item));
    }
    items_.show(items);
    QList<Row> faces;
    for (const programme::Face& face : today_.faces) {
        faces.append(row_of(face));
    }
    faces_.show(faces);
}

QString TodayModel::hint_for(const programme::Today& today) const {
    if (today.empty_plan) {
        return tr("Your plan is still white. What is one thing you would like to see change this month?");
    }
    const auto count = [&today](TodayKind kind) { return std::ranges::count(today.items, kind, &TodayItem::kind); };
    if (count(TodayKind::versions) > 0) {
        return tr("Something was written twice. Both are kept: choose when you have a moment.");
    }
    if (const auto proposals = count(TodayKind::proposal); proposals > 0) {
        return tr("%n idea(s) wait for your word.", "", static_cast<int>(proposals));
    }
    if (today.done_this_week > 0) {
        return tr("%n thing(s) done in seven days. Well done!", "", static_cast<int>(today.done_this_week));
    }
    if (today.items.empty()) {
        return tr("Nothing is waiting for you today.");
    }
    return tr("One thing at a time.");
}

Row TodayModel::row_of(const TodayItem& item) const {
    const QDate day = Words::date_of(today_.day);
    const QString business = text_of(item.business);
    QString title = text_of(item.title);
    QString detail;
    QString due;
    switch (item.kind) {
        case TodayKind::session: {
            const QDateTime at = Words::local(item.at.value_or(0), item.tz);
            due = tr("%1, %2", "day, time").arg(Words::near_date(at.date(), day), Words::time(at));
            title = Words::meeting(item.scope, item.others, item.business);
            detail = item.can_finish ? tr("Did it take place?") : Words::modality(item.modality);
            break;
        }
        case TodayKind::versions: detail = tr("Two versions: which one do you keep?"); break;
        case TodayKind::returned: detail = tr("It was removed, and somebody went on writing. It is back."); break;
        case TodayKind::proposal:
            detail = item.from.empty() ? tr("An idea for your plan")
                                       : tr("An idea of %1").arg(first_name_of(text_of(item.from)));
            break;
        case TodayKind::promise: detail = tr("You promised this"); break;
        case TodayKind::action:
            detail = item.due && *item.due < today_.day ? tr("Still there. Move it?") : QString();
            break;
        case TodayKind::agreement:
            detail = item.from.empty() ? tr("It asks for your signature")
                                       : tr("%1 asks for your signature").arg(first_name_of(text_of(item.from)));
            break;
        case TodayKind::readings:
            title = ReadingsModel::title_of(item.round);
            detail = item.count > 0 ? tr("%n question(s), as before", "", static_cast<int>(item.count))
                                    : tr("You choose which questions fit");
            break;
    }
    if (item.due) {
        due = Words::near_date(Words::date_of(*item.due), day);
    }
    if (title.isEmpty()) {
        title = tr("Voice note");
    }
    return {id_of(item.id),
            {code_of(item.kind), title, detail, due, business, text_of(to_text(item.scope)), item.can_finish,
             item.can_accept, item.can_postpone}};
}

Row TodayModel::row_of(const programme::Face& face) const {
    const QDate day = Words::date_of(today_.day);
    const QString name = text_of(face.name);
    const QString people = Words::list(texts_of(face.people));
    const QString met = face.last_met ? tr("Met %1").arg(Words::near_date(Words::local(*face.last_met).date(), day))
                                      : tr("Not met yet");
    const QString who = today_.role == "coordinator" ? tr("%1, with %2").arg(people, text_of(face.mentor)) : people;
    return {text_of(to_text(face.plan)) + u'/' + id_of(face.pairing),
            {name, who, initials_of(name), met, static_cast<int>(face.open_actions), static_cast<int>(face.news),
             face.quiet}};
}

void TodayModel::done(const QString& itemId) {
    const TodayItem* item = item_in(today_, itemId);
    if (item == nullptr) {
        return;
    }
    const RecordId id = item->id;
    if (item->kind == TodayKind::session) {
        workplace().carry_out([id](Store& store) { return programme::hold_session(store, id); },
                              tr("Noted: it took place."));
    } else if (item->kind == TodayKind::returned) {
        workplace().carry_out([id](Store& store) { return programme::keep_returned(store, id); }, tr("It stays."));
    } else {
        workplace().carry_out([id](Store& store) { return programme::finish(store, id); }, tr("Done. Well done!"));
    }
}

void TodayModel::accept(const QString& itemId) {
    if (const TodayItem* item = item_in(today_, itemId)) {
        workplace().carry_out([id = item->id](Store& store) { return programme::accept(store, id); },
                              tr("It is in your plan now."));
    }
}

void TodayModel::postpone(const QString& itemId) {
    const TodayItem* item = item_in(today_, itemId);
    if (item == nullptr) {
        return;
    }
    const bool session = item->kind == TodayKind::session;
    const qint64 starts = item->at.value_or(today_.now) + week_ms;
    workplace().carry_out(
        [id = item->id, session, starts, due = today_.day + 7](Store& store) {
            return session ? programme::postpone_session(store, id, starts) : programme::set_due(store, id, due);
        },
        tr("Moved by a week."));
}

void TodayModel::openFace(const QString& faceId) {
    emit faceOpened(faceId.section(u'/', 0, 0));
}

}  // namespace ayni::models
