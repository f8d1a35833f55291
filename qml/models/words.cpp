#include "qml/models/words.hpp"

#include <QCoreApplication>
#include <QLocale>

#include "engine/model/schema.hpp"
#include "qml/models/vocabulary.hpp"

namespace ayni::models {
namespace {

class Phrases {
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString today() { return tr("today"); }
    static QString tomorrow() { return tr("tomorrow"); }
    static QString yesterday() { return tr("yesterday"); }
    //: Weekday, day and month, as in "Tue 24 Nov": Qt's date format.
    static QString short_date() { return tr("ddd d MMM"); }
    //: As before, in another year: "Tue 24 Nov 2027".
    static QString short_date_year() { return tr("ddd d MMM yyyy"); }
    //: "Tuesday 24 November": Qt's date format.
    static QString long_date() { return tr("dddd d MMMM"); }
    //: "November 2026": Qt's date format. MMMM is the month's name within a date, LLLL doesn't exist.
    static QString month() { return tr("MMMM yyyy"); }
    static QString minutes(std::int64_t minutes) { return tr("%1 min").arg(minutes); }
    static QString hours(std::int64_t hours) { return tr("%1 h").arg(hours); }
    //: 1 h 30: hours and minutes.
    static QString hours_minutes(std::int64_t hours, const QString& minutes) {
        return tr("%1 h %2").arg(hours).arg(minutes);
    }
    //: Between the last two of a list of names: "Ana and Eva".
    static QString and_between(const QString& first, const QString& last) { return tr("%1 and %2").arg(first, last); }
    static QString circle() { return tr("Meeting of the circle"); }
    static QString with(const QString& people) { return tr("Meeting with %1").arg(people); }
    static QString meeting() { return tr("Meeting"); }
    static QString bytes(qint64 bytes) { return tr("%n byte(s)", "", static_cast<int>(bytes)); }
    static QString kilobytes(const QString& amount) { return tr("%1 kB").arg(amount); }
    static QString megabytes(const QString& amount) { return tr("%1 MB").arg(amount); }
};

QStringList codes_in(KindNo kind, std::string_view field) {
    const std::string_view codes = find_kind(kind)->field(field)->codes;
    return QString::fromUtf8(codes.data(), static_cast<qsizetype>(codes.size())).split(QLatin1Char('|'));
}

}  // namespace

QString Words::status(std::string_view code) {
    return word_in(Vocabulary::status, code);
}
QString Words::modality(std::string_view code) {
    return word_in(Vocabulary::modality, code);
}
QString Words::topic(std::string_view code) {
    return word_in(Vocabulary::topic, code);
}
QString Words::role(std::string_view code) {
    return word_in(Vocabulary::role, code);
}
QString Words::effort(std::string_view code) {
    return word_in(Vocabulary::effort, code);
}
QString Words::post_kind(std::string_view code) {
    return word_in(Vocabulary::post_kind, code);
}
QString Words::given_kind(std::string_view code) {
    return word_in(Vocabulary::given_kind, code);
}
QString Words::phase(std::string_view code) {
    return word_in(Vocabulary::phase, code);
}
QString Words::language(std::string_view code) {
    return word_in(Vocabulary::language, code);
}
QString Words::level(std::string_view code) {
    return word_in(Vocabulary::level, code);
}
QString Words::field(std::string_view name) {
    return word_in(Vocabulary::field, name);
}
QString Words::kind_of_record(std::string_view name) {
    return word_in(Vocabulary::record, name);
}
QString Words::round(std::string_view code) {
    return word_in(Vocabulary::round, code);
}
QString Words::answer(std::string_view code) {
    return word_in(Vocabulary::answer, code);
}
QString Words::frequency(std::string_view code) {
    return code.empty() ? QString() : word_in(Vocabulary::frequency, code);
}
QString Words::mood(int mood) {
    return mood < 1 ? QString() : word_in(Vocabulary::mood, std::to_string(mood));
}
QString Words::safety(Safety safety) {
    return word_in(Vocabulary::safety, name_of(safety));
}
QString Words::lane(int lane) {
    return word_in(Vocabulary::lane, std::to_string(lane));
}

QDate Words::date_of(std::int64_t day) {
    return QDate(1970, 1, 1).addDays(day);
}

std::int64_t Words::day_of(const QDate& date) {
    return QDate(1970, 1, 1).daysTo(date);
}

QTimeZone Words::zone(std::string_view iana) {
    const QTimeZone zone(QByteArray(iana.data(), static_cast<qsizetype>(iana.size())));
    return !iana.empty() && zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

QDateTime Words::local(std::int64_t ms, std::string_view iana) {
    return QDateTime::fromMSecsSinceEpoch(ms, zone(iana));
}

QString Words::short_date(const QDate& date, const QDate& today) {
    const bool this_year = date.year() == today.year();
    return QLocale().toString(date, this_year ? Phrases::short_date() : Phrases::short_date_year());
}

QString Words::long_date(const QDate& date) {
    return QLocale().toString(date, Phrases::long_date());
}

QString Words::near_date(const QDate& date, const QDate& today) {
    switch (today.daysTo(date)) {
        case -1: return Phrases::yesterday();
        case 0: return Phrases::today();
        case 1: return Phrases::tomorrow();
        default: return short_date(date, today);
    }
}

QString Words::month(const QDate& date) {
    const QString month = QLocale().toString(date, Phrases::month());
    return month.left(1).toUpper() + month.mid(1);
}

QString Words::time(const QDateTime& moment) {
    // "3:00 p.m." reads better than "3:00 P.M."; and "05 h 16" is one word: no line ends in it.
    const QLocale here;
    const QString format = here.timeFormat(QLocale::ShortFormat).replace(QLatin1String("AP"), QLatin1String("ap"));
    return here.toString(moment.time(), format).replace(QLatin1Char(' '), QChar::Nbsp);
}

QString Words::minutes(std::int64_t minutes) {
    if (minutes < 60) {
        return Phrases::minutes(minutes);
    }
    const std::int64_t rest = minutes % 60;
    return rest == 0 ? Phrases::hours(minutes / 60)
                     : Phrases::hours_minutes(minutes / 60, QStringLiteral("%1").arg(rest, 2, 10, QLatin1Char('0')));
}

QString Words::bytes(std::uint64_t bytes) {
    const double amount = static_cast<double>(bytes);
    if (bytes < 1000) {
        return Phrases::bytes(static_cast<qint64>(bytes));
    }
    return bytes < 1'000'000 ? Phrases::kilobytes(QLocale().toString(amount / 1000, 'f', bytes < 10'000 ? 1 : 0))
                             : Phrases::megabytes(QLocale().toString(amount / 1'000'000, 'f', 1));
}

QString Words::number(double value) {
    return QLocale().toString(value, 'f', QLocale::FloatingPointShortest);
}

QString Words::list(const QStringList& words) {
    if (words.size() < 2) {
        return words.value(0);
    }
    return Phrases::and_between(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.last());
}

QString Words::meeting(const ScopeId& scope, const std::vector<std::string>& others, const std::string& business) {
    constexpr std::size_t names_most = 3;
    if (scope.kind == ScopeKind::cohort) {
        return Phrases::circle();
    }
    if (others.empty() || others.size() > names_most) {
        return business.empty() ? Phrases::meeting() : text_of(business);
    }
    QStringList names;
    for (const std::string& name : others) {
        names.append(first_name_of(text_of(name)));
    }
    return Phrases::with(list(names));
}

QStringList Words::topic_codes() {
    return codes_in(kind::session, "topics");
}

QStringList Words::modality_codes() {
    return codes_in(kind::session, "modality");
}

QStringList Words::frequency_codes() {
    QStringList codes;
    for (const Term& term : Vocabulary::frequency) {
        codes.append(QString::fromLatin1(term.code));
    }
    return codes;
}

QString text_of(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString text_of(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList texts_of(const std::vector<std::string>& texts) {
    QStringList all;
    for (const std::string& text : texts) {
        all.append(text_of(text));
    }
    return all;
}

QString id_of(RecordId id) {
    return id ? text_of(to_text(id)) : QString();
}

RecordId record_of(const QString& id) {
    return parse_record(id.toStdString()).value_or(RecordId{});
}

QString initials_of(const QString& name) {
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        return {};
    }
    const QString first = words.first().left(1);
    return (words.size() > 1 ? first + words.at(1).left(1) : first).toUpper();
}

QString first_name_of(const QString& name) {
    return name.section(u' ', 0, 0, QString::SectionSkipEmpty);
}

}  // namespace ayni::models
