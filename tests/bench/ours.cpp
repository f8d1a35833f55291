#include "tests/bench/ours.hpp"

#include <cstdio>
#include <cstdlib>

#include "sync/joined/sealing.hpp"

namespace ayni::bench {
namespace {

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "our store: fault %d: %s\n", static_cast<int>(result.fault()),
                     result.error().detail.c_str());
        std::abort();
    }
    return std::move(result).value();
}

// Whose things these are: businesses, pairings and persons of some cohort that isn't here.
constexpr DeviceId elsewhere{0x5EA5'0000'0000'0001};

RecordId person(std::uint64_t number) {
    return {elsewhere, number};
}

std::vector<RecordId>& of(std::vector<std::vector<RecordId>>& lists, std::size_t woman) {
    if (lists.size() <= woman) {
        lists.resize(woman + 1);
    }
    return lists[woman];
}

}  // namespace

Ours::Ours(const std::filesystem::path& file, bool durable, Mode mode) : file_(file) {
    store_ = must(Store::open(file, {.decode = wire::decode,
                                     .key = mode.locked ? std::optional(DataKey::random()) : std::nullopt,
                                     .searched = mode.searched}));
    must(store_->set_person(person(1)));
    must(store_->database().run(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF"));
}

Ours::Ours(const std::filesystem::path& file, client::Http& http, const std::string& link) : file_(file) {
    store_ = must(Store::open(file, {.decode = wire::decode}));
    must(client::join(*store_, http, link));
}

ScopeId Ours::plan_of(std::size_t woman) const {
    return places_.plans.empty() ? ScopeId{ScopeKind::plan, {elsewhere, 1'000'000 + woman}}
                                 : places_.plans[woman % places_.plans.size()];
}

ScopeId Ours::talk_of(std::size_t woman) const {
    return places_.talks.empty() ? ScopeId{ScopeKind::talk, {elsewhere, 2'000'000 + woman}}
                                 : places_.talks[woman % places_.talks.size()];
}

void Ours::write(const ScopeId& scope, std::initializer_list<Edit> edits) {
    must(store_->write(scope, std::span(edits.begin(), edits.size())));
}

void Ours::together(const std::function<void()>& work) {
    if (together_) {
        work();
        return;
    }
    together_ = true;
    must(store_->transact([&]() -> Outcome {
        work();
        return Done{};
    }));
    together_ = false;
}

void Ours::save(std::size_t woman, const GoalLine& goal) {
    const RecordId id = store_->new_record();
    write(plan_of(woman), {make_edit(id, kind::goal, "title", goal.title), make_edit(id, kind::goal, "why", goal.why),
                           make_edit(id, kind::goal, "rank", Place{goal.lane, goal.rank}),
                           make_edit(id, kind::goal, "status", Stage{goal.status, {}})});
    of(goals_, woman).push_back(id);
}

void Ours::save(std::size_t woman, const ActionLine& action) {
    const RecordId id = store_->new_record();
    write(plan_of(woman), {make_edit(id, kind::action, "goal", goals_[woman][action.goal]),
                           make_edit(id, kind::action, "title", action.title),
                           make_edit(id, kind::action, "rank", Place{action.lane, action.rank}),
                           make_edit(id, kind::action, "due", action.due),
                           make_edit(id, kind::action, "status", Stage{action.status, {}})});
    of(actions_, woman).push_back(id);
}

void Ours::save(std::size_t woman, const SessionLine& session) {
    const RecordId id = store_->new_record();
    const RecordId note = store_->new_record();
    together([&] {
        write(plan_of(woman), {make_edit(id, kind::session, "starts", session.starts),
                               make_edit(id, kind::session, "modality", session.modality),
                               make_edit(id, kind::session, "people", true, to_text(person(session.people[0]))),
                               make_edit(id, kind::session, "people", true, to_text(person(session.people[1])))});
        write(talk_of(woman), {make_edit(note, kind::session_note, "session", id),
                               make_edit(note, kind::session_note, "text", session.note)});
    });
    of(notes_, woman).push_back(note);
}

RecordId Ours::id_of(const FieldEdit& edit) const {
    switch (edit.field) {
        case FieldEdit::Field::note: return notes_[edit.woman][edit.line];
        case FieldEdit::Field::goal_title: return goals_[edit.woman][edit.line];
        case FieldEdit::Field::status:
        case FieldEdit::Field::rank:
        case FieldEdit::Field::title: break;
    }
    return actions_[edit.woman][edit.line];
}

void Ours::edit(const FieldEdit& edit) {
    const RecordId id = id_of(edit);
    const ScopeId plan = plan_of(edit.woman);
    switch (edit.field) {
        case FieldEdit::Field::status:
            return write(plan, {make_edit(id, kind::action, "status", Stage{edit.text, {}})});
        case FieldEdit::Field::rank:
            return write(plan, {make_edit(id, kind::action, "rank", Place{edit.lane, edit.text})});
        case FieldEdit::Field::note:
            return write(talk_of(edit.woman), {make_edit(id, kind::session_note, "text", edit.text)});
        case FieldEdit::Field::title: return write(plan, {make_edit(id, kind::action, "title", edit.text)});
        case FieldEdit::Field::goal_title: return write(plan, {make_edit(id, kind::goal, "title", edit.text)});
    }
}

void Ours::write_note(std::size_t woman, std::size_t session, const std::string& text) {
    edit({FieldEdit::Field::note, woman, session, text});
}

void Ours::seal() {
    must(joined::seal_pending(*store_, keys_, {}));
}

void Ours::is_acknowledged() {
    together([&] {
        for (const Envelope& envelope : unsent()) {
            must(store_->settle(envelope.scope, envelope.first_seq, Delivery::received));
        }
    });
    must(store_->compact_log(SIZE_MAX));
}

std::vector<Envelope> Ours::unsent() {
    return must(store_->unsent(SIZE_MAX));
}

std::vector<Envelope> Ours::log() {
    const std::vector<ScopeId> scopes = must(store_->scopes());
    std::vector<Envelope> envelopes;
    for (LogEntry& entry : must(store_->log_after(0, SIZE_MAX, scopes))) {
        envelopes.push_back(std::move(entry.envelope));
    }
    return envelopes;
}

Received Ours::take(std::span<const Envelope> envelopes) {
    return must(store_->receive(envelopes, "cursor"));
}

void Ours::knows_records_of(const Ours& other) {
    goals_ = other.goals_;
    actions_ = other.actions_;
    notes_ = other.notes_;
}

std::uint64_t Ours::sum() {
    std::uint64_t sum = 0;
    for (const Record& goal : must(store_->list(kind::goal))) {
        const Place place = goal.place();
        sum += checksum(GoalLine{goal.text("title"), goal.text("why"), place.lane, place.index, goal.text("status")});
    }
    for (const Record& action : must(store_->list(kind::action))) {
        const Place place = action.place();
        sum += checksum(ActionLine{0, action.text("title"), action.moment("due").value_or(0), place.lane, place.index,
                                   action.text("status")});
    }
    for (const Record& session : must(store_->list(kind::session))) {
        SessionLine line{session.moment("starts").value_or(0), session.text("modality"), {0, 0}, {}};
        for (const RecordId& who : session.refs("people")) {
            line.people[0] += who.counter;
        }
        sum += checksum(line);
    }
    for (const Record& note : must(store_->list(kind::session_note))) {
        sum += checksum_of_note(note.text("text"));
    }
    return sum;
}

std::size_t Ours::contests() {
    return must(store_->contests()).size();
}

std::vector<std::string> Ours::differences() {
    return must(store_->check());
}

std::uintmax_t Ours::bytes() {
    must(store_->database().checkpoint());
    return std::filesystem::file_size(file_);
}

}  // namespace ayni::bench
