// What came by file: parts for others, kept as they are, and envelopes that the hub won't have.

#include <map>

#include "engine/store/inside.hpp"

namespace ayni {
namespace {

std::int64_t signed_of(std::uint64_t n) {
    return static_cast<std::int64_t>(n);
}

}  // namespace

Result<bool> Store::keep_carried(const CarriedPart& part) {
    bool is_new = false;
    AYNI_TRY(transact([&]() -> Outcome {
        Database& database = *inside_->database;
        AYNI_LET(insert, database.prepare("INSERT OR IGNORE INTO carried(name, waits, bytes) VALUES(?,?,?)"));
        AYNI_TRY(
            insert.bind_blob(1, part.name).bind(2, std::int64_t{part.waits ? 1 : 0}).bind_blob(3, part.bytes).run());
        is_new = database.changed_rows() > 0;
        for (;;) {
            AYNI_LET(sum, database.number("SELECT coalesce(sum(length(bytes)), 0) FROM carried"));
            if (sum <= static_cast<std::int64_t>(carried_most)) {
                return Done{};
            }
            AYNI_TRY(database.run(
                "DELETE FROM carried WHERE number=(SELECT number FROM carried ORDER BY waits, number LIMIT 1)"));
        }
    }));
    return is_new;
}

Result<std::vector<Store::CarriedPart>> Store::carried(bool only_waiting, std::size_t bytes, std::int64_t after) {
    AYNI_LET(query, inside_->database->prepare("SELECT name, waits, bytes, number FROM carried WHERE waits>=? AND "
                                               "number>? ORDER BY number"));
    query.bind(1, std::int64_t{only_waiting ? 1 : 0}).bind(2, after);
    std::vector<CarriedPart> parts;
    std::size_t taken = 0;
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return parts;
        }
        CarriedPart part{query.text(0), query.integer(1) != 0, query.text(2), query.integer(3)};
        taken += part.bytes.size();
        if (!parts.empty() && taken > bytes) {
            return parts;
        }
        parts.push_back(std::move(part));
    }
}

Outcome Store::drop_carried(std::span<const std::string> names) {
    return transact([&]() -> Outcome {
        Database& database = *inside_->database;
        for (const std::string& name : names) {
            AYNI_LET(drop, database.prepare("DELETE FROM carried WHERE name=?"));
            AYNI_TRY(drop.bind_blob(1, name).run());
        }
        AYNI_LET(waiting, database.number("SELECT count(*) FROM carried WHERE waits=1"));
        return waiting > 0 ? Outcome{Done{}} : database.run("DELETE FROM carried");
    });
}

Outcome Store::offer_again_of(const ScopeId& scope_id, DeviceId author) {
    return transact([&]() -> Outcome {
        AYNI_LET(replica, inside_->replicas.number_of(author));
        AYNI_LET(update, inside_->database->prepare("UPDATE envelope SET delivery=0 WHERE scope=? AND replica=? AND "
                                                    "delivery=1"));
        return update.bind(1, inside_->known_scope(scope_id)).bind(2, replica).run();
    });
}

Outcome Store::take_back(const ScopeId& scope_id, DeviceId author, std::uint64_t first_seq) {
    if (author == inside_->device) {
        return {Fault::invalid, "what she wrote herself is never taken back"};
    }
    return transact([&]() -> Outcome {
        const std::int64_t scope = inside_->known_scope(scope_id);
        AYNI_LET(replica, inside_->replicas.number_of(author));
        return inside_->take_back(scope, replica, first_seq);
    });
}

Outcome Store::Inside::take_back(std::int64_t scope, std::int64_t replica, std::uint64_t first_seq) {
    // Something after it isn't the hub's to take any more: then it stays, and is offered no more.
    AYNI_LET(later, database->prepare("UPDATE envelope SET delivery=1 WHERE scope=?1 AND replica=?2 AND delivery=0 AND "
                                      "EXISTS(SELECT 1 FROM envelope WHERE scope=?1 AND replica=?2 AND first_seq>?3 "
                                      "AND delivery<>0)"));
    AYNI_TRY(later.bind(1, scope).bind(2, replica).bind(3, signed_of(first_seq)).run());
    std::map<RecordId, std::vector<Change>> gone;
    std::vector<std::int64_t> numbers;
    {
        AYNI_LET(query, database->prepare("SELECT number, bytes, block, place, size FROM envelope WHERE scope=? AND "
                                          "replica=? AND first_seq>=? AND delivery=0"));
        query.bind(1, scope).bind(2, replica).bind(3, signed_of(first_seq));
        for (;;) {
            AYNI_LET(more, query.step());
            if (!more) {
                break;
            }
            numbers.push_back(query.integer(0));
            AYNI_LET(bytes, blocks.bytes_in(query, 1));  // what was acknowledged once may be packed
            const auto changes = settings.decode(bytes);
            for (const Change& change : changes ? *changes : std::vector<Change>{}) {
                gone[change.record].push_back(change);
            }
        }
    }
    AYNI_TRY(blocks.take_out(scope, numbers));
    search_index.leave_nothing();  // she may have lost the scope, and nothing else of it be here to be dropped
    decoded.clear();
    AYNI_TRY(reaches_less_far(scope, replica));
    for (const auto& [record, changes] : gone) {
        AYNI_TRY(set_expected(scope, changes, {}));
        AYNI_TRY(erase(scope, changes.front()));
        AYNI_TRY(rebuild(scope, record));
    }
    return Done{};
}

// Beyond a hole there may be more: what counts is how far there is none.
Outcome Store::Inside::reaches_less_far(std::int64_t scope, std::int64_t replica) {
    AYNI_TRY(forget_reaches());
    AYNI_LET(prefix, log_prefix(scope, replica, 0));
    AYNI_LET(last, database->prepare("UPDATE reach SET seq=? WHERE scope=? AND replica=?"));
    AYNI_TRY(last.bind(1, signed_of(prefix)).bind(2, scope).bind(3, replica).run());
    AYNI_LET(none, database->prepare("DELETE FROM reach WHERE scope=?1 AND replica=?2 AND NOT EXISTS(SELECT 1 FROM "
                                     "envelope WHERE scope=?1 AND replica=?2)"));
    return none.bind(1, scope).bind(2, replica).run();
}

// As if nothing had ever been written to it here.
Outcome Store::Inside::erase(std::int64_t scope, const Change& any) {
    const KindDef* kind = find_kind(any.kind);
    if (kind == nullptr || !projects(*kind)) {
        return Done{};
    }
    AYNI_LET(registers, take_up(*kind, scope, any.record));
    if (!registers.exists() || registers.scope() != scope) {
        return Done{};
    }
    AYNI_LET(row, replicas.row_of(any.record));
    AYNI_TRY(search_index.note(*kind, row, true));
    AYNI_TRY(registers.erase(scope));
    touched.push_back({any.record, any.kind, scope_of(scope)});
    if (any.kind == kind::device) {
        owners_loaded = false;
    }
    return Done{};
}

}  // namespace ayni
