#include <QTemporaryDir>
#include <catch2/catch_test_macros.hpp>

#include "tests/programme/damaged_table.hpp"
#include "tests/programme/models_app.hpp"
#include "tests/sync/client_strangers.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::models;
using ayni::models::test::options_for;
using ayni::models::test::Started;

namespace {

QString sheet_of(hub_test::Village& village, RecordId person) {
    return QString::fromStdString(village.invites(person));
}

/// Rosa's phone meets her hub by a way on which an answer can be long in coming.
class SlowWay {
public:
    explicit SlowWay(hub_test::Village& village, const QTemporaryDir& folder)
        : way_([&village](const std::string& head, const std::string& body) {
              const std::string path = head.substr(head.find(' ') + 1, head.find(" HTTP") - head.find(' ') - 1);
              const std::string mark = "Bearer ";
              const std::size_t token = head.find(mark) + mark.size();
              client::Http http;
              const auto answer =
                  http.post(village.url() + path, body, head.substr(token, head.find("\r\n", token) - token));
              return answer
                         ? client_test::http("200 OK", answer->body, "Content-Type: " + answer->content_type + "\r\n")
                         : std::string();
          }) {
        const auto store = hub_test::must(Store::open(folder.filePath(QStringLiteral("profile.db")).toStdString(),
                                                      options_for(folder.path(), {}).store));
        hub_test::must(store->set_setting("hub_url", way_.url()));
        way_.is_silent = true;
    }
    client_test::Stranger& operator*() { return way_; }

private:
    client_test::Stranger way_;
};

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

TEST_CASE(
    "a notebook that turns out damaged while an exchange is under way exchanges no more until it is brought back") {
    hub_test::Village village;
    const QTemporaryDir folder;
    {
        Started app(options_for(folder.path(), QStringLiteral("en"), false));
        REQUIRE(app.comes_to(AppModel::State::Welcome));
        app->join(sheet_of(village, village.rosa));
        REQUIRE(app.until([&] { return app->plan()->canEdit() && app->safety()->waiting() == 0; }));
    }
    SlowWay way(village, folder);
    Started app(options_for(folder.path(), QStringLiteral("en"), false));
    REQUIRE(app.comes_to(AppModel::State::Ready));
    REQUIRE(app.until([&] { return (*way).requests() > 0; }));
    CHECK(app->safety()->busy());
    REQUIRE(test::damage_table(folder.filePath(QStringLiteral("profile.db")).toStdString(), "Person"));
    app->beginAlone(QStringLiteral("Rosa"), {});  // refused; but it looks again who she is
    REQUIRE(app.comes_to(AppModel::State::Broken));
    CHECK(app.until([&] { return !app->safety()->busy(); }));
    CHECK(app->safety()->trouble().isEmpty());
    app->safety()->syncNow();
    CHECK_FALSE(app->safety()->busy());

    (*way).is_silent = false;
    REQUIRE(app->repair()->possible());
    app->repair()->repair();
    REQUIRE(app.comes_to(AppModel::State::Repaired));
    app->repair()->understood();
    REQUIRE(app.comes_to(AppModel::State::Ready));
    app->plan()->addAction(0, QStringLiteral("Weigh the flour"));
    REQUIRE(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    CHECK(app.until([&] { return app->safety()->waiting() == 0 && !app->safety()->busy(); }));
}
