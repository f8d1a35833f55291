#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "qml/models/rows.hpp"

using namespace ayni::models;

namespace {

QList<Row> rows_of(const QStringList& ids) {
    QList<Row> rows;
    for (const QString& id : ids) {
        rows.append({id, {id.toUpper(), false}});
    }
    return rows;
}

QStringList shown(const Rows& rows) {
    QStringList ids;
    for (int i = 0; i < rows.count(); ++i) {
        ids.append(rows.value(i, QStringLiteral("id")).toString());
    }
    return ids;
}

class Watched {
public:
    Rows rows{{"id", "name", "done"}};
    QAbstractItemModelTester tester{&rows, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy inserted{&rows, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed{&rows, &QAbstractItemModel::rowsRemoved};
    QSignalSpy moved{&rows, &QAbstractItemModel::rowsMoved};
    QSignalSpy changed{&rows, &QAbstractItemModel::dataChanged};
    QSignalSpy reset{&rows, &QAbstractItemModel::modelReset};

    void show(const QList<Row>& list) {
        inserted.clear();
        removed.clear();
        moved.clear();
        changed.clear();
        rows.show(list);
        CHECK(reset.isEmpty());
    }
};

}  // namespace

TEST_CASE("rows show the same again without a word") {
    Watched w;
    w.show(rows_of({"a", "b", "c"}));
    CHECK(w.inserted.count() == 3);
    w.show(rows_of({"a", "b", "c"}));
    CHECK(w.inserted.count() + w.removed.count() + w.moved.count() + w.changed.count() == 0);
}

TEST_CASE("one moved row is one move") {
    Watched w;
    w.show(rows_of({"a", "b", "c", "d"}));
    w.show(rows_of({"d", "a", "b", "c"}));
    CHECK(w.moved.count() == 1);
    CHECK(shown(w.rows) == QStringList{"d", "a", "b", "c"});
    w.show(rows_of({"a", "b", "c", "d"}));
    CHECK(w.moved.count() == 1);
    CHECK(shown(w.rows) == QStringList{"a", "b", "c", "d"});
    CHECK(w.inserted.count() + w.removed.count() == 0);
}

TEST_CASE("a changed value is one change of that value") {
    Watched w;
    w.show(rows_of({"a", "b"}));
    QList<Row> rows = rows_of({"a", "b"});
    rows[1].values[1] = true;
    w.show(rows);
    REQUIRE(w.changed.count() == 1);
    CHECK(w.changed.first().at(0).toModelIndex().row() == 1);
    CHECK(w.changed.first().at(2).value<QList<int>>() == QList<int>{Qt::UserRole + 2});
    CHECK(w.rows.value(1, QStringLiteral("done")).toBool());
    CHECK_FALSE(w.rows.value(5, QStringLiteral("done")).isValid());
    CHECK_FALSE(w.rows.value(0, QStringLiteral("colour")).isValid());
}

TEST_CASE("rows become any other list of rows") {
    std::mt19937 random(20'261'124);
    Watched w;
    for (int round = 0; round < 300; ++round) {
        QStringList ids;
        for (int i = 0; i < 12; ++i) {
            if (random() % 3 != 0) {
                ids.append(QString(QChar('a' + i)));
            }
        }
        std::shuffle(ids.begin(), ids.end(), random);
        w.show(rows_of(ids));
        REQUIRE(shown(w.rows) == ids);
        REQUIRE(w.rows.count() == ids.size());
    }
}
