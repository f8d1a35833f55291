#include "sync/hub/postgres/shared_depot.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/model/schema.hpp"
#include "sql/0001_shared.hpp"
#include "sql/0002_shared.hpp"
#include "sync/hub/tables.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::hub {
namespace {

// Only ever added to; each runs once, in the transaction that notes its number.
constexpr std::array steps{sql::hub_0001_shared, sql::hub_0002_shared};

// The lock that every hub takes to write. Its number means nothing; it is of one database. What is read after it was
// waited for must be of now, not of when the waiting began, whatever the server is used to.
constexpr std::string_view begin_sql =
    "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(4710217330412)";
constexpr std::string_view look_sql = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

constexpr std::string_view append_sql =
    "WITH next AS (UPDATE hub_order SET number = number + 1 RETURNING number)"
    " INSERT INTO hub_log (number, scope_kind, scope, device, first_seq, last_seq, bytes)"
    " SELECT number, ?1, ?2, ?3, ?4, ?5, ?6 FROM next RETURNING number";
constexpr std::string_view after_sql =
    "SELECT number, scope, device, first_seq, last_seq, bytes FROM hub_log"
    " WHERE number > ?1 AND number <= ?2 AND scope = ANY (?3) ORDER BY number LIMIT 64";
// ?2: the kinds of scopes that rights ask about. ?3: the hub itself.
constexpr std::string_view for_rights_sql =
    "SELECT number, scope, device, first_seq, last_seq, bytes FROM hub_log"
    " WHERE number > ?1 AND (scope_kind = ANY (?2) OR device = ?3) ORDER BY number LIMIT 500";

Envelope envelope_in(const Row& row) {
    return {scope_in(row, 1), device_in(row, 2), number_in(row, 3), number_in(row, 4), row.text(5)};
}

bool tells_rights(ScopeKind scope) {
    return std::ranges::any_of(kinds(), [&](const KindDef& kind) {
        return kind.hub_projects && kind.number != kind::verdict &&
               std::ranges::any_of(kind.writers, [&](const Writers& writers) { return writers.scope == scope; });
    });
}

// PostgreSQL's way to write a list. What is in ours has no comma, brace or quote.
std::string list_of(const std::vector<std::string>& items) {
    std::string text = "{";
    for (const std::string& item : items) {
        text += (text.size() > 1 ? "," : "") + item;
    }
    return text + "}";
}

std::string rights_scopes() {
    std::vector<std::string> numbers;
    for (auto number = static_cast<std::uint8_t>(ScopeKind::programme);
         number <= static_cast<std::uint8_t>(ScopeKind::desk); ++number) {
        if (tells_rights(static_cast<ScopeKind>(number))) {
            numbers.push_back(std::to_string(number));
        }
    }
    return list_of(numbers);
}

}  // namespace

Result<std::unique_ptr<Depot>> SharedDepot::open(const std::string& url, const Clock* clock) {
    std::unique_ptr<SharedDepot> depot(new SharedDepot(url, clock));
    AYNI_TRY(depot->connect());
    AYNI_TRY(depot->make_tables());
    AYNI_TRY(depot->catch_up());
    return std::unique_ptr<Depot>(std::move(depot));
}

Outcome SharedDepot::connect() {
    connection_.reset();
    AYNI_LET(connection, Connection::open(url_));
    connection_ = std::move(connection);
    return Done{};
}

Outcome SharedDepot::make_tables() {
    AYNI_TRY(connection_->run(std::string(begin_sql)));
    AYNI_LET(there, ask("SELECT to_regclass('hub_setting') IS NOT NULL", {}));
    std::size_t done = 0;
    if (there.at(0).integer(0) != 0) {
        AYNI_LET(noted, setting(setting::tables));
        std::from_chars(noted.data(), noted.data() + noted.size(), done);
    }
    if (done > steps.size()) {
        return Failure{Fault::made_by_newer_app, "hub tables"};
    }
    if (done == steps.size()) {
        return connection_->commit();
    }
    const bool fresh = done == 0;
    for (; done < steps.size(); ++done) {
        AYNI_TRY(connection_->run(steps[done]));
    }
    if (fresh) {
        AYNI_TRY(set_setting(device_setting(), to_text(DeviceId{wire::random_number()})));
    }
    AYNI_TRY(set_setting(setting::tables, std::to_string(done)));
    return connection_->commit();
}

Outcome SharedDepot::make_rights() {
    AYNI_LET(store, Store::open(":memory:",
                                {.decode = wire::decode, .clock = clock_, .rights_only = true, .device = device_}));
    AYNI_TRY(store->set_setting(setting::own_devices, own_devices_));
    rights_ = std::move(store);
    taken_ = 0;
    ++news_;
    return Done{};
}

// Transactions --------------------------------------------------------------------------------------------------------

Outcome SharedDepot::begin(const std::string& how) {
    if (connection_ != nullptr && connection_->is_alive()) {
        const Outcome begun = connection_->run(how);
        if (begun || connection_->is_alive()) {
            return begun;
        }
    }
    AYNI_TRY(connect());
    return connection_->run(how);
}

