// The store's side of an exchange: what goes out, what comes in, and what is dropped.

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_set>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"
#include "engine/store/renumber.hpp"

namespace ayni {
namespace {

std::int64_t signed_of(std::uint64_t n) {
    return static_cast<std::int64_t>(n);
}
std::uint64_t unsigned_of(std::int64_t n) {
    return static_cast<std::uint64_t>(n);
}

constexpr std::string_view envelope_columns =
    "SELECT number, scope, replica, first_seq, last_seq, bytes, block, place, size FROM envelope ";

// Are these the changes that the envelope says it holds?
bool agree(const Envelope& envelope, const std::vector<Change>& changes) {
    std::uint64_t seq = envelope.first_seq;
    for (const Change& change : changes) {
        if (change.dot.device != envelope.device || change.dot.seq != seq++ ||
            change.record.counter > Replicas::counter_most || !change.record) {
            return false;
        }
    }
    return seq == envelope.last_seq + 1;
}

}  // namespace

Result<bool> Store::Inside::receive_one(const Envelope& envelope, Received& received, Arrival arrival) {
    AYNI_LET(scope, scope_number(envelope.scope));
    AYNI_LET(replica, replicas.number_of(envelope.device));
    if (log_state != Log::whole) {
        return receive_with_holes(scope, replica, envelope, received, arrival);
    }
    if (envelope.last_seq < envelope.first_seq) {
        return {Fault::malformed, "seqs"};
    }
    AYNI_LET(known, reach(scope, replica));
    if (arrival == Arrival::from_hub && envelope.first_seq <= known.seq) {
        AYNI_LET(there, in_place_of(scope, replica, envelope));
        if (!there.same && replica == me) {
            ++received.repeated;  // hers stays until the hub has judged it, and counts for nothing that the hub has
            return false;
        }
        if (!there.same) {
            AYNI_TRY(give_way(envelope.scope, envelope.device, there.other_from));
            AYNI_LET(before_it, reach(scope, replica));
            known = before_it;
        }
    }
    if (envelope.last_seq <= known.seq) {
        ++received.repeated;
        if (arrival == Arrival::from_hub && envelope.last_seq > known.settled) {
            AYNI_TRY(note_hub_has(scope, replica, envelope));
        }
        return false;
    }
    if (envelope.first_seq > known.seq + 1) {
        ++received.early;
        return false;
    }
    if (envelope.first_seq <= known.seq) {
        return {Fault::malformed, "an envelope that overlaps another"};
    }
    AYNI_TRY(keep(scope, replica, envelope, received, arrival));
    known.seq = envelope.last_seq;
    if (arrival == Arrival::from_hub) {
        known.settled = envelope.last_seq;
    }
    set_reach(scope, replica, known);
    return true;
}

Outcome Store::Inside::keep(std::int64_t scope, std::int64_t replica, const Envelope& envelope, Received& received,
                            Arrival arrival) {
    AYNI_LET(insert, database->prepare("INSERT INTO envelope(scope, replica, first_seq, last_seq, delivery, bytes) "
                                       "VALUES(?,?,?,?,?,?)"));
    insert.bind(1, scope).bind(2, replica).bind(3, signed_of(envelope.first_seq));
    const Delivery delivery = arrival == Arrival::for_the_hub ? Delivery::sealed : Delivery::received;
    insert.bind(4, signed_of(envelope.last_seq)).bind(5, static_cast<std::int64_t>(delivery));
    AYNI_TRY(insert.bind_blob(6, envelope.bytes).run());
    auto changes = settings.decode(envelope.bytes);
    // Signed, but from a later version or not to be read: it stays in the log, takes its place, and blocks nothing.
    if (changes && agree(envelope, *changes)) {
        AYNI_TRY(apply(scope, *changes, false));
        received.changes += changes->size();
    }
    ++received.envelopes;
    return Done{};
}

// What came by file first has come from the hub now.
Outcome Store::Inside::note_hub_has(std::int64_t scope, std::int64_t replica, const Envelope& envelope) {
    AYNI_LET(update, database->prepare("UPDATE envelope SET delivery=1 WHERE scope=? AND replica=? AND first_seq=? AND "
                                       "delivery=0"));
    AYNI_TRY(update.bind(1, scope).bind(2, replica).bind(3, signed_of(envelope.first_seq)).run());
    AYNI_LET(known, reach(scope, replica));
    known.settled = std::max(known.settled, envelope.last_seq);
    set_reach(scope, replica, known);
    return replica == me ? forget_with_others() : Outcome{Done{}};
}

Result<Received> Store::receive(std::span<const Envelope> envelopes, std::string_view cursor, Arrival arrival) {
    Received received;
    AYNI_TRY(transact([&]() -> Outcome {
        for (const Envelope& envelope : envelopes) {
            AYNI_LET(taken, inside_->receive_one(envelope, received, arrival));
            static_cast<void>(taken);
        }
        return cursor.empty() ? Outcome{Done{}} : set_setting("cursor", cursor);
    }));
    return received;
}

Result<std::vector<Change>> Store::pending(const ScopeId& scope) {
    return inside_->pending.changes(inside_->known_scope(scope));
}

Outcome Store::seal(const Envelope& envelope) {
    return transact([&]() -> Outcome {
        const std::int64_t scope = inside_->known_scope(envelope.scope);
        const Pending::Run waiting = inside_->pending.run(scope);
        AYNI_LET(may, may_seal(envelope.scope));
        if (!may) {
            return {Fault::invalid, "the own log isn't back yet"};
        }
        if (envelope.device != inside_->device || waiting.first_seq == 0 || waiting.first_seq != envelope.first_seq ||
            waiting.last_seq < envelope.last_seq || envelope.last_seq < envelope.first_seq) {
            return {Fault::invalid, "not what is pending"};
        }
        AYNI_LET(insert, inside_->database->prepare(
                             "INSERT INTO envelope(scope, replica, first_seq, last_seq, delivery, bytes) "
                             "VALUES(?,?,?,?,?,?)"));
        insert.bind(1, scope).bind(2, inside_->me).bind(3, signed_of(envelope.first_seq));
        insert.bind(4, signed_of(envelope.last_seq)).bind(5, static_cast<std::int64_t>(Delivery::sealed));
        AYNI_TRY(insert.bind_blob(6, envelope.bytes).run());
        AYNI_TRY(inside_->pending.take_out(scope, envelope.last_seq));
        AYNI_LET(known, inside_->reach(scope, inside_->me));
        known.seq = waiting.last_seq;
        known.stamp = std::max(known.stamp, waiting.stamp);
        inside_->set_reach(scope, inside_->me, known);
        return Done{};
    });
}

namespace {

Result<LogEntry> read_entry(const Statement& row, Store::Inside& inside) {
    AYNI_LET(bytes, inside.blocks.bytes_in(row, 5));
    return LogEntry{row.integer(0),
                    {inside.scope_of(row.integer(1)), inside.replicas.device_of(row.integer(2)),
                     unsigned_of(row.integer(3)), unsigned_of(row.integer(4)), std::move(bytes)}};
}

// Runs the query to its end, or until about `bytes` have come.
Result<std::vector<LogEntry>> read_entries(Statement& query, Store::Inside& inside, std::size_t bytes,
                                           const std::function<bool(const ScopeId&)>& wanted) {
    std::vector<LogEntry> entries;
    std::size_t taken = 0;
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return entries;
        }
        if (!wanted(inside.scope_of(query.integer(1)))) {
            continue;
        }
        AYNI_LET(entry, read_entry(query, inside));
        taken += entry.envelope.bytes.size();
        if (!entries.empty() && taken > bytes) {
            return entries;
        }
        entries.push_back(std::move(entry));
    }
}

