// Two phones that meet without a network: a file goes from the one to the other, and to the hub with whoever has a
// network first.

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "tests/programme/models_app.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::models;
using ayni::models::test::options_for;
using ayni::models::test::Started;

namespace {

AppModel::Options sharing(const QTemporaryDir& folder, const QTemporaryDir& shared, bool offline) {
    auto options = options_for(folder.path(), QStringLiteral("en"), offline);
    options.shared = shared.path().toStdString();
    return options;
}

// It has what the hub has when it is closed.
void meets_the_hub(const QTemporaryDir& folder, const QTemporaryDir& shared) {
    Started app(sharing(folder, shared, false));
    REQUIRE(app.comes_to(AppModel::State::Ready));
    REQUIRE(app.until([&] { return app->safety()->busy(); }));
    REQUIRE(app.until([&] { return !app->safety()->busy(); }));
}

// Joined, and up to date when it is closed.
void joins(hub_test::Village& village, RecordId person, const QTemporaryDir& folder, const QTemporaryDir& shared) {
    Started app(sharing(folder, shared, false));
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    app->join(QString::fromStdString(village.invites(person)));
    REQUIRE(app.until([&] { return app->plan()->businesses()->count() > 0 && !app->safety()->busy(); }));
}

// A file of Rosa's, who wrote this without a network.
void writes_a_file(const QTemporaryDir& folder, const QTemporaryDir& shared, const QString& step) {
    Started rosa(sharing(folder, shared, true));
    REQUIRE(rosa.until([&] { return rosa->plan()->canEdit(); }));
    rosa->plan()->addAction(0, step);
    REQUIRE(rosa.until([&] { return rosa->plan()->shortLane()->count() > 0; }));
    rosa->carry()->open();
    rosa->carry()->make();
    REQUIRE(rosa.until([&] { return !rosa->carry()->madeText().isEmpty(); }));
    CHECK(rosa->safety()->waiting() > 0);  // nothing counts as received for it
}

QString only_file(Started& app) {
    REQUIRE(app.until([&] { return app->carry()->files()->count() == 1; }));
    return app->carry()->files()->value(0, QStringLiteral("name")).toString();
}

}  // namespace

TEST_CASE("written without a network, it is on the other's phone by a file, and in Montreal by her") {
    hub_test::Village village;
    const QTemporaryDir rosas;
    const QTemporaryDir maudes;
    const QTemporaryDir card;
    joins(village, village.rosa, rosas, card);
    joins(village, village.maude, maudes, card);
    meets_the_hub(rosas, card);  // now she knows Maude's phone
    writes_a_file(rosas, card, QStringLiteral("Weigh the flour"));
    Started maude(sharing(maudes, card, false));
    village.closed();
    REQUIRE(maude.comes_to(AppModel::State::Ready));
    maude->carry()->open();
    const QString name = only_file(maude);
    maude->carry()->takeIn(name);
    REQUIRE(maude.until([&] { return !maude->carry()->takenText().isEmpty(); }));
    CHECK(maude->carry()->takenText().contains(QLatin1String("taken in")));
    CHECK(maude.until([&] { return maude->plan()->shortLane()->count() == 1; }));
    CHECK(maude->plan()->shortLane()->value(0, QStringLiteral("title")) == QStringLiteral("Weigh the flour"));
    village.reopen();
    maude->safety()->syncNow();
    CHECK(maude.until([&] {
        village.odile.sync();
        return hub_test::must(village.odile.store->list(kind::action)).size() == 1;
    }));
}

TEST_CASE("a file that was made for others says so, and goes on") {
    hub_test::Village village;
    const QTemporaryDir rosas;
    const QTemporaryDir maudes;
    const QTemporaryDir card;
    joins(village, village.rosa, rosas, card);
    joins(village, village.maude, maudes, card);  // Rosa's phone doesn't know yet
    writes_a_file(rosas, card, QStringLiteral("Weigh the flour"));
    Started maude(sharing(maudes, card, true));
    REQUIRE(maude.comes_to(AppModel::State::Ready));
    maude->carry()->open();
    maude->carry()->takeIn(only_file(maude));
    REQUIRE(maude.until([&] { return !maude->carry()->takenText().isEmpty(); }));
    CHECK(maude->carry()->takenText().startsWith(QLatin1String("Nothing in it is for this phone.")));
    CHECK(maude->carry()->takenText().contains(QLatin1String("goes on with your next file")));
    CHECK(maude->plan()->shortLane()->count() == 0);
}

