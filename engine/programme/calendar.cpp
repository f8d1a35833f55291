#include "engine/programme/calendar.hpp"

#include <algorithm>
#include <set>

#include "engine/model/time.hpp"
#include "engine/programme/items.hpp"
#include "engine/programme/upcoming.hpp"

namespace ayni::programme {
namespace {

constexpr std::size_t octets_most = 75;  // without the line break

bool begins_letter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// 3.3.11: what would end a value is escaped; other control characters have no place in one.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool after_return = i > 0 && text[i - 1] == '\r';
        if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (c == '\r' || (c == '\n' && !after_return)) {
            out += "\\n";
        } else if (static_cast<unsigned char>(c) >= 0x20U && c != 0x7F) {
            out += c;
        } else if (c == '\t') {
            out += ' ';
        }
    }
    return out;
}

class File {
public:
    // 3.1: a long line goes on after a line break and a space, which counts.
    void line(std::string_view name, std::string_view value) {
        const std::string whole = std::string(name) + ':' + std::string(value);
        std::size_t at = 0;
        std::size_t room = octets_most;
        while (whole.size() - at > room) {
            std::size_t end = at + room;
            while (!begins_letter(whole[end])) {
                --end;
            }
            text_.append(whole, at, end - at).append("\r\n ");
            at = end;
            room = octets_most - 1;
        }
        text_.append(whole, at).append("\r\n");
    }

    std::string text() && { return std::move(text_); }

private:
    std::string text_;
};

// "2026-10-28T13:10:00Z" → "20261028T131000Z". Empty: a moment that has no such form.
std::optional<std::string> date_time(std::int64_t utc_ms) {
    constexpr std::int64_t second_ms = 1000;
    constexpr std::size_t whole = 20;
    const std::int64_t into = (utc_ms % second_ms + second_ms) % second_ms;
    std::string text = time_text(utc_ms - into);
    if (text.size() != whole || text.front() == '-') {
        return std::nullopt;
    }
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

// Acts after the one that made it. What one act wrote has one stamp.
Result<std::size_t> edits_of(Store& store, RecordId id) {
    AYNI_LET(history, store.history(id));
    std::set<Stamp> acts;
    for (const Written& written : history) {
        acts.insert(written.stamp);
    }
    return acts.empty() ? std::size_t{0} : acts.size() - 1;
}

Outcome add_event(Store& store, const CalendarWords& words, const SessionLine& line, File& file) {
    const auto stamp = date_time(store.clock().now_ms());
    const auto starts = date_time(line.starts);
    if (!stamp || !starts) {
        return Failure{Fault::invalid, "starts"};
    }
    AYNI_LET(edits, edits_of(store, line.id));
    file.line("BEGIN", "VEVENT");
    file.line("UID", to_text(line.id) + "@ayni");
    file.line("DTSTAMP", *stamp);
    file.line("DTSTART", *starts);
    if (line.minutes > 0) {
        file.line("DURATION", "PT" + std::to_string(line.minutes) + "M");
    }
    file.line("SEQUENCE", std::to_string(edits));
    file.line("STATUS", line.status == "cancelled" ? "CANCELLED" : "CONFIRMED");
    file.line("SUMMARY", escaped(words.summary ? words.summary(line) : std::string()));
    if (!line.place.empty()) {
        file.line("LOCATION", escaped(line.place));
    }
    if (!words.alarm.empty() && line.status == "planned") {
        file.line("BEGIN", "VALARM");
        file.line("ACTION", "DISPLAY");
        file.line("DESCRIPTION", escaped(words.alarm));
        file.line("TRIGGER", "-PT" + std::to_string(std::max<std::int64_t>(words.alarm_minutes, 0)) + "M");
        file.line("END", "VALARM");
    }
    file.line("END", "VEVENT");
    return Done{};
}

}  // namespace

Result<std::string> calendar(Store& store, const CalendarWords& words, std::optional<RecordId> session) {
    AYNI_LET(people, People::of(store));
    AYNI_LET(lines, sessions(store, people, std::nullopt));
    File file;
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", escaped(words.product));
    file.line("CALSCALE", "GREGORIAN");
    file.line("METHOD", "PUBLISH");
    if (session) {
        AYNI_LET(record, found(store, *session, kind::session));
        const auto line = std::ranges::find_if(
            lines, [&](const SessionLine& each) { return std::ranges::find(each.logs, record.id) != each.logs.end(); });
        if (line == lines.end()) {
            return Fault::not_found;
        }
        AYNI_TRY(add_event(store, words, *line, file));
    } else {
        std::ranges::stable_sort(lines, {}, &SessionLine::starts);
        for (const SessionLine& line : lines) {
            if (line.status == "planned" && date_time(line.starts) && concerns_her(store, people.roster, line.scope)) {
                AYNI_TRY(add_event(store, words, line, file));
            }
        }
    }
    file.line("END", "VCALENDAR");
    return std::move(file).text();
}

}  // namespace ayni::programme
