#include "qml/models/session_draft_model.hpp"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <utility>

#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

const QList<QByteArray> choice_roles{"code", "text", "drawing", "chosen"};
constexpr int offered_minutes[] = {15, 30, 45, 60, 90, 120};
constexpr int usual_hour = 12;  // of a session whose hour nobody said

}  // namespace

SessionDraftModel::SessionDraftModel(Workplace& workplace)
    : ViewModel(workplace),
      plans_(choice_roles),
      modalities_(choice_roles),
      durations_(choice_roles),
      topics_(choice_roles),
      people_(choice_roles),
      days_(choice_roles),
      next_meetings_(choice_roles),
      moods_(choice_roles),
      gave_topics_(choice_roles),
      learned_topics_(choice_roles) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &SessionDraftModel::keep);
}

void SessionDraftModel::begin(const QString& planId) {
    leave();
    wanted_plan_ = planId;
    ++visit_;
    clear();
    open_ = true;
    show();
    refresh();
}

void SessionDraftModel::clear() {
    begun_ = continued_ = false;
    modality_.clear();
    minutes_ = 60;
    day_ = QStringLiteral("today");
    next_ = QStringLiteral("none");
    date_ = next_date_ = QDate();
    mood_ = 0;
    chosen_topics_.clear();
    chosen_people_.clear();
    gave_topic_.clear();
    learned_topic_.clear();
    gave_text_.clear();
    learned_text_.clear();
    note_.clear();
    saving_ = false;
    session_id_.clear();
}

void SessionDraftModel::fetch() {
    struct Found {
        std::vector<programme::MeetingPlace> places;
        programme::Form draft;
    };
    desk().ask(
        this,
        [place = draft_place()](Store& store) -> Result<Found> {
            AYNI_LET(places, programme::meeting_places(store));
            AYNI_LET(draft, programme::draft_at(store, place));
            return Found{std::move(places), std::move(draft)};
        },
        [this, visit = visit_](Result<Found> all) {
            if (all && visit == visit_) {
                const QString chosen = begun_ ? planId() : wanted_plan_;
                places_ = std::move(all->places);
                const auto found = std::ranges::find_if(places_, [&chosen](const programme::MeetingPlace& place) {
                    return text_of(to_text(place.plan)) == chosen;
                });
                const bool same = begun_ && found != places_.end();
                at_ = found != places_.end() ? static_cast<std::size_t>(found - places_.begin()) : 0;
                if (!same) {
                    expect_people();
                }
                if (open_ && !begun_ && form().empty() && !all->draft.empty()) {
                    restore(all->draft);
                }
                begun_ = true;
            }
            arrived();
        });
}

void SessionDraftModel::expect_people() {
    chosen_people_.clear();
    if (place() == nullptr) {
        return;
    }
    for (const programme::Participant& person : place()->people) {
        if (person.expected) {
            chosen_people_.insert(id_of(person.id));
        }
    }
}

const programme::MeetingPlace* SessionDraftModel::place() const {
    return at_ < places_.size() ? &places_[at_] : nullptr;
}

void SessionDraftModel::show() {
    render();
    emit changed();
}

void SessionDraftModel::render() {
    QList<Row> plans;
    for (const programme::MeetingPlace& place : places_) {
        const QString id = text_of(to_text(place.plan));
        plans.append({id, {text_of(place.name), QStringLiteral("plan"), id == planId()}});
    }
    plans_.show(plans);
    QList<Row> people;
    if (place() != nullptr) {
        for (const programme::Participant& person : place()->people) {
            const QString id = id_of(person.id);
            people.append({id,
                           {person.is_me ? tr("I") : text_of(person.name), QStringLiteral("person"),
                            chosen_people_.contains(id)}});
        }
    }
    people_.show(people);
    render_codes();
    render_days();
}

