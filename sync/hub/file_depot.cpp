#include "sync/hub/file_depot.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "sql/0001_hub.hpp"
#include "sql/0002_quarantine.hpp"
#include "sync/hub/tables.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::hub {
namespace {

// Only ever added to; each runs once, in the transaction that notes its number.
constexpr std::array steps{sql::hub_0001_hub, sql::hub_0002_quarantine};

constexpr std::string_view written_sql =
    "SELECT s.kind, s.device, s.counter, r.id, MAX(e.last_seq) FROM envelope e"
    " JOIN scope s ON s.number = e.scope JOIN replica r ON r.number = e.replica"
    " WHERE e.number > ?1 AND e.number <= ?2 GROUP BY e.scope, e.replica";
constexpr std::string_view written_in_scope_sql =
    "SELECT s.kind, s.device, s.counter, r.id, MAX(e.last_seq) FROM scope s"
    " JOIN envelope e ON e.scope = s.number JOIN replica r ON r.number = e.replica"
    " WHERE s.kind = ?3 AND s.device = ?4 AND s.counter = ?5 AND e.number > ?1 AND e.number <= ?2"
    " GROUP BY e.replica";

Result<std::unique_ptr<Store>> opened(const std::filesystem::path& data, const Clock* clock) {
    return Store::open(data / "hub.db", {.decode = wire::decode, .clock = clock, .rights_only = true});
}

Outcome make_tables(Store& store) {
    return store.transact([&]() -> Outcome {
        AYNI_LET(noted, store.setting(setting::tables));
        std::size_t done = 0;
        std::from_chars(noted.data(), noted.data() + noted.size(), done);
        if (done > steps.size()) {
            return Failure{Fault::made_by_newer_app, "hub tables"};
        }
        if (done == steps.size()) {
            return Done{};
        }
        for (; done < steps.size(); ++done) {
            AYNI_TRY(store.database().run(steps[done]));
        }
        return store.set_setting(setting::tables, std::to_string(done));
    });
}

void bind(Statement& statement, Parameters parameters) {
    int at = 0;
    for (const Parameter& parameter : parameters) {
        ++at;
        if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
            statement.bind(at, *number);
        } else if (const auto* text = std::get_if<std::string>(&parameter)) {
            statement.lend_text(at, *text);
        } else {
            statement.lend_blob(at, std::get<Bytes>(parameter).bytes);
        }
    }
}

Row row_in(const Statement& statement) {
    std::vector<Row::Cell> cells;
    for (int column = 0; column < statement.columns(); ++column) {
        switch (statement.form(column)) {
            case ColumnForm::null: cells.emplace_back(); break;
            case ColumnForm::integer: cells.emplace_back(statement.integer(column)); break;
            default: cells.emplace_back(statement.text(column)); break;
        }
    }
    return Row(std::move(cells));
}

std::string sql_text(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'') {
            out += c;
        }
    }
    return out + "'";
}

}  // namespace

Result<std::unique_ptr<Depot>> FileDepot::open(const std::filesystem::path& data, const Clock* clock) {
    AYNI_LET(store, opened(data, clock));
    AYNI_TRY(make_tables(*store));
    std::unique_ptr<FileDepot> depot(new FileDepot(data, clock, std::move(store)));
    AYNI_LET(copied, depot->setting(setting::is_copy));
    if (!copied.empty()) {
        AYNI_TRY(depot->renew());
    }
    return std::unique_ptr<Depot>(std::move(depot));
}

// After a commit of which nobody knows how it ended the file is opened again, which tells: a hub has nobody beside it
// who would start it again. As long as that fails, everything does.
Outcome FileDepot::settle() {
    if (in_transaction() || !store_->database().is_unsettled()) {
        return Done{};
    }
    return begin_anew();
}

Outcome FileDepot::begin_anew() {
    AYNI_LET(again, opened(data_, clock_));
    store_ = std::move(again);
    ++news_;  // who is who was perhaps read from what isn't so
    return Done{};
}

Outcome FileDepot::carry_out(const std::function<Outcome()>& work) {
    AYNI_TRY(settle());
    return store_->transact(work);
}

