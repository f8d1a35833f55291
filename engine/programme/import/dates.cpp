#include "engine/programme/import/dates.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "engine/model/time.hpp"

namespace ayni::programme {
namespace {

struct Parts {
    std::array<unsigned, 3> number{};
    std::array<std::size_t, 3> digits{};
    char separator = 0;
};

// Three numbers with one and the same of / - . between them.
std::optional<Parts> three_numbers(std::string_view text) {
    Parts parts;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parts.number[i]);
        parts.digits[i] = static_cast<std::size_t>(end - text.data());
        if (error != std::errc{} || parts.digits[i] > 4) {
            return std::nullopt;
        }
        text.remove_prefix(parts.digits[i]);
        if (i == 2) {
            break;
        }
        if (text.empty() || std::string_view("/-.").find(text.front()) == std::string_view::npos ||
            (i == 1 && text.front() != parts.separator)) {
            return std::nullopt;
        }
        parts.separator = text.front();
        text.remove_prefix(1);
    }
    return text.empty() ? std::optional(parts) : std::nullopt;
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// How the person should have written what she seems to mean; empty if that can't be told.
std::string guess(const Parts& parts) {
    unsigned year = parts.number[2];
    unsigned month = parts.number[1];
    unsigned day = parts.number[0];
    if (parts.digits[0] == 4) {
        std::swap(year, day);
    } else if (parts.digits[2] != 4) {
        return {};
    } else if (month > 12 && day <= 12) {
        std::swap(month, day);
    }
    if (year < 1900 || month < 1 || month > 12 || day < 1) {
        return {};
    }
    return std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(std::min(day, days_in_month(year, month)));
}

}  // namespace

unsigned days_in_month(std::int64_t year, unsigned month) {
    constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

std::optional<std::int64_t> read_date(const std::string& text, Found where, Findings& findings) {
    if (const auto days = parse_date(text)) {
        return days;
    }
    const auto parts = three_numbers(text);
    const bool right_form = parts && parts->separator == '-' && parts->digits == std::array<std::size_t, 3>{4, 2, 2};
    if (right_form && parts->number[1] >= 1 && parts->number[1] <= 12) {
        where.limit = days_in_month(parts->number[0], parts->number[1]);
        findings.add(Trouble::date_not_there, std::move(where));
        return std::nullopt;
    }
    if (parts && !right_form) {
        where.instead = guess(*parts);
    }
    findings.add(Trouble::date_malformed, std::move(where));
    return std::nullopt;
}

}  // namespace ayni::programme
