// The questions of a round, through the app: what is written of the answers, and that none is lost.

#include <QDate>
#include <QTemporaryDir>
#include <catch2/generators/catch_generators.hpp>

#include "qml/models/words.hpp"
#include "tests/programme/models_app.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::models;
using ayni::models::test::options_for;
using ayni::models::test::Started;

namespace {

/// Rosa's app in a cohort whose stay is on, with four questions; the cohort counts in this currency.
struct Asked {
    explicit Asked(const char* currency) {
        auto& odile = village.odile;
        odile.sets(village.in_cohort, village.cohort, kind::cohort, "currency", std::string(currency));
        const std::int64_t today = Words::day_of(QDate::currentDate());
        odile.makes(village.in_cohort, kind::phase,
                    {{"kind", std::string("virtual")}, {"starts", today - 10}, {"ends", today + 60}});
        defines("I1", "scale", "1-5");
        defines("I4", "choice", "me|together|other");
        defines("I5", "amount", "currency/month");
        defines("I8", "checklist", "practices of 8");
        odile.sync();
    }
    void defines(const char* code, const char* type, const char* unit) {
        village.odile.makes(village.programme, kind::indicator_def,
                            {{"code", std::string(code)}, {"type", std::string(type)}, {"unit", std::string(unit)}});
    }
    void opens(Started& app) const {
        REQUIRE(app.until([&] { return app->plan()->canEdit(); }));
        app->openReadings(QString::fromStdString(to_text(village.bakery_plan)));
        REQUIRE(app.until([&] { return app->readings()->questions()->count() == 4; }));
    }
    /// What the hub has of it, by indicator; "none" where she was asked and did not say.
    std::map<std::string, std::string> written() {
        village.odile.sync();
        std::map<std::string, std::string> all;
        for (const Record& reading : hub_test::must(village.odile.store->list(kind::reading))) {
            all[reading.text("indicator")] = reading.has("value") ? reading.text("value") : "none";
        }
        return all;
    }

    hub_test::Village village;
    QTemporaryDir folder;
};

AppModel::Options online(const Asked& asked) {
    return options_for(asked.folder.path(), QStringLiteral("en"), false);
}

}  // namespace

TEST_CASE("answers are written together, amounts in the smallest part of the currency") {
    const auto [currency, amount] = GENERATE(std::pair("BOB", "150000"), std::pair("XOF", "1500"));
    Asked asked(currency);
    Started app(online(asked));
    REQUIRE(app.comes_to(AppModel::State::Welcome));
    app->join(QString::fromStdString(asked.village.invites(asked.village.rosa)));
    asked.opens(app);
    ReadingsModel& readings = *app->readings();
    CHECK(readings.chooses());
    CHECK(readings.title() == QLatin1String("How is it going? At the start"));
    readings.answer(QStringLiteral("I4"), QStringLiteral("together"));
    readings.answer(QStringLiteral("I5"), QStringLiteral("1500"));
    readings.answer(QStringLiteral("I8"), QStringLiteral("8"));
    readings.decline(QStringLiteral("I1"));
    CHECK(readings.questions()->value(2, QStringLiteral("answerText")) ==
          QStringLiteral("1,500 ") + QLatin1String(currency));
    readings.save();
    CHECK_FALSE(readings.canSave());
    REQUIRE(app.until([&] { return readings.state() == ReadingsModel::State::Nothing; }));
    REQUIRE(app.until([&] { return asked.written().size() == 4; }));
    CHECK(asked.written() ==
          std::map<std::string, std::string>{{"I1", "none"}, {"I4", "\"together\""}, {"I5", amount}, {"I8", "8"}});
}

TEST_CASE("answers that were not written yet come back when the app is started again; what can't be is kept") {
    Asked asked("BOB");
    {
        Started app(online(asked));
        REQUIRE(app.comes_to(AppModel::State::Welcome));
        app->join(QString::fromStdString(asked.village.invites(asked.village.rosa)));
        asked.opens(app);
        app->readings()->answer(QStringLiteral("I1"), QStringLiteral("3"));
        app->readings()->decline(QStringLiteral("I5"));
        app->readings()->setHelped(true);
    }
    Started app(online(asked));
    asked.opens(app);
    ReadingsModel& readings = *app->readings();
    CHECK(readings.questions()->value(0, QStringLiteral("answer")) == QLatin1String("3"));
    CHECK(readings.questions()->value(2, QStringLiteral("declined")).toBool());
    CHECK(readings.helped());
    readings.answer(QStringLiteral("I1"), QStringLiteral("9"));  // beyond the scale
    readings.save();
    REQUIRE(app.until([&] { return !app->notice().isEmpty(); }));
    CHECK(readings.state() == ReadingsModel::State::Asking);
    CHECK(readings.questions()->value(0, QStringLiteral("answer")) == QLatin1String("9"));
    CHECK(asked.written().empty());
    readings.answer(QStringLiteral("I1"), QStringLiteral("4"));
    readings.save();
    REQUIRE(app.until([&] { return readings.state() == ReadingsModel::State::Nothing; }));
    app->openReadings(QString::fromStdString(to_text(asked.village.bakery_plan)));
    REQUIRE(app.until([&] { return readings.state() == ReadingsModel::State::Nothing; }));
    CHECK(readings.questions()->count() == 0);
}
