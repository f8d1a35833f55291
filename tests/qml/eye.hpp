#pragma once
// What a person meets on a screen: looks at the items of a window as a finger, an eye and a screen reader do.

#include <QObject>
#include <QQuickItem>
#include <QQuickWindow>
#include <QStringList>

namespace ayni::tests {

class Eye : public QObject {
    Q_OBJECT

public:
    /// The shown item of this object name below a window's content or an item; null if there is none.
    Q_INVOKABLE QQuickItem* find(QObject* root, const QString& name) const;
    /// All shown items of this object name, from the top of the page down.
    Q_INVOKABLE QList<QObject*> findAll(QObject* root, const QString& name) const;
    /// Controls that a finger would miss: below 48 by 48.
    Q_INVOKABLE QStringList tooSmall(QQuickWindow* window) const;
    /// What can be focused or pressed and has no name for a screen reader, by the accessibility tree.
    Q_INVOKABLE QStringList nameless(QQuickWindow* window) const;
    /// Words that do not fit: cut, or wider than their place, or beyond the window's sides.
    Q_INVOKABLE QStringList clipped(QQuickWindow* window) const;
    /// WCAG 2's contrast of two opaque colours, 1 to 21.
    Q_INVOKABLE double contrast(const QColor& one, const QColor& other) const;
};

}  // namespace ayni::tests
