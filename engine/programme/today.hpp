#pragma once
// What a day asks of her. Nothing here scolds: what is late is something to move.

#include <optional>
#include <string>
#include <vector>

#include "engine/programme/faces.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {

/// In the order in which a day shows them.
enum class TodayKind : std::uint8_t {
    session,
    versions,
    returned,
    proposal,
    promise,
    action,
    agreement,  // waits for her side's signature
    readings    // a round is on, and something of it isn't asked yet; `id`: whose plan it is
};

struct TodayItem {
    TodayKind kind = TodayKind::action;
    RecordId id;
    ScopeId scope;
    std::string title;  // of the action, goal or record; may be empty
    std::string business;
    std::vector<std::string> others;  // a session's people, without her own name
    std::string modality;             // a session's
    std::optional<std::int64_t> at;   // a session's start, UTC ms
    std::string tz;
    std::optional<std::int64_t> due;  // a date, days
    std::string from;                 // who proposes, or has signed first
    std::string round;                // of readings
    std::size_t count = 0;            // of readings: how many are to be asked; 0: which ones is for her to choose
    KindNo record_kind = 0;
    bool can_finish = false;
    bool can_accept = false;
    bool can_postpone = false;
};

struct Today {
    std::string name;  // hers
    std::string role;
    std::int64_t now = 0;  // UTC ms
    std::int64_t day = 0;  // the local date, days
    std::vector<TodayItem> items;
    std::vector<Face> faces;
    std::size_t done_this_week = 0;  // actions
    bool empty_plan = false;         // she has a plan of her own, with nothing in it
};

/// How far ahead Today looks: sessions of a week, actions due within three days.
inline constexpr std::int64_t session_days = 7;
inline constexpr std::int64_t action_days = 3;

/// offset_ms: local time less UTC, for "today".
Result<Today> today(Store& store, std::int64_t offset_ms);

}  // namespace ayni::programme
