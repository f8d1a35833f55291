#pragma once

#include <QDate>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include "engine/programme/drafts.hpp"
#include "engine/programme/sessions.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// Logging a session: eight taps, nothing typed. What is chosen stands in `chosen` of each list's rows.
/// Nothing is written before `save`; then the session goes to the plan, what was said to the talk. Until then what is
/// there is kept as a draft, at every pause.
class SessionDraftModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    // Choices: code, text, drawing (its name, or ""), chosen
    Q_PROPERTY(ayni::models::Rows* plans READ plans CONSTANT)
    Q_PROPERTY(ayni::models::Rows* modalities READ modalities CONSTANT)
    Q_PROPERTY(ayni::models::Rows* durations READ durations CONSTANT)
    Q_PROPERTY(ayni::models::Rows* topics READ topics CONSTANT)
    Q_PROPERTY(ayni::models::Rows* people READ people CONSTANT)
    /// "today", "yesterday", "other"
    Q_PROPERTY(ayni::models::Rows* days READ days CONSTANT)
    /// "none", "week", "fortnight", "other"
    Q_PROPERTY(ayni::models::Rows* nextMeetings READ nextMeetings CONSTANT)
    /// "1" to "5"
    Q_PROPERTY(ayni::models::Rows* moods READ moods CONSTANT)
    /// Topics for what was given and learned; "" is none.
    Q_PROPERTY(ayni::models::Rows* gaveTopics READ gaveTopics CONSTANT)
    Q_PROPERTY(ayni::models::Rows* learnedTopics READ learnedTopics CONSTANT)

    Q_PROPERTY(QString planId READ planId WRITE setPlanId NOTIFY changed)
    Q_PROPERTY(QString modality READ modality WRITE setModality NOTIFY changed)
    Q_PROPERTY(int minutes READ minutes WRITE setMinutes NOTIFY changed)
    Q_PROPERTY(QString day READ day NOTIFY changed)
    Q_PROPERTY(QDate date READ date NOTIFY changed)
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString next READ next WRITE setNext NOTIFY changed)
    Q_PROPERTY(QDate nextDate READ nextDate NOTIFY changed)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
    Q_PROPERTY(int mood READ mood WRITE setMood NOTIFY changed)
    Q_PROPERTY(QString gaveTopic READ gaveTopic WRITE setGaveTopic NOTIFY changed)
    Q_PROPERTY(QString learnedTopic READ learnedTopic WRITE setLearnedTopic NOTIFY changed)
    Q_PROPERTY(QString gaveText READ gaveText WRITE setGaveText NOTIFY changed)
    Q_PROPERTY(QString learnedText READ learnedText WRITE setLearnedText NOTIFY changed)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed)

    Q_PROPERTY(bool severalPlans READ severalPlans NOTIFY changed)
    /// Notes and what was given or learned are for the pair only; without a pair there is no place for them.
    Q_PROPERTY(bool hasTalk READ hasTalk NOTIFY changed)
    /// It goes on from what was kept the last time.
    Q_PROPERTY(bool continued READ continued NOTIFY changed)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed)
    Q_PROPERTY(bool isSaved READ isSaved NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)
    /// The id of the session that was saved; empty before.
    Q_PROPERTY(QString sessionId READ sessionId NOTIFY changed)

