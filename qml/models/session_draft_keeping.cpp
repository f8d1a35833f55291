// A session that is being logged, kept at every pause and brought back.

#include <algorithm>

#include "qml/models/drafts.hpp"
#include "qml/models/session_draft_model.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

std::string joined(const QSet<QString>& codes) {
    QStringList all(codes.begin(), codes.end());
    all.sort();
    return all.join(u' ').toStdString();
}

QString text_in(const programme::Form& form, const char* name) {
    const auto found = form.find(name);
    return found != form.end() ? text_of(found->second) : QString();
}

QSet<QString> codes_in(const programme::Form& form, const char* name) {
    const QStringList all = text_in(form, name).split(u' ', Qt::SkipEmptyParts);
    return {all.begin(), all.end()};
}

}  // namespace

std::string SessionDraftModel::draft_place() const {
    return "log/" + wanted_plan_.toStdString();
}

programme::Form SessionDraftModel::form() const {
    const bool blank = modality_.isEmpty() && mood_ == 0 && chosen_topics_.isEmpty() && gave_topic_.isEmpty() &&
                       learned_topic_.isEmpty() && gave_text_.isEmpty() && learned_text_.isEmpty() && note_.isEmpty();
    if (blank) {
        return {};
    }
    return {{"plan", planId().toStdString()},
            {"modality", modality_.toStdString()},
            {"minutes", std::to_string(minutes_)},
            {"date", date().toString(Qt::ISODate).toStdString()},
            {"next", next_.toStdString()},
            {"next_date", next_date_.toString(Qt::ISODate).toStdString()},
            {"mood", std::to_string(mood_)},
            {"topics", joined(chosen_topics_)},
            {"people", joined(chosen_people_)},
            {"gave_topic", gave_topic_.toStdString()},
            {"learned_topic", learned_topic_.toStdString()},
            {"gave", gave_text_.toStdString()},
            {"learned", learned_text_.toStdString()},
            {"note", note_.toStdString()}};
}

void SessionDraftModel::restore(const programme::Form& form) {
    const QString plan = text_in(form, "plan");
    const auto at = std::ranges::find_if(
        places_, [&plan](const programme::MeetingPlace& place) { return text_of(to_text(place.plan)) == plan; });
    if (at != places_.end()) {
        at_ = static_cast<std::size_t>(at - places_.begin());
        chosen_people_ = codes_in(form, "people");
    }
    modality_ = text_in(form, "modality");
    minutes_ = std::max(text_in(form, "minutes").toInt(), 1);
    mood_ = std::clamp(text_in(form, "mood").toInt(), 0, 5);
    chosen_topics_ = codes_in(form, "topics");
    gave_topic_ = text_in(form, "gave_topic");
    learned_topic_ = text_in(form, "learned_topic");
    gave_text_ = text_in(form, "gave");
    learned_text_ = text_in(form, "learned");
    note_ = text_in(form, "note");
    restore_days(form);
    continued_ = true;
    emit restored();
}

// The day that she meant, whatever day it is now.
void SessionDraftModel::restore_days(const programme::Form& form) {
    date_ = QDate::fromString(text_in(form, "date"), Qt::ISODate);
    if (!date_.isValid() || date_ >= today()) {
        day_ = QStringLiteral("today");
    } else {
        day_ = date_ == today().addDays(-1) ? QStringLiteral("yesterday") : QStringLiteral("other");
    }
    next_date_ = QDate::fromString(text_in(form, "next_date"), Qt::ISODate);
    next_ = text_in(form, "next");
    if (next_.isEmpty() || (next_ == QLatin1String("other") && (!next_date_.isValid() || next_date_ <= today()))) {
        next_ = QStringLiteral("none");
    }
}

void SessionDraftModel::touched() {
    if (open_ && !saving_) {
        pause_.start(typing_pause_ms);
    }
    show();
}

void SessionDraftModel::keep() {
    pause_.stop();
    const std::optional<ScopeId> scope = place() != nullptr ? std::optional(place()->plan) : std::nullopt;
    desk().ask(
        this,
        [at = draft_place(), scope, form = form()](Store& store) {
            return programme::keep_draft(store, at, scope, form);
        },
        [](const Outcome&) {});  // saving will say what is wrong with the disk
}

void SessionDraftModel::leave() {
    if (open_ && pause_.isActive()) {
        keep();
    }
    open_ = false;
}

void SessionDraftModel::discard() {
    pause_.stop();
    desk().ask(
        this, [at = draft_place()](Store& store) { return store.clear_draft(at); }, [](const Outcome&) {});
    begin(wanted_plan_);
    emit restored();
}

}  // namespace ayni::models