Outcome SharedDepot::carry_out(const std::function<Outcome()>& work) {
    committed_ = false;
    const Outcome begun = begin(std::string(begin_sql));
    Outcome outcome = begun ? work_and_commit(work) : begun;
    if (committed_) {
        // What is in PostgreSQL is what was done. Should memory have failed after that, it is made anew.
        if (!outcome) {
            return make_rights();
        }
        taken_ = appended_;
        return Done{};
    }
    take_back();
    return outcome;
}

Outcome SharedDepot::work_and_commit(const std::function<Outcome()>& work) {
    AYNI_TRY(catch_up());
    appended_ = taken_;
    return rights_->transact([&]() -> Outcome {
        AYNI_TRY(work());
        AYNI_TRY(connection_->commit());
        committed_ = true;
        return Done{};
    });
}

Outcome SharedDepot::look(const std::function<Outcome()>& work) {
    AYNI_TRY(begin(std::string(look_sql)));
    looking_ = true;
    Outcome outcome = catch_up();
    if (outcome) {
        outcome = work();
    }
    looking_ = false;
    take_back();
    return outcome;
}

void SharedDepot::take_back() {
    if (connection_ != nullptr && connection_->is_alive()) {
        static_cast<void>(connection_->run("ROLLBACK"));
    }
}

// Another hub may have found out that it was one more, or that it is another now.
Result<std::int64_t> SharedDepot::look_who_we_are() {
    AYNI_LET(row, first("SELECT o.number, (SELECT value FROM hub_setting WHERE name = ?1),"
                        " (SELECT value FROM hub_setting WHERE name = ?2) FROM hub_order o",
                        {std::string(device_setting()), std::string(setting::own_devices)}));
    const auto device = row ? parse_device(row->text(1)) : std::nullopt;
    if (!device || device->value == 0) {
        return Failure{Fault::storage_corrupt, "hub.device"};
    }
    const bool is_known = rights_ != nullptr && *device == device_ && row->text(2) == own_devices_;
    device_ = *device;
    own_devices_ = row->text(2);
    if (!is_known) {
        AYNI_TRY(make_rights());
    }
    return row->integer(0);
}

Outcome SharedDepot::catch_up() {
    static const std::string scopes = rights_scopes();
    AYNI_LET(end, look_who_we_are());
    if (end < taken_) {
        AYNI_TRY(make_rights());  // the database was restored under us
    }
    while (taken_ < end) {
        AYNI_LET(rows, ask(for_rights_sql, {taken_, scopes, to_column(device_)}));
        std::vector<Envelope> envelopes;
        std::ranges::transform(rows, std::back_inserter(envelopes), envelope_in);
        AYNI_LET(received, rights_->receive(envelopes));
        if (received.envelopes != envelopes.size()) {
            return Failure{Fault::storage_corrupt, "the log has a hole"};
        }
        const bool roster = std::ranges::any_of(envelopes, [](const Envelope& envelope) {
            return envelope.scope.kind == ScopeKind::programme || envelope.scope.kind == ScopeKind::cohort;
        });
        news_ += roster ? 1 : 0;
        // Without the lock more may have come since `end` was read: then it is in, and counts.
        taken_ =
            rows.size() < 500 ? std::max(end, rows.empty() ? end : rows.back().integer(0)) : rows.back().integer(0);
    }
    return Done{};
}

// Tables --------------------------------------------------------------------------------------------------------------

// A lost connection shows when it is used. Outside a transaction all that is asked may be asked twice.
Result<Rows> SharedDepot::answer(std::string_view sql, Parameters parameters) {
    const bool alone = !in_transaction() && !looking_;
    if (connection_ == nullptr || (alone && !connection_->is_alive())) {
        AYNI_TRY(connect());
    }
    auto rows = connection_->ask(sql, parameters);
    if (rows || !alone || connection_->is_alive()) {
        return rows;
    }
    AYNI_TRY(connect());
    return connection_->ask(sql, parameters);
}

Result<std::string> SharedDepot::setting(std::string_view name) {
    AYNI_LET(row, first("SELECT value FROM hub_setting WHERE name = ?1", {std::string(name)}));
    return row ? row->text(0) : std::string{};
}

