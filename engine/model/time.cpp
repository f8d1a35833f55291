#include "engine/model/time.hpp"

#include <array>
#include <cstdio>

namespace ayni {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

struct Civil {
    std::int64_t year;
    unsigned month;
    unsigned day;
};

std::int64_t days_from(Civil date) {
    const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const auto year_of_era = static_cast<unsigned>(y - era * 400);
    const unsigned shifted = date.month > 2 ? date.month - 3 : date.month + 9;
    const unsigned day_of_year = (153 * shifted + 2) / 5 + date.day - 1;
    const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468;
}

Civil civil_from(std::int64_t days) {
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const auto day_of_era = static_cast<unsigned>(days - era * 146097);
    const unsigned year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const unsigned day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const unsigned shifted = (5 * day_of_year + 2) / 153;
    const unsigned day = day_of_year - (153 * shifted + 2) / 5 + 1;
    const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    const std::int64_t year = static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0);
    return {year, month, day};
}

// `count` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) {
        return -1;
    }
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') {
            return -1;
        }
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

unsigned days_in(std::int64_t year, unsigned month) {
    constexpr std::array<unsigned, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : lengths[month - 1];
}

// "Z", "+hh:mm" or "-hh:mm" → minutes east of UTC.
std::optional<int> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") {
        return 0;
    }
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') {
        return std::nullopt;
    }
    const int hours = digits(text, 1, 2);
    const int minutes = digits(text, 4, 2);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) {
        return std::nullopt;
    }
    return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

std::optional<std::int64_t> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    if (year < 0 || month < 1 || month > 12 || day < 1 ||
        static_cast<unsigned>(day) > days_in(year, static_cast<unsigned>(month))) {
        return std::nullopt;
    }
    return days_from({year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
}

std::string date_text(std::int64_t days) {
    const Civil date = civil_from(days);
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "%04lld-%02u-%02u", static_cast<long long>(date.year),
                                     date.month, date.day);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<std::int64_t> parse_time(std::string_view text) {
    if (text.size() < 20 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':') {
        return std::nullopt;
    }
    const auto days = parse_date(text.substr(0, 10));
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    if (!days || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
        return std::nullopt;
    }
    std::size_t at = 19;
    std::int64_t ms = 0;
    if (text[at] == '.') {
        std::int64_t weight = 100;
        for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
            ms += (text[at] - '0') * weight;
            weight /= 10;
        }
    }
    const auto offset = parse_offset(text.substr(at));
    if (!offset) {
        return std::nullopt;
    }
    const std::int64_t seconds = hour * 3600 + (minute - *offset) * 60 + second;
    return *days * day_ms + seconds * 1000 + ms;
}

std::string time_text(std::int64_t utc_ms) {
    const std::int64_t days = (utc_ms >= 0 ? utc_ms : utc_ms - (day_ms - 1)) / day_ms;
    const auto rest = static_cast<unsigned>(utc_ms - days * day_ms);
    std::array<char, 32> text{};
    const int length = std::snprintf(text.data(), text.size(), "T%02u:%02u:%02u", rest / 3'600'000, rest / 60'000 % 60,
                                     rest / 1000 % 60);
    std::string all = date_text(days) + std::string(text.data(), static_cast<std::size_t>(length));
    if (const unsigned ms = rest % 1000; ms != 0) {
        const int more = std::snprintf(text.data(), text.size(), ".%03u", ms);
        all.append(text.data(), static_cast<std::size_t>(more));
    }
    return all + 'Z';
}

}  // namespace ayni