void SessionDraftModel::render_codes() {
    QList<Row> modalities;
    for (const QString& code : Words::modality_codes()) {
        modalities.append({code, {Words::modality(code.toStdString()), code, code == modality_}});
    }
    modalities_.show(modalities);
    QList<Row> durations;
    for (const int minutes : offered_minutes) {
        durations.append(
            {QString::number(minutes), {Words::minutes(minutes), QStringLiteral("clock"), minutes == minutes_}});
    }
    durations_.show(durations);
    QList<Row> topics;
    QList<Row> gave;
    QList<Row> learned;
    for (const QString& code : Words::topic_codes()) {
        const QString word = Words::topic(code.toStdString());
        topics.append({code, {word, QString(), chosen_topics_.contains(code)}});
        gave.append({code, {word, QString(), code == gave_topic_}});
        learned.append({code, {word, QString(), code == learned_topic_}});
    }
    topics_.show(topics);
    gave_topics_.show(gave);
    learned_topics_.show(learned);
    QList<Row> moods;
    for (int mood = 1; mood <= 5; ++mood) {
        moods.append({QString::number(mood), {Words::mood(mood), QStringLiteral("mood%1").arg(mood), mood == mood_}});
    }
    moods_.show(moods);
}

void SessionDraftModel::render_days() {
    const auto choice = [](const QString& code, const QString& text, const QString& chosen) {
        return Row{code, {text, QStringLiteral("calendar"), code == chosen}};
    };
    days_.show({choice(QStringLiteral("today"), tr("Today"), day_),
                choice(QStringLiteral("yesterday"), tr("Yesterday"), day_),
                choice(QStringLiteral("other"),
                       day_ == QLatin1String("other") ? Words::short_date(date_, today()) : tr("Another day"), day_)});
    next_meetings_.show(
        {choice(QStringLiteral("none"), tr("Not yet"), next_), choice(QStringLiteral("week"), tr("In a week"), next_),
         choice(QStringLiteral("fortnight"), tr("In two weeks"), next_),
         choice(QStringLiteral("other"),
                next_ == QLatin1String("other") ? Words::short_date(next_date_, today()) : tr("Another day"), next_)});
}

QString SessionDraftModel::planId() const {
    return place() != nullptr ? text_of(to_text(place()->plan)) : QString();
}

void SessionDraftModel::setPlanId(const QString& id) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (i != at_ && text_of(to_text(places_[i].plan)) == id) {
            at_ = i;
            expect_people();
            touched();
            return;
        }
    }
}

template <class Field>
void SessionDraftModel::set(Field& field, const Field& value) {
    if (field != value) {
        field = value;
        touched();
    }
}

void SessionDraftModel::setModality(const QString& code) {
    set(modality_, code);
}
void SessionDraftModel::setMinutes(int minutes) {
    set(minutes_, std::max(minutes, 1));
}
void SessionDraftModel::setMood(int mood) {
    set(mood_, std::clamp(mood, 0, 5));
}
void SessionDraftModel::setGaveTopic(const QString& code) {
    set(gave_topic_, code);
}
void SessionDraftModel::setLearnedTopic(const QString& code) {
    set(learned_topic_, code);
}
void SessionDraftModel::setGaveText(const QString& text) {
    set(gave_text_, text);
}
void SessionDraftModel::setLearnedText(const QString& text) {
    set(learned_text_, text);
}
void SessionDraftModel::setNote(const QString& text) {
    set(note_, text);
}

void SessionDraftModel::toggleTopic(const QString& code) {
    if (!chosen_topics_.remove(code)) {
        chosen_topics_.insert(code);
    }
    touched();
}

void SessionDraftModel::togglePerson(const QString& personId) {
    if (!chosen_people_.remove(personId)) {
        chosen_people_.insert(personId);
    }
    touched();
}

QDate SessionDraftModel::today() const {
    return QDate::currentDate();
}

QDate SessionDraftModel::date() const {
    if (day_ == QLatin1String("other")) {
        return date_;
    }
    return day_ == QLatin1String("yesterday") ? today().addDays(-1) : today();
}

QString SessionDraftModel::dateText() const {
    return Words::long_date(date());
}