Outcome SharedDepot::set_setting(std::string_view name, std::string_view value) {
    return run(
        "INSERT INTO hub_setting (name, value) VALUES (?1, ?2)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {std::string(name), Bytes{std::string(value)}});
}

// The log -------------------------------------------------------------------------------------------------------------

bool SharedDepot::is_for_rights(const Envelope& envelope) const {
    return envelope.device == device_ || tells_rights(envelope.scope.kind);
}

Outcome SharedDepot::append(const Envelope& envelope) {
    AYNI_LET(row, first(append_sql, {static_cast<std::int64_t>(envelope.scope.kind), to_text(envelope.scope),
                                     to_column(envelope.device), to_column(envelope.first_seq),
                                     to_column(envelope.last_seq), Bytes{envelope.bytes}}));
    if (!row) {
        return Failure{Fault::storage_corrupt, "hub_order has no row"};
    }
    appended_ = row->integer(0);
    return Done{};
}

Outcome SharedDepot::take_in(const Envelope& envelope) {
    AYNI_TRY(append(envelope));
    if (!is_for_rights(envelope)) {
        return Done{};
    }
    AYNI_LET(received, rights_->receive(std::span(&envelope, 1)));
    return received.envelopes == 1
               ? Outcome(Done{})
               : Failure{Fault::storage_corrupt, "the log and the chain of " + to_text(envelope.scope) + " differ"};
}

Outcome SharedDepot::keep_own(const Envelope& envelope) {
    AYNI_TRY(rights_->seal(envelope));
    AYNI_TRY(rights_->settle(envelope.scope, envelope.first_seq, Delivery::received));
    return append(envelope);
}

Result<std::vector<LogEntry>> SharedDepot::log_after(std::int64_t after, std::int64_t until, std::size_t bytes,
                                                     std::span<const ScopeId> scopes) {
    std::vector<std::string> names;
    std::ranges::transform(scopes, std::back_inserter(names), [](const ScopeId& scope) { return to_text(scope); });
    AYNI_LET(rows, ask(after_sql, {after, until, list_of(names)}));
    std::vector<LogEntry> entries;
    std::size_t taken = 0;
    for (const Row& row : rows) {
        taken += row.text(5).size();
        if (!entries.empty() && taken > bytes) {
            break;
        }
        entries.push_back({row.integer(0), envelope_in(row)});
    }
    return entries;
}

Result<std::int64_t> SharedDepot::log_end() {
    AYNI_LET(row, first("SELECT number FROM hub_order", {}));
    return row ? Result<std::int64_t>(row->integer(0)) : Failure{Fault::storage_corrupt, "hub_order has no row"};
}

Result<std::vector<Reach>> SharedDepot::written(std::int64_t after, std::int64_t until,
                                                const std::optional<ScopeId>& scope) {
    const auto asked = [&] {
        return scope ? ask("SELECT scope, device, MAX(last_seq) FROM hub_log WHERE number > ?1 AND number <= ?2"
                           " AND scope = ?3 GROUP BY scope, device",
                           {after, until, to_text(*scope)})
                     : ask("SELECT scope, device, MAX(last_seq) FROM hub_log WHERE number > ?1 AND number <= ?2"
                           " GROUP BY scope, device",
                           {after, until});
    };
    AYNI_LET(rows, asked());
    std::vector<Reach> reaches;
    for (const Row& row : rows) {
        reaches.push_back({scope_in(row, 0), device_in(row, 1), number_in(row, 2)});
    }
    return reaches;
}

Result<std::vector<Envelope>> SharedDepot::envelopes(const ScopeId& scope) {
    AYNI_LET(rows, ask("SELECT number, scope, device, first_seq, last_seq, bytes FROM hub_log WHERE scope = ?1"
                       " ORDER BY number",
                       {to_text(scope)}));
    std::vector<Envelope> envelopes;
    std::ranges::transform(rows, std::back_inserter(envelopes), envelope_in);
    return envelopes;
}

Result<std::optional<Envelope>> SharedDepot::envelope(const ScopeId& scope, DeviceId author, std::uint64_t first_seq) {
    AYNI_LET(row, first("SELECT number, scope, device, first_seq, last_seq, bytes FROM hub_log WHERE scope = ?1"
                        " AND device = ?2 AND first_seq = ?3",
                        {to_text(scope), to_column(author), to_column(first_seq)}));
    return row ? std::optional(envelope_in(*row)) : std::nullopt;
}

Result<std::vector<ScopeId>> SharedDepot::scopes() {
    AYNI_LET(rows, ask("SELECT DISTINCT scope FROM hub_log ORDER BY scope", {}));
    std::vector<ScopeId> scopes;
    std::ranges::transform(rows, std::back_inserter(scopes), [](const Row& row) { return scope_in(row, 0); });
    return scopes;
}

// Operations ----------------------------------------------------------------------------------------------------------

// The copy agrees with itself, and has of the log what it should have, byte for byte.
Result<std::vector<std::string>> SharedDepot::check() {
    AYNI_LET(lines, rights_->check());
    AYNI_LET(all, scopes());
    for (const ScopeId& scope : all) {
        AYNI_LET(kept, envelopes(scope));
        AYNI_LET(held, rights_->envelopes(scope));
        std::erase_if(kept, [&](const Envelope& envelope) { return !is_for_rights(envelope); });
        if (!std::ranges::equal(kept, held, {}, &Envelope::bytes, &Envelope::bytes)) {
            lines.push_back(to_text(scope) + ": what rights are judged by isn't what the log says");
        }
    }
    AYNI_LET(last, first("SELECT o.number, COALESCE((SELECT MAX(number) FROM hub_log), 0) FROM hub_order o", {}));
    if (!last || last->integer(0) != last->integer(1)) {
        lines.push_back("the log ends elsewhere than its count");
    }
    return std::move(lines);
}

Outcome SharedDepot::backup(const std::filesystem::path& file) {
    static_cast<void>(file);
    return Failure{Fault::not_allowed, "PostgreSQL is copied by its own tools"};
}

}  // namespace ayni::hub
