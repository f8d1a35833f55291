#include "sync/hub/postgres/connection.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>
#include <utility>
#include <vector>

namespace ayni::hub {
namespace {

// Types by their numbers in PostgreSQL's own catalogue (pg_type), where they never change.
constexpr Oid type_bool = 16;
constexpr Oid type_int8 = 20;
constexpr Oid type_int2 = 21;
constexpr Oid type_int4 = 23;
constexpr Oid type_numeric = 1700;

// Whether it is ours to make what is committed safe against a power cut: only where somebody has switched that off.
constexpr const char* settle_in =
    "SET client_min_messages TO warning; SET idle_in_transaction_session_timeout TO '60s'; SET lock_timeout TO '30s';"
    " SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

// A server that is gone without a word (its machine, the network) is given up after half a minute, not after the
// quarter of an hour that TCP would wait. Seconds; the last in milliseconds.
constexpr std::array<std::pair<const char*, const char*>, 6> patience{{{"connect_timeout", "10"},
                                                                       {"keepalives", "1"},
                                                                       {"keepalives_idle", "15"},
                                                                       {"keepalives_interval", "5"},
                                                                       {"keepalives_count", "3"},
                                                                       {"tcp_user_timeout", "30000"}}};

// Network byte order, two's complement, as wide as the value is.
std::int64_t whole_number(std::string_view bytes) {
    std::uint64_t value = !bytes.empty() && (static_cast<unsigned char>(bytes.front()) & 0x80U) != 0 ? ~0ULL : 0;
    for (const char byte : bytes) {
        value = (value << 8U) | static_cast<unsigned char>(byte);
    }
    return std::bit_cast<std::int64_t>(value);
}

Row::Cell cell_in(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) != 0) {
        return {};
    }
    const std::string_view bytes(PQgetvalue(result, row, column),
                                 static_cast<std::size_t>(PQgetlength(result, row, column)));
    switch (PQftype(result, column)) {
        case type_bool: return std::int64_t{bytes == std::string_view("\1", 1) ? 1 : 0};
        case type_int2:
        case type_int4:
        case type_int8: return whole_number(bytes);
        default: return std::string(bytes);
    }
}

// "?1" is SQLite's, "$1" PostgreSQL's. No statement of ours has either in a text.
std::string with_dollars(std::string_view sql) {
    std::string text(sql);
    std::ranges::replace(text, '?', '$');
    return text;
}

Fault fault_of(std::string_view state) {
    if (state == "53100") {
        return Fault::storage_full;
    }
    if (state == "55P03" || state == "40001" || state == "40P01" || state == "57014") {
        return Fault::storage_busy;
    }
    if (state == "22021") {
        return Fault::invalid;
    }
    return state.starts_with("XX") ? Fault::storage_corrupt : Fault::storage_failed;
}

// Where the server reads a parameter: numbers and texts as text, the rest as it is.
struct Bound {
    explicit Bound(Parameters parameters) {
        numbers.reserve(parameters.size());  // so that what `values` points to stays where it is
        for (const Parameter& parameter : parameters) {
            if (const auto* number = std::get_if<std::int64_t>(&parameter)) {
                add(numbers.emplace_back(std::to_string(*number)), 0);
            } else if (const auto* text = std::get_if<std::string>(&parameter)) {
                add(*text, 0);
            } else {
                add(std::get<Bytes>(parameter).bytes, 1);
            }
        }
    }
    void add(const std::string& value, int format) {
        values.push_back(value.data());
        lengths.push_back(static_cast<int>(value.size()));
        formats.push_back(format);
    }
    std::vector<std::string> numbers;
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;
};

}  // namespace

void Connection::Close::operator()(pg_conn* handle) const {
    PQfinish(handle);
}
void Connection::Close::operator()(pg_result* result) const {
    PQclear(result);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& url) {
    // Of two values of one name the later counts, and what the url says is put where "dbname" stands: an operator may
    // have other times, but no other encoding.
    std::vector<const char*> names;
    std::vector<const char*> values;
    const auto say = [&](const char* name, const char* value) {
        names.push_back(name);
        values.push_back(value);
    };
    for (const auto& [name, value] : patience) {
        say(name, value);
    }
    say("dbname", url.c_str());
    say("client_encoding", "UTF8");
    say("fallback_application_name", "ayni-hub");
    say(nullptr, nullptr);
    std::unique_ptr<Connection> connection(new Connection(PQconnectdbParams(names.data(), values.data(), 1)));
    if (!connection->is_alive()) {
        return Failure{Fault::unreachable, "no connection to the database"};
    }
    PQsetNoticeProcessor(
        connection->handle_.get(), [](void*, const char*) {}, nullptr);
    AYNI_TRY(connection->run(settle_in));
    return connection;
}

bool Connection::is_alive() const {
    return PQstatus(handle_.get()) == CONNECTION_OK;
}

Failure Connection::failure(const pg_result* result) const {
    if (!is_alive()) {
        return {Fault::storage_failed, "the connection to the database was lost"};
    }
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return {fault_of(state != nullptr ? state : ""), std::string("PostgreSQL ") + (state != nullptr ? state : "?")};
}

Outcome Connection::run(const std::string& sql) {
    const Answer answer(PQexec(handle_.get(), sql.c_str()));
    const auto status = PQresultStatus(answer.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK ? Outcome(Done{}) : failure(answer.get());
}

Outcome Connection::commit() {
    const Answer answer(PQexec(handle_.get(), "COMMIT"));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) {
        return failure(answer.get());
    }
    return std::string_view(PQcmdStatus(answer.get())) == "COMMIT"
               ? Outcome(Done{})
               : Failure{Fault::storage_failed, "a part of the transaction had failed"};
}

Result<std::string> Connection::prepared(std::string_view sql) {
    const std::string key(sql);
    if (const auto known = names_.find(key); known != names_.end()) {
        return known->second;
    }
    const std::string name = "hub" + std::to_string(names_.size());
    const Answer answer(PQprepare(handle_.get(), name.c_str(), with_dollars(sql).c_str(), 0, nullptr));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) {
        return failure(answer.get());
    }
    names_.emplace(key, name);
    return name;
}

Result<Rows> Connection::ask(std::string_view sql, Parameters parameters) {
    AYNI_LET(name, prepared(sql));
    const Bound bound(parameters);
    const Answer answer(PQexecPrepared(handle_.get(), name.c_str(), static_cast<int>(bound.values.size()),
                                       bound.values.data(), bound.lengths.data(), bound.formats.data(), 1));
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        return failure(answer.get());
    }
    for (int column = 0; column < PQnfields(answer.get()); ++column) {
        if (PQftype(answer.get(), column) == type_numeric) {
            return Failure{Fault::storage_failed, "a number that isn't whole"};
        }
    }
    Rows rows;
    for (int row = 0; row < PQntuples(answer.get()); ++row) {
        std::vector<Row::Cell> cells;
        for (int column = 0; column < PQnfields(answer.get()); ++column) {
            cells.push_back(cell_in(answer.get(), row, column));
        }
        rows.emplace_back(std::move(cells));
    }
    return rows;
}

}  // namespace ayni::hub
