#pragma once
// Sessions: planning one, logging one, reading what was said.

#include <optional>
#include <string>
#include <vector>

#include "engine/programme/deed.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {

struct Participant {
    RecordId id;
    std::string name;
    bool expected = false;  // of the two sides: chosen before anybody taps
    bool is_me = false;
};

/// Where she can log a session: a plan that she owns or is paired with.
struct MeetingPlace {
    ScopeId plan;
    std::string name;
    std::optional<ScopeId> talk;  // none: no pair, so nowhere for what was said
    std::vector<Participant> people;
};
Result<std::vector<MeetingPlace>> meeting_places(Store& store);

struct Words {
    std::string topic;
    std::string text;
    [[nodiscard]] bool empty() const { return topic.empty() && text.empty(); }
};

struct SessionLog {
    ScopeId plan;
    std::int64_t starts = 0;  // UTC ms
    std::string tz;           // IANA
    std::int64_t minutes = 0;
    std::string modality;
    std::vector<RecordId> people;
    std::vector<std::string> topics;
    std::optional<std::int64_t> next_at;
    // The day it was on, there: the other side's log of that day, or of the same hour, is of the same meeting (two
    // zones don't share a midnight).
    std::int64_t day_begins = 0;
    std::int64_t day_ends = 0;
    // For the pair only:
    std::int64_t mood = 0;  // 1 to 5; 0: not said
    std::string note;
    std::string lang;
    Words gave;
    Words learned;
};
/// All of it or nothing. invalid: no minutes, or words for a plan without a pair. not_allowed.
Result<Deed> log_session(Store& store, const SessionLog& log);

struct SessionPlan {
    ScopeId plan;
    std::int64_t starts = 0;
    std::string tz;
    std::int64_t minutes = 60;
    std::string modality;
    std::vector<RecordId> people;
};
Result<Deed> plan_session(Store& store, const SessionPlan& plan);
/// A planned one took place, or will not. not_found, not_allowed.
Result<Deed> hold_session(Store& store, RecordId session);
Result<Deed> cancel_session(Store& store, RecordId session);
Result<Deed> postpone_session(Store& store, RecordId session, std::int64_t starts);

/// A meeting, as a line of a list. Two logs of one meeting are one line.
struct SessionLine {
    RecordId id;
    std::vector<RecordId> logs;  // id first
    ScopeId scope;
    std::string business;
    std::int64_t starts = 0;
    std::string tz;
    std::int64_t minutes = 0;
    std::string modality;
    std::string status;
    std::optional<std::int64_t> next_at;
    std::string place;
    std::vector<std::string> others;  // names, without her own
    std::vector<std::string> people;  // all names
    std::vector<std::string> topics;
    bool has_notes = false;
    bool linked = false;  // both sides logged it
    Safety safety = Safety::here;
};
/// Of every plan and cohort that she may read, or of one; the latest first.
Result<std::vector<SessionLine>> sessions(Store& store, std::optional<ScopeId> scope = {});
Result<std::vector<SessionLine>> sessions(Store& store, const People& people, std::optional<ScopeId> scope);

/// Two logs are of one meeting, though nothing linked them by itself. Linked already: writes nothing.
/// not_found, not_allowed (neither log is hers to link), invalid (one log, two plans, or one wasn't held).
Result<Deed> link_sessions(Store& store, RecordId one, RecordId other);
/// This log is of a meeting of its own; the others of its meeting stay together.
/// not_found, not_allowed (a link of another's that she can't take off).
Result<Deed> unlink_session(Store& store, RecordId session);
/// Held sessions of the same plan that may be this same meeting, logged by another: within a day of it and linked to
/// none of its logs. The nearest first. not_found.
Result<std::vector<SessionLine>> maybe_same(Store& store, RecordId session);

struct Note {
    RecordId id;
    std::string author;
    std::string text;
    std::string lang;
    std::int64_t mood = 0;
    std::int64_t at = 0;  // UTC ms
    bool is_mine = false;
    bool has_voice = false;
    Safety safety = Safety::here;
};
struct Given {
    RecordId id;
    std::string kind;  // "gave", "learned"
    std::string from;
    std::string to;
    std::string topic;
    std::string text;
    bool is_mine = false;
};
struct SessionPage {
    SessionLine line;
    std::vector<Note> notes;  // in order of time
    std::vector<Given> given;
    bool can_write = false;  // notes
    bool can_hold = false;   // planned, and hers to settle
};
/// not_found.
Result<SessionPage> session_page(Store& store, RecordId session);
/// invalid: nothing said. not_allowed: not of this pair.
Result<Deed> add_note(Store& store, RecordId session, const std::string& text, const std::string& lang,
                      std::int64_t mood);

enum class Way : std::uint8_t { gave, learned };
/// What she gave or learned, said after the session too. As add_note.
Result<Deed> add_given(Store& store, RecordId session, Way way, const Words& words);

}  // namespace ayni::programme
