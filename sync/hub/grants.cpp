#include "sync/hub/grants.hpp"

#include <algorithm>
#include <unordered_set>

#include "sync/hub/tables.hpp"

namespace ayni::hub {

Result<std::vector<Grant>> Grants::of(DeviceId device) {
    std::vector<Grant> grants;
    AYNI_LET(rows, store_.database().prepare(
                       "SELECT scope, version, again FROM hub_grant WHERE device = ?1 ORDER BY version"));
    rows.bind(1, to_column(device));
    while (true) {
        AYNI_LET(more, rows.step());
        if (!more) {
            return grants;
        }
        grants.push_back({scope_in(rows, 0), number_in(rows, 1), rows.integer(2) != 0});
    }
}

Result<std::uint64_t> Grants::refresh(DeviceId device, std::uint64_t revision, std::span<const ScopeId> readable) {
    AYNI_LET(before, of(device));
    const std::unordered_set<ScopeId> now(readable.begin(), readable.end());
    std::unordered_set<ScopeId> held;
    std::uint64_t risen = revision;
    for (const Grant& grant : before) {
        if (now.contains(grant.scope)) {
            held.insert(grant.scope);
            continue;
        }
        ++risen;
        AYNI_LET(revoke, store_.database().prepare("DELETE FROM hub_grant WHERE device = ?1 AND scope = ?2"));
        AYNI_TRY(revoke.bind(1, to_column(device)).bind_text(2, to_text(grant.scope)).run());
        AYNI_TRY(note_dropped(device, grant.scope));
    }
    for (const ScopeId& scope : readable) {
        if (!held.insert(scope).second) {
            continue;
        }
        ++risen;
        AYNI_LET(grant,
                 store_.database().prepare("INSERT INTO hub_grant (device, scope, version, again) VALUES (?1, ?2, ?3,"
                                           " EXISTS (SELECT 1 FROM hub_dropped WHERE device = ?1 AND scope = ?2))"));
        AYNI_TRY(grant.bind(1, to_column(device)).bind_text(2, to_text(scope)).bind(3, to_column(risen)).run());
    }
    if (risen != revision) {
        AYNI_LET(note, store_.database().prepare("UPDATE hub_account SET revision = ?2 WHERE device = ?1"));
        AYNI_TRY(note.bind(1, to_column(device)).bind(2, to_column(risen)).run());
    }
    return risen;
}

Outcome Grants::note_dropped(DeviceId device, const ScopeId& scope) {
    AYNI_LET(note, store_.database().prepare(
                       "INSERT INTO hub_dropped (device, scope) VALUES (?1, ?2) ON CONFLICT DO NOTHING"));
    return note.bind(1, to_column(device)).bind_text(2, to_text(scope)).run();
}

}  // namespace ayni::hub
