// A log that was damaged, until what it lacks is back. Envelopes are kept whatever they follow, and shown; a change
// that is missing is treated as one that hasn't come yet. What is written meanwhile stands apart with provisional
// seqs: nobody else ever sees those, so none can be given twice.

#include <algorithm>
#include <set>

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

// Where a device's log in a scope has its first hole, or ends.
std::uint64_t prefix_of(const std::vector<const Store::Inside::Kept*>& run) {
    std::uint64_t last = 0;
    for (const Store::Inside::Kept* kept : run) {
        if (kept->envelope.first_seq != last + 1) {
            break;
        }
        last = kept->envelope.last_seq;
    }
    return last;
}

}  // namespace

Outcome Store::Inside::set_log(Log state) {
    constexpr std::string_view names[] = {"", "has_holes", "awaits_own"};
    AYNI_TRY(put_setting(*database, "log", names[static_cast<std::size_t>(state)]));
    log_state = state;
    return Done{};
}

Result<bool> Store::Inside::has(std::int64_t scope, std::int64_t replica, std::uint64_t seq) {
    if (log_state == Log::whole) {
        AYNI_LET(known, reach(scope, replica));
        return seq <= known.seq;
    }
    AYNI_LET(envelope, database->prepare("SELECT last_seq FROM envelope WHERE scope=? AND replica=? AND first_seq<=? "
                                         "ORDER BY first_seq DESC LIMIT 1"));
    AYNI_LET(found, envelope.bind(1, scope).bind(2, replica).bind(3, signed_of(seq)).step());
    if (found && unsigned_of(envelope.integer(0)) >= seq) {
        return true;
    }
    if (replica != me) {
        return false;
    }
    const Pending::Run waiting = pending.run(scope);
    return waiting.first_seq != 0 && waiting.first_seq <= seq && seq <= waiting.last_seq;
}

Result<std::uint64_t> Store::Inside::log_prefix(std::int64_t scope, std::int64_t replica, std::uint64_t from) {
    for (std::uint64_t last = from;;) {
        AYNI_LET(query, database->prepare("SELECT last_seq FROM envelope WHERE scope=? AND replica=? AND first_seq=?"));
        AYNI_LET(found, query.bind(1, scope).bind(2, replica).bind(3, signed_of(last + 1)).step());
        if (!found) {
            return last;
        }
        last = unsigned_of(query.integer(0));
    }
}

Result<bool> Store::Inside::receive_with_holes(std::int64_t scope, std::int64_t replica, const Envelope& envelope,
                                               Received& received, Arrival arrival) {
    if (envelope.first_seq == 0 || envelope.last_seq < envelope.first_seq || envelope.last_seq >= provisional_first) {
        return {Fault::malformed, "seqs"};
    }
    AYNI_LET(there, in_place_of(scope, replica, envelope));
    if (there.other_from != 0 && (arrival != Arrival::from_hub || replica == me)) {
        return {Fault::malformed, "an envelope that overlaps another"};
    }
    if (there.other_from != 0) {
        AYNI_TRY(give_way(envelope.scope, envelope.device, there.other_from));
    }
    AYNI_LET(known, reach(scope, replica));
    if (there.same) {
        ++received.repeated;
        if (arrival != Arrival::from_hub) {
            return false;
        }
        AYNI_LET(update, database->prepare("UPDATE envelope SET delivery=1, reason=NULL WHERE scope=? AND replica=? "
                                           "AND first_seq=?"));
        AYNI_TRY(update.bind(1, scope).bind(2, replica).bind(3, signed_of(envelope.first_seq)).run());
    } else {
        AYNI_TRY(keep(scope, replica, envelope, received, arrival));
    }
    AYNI_LET(prefix, log_prefix(scope, replica, replica == me ? 0 : known.seq));
    known.seq = prefix;
    if (arrival == Arrival::from_hub) {
        const std::uint64_t told = replica == me ? envelope.last_seq : std::min(envelope.last_seq, prefix);
        known.settled = std::max(known.settled, told);
    }
    set_reach(scope, replica, known);
    return !there.same;
}

