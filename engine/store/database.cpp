#include "engine/store/database.hpp"

#include <sqlite3.h>

#include <utility>

#include "engine/store/cipher.hpp"

namespace ayni {
namespace {

Fault fault_of(int code) {
    // What the disk doesn't give (any more) is damage, as what is garbled there; a recovery reads what it gives.
    if (code == SQLITE_IOERR_READ || code == SQLITE_IOERR_DATA || code == SQLITE_IOERR_CORRUPTFS) {
        return Fault::storage_corrupt;
    }
    switch (code & 0xFF) {
        case SQLITE_FULL: return Fault::storage_full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return Fault::storage_corrupt;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Fault::storage_busy;
        default: return Fault::storage_failed;
    }
}

// Texts that were built for the occasion lie somewhere else each time.
constexpr std::size_t places_most = 1024;

// What every connection needs, whoever opens it. secure_delete: what is dropped leaves no free page behind.
constexpr const char* on_open =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA secure_delete=ON;"
    "PRAGMA foreign_keys=OFF;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-8000;"
    "PRAGMA wal_autocheckpoint=4000;"  // 16 MB; it is emptied at quiet times, when nobody waits for it
    "PRAGMA trusted_schema=OFF;";

}  // namespace

Statement::Statement(Database& database, Prepared& prepared)
    : database_(&database), prepared_(&prepared), handle_(prepared.handle) {
    prepared.lent = true;
}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), prepared_(std::exchange(other.prepared_, nullptr)), handle_(other.handle_) {}

Statement::~Statement() {
    if (prepared_ != nullptr) {
        reset();
        prepared_->lent = false;
    }
}

Statement& Statement::bind(int at, std::int64_t value) {
    sqlite3_bind_int64(handle_, at, value);
    return *this;
}

Statement& Statement::bind(int at, double value) {
    sqlite3_bind_double(handle_, at, value);
    return *this;
}

