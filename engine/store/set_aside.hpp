#pragma once
// A database takes the place of a damaged one, which is kept whole beside it. Killed at any moment, one of the two is
// there, and the next call goes on where this one stopped.

#include <filesystem>

#include "engine/model/result.hpp"
#include "engine/store/key.hpp"

namespace ayni {

/// Ends of the names of what lies beside a database while one is recovered, and of no use to anybody afterwards.
inline constexpr const char* scratch_copy = ".salvage";
inline constexpr const char* scratch_leaves = ".leaves";

/// Where a database is built that is to take the place of this one. What is left there was given up.
std::filesystem::path rebuilding_file(const std::filesystem::path& database);
/// The next free name for a damaged one: "profile.db.damaged-1".
std::filesystem::path damaged_file(const std::filesystem::path& database);

/// The file that was built (whole, flushed, without a WAL) takes the place. From the first rename on it is decided.
/// storage_full, storage_failed.
Outcome take_place(const std::filesystem::path& database);
/// As that, where the damaged one isn't locked and the one that was built is: what is set aside is locked too, so that
/// nothing of it can be read without the key, and the plain one is wiped.
Outcome take_place_of_plain(const std::filesystem::path& database, const DataKey& key);
/// Writes a database that was set aside locked, or the write-ahead log beside it, as it was. not_found;
/// storage_corrupt: it isn't one, or of another key; storage_full, storage_failed.
Outcome open_set_aside(const std::filesystem::path& set_aside, const DataKey& key, const std::filesystem::path& to);
/// Finishes what `take_place` began, and takes away what a recovery that was cut off before that left lying about.
/// True: there was something to finish.
Result<bool> finish_taking_place(const std::filesystem::path& database);
/// There is one, or one that has only to take the place.
bool has_database(const std::filesystem::path& database);

}  // namespace ayni
