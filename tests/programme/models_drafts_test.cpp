// What is being written, as it lies on the disk while the app still runs: so it would be found after a kill.

#include <QDir>
#include <QTemporaryDir>
#include <filesystem>

#include "tests/programme/models_app.hpp"

using namespace ayni;
using namespace ayni::models;
using namespace ayni::models::test;

namespace {

// The profile as a kill at this moment would leave it.
std::unique_ptr<QTemporaryDir> as_it_lies(const QTemporaryDir& folder) {
    auto copy = std::make_unique<QTemporaryDir>();
    for (const char* name : {"profile.db", "profile.db-wal"}) {
        const auto from = std::filesystem::path(folder.path().toStdString()) / name;
        if (std::filesystem::exists(from)) {
            std::filesystem::copy_file(from, std::filesystem::path(copy->path().toStdString()) / name);
        }
    }
    return copy;
}

/// What lies on the disk at this place once it is as it should be.
template <class So>
bool is_kept(Started& app, const QString& place, So so) {
    QVariantMap words;
    const QObject listening;
    QObject::connect(app->drafts(), &Drafts::found, &listening, [&](const QString& at, const QVariantMap& found) {
        if (at == place) {
            words = found;
        }
    });
    return app.until([&] {
        app->drafts()->look(place);
        return so(words);
    });
}

/// All that was asked of the desk has been answered, and what was asked because of the answers too.
void settles(Started& app) {
    const QString place = QStringLiteral("settles");
    for (const char* time : {"once", "twice"}) {
        const QString said = QString::fromLatin1(time);
        app->drafts()->keep(place, {}, {{place, said}});
        REQUIRE(is_kept(app, place, [&](const QVariantMap& words) { return words.value(place) == said; }));
    }
    app->drafts()->discard(place);
}

bool has_opened(Started& app) {
    return app.comes_to(AppModel::State::Ready) && app.until([&] { return app->plan()->canEdit(); });
}

}  // namespace

TEST_CASE("words are kept at a pause and come back after a kill; what was sent comes back no more") {
    const QTemporaryDir folder;
    Started app(folder.path());
    app.begins_alone();
    const QString place = app->plan()->draftPlace();
    app->drafts()->keep(place, app->plan()->currentPlan(), {{QStringLiteral("title"), QStringLiteral("Weigh the fl")}});
    settles(app);
    const auto killed = as_it_lies(folder);
    QVariantMap found;
    {
        Started again(killed->path());
        REQUIRE(has_opened(again));
        REQUIRE(again->plan()->draftPlace() == place);
        QObject::connect(again->drafts(), &Drafts::found, [&](const QString& at, const QVariantMap& words) {
            CHECK(at == place);
            found = words;
        });
        again->drafts()->look(QStringLiteral("elsewhere"));
        again->drafts()->look(place);
        REQUIRE(again.until([&] { return !found.isEmpty(); }));
        CHECK(found.value(QStringLiteral("title")) == QStringLiteral("Weigh the fl"));
        again->plan()->addAction(0, QStringLiteral("Weigh the flour"));
        REQUIRE(again.until([&] { return again->plan()->shortLane()->count() == 1; }));
    }
    const auto later = as_it_lies(*killed);
    Started third(later->path());
    REQUIRE(has_opened(third));
    found.clear();
    QObject::connect(third->drafts(), &Drafts::found, [&](const QString& at, const QVariantMap& words) {
        if (at == place) {
            found = words;
        }
    });
    third->drafts()->look(place);
    settles(third);
    CHECK(found.isEmpty());
    CHECK(third->plan()->shortLane()->count() == 1);
}

TEST_CASE("a session that was being logged comes back after a kill as it was, and is gone once it is saved") {
    const QTemporaryDir folder;
    Started app(folder.path());
    app.begins_alone();
    app->logSession();
    SessionDraftModel& draft = *app->sessionDraft();
    REQUIRE(app.until([&] { return !draft.planId().isEmpty(); }));
    draft.setModality(QStringLiteral("video"));
    draft.setMinutes(45);
    draft.chooseYesterday();
    draft.toggleTopic(QStringLiteral("pricing"));
    draft.setNote(QStringLiteral("She counts well, and"));
    const QString place = QStringLiteral("log/") + app->sessions()->currentPlan();
    REQUIRE(is_kept(app, place, [](const QVariantMap& words) {
        return words.value(QStringLiteral("note")) == QStringLiteral("She counts well, and");
    }));
    const auto killed = as_it_lies(folder);
    Started again(killed->path());
    REQUIRE(has_opened(again));
    CHECK_FALSE(again->sessionDraft()->continued());
    again->logSession();
    SessionDraftModel& continued = *again->sessionDraft();
    REQUIRE(again.until([&] { return continued.continued(); }));
    CHECK(continued.modality() == QStringLiteral("video"));
    CHECK(continued.minutes() == 45);
    CHECK(continued.day() == QStringLiteral("yesterday"));
    CHECK(continued.note() == QStringLiteral("She counts well, and"));
    const int pricing = continued.topics()->indexOf(QStringLiteral("pricing"));
    CHECK(continued.topics()->value(pricing, QStringLiteral("chosen")).toBool());

    SECTION("saved") {
        continued.save();
        REQUIRE(again.until([&] { return continued.isSaved(); }));
    }
    SECTION("discarded") {
        continued.discard();
        CHECK(continued.note().isEmpty());
    }
    SECTION("discarded while what was kept is still being looked up") {
        continued.refresh();
        continued.discard();
        settles(again);
        CHECK_FALSE(continued.continued());
    }
    again->logSession();
    settles(again);
    CHECK_FALSE(continued.continued());
    CHECK(continued.modality().isEmpty());
}

TEST_CASE("a session that could not be saved is kept as it stood then") {
    const QTemporaryDir folder;
    Started app(folder.path());
    app.begins_alone();
    app->logSession();
    SessionDraftModel& draft = *app->sessionDraft();
    REQUIRE(app.until([&] { return !draft.planId().isEmpty(); }));
    draft.setModality(QStringLiteral("video"));
    draft.toggleTopic({});  // nothing that a session takes
    draft.setNote(QStringLiteral("She counts well"));
    draft.save();  // before the pause is over
    REQUIRE(app.until([&] { return !app->notice().isEmpty(); }));
    CHECK_FALSE(draft.isSaved());
    const auto killed = as_it_lies(folder);
    Started again(killed->path());
    REQUIRE(has_opened(again));
    again->logSession();
    REQUIRE(again.until([&] { return again->sessionDraft()->continued(); }));
    CHECK(again->sessionDraft()->note() == QStringLiteral("She counts well"));
}
