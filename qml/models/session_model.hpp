#pragma once

#include "engine/programme/sessions.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// One session: what the plan knows of it, and, for the pair, what was said.
class SessionModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString sessionId READ sessionId NOTIFY changed)
    /// Where a note is kept until it is added, and what it belongs to.
    Q_PROPERTY(QString draftPlace READ draftPlace NOTIFY changed)
    Q_PROPERTY(QString draftScope READ draftScope NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed)
    Q_PROPERTY(QString timeText READ timeText NOTIFY changed)
    Q_PROPERTY(QString minutesText READ minutesText NOTIFY changed)
    Q_PROPERTY(QString modality READ modality NOTIFY changed)
    Q_PROPERTY(QString modalityText READ modalityText NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)
    Q_PROPERTY(QString topicsText READ topicsText NOTIFY changed)
    Q_PROPERTY(QString people READ people NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString business READ business NOTIFY changed)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
    /// Not empty: the other side logged this meeting too.
    Q_PROPERTY(QString linkedText READ linkedText NOTIFY changed)
    Q_PROPERTY(int safety READ safety NOTIFY changed)
    Q_PROPERTY(QString safetyText READ safetyText NOTIFY changed)
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY changed)
    Q_PROPERTY(bool canHold READ canHold NOTIFY changed)
    /// noteId, author, initials, text, lang, isMine, mood (0: none), moodText, whenText, hasVoice, safety, safetyText
    Q_PROPERTY(ayni::models::Rows* notes READ notes CONSTANT)
    /// exchangeId, kind ("gave", "learned"), kindText, from, to, topicText, text, isMine
    Q_PROPERTY(ayni::models::Rows* exchanges READ exchanges CONSTANT)

public:
    enum class State { Loading, Ready, Gone };
    Q_ENUM(State)

    explicit SessionModel(Workplace& workplace);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] QString sessionId() const;
    [[nodiscard]] QString draftPlace() const;
    [[nodiscard]] QString draftScope() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString dateText() const;
    [[nodiscard]] QString timeText() const;
    [[nodiscard]] QString minutesText() const;
    [[nodiscard]] QString modality() const;
    [[nodiscard]] QString modalityText() const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QString topicsText() const;
    [[nodiscard]] QString people() const;
    [[nodiscard]] QString place() const;
    [[nodiscard]] QString business() const;
    [[nodiscard]] QString nextText() const;
    [[nodiscard]] QString linkedText() const;
    [[nodiscard]] int safety() const;
    [[nodiscard]] QString safetyText() const;
    [[nodiscard]] bool canWrite() const { return page_.can_write; }
    [[nodiscard]] bool canHold() const { return page_.can_hold; }
    [[nodiscard]] Rows* notes() { return &notes_; }
    [[nodiscard]] Rows* exchanges() { return &exchanges_; }
    void render() override;

    void open(const QString& sessionId);
    Q_INVOKABLE void addNote(const QString& text, int mood = 0);
    /// A planned session took place, or will not.
    Q_INVOKABLE void hold();
    Q_INVOKABLE void cancel();

protected:
    void fetch() override;

private:
    [[nodiscard]] QString given_text(const programme::Given& given) const;

    RecordId session_;
    State state_ = State::Loading;
    programme::SessionPage page_;
    Rows notes_;
    Rows exchanges_;
};

}  // namespace ayni::models