Statement& Statement::bind_text(int at, std::string_view value) {
    // SQLite takes a null pointer for NULL; an empty text is not that.
    sqlite3_bind_text64(handle_, at, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind_blob(int at, std::string_view value) {
    sqlite3_bind_blob64(handle_, at, value.empty() ? "" : value.data(), value.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::lend_text(int at, std::string_view value) {
    sqlite3_bind_text64(handle_, at, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::lend_blob(int at, std::string_view value) {
    sqlite3_bind_blob64(handle_, at, value.empty() ? "" : value.data(), value.size(), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind_null(int at) {
    sqlite3_bind_null(handle_, at);
    return *this;
}

Result<bool> Statement::step() {
    if (database_->unsettled_) {
        return {Fault::unsettled, "step"};
    }
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    return database_->failure(sqlite3_sql(handle_));
}

Outcome Statement::run() {
    AYNI_LET(more, step());
    static_cast<void>(more);
    return Done{};
}

void Statement::reset() {
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(handle_, column);
}

std::string_view Statement::view(int column) const {
    const void* bytes = sqlite3_column_blob(handle_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return bytes == nullptr ? std::string_view{} : std::string_view(static_cast<const char*>(bytes), size);
}

std::string Statement::text(int column) const {
    return std::string(view(column));
}
ColumnForm Statement::form(int column) const {
    switch (sqlite3_column_type(handle_, column)) {
        case SQLITE_INTEGER: return ColumnForm::integer;
        case SQLITE_FLOAT: return ColumnForm::real;
        case SQLITE_TEXT: return ColumnForm::text;
        case SQLITE_BLOB: return ColumnForm::blob;
        default: return ColumnForm::null;
    }
}
bool Statement::is_null(int column) const {
    return form(column) == ColumnForm::null;
}
int Statement::columns() const {
    return sqlite3_column_count(handle_);
}

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, const DataKey* key) {
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK) {
        return {fault_of(sqlite3_extended_errcode(handle)), "open"};
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (key != nullptr) {
        AYNI_TRY(use_key(handle, *key));
        database->locked_ = true;
    }
    // Closing the last connection moves the WAL into the file; not before that is known to be ours to open.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (const Outcome opened = database->settle_in(); !opened) {
        return key != nullptr ? why_closed(file, *key, opened.error()) : opened.error();
    }
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return database;
}

Outcome Database::settle_in() {
    AYNI_LET(pages, number("PRAGMA page_count"));
    if (pages == 0) {
        AYNI_TRY(run("PRAGMA auto_vacuum=INCREMENTAL"));  // before anything else is in the file, or never
    }
    return run(on_open);
}

Database::~Database() {
    for (const Prepared& prepared : prepared_) {
        sqlite3_finalize(prepared.handle);
    }
    sqlite3_close(handle_);
}

Failure Database::failure(std::string_view doing) const {
    return {fault_of(sqlite3_extended_errcode(handle_)),
            std::string(doing) + ": " + sqlite3_errstr(sqlite3_extended_errcode(handle_))};
}

Result<Prepared*> Database::compile(std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK) {
        return failure(sql);
    }
    prepared_.push_back({std::string(sql), handle});
    return &prepared_.back();
}

Result<Prepared*> Database::prepared(std::string_view sql) {
    // What lay there before may have been another text: compared, it costs less than finding it by what it says.
    if (const auto known = by_place_.find(sql.data()); known != by_place_.end() && known->second->sql == sql) {
        return known->second;
    }
    auto known = by_text_.find(sql);
    if (known == by_text_.end()) {
        AYNI_LET(fresh, compile(sql));
        known = by_text_.emplace(fresh->sql, fresh).first;
    }
    if (by_place_.size() >= places_most) {
        by_place_.clear();
    }
    by_place_.insert_or_assign(sql.data(), known->second);
    return known->second;
}

Result<Statement> Database::prepare(std::string_view sql) {
    if (unsettled_) {
        return {Fault::unsettled, "prepare"};
    }
    AYNI_LET(found, prepared(sql));
    Prepared* idle = found;
    while (idle->lent) {
        if (idle->twin == nullptr) {
            AYNI_LET(twin, compile(sql));
            idle->twin = twin;
        }
        idle = idle->twin;
    }
    return Statement(*this, *idle);
}

Outcome Database::run(std::string_view sql) {
    if (unsettled_) {
        return {Fault::unsettled, "run"};
    }
    const std::string text(sql);
    if (sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return failure(sql);
    }
    return Done{};
}

Outcome Database::run_undefended(std::string_view sql) {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    Outcome outcome = run(sql);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return outcome;
}

Outcome Database::run_prepared(std::string_view sql) {
    AYNI_LET(statement, prepare(sql));
    return statement.run();
}

Outcome Database::transact(const std::function<Outcome()>& work) {
    const bool outermost = depth_ == 0;
    const auto is_gone = [&] { return sqlite3_get_autocommit(handle_) != 0; };
    const Failure gone{Fault::storage_failed, "SQLite took the transaction back by itself"};
    if (!outermost && is_gone()) {
        return gone;  // or this part would be a transaction of its own
    }
    AYNI_TRY(run_prepared(outermost ? "BEGIN IMMEDIATE" : "SAVEPOINT inner"));
    ++depth_;
    const Outcome outcome = work();
    --depth_;
    if (!outcome) {
        const Outcome back = run(outermost ? "ROLLBACK" : "ROLLBACK TO inner; RELEASE inner");
        // SQLite rolls back by itself after some errors; then there is nothing left to roll back.
        if (!back && sqlite3_get_autocommit(handle_) == 0) {
            unsettled_ = true;
        }
        return outcome;
    }
    if (is_gone()) {
        return gone;
    }
    const Outcome committed = run_prepared(outermost ? "COMMIT" : "RELEASE inner");
    if (!committed && outermost) {
        if (committed.fault() == Fault::storage_busy || committed.fault() == Fault::storage_full) {
            static_cast<void>(run("ROLLBACK"));
        } else {
            unsettled_ = true;  // it may be on the disk or not: only opening again can tell
            sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);  // so that whoever opens it isn't kept out
        }
    }
    return committed;
}

Result<std::int64_t> Database::number(std::string_view sql) {
    AYNI_LET(query, prepare(sql));
    AYNI_TRY(query.step());
    return query.integer(0);
}

Result<std::int64_t> Database::user_version() {
    return number("PRAGMA user_version");
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Database::changed_rows() const {
    return sqlite3_changes64(handle_);
}
Result<bool> Database::is_intact() {
    const char* file = sqlite3_db_filename(handle_, "main");
    if (file == nullptr || *file == '\0') {
        return true;
    }
    const auto finds_nothing = [&](std::string_view sql, std::string_view nothing) -> Result<bool> {
        AYNI_LET(query, prepare(sql));
        const auto row = query.step();
        if (!row && row.fault() != Fault::storage_corrupt) {
            return row.error();
        }
        return row && (*row ? query.view(0) == nothing : nothing.empty());
    };
    if (locked_) {
        // Page for page, each against its code: a row for each that is wrong.
        AYNI_LET(authentic, finds_nothing("PRAGMA cipher_integrity_check", ""));
        if (!authentic) {
            return false;
        }
    }
    return finds_nothing("PRAGMA integrity_check(1)", "ok");
}

Outcome Database::checkpoint() {
    return run("PRAGMA wal_checkpoint(TRUNCATE)");
}
Outcome Database::give_back_pages() {
    return run("PRAGMA incremental_vacuum");
}

Outcome Database::make_scratch() {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    return run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF; PRAGMA writable_schema=ON");
}

std::set<std::string> Database::statements() const {
    std::set<std::string> all;
    for (const Prepared& prepared : prepared_) {
        all.insert(prepared.sql);
    }
    return all;
}

}  // namespace ayni
