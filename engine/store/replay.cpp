// The log against the tables: rebuilding one record, and comparing everything.

#include <algorithm>
#include <map>
#include <set>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"
#include "engine/store/migrations.hpp"

namespace ayni {
namespace {

// All rows of a table as text, in a fixed order, for comparing and for naming what differs.
Result<std::vector<std::string>> rows_of(Database& database, const std::string& sql) {
    std::vector<std::string> rows;
    AYNI_LET(query, database.prepare(sql));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return rows;
        }
        Packer row;
        for (int column = 0; column < query.columns(); ++column) {
            row.number(static_cast<std::uint64_t>(query.form(column)));
            row.text(query.view(column));
        }
        rows.push_back(std::move(row).bytes());
    }
}

struct Compared {
    std::string table;
    std::string sql;
};

std::vector<Compared> tables_to_compare() {
    std::vector<Compared> all;
    for (const KindDef& kind : kinds()) {
        const std::string name(kind.name);
        all.push_back({name, "SELECT * FROM " + name + " ORDER BY id"});
    }
    all.push_back({"head", "SELECT * FROM head ORDER BY record, field, key, replica, seq"});
    all.push_back({"element", "SELECT * FROM element ORDER BY record, field, key"});
    all.push_back({"early", "SELECT * FROM early ORDER BY scope, replica, seq"});
    all.push_back({"voided", "SELECT * FROM voided ORDER BY scope, replica, seq"});
    return all;
}

Outcome copy_table(Database& from, Database& to, const std::string& table, const std::string& columns) {
    AYNI_LET(query, from.prepare("SELECT " + columns + " FROM " + table));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        std::string marks = "?";
        for (int column = 1; column < query.columns(); ++column) {
            marks += ",?";
        }
        AYNI_LET(insert, to.prepare("INSERT OR REPLACE INTO " + table + '(' + columns + ") VALUES(" + marks + ')'));
        for (int column = 0; column < query.columns(); ++column) {
            if (query.form(column) == ColumnForm::integer) {
                insert.bind(column + 1, query.integer(column));
            } else if (query.form(column) == ColumnForm::text) {
                insert.bind_text(column + 1, query.view(column));
            } else {
                insert.bind_blob(column + 1, query.view(column));
            }
        }
        AYNI_TRY(insert.run());
    }
}

// What the standing changes supersede, also by way of one that was voided: she who wrote over that had seen what it
// was written over.
std::set<Dot> superseded_by(std::span<const Change> standing, const std::map<Dot, const Change*>& voided) {
    std::set<Dot> all;
    for (const Change& change : standing) {
        std::vector<Dot> open = change.supersedes;
        while (!open.empty()) {
            const Dot dot = open.back();
            open.pop_back();
            const bool is_new = all.insert(dot).second;
            if (const auto gone = voided.find(dot); is_new && gone != voided.end()) {
                open.insert(open.end(), gone->second->supersedes.begin(), gone->second->supersedes.end());
            }
        }
    }
    return all;
}

}  // namespace

Result<std::vector<Change>> Store::Inside::logged(std::int64_t scope,
                                                  const std::function<bool(const Change&)>& wanted) {
    std::vector<Change> all;
    const auto take = [&](std::vector<Change>&& changes) {
        std::ranges::copy_if(changes, std::back_inserter(all), wanted);
    };
    AYNI_LET(log, database->prepare("SELECT bytes, block, place, size FROM envelope WHERE scope=? ORDER BY number"));
    log.bind(1, scope);
    for (;;) {
        AYNI_LET(more, log.step());
        if (!more) {
            break;
        }
        AYNI_LET(bytes, blocks.bytes_in(log, 0));
        if (auto changes = settings.decode(bytes)) {
            take(std::move(*changes));
        }
    }
    AYNI_LET(waiting, pending.changes(scope));
    take(std::move(waiting));
    return all;
}

// The record as its log in this scope has it: after a verdict as if the voided change had never been, after a move
// to where it was really made as if it had never been elsewhere.
Outcome Store::Inside::rebuild(std::int64_t scope, RecordId record) {
    AYNI_LET(changes, logged(scope, [&](const Change& change) { return change.record == record; }));
    if (changes.empty()) {
        return Done{};
    }
    const KindDef* kind = find_kind(changes.front().kind);
    if (kind == nullptr || !projects(*kind)) {
        return Done{};
    }
    std::map<Dot, const Change*> voided;
    std::vector<Change> standing;
    for (const Change& change : changes) {
        AYNI_LET(gone, is_voided(scope, change.dot));
        if (gone) {
            voided.emplace(change.dot, &change);
        } else {
            standing.push_back(change);
        }
    }
    const std::set<Dot> superseded = superseded_by(standing, voided);
    AYNI_TRY(set_expected(scope, changes, superseded));
    AYNI_LET(registers, take_up(*kind, scope, record));
    AYNI_LET(row, replicas.row_of(record));
    AYNI_TRY(search_index.note(*kind, row, registers.exists()));
    AYNI_TRY(registers.erase(scope));
    for (const Change& change : standing) {
        AYNI_LET(whole, made_whole(registers, scope, change));
        AYNI_TRY(registers.advance(change, superseded.contains(change.dot), std::move(whole)));
    }
    AYNI_TRY(registers.lay_down());
    rebuilt.insert(record);
    touched.push_back({record, kind->number, scope_of(scope)});
    return Done{};
}

