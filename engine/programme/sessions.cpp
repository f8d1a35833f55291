#include "engine/programme/sessions.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/programme/items.hpp"
#include "engine/programme/meetings.hpp"
#include "engine/programme/pairs.hpp"

namespace ayni::programme {
namespace {

SessionLine line_of(const Meeting& logs, const Roster& roster, const Names& names, RecordId me) {
    const Record& log = *logs.front();
    SessionLine line;
    line.id = log.id;
    for (const Record* each : logs) {
        line.logs.push_back(each->id);
    }
    line.scope = log.scope;
    line.business = roster.business(log.scope.subject) != nullptr ? names.of(log.scope.subject) : std::string();
    line.starts = log.moment("starts").value_or(log.made.at);
    line.tz = log.text("tz");
    line.minutes = log.whole("minutes");
    line.modality = log.text("modality");
    line.status = log.text("status");
    line.next_at = log.moment("next_at");
    line.place = log.text("place");
    for (const RecordId person : log.refs("people")) {
        const std::string& name = names.of(person);
        if (!name.empty()) {
            line.people.push_back(name);
            if (person != me) {
                line.others.push_back(name);
            }
        }
    }
    line.topics = log.keys("topics");
    line.linked = logs.size() > 1;
    line.safety = log.safety;
    return line;
}

// Of which sessions something was noted. Those of one plan are in the talks over it.
Result<std::set<RecordId>> noted_in(Store& store, const Roster& roster, std::optional<ScopeId> scope) {
    std::vector<std::optional<ScopeId>> places{std::nullopt};
    if (scope) {
        const std::vector<ScopeId> talks = talks_of(store, roster, *scope);
        places.assign(talks.begin(), talks.end());
    }
    std::set<RecordId> noted;
    for (const auto& place : places) {
        AYNI_LET(notes, store.list(kind::session_note, place));
        for (const Record& note : notes) {
            noted.insert(note.ref("session"));
        }
    }
    return noted;
}

bool is_of(const SessionLine& line, RecordId session) {
    return std::ranges::find(line.logs, session) != line.logs.end();
}

Outcome add_words(Store& store, const Names& names, SessionPage& page) {
    AYNI_LET(notes, store.list(kind::session_note));
    AYNI_LET(spoken, spoken_in(store));
    for (const Record& note : notes) {
        if (is_of(page.line, note.ref("session"))) {
            page.notes.push_back({note.id, names.of(note.made.by), note.text("text"), note.text("lang"),
                                  note.whole("mood"), note.made.at, note.made.by == store.person(),
                                  spoken.contains(note.id), note.safety});
        }
    }
    std::ranges::stable_sort(page.notes, {}, &Note::at);
    AYNI_LET(exchanges, store.list(kind::exchange));
    for (const Record& given : exchanges) {
        if (is_of(page.line, given.ref("session"))) {
            page.given.push_back({given.id, given.text("kind"), names.of(given.ref("from")), names.of(given.ref("to")),
                                  given.text("topic"), given.text("text"), given.made.by == store.person()});
        }
    }
    return Done{};
}

}  // namespace

Result<std::vector<SessionLine>> sessions(Store& store, std::optional<ScopeId> scope) {
    AYNI_LET(people, People::of(store));
    return sessions(store, people, scope);
}

Result<std::vector<SessionLine>> sessions(Store& store, const People& people, std::optional<ScopeId> scope) {
    AYNI_LET(logs, store.list(kind::session, scope));
    AYNI_LET(noted, noted_in(store, people.roster, scope));
    std::vector<SessionLine> lines;
    for (const Meeting& meeting : meetings_of(logs, store.person())) {
        SessionLine line = line_of(meeting, people.roster, people.names, store.person());
        line.has_notes = std::ranges::any_of(line.logs, [&](RecordId log) { return noted.contains(log); });
        lines.push_back(std::move(line));
    }
    std::ranges::stable_sort(lines, std::ranges::greater{}, &SessionLine::starts);
    return lines;
}

Result<SessionPage> session_page(Store& store, RecordId session) {
    AYNI_LET(record, found(store, session, kind::session));
    AYNI_LET(people, People::of(store));
    AYNI_LET(lines, sessions(store, people, record.scope));
    const Roster& roster = people.roster;
    SessionPage page;
    const auto line = std::ranges::find_if(lines, [&](const SessionLine& each) { return is_of(each, session); });
    if (line == lines.end()) {
        return Fault::not_found;
    }
    page.line = *line;
    page.can_write = talk_of(store, roster, record.scope).has_value();
    const Edit held = make_edit(line->id, kind::session, "status", Stage{"held", {}});
    AYNI_LET(shown, store.find(line->id));
    page.can_hold = line->status == "planned" && may_set(store, roster, record.scope, held, shown ? &*shown : nullptr);
    AYNI_TRY(add_words(store, people.names, page));
    return page;
}

Result<std::vector<SessionLine>> maybe_same(Store& store, RecordId session) {
    constexpr std::int64_t near_ms = 24LL * 60 * 60 * 1000;
    AYNI_LET(record, found(store, session, kind::session));
    AYNI_LET(logs, store.list(kind::session, record.scope));
    const auto starts = record.moment("starts");
    std::set<RecordId> others;
    for (const Record& log : logs) {
        const auto began = log.moment("starts");
        const bool near = starts && began && std::abs(*began - *starts) < near_ms;
        if (near && log.text("status") == "held" && log.made.by != record.made.by) {
            others.insert(log.id);
        }
    }
    AYNI_LET(lines, sessions(store, record.scope));
    std::erase_if(lines, [&](const SessionLine& line) {
        return is_of(line, session) ||
               std::ranges::none_of(line.logs, [&](RecordId log) { return others.contains(log); });
    });
    std::ranges::stable_sort(lines, {}, [&](const SessionLine& line) { return std::abs(line.starts - *starts); });
    return lines;
}

Result<std::vector<MeetingPlace>> meeting_places(Store& store) {
    AYNI_LET(roster, store.roster());
    AYNI_LET(names, Names::of(store));
    AYNI_LET(mine, plans(store));
    std::vector<MeetingPlace> places;
    for (const Plan& plan : mine) {
        if (plan.of_a_mentor || !any(plan.who, Who::owner | Who::paired)) {
            continue;
        }
        MeetingPlace place{plan.scope, plan.name, talk_of(store, roster, plan.scope), {}};
        for (const RecordId person : sides_of(roster, plan.scope)) {
            place.people.push_back({person, names.of(person), true, person == store.person()});
        }
        if (place.people.empty()) {
            place.people.push_back({store.person(), names.of(store.person()), true, true});
        }
        places.push_back(std::move(place));
    }
    return places;
}

}  // namespace ayni::programme
