// A damaged notebook is brought back from the page that says so, and what came of it is told once.

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "sync/client/recovery.hpp"
#include "tests/programme/models_app.hpp"

using namespace ayni;
using namespace ayni::models;
using namespace ayni::models::test;

namespace {

QString file_of(const QTemporaryDir& folder) {
    return folder.filePath(QStringLiteral("profile.db"));
}

QByteArray bytes_of(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// Its first page, which says where everything is, can't be read any more.
QByteArray is_damaged(const QTemporaryDir& folder) {
    QByteArray bytes = bytes_of(file_of(folder));
    bytes.replace(0, 4096, QByteArray(4096, 'x'));
    QFile file(file_of(folder));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return bytes;
}

// A notebook with a step in it, damaged.
QByteArray make_damaged(const QTemporaryDir& folder) {
    {
        Started app(folder.path());
        app.begins_alone();
        app->plan()->addAction(0, QStringLiteral("Weigh the flour"));
        REQUIRE(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    }
    return is_damaged(folder);
}

bool is_repaired(Started& app) {
    REQUIRE(app.comes_to(AppModel::State::Broken));
    REQUIRE(app->repair()->possible());
    app->repair()->repair();
    CHECK(app->repair()->busy());
    return app.comes_to(AppModel::State::Repaired);
}

/// The disk gives the notebook only to whoever insists.
class WornDoor final : public Door {
public:
    Result<OpenNotebook> open(const std::filesystem::path& folder, const Store::Settings& settings,
                              const std::optional<Pin>&) override {
        if (!insisted_) {
            return Fault::storage_failed;
        }
        AYNI_LET(store, Store::open(folder / "profile.db", settings));
        return OpenNotebook{nullptr, std::move(store)};
    }
    Result<Recovery> recover(const std::filesystem::path& folder, const Store::Settings& settings,
                             const std::optional<Pin>&, const Progress& progress) override {
        insisted_ = true;
        return client::recover(folder / "profile.db", settings, progress);
    }
    Result<Lock> lock(const std::filesystem::path&) override { return Lock{}; }
    Outcome change_pin(const std::filesystem::path&, const std::optional<Pin>&, const std::optional<Pin>&) override {
        return Fault::key_unavailable;
    }

private:
    bool insisted_ = false;
};

Recovery everything_lost() {
    Recovery report;
    report.was_needed = report.end_unknown = report.awaits_own_log = true;
    report.set_aside = "profile.db.damaged-1";
    report.known_until = 1'795'000'000'000;
    report.gaps = {{{}, {}, 1, 2, true}, {{}, {}, 1, 2, false}};
    return report;
}

}  // namespace

TEST_CASE("a damaged notebook is brought back, what came of it is said once, and she goes on") {
    const QTemporaryDir folder;
    const QByteArray damaged = make_damaged(folder);
    {
        Started app(folder.path());
        REQUIRE(is_repaired(app));
        CHECK_FALSE(app->repair()->busy());
        CHECK_FALSE(app->repair()->report().isEmpty());
        CHECK(bytes_of(file_of(folder) + QStringLiteral(".damaged-1")) == damaged);
    }
    {
        Started app(folder.path());  // closed before she had read it
        REQUIRE(app.comes_to(AppModel::State::Repaired));
        app->repair()->understood();
        REQUIRE(app.comes_to(AppModel::State::Ready));
        CHECK(app->personName() == QLatin1String("Rosa Sola"));
        CHECK(app.until([&] { return app->plan()->shortLane()->count() == 1; }));
    }
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Ready));
    CHECK(app->repair()->report().isEmpty());
}

TEST_CASE("what came of a second repair is told too, though the file that the first one set aside is gone") {
    const QTemporaryDir folder;
    make_damaged(folder);
    for (int times = 0; times < 2; ++times) {
        {
            Started app(folder.path());
            REQUIRE(is_repaired(app));
            CHECK_FALSE(app->repair()->report().isEmpty());
            app->repair()->understood();
            REQUIRE(app.comes_to(AppModel::State::Ready));
        }
        REQUIRE(QFile::remove(file_of(folder) + QStringLiteral(".damaged-1")));
        is_damaged(folder);
    }
}

