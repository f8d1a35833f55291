#include "tests/qml/eye.hpp"

#include <QAccessible>
#include <QColor>
#include <algorithm>
#include <cmath>
#include <functional>

namespace ayni::tests {
namespace {

constexpr qreal finger = 48;

QQuickItem* item_of(QObject* root) {
    auto* window = qobject_cast<QQuickWindow*>(root);
    return window ? window->contentItem() : qobject_cast<QQuickItem*>(root);
}

void walk(QQuickItem* item, const std::function<void(QQuickItem*)>& visit) {
    if (!item || !item->isVisible() || item->opacity() == 0)
        return;
    visit(item);
    for (QQuickItem* child : item->childItems())
        walk(child, visit);
}

QString named(const QQuickItem* item) {
    const QString text = item->property("text").toString();
    return QStringLiteral("%1 %2 \"%3\" (%4 x %5 at %6, %7)")
        .arg(QString::fromLatin1(item->metaObject()->className()).section(QLatin1Char('_'), 0, 0), item->objectName(),
             text.left(50))
        .arg(item->width())
        .arg(item->height())
        .arg(item->mapToScene({}).x())
        .arg(item->mapToScene({}).y());
}

// Lies in the part of every clipping ancestor that is seen, from side to side.
bool is_between_the_sides(const QQuickItem* item) {
    const QRectF place = item->mapRectToScene(item->boundingRect());
    for (const QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (!up->clip())
            continue;
        const QRectF window = up->mapRectToScene(up->boundingRect());
        if (place.right() <= window.left() + 1 || place.left() >= window.right() - 1)
            return false;
    }
    return true;
}

bool can_be_used(QAccessible::Role role) {
    return role == QAccessible::Button || role == QAccessible::RadioButton || role == QAccessible::CheckBox ||
           role == QAccessible::EditableText || role == QAccessible::PageTab || role == QAccessible::ListItem;
}

void collect_nameless(QAccessibleInterface* node, QStringList& found) {
    if (!node || node->state().invisible)
        return;
    if ((can_be_used(node->role()) || node->state().focusable) && node->role() != QAccessible::Window &&
        node->role() != QAccessible::Application && node->text(QAccessible::Name).trimmed().isEmpty()) {
        auto* item = qobject_cast<QQuickItem*>(node->object());
        found << (item ? named(item) : QStringLiteral("role %1").arg(static_cast<int>(node->role())));
    }
    for (int i = 0; i < node->childCount(); ++i)
        collect_nameless(node->child(i), found);
}

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

QQuickItem* Eye::find(QObject* root, const QString& name) const {
    const QList<QObject*> all = findAll(root, name);
    return all.isEmpty() ? nullptr : qobject_cast<QQuickItem*>(all.front());
}

QList<QObject*> Eye::findAll(QObject* root, const QString& name) const {
    QList<QObject*> found;
    walk(item_of(root), [&](QQuickItem* item) {
        if (item->objectName() == name && is_between_the_sides(item))
            found << item;
    });
    std::stable_sort(found.begin(), found.end(), [](QObject* one, QObject* other) {
        return qobject_cast<QQuickItem*>(one)->mapToScene({}).y() <
               qobject_cast<QQuickItem*>(other)->mapToScene({}).y();
    });
    return found;
}

QStringList Eye::tooSmall(QQuickWindow* window) const {
    QStringList found;
    walk(window->contentItem(), [&](QQuickItem* item) {
        const bool is_control = item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField") ||
                                item->inherits("QQuickTextArea");
        // Nothing yet of a row that is only being made.
        const bool is_made = item->width() > 0 || item->height() > 0;
        if (is_control && is_made && (item->width() < finger || item->height() < finger))
            found << named(item);
    });
    return found;
}

QStringList Eye::nameless(QQuickWindow* window) const {
    QAccessible::setActive(true);
    QStringList found;
    collect_nameless(QAccessible::queryAccessibleInterface(window), found);
    return found;
}

QStringList Eye::clipped(QQuickWindow* window) const {
    QStringList found;
    walk(window->contentItem(), [&](QQuickItem* item) {
        if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty() || !is_between_the_sides(item))
            return;
        const QRectF place = item->mapRectToScene(item->boundingRect());
        const bool is_cut = item->property("truncated").toBool();
        const bool is_wide = item->property("contentWidth").toReal() > item->width() + 1;
        const bool is_high = item->property("contentHeight").toReal() > item->height() + 1;
        const bool is_beyond = place.left() < -1 || place.right() > window->width() + 1;
        if (is_cut || is_wide || is_high || is_beyond)
            found << named(item);
    });
    return found;
}

double Eye::contrast(const QColor& one, const QColor& other) const {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace ayni::tests
