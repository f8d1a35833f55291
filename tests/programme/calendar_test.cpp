#include "engine/programme/calendar.hpp"

#include <algorithm>

#include "tests/programme/village.hpp"
#include "tests/programme/zones.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

using Lines = std::vector<std::string>;

bool is_whole_utf8(const std::string& text) {
    std::size_t expected = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U) {
            if (expected == 0) {
                return false;
            }
            --expected;
        } else {
            if (expected != 0) {
                return false;
            }
            expected = byte >= 0xF0U ? 3 : (byte >= 0xE0U ? 2 : (byte >= 0xC0U ? 1 : 0));
        }
    }
    return expected == 0;
}

// A reader of RFC 5545's lines, that takes nothing but what the RFC allows.
Lines unfolded(const std::string& file) {
    Lines lines;
    std::size_t at = 0;
    while (at < file.size()) {
        const std::size_t end = file.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        const std::string line = file.substr(at, end - at);
        INFO(line);
        CHECK(line.size() <= 75);
        CHECK(is_whole_utf8(line));
        CHECK(line.find_first_of("\r\n") == std::string::npos);
        CHECK_FALSE(line.empty());
        if (line.front() == ' ') {
            REQUIRE_FALSE(lines.empty());
            lines.back() += line.substr(1);
        } else {
            lines.push_back(line);
        }
        at = end + 2;
    }
    return lines;
}

std::string unescaped(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            CHECK(text[i] != ',');
            CHECK(text[i] != ';');
            plain += text[i];
            continue;
        }
        REQUIRE(++i < text.size());
        plain += text[i] == 'n' ? '\n' : text[i];
    }
    return plain;
}

// The values of a property, in order.
Lines values(const std::string& file, const std::string& name) {
    Lines found;
    for (const std::string& line : unfolded(file)) {
        if (line.starts_with(name + ":")) {
            found.push_back(line.substr(name.size() + 1));
        }
    }
    return found;
}

std::string value(const std::string& file, const std::string& name) {
    const Lines all = values(file, name);
    REQUIRE(all.size() == 1);
    return all.front();
}

CalendarWords words(const std::string& summary = "Session") {
    return {"-//Test//EN", [summary](const SessionLine&) { return summary; }, {}, 60};
}

RecordId plans(Phone& phone, const Village& v, std::int64_t starts, std::int64_t minutes = 60) {
    SessionPlan planned;
    planned.plan = v.plan;
    planned.starts = starts;
    planned.minutes = minutes;
    planned.tz = "America/Toronto";
    planned.people = {v.rosa_id, v.maude_id};
    return must(plan_session(*phone.store, planned)).record;
}

std::string file_of(const Phone& phone, std::optional<RecordId> session = {}, const CalendarWords& said = words()) {
    return must(calendar(*phone.store, said, session));
}

}  // namespace

TEST_CASE("a session is an event that any calendar reads, line by line") {
    Village v;
    const RecordId id = plans(v.rosa, v, *parse_time("2026-11-18T18:00:00-05:00"), 45);
    v.clock.now = *parse_time("2026-11-10T10:00:00.750Z");
    CHECK(unfolded(file_of(v.rosa, id)) ==
          Lines{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "BEGIN:VEVENT", "UID:" + to_text(id) + "@ayni", "DTSTAMP:20261110T100000Z", "DTSTART:20261118T230000Z",
                "DURATION:PT45M", "SEQUENCE:0", "STATUS:CONFIRMED", "SUMMARY:Session", "END:VEVENT", "END:VCALENDAR"});
}

TEST_CASE("a week apart on the wall, an hour more in UTC: the clock change between is kept") {
    Village v;
    plans(v.rosa, v, *parse_time("2026-10-28T18:00:00-04:00"));
    plans(v.rosa, v, *parse_time("2026-11-04T18:00:00-05:00"));
    plans(v.rosa, v, *parse_time("2026-11-18T23:59:00-05:00"));  // over midnight, there and in UTC
    plans(v.rosa, v, *parse_time("2026-12-31T23:30:00-04:00"));
    CHECK(values(file_of(v.rosa), "DTSTART") ==
          Lines{"20261028T220000Z", "20261104T230000Z", "20261119T045900Z", "20270101T033000Z"});
}

TEST_CASE("what would break a line or a value is escaped, and comes back as it was") {
    Village v;
    const RecordId id = plans(v.rosa, v, noon);
    const std::string odd = "Rosa, Maude; back\\slash\nBEGIN:VEVENT";
    CHECK(unescaped(value(file_of(v.rosa, id, words(odd)), "SUMMARY")) == odd);
    CHECK(unescaped(value(file_of(v.rosa, id, words("a\r\nb\rc\td\x01\x7F")), "SUMMARY")) == "a\nb\nc d");
    CHECK(values(file_of(v.rosa, id, words(odd)), "BEGIN") == Lines{"VCALENDAR", "VEVENT"});
}

