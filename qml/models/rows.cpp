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
    reorder(rows);
    for (int at = 0; at < rows.size(); ++at) {
        if (at < count() && rows_[at].id == rows[at].id) {
            change(at, rows[at]);
        } else {
            beginInsertRows({}, at, at);
            rows_.insert(at, rows[at]);
            endInsertRows();
        }
    }
    if (before != count()) {
        emit countChanged();
    }
}

// Everything here is wanted, but perhaps elsewhere. The longest run that is in order already stays where it is; each
// of the others moves once, to its place among those.
void Rows::reorder(const QList<Row>& rows) {
    QHash<QString, int> wanted;
    for (int at = 0; at < rows.size(); ++at) {
        wanted.insert(rows[at].id, at);
    }
    const QSet<QString> staying = in_order(wanted);
    QStringList moving;
    for (const Row& row : rows_) {
        if (!staying.contains(row.id)) {
            moving.append(row.id);
        }
    }
    QSet<QString> settled = staying;
    for (const QString& id : moving) {
        const int from = indexOf(id);
        int to = 0;
        while (to < count() && (!settled.contains(rows_[to].id) || wanted[rows_[to].id] < wanted[id])) {
            ++to;
        }
        settled.insert(id);
        if (to == from || to == from + 1) {
            continue;
        }
        beginMoveRows({}, from, from, {}, to);
        rows_.move(from, to > from ? to - 1 : to);
        endMoveRows();
    }
}

// The longest subsequence of the shown rows whose wanted places rise.
QSet<QString> Rows::in_order(const QHash<QString, int>& wanted) const {
    const int size = count();
    QList<int> length(size, 1);
    QList<int> previous(size, -1);
    int last = size == 0 ? -1 : 0;
    for (int at = 0; at < size; ++at) {
        for (int before = 0; before < at; ++before) {
            if (wanted[rows_[before].id] < wanted[rows_[at].id] && length[before] + 1 > length[at]) {
                length[at] = length[before] + 1;
                previous[at] = before;
            }
        }
        last = length[at] > length[last] ? at : last;
    }
    QSet<QString> run;
    for (; last >= 0; last = previous[last]) {
        run.insert(rows_[last].id);
    }
    return run;
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
