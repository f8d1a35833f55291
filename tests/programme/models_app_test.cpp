#include "tests/programme/models_app.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTranslator>
#include <catch2/catch_test_macros.hpp>

#include "qml/models/app_model.hpp"
#include "sync/wire/envelope.hpp"

using namespace ayni;
using namespace ayni::models;
using namespace ayni::models::test;

TEST_CASE("a first start welcomes; beginning alone opens a plan that is there the next day") {
    const QTemporaryDir folder;
    {
        Started app(folder.path());
        REQUIRE(app.comes_to(AppModel::State::Welcome));
        CHECK(app->role().isEmpty());
        app->beginAlone(QStringLiteral("Rosa Sola"), QStringLiteral("Pan de Rosa"));
        REQUIRE(app.comes_to(AppModel::State::Ready));
        CHECK(app->isAlone());
        CHECK(app->role() == QLatin1String("entrepreneur"));
        REQUIRE(app.until([&] { return app->plan()->canEdit(); }));
        CHECK(app->plan()->planName() == QLatin1String("Pan de Rosa"));
        app->plan()->addAction(0, QStringLiteral("Weigh the flour"), QStringLiteral("S"), QStringLiteral("2030-01-31"));
        REQUIRE(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
        CHECK(app->notice() == QLatin1String("Saved on this phone."));
    }
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Ready));
    REQUIRE(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    CHECK(app->plan()->shortLane()->value(0, QStringLiteral("title")) == QLatin1String("Weigh the flour"));
    CHECK(app->plan()->shortLane()->value(0, QStringLiteral("dueIso")) == QLatin1String("2030-01-31"));
}

TEST_CASE("what was done last can be undone, once") {
    const QTemporaryDir folder;
    Started app(folder.path());
    app.begins_alone();
    CHECK_FALSE(app->undoAvailable());
    app->plan()->addAction(1, QStringLiteral("Compare two mills"));
    REQUIRE(app.until([&] { return app->undoAvailable() && app->plan()->mediumLane()->count() == 1; }));
    app->undo();
    CHECK(app.until([&] { return app->plan()->mediumLane()->count() == 0; }));
    CHECK_FALSE(app->undoAvailable());
}

TEST_CASE("rows move by verbs as by hand, and hidden ones keep their place") {
    const QTemporaryDir folder;
    Started app(folder.path());
    app.begins_alone();
    PlanModel& plan = *app->plan();
    for (const char* title : {"a", "b", "c"}) {
        plan.addAction(0, QString::fromLatin1(title));
    }
    REQUIRE(app.until([&] { return plan.shortLane()->count() == 3; }));
    const auto id = [&](int row) { return plan.shortLane()->value(row, QStringLiteral("itemId")).toString(); };
    const auto titles = [&] {
        QString all;
        for (int i = 0; i < plan.shortLane()->count(); ++i) {
            all += plan.shortLane()->value(i, QStringLiteral("title")).toString();
        }
        return all;
    };
    plan.moveUp(id(2));
    REQUIRE(app.until([&] { return titles() == QLatin1String("acb"); }));
    plan.moveDown(id(0));
    REQUIRE(app.until([&] { return titles() == QLatin1String("cab"); }));
    plan.finish(id(1));
    REQUIRE(app.until([&] { return titles() == QLatin1String("cb"); }));
    CHECK(plan.doneCount() == 1);
    plan.move(id(1), 0, 0);
    REQUIRE(app.until([&] { return titles() == QLatin1String("bc"); }));
    plan.setShowDone(true);
    CHECK(titles() == QLatin1String("bca"));
    plan.moveToLane(id(0), 2);
    REQUIRE(app.until([&] { return plan.longLane()->count() == 1; }));
}

