#pragma once
// The lock on a database: SQLCipher's pages (AES-256 in CBC mode, HMAC-SHA512 for each page), or none in a build
// with plain SQLite.

#include <filesystem>
#include <string>

#include "engine/model/result.hpp"
#include "engine/store/key.hpp"

struct sqlite3;

namespace ayni {

/// False in a build with plain SQLite (AYNI_PLAIN_SQLITE): there a key opens nothing.
bool can_encrypt();
/// "SQLCipher 4.6.1, SQLite 3.46.1", or what says that nothing is encrypted.
std::string cipher_name();

/// For a connection that was just opened.
Outcome use_key(sqlite3* handle, const DataKey& key);
/// What the failure to open this file means: wrong_key if it is locked with another key, storage_corrupt if it is
/// damaged or no database; any other failure stays what it is.
Failure why_closed(const std::filesystem::path& file, const DataKey& key, const Failure& failure);

/// Does the file begin as a database that is not locked? No for one that isn't there or is empty.
Result<bool> is_plain(const std::filesystem::path& file);
/// Could it be a locked one: are there pages, whole ones, and is it not plain? Noise of that length looks the same.
Result<bool> may_be_locked(const std::filesystem::path& file);
/// A plain database becomes a locked one, once; anything else stays as it is. Killed at any moment, the plain or the
/// locked one is there, whole. Nobody else may have it open. storage_corrupt, made_by_newer_app: it is none of ours,
/// or of a newer version, and is left as it is.
Outcome lock_plain(const std::filesystem::path& file, const DataKey& key);

}  // namespace ayni
