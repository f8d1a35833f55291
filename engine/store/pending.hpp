#pragma once
// Our own changes that are in no envelope yet, in the order in which they were written. A row has what one transaction
// wrote in a scope, or a part of it. Where a scope's rows lie is known in memory, so that no index has to be written
// with each of them. Private to the store.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "engine/merge/change.hpp"
#include "engine/store/database.hpp"

namespace ayni {

class Pending {
public:
    explicit Pending(Database& database) : database_(&database) {}
    /// Reads where everything lies: at opening, and after every rollback.
    Outcome load();

    /// What lies there of a scope, from the first seq to the last. All 0: nothing.
    struct Run {
        std::uint64_t first_seq = 0;
        std::uint64_t last_seq = 0;
        Stamp stamp;
    };
    [[nodiscard]] Run run(std::int64_t scope) const;
    [[nodiscard]] std::vector<std::int64_t> scopes() const;
    [[nodiscard]] std::uint64_t count() const;

    /// The changes follow what lies there. They are in the database after `flush`, if not before.
    Outcome add(std::int64_t scope, std::vector<Change> changes);
    /// Before a transaction ends, or another begins within it.
    Outcome flush();
    Result<std::vector<Change>> changes(std::int64_t scope);
    /// Those of the row that the change lies in. Empty: it isn't here.
    Result<std::vector<Change>> around(std::int64_t scope, std::uint64_t seq);
    /// Takes out what is up to that change, which must be here.
    Outcome take_out(std::int64_t scope, std::uint64_t last_seq);
    Outcome drop(std::int64_t scope);

private:
    struct Row {
        std::int64_t number = 0;
        Run run;
    };
    Outcome flush(std::int64_t scope);
    Result<std::vector<Change>> read(std::int64_t number) const;
    Outcome erase(std::int64_t number);
    Database* database_;
    std::map<std::int64_t, std::vector<Row>> rows_;  // by scope, ascending; none is empty
    struct Fresh {
        std::vector<Change> changes;
        std::size_t bytes = 0;  // about
    };
    std::map<std::int64_t, Fresh> fresh_;  // by scope: written, and in no row yet; they follow what is in rows_
};

}  // namespace ayni
