#pragma once
// Before a session: everything about one business since the two last met, from this device alone.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/programme/board.hpp"
#include "engine/programme/readings.hpp"
#include "engine/programme/sessions.hpp"

namespace ayni::programme {

/// What somebody else brought, or did to what was there.
struct News {
    enum class What : std::uint8_t { added, changed, moved, done, let_go, removed };
    What what = What::added;
    RecordId id;
    KindNo kind = 0;
    std::string title;                // of the record, or of what it is about; may be empty
    std::string by;                   // a name; empty: it isn't known whose device wrote it
    std::int64_t at = 0;              // UTC ms: when it was last written
    std::vector<std::string> fields;  // `changed`: which, by the schema's names
};

/// When the pair meets next: a session that is planned, or only what was agreed on at the last one.
struct NextMeeting {
    RecordId session;  // the planned one, else the last
    std::int64_t at = 0;
    std::string tz;
    bool planned = false;
};

struct Preparation {
    ScopeId plan;
    std::string name;
    std::vector<std::string> people;  // who leads the business
    std::optional<SessionLine> last;  // the last that this pair held; none: they haven't met
    std::vector<News> news;           // since that one began, by others; the latest first
    std::optional<Note> my_note;      // the last of each in the pair's talk, whichever session it is of
    std::optional<Note> other_note;
    std::vector<Item> open_actions;  // open or begun, whosesoever; in the order of the board
    std::vector<Item> promises;      // of these those that are hers to do (the mentor's, on a business's plan)
    std::vector<Item> proposals;     // waiting for an owner's word
    std::vector<Given> given;        // what she gave and learned at the last session
    std::optional<NextMeeting> next;
    std::optional<ReadingsDue> readings;
};

/// One call reads all of it. `day`: the date today where she is, for what is due.
/// A coordinator sees what she may read: that they met, not what was said. not_allowed: not hers to read.
/// News goes by its author's stamps: it never depends on this device's clock, but a phone whose clock is behind, and
/// that has heard of nothing since, can't tell that what it writes is new.
Result<Preparation> prepare(Store& store, const ScopeId& plan, std::int64_t day);

}  // namespace ayni::programme
