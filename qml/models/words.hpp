#pragma once
// Words, dates and numbers, in the language that the interface speaks now.

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/store/record.hpp"

namespace ayni::models {

class Words {
public:
    // Codes of the schema. One that this version doesn't know is shown as it is.
    static QString status(std::string_view code);
    static QString modality(std::string_view code);
    static QString topic(std::string_view code);
    static QString role(std::string_view code);
    static QString effort(std::string_view code);
    static QString post_kind(std::string_view code);
    static QString given_kind(std::string_view code);
    static QString phase(std::string_view code);
    static QString language(std::string_view code);
    static QString level(std::string_view code);
    static QString field(std::string_view name);
    static QString kind_of_record(std::string_view name);
    /// When a round of questions is asked; what a choice among answers says.
    static QString round(std::string_view code);
    static QString answer(std::string_view code);
    /// How often a pair talks; "" where nobody said.
    static QString frequency(std::string_view code);
    static QString mood(int mood);
    static QString safety(Safety safety);
    static QString lane(int lane);

    // Time. `day` stands for a date: days since 1970-01-01.
    static QDate date_of(std::int64_t day);
    static std::int64_t day_of(const QDate& date);
    /// The session's own zone; the phone's where it has none.
    static QTimeZone zone(std::string_view iana);
    static QDateTime local(std::int64_t ms, std::string_view iana = {});
    /// "Tue 24 Nov", with the year when it isn't `today`'s.
    static QString short_date(const QDate& date, const QDate& today);
    /// "Tuesday 24 November".
    static QString long_date(const QDate& date);
    /// "today", "tomorrow", "yesterday", or as short_date.
    static QString near_date(const QDate& date, const QDate& today);
    /// "November 2026".
    static QString month(const QDate& date);
    static QString time(const QDateTime& moment);
    /// "45 min", "1 h 30".
    static QString minutes(std::int64_t minutes);
    static QString bytes(std::uint64_t bytes);
    static QString number(double value);
    static QString list(const QStringList& words);

    /// "With Josiane and Ana", "Meeting of the circle".
    static QString meeting(const ScopeId& scope, const std::vector<std::string>& others, const std::string& business);

    static QStringList topic_codes();
    static QStringList modality_codes();
    static QStringList frequency_codes();
};

QString text_of(const std::string& text);
QString text_of(std::string_view text);
QStringList texts_of(const std::vector<std::string>& texts);
QString id_of(RecordId id);
RecordId record_of(const QString& id);
/// "Josiane Bérubé" → "JB".
QString initials_of(const QString& name);
/// "Josiane Bérubé" → "Josiane".
QString first_name_of(const QString& name);

}  // namespace ayni::models
