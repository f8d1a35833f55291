#pragma once
// Readings: what an indicator said, asked at the start, in the middle, at the end and later.

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

/// What is asked, as the programme's coordinators defined it.
struct Indicator {
    RecordId id;
    std::string code;
    std::map<std::string, std::string> label;  // by language
    std::map<std::string, std::string> question;
    std::string type;                 // scale, count, band, choice, checklist, amount; an unknown one is kept
    std::string unit;                 // of a scale "1-5"; of a choice its codes, '|' between
    std::vector<std::string> rounds;  // in which it is asked; none said: in all
};
/// By code: letters first, then numbers by their size (I2 before I10).
Result<std::vector<Indicator>> indicators(Store& store);

/// A whole number (money: whole minor units), or the code of a choice. Empty: no answer, or a band only.
using Answer = std::variant<std::monostate, std::int64_t, std::string>;

struct NewReading {
    std::string indicator;  // code
    std::string round;      // start, mid, end, plus_3, plus_6, plus_12
    Answer answer;
    std::string band;     // with the amount or instead of it
    bool helped = false;  // somebody read the question to her, or filled it in
};
/// Neither an answer nor a band: she was asked and didn't answer. Whose profile it is entered it. What was read stays
/// as it was; a second reading of the same round counts instead of the first, and a wrong one can be removed.
/// not_found: no such indicator. not_allowed. invalid: a round in which it isn't asked, or what it can't answer
/// (the detail names the field).
Result<Deed> record_reading(Store& store, const ScopeId& plan, const NewReading& reading);

struct Reading {
    RecordId id;
    std::string round;
    Answer answer;
    std::string band;
    bool answered = false;
    bool helped = false;
    std::string entered_by;  // a name
    std::int64_t at = 0;     // UTC ms
    Safety safety = Safety::here;
};
struct Series {
    std::string indicator;
    /// One a round, from the start on; what counts of several is the last that was answered, else the last.
    std::vector<Reading> readings;
};
/// What this plan was asked, by indicator (as `indicators`); those that aren't defined here too.
/// not_allowed: not hers to read.
Result<std::vector<Series>> readings(Store& store, const ScopeId& plan);

/// The round that is on, and what is left of it to ask.
struct ReadingsDue {
    std::string round;
    /// Those that this plan was asked before and that this round asks again. At its very first reading: none, and
    /// `choose`: which of the indicators tell something about this business is for its people to choose.
    std::vector<std::string> indicators;
    bool choose = false;
};
/// start: from the first phase on. mid: from the stay's last week. end: from the closing. plus_3, plus_6, plus_12:
/// while the check that lies nearest to that many months after the closing lasts. Each until the next one begins. None:
/// nothing is due that day (a date, days), or no cohort is here that says.
Result<std::optional<ReadingsDue>> readings_due(Store& store, const ScopeId& plan, std::int64_t day);
Result<std::optional<ReadingsDue>> readings_due(Store& store, const Roster& roster, const ScopeId& plan,
                                                std::int64_t day);

}  // namespace ayni::programme
