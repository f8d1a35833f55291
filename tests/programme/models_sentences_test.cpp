#include <QSet>
#include <array>
#include <catch2/catch_test_macros.hpp>

#include "qml/models/sentences.hpp"
#include "qml/models/tongue.hpp"
#include "qml/models/words.hpp"
#include "tests/programme/models_app.hpp"

using namespace ayni;
using namespace ayni::models;

namespace {

const QStringList languages{QStringLiteral("es"), QStringLiteral("fr"), QStringLiteral("en")};

}  // namespace

TEST_CASE("every fault and every refusal has a sentence of its own in each language") {
    models::test::need_application();
    QSet<QString> sentences;
    std::size_t wanted = 0;
    for (const QString& language : languages) {
        Tongue tongue;
        REQUIRE(tongue.speak(language));
        for (int fault = 0; fault <= static_cast<int>(Fault::unsettled); ++fault) {
            const QString sentence = sentence_for(static_cast<Fault>(fault));
            CHECK(sentence.size() > 10);
            sentences.insert(sentence);
            ++wanted;
        }
        for (int refusal = 1; refusal <= static_cast<int>(Refusal::closed); ++refusal) {
            sentences.insert(sentence_for(static_cast<Refusal>(refusal)));
            ++wanted;
        }
        CHECK(sentence_for_reason("not_hers") == sentence_for(Refusal::not_hers));
        CHECK_FALSE(sentence_for_reason("something new").isEmpty());
    }
    CHECK(static_cast<std::size_t>(sentences.size()) == wanted);
}

TEST_CASE("codes have words; one that this version doesn't know is shown as it is") {
    models::test::need_application();
    Tongue tongue;
    REQUIRE(tongue.speak(QStringLiteral("en")));
    CHECK(Words::topic("target_client") == QLatin1String("Target client"));
    CHECK(Words::topic("beekeeping") == QLatin1String("beekeeping"));
    for (const QString& code : Words::topic_codes() + Words::modality_codes()) {
        const QString word = Words::topic(code.toStdString()) + Words::modality(code.toStdString());
        CHECK(word != code + code);
    }
    CHECK_FALSE(tongue.speak(QStringLiteral("xx")));
    CHECK(tongue.language() == QLatin1String("en"));
}

TEST_CASE("dates have the month's name, lengths are as people say them") {
    models::test::need_application();
    const QDate today(2026, 11, 24);
    Tongue tongue;
    REQUIRE(tongue.speak(QStringLiteral("en")));
    CHECK(Words::near_date(today, today) == QLatin1String("today"));
    CHECK(Words::near_date(today.addDays(1), today) == QLatin1String("tomorrow"));
    CHECK(Words::short_date(today, today).contains(QLatin1String("Nov")));
    CHECK(Words::time(QDateTime(today, QTime(15, 5))).replace(QChar::Nbsp, u' ') == QLatin1String("3:05 p.m."));
    CHECK(Words::minutes(45) == QLatin1String("45 min"));
    CHECK(Words::minutes(60) == QLatin1String("1 h"));
    CHECK(Words::minutes(90) == QLatin1String("1 h 30"));
    CHECK(Words::list({QStringLiteral("Ana"), QStringLiteral("Eva"), QStringLiteral("Ida")}) ==
          QLatin1String("Ana, Eva and Ida"));
    REQUIRE(tongue.speak(QStringLiteral("es")));
    CHECK(Words::short_date(today, today).contains(QLatin1String("nov")));
    CHECK(Words::long_date(today).contains(QLatin1String("martes")));
    REQUIRE(tongue.speak(QStringLiteral("fr")));
    CHECK(Words::long_date(today).contains(QLatin1String("novembre")));
    CHECK(Words::date_of(Words::day_of(today)) == today);
    // A session is on its own zone's day.
    CHECK(Words::local(1'795'491'000'000, "America/La_Paz").date() == QDate(2026, 11, 23));
    CHECK(Words::local(1'795'491'000'000, "Africa/Dakar").date() == QDate(2026, 11, 24));
}
