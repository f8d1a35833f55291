// What screens, the hub and the command line read.

#include <algorithm>
#include <map>
#include <set>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"

namespace ayni {
namespace {

std::string select_all(const KindDef& kind) {
    std::string sql = "SELECT id, scope, hidden, clock";
    for (const FieldDef& field : kind.fields) {
        for (const std::string& column : columns_of(field)) {
            sql += ", \"" + column + '"';
        }
    }
    return sql + " FROM " + std::string(kind.name) + ' ';
}

}  // namespace

Result<Safety> Store::Inside::safety_of(std::int64_t scope, std::span<const Dot> dots) {
    Safety safety = Safety::seen;
    for (const Dot& dot : dots) {
        AYNI_LET(replica, replicas.number_of(dot.device));
        AYNI_LET(known, reach(scope, replica));
        if (dot.seq > known.settled) {
            return Safety::here;
        }
        if (dot.seq > known.seen) {
            safety = Safety::received;
        }
    }
    return safety;
}

Outcome Store::Inside::read_sets(Record& record, std::int64_t row, const KindDef& kind) {
    AYNI_LET(query, database->prepare("SELECT field, key, value FROM element WHERE record=? ORDER BY field, key"));
    query.bind(1, row);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        AYNI_LET(value, unpack_value(query.view(2)));
        const auto number = static_cast<FieldNo>(query.integer(0));
        if (!is_empty(value) && kind.field(number) != nullptr) {
            record.sets[number].push_back({query.text(1), value});
        }
    }
}

Outcome Store::Inside::read_contested(Record& record, Registers& registers, std::int64_t row) {
    AYNI_LET(query, database->prepare("SELECT DISTINCT field, key FROM head WHERE record=? ORDER BY field, key"));
    query.bind(1, row);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        const auto number = static_cast<FieldNo>(query.integer(0));
        const KindDef& kind = *find_kind(record.kind);
        const FieldDef* field = kind.field(number);
        if (field == nullptr) {
            continue;
        }
        AYNI_LET(heads, registers.heads(number, query.text(1)));
        if (field->rule == Rule::text && heads.size() > 1) {
            AYNI_LET(merged, shown_text(registers.scope(), heads));
            record.values.insert_or_assign(number, std::move(merged.text));
            if (merged.contested) {
                record.contested.push_back(number);
            }
            continue;
        }
        const Shown shown = show(field->rule, heads);
        const auto* removal = std::get_if<Removal>(&heads[shown.index].value);
        // A record that somebody removed, and that an edit which she had not seen brought back, is marked.
        const bool came_back = removal != nullptr && removal->removed && !record.removed;
        const bool noted = !record.contested.empty() && record.contested.back() == number;
        if ((shown.contested || came_back) && !noted) {
            record.contested.push_back(number);
        }
    }
}

Result<Record> Store::Inside::read_record(const Statement& row, const KindDef& kind) {
    Record record;
    const std::int64_t id = row.integer(0);
    const std::int64_t scope = row.integer(1);
    record.id = replicas.record_of(id);
    record.kind = kind.number;
    record.scope = scope_of(scope);
    record.removed = row.integer(2) != 0;
    const Table& table = Table::of(kind);
    int column = 4;
    for (const FieldDef& field : kind.fields) {
        const int width = table.width(field.number);
        if (width == 0) {
            continue;
        }
        Value value = read_value(row, column, field, replicas);
        column += width;
        if (const auto* made = std::get_if<Made>(&value)) {
            record.made = *made;
        } else if (const auto* splice = std::get_if<Splice>(&value)) {
            record.values.emplace(field.number, splice->insert);  // what it builds on hasn't come yet
        } else if (!is_empty(value)) {
            if (auto* place = std::get_if<Place>(&value)) {
                place->respaced = false;  // how it came about is for the merge; who moves it from here, moves it
            }
            record.values.emplace(field.number, std::move(value));
        }
    }
    Registers registers = Registers::of_row(*database, replicas, kind, id, scope, record.removed, row.view(3));
    if (registers.has_elements()) {
        AYNI_TRY(read_sets(record, id, kind));
    }
    if (registers.has_more_heads()) {
        AYNI_TRY(read_contested(record, registers, id));
    }
    AYNI_LET(dots, registers.dots());
    AYNI_LET(removals, registers.heads(field::removed, {}));
    for (const Head& removal : removals) {
        dots.push_back(removal.dot);
    }
    AYNI_LET(safety, safety_of(scope, dots));
    record.safety = safety;
    return record;
}

