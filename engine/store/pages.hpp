#pragma once
// The files of a database as pages, whatever state they are in, locked or not: for finding damage that SQLite passes
// over in silence, and for reading what it can't find any more. Formats: https://www.sqlite.org/fileformat2.html (the
// database header and the write-ahead log); pages are never taken apart here, SQLite does that.

#include <cstdint>
#include <filesystem>
#include <vector>

#include "engine/model/result.hpp"

namespace ayni {

inline constexpr std::uint32_t page_bytes = 4096;  // of all our databases, locked or not

/// The write-ahead log beside a database.
struct WriteAhead {
    struct Frame {
        std::uint32_t page = 0;
        bool commits = false;
        bool sound = false;    // its checksum follows from the frame before it
        std::uint64_t at = 0;  // where its page begins in the file
    };
    std::vector<Frame> frames;  // of the log's present round
    std::size_t good = 0;       // so many, from the first, are what SQLite would read
    std::size_t all = 0;        // so many end with the last commit that can be made out
    /// Commits lie behind a tear: at least two, so it can't be one that was cut off by a crash and never told. Or some
    /// of it can't be read, so that nobody knows what there was.
    bool lost = false;
};
/// Empty if there is none. storage_failed: it is there and can't be opened.
Result<WriteAhead> read_write_ahead(const std::filesystem::path& database);

/// SQLite would pass over commits without a word. Read again before it is said: another process may be writing.
Result<bool> lost_commits(const std::filesystem::path& database);

enum class Take : std::uint8_t {
    what_sqlite_would,  // the good frames
    all_sound,          // those behind a tear too
    everything,         // even frames whose checksum is wrong
    none,               // the database file alone
};
struct Copied {
    std::uint32_t pages = 0;  // in the copy
    bool whole = true;        // false: some couldn't be read, and are blank
};
/// Writes the database's pages as they are now, with what the write-ahead log has of them, into one file: all that the
/// disk still gives. storage_full, storage_failed.
Result<Copied> copy_pages(const std::filesystem::path& database, const WriteAhead& log, Take take,
                          const std::filesystem::path& to);

/// Puts the pages of `from`, but the first, over those of `to`.
Outcome overlay_pages(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace ayni