public:
    explicit SessionDraftModel(Workplace& workplace);

    [[nodiscard]] Rows* plans() { return &plans_; }
    [[nodiscard]] Rows* modalities() { return &modalities_; }
    [[nodiscard]] Rows* durations() { return &durations_; }
    [[nodiscard]] Rows* topics() { return &topics_; }
    [[nodiscard]] Rows* people() { return &people_; }
    [[nodiscard]] Rows* days() { return &days_; }
    [[nodiscard]] Rows* nextMeetings() { return &next_meetings_; }
    [[nodiscard]] Rows* moods() { return &moods_; }
    [[nodiscard]] Rows* gaveTopics() { return &gave_topics_; }
    [[nodiscard]] Rows* learnedTopics() { return &learned_topics_; }

    [[nodiscard]] QString planId() const;
    void setPlanId(const QString& id);
    [[nodiscard]] const QString& modality() const { return modality_; }
    void setModality(const QString& code);
    [[nodiscard]] int minutes() const { return minutes_; }
    void setMinutes(int minutes);
    [[nodiscard]] const QString& day() const { return day_; }
    [[nodiscard]] QDate date() const;
    [[nodiscard]] QString dateText() const;
    [[nodiscard]] const QString& next() const { return next_; }
    /// "none", "week" or "fortnight".
    void setNext(const QString& code);
    [[nodiscard]] QDate nextDate() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] int mood() const { return mood_; }
    void setMood(int mood);
    [[nodiscard]] const QString& gaveTopic() const { return gave_topic_; }
    void setGaveTopic(const QString& code);
    [[nodiscard]] const QString& learnedTopic() const { return learned_topic_; }
    void setLearnedTopic(const QString& code);
    [[nodiscard]] const QString& gaveText() const { return gave_text_; }
    void setGaveText(const QString& text);
    [[nodiscard]] const QString& learnedText() const { return learned_text_; }
    void setLearnedText(const QString& text);
    [[nodiscard]] const QString& note() const { return note_; }
    void setNote(const QString& text);

    [[nodiscard]] bool severalPlans() const { return places_.size() > 1; }
    [[nodiscard]] bool hasTalk() const;
    [[nodiscard]] bool continued() const { return continued_; }
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool isSaved() const { return !session_id_.isEmpty(); }
    [[nodiscard]] QString savedText() const;
    [[nodiscard]] const QString& sessionId() const { return session_id_; }
    void render() override;

    /// For another session; `planId` preselects a plan ("": the first). Empty again, or as it was left there.
    void begin(const QString& planId);
    /// Keeps what there is now, and is no longer at work.
    void leave();
    /// Forgets what was kept, and begins anew.
    Q_INVOKABLE void discard();

    Q_INVOKABLE void toggleTopic(const QString& code);
    Q_INVOKABLE void togglePerson(const QString& personId);
    Q_INVOKABLE void chooseToday();
    Q_INVOKABLE void chooseYesterday();
    /// Any day up to today; a later one is today.
    Q_INVOKABLE void setDate(const QDate& date);
    /// A day after today.
    Q_INVOKABLE void setNextDate(const QDate& date);
    Q_INVOKABLE void save();

signals:
    /// What was kept is there again.
    void restored();
    void saved(const QString& sessionId);

protected:
    void fetch() override;

private:
    template <class Field>
    void set(Field& field, const Field& value);
    void show();
    void clear();
    void touched();
    void keep();
    /// What there is; empty if nothing was chosen or typed yet.
    [[nodiscard]] programme::Form form() const;
    void restore(const programme::Form& form);
    void restore_days(const programme::Form& form);
    [[nodiscard]] std::string draft_place() const;
    void expect_people();
    [[nodiscard]] const programme::MeetingPlace* place() const;
    [[nodiscard]] QDate today() const;
    [[nodiscard]] programme::SessionLog log() const;
    void render_codes();
    void render_days();

    std::vector<programme::MeetingPlace> places_;
    std::size_t at_ = 0;
    QString wanted_plan_;
    int visit_ = 0;       // counts what was begun: what was asked for an earlier one is no answer for this one
    bool begun_ = false;  // its people have been expected
    bool open_ = false;   // begun, and neither saved nor left
    bool continued_ = false;
    QTimer pause_;
    QString modality_;
    int minutes_ = 60;
    QString day_ = QStringLiteral("today");
    QDate date_;
    QString next_ = QStringLiteral("none");
    QDate next_date_;
    int mood_ = 0;
    QSet<QString> chosen_topics_;
    QSet<QString> chosen_people_;
    QString gave_topic_;
    QString learned_topic_;
    QString gave_text_;
    QString learned_text_;
    QString note_;
    bool saving_ = false;
    QString session_id_;
    Rows plans_, modalities_, durations_, topics_, people_, days_, next_meetings_, moods_, gave_topics_,
        learned_topics_;
};

}  // namespace ayni::models