std::vector<Envelope> envelopes_of(std::vector<LogEntry>&& entries) {
    std::vector<Envelope> envelopes;
    envelopes.reserve(entries.size());
    for (LogEntry& entry : entries) {
        envelopes.push_back(std::move(entry.envelope));
    }
    return envelopes;
}

bool any_scope(const ScopeId&) {
    return true;
}

}  // namespace

Result<std::optional<Envelope>> Store::last_sealed(const ScopeId& scope) {
    AYNI_LET(query, inside_->database->prepare(std::string(envelope_columns) +
                                               "WHERE scope=? AND replica=? ORDER BY first_seq DESC LIMIT 1"));
    AYNI_LET(found, query.bind(1, inside_->known_scope(scope)).bind(2, inside_->me).step());
    if (!found) {
        return std::optional<Envelope>{};
    }
    AYNI_LET(entry, read_entry(query, *inside_));
    return std::optional(std::move(entry.envelope));
}

Result<std::vector<Envelope>> Store::unsent(std::size_t bytes) {
    AYNI_LET(query, inside_->database->prepare(std::string(envelope_columns) + "WHERE delivery=0 ORDER BY number"));
    AYNI_LET(entries, read_entries(query, *inside_, bytes, any_scope));
    return envelopes_of(std::move(entries));
}

