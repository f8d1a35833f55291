// Two histories under one device's name: a phone and its copy, or one that was put back as it had been. Only the hub
// says which of them counts.

#include <algorithm>

#include "engine/store/inside.hpp"

namespace ayni {
namespace {

std::int64_t signed_of(std::uint64_t n) {
    return static_cast<std::int64_t>(n);
}
std::uint64_t unsigned_of(std::int64_t n) {
    return static_cast<std::uint64_t>(n);
}

}  // namespace

Result<Store::Inside::InPlace> Store::Inside::in_place_of(std::int64_t scope, std::int64_t replica,
                                                          const Envelope& envelope) {
    InPlace there;
    AYNI_LET(query, database->prepare("SELECT first_seq, last_seq, bytes, block, place, size FROM envelope WHERE "
                                      "scope=? AND replica=? AND first_seq<=? ORDER BY first_seq DESC"));
    query.bind(1, scope).bind(2, replica).bind(3, signed_of(envelope.last_seq));
    for (;;) {
        AYNI_LET(more, query.step());
        const std::uint64_t first = more ? unsigned_of(query.integer(0)) : 0;
        const std::uint64_t last = more ? unsigned_of(query.integer(1)) : 0;
        if (!more || last < envelope.first_seq) {
            return there;
        }
        if (first == envelope.first_seq && last == envelope.last_seq) {
            AYNI_LET(bytes, blocks.bytes_in(query, 2));
            there.same = bytes == envelope.bytes;
        }
        there.other_from = there.same ? 0 : first;
    }
}

// Seldom enough to make everything anew from what is left, which needs no second way back.
Outcome Store::Inside::give_way(const ScopeId& scope, DeviceId author, std::uint64_t from) {
    AYNI_LET(kept, whole_log());
    std::erase_if(kept, [&](const Kept& one) {
        return one.envelope.scope == scope && one.envelope.device == author && one.envelope.last_seq >= from;
    });
    AYNI_LET(waiting, all_waiting());
    AYNI_TRY(lay_down(kept, waiting));
    touched.push_back({{}, 0, scope});
    return Done{};
}

Result<std::optional<Envelope>> Store::envelope(const ScopeId& scope, DeviceId author, std::uint64_t first_seq) {
    AYNI_LET(replica, inside_->replicas.number_of(author));
    AYNI_LET(query, inside_->database->prepare("SELECT last_seq, bytes, block, place, size FROM envelope WHERE "
                                               "scope=? AND replica=? AND first_seq=?"));
    query.bind(1, inside_->known_scope(scope)).bind(2, replica).bind(3, signed_of(first_seq));
    AYNI_LET(found, query.step());
    if (!found) {
        return std::optional<Envelope>{};
    }
    AYNI_LET(bytes, inside_->blocks.bytes_in(query, 1));
    return std::optional(Envelope{scope, author, first_seq, unsigned_of(query.integer(0)), std::move(bytes)});
}

Outcome Store::note_with_others() {
    return transact([&]() -> Outcome {
        inside_->with_others = true;
        return put_setting(*inside_->database, with_others_setting, "yes");
    });
}

Outcome Store::Inside::forget_with_others() {
    if (!with_others) {
        return Done{};
    }
    AYNI_LET(query, database->prepare("SELECT EXISTS(SELECT 1 FROM envelope WHERE delivery=0 AND replica=?)"));
    AYNI_TRY(query.bind(1, me).step());
    if (query.integer(0) != 0) {
        return Done{};
    }
    with_others = false;
    return put_setting(*database, with_others_setting, {});
}

}  // namespace ayni
