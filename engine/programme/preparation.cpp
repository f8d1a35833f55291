#include "engine/programme/preparation.hpp"

#include <algorithm>
#include <tuple>

#include "engine/programme/pairs.hpp"
#include "engine/programme/preparation_news.hpp"
#include "engine/programme/upcoming.hpp"

namespace ayni::programme {
namespace {

constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

// Whose meetings count: hers as a mentor, else the mentor's whom the business has now. None: everybody's.
RecordId mentor_of(const Roster& roster, const ScopeId& plan, RecordId me) {
    RecordId mentor;
    for (const auto& pairing : roster.pairings) {
        if (pairing.business == plan.subject && is_open(pairing) && (!mentor || pairing.mentor == me)) {
            mentor = pairing.mentor;
        }
    }
    return mentor;
}

class Preparing {
public:
    Preparing(Store& store, const People& people, Preparation& prepared)
        : store_(store), people_(people), prepared_(prepared) {}

    Outcome meetings() {
        AYNI_LET(lines, sessions(store_, people_, prepared_.plan));
        const RecordId mentor = mentor_of(people_.roster, prepared_.plan, store_.person());
        const std::int64_t now = store_.clock().now_ms();
        for (const SessionLine& line : lines) {  // the latest first
            if (line.status == "held" && !prepared_.last && line.starts <= now) {
                AYNI_LET(there, was_there(line, mentor));
                prepared_.last = there ? std::optional(line) : std::nullopt;
            }
        }
        for (const Upcoming& meeting : upcoming(lines)) {
            const bool sooner = !prepared_.next || meeting.at < prepared_.next->at;
            if (meeting.at >= now - day_ms && sooner) {
                prepared_.next = NextMeeting{meeting.line->id, meeting.at, meeting.line->tz, meeting.planned};
            }
        }
        return Done{};
    }

    Outcome notes(const std::vector<ScopeId>& talks) {
        for (const ScopeId& talk : talks) {
            AYNI_LET(records, store_.list(kind::session_note, talk));
            AYNI_LET(spoken, spoken_in(store_, talk));
            std::ranges::sort(records, {}, [](const Record& note) { return std::tuple(note.made.at, note.id); });
            for (const Record& note : records) {
                const bool mine = note.made.by == store_.person();
                auto& last = mine ? prepared_.my_note : prepared_.other_note;
                if (!last || last->at <= note.made.at) {
                    last = Note{note.id,
                                people_.names.of(note.made.by),
                                note.text("text"),
                                note.text("lang"),
                                note.whole("mood"),
                                note.made.at,
                                mine,
                                spoken.contains(note.id),
                                note.safety};
                }
            }
            AYNI_TRY(exchange(talk));
        }
        return Done{};
    }

    void items(const Board& board) {
        for (const auto& lane : board.lanes) {
            for (const Item& item : lane) {
                const bool open = item.status == "open" || item.status == "doing";
                if (item.is_proposal()) {
                    prepared_.proposals.push_back(item);
                } else if (item.kind == ItemKind::action && open) {
                    prepared_.open_actions.push_back(item);
                    if (item.owner == store_.person()) {
                        prepared_.promises.push_back(item);
                    }
                }
            }
        }
    }

private:
    // Its logs may each have left somebody out. Of a session without people, whoever logged it was there.
    Result<bool> was_there(const SessionLine& line, RecordId mentor) {
        if (!mentor) {
            return true;
        }
        for (const RecordId id : line.logs) {
            AYNI_LET(log, store_.find(id));
            const std::vector<RecordId> people = log ? log->refs("people") : std::vector<RecordId>();
            if (std::ranges::find(people, mentor) != people.end() || (people.empty() && log->made.by == mentor)) {
                return true;
            }
        }
        return false;
    }

    Outcome exchange(const ScopeId& talk) {
        if (!prepared_.last) {
            return Done{};
        }
        AYNI_LET(records, store_.list(kind::exchange, talk));
        for (const Record& given : records) {
            const std::vector<RecordId>& logs = prepared_.last->logs;
            if (given.made.by == store_.person() && std::ranges::find(logs, given.ref("session")) != logs.end()) {
                prepared_.given.push_back({given.id, given.text("kind"), people_.names.of(given.ref("from")),
                                           people_.names.of(given.ref("to")), given.text("topic"), given.text("text"),
                                           true});
            }
        }
        return Done{};
    }

    Store& store_;
    const People& people_;
    Preparation& prepared_;
};

}  // namespace

Result<Preparation> prepare(Store& store, const ScopeId& plan, std::int64_t day) {
    AYNI_LET(people, People::of(store));
    const Roster& roster = people.roster;
    const Names& names = people.names;
    AYNI_LET(shown, board(store, people, plan));
    Preparation prepared;
    prepared.plan = plan;
    prepared.name = shown.name;
    if (const auto* business = roster.business(plan.subject)) {
        for (const RecordId leader : business->leaders) {
            prepared.people.push_back(names.of(leader));
        }
    }
    Preparing preparing(store, people, prepared);
    AYNI_TRY(preparing.meetings());
    const std::vector<ScopeId> talks = talks_of(store, roster, plan);
    AYNI_TRY(preparing.notes(talks));
    preparing.items(shown);
    const std::int64_t since = prepared.last ? prepared.last->starts : 0;
    AYNI_LET(news, news_since(store, names, plan, talks, sides_of(roster, plan), since));
    std::erase_if(news, [&prepared](const News& each) {
        // The other's log of that same meeting is no news.
        return prepared.last && std::ranges::find(prepared.last->logs, each.id) != prepared.last->logs.end();
    });
    prepared.news = std::move(news);
    AYNI_LET(due, readings_due(store, roster, plan, day));
    prepared.readings = due;
    return prepared;
}

}  // namespace ayni::programme
