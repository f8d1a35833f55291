#include "sync/hub/seen.hpp"

#include <algorithm>
#include <unordered_set>

#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

bool is_for_coordinators_too(ScopeKind kind) {
    return kind == ScopeKind::programme || kind == ScopeKind::cohort || kind == ScopeKind::line;
}

}  // namespace

Outcome Seen::note(const Account& account, const Held& held, std::span<const Grant> grants) {
    std::vector<Reach> written;
    std::unordered_set<ScopeId> in_stream;
    for (const Grant& grant : grants) {
        const std::int64_t before = account.held.reach(grant.version);
        const std::int64_t now = held.reach(grant.version);
        if (now <= before) {
            continue;
        }
        if (before == account.held.number && now == held.number) {
            in_stream.insert(grant.scope);  // all of these in one pass below
            continue;
        }
        AYNI_LET(some, depot_.written(before, now, grant.scope));
        written.insert(written.end(), some.begin(), some.end());
    }
    if (!in_stream.empty()) {
        AYNI_LET(all, depot_.written(account.held.number, held.number, {}));
        std::ranges::copy_if(all, std::back_inserter(written),
                             [&](const Reach& reach) { return in_stream.contains(reach.scope); });
    }
    AYNI_LET(roster, members_.roster());
    const auto* person = roster->person(account.person);
    const bool coordinates = person != nullptr && person->role == "coordinator";
    for (const Reach& reach : written) {
        if (coordinates && !is_for_coordinators_too(reach.scope.kind)) {
            continue;
        }
        AYNI_LET(author, depot_.rights().person_of(reach.device));
        if (author != account.person) {
            AYNI_TRY(raise(reach.scope, reach.device, reach.seq));
        }
    }
    return Done{};
}

Outcome Seen::raise(const ScopeId& scope, DeviceId writer, std::uint64_t seq) {
    return depot_.run(
        "INSERT INTO hub_seen (scope, device, seq, revision)"
        " VALUES (?1, ?2, ?3, (SELECT COALESCE(MAX(revision), 0) + 1 FROM hub_seen))"
        " ON CONFLICT (scope, device) DO UPDATE SET seq = excluded.seq, revision = excluded.revision"
        " WHERE excluded.seq > hub_seen.seq",
        {to_text(scope), to_column(writer), to_column(seq)});
}

Result<std::vector<Reach>> Seen::since(DeviceId device, std::uint64_t seen, std::uint64_t granted) {
    AYNI_LET(rows, depot_.ask("SELECT s.scope, s.device, s.seq FROM hub_grant g JOIN hub_seen s ON s.scope = g.scope"
                              " WHERE g.device = ?1 AND (s.revision > ?2 OR g.version > ?3) ORDER BY s.revision",
                              {to_column(device), to_column(seen), to_column(granted)}));
    std::vector<Reach> reaches;
    for (const Row& row : rows) {
        reaches.push_back({scope_in(row, 0), device_in(row, 1), number_in(row, 2)});
    }
    return reaches;
}

Result<std::uint64_t> Seen::revision() {
    AYNI_LET(row, depot_.first("SELECT COALESCE(MAX(revision), 0) FROM hub_seen", {}));
    return row ? number_in(*row, 0) : 0;
}

}  // namespace ayni::hub
