#pragma once
// SQLite, owned and typed: a connection, a statement, a transaction. The only header that stands for sqlite3.h.

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/model/result.hpp"
#include "engine/store/key.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace ayni {

class Database;

enum class ColumnForm : std::uint8_t { null, integer, real, text, blob };

/// A text of SQL, prepared once and kept by its connection. Private to Statement and Database.
struct Prepared {
    std::string sql;
    sqlite3_stmt* handle = nullptr;
    bool lent = false;
    Prepared* twin = nullptr;  // the same once more, for when this one is lent
};

/// A prepared statement, borrowed from its connection's cache and given back (reset) when it goes.
/// Parameters and columns count from 1 and 0, as in SQLite. Not for use across threads.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    ~Statement();

    Statement& bind(int at, std::int64_t value);
    Statement& bind(int at, double value);
    Statement& bind_text(int at, std::string_view value);
    Statement& bind_blob(int at, std::string_view value);
    Statement& bind_null(int at);
    /// As bind_text and bind_blob, without a copy: the bytes must stay where they are until the statement goes.
    Statement& lend_text(int at, std::string_view value);
    Statement& lend_blob(int at, std::string_view value);

    /// True: a row is there. False: done.
    Result<bool> step();
    /// For statements that give no rows.
    Outcome run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string text(int column) const;       // blobs too; empty for NULL
    [[nodiscard]] std::string_view view(int column) const;  // valid until the next step or reset
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] ColumnForm form(int column) const;
    [[nodiscard]] int columns() const;

private:
    friend class Database;
    Statement(Database& database, Prepared& prepared);
    Database* database_;
    Prepared* prepared_;  // none: moved from
    sqlite3_stmt* handle_;
};

/// One connection. WAL, synchronous=FULL, secure_delete, foreign keys off; waits 5 s for another process.
///
/// Threads: one. Errors: storage_full, storage_corrupt, storage_busy, storage_failed, made_by_newer_app, wrong_key.
/// After a commit of unknown outcome every further call answers `unsettled` until it is opened again.
class Database {
public:
    /// Makes the file if it isn't there; ":memory:" is one of its own. With a key, every page of it is locked
    /// (engine/store/cipher.hpp). A file that doesn't open, for whatever reason, is left as it is, and so is its WAL.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, const DataKey* key = nullptr);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// The text is copied; one that lies where it lay before (a literal, say) is found fastest.
    Result<Statement> prepare(std::string_view sql);
    /// One or more statements without parameters.
    Outcome run(std::string_view sql);
    /// The same where it may write what SQLite otherwise keeps from everybody: an index's own tables.
    Outcome run_undefended(std::string_view sql);

    /// Runs `work` in one transaction (BEGIN IMMEDIATE): commits if it succeeds, else rolls back and passes its
    /// failure on. Inside another transaction it is part of that one.
    Outcome transact(const std::function<Outcome()>& work);
    [[nodiscard]] bool in_transaction() const { return depth_ > 0; }
    [[nodiscard]] bool is_unsettled() const { return unsettled_; }

    Result<std::int64_t> user_version();
    /// The whole number that a query gives first.
    Result<std::int64_t> number(std::string_view sql);
    [[nodiscard]] std::int64_t last_row() const;
    [[nodiscard]] std::int64_t changed_rows() const;
    /// Is every page of the file as it was written, also those that nothing reads? In memory: yes.
    Result<bool> is_intact();
    /// Moves the WAL into the file and empties it.
    Outcome checkpoint();
    /// For a file that nobody needs after this run, and whose schema may be written: no WAL, no flush.
    Outcome make_scratch();
    /// All that was prepared since it was opened, each once: for whoever wants to see how it is carried out.
    [[nodiscard]] std::set<std::string> statements() const;
    /// Makes the file smaller by its free pages (one that an older version made keeps them, for what comes).
    Outcome give_back_pages();
    /// Writes all there is into a new file, locked with the key. This connection is good for nothing else afterwards.
    Outcome copy_locked(const std::filesystem::path& to, const DataKey& key);

private:
    friend class Statement;
    friend class Tokenizer;
    explicit Database(sqlite3* handle) : handle_(handle) {}
    [[nodiscard]] Failure failure(std::string_view doing) const;
    Result<Prepared*> prepared(std::string_view sql);
    Result<Prepared*> compile(std::string_view sql);
    Outcome settle_in();
    Outcome run_prepared(std::string_view sql);
    sqlite3* handle_;
    std::deque<Prepared> prepared_;                            // stays where it is
    std::unordered_map<std::string_view, Prepared*> by_text_;  // the keys lie in prepared_
    std::unordered_map<const char*, Prepared*> by_place_;
    bool locked_ = false;
    int depth_ = 0;
    bool unsettled_ = false;
};

}  // namespace ayni