Result<std::vector<Envelope>> Store::envelopes(const ScopeId& scope) {
    AYNI_LET(query, inside_->database->prepare(std::string(envelope_columns) + "WHERE scope=? ORDER BY number"));
    query.bind(1, inside_->known_scope(scope));
    AYNI_LET(entries, read_entries(query, *inside_, SIZE_MAX, any_scope));
    return envelopes_of(std::move(entries));
}

Result<std::vector<Envelope>> Store::envelopes(const ScopeId& scope, Delivery delivery) {
    AYNI_LET(query, inside_->database->prepare(std::string(envelope_columns) +
                                               "WHERE scope=? AND delivery=? ORDER BY number"));
    query.bind(1, inside_->known_scope(scope)).bind(2, static_cast<std::int64_t>(delivery));
    AYNI_LET(entries, read_entries(query, *inside_, SIZE_MAX, any_scope));
    return envelopes_of(std::move(entries));
}

Result<std::vector<LogEntry>> Store::log_after(std::int64_t number, std::size_t bytes,
                                               std::span<const ScopeId> scopes) {
    const std::unordered_set<ScopeId> named(scopes.begin(), scopes.end());
    AYNI_LET(query, inside_->database->prepare(std::string(envelope_columns) + "WHERE number>? ORDER BY number"));
    query.bind(1, number);
    return read_entries(query, *inside_, bytes, [&](const ScopeId& scope) { return named.contains(scope); });
}

Result<std::int64_t> Store::log_end() {
    AYNI_LET(query, inside_->database->prepare("SELECT coalesce(max(number), 0) FROM envelope"));
    AYNI_TRY(query.step());
    return query.integer(0);
}

Outcome Store::settle(const ScopeId& scope_id, std::uint64_t first_seq, Delivery delivery, std::string_view reason) {
    return transact([&]() -> Outcome {
        const std::int64_t scope = inside_->known_scope(scope_id);
        AYNI_LET(update, inside_->database->prepare("UPDATE envelope SET delivery=?, reason=? WHERE scope=? AND "
                                                    "replica=? AND first_seq=? RETURNING last_seq"));
        update.bind(1, static_cast<std::int64_t>(delivery));
        if (!reason.empty()) {
            update.bind_text(2, reason);
        }
        AYNI_LET(found, update.bind(3, scope).bind(4, inside_->me).bind(5, signed_of(first_seq)).step());
        if (!found) {
            return {Fault::not_found, "envelope"};
        }
        if (delivery != Delivery::received) {
            return Done{};
        }
        const std::uint64_t last = unsigned_of(update.integer(0));
        AYNI_LET(known, inside_->reach(scope, inside_->me));
        known.settled = std::max(known.settled, last);
        inside_->set_reach(scope, inside_->me, known);
        return inside_->forget_with_others();
    });
}

Outcome Store::settle_of(const ScopeId& scope_id, DeviceId author, std::uint64_t first_seq) {
    if (author == inside_->device) {
        return settle(scope_id, first_seq, Delivery::received);
    }
    return transact([&]() -> Outcome {
        const std::int64_t scope = inside_->known_scope(scope_id);
        AYNI_LET(replica, inside_->replicas.number_of(author));
        AYNI_LET(query, inside_->database->prepare("SELECT last_seq FROM envelope WHERE scope=? AND replica=? AND "
                                                   "first_seq=?"));
        AYNI_LET(found, query.bind(1, scope).bind(2, replica).bind(3, signed_of(first_seq)).step());
        if (!found) {
            return {Fault::not_found, "envelope"};
        }
        return inside_->note_hub_has(scope, replica, {scope_id, author, first_seq, unsigned_of(query.integer(0)), {}});
    });
}

