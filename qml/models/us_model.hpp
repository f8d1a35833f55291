#pragma once

#include "engine/programme/circle.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// The circle: who we are, where the programme stands, asks and offers.
class UsModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(QString cohortName READ cohortName NOTIFY changed)
    Q_PROPERTY(QString phaseText READ phaseText NOTIFY changed)
    /// 0 to 1: which of the phase's weeks this is; -1: no phase.
    Q_PROPERTY(double phaseProgress READ phaseProgress NOTIFY changed)
    /// personId, name, role, roleText, place, businessName, languagesText, about, initials, isMe, isMine (paired)
    Q_PROPERTY(ayni::models::Rows* people READ people CONSTANT)
    /// postId, author, initials, kind, kindText, topic, topicText, text, dateText, meToo (how many), meTooText,
    /// iSaidMeToo, isMine, answered, safety, safetyText
    Q_PROPERTY(ayni::models::Rows* posts READ posts CONSTANT)
    /// pairId, mentor, business, status, statusText, lastMet, quiet
    Q_PROPERTY(ayni::models::Rows* pairs READ pairs CONSTANT)
    /// code, text, drawing
    Q_PROPERTY(ayni::models::Rows* postKinds READ postKinds CONSTANT)
    Q_PROPERTY(ayni::models::Rows* topics READ topics CONSTANT)
    Q_PROPERTY(bool canPost READ canPost NOTIFY changed)
    /// The cohort, as drafts name what they belong to.
    Q_PROPERTY(QString draftScope READ draftScope NOTIFY changed)

public:
    explicit UsModel(Workplace& workplace);

    [[nodiscard]] QString cohortName() const;
    [[nodiscard]] QString phaseText() const;
    [[nodiscard]] double phaseProgress() const;
    [[nodiscard]] Rows* people() { return &people_; }
    [[nodiscard]] Rows* posts() { return &posts_; }
    [[nodiscard]] Rows* pairs() { return &pairs_; }
    [[nodiscard]] Rows* postKinds() { return &post_kinds_; }
    [[nodiscard]] Rows* topics() { return &topics_; }
    [[nodiscard]] bool canPost() const { return circle_.can_post; }
    [[nodiscard]] QString draftScope() const;
    void render() override;

    /// Where a post of this kind is kept until it is said.
    Q_INVOKABLE QString draftPlace(const QString& kind) const;
    /// kind: "ask", "offer", "celebrate", "question". topic: a code, or "".
    Q_INVOKABLE void post(const QString& kind, const QString& topic, const QString& text);
    /// Says it, or takes it back.
    Q_INVOKABLE void meToo(const QString& postId);
    Q_INVOKABLE void remove(const QString& postId);

protected:
    void fetch() override;

private:
    [[nodiscard]] Row row_of(const programme::Post& post) const;

    programme::Circle circle_;
    Rows people_;
    Rows posts_;
    Rows pairs_;
    Rows post_kinds_;
    Rows topics_;
};

}  // namespace ayni::models
