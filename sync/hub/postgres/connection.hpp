#pragma once
// One connection to PostgreSQL, by libpq. The only header that stands for libpq-fe.h.

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/model/result.hpp"
#include "sync/hub/depot.hpp"

struct pg_conn;
struct pg_result;

namespace ayni::hub {

/// Threads: one. Errors: unreachable (no server there, or it won't have us), storage_busy (waited too long for
/// another), storage_full, storage_corrupt, invalid (a text that isn't UTF-8), storage_failed. `detail` is PostgreSQL's
/// code for what went wrong, never what it says, which may quote a row.
class Connection {
public:
    /// url: whatever libpq takes ("postgresql://ayni@db/ayni", "host=/run/postgresql dbname=ayni"). What is committed
    /// on it is durable, and a transaction that is left open for a minute is taken back by the server. A server that
    /// says nothing any more is given up after 10 s when connecting and 30 s later, if the url says nothing else.
    static Result<std::unique_ptr<Connection>> open(const std::string& url);
    ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// False: it was lost, with whatever hadn't been committed.
    [[nodiscard]] bool is_alive() const;
    /// One or more statements without parameters and rows.
    Outcome run(const std::string& sql);
    /// One statement, prepared once; ?1 in it is the first parameter.
    Result<Rows> ask(std::string_view sql, Parameters parameters);
    /// Takes back instead and fails if something in the transaction had failed. After a lost connection nobody knows
    /// whether it was committed.
    Outcome commit();

private:
    struct Close {
        void operator()(pg_conn* handle) const;
        void operator()(pg_result* result) const;
    };
    using Answer = std::unique_ptr<pg_result, Close>;
    explicit Connection(pg_conn* handle) : handle_(handle) {}
    /// The name under which the server knows it.
    Result<std::string> prepared(std::string_view sql);
    [[nodiscard]] Failure failure(const pg_result* result) const;

    std::unique_ptr<pg_conn, Close> handle_;
    std::unordered_map<std::string, std::string> names_;
};

}  // namespace ayni::hub
