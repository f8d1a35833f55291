#include "sync/hub/pen.hpp"

#include <algorithm>

#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

constexpr std::size_t changes_most = 500;  // in one envelope of the hub's own

}  // namespace

Result<Chain::Link> Chain::last(const ScopeId& scope, DeviceId device) {
    AYNI_LET(row, depot_.first("SELECT seq, hash FROM hub_chain WHERE scope = ?1 AND device = ?2",
                               {to_text(scope), to_column(device)}));
    return row ? Link{number_in(*row, 0), row->text(1)} : Link{};
}

Result<std::vector<Reach>> Chain::all(const ScopeId& scope) {
    AYNI_LET(rows, depot_.ask("SELECT device, seq FROM hub_chain WHERE scope = ?1 ORDER BY device", {to_text(scope)}));
    std::vector<Reach> reaches;
    for (const Row& row : rows) {
        reaches.push_back({scope, device_in(row, 0), number_in(row, 1)});
    }
    return reaches;
}

Outcome Chain::advance(const Envelope& envelope) {
    return depot_.run(
        "INSERT INTO hub_chain (scope, device, seq, hash) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (scope, device) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
        {to_text(envelope.scope), to_column(envelope.device), to_column(envelope.last_seq),
         Bytes{wire::short_hash(envelope.bytes)}});
}

Outcome Pen::write(const ScopeId& scope, std::span<const Edit> edits) {
    return depot_.transact([&]() -> Outcome {
        AYNI_LET(dots, depot_.rights().write(scope, edits));
        return dots.empty() ? Outcome(Done{}) : seal_pending(scope);
    });
}

Outcome Pen::seal_pending(const ScopeId& scope) {
    const DeviceId hub = depot_.rights().device();
    AYNI_LET(changes, depot_.rights().pending(scope));
    Chain chain(depot_);
    for (std::size_t at = 0; at < changes.size(); at += changes_most) {
        const auto end = std::min(changes.size(), at + changes_most);
        AYNI_LET(last, chain.last(scope, hub));
        wire::Contents contents{
            scope,
            hub,
            changes[at].dot.seq,
            changes[end - 1].dot.seq,
            schema_version,
            last.hash,
            {changes.begin() + static_cast<std::ptrdiff_t>(at), changes.begin() + static_cast<std::ptrdiff_t>(end)}};
        const Envelope envelope{scope, contents.device, contents.first_seq, contents.last_seq,
                                wire::seal(contents, keys_.secret)};
        AYNI_TRY(depot_.keep_own(envelope));
        AYNI_TRY(chain.advance(envelope));
    }
    return Done{};
}

}  // namespace ayni::hub
