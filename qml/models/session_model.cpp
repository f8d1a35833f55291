#include "qml/models/session_model.hpp"

#include "engine/programme/drafts.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {
namespace {

QDateTime begins(const programme::SessionLine& line) {
    return Words::local(line.starts, line.tz);
}

}  // namespace

SessionModel::SessionModel(Workplace& workplace)
    : ViewModel(workplace),
      notes_({"noteId", "author", "initials", "text", "lang", "isMine", "mood", "moodText", "whenText", "hasVoice",
              "safety", "safetyText"}),
      exchanges_({"exchangeId", "kind", "kindText", "from", "to", "topicText", "text", "isMine"}) {}

void SessionModel::open(const QString& sessionId) {
    session_ = record_of(sessionId);
    page_ = {};
    state_ = State::Loading;
    render();
    emit changed();
    refresh();
}

void SessionModel::fetch() {
    desk().ask(
        this,
        [session = session_](Store& store) -> Result<programme::SessionPage> {
            return session ? programme::session_page(store, session) : Result<programme::SessionPage>(Fault::not_found);
        },
        [this, session = session_](Result<programme::SessionPage> page) {
            if (session == session_) {
                state_ = page ? State::Ready : State::Gone;
                page_ = page ? std::move(page).value() : programme::SessionPage{};
            }
            arrived();
        });
}

void SessionModel::render() {
    const QDate today = QDate::currentDate();
    QList<Row> notes;
    for (const programme::Note& note : page_.notes) {
        const QDateTime at = Words::local(note.at);
        const QString author = text_of(note.author);
        const int mood = static_cast<int>(note.mood);
        notes.append({id_of(note.id),
                      {author, initials_of(author), text_of(note.text), text_of(note.lang), note.is_mine, mood,
                       Words::mood(mood), Words::near_date(at.date(), today), note.has_voice,
                       static_cast<int>(note.safety), Words::safety(note.safety)}});
    }
    notes_.show(notes);
    QList<Row> exchanges;
    for (const programme::Given& given : page_.given) {
        exchanges.append(
            {id_of(given.id),
             {text_of(given.kind), given_text(given), text_of(given.from), text_of(given.to),
              given.topic.empty() ? QString() : Words::topic(given.topic), text_of(given.text), given.is_mine}});
    }
    exchanges_.show(exchanges);
}

QString SessionModel::given_text(const programme::Given& given) const {
    const QString from = first_name_of(text_of(given.from));
    const QString to = first_name_of(text_of(given.to));
    if (from.isEmpty() || to.isEmpty()) {
        return Words::given_kind(given.kind);
    }
    return given.kind == "gave" ? tr("%1 gave %2", "two names").arg(from, to)
                                : tr("%1 learned from %2", "two names").arg(to, from);
}

QString SessionModel::sessionId() const {
    return id_of(session_);
}
QString SessionModel::draftPlace() const {
    return session_ ? QStringLiteral("note/") + sessionId() : QString();
}
QString SessionModel::draftScope() const {
    return text_of(to_text(page_.line.scope));
}
QString SessionModel::title() const {
    return Words::meeting(page_.line.scope, page_.line.others, page_.line.business);
}
QString SessionModel::dateText() const {
    return Words::long_date(begins(page_.line).date());
}

QString SessionModel::timeText() const {
    const QDateTime here = Words::local(page_.line.starts);
    const QDateTime there = begins(page_.line);
    return here.offsetFromUtc() == there.offsetFromUtc()
               ? Words::time(there)
               : tr("%1 there, %2 here", "two times of day").arg(Words::time(there), Words::time(here));
}

QString SessionModel::minutesText() const {
    return page_.line.minutes > 0 ? Words::minutes(page_.line.minutes) : QString();
}
QString SessionModel::modality() const {
    return text_of(page_.line.modality);
}
QString SessionModel::modalityText() const {
    return Words::modality(page_.line.modality);
}
QString SessionModel::status() const {
    return text_of(page_.line.status);
}
QString SessionModel::statusText() const {
    return Words::status(page_.line.status);
}

QString SessionModel::topicsText() const {
    QStringList topics;
    for (const std::string& topic : page_.line.topics) {
        topics.append(Words::topic(topic));
    }
    return topics.join(QStringLiteral(" · "));
}

QString SessionModel::people() const {
    return Words::list(texts_of(page_.line.people));
}
QString SessionModel::place() const {
    return text_of(page_.line.place);
}
QString SessionModel::business() const {
    return text_of(page_.line.business);
}

QString SessionModel::nextText() const {
    if (!page_.line.next_at) {
        return {};
    }
    const QDateTime next = Words::local(*page_.line.next_at, page_.line.tz);
    return tr("%1, %2", "date, time of the next meeting").arg(Words::long_date(next.date()), Words::time(next));
}

QString SessionModel::linkedText() const {
    return page_.line.linked ? tr("Both of you logged this meeting: here is all of it.") : QString();
}
int SessionModel::safety() const {
    return static_cast<int>(page_.line.safety);
}
QString SessionModel::safetyText() const {
    return Words::safety(page_.line.safety);
}

void SessionModel::addNote(const QString& text, int mood) {
    workplace().carry_out(
        [session = session_, text = text.trimmed().toStdString(), mood, lang = QLocale().name().left(2).toStdString(),
         place = draftPlace().toStdString()](Store& store) {
            return programme::send_draft(
                store, place, [&](Store& here) { return programme::add_note(here, session, text, lang, mood); });
        },
        tr("Saved on this phone. Only the two of you read it."));
}

void SessionModel::hold() {
    workplace().carry_out([session = session_](Store& store) { return programme::hold_session(store, session); },
                          tr("Noted: it took place."));
}

void SessionModel::cancel() {
    workplace().carry_out([session = session_](Store& store) { return programme::cancel_session(store, session); },
                          tr("Cancelled. You can plan another one."));
}

}  // namespace ayni::models
