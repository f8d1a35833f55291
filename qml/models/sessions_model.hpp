#pragma once

#include "engine/programme/sessions.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// The meetings of the plans that she may read, the latest first.
class SessionsModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    /// sessionId, title, dateText, monthText (for sections), timeText, minutesText, modality, modalityText, status,
    /// statusText, topicsText, people, place, business, hasNotes, linked, safety, safetyText
    Q_PROPERTY(ayni::models::Rows* items READ items CONSTANT)
    /// The plans to choose from; the first, with an empty id, stands for all: planId, name
    Q_PROPERTY(ayni::models::Rows* businesses READ businesses CONSTANT)
    /// "": all.
    Q_PROPERTY(QString currentPlan READ currentPlan WRITE setCurrentPlan NOTIFY changed)
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(bool canLog READ canLog NOTIFY changed)
    /// How many there are before the search.
    Q_PROPERTY(int total READ total NOTIFY changed)
    /// "5 this month, 4 h 30 min"; empty when there are none.
    Q_PROPERTY(QString summary READ summary NOTIFY changed)

public:
    explicit SessionsModel(Workplace& workplace);

    [[nodiscard]] Rows* items() { return &items_; }
    [[nodiscard]] Rows* businesses() { return &businesses_; }
    [[nodiscard]] QString currentPlan() const { return current_; }
    void setCurrentPlan(const QString& id);
    [[nodiscard]] const QString& query() const { return query_; }
    void setQuery(const QString& query);
    [[nodiscard]] bool canLog() const { return can_log_; }
    [[nodiscard]] int total() const { return static_cast<int>(sessions_.size()); }
    [[nodiscard]] QString summary() const;
    void render() override;

protected:
    void fetch() override;

private:
    [[nodiscard]] Row row_of(const programme::SessionLine& session) const;
    [[nodiscard]] bool is_asked_for(const programme::SessionLine& session) const;

    std::vector<programme::SessionLine> sessions_;
    programme::Plans plans_;
    QString current_;
    QString query_;
    bool can_log_ = false;
    Rows items_;
    Rows businesses_;
};

}  // namespace ayni::models
