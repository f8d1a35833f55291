#pragma once
// Sessions for any calendar, as iCalendar (RFC 5545).

#include <functional>
#include <optional>
#include <string>

#include "engine/programme/sessions.hpp"

namespace ayni::programme {

/// The words of the file: the engine has none for people.
struct CalendarWords {
    std::string product;                                     // PRODID
    std::function<std::string(const SessionLine&)> summary;  // what an event is called, one line
    std::string alarm;                                       // what its alarm says; empty: no alarm
    std::int64_t alarm_minutes = 60;                         // before it starts
};

/// The whole file: lines of at most 75 octets (no letter cut), CRLF, UTF-8. One session, whatever its status, or all
/// planned ones that she goes to. An event is known by its record's id and nothing of a person, so that a later file
/// changes it: SEQUENCE rises with each act that wrote to it, one that was called off is CANCELLED, DTSTAMP is the
/// clock's. Times are in UTC; no time zone has to be understood. Without any: a calendar without events.
/// not_found; invalid: the one session is at a moment that no calendar has (before the year 0 or after 9999); among all
/// of them such a one is left out.
Result<std::string> calendar(Store& store, const CalendarWords& words, std::optional<RecordId> session = {});

}  // namespace ayni::programme
