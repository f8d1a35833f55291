// What heads tell beyond the values that are shown.

#include <algorithm>
#include <tuple>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"

namespace ayni {

Result<std::vector<Version>> Store::heads(RecordId record, FieldNo field, const std::string& key) {
    std::vector<Version> versions;
    AYNI_LET(place, inside_->locate(record));
    if (!place) {
        return versions;
    }
    const auto [kind, scope] = *place;
    AYNI_LET(registers, Registers::take_up(*inside_->database, inside_->replicas, *kind, scope, record));
    AYNI_LET(heads, registers.heads(field, key));
    for (Head& head : heads) {
        AYNI_LET(by, inside_->owner_of(head.dot.device));
        versions.push_back({head.dot, head.stamp, by, std::move(head.value)});
    }
    return versions;
}

Result<bool> Store::is_all_ours(RecordId record) {
    AYNI_LET(place, inside_->locate(record));
    if (!place) {
        return false;
    }
    const auto [kind, scope] = *place;
    AYNI_LET(registers, Registers::take_up(*inside_->database, inside_->replicas, *kind, scope, record));
    AYNI_LET(dots, registers.dots());
    return std::ranges::all_of(dots, [&](const Dot& dot) { return dot.device == inside_->device; });
}

Result<bool> Store::is_unseen(RecordId record, FieldNo field) {
    AYNI_LET(versions, heads(record, field));
    if (versions.empty()) {
        return false;
    }
    AYNI_LET(place, inside_->locate(record));
    AYNI_LET(query, inside_->database->prepare("SELECT min(first_seq) FROM pending WHERE scope=?"));
    AYNI_TRY(query.bind(1, place->second).step());
    const auto first = static_cast<std::uint64_t>(query.integer(0));
    return !query.is_null(0) && std::ranges::all_of(versions, [&](const Version& version) {
        return version.dot.device == inside_->device && version.dot.seq >= first;
    });
}

namespace {

// The envelope that this change lies in; 0: none.
Result<std::int64_t> envelope_of(Database& database, std::int64_t scope, std::int64_t replica, std::int64_t seq) {
    AYNI_LET(query, database.prepare("SELECT number, last_seq FROM envelope WHERE scope=? AND replica=? AND "
                                     "first_seq<=? ORDER BY first_seq DESC LIMIT 1"));
    AYNI_LET(found, query.bind(1, scope).bind(2, replica).bind(3, seq).step());
    return found && query.integer(1) >= seq ? query.integer(0) : 0;
}

}  // namespace

Result<std::vector<Store::RemovalInForce>> Store::removals() {
    std::vector<RemovalInForce> all;
    Database& database = *inside_->database;
    AYNI_LET(query, database.prepare("SELECT record, kind, replica, seq, stamp, value FROM head WHERE field=?"));
    query.bind(1, std::int64_t{field::removed});
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        const KindDef* kind = find_kind(static_cast<KindNo>(query.integer(1)));
        AYNI_LET(value, unpack_value(query.view(5)));
        const auto* removal = std::get_if<Removal>(&value);
        if (kind == nullptr || removal == nullptr || !removal->removed) {
            continue;
        }
        AYNI_LET(row, database.prepare("SELECT scope FROM " + std::string(kind->name) + " WHERE id=? AND hidden=1"));
        AYNI_LET(hidden, row.bind(1, query.integer(0)).step());
        if (!hidden) {
            continue;
        }
        const DeviceId device = inside_->replicas.device_of(query.integer(2));
        AYNI_LET(by, inside_->owner_of(device));
        AYNI_LET(envelope, envelope_of(database, row.integer(0), query.integer(2), query.integer(3)));
        all.push_back({inside_->replicas.record_of(query.integer(0)), kind->number, inside_->scope_of(row.integer(0)),
                       Dot{device, static_cast<std::uint64_t>(query.integer(3))},
                       Stamp{static_cast<std::uint64_t>(query.integer(4))}, by, envelope});
    }
    std::ranges::sort(all, {}, [](const RemovalInForce& one) {
        return std::tuple(one.envelope == 0, one.envelope, one.scope, one.dot.device, one.dot.seq);
    });
    return all;
}

}  // namespace ayni
