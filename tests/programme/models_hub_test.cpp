#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>

#include "tests/programme/models_app.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::models;
using ayni::models::test::options_for;
using ayni::models::test::Started;

namespace {

QString sheet_of(hub_test::Village& village, RecordId person) {
    return QString::fromStdString(village.invites(person));
}

}  // namespace

TEST_CASE("joined by a link, what is written goes to the hub by itself, and the other side's word comes") {
    hub_test::Village village;
    auto maude = village.phone_of(village.maude);
    const QTemporaryDir folder;
    Started app(options_for(folder.path(), QStringLiteral("en"), false));
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    app->join(sheet_of(village, village.rosa));
    REQUIRE(app.comes_to(AppModel::State::Ready));
    REQUIRE(app.until([&] { return app->plan()->canEdit() && app->role() == QLatin1String("entrepreneur"); }));
    CHECK(app->plan()->planName() == QStringLiteral("Panadería"));
    CHECK_FALSE(app->isAlone());
    CHECK(app.until([&] { return app->hubName() == QLatin1String("Prueba"); }));

    app->plan()->addAction(0, QStringLiteral("Weigh the flour"));
    REQUIRE(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    REQUIRE(app.until([&] { return app->safety()->waiting() == 0 && !app->safety()->busy(); }));
    CHECK(app.until([&] { return app->plan()->shortLane()->value(0, QStringLiteral("safety")).toInt() >= 1; }));
    maude->sync();
    const auto actions = hub_test::must(maude->store->list(kind::action));
    REQUIRE(actions.size() == 1);
    CHECK(actions[0].text("title") == "Weigh the flour");

    maude->makes(village.bakery_plan, kind::action,
                 {{"title", std::string("Try a smaller loaf")},
                  {"rank", Place{"short", "z"}},
                  {"owner", village.rosa},
                  {"status", Stage{"proposed", {}}}});
    maude->sync();
    app->safety()->syncNow();
    CHECK(app.until([&] { return app->plan()->shortLane()->count() == 2; }));
    CHECK(app.until(
        [&] { return app->today()->items()->indexOf(app->plan()->shortLane()->value(1, "itemId").toString()) >= 0; }));
}

TEST_CASE("without the hub nothing waits for it, and it says so in one sentence") {
    hub_test::Village village;
    const QTemporaryDir folder;
    Started app(options_for(folder.path(), QStringLiteral("en"), false));
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    app->join(sheet_of(village, village.rosa));
    REQUIRE(app.until([&] { return app->plan()->canEdit(); }));
    village.closed();
    app->plan()->addAction(0, QStringLiteral("Written in the plane"));
    REQUIRE(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    app->safety()->syncNow();
    REQUIRE(app.until([&] { return !app->safety()->trouble().isEmpty(); }));
    CHECK(app->safety()->trouble().contains(QLatin1String("No connection")));
    CHECK(app->safety()->waiting() > 0);
    village.reopen();
    app->safety()->syncNow();
    CHECK(app.until([&] { return app->safety()->trouble().isEmpty() && app->safety()->waiting() == 0; }));
}

TEST_CASE("a plan begun alone moves into the programme after joining") {
    hub_test::Village village;
    const QTemporaryDir folder;
    Started app(options_for(folder.path(), QStringLiteral("en"), false));
    app.begins_alone();
    app->plan()->addAction(0, QStringLiteral("Begun alone"));
    REQUIRE(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    app->join(sheet_of(village, village.rosa));
    REQUIRE(app.until([&] { return app->plan()->planName() == QStringLiteral("Panadería"); }));
    CHECK(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    CHECK(app.until([&] { return !app->isAlone() && app->safety()->waiting() == 0; }));
    auto maude = village.phone_of(village.maude);
    CHECK(hub_test::must(maude->store->list(kind::action)).size() == 1);
}

TEST_CASE("a used code says so") {
    hub_test::Village village;
    const QString link = sheet_of(village, village.rosa);
    const QTemporaryDir first;
    Started one(options_for(first.path(), QStringLiteral("en"), false));
    REQUIRE(one.comes_to(AppModel::State::Welcome));
    one->join(link);
    REQUIRE(one.comes_to(AppModel::State::Ready));
    const QTemporaryDir second;
    Started two(options_for(second.path(), QStringLiteral("en"), false));
    REQUIRE(two.comes_to(AppModel::State::Welcome));
    two->join(link);
    REQUIRE(two.until([&] { return !two->joinBusy(); }));
    CHECK(two->joinSentence().contains(QLatin1String("used or is too old")));
}
