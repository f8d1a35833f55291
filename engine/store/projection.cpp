// From changes to tables. Everything that is ever shown comes through here.

#include <algorithm>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"

namespace ayni {
namespace {

Result<bool> has_dot(Database& database, std::string_view sql, std::int64_t scope, std::int64_t replica,
                     std::uint64_t seq) {
    AYNI_LET(query, database.prepare(sql));
    return query.bind(1, scope).bind(2, replica).bind(3, static_cast<std::int64_t>(seq)).step();
}

}  // namespace

Result<Registers> Store::Inside::take_up(const KindDef& kind, std::int64_t scope, RecordId record, FieldNo wanted) {
    return Registers::take_up(*database, replicas, kind, scope, record, wanted);
}

Result<Registers> Store::Inside::take_up_for(bool makes, const KindDef& kind, std::int64_t scope, RecordId record,
                                             FieldNo wanted) {
    return is_first_of(record, makes) ? Registers::of_new(*database, replicas, kind, scope, record)
                                      : take_up(kind, scope, record, wanted);
}

// Only what this device made itself tells how many records it has made: others may write any name that they like, and
// she may then edit what they wrote there.
bool Store::Inside::is_first_of(RecordId record, bool makes) {
    if (record.device != device || record.counter <= records_written) {
        return false;
    }
    if (!makes) {
        named_by_others.insert(record.counter);
    }
    if (named_by_others.contains(record.counter)) {
        return false;
    }
    records_written = record.counter;
    records = std::max(records, record.counter);  // it may come back to us, and is ours all the same
    return true;
}

Outcome Store::Inside::load_named_by_others() {
    named_by_others.clear();
    constexpr unsigned counter_bits = 40;
    const auto look = [&](const std::string& column, const std::string& table) -> Outcome {
        AYNI_LET(query, database->prepare("SELECT " + column + " FROM " + table + " WHERE " + column + ">? AND " +
                                          column + "<?"));
        query.bind(1, (me << counter_bits) + static_cast<std::int64_t>(records)).bind(2, (me + 1) << counter_bits);
        for (;;) {
            AYNI_LET(more, query.step());
            if (!more) {
                return Done{};
            }
            named_by_others.insert(replicas.record_of(query.integer(0)).counter);
        }
    };
    for (const KindDef& kind : kinds()) {
        AYNI_TRY(look("id", std::string(kind.name)));
    }
    return any_voided ? look("about", "voided") : Outcome{Done{}};
}

Outcome Store::Inside::apply(std::int64_t scope, std::span<const Change> changes, bool all_superseded_known) {
    rebuilt.clear();
    while (!changes.empty()) {
        const Change& first = changes.front();
        const auto same = [&](const Change& change) {
            return change.record == first.record && change.kind == first.kind;
        };
        const auto end = std::ranges::find_if_not(changes, same);
        const auto group = changes.first(static_cast<std::size_t>(end - changes.begin()));
        changes = changes.subspan(group.size());
        const KindDef* kind = find_kind(first.kind);
        // A kind that this version doesn't know stays in the log, and is projected after the update that knows it.
        if (kind == nullptr || !projects(*kind)) {
            continue;
        }
        if (!all_superseded_known) {
            for (const Change& change : group) {
                AYNI_TRY(expect(scope, change));
            }
        }
        if (rebuilt.contains(first.record)) {
            continue;  // it has all of the envelope already
        }
        const bool makes = std::ranges::any_of(
            group, [&](const Change& change) { return change.field == field::made && change.dot.device == device; });
        AYNI_LET(registers,
                 take_up_for(makes, *kind, scope, first.record, group.size() == 1 ? first.field : FieldNo{0}));
        if (registers.scope() == scope) {
            AYNI_TRY(apply_to(registers, scope, group));
            continue;
        }
        // A record never changes scope, and belongs where its own device made it. What others write of it elsewhere
        // is not its author's doing and stays in the log; if such a thing came first, it gives way.
        AYNI_LET(maker, replicas.number_of(first.record.device));
        const bool is_making = std::ranges::any_of(group, [](const Change& change) {
            return change.field == field::made && change.dot.device == change.record.device;
        });
        if (is_making && !registers.is_made_by(maker)) {
            AYNI_TRY(rebuild(scope, first.record));
        }
    }
    return Done{};
}

// Remembers what the change supersedes and has not come yet, so that it makes no head when it does.
Outcome Store::Inside::expect(std::int64_t scope, const Change& change) {
    AYNI_LET(voided, is_voided(scope, change.dot));
    for (const Dot& dot : change.supersedes) {
        if (voided || (log_state == Log::whole && dot.device == change.dot.device)) {
            continue;
        }
        AYNI_LET(other, replicas.number_of(dot.device));
        AYNI_LET(here, has(scope, other, dot.seq));
        if (!here) {
            AYNI_LET(insert, database->prepare("INSERT OR IGNORE INTO early(scope, replica, seq) VALUES(?,?,?)"));
            AYNI_TRY(insert.bind(1, scope).bind(2, other).bind(3, static_cast<std::int64_t>(dot.seq)).run());
            any_early = true;
        }
    }
    return Done{};
}

Result<bool> Store::Inside::is_voided(std::int64_t scope, Dot dot) {
    if (!any_voided) {
        return false;
    }
    AYNI_LET(replica, replicas.number_of(dot.device));
    return has_dot(*database, "SELECT 1 FROM voided WHERE scope=? AND replica=? AND seq=?", scope, replica, dot.seq);
}

Result<bool> Store::is_voided(const ScopeId& scope, Dot dot) {
    return inside_->is_voided(inside_->known_scope(scope), dot);
}

Result<bool> Store::Inside::any_is_voided(std::int64_t scope, std::span<const Dot> dots) {
    for (const Dot& dot : dots) {
        AYNI_LET(voided, is_voided(scope, dot));
        if (voided) {
            return true;
        }
    }
    return false;
}

Outcome Store::Inside::apply_to(Registers& registers, std::int64_t scope, std::span<const Change> changes) {
    const Change& first = changes.front();
    AYNI_LET(row, replicas.row_of(first.record));
    AYNI_TRY(search_index.note(*find_kind(first.kind), row, registers.exists(), changes));
    bool looks_back = false;
    for (const Change& change : changes) {
        AYNI_LET(voided, is_voided(scope, change.dot));
        AYNI_LET(builds_on_voided, any_is_voided(scope, change.supersedes));
        bool already_superseded = false;
        if (any_early) {
            AYNI_LET(replica, replicas.number_of(change.dot.device));
            AYNI_LET(early, has_dot(*database, "DELETE FROM early WHERE scope=? AND replica=? AND seq=? RETURNING 1",
                                    scope, replica, change.dot.seq));
            already_superseded = early;
        }
        // What supersedes a text may be told as a splice of it, which can only be read now.
        const bool base_came_late = already_superseded && registers.rule_of(change.field) == Rule::text;
        looks_back = looks_back || base_came_late || voided || builds_on_voided;
        if (voided) {
            continue;
        }
        AYNI_LET(whole, made_whole(registers, scope, change));
        AYNI_TRY(registers.advance(change, already_superseded, std::move(whole)));
    }
    AYNI_TRY(registers.lay_down());
    if (looks_back) {
        AYNI_TRY(rebuild(scope, first.record));
    }
    touched.push_back({first.record, first.kind, scope_of(scope)});
    if (first.kind == kind::device) {
        owners_loaded = false;
    }
    if (first.kind == kind::verdict) {
        AYNI_TRY(obey(scope, first));
    }
    return Done{};
}

// Only the hub's word counts; a verdict that anybody else wrote is a record like any other.
Outcome Store::Inside::obey(std::int64_t scope, const Change& verdict) {
    if (!is_of_hub(verdict.dot.device)) {
        return Done{};
    }
    AYNI_LET(row, replicas.row_of(verdict.record));
    AYNI_LET(query, database->prepare("SELECT voids, reason, about FROM Verdict WHERE id=?"));
    AYNI_LET(found, query.bind(1, row).step());
    const auto dot = found ? parse_dot(query.text(0)) : std::nullopt;
    if (!dot || query.is_null(1) || query.is_null(2)) {
        return Done{};
    }
    const std::int64_t about = query.integer(2);
    AYNI_LET(replica, replicas.number_of(dot->device));
    AYNI_LET(insert,
             database->prepare("INSERT OR IGNORE INTO voided(scope, replica, seq, reason, about) VALUES(?,?,?,?,?)"));
    insert.bind(1, scope).bind(2, replica).bind(3, static_cast<std::int64_t>(dot->seq));
    AYNI_TRY(insert.bind(4, query.integer(1)).bind(5, about).run());
    if (database->changed_rows() == 0) {
        return Done{};
    }
    any_voided = true;
    AYNI_LET(here, has(scope, replica, dot->seq));
    if (!here) {
        return Done{};  // it will be skipped when it comes
    }
    AYNI_LET(place, locate(replicas.record_of(about)));
    if (place && place->second != scope) {
        return Done{};  // it was smuggled in here, and never counted
    }
    return rebuild(scope, replicas.record_of(about));
}

}  // namespace ayni