Result<std::vector<Record>> Store::list(KindNo number, std::optional<ScopeId> scope, bool with_removed) {
    const KindDef* kind = find_kind(number);
    if (kind == nullptr) {
        return {Fault::not_found, "kind"};
    }
    std::string sql = select_all(*kind) + (scope ? "WHERE scope=?" : "WHERE 1");
    sql += with_removed ? "" : " AND hidden=0";
    AYNI_LET(query, inside_->database->prepare(sql));
    if (scope) {
        query.bind(1, inside_->known_scope(*scope));
    }
    std::vector<Record> records;
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        AYNI_LET(record, inside_->read_record(query, *kind));
        records.push_back(std::move(record));
    }
    // By the ids that all replicas know, not by the numbers that this one gave.
    std::ranges::sort(records, {}, &Record::id);
    return records;
}

Result<std::optional<Record>> Store::find(RecordId id) {
    AYNI_LET(place, inside_->locate(id));
    if (!place) {
        return std::optional<Record>{};
    }
    AYNI_LET(row, inside_->replicas.row_of(id));
    return inside_->record_at(*place->first, row);
}

Result<std::optional<Record>> Store::Inside::record_at(const KindDef& kind, std::int64_t row) {
    AYNI_LET(query, database->prepare(select_all(kind) + "WHERE id=?"));
    AYNI_LET(found, query.bind(1, row).step());
    if (!found) {
        return std::optional<Record>{};
    }
    AYNI_LET(record, read_record(query, kind));
    return std::optional(std::move(record));
}

Result<std::optional<Record>> Store::find_by_ref(std::string_view ref) {
    for (const KindDef& kind : kinds()) {
        AYNI_LET(query, inside_->database->prepare(select_all(kind) + "WHERE ref=? ORDER BY hidden, id LIMIT 1"));
        AYNI_LET(found, query.bind_text(1, ref).step());
        if (found) {
            AYNI_LET(record, inside_->read_record(query, kind));
            return std::optional(std::move(record));
        }
    }
    return std::optional<Record>{};
}

Result<std::optional<Contest>> Store::Inside::contest(RecordId record, FieldNo number, const std::string& key) {
    AYNI_LET(place, locate(record));
    const FieldDef* field = place ? place->first->field(number) : nullptr;
    if (field == nullptr || field->rule == Rule::removal) {
        return std::optional<Contest>{};
    }
    const auto [kind, scope] = *place;
    AYNI_LET(registers, take_up(*kind, scope, record, number));
    AYNI_LET(heads, registers.heads(number, key));
    if (heads.size() < 2) {
        return std::optional<Contest>{};
    }
    bool contested = show(field->rule, heads).contested;
    if (field->rule == Rule::text) {
        AYNI_LET(merged, shown_text(scope, heads));
        contested = merged.contested;
    }
    if (!contested) {
        return std::optional<Contest>{};
    }
    const auto shown = static_cast<std::ptrdiff_t>(show(field->rule, heads).index);
    std::rotate(heads.begin(), heads.begin() + shown, heads.end());
    Contest contest{record, kind->number, scope_of(scope), number, key, {}};
    for (const Head& head : heads) {
        AYNI_LET(by, owner_of(head.dot.device));
        const auto* splice = std::get_if<Splice>(&head.value);
        contest.versions.push_back({head.dot, head.stamp, by, splice != nullptr ? Value{splice->insert} : head.value});
    }
    return std::optional(std::move(contest));
}

Result<std::optional<Contest>> Store::contest(RecordId record, FieldNo field, const std::string& key) {
    return inside_->contest(record, field, key);
}

