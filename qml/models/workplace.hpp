#pragma once
// Where view models work: the desk, what was done last, and the short word on it.

#include <QObject>
#include <QString>
#include <functional>

#include "engine/programme/deed.hpp"
#include "qml/models/desk.hpp"

namespace ayni::models {

/// Threads: the GUI's.
class Workplace : public QObject {
    Q_OBJECT

public:
    /// What a use case does at the desk. A deed without steps: nothing needed doing.
    using Act = std::function<Result<programme::Deed>(Store&)>;

    explicit Workplace(Desk& desk, QObject* parent = nullptr);

    [[nodiscard]] Desk& desk() const { return *desk_; }
    /// Does it, then says `done` (empty: nothing) and offers to undo it; or says why it could not be.
    /// `then` hears of success only.
    void carry_out(Act act, const QString& done, std::function<void()> then = {});
    /// The same for a deed that a model has asked for itself. True if it was done.
    bool took(Result<programme::Deed> deed, const QString& done);
    void undo();
    /// Nothing of what was done before can be undone any more (another profile is open).
    void forget();
    void say(const QString& sentence);

    [[nodiscard]] const QString& notice() const { return notice_; }
    [[nodiscard]] bool undo_available() const { return !last_.steps.empty(); }

signals:
    void changed();

private:
    Desk* desk_;
    QString notice_;
    programme::Deed last_;
};

}  // namespace ayni::models