// Of what the record's changes supersede: what is still to come and will make no head is expected, nothing else.
Outcome Store::Inside::set_expected(std::int64_t scope, std::span<const Change> changes,
                                    const std::set<Dot>& superseded) {
    std::set<Dot> here;
    std::set<Dot> named;
    for (const Change& change : changes) {
        here.insert(change.dot);
        named.insert(change.supersedes.begin(), change.supersedes.end());
    }
    named.insert(here.begin(), here.end());
    for (const Dot& dot : named) {
        AYNI_LET(replica, replicas.number_of(dot.device));
        AYNI_LET(known, has(scope, replica, dot.seq));
        const bool expected = superseded.contains(dot) && !here.contains(dot) && !known;
        any_early = any_early || expected;
        AYNI_LET(note, database->prepare(expected ? "INSERT OR IGNORE INTO early(scope, replica, seq) VALUES(?,?,?)"
                                                  : "DELETE FROM early WHERE scope=? AND replica=? AND seq=?"));
        AYNI_TRY(note.bind(1, scope).bind(2, replica).bind(3, static_cast<std::int64_t>(dot.seq)).run());
    }
    return Done{};
}

Outcome Store::Inside::replay_envelopes(Inside& again, std::vector<std::string>& found) {
    AYNI_LET(log, database->prepare("SELECT scope, replica, first_seq, last_seq, bytes, block, place, size "
                                    "FROM envelope ORDER BY number"));
    for (;;) {
        AYNI_LET(more, log.step());
        if (!more) {
            return Done{};
        }
        const ScopeId scope = scope_of(log.integer(0));
        auto bytes = blocks.bytes_in(log, 4);
        if (!bytes) {
            found.push_back("log: an envelope that can't be read, in " + to_text(scope));
            continue;
        }
        Received received;
        AYNI_LET(taken, again.receive_one(
                            {scope, replicas.device_of(log.integer(1)), static_cast<std::uint64_t>(log.integer(2)),
                             static_cast<std::uint64_t>(log.integer(3)), std::move(*bytes)},
                            received));
        if (!taken) {
            found.push_back("log: an envelope that doesn't follow the one before it, in " + to_text(scope));
        }
    }
}

// How far each device's changes are here; settled and seen are others' word, and in no log.
Result<std::vector<std::string>> Store::Inside::reach_rows() {
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < scope_ids.size(); ++i) {
        const auto scope = static_cast<std::int64_t>(i) + 1;
        AYNI_LET(replicas_here, reached(scope));
        for (const std::int64_t replica : replicas_here) {
            AYNI_LET(known, reach(scope, replica));
            rows.push_back(std::to_string(scope) + ' ' + std::to_string(replica) + ' ' + std::to_string(known.seq));
        }
    }
    return rows;
}

Result<std::vector<std::string>> Store::Inside::differences() {
    std::vector<std::string> found;
    AYNI_TRY(write_reaches());
    AYNI_LET(memory, Database::open(":memory:"));
    AYNI_TRY(migrate(*memory));
    for (const auto& [table, columns] : std::initializer_list<std::pair<const char*, const char*>>{
             {"setting", "name, value"}, {"replica", "number, id"}, {"scope", "number, kind, device, counter"}}) {
        AYNI_TRY(copy_table(*database, *memory, table, columns));
    }
    Inside again(std::move(memory), settings);
    AYNI_TRY(again.load());
    AYNI_TRY(again.transact([&]() -> Outcome {
        AYNI_TRY(replay_envelopes(again, found));
        for (const std::int64_t scope : pending.scopes()) {
            AYNI_LET(changes, pending.changes(scope));
            AYNI_TRY(again.pending.add(scope, changes));
            AYNI_TRY(again.apply(scope, changes, log_state == Log::whole));
        }
        return Done{};
    }));
    const auto compare = [&](const std::string& table, const std::vector<std::string>& stored,
                             const std::vector<std::string>& replayed) {
        if (stored != replayed) {
            const auto [here, there] = std::ranges::mismatch(stored, replayed);
            found.push_back(table + ": " + std::to_string(stored.size()) + " rows here, " +
                            std::to_string(replayed.size()) + " replayed; the first difference is at row " +
                            std::to_string(here - stored.begin() + 1));
        }
    };
    for (const Compared& compared : tables_to_compare()) {
        AYNI_LET(stored, rows_of(*database, compared.sql));
        AYNI_LET(replayed, rows_of(*again.database, compared.sql));
        compare(compared.table, stored, replayed);
    }
    AYNI_LET(stored, reach_rows());
    AYNI_LET(replayed, again.reach_rows());
    compare("reach", stored, replayed);
    AYNI_TRY(compare_search(again, found));
    return found;
}

Outcome Store::Inside::compare_search(Inside& again, std::vector<std::string>& found) {
    AYNI_LET(is_whole, search_index.is_whole());
    if (!is_whole) {
        found.emplace_back("search: the index itself is damaged");
        return Done{};
    }
    // What nobody reads today may hold tomorrow what she writes.
    AYNI_LET(intact, database->is_intact());
    if (!intact) {
        return {Fault::storage_corrupt, "pages"};
    }
    AYNI_LET(stored, search_index.sums());
    AYNI_LET(replayed, again.search_index.sums());
    std::erase_if(stored, [&](const auto& entry) {
        const auto other = replayed.find(entry.first);
        return other != replayed.end() && other->second == entry.second && replayed.erase(entry.first) != 0;
    });
    stored.merge(replayed);  // what is left of both: each record once
    if (!stored.empty()) {
        const RecordId first = replicas.record_of(SearchIndex::row_of(stored.begin()->first));
        found.push_back("search: " + std::to_string(stored.size()) +
                        " records are found by other words than replayed; " + "the first is " + to_text(first));
    }
    return Done{};
}

Result<std::vector<std::string>> Store::check() {
    return inside_->differences();
}

}  // namespace ayni
