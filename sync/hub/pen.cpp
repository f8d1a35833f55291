#include "sync/hub/pen.hpp"

#include <algorithm>

#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

constexpr std::size_t changes_most = 500;  // in one envelope of the hub's own

}  // namespace

Result<Chain::Link> Chain::last(const ScopeId& scope, DeviceId device) {
    AYNI_LET(row, store_.database().prepare("SELECT seq, hash FROM hub_chain WHERE scope = ?1 AND device = ?2"));
    AYNI_LET(found, row.bind_text(1, to_text(scope)).bind(2, to_column(device)).step());
    return found ? Link{number_in(row, 0), row.text(1)} : Link{};
}

Outcome Chain::advance(const Envelope& envelope) {
    AYNI_LET(note, store_.database().prepare(
                       "INSERT INTO hub_chain (scope, device, seq, hash) VALUES (?1, ?2, ?3, ?4)"
                       " ON CONFLICT (scope, device) DO UPDATE SET seq = excluded.seq, hash = excluded.hash"));
    return note.bind_text(1, to_text(envelope.scope))
        .bind(2, to_column(envelope.device))
        .bind(3, to_column(envelope.last_seq))
        .bind_blob(4, wire::short_hash(envelope.bytes))
        .run();
}

Outcome Pen::write(const ScopeId& scope, std::span<const Edit> edits) {
    return store_.transact([&]() -> Outcome {
        AYNI_LET(dots, store_.write(scope, edits));
        return dots.empty() ? Outcome(Done{}) : seal_pending(scope);
    });
}

Outcome Pen::seal_pending(const ScopeId& scope) {
    AYNI_LET(changes, store_.pending(scope));
    Chain chain(store_);
    for (std::size_t at = 0; at < changes.size(); at += changes_most) {
        const auto end = std::min(changes.size(), at + changes_most);
        AYNI_LET(last, chain.last(scope, store_.device()));
        wire::Contents contents{
            scope,
            store_.device(),
            changes[at].dot.seq,
            changes[end - 1].dot.seq,
            schema_version,
            last.hash,
            {changes.begin() + static_cast<std::ptrdiff_t>(at), changes.begin() + static_cast<std::ptrdiff_t>(end)}};
        const Envelope envelope{scope, contents.device, contents.first_seq, contents.last_seq,
                                wire::seal(contents, keys_.secret)};
        AYNI_TRY(store_.seal(envelope));
        AYNI_TRY(store_.settle(scope, envelope.first_seq, Delivery::received));
        AYNI_TRY(chain.advance(envelope));
    }
    return Done{};
}

}  // namespace ayni::hub
