#pragma once
// What is being written and isn't sent: kept at every pause in typing, back at the same place.

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QVariantMap>

#include "qml/models/desk.hpp"

namespace ayni::models {

/// So long (ms) nothing is typed before what stands there is kept.
inline constexpr int typing_pause_ms = 500;

/// Threads: the GUI's; what touches the disk is done at the desk, in the order it was asked for.
class Drafts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppModel")
    Q_PROPERTY(int pause READ pause CONSTANT)

public:
    explicit Drafts(Desk& desk, QObject* parent = nullptr);

    [[nodiscard]] static int pause() { return typing_pause_ms; }
    /// Answers with `found` if something is kept there.
    Q_INVOKABLE void look(const QString& place);
    /// words: texts by the names of their fields; none: it is no draft any more. scope: "" if it belongs to none.
    Q_INVOKABLE void keep(const QString& place, const QString& scope, const QVariantMap& words);
    Q_INVOKABLE void discard(const QString& place);
    /// Whoever writes keeps it now and stops: another profile is about to be opened, or the app ends.
    void leave() { emit leaving(); }

signals:
    void found(const QString& place, const QVariantMap& words);
    void leaving();

private:
    Desk* desk_;
};

}  // namespace ayni::models