Outcome Store::offer_again(std::span<const Reach> hub_has) {
    std::map<std::pair<ScopeId, DeviceId>, std::uint64_t> has;
    for (const Reach& reach : hub_has) {
        has[{reach.scope, reach.device}] = reach.seq;
    }
    return transact([&]() -> Outcome {
        AYNI_TRY(inside_->forget_reaches());
        std::vector<std::pair<std::int64_t, std::int64_t>> here;
        {
            AYNI_LET(query, inside_->database->prepare("SELECT scope, replica FROM reach"));
            for (;;) {
                AYNI_LET(more, query.step());
                if (!more) {
                    break;
                }
                here.emplace_back(query.integer(0), query.integer(1));
            }
        }
        bool any_own = false;
        for (const auto& [scope, replica] : here) {
            const auto found = has.find({inside_->scope_of(scope), inside_->replicas.device_of(replica)});
            const std::int64_t last = found != has.end() ? signed_of(found->second) : 0;
            AYNI_LET(update, inside_->database->prepare("UPDATE envelope SET delivery=0 WHERE scope=? AND replica=? "
                                                        "AND last_seq>? AND delivery=1"));
            AYNI_TRY(update.bind(1, scope).bind(2, replica).bind(3, last).run());
            any_own = any_own || (replica == inside_->me && inside_->database->changed_rows() > 0);
            AYNI_LET(reach, inside_->database->prepare("UPDATE reach SET settled=min(settled, ?) WHERE scope=? AND "
                                                       "replica=?"));
            AYNI_TRY(reach.bind(1, last).bind(2, scope).bind(3, replica).run());
        }
        return any_own ? note_with_others() : Outcome{Done{}};  // they came to others, and the hub hasn't them
    });
}

Outcome Store::note_seen(std::span<const Reach> reaches) {
    return transact([&]() -> Outcome {
        AYNI_TRY(inside_->forget_reaches());
        for (const Reach& news : reaches) {
            const std::int64_t scope = inside_->known_scope(news.scope);
            if (scope == 0) {
                continue;
            }
            AYNI_LET(replica, inside_->replicas.number_of(news.device));
            AYNI_LET(update, inside_->database->prepare("UPDATE reach SET seen=? WHERE scope=? AND replica=?"));
            AYNI_TRY(update.bind(1, signed_of(news.seq)).bind(2, scope).bind(3, replica).run());
        }
        return Done{};
    });
}

Result<std::vector<Reach>> Store::known(const ScopeId& scope_id) {
    const std::int64_t scope = inside_->known_scope(scope_id);
    AYNI_LET(replicas, inside_->reached(scope));
    std::vector<Reach> all;
    for (const std::int64_t replica : replicas) {
        AYNI_LET(known, inside_->reach(scope, replica));
        if (known.seq >= provisional_first) {
            AYNI_LET(prefix, inside_->log_prefix(scope, replica, 0));
            known.seq = prefix;
        }
        all.push_back({scope_id, inside_->replicas.device_of(replica), known.seq});
    }
    return all;
}

Outcome Store::compact_log(std::size_t bytes) {
    if (inside_->database->in_transaction()) {
        return {Fault::invalid, "the log is packed between transactions"};
    }
    AYNI_LET(scopes, inside_->blocks.loose_scopes());
    std::size_t packed = 0;
    for (const std::int64_t scope : scopes) {
        if (packed >= bytes) {
            break;
        }
        AYNI_LET(some, inside_->blocks.pack_scope(scope));
        packed += some;
    }
    AYNI_TRY(inside_->database->give_back_pages());
    return inside_->database->checkpoint();
}