TEST_CASE("six open steps ask which can wait") {
    const QTemporaryDir folder;
    Started app(folder.path());
    app.begins_alone();
    for (int i = 0; i < 5; ++i) {
        app->plan()->addAction(0, QStringLiteral("Step %1").arg(i));
    }
    REQUIRE(app.until([&] { return app->plan()->openShort() == 5; }));
    CHECK_FALSE(app->plan()->askWhichCanWait());
    app->plan()->addAction(0, QStringLiteral("One more"));
    REQUIRE(app.until([&] { return app->plan()->openShort() == 6; }));
    CHECK(app->plan()->askWhichCanWait());
}

TEST_CASE("a damaged notebook is left as it is, and said so in each language") {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("profile.db"));
    const QByteArray bytes(9000, 'x');
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QStringList sentences;
    for (const char* language : {"es", "fr", "en"}) {
        Started app(folder.path(), QString::fromLatin1(language));
        REQUIRE(app.comes_to(AppModel::State::Broken));
        sentences.append(app->brokenSentence());
    }
    CHECK(sentences.removeDuplicates() == 0);
    CHECK(sentences.last().contains(QLatin1String("damaged")));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == bytes);
}

TEST_CASE("a notebook of a newer Ayni asks for an update") {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("profile.db")).toStdString();
    {
        auto database = Database::open(path);
        REQUIRE(database.has_value());
        REQUIRE((*database)->run("PRAGMA user_version=999").has_value());
    }
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Broken));
    CHECK(app->brokenSentence().contains(QLatin1String("Update the app")));
}

namespace {

/// Another program has the notebook, until it hasn't any more.
class HeldDoor final : public Door {
public:
    explicit HeldDoor(std::shared_ptr<std::atomic<bool>> held) : held_(std::move(held)) {}
    Result<OpenNotebook> open(const std::filesystem::path& folder, const Store::Settings& settings,
                              const std::optional<Pin>&) override {
        if (*held_) {
            return Fault::storage_busy;
        }
        AYNI_LET(store, Store::open(folder / "profile.db", settings));
        return OpenNotebook{nullptr, std::move(store)};
    }
    Result<Recovery> recover(const std::filesystem::path&, const Store::Settings&, const std::optional<Pin>&,
                             const Progress&) override {
        return Fault::storage_busy;
    }
    Result<Lock> lock(const std::filesystem::path&) override { return Lock{}; }
    Outcome change_pin(const std::filesystem::path&, const std::optional<Pin>&, const std::optional<Pin>&) override {
        return Fault::key_unavailable;
    }

private:
    std::shared_ptr<std::atomic<bool>> held_;
};

}  // namespace

TEST_CASE("a notebook that another program holds can be tried again") {
    const QTemporaryDir folder;
    auto held = std::make_shared<std::atomic<bool>>(true);
    AppModel::Options options = options_for(folder.path(), QStringLiteral("en"));
    options.door = std::make_shared<HeldDoor>(held);
    Started app(std::move(options));
    REQUIRE(app.comes_to(AppModel::State::Broken));
    CHECK(app->brokenSentence().contains(QLatin1String("open already")));
    *held = false;
    app->tryAgain();
    CHECK(app.comes_to(AppModel::State::Welcome));
}

TEST_CASE("the sample shows each of the three something, and leaves nothing behind") {
    const QTemporaryDir folder;
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    for (const char* role : {"entrepreneur", "mentor", "coordinator"}) {
        app->openSample(QString::fromLatin1(role));
        const bool owner = role == std::string_view("entrepreneur");
        REQUIRE(app.until([&] {
            return app->role() == QLatin1String(role) && app->plan()->shortLane()->count() > 0 &&
                   app->plan()->canEdit() == owner;
        }));
        CHECK(app->isSample());
        CHECK(app.until([&] { return app->sessions()->total() == 4; }));
        CHECK(app.until([&] { return app->us()->people()->count() == 4; }));
        CHECK(app->us()->cohortName().contains(QLatin1String("fictional")));
        const bool has_faces = app->role() != QLatin1String("entrepreneur");
        CHECK(app.until([&] { return (app->today()->faces()->count() == 2) == has_faces; }));
    }
    app->leaveSample();
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    CHECK_FALSE(app->isSample());
    CHECK(app.until([&] { return app->sessions()->total() == 0 && app->us()->people()->count() == 0; }));
}