TEST_CASE("a file that is cut, no file of ours or gone is refused in words, and only what is listed is read") {
    hub_test::Village village;
    const QTemporaryDir folder;
    const QTemporaryDir card;
    joins(village, village.rosa, folder, card);
    QFile file(card.filePath(QStringLiteral("came.ayni")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("not a file of ours") > 0);
    file.close();
    Started app(sharing(folder, card, true));
    REQUIRE(app.comes_to(AppModel::State::Ready));
    app->carry()->open();
    const QString name = only_file(app);
    app->carry()->takeIn(QStringLiteral("../came.ayni"));
    CHECK_FALSE(app->carry()->busy());
    app->carry()->takeIn(name);
    REQUIRE(app.until([&] { return !app->carry()->trouble().isEmpty(); }));
    CHECK(app->carry()->trouble().contains(QLatin1String("not one of Ayni's")));
    REQUIRE(file.remove());
    app->carry()->takeIn(name);
    REQUIRE(app.until([&] { return !app->carry()->busy(); }));
    CHECK(app->carry()->trouble().contains(QLatin1String("Look again")));
    CHECK(app.until([&] { return app->carry()->files()->count() == 0; }));
}

TEST_CASE("where the file can't be written it says so, and where there is no hub too") {
    const QTemporaryDir folder;
    const QTemporaryDir card;
    Started alone(sharing(folder, card, true));
    alone.begins_alone();
    alone->carry()->open();
    alone->carry()->make();
    REQUIRE(alone.until([&] { return !alone->carry()->trouble().isEmpty(); }));
    CHECK(alone->carry()->trouble().contains(QLatin1String("not joined")));
    CHECK(QDir(card.path()).isEmpty());

    hub_test::Village village;
    const QTemporaryDir rosas;
    joins(village, village.rosa, rosas, card);
    auto options = sharing(rosas, card, true);
    options.shared = "/dev/null/nowhere";
    Started app(std::move(options));
    REQUIRE(app.comes_to(AppModel::State::Ready));
    app->carry()->make();
    REQUIRE(app.until([&] { return !app->carry()->trouble().isEmpty(); }));
    CHECK(app->carry()->trouble().contains(QLatin1String("nowhere")));
    CHECK(app->carry()->madeText().isEmpty());
}

TEST_CASE("two phones that have met the hub say the same numbers of what both read") {
    hub_test::Village village;
    const QTemporaryDir rosas;
    const QTemporaryDir card;
    joins(village, village.rosa, rosas, card);
    Started rosa(sharing(rosas, card, false));
    REQUIRE(rosa.until([&] { return rosa->plan()->canEdit(); }));
    rosa->plan()->addAction(0, QStringLiteral("Weigh the flour"));
    rosa->plan()->addGoal(1, QStringLiteral("A second oven"));
    REQUIRE(rosa.until([&] { return rosa->safety()->totalText() == QLatin1String("2 here, 2 in Montreal"); }));
    const QTemporaryDir odiles;
    joins(village, village.odile.store->person(), odiles, card);
    Started odile(sharing(odiles, card, true));
    REQUIRE(odile.until([&] { return odile->safety()->shares()->count() == 1; }));
    for (const char* role : {"shareId", "name", "text", "isWhole"}) {
        const QString named = QString::fromLatin1(role);
        CHECK(odile->safety()->shares()->value(0, named) == rosa->safety()->shares()->value(0, named));
    }
    CHECK(rosa->safety()->shares()->value(0, QStringLiteral("isWhole")).toBool());
}
