#include "sync/hub/grants.hpp"

#include <algorithm>
#include <unordered_set>

#include "sync/hub/tables.hpp"

namespace ayni::hub {

Result<std::vector<Grant>> Grants::of(DeviceId device) {
    std::vector<Grant> grants;
    AYNI_LET(rows, depot_.ask("SELECT scope, version, again FROM hub_grant WHERE device = ?1 ORDER BY version",
                              {to_column(device)}));
    for (const Row& row : rows) {
        grants.push_back({scope_in(row, 0), number_in(row, 1), row.integer(2) != 0});
    }
    return grants;
}

Result<std::uint64_t> Grants::refresh(DeviceId device, std::uint64_t revision, std::span<const Grant> before,
                                      std::span<const ScopeId> readable) {
    const std::unordered_set<ScopeId> now(readable.begin(), readable.end());
    std::unordered_set<ScopeId> held;
    std::uint64_t risen = revision;
    for (const Grant& grant : before) {
        if (now.contains(grant.scope)) {
            held.insert(grant.scope);
            continue;
        }
        ++risen;
        AYNI_TRY(depot_.run("DELETE FROM hub_grant WHERE device = ?1 AND scope = ?2",
                            {to_column(device), to_text(grant.scope)}));
        AYNI_TRY(note_dropped(device, grant.scope));
    }
    for (const ScopeId& scope : readable) {
        if (!held.insert(scope).second) {
            continue;
        }
        ++risen;
        AYNI_TRY(
            depot_.run("INSERT INTO hub_grant (device, scope, version, again) VALUES (?1, ?2, ?3, CASE WHEN"
                       " EXISTS (SELECT 1 FROM hub_dropped WHERE device = ?1 AND scope = ?2) THEN 1 ELSE 0 END)",
                       {to_column(device), to_text(scope), to_column(risen)}));
    }
    if (risen != revision) {
        AYNI_TRY(depot_.run("UPDATE hub_account SET revision = ?2 WHERE device = ?1",
                            {to_column(device), to_column(risen)}));
    }
    return risen;
}

Outcome Grants::note_dropped(DeviceId device, const ScopeId& scope) {
    return depot_.run("INSERT INTO hub_dropped (device, scope) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                      {to_column(device), to_text(scope)});
}

}  // namespace ayni::hub
