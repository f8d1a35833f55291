#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QTimer>
#include <filesystem>

#include "qml/models/desk.hpp"

namespace ayni::models {

/// The PIN before the notebook: entering it, the wait after wrong ones, and setting, changing or removing it.
///
/// Threads: the GUI's.
class LockModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("one of the app's")
    /// Is what this phone keeps locked with a key at all?
    Q_PROPERTY(bool encrypted READ encrypted NOTIFY changed)
    Q_PROPERTY(bool hasPin READ hasPin NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// Why the last PIN opened or changed nothing. Empty: nothing to say.
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    /// How long the next PIN must wait, in words. Empty: not at all.
    Q_PROPERTY(QString waitSentence READ waitSentence NOTIFY changed)

public:
    LockModel(Desk& desk, std::filesystem::path folder, QObject* parent = nullptr);

    [[nodiscard]] bool encrypted() const { return lock_.encrypted; }
    [[nodiscard]] bool hasPin() const { return lock_.has_pin; }
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString waitSentence() const;

    /// Opens the notebook with it; the app is Ready, or still Locked.
    Q_INVOKABLE void unlock(const QString& pin);
    /// An empty `current`: there was none; an empty `next`: there is none any more.
    Q_INVOKABLE void changePin(const QString& current, const QString& next);
    /// What was said before is of no matter any more.
    Q_INVOKABLE void forgetSentence();

    static bool is_about_pin(Fault fault);
    /// The desk has answered that it takes another PIN, or has to wait.
    void stayed_shut(Fault fault);

signals:
    void changed();
    void pinChanged(bool has);

private:
    void refresh();
    void done(const Outcome& outcome);

    Desk* desk_;
    std::filesystem::path folder_;
    Lock lock_;
    bool busy_ = false;
    std::optional<Fault> fault_;
    QTimer again_;
};

}  // namespace ayni::models