void SessionDraftModel::chooseToday() {
    set(day_, QStringLiteral("today"));
}
void SessionDraftModel::chooseYesterday() {
    set(day_, QStringLiteral("yesterday"));
}

void SessionDraftModel::setDate(const QDate& date) {
    date_ = std::min(date.isValid() ? date : today(), today());
    day_ = date_ == today() ? QStringLiteral("today") : QStringLiteral("other");
    touched();
}

void SessionDraftModel::setNext(const QString& code) {
    if (code != QLatin1String("other")) {
        set(next_, code);
    }
}

void SessionDraftModel::setNextDate(const QDate& date) {
    if (date > today()) {
        next_date_ = date;
        next_ = QStringLiteral("other");
        touched();
    }
}

QDate SessionDraftModel::nextDate() const {
    if (next_ == QLatin1String("other")) {
        return next_date_;
    }
    const int days = next_ == QLatin1String("week") ? 7 : (next_ == QLatin1String("fortnight") ? 14 : 0);
    return days > 0 ? date().addDays(days) : QDate();
}

QString SessionDraftModel::nextText() const {
    return nextDate().isValid() ? Words::long_date(nextDate()) : QString();
}

bool SessionDraftModel::hasTalk() const {
    return place() != nullptr && place()->talk.has_value();
}

bool SessionDraftModel::canSave() const {
    return place() != nullptr && !modality_.isEmpty() && minutes_ > 0 && !saving_ && !isSaved();
}

QString SessionDraftModel::savedText() const {
    return isSaved() ? tr("Saved on this phone. It goes to the hub by itself.") : QString();
}

programme::SessionLog SessionDraftModel::log() const {
    const QTimeZone zone = QTimeZone::systemTimeZone();
    programme::SessionLog log;
    log.plan = place()->plan;
    log.tz = zone.id().toStdString();
    log.minutes = minutes_;
    log.modality = modality_.toStdString();
    const bool now = date() == today();
    const QDateTime starts =
        now ? QDateTime::currentDateTime().addSecs(-60LL * minutes_) : QDateTime(date(), QTime(usual_hour, 0), zone);
    log.starts = std::max(starts, date().startOfDay(zone)).toMSecsSinceEpoch();
    log.day_begins = date().startOfDay(zone).toMSecsSinceEpoch();
    log.day_ends = date().addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    for (const QString& person : chosen_people_) {
        log.people.push_back(record_of(person));
    }
    std::ranges::sort(log.people);
    for (const QString& topic : chosen_topics_) {
        log.topics.push_back(topic.toStdString());
    }
    std::ranges::sort(log.topics);
    if (nextDate().isValid()) {
        // The same hour, as people mean it.
        const QTime hour = Words::local(log.starts).time();
        log.next_at = QDateTime(nextDate(), QTime(hour.hour(), 0), zone).toMSecsSinceEpoch();
    }
    if (hasTalk()) {
        log.mood = mood_;
        log.note = note_.trimmed().toStdString();
        log.lang = QLocale().name().left(2).toStdString();
        log.gave = {gave_topic_.toStdString(), gave_text_.trimmed().toStdString()};
        log.learned = {learned_topic_.toStdString(), learned_text_.trimmed().toStdString()};
    }
    return log;
}

void SessionDraftModel::save() {
    if (!canSave()) {
        return;
    }
    if (pause_.isActive()) {
        keep();  // what can't be saved is there again
    }
    saving_ = true;
    show();
    desk().ask(
        this,
        [log = log(), place = draft_place()](Store& store) {
            return programme::send_draft(store, place, [&](Store& here) { return programme::log_session(here, log); });
        },
        [this](Result<programme::Deed> deed) {
            saving_ = false;
            if (deed) {
                session_id_ = id_of(deed->record);
                open_ = continued_ = false;
            } else {
                touched();  // she may have gone on meanwhile
            }
            workplace().took(std::move(deed), tr("Saved on this phone."));
            show();
            if (isSaved()) {
                emit saved(session_id_);
            }
        });
}

}  // namespace ayni::models
