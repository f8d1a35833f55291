#pragma once
// A list for a view, whose changes are as small as they can be, so that selection, scrolling and animation last.

#include <QtQml/qqmlregistration.h>

#include <QAbstractListModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QVariant>

namespace ayni::models {

/// One row: what names it, and its values in the order of the list's roles (without the first, which is the id).
struct Row {
    QString id;
    QVariantList values;
    bool operator==(const Row&) const = default;
};

/// Rows with named roles. The first role is the row's id, unique in the list.
///
/// Threads: the GUI's. Empty: `count` is 0.
class Rows : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by its page's model")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit Rows(const QList<QByteArray>& roles, QObject* parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Becomes `rows` by removals, moves, insertions and changes of single values.
    void show(const QList<Row>& rows);

    /// -1: none has this id.
    Q_INVOKABLE int indexOf(const QString& id) const;
    /// The value of a role by its name; undefined past the end, or for a role that isn't there.
    Q_INVOKABLE QVariant value(int row, const QString& role) const;

signals:
    void countChanged();

private:
    void drop_missing(const QList<Row>& rows);
    void reorder(const QList<Row>& rows);
    [[nodiscard]] QSet<QString> in_order(const QHash<QString, int>& wanted) const;
    void change(int at, const Row& row);

    QList<QByteArray> roles_;
    QList<Row> rows_;
};

}  // namespace ayni::models