TEST_CASE("where nothing can be read that is said, the file stays as it is, and nothing more is offered") {
    const QTemporaryDir folder;
    const QByteArray bytes(9000, 'x');
    {
        QFile file(file_of(folder));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Broken));
    REQUIRE(app->repair()->possible());
    CHECK(app->repair()->sentence().isEmpty());
    app->repair()->repair();
    REQUIRE(app.until([&] { return !app->repair()->busy(); }));
    CHECK(app->state() == AppModel::State::Broken);
    CHECK(app->repair()->sentence().contains(QLatin1String("left as it is")));
    CHECK_FALSE(app->repair()->possible());
    CHECK(bytes_of(file_of(folder)) == bytes);
}

TEST_CASE("a notebook of which the phone can't read a sector is tried again first, and then brought back") {
    const QTemporaryDir folder;
    {
        Started app(folder.path());
        app.begins_alone();
    }
    auto options = options_for(folder.path(), QStringLiteral("en"));
    options.door = std::make_shared<WornDoor>();
    Started app(std::move(options));
    REQUIRE(app.comes_to(AppModel::State::Broken));
    CHECK(app->repair()->possible());
    CHECK(app->repair()->tryAgainFirst());
    CHECK(app->repair()->sentence().contains(QLatin1String("Try again first")));
    app->tryAgain();
    REQUIRE(app.until([&] { return app->state() == AppModel::State::Broken; }));
    app->repair()->repair();
    REQUIRE(app.comes_to(AppModel::State::Ready));  // all of it could be read in the end
    CHECK(app->personName() == QLatin1String("Rosa Sola"));
}

TEST_CASE(
    "where the phone can read nothing of the notebook's file, that is said in other words, and no more is offered") {
    const QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("profile.db")));
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Broken));
    const QString before = app->repair()->sentence();
    REQUIRE(app->repair()->possible());
    app->repair()->repair();
    REQUIRE(app.until([&] { return !app->repair()->busy(); }));
    CHECK(app->state() == AppModel::State::Broken);
    CHECK(app->repair()->sentence().contains(QLatin1String("left as it is")));
    CHECK(app->repair()->sentence() != before);
    CHECK_FALSE(app->repair()->possible());
    CHECK_FALSE(app->repair()->tryAgainFirst());
}

TEST_CASE("a notebook of a newer Ayni isn't damaged, and nothing is offered") {
    const QTemporaryDir folder;
    {
        auto database = Database::open(file_of(folder).toStdString());
        REQUIRE(database.has_value());
        REQUIRE((*database)->run("PRAGMA user_version=999").has_value());
    }
    Started app(folder.path());
    REQUIRE(app.comes_to(AppModel::State::Broken));
    CHECK_FALSE(app->repair()->possible());
}

TEST_CASE("the report says in each language what is missing, where it comes from, and what to do") {
    const QTemporaryDir folder;
    QStringList first;
    for (const char* language : {"es", "fr", "en"}) {
        Started app(folder.path(), QString::fromLatin1(language));
        REQUIRE(app.comes_to(AppModel::State::Welcome));
        RepairModel& repair = *app->repair();
        Recovery report = everything_lost();
        repair.tell(report);
        CHECK(repair.report().size() == 6);
        const QStringList from_hub = repair.report();
        report.keys_lost = true;
        repair.tell(report);
        CHECK(repair.report().size() == 6);
        CHECK(repair.report() != from_hub);
        Recovery nothing_lost;
        nothing_lost.set_aside = "profile.db.damaged-1";
        repair.tell(nothing_lost);
        CHECK(repair.report().size() == 2);
        first.append(repair.report());
    }
    CHECK(first.removeDuplicates() == 0);
    CHECK(first.at(4) == QLatin1String("Everything could be read. Nothing is missing."));
}
