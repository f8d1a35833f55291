#pragma once
// What all view models share: a snapshot from the engine, rendered in the person's language.

#include <QtQml/qqmlregistration.h>

#include <QObject>

namespace ayni::models {

class Desk;
class Workplace;

/// A page's model. `refresh` asks the engine for a snapshot (once, however often it is asked meanwhile), and
/// `render` turns the last one into words; `changed` comes once for each.
class ViewModel : public QObject {
    Q_OBJECT
    QML_ANONYMOUS

public:
    explicit ViewModel(Workplace& workplace);
    void refresh();
    virtual void render() = 0;

signals:
    void changed();

protected:
    /// Asks the desk; calls `arrived` when it has answered.
    virtual void fetch() = 0;
    void arrived();
    [[nodiscard]] Workplace& workplace() const { return *workplace_; }
    [[nodiscard]] Desk& desk() const;

private:
    Workplace* workplace_;
    bool asked_ = false;
    bool again_ = false;
};

}  // namespace ayni::models