TEST_CASE("a session is logged with eight taps and nothing typed") {
    const QTemporaryDir folder;
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    app->openSample(QStringLiteral("mentor"));
    REQUIRE(app.until([&] { return app->sessions()->total() == 4 && app->sessions()->canLog(); }));
    app->logSession();  // 1
    SessionDraftModel& draft = *app->sessionDraft();
    REQUIRE(app.until([&] { return draft.people()->count() == 2; }));
    CHECK(draft.severalPlans());
    CHECK_FALSE(draft.canSave());
    draft.setModality(QStringLiteral("in_person"));  // 2
    draft.setMinutes(45);                            // 3
    draft.toggleTopic(QStringLiteral("pricing"));    // 4
    draft.setMood(5);                                // 5
    draft.setGaveTopic(QStringLiteral("cash"));      // 6
    draft.setNext(QStringLiteral("week"));           // 7
    CHECK(draft.canSave());
    draft.save();  // 8
    REQUIRE(app.until([&] { return draft.isSaved() && app->sessions()->total() == 5; }));
    CHECK_FALSE(draft.savedText().isEmpty());
    app->openSession(draft.sessionId());
    SessionModel& page = *app->sessionPage();
    REQUIRE(app.until([&] { return page.state() == SessionModel::State::Ready; }));
    CHECK(page.minutesText() == QLatin1String("45 min"));
    CHECK(page.notes()->count() == 1);
    CHECK(page.exchanges()->count() == 1);
    CHECK(page.canWrite());
    CHECK_FALSE(page.nextText().isEmpty());
    page.addNote(QStringLiteral("And one more thought."));
    CHECK(app.until([&] { return page.notes()->count() == 2; }));
}

TEST_CASE("sessions are found by people, topic and place, accents or not") {
    const QTemporaryDir folder;
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    app->openSample(QStringLiteral("mentor"));
    REQUIRE(app.until([&] { return app->sessions()->items()->count() == 4; }));
    app->sessions()->setQuery(QStringLiteral("PRICES"));
    CHECK(app->sessions()->items()->count() == 1);
    app->sessions()->setQuery(QStringLiteral("ejemplo pro"));
    CHECK(app->sessions()->items()->count() == 1);
    app->sessions()->setQuery(QStringLiteral("nobody"));
    CHECK(app->sessions()->items()->count() == 0);
    app->sessions()->setQuery({});
    CHECK(app->sessions()->items()->count() == 4);
}

TEST_CASE("what cannot be joined says why, and the profile stays as it was") {
    const QTemporaryDir folder;
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    app->join(QStringLiteral("this is no link"));
    REQUIRE(app.until([&] { return !app->joinBusy(); }));
    CHECK(app->joinSentence().contains(QLatin1String("not complete")));
    app->join(QStringLiteral("ayni://127.0.0.1:9/ABCD-EFGH"));
    CHECK(app->joinBusy());
    REQUIRE(app.until([&] { return !app->joinBusy(); }));
    CHECK(app->joinSentence().contains(QLatin1String("No connection")));
    CHECK(app->state() == AppModel::State::Welcome);
}

TEST_CASE("language, darkness and text size are kept with the profile") {
    const QTemporaryDir folder;
    {
        Started app(folder.path(), {});
        REQUIRE(app.comes_to(AppModel::State::Welcome));
        app->setLanguage(QStringLiteral("fr"));
        app->setLanguage(QStringLiteral("xx"));
        app->setDarkness(AppModel::Darkness::Dark);
        app->setTextScale(3);
        CHECK(app->textScale() == 2.0);
    }
    Started app(folder.path(), {});
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    CHECK(app->language() == QLatin1String("fr"));
    CHECK(app->darkness() == AppModel::Darkness::Dark);
    CHECK(app->textScale() == 2.0);
}
