#include "qml/models/sessions_model.hpp"

#include <algorithm>

#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

using programme::SessionLine;

// Without accents, as people type in a hurry.
QString folded(const QString& text) {
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.category() != QChar::Mark_NonSpacing) {
            plain.append(letter.toLower());
        }
    }
    return plain;
}

QStringList topics_of(const SessionLine& session) {
    QStringList topics;
    for (const std::string& topic : session.topics) {
        topics.append(Words::topic(topic));
    }
    return topics;
}

}  // namespace

SessionsModel::SessionsModel(Workplace& workplace)
    : ViewModel(workplace),
      items_({"sessionId", "title", "dateText", "monthText", "timeText", "minutesText", "modality", "modalityText",
              "status", "statusText", "topicsText", "people", "place", "business", "hasNotes", "linked", "safety",
              "safetyText"}),
      businesses_({"planId", "name"}) {}

void SessionsModel::fetch() {
    struct Seen {
        std::vector<SessionLine> sessions;
        programme::Plans plans;
        bool can_log = false;
    };
    desk().ask(
        this,
        [](Store& store) -> Result<Seen> {
            AYNI_LET(sessions, programme::sessions(store));
            AYNI_LET(plans, programme::plans(store));
            AYNI_LET(places, programme::meeting_places(store));
            return Seen{std::move(sessions), std::move(plans), !places.empty()};
        },
        [this](Result<Seen> seen) {
            if (seen) {
                sessions_ = std::move(seen->sessions);
                plans_ = std::move(seen->plans);
                can_log_ = seen->can_log;
            }
            arrived();
        });
}

void SessionsModel::render() {
    QList<Row> plans{{QString(), {tr("All")}}};
    for (const programme::Plan& plan : plans_) {
        if (!plan.of_a_mentor || plans_.size() == 1) {
            plans.append({text_of(to_text(plan.scope)), {text_of(plan.name)}});
        }
    }
    businesses_.show(plans);
    if (businesses_.indexOf(current_) < 0) {
        current_.clear();
    }
    QList<Row> rows;
    for (const SessionLine& session : sessions_) {
        if (is_asked_for(session)) {
            rows.append(row_of(session));
        }
    }
    items_.show(rows);
}

bool SessionsModel::is_asked_for(const SessionLine& session) const {
    if (!current_.isEmpty() && current_ != text_of(to_text(session.scope))) {
        return false;
    }
    const QString all =
        folded((texts_of(session.people) + topics_of(session)).join(u' ') + u' ' + text_of(session.place) + u' ' +
               text_of(session.business) + u' ' + Words::modality(session.modality));
    const QStringList asked = folded(query_).split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(asked, [&all](const QString& word) { return all.contains(word); });
}

Row SessionsModel::row_of(const SessionLine& session) const {
    const QDateTime at = Words::local(session.starts, session.tz);
    return {id_of(session.id),
            {Words::meeting(session.scope, session.others, session.business),
             Words::short_date(at.date(), QDate::currentDate()), Words::month(at.date()), Words::time(at),
             session.minutes > 0 ? Words::minutes(session.minutes) : QString(), text_of(session.modality),
             Words::modality(session.modality), text_of(session.status), Words::status(session.status),
             topics_of(session).join(QStringLiteral(" · ")), Words::list(texts_of(session.people)),
             text_of(session.place), text_of(session.business), session.has_notes, session.linked,
             static_cast<int>(session.safety), Words::safety(session.safety)}};
}

QString SessionsModel::summary() const {
    const QDate today = QDate::currentDate();
    int count = 0;
    std::int64_t minutes = 0;
    for (const SessionLine& session : sessions_) {
        const QDate date = Words::local(session.starts, session.tz).date();
        if (session.status == "held" && date.year() == today.year() && date.month() == today.month()) {
            ++count;
            minutes += session.minutes;
        }
    }
    return count == 0 ? QString() : tr("%n this month, %1", "meetings", count).arg(Words::minutes(minutes));
}

void SessionsModel::setCurrentPlan(const QString& id) {
    if (current_ != id) {
        current_ = id;
        render();
        emit changed();
    }
}

void SessionsModel::setQuery(const QString& query) {
    if (query_ != query) {
        query_ = query;
        render();
        emit changed();
    }
}

}  // namespace ayni::models
