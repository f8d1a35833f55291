#pragma once

#include "engine/programme/board.hpp"
#include "engine/programme/sessions.hpp"
#include "engine/programme/today.hpp"
#include "engine/programme/versions.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// What matters today, without a word of blame: a list that needs no notification.
class TodayModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(QString dateLine READ dateLine NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    /// itemId, kind ("session", "action", "proposal", "promise", "versions", "returned", "agreement",
    /// "readings"), title, detail,
    /// due, business, planId, canDone, canAccept, canPostpone
    Q_PROPERTY(ayni::models::Rows* items READ items CONSTANT)
    /// A mentor's businesses, a coordinator's pairs: faceId, name, people, initials, lastMet, openActions, news, quiet
    Q_PROPERTY(ayni::models::Rows* faces READ faces CONSTANT)

public:
    explicit TodayModel(Workplace& workplace);

    [[nodiscard]] const QString& greeting() const { return greeting_; }
    [[nodiscard]] const QString& dateLine() const { return date_line_; }
    [[nodiscard]] const QString& hint() const { return hint_; }
    [[nodiscard]] Rows* items() { return &items_; }
    [[nodiscard]] Rows* faces() { return &faces_; }
    void render() override;

    Q_INVOKABLE void done(const QString& itemId);
    Q_INVOKABLE void accept(const QString& itemId);
    /// A week later.
    Q_INVOKABLE void postpone(const QString& itemId);
    /// Plan and sessions turn to this business; `faceOpened` says which plan.
    Q_INVOKABLE void openFace(const QString& faceId);

signals:
    void faceOpened(const QString& planId);

protected:
    void fetch() override;

private:
    [[nodiscard]] Row row_of(const programme::TodayItem& item) const;
    [[nodiscard]] Row row_of(const programme::Face& face) const;
    [[nodiscard]] QString hint_for(const programme::Today& today) const;

    programme::Today today_;
    QString greeting_;
    QString date_line_;
    QString hint_;
    Rows items_;
    Rows faces_;
};

}  // namespace ayni::models
