#pragma once

#include <QList>
#include <array>
#include <optional>

#include "engine/programme/board.hpp"
#include "qml/models/rows.hpp"
#include "qml/models/view_model.hpp"

namespace ayni::models {

/// The board of one plan: three lanes with an order inside each.
class PlanModel : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    /// The plans that she may read: planId, name
    Q_PROPERTY(ayni::models::Rows* businesses READ businesses CONSTANT)
    Q_PROPERTY(QString currentPlan READ currentPlan WRITE setCurrentPlan NOTIFY changed)
    /// Where what is being added is kept until it is added.
    Q_PROPERTY(QString draftPlace READ draftPlace NOTIFY changed)
    Q_PROPERTY(QString planName READ planName NOTIFY changed)
    Q_PROPERTY(bool canEdit READ canEdit NOTIFY changed)
    Q_PROPERTY(bool canPropose READ canPropose NOTIFY changed)
    /// itemId, kind ("goal", "action"), title, hasVoice, goalId, goalTitle, status, statusText, due, isLate, effort,
    /// effortText, isDone, isProposal, isMine, suggestedBy, owner, progress (0 to 1, or -1), progressText, safety
    /// (0 here, 1 received, 2 seen), safetyText, contested, blockedBecause, why, canEdit, canFinish, canAccept, dueIso
    Q_PROPERTY(ayni::models::Rows* shortLane READ shortLane CONSTANT)
    Q_PROPERTY(ayni::models::Rows* mediumLane READ mediumLane CONSTANT)
    Q_PROPERTY(ayni::models::Rows* longLane READ longLane CONSTANT)
    Q_PROPERTY(QString shortTitle READ shortTitle NOTIFY changed)
    Q_PROPERTY(QString mediumTitle READ mediumTitle NOTIFY changed)
    Q_PROPERTY(QString longTitle READ longTitle NOTIFY changed)
    Q_PROPERTY(QString shortHint READ shortHint NOTIFY changed)
    Q_PROPERTY(QString mediumHint READ mediumHint NOTIFY changed)
    Q_PROPERTY(QString longHint READ longHint NOTIFY changed)
    Q_PROPERTY(int openShort READ openShort NOTIFY changed)
    Q_PROPERTY(bool askWhichCanWait READ askWhichCanWait NOTIFY changed)
    Q_PROPERTY(bool showDone READ showDone WRITE setShowDone NOTIFY changed)
    /// How many are done and, without showDone, not shown.
    Q_PROPERTY(int doneCount READ doneCount NOTIFY changed)
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed)

public:
    explicit PlanModel(Workplace& workplace);

    [[nodiscard]] Rows* businesses() { return &businesses_; }
    [[nodiscard]] QString currentPlan() const;
    /// An id that is no plan of hers leaves it as it is.
    void setCurrentPlan(const QString& id);
    [[nodiscard]] QString draftPlace() const;
    [[nodiscard]] QString planName() const;
    [[nodiscard]] bool canEdit() const { return board_.can_edit; }
    [[nodiscard]] bool canPropose() const { return board_.can_propose; }
    [[nodiscard]] Rows* shortLane() { return &lanes_[0]; }
    [[nodiscard]] Rows* mediumLane() { return &lanes_[1]; }
    [[nodiscard]] Rows* longLane() { return &lanes_[2]; }
    [[nodiscard]] QString shortTitle() const;
    [[nodiscard]] QString mediumTitle() const;
    [[nodiscard]] QString longTitle() const;
    [[nodiscard]] QString shortHint() const;
    [[nodiscard]] QString mediumHint() const;
    [[nodiscard]] QString longHint() const;
    [[nodiscard]] int openShort() const { return static_cast<int>(board_.open_short); }
    [[nodiscard]] bool askWhichCanWait() const;
    [[nodiscard]] bool showDone() const { return show_done_; }
    void setShowDone(bool show);
    [[nodiscard]] int doneCount() const;
    [[nodiscard]] bool isEmpty() const;
    void render() override;

    // lane: 0 short, 1 medium, 2 long.

    /// effort: "S", "M", "L" or "". dueIso: "2026-11-30" or "".
    Q_INVOKABLE void addAction(int lane, const QString& title, const QString& effort = {}, const QString& dueIso = {},
                               const QString& goalId = {});
    Q_INVOKABLE void addGoal(int lane, const QString& title, const QString& why = {});
    Q_INVOKABLE void rename(const QString& itemId, const QString& title);
    /// dueIso "": no date any more.
    Q_INVOKABLE void setDue(const QString& itemId, const QString& dueIso);
    Q_INVOKABLE void setEffort(const QString& itemId, const QString& effort);
    Q_INVOKABLE void finish(const QString& itemId);
    Q_INVOKABLE void reopen(const QString& itemId);
    Q_INVOKABLE void accept(const QString& itemId);
    Q_INVOKABLE void drop(const QString& itemId);
    /// Comes to stand at `index` among the shown rows of the lane, itself not counted.
    Q_INVOKABLE void move(const QString& itemId, int lane, int index);
    Q_INVOKABLE void moveUp(const QString& itemId);
    Q_INVOKABLE void moveDown(const QString& itemId);
    /// To the end of the lane.
    Q_INVOKABLE void moveToLane(const QString& itemId, int lane);
    Q_INVOKABLE void remove(const QString& itemId);

protected:
    void fetch() override;

private:
    [[nodiscard]] Row row_of(const programme::Item& item) const;
    [[nodiscard]] bool is_shown(const programme::Item& item) const;
    [[nodiscard]] QList<const programme::Item*> shown_in(programme::Lane lane) const;
    void step(const QString& itemId, int by);
    [[nodiscard]] const programme::Item* find(const QString& itemId) const;

    programme::Plans plans_;
    programme::Board board_;
    std::optional<ScopeId> current_;
    bool show_done_ = false;
    Rows businesses_;
    std::array<Rows, 3> lanes_;
};

}  // namespace ayni::models
