#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <optional>

#include "qml/models/desk.hpp"

namespace ayni::models {

/// A notebook whose file is damaged, or can't be read everywhere: bringing back what can be read of it, and telling
/// what came of that.
///
/// Threads: the GUI's.
class RepairModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("one of the app's")
    /// There is something to try.
    Q_PROPERTY(bool possible READ possible NOTIFY changed)
    /// But opening it once more may be enough.
    Q_PROPERTY(bool tryAgainFirst READ tryAgainFirst NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// From 0 to 1, while busy.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// Better than the fault's own. Empty: there is none.
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    /// What was brought back and what is missing, a sentence each.
    Q_PROPERTY(QStringList report READ report NOTIFY changed)

public:
    explicit RepairModel(Desk& desk, QObject* parent = nullptr);

    [[nodiscard]] bool possible() const { return possible_; }
    [[nodiscard]] bool tryAgainFirst() const { return possible_ && why_ == Fault::storage_failed; }
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] double progress() const { return progress_; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QStringList report() const;

    /// The app is Repaired then, or still Broken.
    Q_INVOKABLE void repair();
    /// She has read the report, which isn't shown again.
    Q_INVOKABLE void understood();

    /// The desk has answered.
    void stayed_broken(Fault fault);
    /// What the profile says of its last recovery, unless she has read it.
    static Result<std::optional<Recovery>> untold(Store& store);
    void tell(const std::optional<Recovery>& report);
    [[nodiscard]] bool has_news() const { return report_.has_value(); }

signals:
    void changed();
    void told();

private:
    Desk* desk_;
    bool possible_ = false;
    bool busy_ = false;
    bool in_vain_ = false;
    Fault why_ = Fault::storage_corrupt;  // it stayed broken
    double progress_ = 0;
    std::optional<Recovery> report_;
};

}  // namespace ayni::models
