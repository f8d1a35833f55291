#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine/programme/items.hpp"
#include "engine/programme/pairs.hpp"
#include "engine/programme/sessions.hpp"

namespace ayni::programme {
namespace {

constexpr std::int64_t minute_ms = 60LL * 1000;

bool is_same_meeting(const Record& session, const SessionLog& log) {
    const auto starts = session.moment("starts");
    if (!starts) {
        return false;
    }
    const bool that_day = *starts >= log.day_begins && *starts < log.day_ends;
    const bool that_hour =
        *starts < log.starts + log.minutes * minute_ms && log.starts < *starts + session.whole("minutes") * minute_ms;
    return that_day || that_hour;
}

bool is_of_other_side(const Roster& roster, RecordId me, RecordId other) {
    const auto* mine = roster.person(me);
    const auto* hers = roster.person(other);
    return mine != nullptr && hers != nullptr && mine->role != hers->role;
}

// What the log of a session has to do with those that are there already.
struct Kin {
    const Record* planned = nullptr;     // was planned for that day: this is it
    const Record* other_side = nullptr;  // the other side's log of the same meeting
};

Kin kin_of(Store& store, const Roster& roster, const std::vector<Record>& sessions, const SessionLog& log) {
    std::set<RecordId> taken;
    for (const Record& session : sessions) {
        taken.insert(session.ref("same_as"));
    }
    // Of two on that day the nearer one.
    const auto nearer = [&log](const Record& session, const Record* best) {
        const auto away = [&log](const Record& each) {
            return std::abs(each.moment("starts").value_or(0) - log.starts);
        };
        return best == nullptr || away(session) < away(*best);
    };
    Kin kin;
    for (const Record& session : sessions) {
        if (!is_same_meeting(session, log)) {
            continue;
        }
        const Edit held = make_edit(session.id, kind::session, "status", Stage{"held", {}});
        if (session.text("status") == "planned" && nearer(session, kin.planned) &&
            may_set(store, roster, log.plan, held, &session)) {
            kin.planned = &session;
        }
        const bool linked = taken.contains(session.id) || static_cast<bool>(session.ref("same_as"));
        if (session.text("status") == "held" && !linked && nearer(session, kin.other_side) &&
            is_of_other_side(roster, store.person(), session.made.by)) {
            kin.other_side = &session;
        }
    }
    return kin;
}

std::vector<Edit> edits_of(const SessionLog& log, RecordId id, const Kin& kin) {
    const auto edit = [id](std::string_view field, Value value, std::string key = {}) {
        return make_edit(id, kind::session, field, std::move(value), std::move(key));
    };
    std::vector<Edit> edits{edit("starts", log.starts), edit("minutes", log.minutes),
                            edit("status", Stage{"held", {}})};
    if (!log.tz.empty()) {
        edits.push_back(edit("tz", log.tz));
    }
    if (!log.modality.empty()) {
        edits.push_back(edit("modality", log.modality));
    }
    for (const RecordId person : log.people) {
        edits.push_back(edit("people", true, to_text(person)));
    }
    for (const std::string& topic : log.topics) {
        edits.push_back(edit("topics", true, topic));
    }
    if (log.next_at) {
        edits.push_back(edit("next_at", *log.next_at));
    }
    if (kin.other_side != nullptr && kin.planned == nullptr) {
        edits.push_back(edit("same_as", kin.other_side->id));
    }
    return edits;
}

std::vector<Edit> note_edits(RecordId id, RecordId session, const std::string& text, const std::string& lang,
                             std::int64_t mood) {
    std::vector<Edit> edits{make_edit(id, kind::session_note, "session", session)};
    if (!text.empty()) {
        edits.push_back(make_edit(id, kind::session_note, "text", text));
        if (!lang.empty()) {
            edits.push_back(make_edit(id, kind::session_note, "lang", lang));
        }
    }
    if (mood > 0) {
        edits.push_back(make_edit(id, kind::session_note, "mood", mood));
    }
    return edits;
}

std::vector<Edit> given_edits(RecordId id, RecordId session, std::string_view kind, RecordId from, RecordId to,
                              const Words& words) {
    const auto edit = [id](std::string_view field, Value value) {
        return make_edit(id, kind::exchange, field, std::move(value));
    };
    std::vector<Edit> edits{edit("session", session), edit("kind", std::string(kind))};
    if (from) {
        edits.push_back(edit("from", from));
    }
    if (to) {
        edits.push_back(edit("to", to));
    }
    if (!words.topic.empty()) {
        edits.push_back(edit("topic", words.topic));
    }
    if (!words.text.empty()) {
        edits.push_back(edit("text", words.text));
    }
    return edits;
}

// The one she met: of those who were there, the first of the other side.
RecordId other_of(const Roster& roster, RecordId me, const std::vector<RecordId>& people) {
    const auto found =
        std::ranges::find_if(people, [&](RecordId person) { return is_of_other_side(roster, me, person); });
    return found != people.end() ? *found : RecordId{};
}

bool has_words(const SessionLog& log) {
    return log.mood > 0 || !log.note.empty() || !log.gave.empty() || !log.learned.empty();
}

Outcome log_words(Store& store, const Roster& roster, const SessionLog& log, const ScopeId& talk, Deed& deed) {
    const RecordId me = store.person();
    const RecordId other = other_of(roster, me, log.people);
    std::vector<Edit> edits;
    const auto add = [&edits](std::vector<Edit> more) {
        edits.insert(edits.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (log.mood > 0 || !log.note.empty()) {
        add(note_edits(store.new_record(), deed.record, log.note, log.lang, log.mood));
    }
    if (!log.gave.empty()) {
        add(given_edits(store.new_record(), deed.record, "gave", me, other, log.gave));
    }
    if (!log.learned.empty()) {
        add(given_edits(store.new_record(), deed.record, "learned", other, me, log.learned));
    }
    AYNI_LET(said, carry_out(store, talk, std::move(edits)));
    deed.add(std::move(said));
    return Done{};
}

Result<Deed> set(Store& store, RecordId id, std::string_view field, Value value) {
    AYNI_LET(record, found(store, id, kind::session));
    return carry_out(store, record.scope, {make_edit(id, kind::session, field, std::move(value))});
}

}  // namespace

Result<Deed> log_session(Store& store, const SessionLog& log) {
    if (log.minutes <= 0) {
        return Failure{Fault::invalid, "minutes"};
    }
    AYNI_LET(roster, store.roster());
    const auto talk = talk_of(store, roster, log.plan);
    if (has_words(log) && !talk) {
        return Failure{Fault::invalid, "talk"};
    }
    AYNI_LET(sessions, store.list(kind::session, log.plan));
    const Kin kin = kin_of(store, roster, sessions, log);
    Deed deed;
    AYNI_TRY(store.transact([&]() -> Outcome {
        const RecordId id = kin.planned != nullptr ? kin.planned->id : store.new_record();
        AYNI_LET(logged, carry_out(store, log.plan, edits_of(log, id, kin)));
        deed = std::move(logged);
        return has_words(log) ? log_words(store, roster, log, *talk, deed) : Outcome(Done{});
    }));
    return deed;
}

Result<Deed> plan_session(Store& store, const SessionPlan& plan) {
    const RecordId id = store.new_record();
    const auto edit = [id](std::string_view field, Value value, std::string key = {}) {
        return make_edit(id, kind::session, field, std::move(value), std::move(key));
    };
    std::vector<Edit> edits{edit("starts", plan.starts), edit("minutes", plan.minutes),
                            edit("status", Stage{"planned", {}})};
    if (!plan.tz.empty()) {
        edits.push_back(edit("tz", plan.tz));
    }
    if (!plan.modality.empty()) {
        edits.push_back(edit("modality", plan.modality));
    }
    for (const RecordId person : plan.people) {
        edits.push_back(edit("people", true, to_text(person)));
    }
    return carry_out(store, plan.plan, std::move(edits));
}

Result<Deed> hold_session(Store& store, RecordId session) {
    return set(store, session, "status", Stage{"held", {}});
}

Result<Deed> cancel_session(Store& store, RecordId session) {
    return set(store, session, "status", Stage{"cancelled", {}});
}

Result<Deed> postpone_session(Store& store, RecordId session, std::int64_t starts) {
    return set(store, session, "starts", starts);
}

Result<Deed> add_note(Store& store, RecordId session, const std::string& text, const std::string& lang,
                      std::int64_t mood) {
    if (mood <= 0 && is_blank(text)) {
        return Failure{Fault::invalid, "text"};
    }
    AYNI_LET(record, found(store, session, kind::session));
    AYNI_LET(roster, store.roster());
    const auto talk = talk_of(store, roster, record.scope);
    if (!talk) {
        return Fault::not_allowed;
    }
    return carry_out(store, *talk, note_edits(store.new_record(), session, text, lang, mood));
}

Result<Deed> add_given(Store& store, RecordId session, Way way, const Words& words) {
    if (words.topic.empty() && is_blank(words.text)) {
        return Failure{Fault::invalid, "text"};
    }
    AYNI_LET(record, found(store, session, kind::session));
    AYNI_LET(roster, store.roster());
    const auto talk = talk_of(store, roster, record.scope);
    if (!talk) {
        return Fault::not_allowed;
    }
    const RecordId me = store.person();
    const RecordId other = other_of(roster, me, record.refs("people"));
    const RecordId id = store.new_record();
    return carry_out(store, *talk,
                     way == Way::gave ? given_edits(id, session, "gave", me, other, words)
                                      : given_edits(id, session, "learned", other, me, words));
}

}  // namespace ayni::programme
