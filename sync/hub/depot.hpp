#pragma once
// Where a hub keeps what it has: the log, the accounts and all that belongs to them, and who has which rights.
//
// Two stores fit behind this: one SQLite file (file_depot.hpp) and a PostgreSQL that many ayni-hub share
// (postgres/shared_depot.hpp). What the tables hold and ask is said once, in SQL that both understand; the log and the
// transaction are what differs. What rights need is a Store either way, so that it is merged by the same code as on a
// phone: in the file it is the log itself, on PostgreSQL each hub has a copy of its own and brings it up to date at the
// beginning of every transaction.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/store/store.hpp"

namespace ayni::hub {

/// What isn't a text: a hash, an envelope.
struct Bytes {
    std::string bytes;
};
/// What stands for ?1, ?2 … in a statement.
using Parameter = std::variant<std::int64_t, std::string, Bytes>;
using Parameters = std::initializer_list<Parameter>;

/// A row of an answer. Columns count from 0.
class Row {
public:
    using Cell = std::variant<std::monostate, std::int64_t, std::string>;
    explicit Row(std::vector<Cell> cells) : cells_(std::move(cells)) {}
    /// 0 for NULL, and for what isn't a whole number.
    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    /// Bytes too. Empty for NULL, and for a number.
    [[nodiscard]] const std::string& text(std::size_t column) const;
    [[nodiscard]] bool is_null(std::size_t column) const;

private:
    std::vector<Cell> cells_;
};
using Rows = std::vector<Row>;

/// Threads: one at a time. Errors: those of Database; whatever fails leaves the depot as it was.
class Depot {
public:
    Depot() = default;
    virtual ~Depot() = default;
    Depot(const Depot&) = delete;
    Depot& operator=(const Depot&) = delete;

    /// Runs `work` with everything that anybody has committed, and with nobody else writing until it is over: commits
    /// if it succeeds, else takes all back and passes its failure on. Within another it is part of that one, which
    /// then can't succeed without it.
    Outcome transact(const std::function<Outcome()>& work);
    /// Runs each of them as `transact` does, one after the other, and says what became of each: one that fails leaves
    /// the others as they are. Where it can, they are committed together, so that all wait for the disk once; nothing
    /// of any is to be told to anybody before this returns. One may be run again, if what was common to all failed.
    virtual std::vector<Outcome> transact_each(std::span<const std::function<Outcome()>> works);
    /// Runs `work`, which only reads, while others go on.
    virtual Outcome look(const std::function<Outcome()>& work) = 0;

    // Rights ----------------------------------------------------------------------------------------------------------
    /// Rows of what rights need, as of the last transaction. What is written there is for `keep_own` to put into the
    /// log; only in a transaction is `new_record` nobody else's. The reference is good until the next one begins.
    virtual Store& rights() = 0;
    /// Rises when another hub has changed who is who.
    [[nodiscard]] virtual std::uint64_t news() const = 0;

    // Tables ----------------------------------------------------------------------------------------------------------
    /// One statement, and all the rows that it gives. Whole numbers have 64 bits. Where one fails within a
    /// transaction, that can't succeed any more.
    Result<Rows> ask(std::string_view sql, Parameters parameters);
    /// Empty: there is no row.
    Result<std::optional<Row>> first(std::string_view sql, Parameters parameters);
    Outcome run(std::string_view sql, Parameters parameters);
    /// Small durable facts. Empty: not set.
    virtual Result<std::string> setting(std::string_view name) = 0;
    virtual Outcome set_setting(std::string_view name, std::string_view value) = 0;

    // The log: every envelope has a number, and whatever is committed later has a greater one
    // --------------------------
    /// An envelope of another's that was found to follow the one before. Only in a transaction.
    virtual Outcome take_in(const Envelope& envelope) = 0;
    /// One that seals what was written to `rights`. Only in a transaction.
    virtual Outcome keep_own(const Envelope& envelope) = 0;
    /// What has a number above `after` and not above `until`, in order, at most about `bytes` (at least one, if there
    /// is one), only of the scopes named.
    virtual Result<std::vector<LogEntry>> log_after(std::int64_t after, std::int64_t until, std::size_t bytes,
                                                    std::span<const ScopeId> scopes) = 0;
    /// The number of the newest; 0 for an empty log.
    virtual Result<std::int64_t> log_end() = 0;
    /// How far each device's changes go that came with these numbers, scope by scope (or only in one).
    virtual Result<std::vector<Reach>> written(std::int64_t after, std::int64_t until,
                                               const std::optional<ScopeId>& scope) = 0;
    virtual Result<std::vector<Envelope>> envelopes(const ScopeId& scope) = 0;
    /// The one that begins with that seq; empty if there is none.
    virtual Result<std::optional<Envelope>> envelope(const ScopeId& scope, DeviceId author,
                                                     std::uint64_t first_seq) = 0;
    virtual Result<std::vector<ScopeId>> scopes() = 0;

    // Who the hub is --------------------------------------------------------------------------------------------------
    /// That device is this hub too, which was brought back from a copy of before: `rights` says so from now on
    /// (Store::is_of_hub). Only in a transaction.
    Outcome note_own(DeviceId device);
    /// What is here may be older than what devices have: from now on there is another epoch, so that they offer again
    /// what is lacking, and the hub writes as another device, with the same key. It can't know how far it had written,
    /// and would give other changes the names of those that are lost here and not elsewhere.
    Outcome renew();

    // Operations ------------------------------------------------------------------------------------------------------
    /// Is what rights need what the log says? One line for each difference.
    virtual Result<std::vector<std::string>> check() = 0;
    /// See Hub. not_allowed: this isn't for us to copy.
    virtual Outcome backup(const std::filesystem::path& file) = 0;
    /// What is committed is moved to where it stays.
    virtual Outcome checkpoint() = 0;

protected:
    /// An outermost transaction.
    virtual Outcome carry_out(const std::function<Outcome()>& work) = 0;
    /// The setting that says which device the hub is.
    [[nodiscard]] virtual std::string_view device_setting() const = 0;
    /// Goes on as the device that the settings say now.
    virtual Outcome begin_anew() = 0;
    virtual Result<Rows> answer(std::string_view sql, Parameters parameters) = 0;
    [[nodiscard]] bool in_transaction() const { return depth_ > 0; }

private:
    int depth_ = 0;
    std::optional<Failure> broken_;  // a part of the transaction at hand failed
};

}  // namespace ayni::hub