Result<std::vector<Store::Inside::Kept>> Store::Inside::whole_log() {
    std::vector<Kept> all;
    AYNI_LET(query, database->prepare("SELECT scope, replica, first_seq, last_seq, delivery, coalesce(reason, ''), "
                                      "bytes, block, place, size FROM envelope ORDER BY number"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return all;
        }
        AYNI_LET(bytes, blocks.bytes_in(query, 6));
        all.push_back({{scope_of(query.integer(0)), replicas.device_of(query.integer(1)), unsigned_of(query.integer(2)),
                        unsigned_of(query.integer(3)), std::move(bytes)},
                       static_cast<Delivery>(query.integer(4)),
                       query.text(5)});
    }
}

Result<Store::Inside::Waiting> Store::Inside::all_waiting() {
    Waiting waiting;
    for (const std::int64_t scope : pending.scopes()) {
        AYNI_LET(changes, pending.changes(scope));
        waiting[scope_of(scope)] = std::move(changes);
    }
    return waiting;
}

Outcome Store::Inside::wipe() {
    for (std::size_t scope = 1; scope <= scope_ids.size(); ++scope) {
        AYNI_TRY(search_index.forget(static_cast<std::int64_t>(scope)));
    }
    for (const KindDef& kind : kinds()) {
        AYNI_TRY(database->run("DELETE FROM " + std::string(kind.name)));
    }
    for (const std::int64_t scope : pending.scopes()) {
        AYNI_TRY(pending.drop(scope));
    }
    AYNI_TRY(forget_reaches());
    AYNI_TRY(
        database->run("DELETE FROM head; DELETE FROM element; DELETE FROM early; DELETE FROM voided;"
                      "DELETE FROM envelope; DELETE FROM block; UPDATE reach SET seq=0"));
    any_early = any_voided = owners_loaded = false;
    decoded.clear();
    blocks.forget();
    return Done{};
}

Outcome Store::Inside::lay_down(const std::vector<Kept>& kept, const Waiting& waiting) {
    AYNI_TRY(wipe());
    // What fills a hole came after what follows it: as often as it takes, those that follow the ones before.
    std::vector<const Kept*> left;
    std::ranges::transform(kept, std::back_inserter(left), [](const Kept& one) { return &one; });
    for (std::size_t before = 0; !left.empty() && left.size() != before;) {
        before = left.size();
        std::vector<const Kept*> early;
        for (const Kept* one : left) {
            Received received;
            const bool waits = one->delivery == Delivery::sealed;
            AYNI_LET(taken, receive_one(one->envelope, received, waits ? Arrival::for_the_hub : Arrival::by_file));
            if (!taken && received.early > 0) {
                early.push_back(one);
            }
            if (!taken || (one->delivery != Delivery::refused && one->reason.empty())) {
                continue;
            }
            AYNI_LET(update, database->prepare("UPDATE envelope SET delivery=?, reason=? WHERE number=(SELECT "
                                               "max(number) FROM envelope)"));
            update.bind(1, static_cast<std::int64_t>(one->delivery));
            AYNI_TRY((one->reason.empty() ? update.bind_null(2) : update.bind_text(2, one->reason)).run());
        }
        left = std::move(early);
    }
    if (!left.empty()) {
        return {Fault::storage_corrupt, "an envelope that follows none"};
    }
    for (const auto& [scope_id, changes] : waiting) {
        if (changes.empty()) {
            continue;
        }
        AYNI_LET(scope, scope_number(scope_id));
        AYNI_TRY(pending.add(scope, changes));
        AYNI_TRY(apply(scope, changes, log_state == Log::whole));
    }
    AYNI_TRY(forget_reaches());
    // Of others' the hub's word stands as far as they are here; what came by file may count as delivered without it.
    AYNI_LET(settled, database->prepare("UPDATE reach SET settled=CASE WHEN replica<>? THEN min(settled, seq) ELSE "
                                        "coalesce((SELECT max(last_seq) FROM envelope e WHERE e.scope=reach.scope AND "
                                        "e.replica=reach.replica AND e.delivery=1), 0) END"));
    AYNI_TRY(settled.bind(1, me).run());
    return database->run(
        "DELETE FROM reach WHERE seq=0 AND NOT EXISTS(SELECT 1 FROM envelope e WHERE "
        "e.scope=reach.scope AND e.replica=reach.replica)");
}

