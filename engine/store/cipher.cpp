// How a database is locked. SQLCipher is given a raw key (no passphrase, so nothing to stretch at each opening) and
// the 16 bytes at the file's beginning that it takes its salt from. These are no secret and need not be random, as
// each profile has a key of its own; ours are derived from the key, and so tell by themselves whether a file that
// doesn't open has another key, or has this one and is damaged.

#include "engine/store/cipher.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <system_error>

#include "engine/store/database.hpp"
#include "engine/store/files.hpp"
#include "engine/store/migrations.hpp"
#include "engine/store/pages.hpp"

namespace ayni {
namespace {

constexpr std::size_t mark_size = 16;
constexpr std::string_view plain_mark("SQLite format 3\0", mark_size);

std::string mark_of(const DataKey& key) {
    return std::string(key.derive("database mark").bytes().substr(0, mark_size));
}

void add_hex(std::string& text, std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (const char c : bytes) {
        const auto octet = static_cast<unsigned char>(c);
        text += digits[octet >> 4U];
        text += digits[octet & 15U];
    }
}

// As SQLCipher wants it: x'key and salt'. To be wiped.
std::string raw_key(const DataKey& key) {
    std::string raw;
    raw.reserve(3 + 2 * (Secret::size + mark_size));  // never moved, so that nothing is left behind
    raw += "x'";
    add_hex(raw, key.derive("database").bytes());
    add_hex(raw, mark_of(key));
    raw += '\'';
    return raw;
}

// Empty: not there, or empty.
Result<std::string> beginning_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(mark_size, '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(mark_size))) {
        bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    }
    return bytes;
}

}  // namespace

#ifdef SQLITE_HAS_CODEC

bool can_encrypt() {
    return true;
}

std::string cipher_name() {
    const auto memory = Database::open(":memory:");
    std::string version = "?";
    if (memory) {
        auto query = (*memory)->prepare("PRAGMA cipher_version");
        if (query && query->step()) {
            version = query->text(0);
        }
    }
    return "SQLCipher " + version.substr(0, version.find(' ')) + ", SQLite " + sqlite3_libversion();
}

Outcome use_key(sqlite3* handle, const DataKey& key) {
    std::string raw = raw_key(key);
    const int code = sqlite3_key(handle, raw.data(), static_cast<int>(raw.size()));
    wipe(raw);
    // What goes wrong is said once, by whoever opens: SQLCipher, which has just woken up, would write to stderr as
    // well.
    sqlite3_exec(handle, "PRAGMA cipher_log_level=NONE", nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Outcome(Done{}) : Outcome(Fault::storage_failed, "key");
}

#else

bool can_encrypt() {
    return false;
}

std::string cipher_name() {
    return std::string("plain SQLite ") + sqlite3_libversion() + ": nothing is encrypted";
}

Outcome use_key(sqlite3* /*handle*/, const DataKey& /*key*/) {
    return {Fault::storage_failed, "built without encryption"};
}

#endif

Failure why_closed(const std::filesystem::path& file, const DataKey& key, const Failure& failure) {
    if (failure.fault != Fault::storage_corrupt) {
        return failure;
    }
    const auto begins = beginning_of(file);
    const auto locked = may_be_locked(file);
    // Where not even the beginning can be read, nobody knows whose it is.
    const bool others = begins && begins->size() == mark_size && *begins != mark_of(key) && locked && *locked;
    return others ? Failure{Fault::wrong_key, "open"} : failure;
}

Result<bool> is_plain(const std::filesystem::path& file) {
    AYNI_LET(begins, beginning_of(file));
    return begins == plain_mark;
}

Result<bool> may_be_locked(const std::filesystem::path& file) {
    AYNI_LET(plain, is_plain(file));
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return !error && !plain && size > 0 && size % page_bytes == 0;
}

// A copy under another name, whole, takes the place of the plain one in a single step. Before that the plain one's WAL
// is emptied into it and gone, so that it can't be taken for the new one's.
Outcome lock_plain(const std::filesystem::path& file, const DataKey& key) {
    const std::filesystem::path fresh = std::filesystem::path(file) += ".locked";
    remove_database(fresh);  // from a conversion that was killed
    AYNI_LET(plain, is_plain(file));
    if (!plain) {
        return Done{};
    }
    {
        AYNI_LET(database, Database::open(file));
        AYNI_TRY(recognise(*database));
        AYNI_TRY(database->checkpoint());
        if (const Outcome copied = database->copy_locked(fresh, key); !copied) {
            remove_database(fresh);
            return copied;
        }
    }
    std::error_code error;
    const auto left = std::filesystem::file_size(std::filesystem::path(file) += "-wal", error);
    if (!error && left > 0) {
        return {Fault::storage_busy, "the plain database is open elsewhere"};
    }
    return replace_and_wipe(fresh, file);
}

// SQLCipher's own way to copy a database from one lock to another.
Outcome Database::copy_locked(const std::filesystem::path& to, const DataKey& key) {
    // It writes the schema's table and those of virtual tables, which a connection is kept from otherwise.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
    {
        AYNI_LET(attach, prepare("ATTACH DATABASE ? AS locked KEY ?"));
        std::string raw = raw_key(key);
        attach.bind_text(1, to.native()).bind_text(2, raw);
        wipe(raw);
        AYNI_TRY(attach.run());
    }
    AYNI_LET(version, user_version());
    AYNI_LET(application, number("PRAGMA application_id"));
    AYNI_TRY(
        run("PRAGMA locked.journal_mode=OFF; PRAGMA locked.synchronous=OFF;"
            "SELECT sqlcipher_export('locked');"
            "PRAGMA locked.application_id=" +
            std::to_string(application) + ";PRAGMA locked.user_version=" + std::to_string(version)));
    {
        AYNI_LET(check, prepare("PRAGMA locked.integrity_check(1)"));
        AYNI_TRY(check.step());
        if (check.view(0) != "ok") {
            return {Fault::storage_corrupt, "the copy isn't sound"};
        }
    }
    return run("DETACH DATABASE locked");
}

}  // namespace ayni