TEST_CASE("long lines are folded at 75 octets, and no letter is cut") {
    Village v;
    const RecordId id = plans(v.rosa, v, noon);
    for (std::size_t before = 0; before < 8; ++before) {
        for (const char* letter : {"a", "é", "ŋ", "—", "👩🏽‍🌾", "م"}) {
            std::string text(before, '.');
            for (int i = 0; i < 120; ++i) {
                text += letter;
            }
            CHECK(unescaped(value(file_of(v.rosa, id, words(text)), "SUMMARY")) == text);
        }
    }
    CHECK(file_of(v.rosa, id, words(std::string(67, 'x'))).find("\r\n ") == std::string::npos);  // 75 with its name
    CHECK(file_of(v.rosa, id, words(std::string(68, 'x'))).find("\r\n x\r\n") != std::string::npos);
}

TEST_CASE("an event keeps its name and its number rises with every edit, on either phone") {
    Village v;
    const RecordId id = plans(v.rosa, v, noon + day_ms);
    const std::string first = file_of(v.rosa, id);
    v.clock.now += 1000;
    must(postpone_session(*v.rosa.store, id, noon + 2 * day_ms));
    const std::string second = file_of(v.rosa, id);
    v.clock.now += 1000;
    must(cancel_session(*v.rosa.store, id));
    v.all_meet();
    const std::string third = file_of(v.maude, id);
    CHECK(value(second, "UID") == value(first, "UID"));
    CHECK(value(third, "UID") == value(first, "UID"));
    CHECK(value(first, "SEQUENCE") == "0");
    CHECK(value(second, "SEQUENCE") == "1");
    CHECK(value(third, "SEQUENCE") == "2");
    CHECK(value(third, "STATUS") == "CANCELLED");
}

TEST_CASE("all that is planned and hers, in order; without any, an empty calendar") {
    Village v;
    CHECK(values(file_of(v.rosa), "BEGIN") == Lines{"VCALENDAR"});
    plans(v.rosa, v, noon + 3 * day_ms);
    plans(v.rosa, v, noon + day_ms);
    must(cancel_session(*v.rosa.store, plans(v.rosa, v, noon + 2 * day_ms)));
    must(hold_session(*v.rosa.store, plans(v.rosa, v, noon - day_ms)));
    v.all_meet();
    const Lines starts = values(file_of(v.maude), "DTSTART");
    CHECK(starts.size() == 2);
    CHECK(std::ranges::is_sorted(starts));
    CHECK(values(file_of(v.odile), "DTSTART").empty());
}

TEST_CASE("the engine says nothing of anybody: only the caller's words and the place do") {
    Village v;
    const RecordId id = plans(v.rosa, v, noon);
    v.rosa.makes(id, v.plan, kind::session, {{"place", std::string("Market, 3rd row")}});
    const std::string file = file_of(v.rosa, id);
    CHECK(unescaped(value(file, "LOCATION")) == "Market, 3rd row");
    for (const char* name : {"Rosa", "Maude", "Bakery"}) {
        CHECK(file.find(name) == std::string::npos);
    }
}

TEST_CASE("an alarm is there when it has words, and only for what is still to come") {
    Village v;
    const RecordId id = plans(v.rosa, v, noon);
    CalendarWords said = words();
    said.alarm = "Soon, now";
    said.alarm_minutes = 90;
    CHECK(value(file_of(v.rosa, id, said), "TRIGGER") == "-PT90M");
    CHECK(unescaped(value(file_of(v.rosa, id, said), "DESCRIPTION")) == "Soon, now");
    must(cancel_session(*v.rosa.store, id));
    CHECK(values(file_of(v.rosa, id, said), "TRIGGER").empty());
}

TEST_CASE("a moment that no calendar has, or a session that isn't there, makes no file") {
    Village v;
    CHECK(fault_of(calendar(*v.rosa.store, words(), v.rosa_id)) == Fault::not_found);
    for (const std::int64_t odd : {std::int64_t{-99'999'999'999'999}, std::int64_t{999'999'999'999'999}}) {
        CHECK(fault_of(calendar(*v.rosa.store, words(), plans(v.rosa, v, odd))) == Fault::invalid);
    }
    const RecordId open = plans(v.rosa, v, noon, 0);
    CHECK(values(file_of(v.rosa, open), "DURATION").empty());
    CHECK(values(file_of(v.rosa), "UID") == Lines{to_text(open) + "@ayni"});
}