// Envelopes of ours that follow a hole are taken out of `kept`; their changes go to the front of what waits there.
Result<Store::Inside::OwnLog> Store::Inside::own_log_of(std::vector<Kept>& kept, Waiting& waiting) {
    std::map<std::pair<ScopeId, DeviceId>, std::vector<const Kept*>> runs;
    for (const Kept& one : kept) {
        runs[{one.envelope.scope, one.envelope.device}].push_back(&one);
    }
    OwnLog own;
    std::set<const Kept*> apart;
    for (auto& [whose, run] : runs) {
        const auto& [scope, author] = whose;
        std::ranges::sort(run, {}, [](const Kept* one) { return one->envelope.first_seq; });
        const std::uint64_t prefix = prefix_of(run);
        if (author != device) {
            own.others_are_whole = own.others_are_whole && prefix == run.back()->envelope.last_seq;
            continue;
        }
        own.last[scope] = prefix;
        std::vector<Change> beyond;
        for (const Kept* one : run) {
            auto changes = settings.decode(one->envelope.bytes);
            if (one->envelope.last_seq > prefix) {
                apart.insert(one);
            }
            std::vector<Change>& to = one->envelope.last_seq > prefix ? beyond : own.changes[scope];
            if (changes) {
                std::ranges::move(*changes, std::back_inserter(to));
            }
        }
        if (!beyond.empty()) {
            std::vector<Change>& written = waiting[scope];
            written.insert(written.begin(), std::make_move_iterator(beyond.begin()),
                           std::make_move_iterator(beyond.end()));
        }
    }
    std::vector<Kept> rest;
    for (Kept& one : kept) {
        if (!apart.contains(&one)) {
            rest.push_back(std::move(one));
        }
    }
    kept = std::move(rest);
    return own;
}

Outcome Store::Inside::close_own_log(const std::set<std::int64_t>& back) {
    AYNI_LET(kept, whole_log());
    AYNI_LET(waiting, all_waiting());
    AYNI_LET(own, own_log_of(kept, waiting));
    Log state = own.others_are_whole ? Log::whole : Log::has_holes;
    for (auto& [scope_id, changes] : waiting) {
        const std::int64_t scope = known_scope(scope_id);
        const auto left = left_at.find(scope);  // seqs up to there are others' knowledge
        std::uint64_t from = std::max(own.last[scope_id], left != left_at.end() ? left->second : 0);
        Unknown unknown = Unknown::dropped;
        if (left_is_lost && left == left_at.end() && !back.contains(scope)) {
            from = provisional_first - 1;
            unknown = Unknown::kept;
            state = Log::has_holes;
        }
        changes = follow_on(device, own.changes[scope_id], std::move(changes), from, unknown);
    }
    AYNI_TRY(set_log(state));
    AYNI_TRY(lay_down(kept, waiting));
    return close_report(own.last);
}

Outcome Store::Inside::is_back_in(std::span<const ScopeId> scopes) {
    std::set<std::int64_t> back;
    bool any_waits = log_state == Log::awaits_own;
    for (const ScopeId& scope_id : scopes) {
        AYNI_LET(scope, scope_number(scope_id));
        if (!left_at.contains(scope)) {
            back.insert(scope);
            any_waits = any_waits || pending.run(scope).first_seq != 0;
        }
    }
    if (any_waits) {
        AYNI_TRY(close_own_log(back));
    }
    for (const std::int64_t scope : back) {
        AYNI_LET(known, reach(scope, me));
        const Pending::Run waiting = pending.run(scope);
        AYNI_TRY(note_left(scope, waiting.first_seq != 0 ? waiting.first_seq - 1 : known.seq));
    }
    return Done{};
}

bool Store::awaits_own_log() const {
    return inside_->log_state == Inside::Log::awaits_own;
}

Result<bool> Store::may_seal(const ScopeId& scope_id) {
    const std::int64_t scope = inside_->known_scope(scope_id);
    AYNI_LET(known, inside_->reach(scope, inside_->me));
    return !awaits_own_log() && inside_->may_write(scope, known);
}

Outcome Store::own_log_is_back(std::span<const ScopeId> scopes) {
    if (!awaits_own_log() && !inside_->left_is_lost) {
        return Done{};
    }
    return transact([&] { return inside_->is_back_in(scopes); });
}

}  // namespace ayni
