// Holds what the phones of a history show against the ledger.

#include <algorithm>

#include "engine/store/database.hpp"
#include "tests/engine/histories/play.hpp"

namespace ayni::test {
namespace {

template <class T>
T got(Result<T> result, const char* doing) {
    if (!result) {
        throw Broken(std::string(doing) + " failed: " + result.error().detail);
    }
    return std::move(result).value();
}

// Fields that this version doesn't know lie in `head`, all of them.
std::map<FieldNo, std::set<Dot>> unknown_heads(const Phone& phone, const Record& record) {
    std::map<FieldNo, std::set<Dot>> all;
    auto query = got(phone.store->database().prepare(
                         "SELECT field, (SELECT id FROM replica WHERE number=head.replica), seq FROM head WHERE record="
                         "(SELECT number << 40 FROM replica WHERE id=?) + ?"),
                     "reading heads");
    query.bind(1, static_cast<std::int64_t>(record.id.device.value));
    query.bind(2, static_cast<std::int64_t>(record.id.counter));
    while (got(query.step(), "reading heads")) {
        const auto field = static_cast<FieldNo>(query.integer(0));
        if (find_kind(record.kind)->field(field) == nullptr) {
            all[field].insert(
                {DeviceId{static_cast<std::uint64_t>(query.integer(1))}, static_cast<std::uint64_t>(query.integer(2))});
        }
    }
    return all;
}

std::string difference(const std::string& who, const RecordId& record, const std::string& seen,
                       const std::string& meant) {
    return who + ": record " + to_text(record) + " is\n      " + seen + "\n  and should be\n      " + meant;
}

}  // namespace

std::optional<Look> Play::sees(const Phone& phone, const RecordId& id) const {
    const auto found = got(phone.store->find(id), "finding a record");
    if (!found || found->scope != plan) {
        return std::nullopt;
    }
    Look look = look_of(*found);
    look.unknown = unknown_heads(phone, *found);
    return look;
}

void Play::looks_right(const Phone& phone, const std::string& who, std::optional<RecordId> only) {
    const auto meant = ledger_.looks(knowledge(phone), only);
    std::set<RecordId> records;
    for (const auto& [record, look] : meant) {
        records.insert(record);
    }
    for (const auto& [step, made] : made_) {
        if (!only) {
            records.insert(made.first);  // it may be there though it should not
        }
    }
    for (const RecordId& record : records) {
        const auto seen = sees(phone, record);
        const auto should = meant.find(record);
        const std::string seen_text = seen ? to_text(*seen) : "not there";
        const std::string meant_text = should != meant.end() ? to_text(should->second) : "not there";
        if (seen_text != meant_text) {
            throw Broken(difference(who, record, seen_text, meant_text));
        }
    }
}

void Play::contests_are_right(const Phone& phone) {
    const Knowledge known = knowledge(phone);
    std::map<Place3, std::set<Dot>> offered;
    for (const Contest& contest : got(phone.store->contests(), "reading contests")) {
        auto& dots = offered[{contest.record, contest.field, contest.key}];
        for (const Version& version : contest.versions) {
            dots.insert(version.dot);
            if (version.value != ledger_.whole(version.dot)) {
                const auto* place = std::get_if<Place>(&version.value);
                if (place == nullptr) {
                    throw Broken("a version of a contest isn't what was written");
                }
            }
        }
    }
    const auto looks = ledger_.looks(known);
    for (const auto& [place, heads] : ledger_.heads(known)) {
        const auto look = looks.find(place.record);
        if (look == looks.end() || place.field == field::removed || !look->second.marked.contains(place.field)) {
            continue;
        }
        const bool is_set = !place.key.empty();
        const auto found = offered.find(place);
        if (found == offered.end() ? !is_set : found->second != std::set<Dot>(heads.begin(), heads.end())) {
            throw Broken("field " + std::to_string(place.field) + " of record " + to_text(place.record) +
                         " is marked, but of its " + std::to_string(heads.size()) + " versions " +
                         (found == offered.end() ? "none" : std::to_string(found->second.size())) + " are offered");
        }
    }
}

// Every change is in the history of its record, with what was written and what became of it.
void Play::history_is_right(const Phone& phone) {
    const Knowledge known = knowledge(phone);
    const std::set<Dot> gone = ledger_.voided(known);
    const std::set<Dot> past = ledger_.replaced(known);
    std::map<RecordId, std::map<Dot, Written>> histories;
    for (const Dot& dot : ledger_.dots()) {
        const Change& change = ledger_.change(dot);
        const KindDef* kind = find_kind(change.kind);
        const FieldDef* field = kind != nullptr ? kind->field(change.field) : nullptr;
        const bool everything_gone = !ledger_.looks(known, change.record).contains(change.record);
        if (field == nullptr || everything_gone) {
            continue;
        }
        auto& history = histories[change.record];
        if (history.empty()) {
            for (Written& written : got(phone.store->history(change.record), "reading a history")) {
                history.emplace(written.dot, std::move(written));
            }
        }
        const auto written = history.find(dot);
        if (written == history.end() || written->second.value != ledger_.whole(dot)) {
            throw Broken("the history has lost " + to_text(dot));
        }
        const Standing meant = gone.contains(dot)                                ? Standing::voided
                               : field->rule != Rule::once && past.contains(dot) ? Standing::replaced
                                                                                 : Standing::stands;
        if (written->second.standing != meant) {
            throw Broken("the history says of " + to_text(dot) + " that it is " +
                         std::string(name_of(written->second.standing)) + ", not " + std::string(name_of(meant)));
        }
    }
}

// What the hub voided lies in its author's tray, with what she wrote.
void Play::nothing_is_lost(const Phone& phone) {
    std::map<std::string, Value> tray;
    for (const Trayed& trayed : got(phone.store->tray(), "reading the tray")) {
        tray.emplace(trayed.id, trayed.value);
    }
    for (const Dot& dot : ledger_.voided(knowledge(phone))) {
        if (dot.device != phone.store->device() || !ledger_.has(dot)) {
            continue;
        }
        const auto found = tray.find(to_text(dot));
        if (found == tray.end() || found->second != ledger_.whole(dot)) {
            throw Broken("the tray has lost " + to_text(dot));
        }
    }
}

void Play::newer_is_passed_on(const Phone& phone) {
    const auto log = phone.log(plan);
    for (const Envelope& envelope : newer_) {
        if (std::ranges::none_of(log, [&](const Envelope& kept) {
                return kept.device == envelope.device && kept.first_seq == envelope.first_seq &&
                       kept.bytes == envelope.bytes;
            })) {
            throw Broken("what a newer version wrote isn't passed on as it came");
        }
    }
}

void Play::is_sound(const Phone& phone, const std::string& who) {
    const auto differences = got(phone.store->check(), "checking");
    if (!differences.empty()) {
        throw Broken("the log of " + who + " replayed: " + differences.front());
    }
}

std::string Play::end_without_clocks() {
    std::string all;
    for (const auto& [step, made] : made_) {
        if (auto look = sees(cast_.witness(), made.first)) {
            look->made.at = 0;
            all += std::to_string(step) + ": " + to_text(*look) + '\n';
        }
    }
    return all;
}

}  // namespace ayni::test