// One commit for all, and within it a savepoint for each.
std::vector<Outcome> FileDepot::transact_each(std::span<const std::function<Outcome()>> works) {
    if (works.size() < 2 || in_transaction()) {
        return Depot::transact_each(works);
    }
    if (const Outcome settled = settle(); !settled) {
        return {works.size(), settled};
    }
    std::vector<Outcome> outcomes;
    const Outcome together = store_->transact([&]() -> Outcome {
        for (const auto& work : works) {
            outcomes.push_back(transact(work));
        }
        return Done{};
    });
    if (together) {
        return outcomes;
    }
    // Whoever has waited for another program in vain needn't do so once for each.
    if (together.fault() == Fault::storage_busy || together.fault() == Fault::unsettled) {
        return {works.size(), together};
    }
    return Depot::transact_each(works);
}

Result<Rows> FileDepot::answer(std::string_view sql, Parameters parameters) {
    AYNI_TRY(settle());
    AYNI_LET(statement, store_->database().prepare(sql));
    bind(statement, parameters);
    Rows rows;
    while (true) {
        AYNI_LET(more, statement.step());
        if (!more) {
            return rows;
        }
        rows.push_back(row_in(statement));
    }
}

Result<std::string> FileDepot::setting(std::string_view name) {
    return store_->setting(name);
}

Outcome FileDepot::set_setting(std::string_view name, std::string_view value) {
    return store_->set_setting(name, value);
}

Outcome FileDepot::take_in(const Envelope& envelope) {
    AYNI_LET(received, store_->receive(std::span(&envelope, 1)));
    return received.envelopes == 1
               ? Outcome(Done{})
               : Failure{Fault::storage_corrupt, "the log and the chain of " + to_text(envelope.scope) + " differ"};
}

Outcome FileDepot::keep_own(const Envelope& envelope) {
    AYNI_TRY(store_->seal(envelope));
    return store_->settle(envelope.scope, envelope.first_seq, Delivery::received);
}

Result<std::vector<LogEntry>> FileDepot::log_after(std::int64_t after, std::int64_t until, std::size_t bytes,
                                                   std::span<const ScopeId> scopes) {
    AYNI_LET(entries, store_->log_after(after, bytes, scopes));
    std::erase_if(entries, [&](const LogEntry& entry) { return entry.number > until; });
    return std::move(entries);
}

Result<std::int64_t> FileDepot::log_end() {
    return store_->log_end();
}

Result<std::vector<Reach>> FileDepot::written(std::int64_t after, std::int64_t until,
                                              const std::optional<ScopeId>& scope) {
    const auto asked = [&] {
        return scope ? ask(written_in_scope_sql, {after, until, static_cast<std::int64_t>(scope->kind),
                                                  to_column(scope->subject.device), to_column(scope->subject.counter)})
                     : ask(written_sql, {after, until});
    };
    AYNI_LET(rows, asked());
    std::vector<Reach> reaches;
    for (const Row& row : rows) {
        const RecordId subject{device_in(row, 1), number_in(row, 2)};
        reaches.push_back({{static_cast<ScopeKind>(row.integer(0)), subject}, device_in(row, 3), number_in(row, 4)});
    }
    return reaches;
}

Result<std::vector<Envelope>> FileDepot::envelopes(const ScopeId& scope) {
    return store_->envelopes(scope);
}

Result<std::optional<Envelope>> FileDepot::envelope(const ScopeId& scope, DeviceId author, std::uint64_t first_seq) {
    return store_->envelope(scope, author, first_seq);
}

Result<std::vector<ScopeId>> FileDepot::scopes() {
    return store_->scopes();
}

Result<std::vector<std::string>> FileDepot::check() {
    return store_->check();
}

Outcome FileDepot::backup(const std::filesystem::path& file) {
    std::error_code error;
    if (std::filesystem::exists(file, error)) {
        return Failure{Fault::invalid, "there is a file of that name"};
    }
    AYNI_TRY(settle());
    AYNI_TRY(store_->database().run("VACUUM INTO " + sql_text(file.string())));
    AYNI_LET(copy, Database::open(file));
    AYNI_LET(mark, copy->prepare("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)"));
    AYNI_TRY(mark.bind_text(1, setting::is_copy).bind_blob(2, "yes").run());
    return copy->checkpoint();
}

Outcome FileDepot::checkpoint() {
    return store_->database().checkpoint();
}

}  // namespace ayni::hub