Result<std::vector<Contest>> Store::contests() {
    std::vector<Contest> contests;
    AYNI_LET(query, inside_->database->prepare("SELECT DISTINCT record, field, key FROM head "
                                               "ORDER BY record, field, key"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        AYNI_LET(found, inside_->contest(inside_->replicas.record_of(query.integer(0)),
                                         static_cast<FieldNo>(query.integer(1)), query.text(2)));
        if (found) {
            contests.push_back(std::move(*found));
        }
    }
    std::ranges::sort(contests, {}, [](const Contest& c) { return std::tuple(c.record, c.field, c.key); });
    return contests;
}

Result<std::vector<Trayed>> Store::tray() {
    std::vector<Trayed> tray;
    AYNI_LET(refused, inside_->database->prepare(
                          "SELECT scope, first_seq, last_seq, coalesce(reason, '') FROM envelope WHERE delivery=2 "
                          "ORDER BY number"));
    for (;;) {
        AYNI_LET(more, refused.step());
        if (!more) {
            break;
        }
        const std::int64_t scope = refused.integer(0);
        const auto within = [&](const Change& change) {
            return change.dot.device == inside_->device && change.field != field::made &&
                   static_cast<std::int64_t>(change.dot.seq) >= refused.integer(1) &&
                   static_cast<std::int64_t>(change.dot.seq) <= refused.integer(2);
        };
        AYNI_LET(changes, inside_->logged(scope, within));
        for (const Change& change : changes) {
            AYNI_LET(value, inside_->whole_value(scope, change));
            tray.push_back({to_text(change.dot), inside_->scope_of(scope), change.record, change.field,
                            std::move(value), refused.text(3)});
        }
    }
    AYNI_LET(voided, inside_->database->prepare("SELECT scope, seq, reason FROM voided WHERE replica=? "
                                                "ORDER BY scope, seq"));
    voided.bind(1, inside_->me);
    for (;;) {
        AYNI_LET(more, voided.step());
        if (!more) {
            return tray;
        }
        const std::int64_t scope = voided.integer(0);
        const Dot dot{inside_->device, static_cast<std::uint64_t>(voided.integer(1))};
        AYNI_LET(changes, inside_->logged(scope, [&](const Change& change) { return change.dot == dot; }));
        for (const Change& change : changes) {
            const auto refusal = static_cast<Refusal>(voided.integer(2));
            AYNI_LET(value, inside_->whole_value(scope, change));
            tray.push_back({to_text(dot), inside_->scope_of(scope), change.record, change.field, std::move(value),
                            std::string(name_of(refusal))});
        }
    }
}

Result<std::vector<ScopeId>> Store::scopes() {
    std::set<ScopeId> all;
    for (const std::int64_t scope : inside_->pending.scopes()) {
        all.insert(inside_->scope_of(scope));
    }
    AYNI_TRY(inside_->write_reaches());
    AYNI_LET(query, inside_->database->prepare("SELECT DISTINCT scope FROM reach ORDER BY scope"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        all.insert(inside_->scope_of(query.integer(0)));
    }
    return std::vector<ScopeId>(all.begin(), all.end());
}

Result<Roster> Store::roster() {
    Roster roster;
    AYNI_LET(cohorts, list(kind::cohort));
    for (const Record& cohort : cohorts) {
        roster.cohorts.push_back(cohort.id);
    }
    AYNI_LET(people, list(kind::person));
    for (const Record& person : people) {
        roster.people.push_back({person.id, person.scope, person.text("role")});
    }
    AYNI_LET(businesses, list(kind::business));
    for (const Record& business : businesses) {
        roster.businesses.push_back({business.id, business.scope.subject, business.refs("leaders")});
    }
    AYNI_LET(pairings, list(kind::pairing));
    for (const Record& pairing : pairings) {
        roster.pairings.push_back({pairing.id, pairing.scope.subject, pairing.ref("mentor"), pairing.ref("business"),
                                   pairing.text("status")});
    }
    return roster;
}

Result<RecordId> Store::Inside::owner_of(DeviceId wanted) {
    if (wanted == device) {
        return person;
    }
    if (!owners_loaded) {
        owners.clear();
        AYNI_LET(query, database->prepare("SELECT device, person FROM Device WHERE hidden=0 AND device IS NOT NULL "
                                          "AND person IS NOT NULL"));
        for (;;) {
            AYNI_LET(more, query.step());
            if (!more) {
                break;
            }
            if (const auto known = parse_device(query.text(0))) {
                owners.insert_or_assign(known->value, replicas.record_of(query.integer(1)));
            }
        }
        owners_loaded = true;
    }
    const auto found = owners.find(wanted.value);
    return found != owners.end() ? found->second : RecordId{};
}

Result<RecordId> Store::person_of(DeviceId device) {
    return inside_->owner_of(device);
}

Result<std::uint64_t> Store::waiting() {
    AYNI_LET(query, inside_->database->prepare("SELECT coalesce(sum(last_seq - first_seq + 1), 0) FROM envelope "
                                               "WHERE delivery=0 AND replica=?"));
    AYNI_TRY(query.bind(1, inside_->me).step());
    return static_cast<std::uint64_t>(query.integer(0)) + inside_->pending.count();
}

}  // namespace ayni
