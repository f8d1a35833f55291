#include "sync/hub/seen.hpp"

#include <algorithm>
#include <unordered_set>

#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

constexpr std::string_view written_sql =
    "SELECT s.kind, s.device, s.counter, r.id, MAX(e.last_seq) FROM envelope e"
    " JOIN scope s ON s.number = e.scope JOIN replica r ON r.number = e.replica"
    " WHERE e.number > ?1 AND e.number <= ?2 GROUP BY e.scope, e.replica";
constexpr std::string_view written_in_scope_sql =
    "SELECT s.kind, s.device, s.counter, r.id, MAX(e.last_seq) FROM scope s"
    " JOIN envelope e ON e.scope = s.number JOIN replica r ON r.number = e.replica"
    " WHERE s.kind = ?3 AND s.device = ?4 AND s.counter = ?5 AND e.number > ?1 AND e.number <= ?2"
    " GROUP BY e.replica";

Result<std::vector<Reach>> reaches_in(Statement& rows) {
    std::vector<Reach> reaches;
    while (true) {
        AYNI_LET(more, rows.step());
        if (!more) {
            return reaches;
        }
        const RecordId subject{device_in(rows, 1), number_in(rows, 2)};
        reaches.push_back({{static_cast<ScopeKind>(rows.integer(0)), subject}, device_in(rows, 3), number_in(rows, 4)});
    }
}

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
        AYNI_LET(rows, store_.database().prepare(written_in_scope_sql));
        rows.bind(1, before).bind(2, now);
        rows.bind(3, static_cast<std::int64_t>(grant.scope.kind));
        rows.bind(4, to_column(grant.scope.subject.device)).bind(5, to_column(grant.scope.subject.counter));
        AYNI_LET(some, reaches_in(rows));
        written.insert(written.end(), some.begin(), some.end());
    }
    if (!in_stream.empty()) {
        AYNI_LET(rows, store_.database().prepare(written_sql));
        AYNI_LET(all, reaches_in(rows.bind(1, account.held.number).bind(2, held.number)));
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
        AYNI_LET(author, store_.person_of(reach.device));
        if (author != account.person) {
            AYNI_TRY(raise(reach.scope, reach.device, reach.seq));
        }
    }
    return Done{};
}

Outcome Seen::raise(const ScopeId& scope, DeviceId writer, std::uint64_t seq) {
    AYNI_LET(note, store_.database().prepare(
                       "INSERT INTO hub_seen (scope, device, seq, revision)"
                       " VALUES (?1, ?2, ?3, (SELECT COALESCE(MAX(revision), 0) + 1 FROM hub_seen))"
                       " ON CONFLICT (scope, device) DO UPDATE SET seq = excluded.seq, revision = excluded.revision"
                       " WHERE excluded.seq > hub_seen.seq"));
    return note.bind_text(1, to_text(scope)).bind(2, to_column(writer)).bind(3, to_column(seq)).run();
}

Result<std::vector<Reach>> Seen::since(DeviceId device, std::uint64_t seen, std::uint64_t granted) {
    AYNI_LET(rows, store_.database().prepare(
                       "SELECT s.scope, s.device, s.seq FROM hub_grant g JOIN hub_seen s ON s.scope = g.scope"
                       " WHERE g.device = ?1 AND (s.revision > ?2 OR g.version > ?3) ORDER BY s.revision"));
    rows.bind(1, to_column(device)).bind(2, to_column(seen)).bind(3, to_column(granted));
    std::vector<Reach> reaches;
    while (true) {
        AYNI_LET(more, rows.step());
        if (!more) {
            return reaches;
        }
        reaches.push_back({scope_in(rows, 0), device_in(rows, 1), number_in(rows, 2)});
    }
}

Result<std::uint64_t> Seen::revision() {
    AYNI_LET(row, store_.database().prepare("SELECT COALESCE(MAX(revision), 0) FROM hub_seen"));
    AYNI_LET(found, row.step());
    return found ? number_in(row, 0) : 0;
}

}  // namespace ayni::hub
