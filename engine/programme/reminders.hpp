#pragma once
// When the phone should speak up by itself, and how little it says: nothing of a person, a business or a plan.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

enum class ReminderKind : std::uint8_t {
    session_tomorrow,  // at six in the evening before
    session_soon,      // an hour before
    action_due,        // at eight in the morning of its day
};
/// The key of the words to say: "session_tomorrow", … There are no others to say.
std::string_view code_of(ReminderKind kind);

struct Reminder {
    std::string id;  // the same for the same thing, whenever it is asked and whatever time it moves to
    ReminderKind kind = ReminderKind::session_soon;
    std::int64_t at = 0;  // UTC ms
    RecordId record;      // what it opens: the session (the last one, where the next is only agreed on) or the action
};

/// Local time less UTC at that moment, ms. It may change within the window.
using LocalOffset = std::function<std::int64_t(std::int64_t utc_ms)>;

/// What is to be armed between `from` and `to` (UTC ms, `to` left out), in order of time: for the sessions she goes to,
/// planned or agreed on, and for what is hers to do and has a date. Nothing for what was cancelled, held, done, let go,
/// only proposed, or removed: a platform takes back each id that is no longer there. Two plans of one meeting, made
/// apart, remind once. A pure function of the store and its arguments: no clock.
Result<std::vector<Reminder>> reminders(Store& store, std::int64_t from, std::int64_t to, const LocalOffset& offset);

}  // namespace ayni::programme
