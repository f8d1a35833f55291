#include "qml/models/rows.hpp"

#include <QSet>
#include <algorithm>

namespace ayni::models {

Rows::Rows(const QList<QByteArray>& roles, QObject* parent) : QAbstractListModel(parent), roles_(roles) {}

int Rows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Rows::data(const QModelIndex& index, int role) const {
    const int at = role - Qt::UserRole;
    if (!index.isValid() || index.row() >= count() || at < 0 || at >= roles_.size()) {
        return {};
    }
    const Row& row = rows_[index.row()];
    return at == 0 ? QVariant(row.id) : row.values.value(at - 1);
}

QHash<int, QByteArray> Rows::roleNames() const {
    QHash<int, QByteArray> names;
    for (int i = 0; i < roles_.size(); ++i) {
        names.insert(Qt::UserRole + i, roles_[i]);
    }
    return names;
}

void Rows::show(const QList<Row>& rows) {
    const int before = count();
    drop_missing(rows);
    for (int at = 0; at < rows.size(); ++at) {
        const int from = indexOf(rows[at].id);
        if (from < 0) {
            beginInsertRows({}, at, at);
            rows_.insert(at, rows[at]);
            endInsertRows();
            continue;
        }
        if (from != at) {  // only ever upwards: everything before `at` is in its place
            beginMoveRows({}, from, from, {}, at);
            rows_.move(from, at);
            endMoveRows();
        }
        change(at, rows[at]);
    }
    if (before != count()) {
        emit countChanged();
    }
}

void Rows::drop_missing(const QList<Row>& rows) {
    QSet<QString> wanted;
    for (const Row& row : rows) {
        wanted.insert(row.id);
    }
    for (int at = count() - 1; at >= 0; --at) {
        if (!wanted.contains(rows_[at].id)) {
            beginRemoveRows({}, at, at);
            rows_.removeAt(at);
            endRemoveRows();
        }
    }
}

void Rows::change(int at, const Row& row) {
    QList<int> changed;
    for (int i = 0; i + 1 < roles_.size(); ++i) {
        if (rows_[at].values.value(i) != row.values.value(i)) {
            changed.append(Qt::UserRole + i + 1);
        }
    }
    if (!changed.isEmpty()) {
        rows_[at] = row;
        emit dataChanged(index(at), index(at), changed);
    }
}

int Rows::indexOf(const QString& id) const {
    const auto found = std::ranges::find(rows_, id, &Row::id);
    return found != rows_.end() ? static_cast<int>(found - rows_.begin()) : -1;
}

QVariant Rows::value(int row, const QString& role) const {
    const auto at = roles_.indexOf(role.toUtf8());
    return row < 0 || row >= count() || at < 0 ? QVariant() : data(index(row), Qt::UserRole + static_cast<int>(at));
}

}  // namespace ayni::models