Outcome Store::Inside::load_left() {
    left_at.clear();
    AYNI_LET(lost, get_setting(*database, left_is_lost_setting));
    left_is_lost = !lost.empty();
    AYNI_LET(query, database->prepare("SELECT name, value FROM setting WHERE name GLOB 'left *'"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        const std::string scope = query.text(0).substr(left_prefix.size());
        left_at[std::strtoll(scope.c_str(), nullptr, 10)] = std::strtoull(query.text(1).c_str(), nullptr, 10);
    }
}

Outcome Store::Inside::remember_leaving(std::int64_t scope) {
    AYNI_LET(known, reach(scope, me));
    const auto before = left_at.find(scope);
    if (log_state == Log::awaits_own || (left_is_lost && before == left_at.end())) {
        return Done{};  // nobody knows: it isn't all here
    }
    const std::uint64_t seq = std::max(known.seq, before != left_at.end() ? before->second : 0);
    if (seq == 0) {
        return Done{};
    }
    return note_left(scope, seq);
}

Outcome Store::Inside::note_left(std::int64_t scope, std::uint64_t seq) {
    left_at[scope] = seq;
    return put_setting(*database, std::string(left_prefix) + std::to_string(scope), std::to_string(seq));
}

bool Store::Inside::may_write(std::int64_t scope, const ReachRow& known) const {
    const auto left = left_at.find(scope);
    if (left == left_at.end()) {
        return !left_is_lost || log_state == Log::awaits_own;
    }
    return known.seq >= left->second;
}

Outcome Store::Inside::drop(std::int64_t scope, bool waiting_stays) {
    AYNI_TRY(remember_leaving(scope));
    std::vector<Change> stays;
    if (waiting_stays) {
        AYNI_LET(waiting, pending.changes(scope));
        stays = std::move(waiting);
    }
    const auto run = [&](const std::string& sql) -> Outcome {
        AYNI_LET(statement, database->prepare(sql));
        return statement.bind(1, scope).run();
    };
    AYNI_TRY(forget_reaches());
    AYNI_TRY(search_index.forget(scope));
    for (const KindDef& kind : kinds()) {
        const std::string of_scope = "(SELECT id FROM " + std::string(kind.name) + " WHERE scope=?)";
        AYNI_TRY(run("DELETE FROM head WHERE record IN " + of_scope));
        AYNI_TRY(run("DELETE FROM element WHERE record IN " + of_scope));
        AYNI_TRY(run("DELETE FROM " + std::string(kind.name) + " WHERE scope=?"));
    }
    for (const char* table : {"envelope", "early", "voided", "reach", "unfinished"}) {
        AYNI_TRY(run(std::string("DELETE FROM ") + table + " WHERE scope=?"));
    }
    if (!waiting_stays) {
        AYNI_TRY(pending.drop(scope));
    }
    AYNI_TRY(blocks.drop(scope));
    owners_loaded = false;
    decoded.clear();
    AYNI_TRY(apply(scope, stays, false));
    return attachments.drop(scope);  // after that: what she attached and hasn't handed in is named again
}

Outcome Store::drop(const ScopeId& scope) {
    return inside_->drop_all({&scope, 1});
}

// In one transaction, since the search is written anew at the end of each that drops something.
Outcome Store::Inside::drop_all(std::span<const ScopeId> scopes, const std::set<ScopeId>& waiting_stays) {
    bool any = false;
    AYNI_TRY(transact([&]() -> Outcome {
        for (const ScopeId& scope : scopes) {
            const std::int64_t number = known_scope(scope);
            if (number != 0) {
                any = true;
                touched.push_back({{}, 0, scope});
                AYNI_TRY(drop(number, waiting_stays.contains(scope)));
            }
        }
        return Done{};
    }));
    // What was deleted is zeroed in its pages; the old pages still lie in the WAL until it is emptied.
    return !any || database->in_transaction() ? Outcome{Done{}} : database->checkpoint();
}

Result<std::vector<ScopeId>> Store::keep_only(std::span<const ScopeId> scopes) {
    std::vector<ScopeId> dropped;
    std::set<ScopeId> waiting_stays;
    AYNI_LET(held, this->scopes());
    AYNI_LET(drafted, drafts());
    for (const Draft& draft : drafted) {
        if (draft.scope && std::ranges::find(held, *draft.scope) == held.end()) {
            held.push_back(*draft.scope);
        }
    }
    for (const ScopeId& scope : held) {
        if (std::ranges::find(scopes, scope) != scopes.end()) {
            continue;
        }
        const std::int64_t number = inside_->known_scope(scope);
        AYNI_LET(there, inside_->database->prepare("SELECT EXISTS(SELECT 1 FROM envelope WHERE scope=?1 AND "
                                                   "delivery=0 AND replica=?2), EXISTS(SELECT 1 FROM envelope "
                                                   "WHERE scope=?1)"));
        AYNI_TRY(there.bind(1, number).bind(2, inside_->me).step());
        AYNI_LET(may, may_seal(scope));
        const bool waits = inside_->pending.run(number).first_seq != 0;
        if (there.integer(0) != 0 || (waits && may) || (waits && there.integer(1) == 0)) {
            continue;  // first it hands in what she wrote there
        }
        // What can't be handed in, because her own log there isn't back, waits until she has the scope again.
        if (waits) {
            waiting_stays.insert(scope);
        }
        dropped.push_back(scope);
    }
    AYNI_TRY(inside_->drop_all(dropped, waiting_stays));
    return dropped;
}

}  // namespace ayni
