#pragma once
// What is attached to records: photos, voices, papers. Each content once, in a file of its own beside the database.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/store/blob_file.hpp"
#include "engine/store/database.hpp"
#include "engine/store/key.hpp"

namespace ayni {

/// The contents that an Attachment's `blob` names, as far as they are on this device. That one isn't is a normal state.
///
/// A content comes in two steps: `put` makes a file of it, whole and flushed, that doesn't count yet; `keep`, in the
/// transaction of the record that names it, makes it count. It goes in two steps too: its row with a transaction, then
/// its file. What a killed program left of either is swept when the store is opened again.
///
/// Files are locked if the store has a key (engine/store/blob_file.hpp says how).
/// Threads: the store's. Errors: those of Database; storage_corrupt is about one content only.
class Attachments {
public:
    struct Settings {
        std::filesystem::path folder = {};                           // empty: "blobs" beside the database's file
        std::uint64_t bytes_most = std::uint64_t{10} * 1024 * 1024;  // of one content
        /// Bytes of the disk that a content has to leave free, so that the database can still commit.
        std::uint64_t reserve = std::uint64_t{8} * 1024 * 1024;
    };
    Attachments(Database& database, Settings settings, const std::optional<DataKey>& key);
    Attachments(const Attachments&) = delete;
    Attachments& operator=(const Attachments&) = delete;
    /// Writes down what was used.
    ~Attachments();

    // Coming in -------------------------------------------------------------------------------------------------
    /// not_found: no file. invalid: a folder or a device. too_large: over bytes_most. storage_full. Before the first
    /// byte is copied, as far as that can be known; whatever goes wrong, nothing of it stays.
    Result<Blob> put(const std::filesystem::path& file);
    /// Up to the stream's end. `bytes`: about how many there will be.
    Result<Blob> put(std::istream& content, std::uint64_t bytes);
    /// From now on it counts, as unsent, for this scope. In the transaction of the record that names it.
    /// not_found: it isn't here, or the scope isn't.
    Outcome keep(const Blob& blob, const ScopeId& scope);

    // Being used ------------------------------------------------------------------------------------------------
    Result<bool> has(const BlobHash& hash);
    /// All of it, checked. not_found: not on this device (yet). storage_corrupt: damaged; what is sent is missing from
    /// then on, so that it is fetched again.
    Result<std::string> read(const BlobHash& hash);
    /// Into a file, which is there whole or not at all, and is nobody's to lock: she asked for it.
    Result<Blob> copy_to(const BlobHash& hash, const std::filesystem::path& file);

    /// Chunk by chunk, to be sent: while it is there, the content isn't given up for space.
    struct Reading {
        BlobReader chunks;
        std::shared_ptr<const BlobHash> hold;
    };
    Result<Reading> reading(const BlobHash& hash);

    // Going out -------------------------------------------------------------------------------------------------
    /// What records that aren't removed name and is not here. bytes: as the record says.
    Result<std::vector<Blob>> missing();
    /// What nobody else is known to have, the smallest first.
    Result<std::vector<Blob>> unsent();
    /// The hub has all of it.
    Outcome note_sent(const BlobHash& hash);

    struct Usage {
        std::uint64_t blobs = 0;
        std::uint64_t bytes = 0;
        std::uint64_t bytes_unsent = 0;
    };
    Result<Usage> usage();
    /// Gives up contents until `bytes_wanted` are free, and says how many are: first what only removed records name,
    /// then what was used longest ago. Never what is unsent, never what is being read.
    Result<std::uint64_t> evict(std::uint64_t bytes_wanted);

    // For the store itself --------------------------------------------------------------------------------------
    /// At opening: left-overs go, what records name and nobody counted counts (again), plain files are locked.
    Outcome tidy_up();
    /// In the transaction that drops a scope, after its records: what only they named stops counting.
    Outcome drop(std::int64_t scope);
    /// After a commit: the files of what stopped counting go.
    void sweep_if_due();

    /// The name of what is being written.
    static constexpr const char* arriving = "arriving.new";

private:
    [[nodiscard]] std::filesystem::path path_of(const BlobHash& hash) const;
    [[nodiscard]] const Secret* names() const { return names_ ? &*names_ : nullptr; }
    [[nodiscard]] const Secret* contents() const { return contents_ ? &*contents_ : nullptr; }
    Outcome check_room(std::uint64_t bytes) const;
    Result<Blob> read_all(const BlobHash& hash, const std::function<Outcome(std::string_view)>& take);
    Outcome note_damaged(const BlobHash& hash, Fault fault);
    /// A DELETE from `blob` that gives back the hashes.
    Outcome stop_counting(std::string_view sql, const std::function<void(Statement&)>& bind);
    Outcome write_uses();

    // attachments_tidy.cpp
    using Files = std::set<std::string>;            // names
    using Named = std::map<std::string, BlobHash>;  // by the file's name
    [[nodiscard]] Files files() const;
    Result<Named> named(std::string_view sql);
    Result<Named> counted();
    [[nodiscard]] bool is_counted(const Named& rows, const std::string& file) const;
    Result<bool> folder_is_known();
    Result<std::string> lock(const std::filesystem::path& plain, const BlobHash& hash);
    void lock_plain(Files& files);
    Outcome adopt(const Files& files);
    Outcome drop_lost(const Named& rows, const Files& files);
    Outcome sweep();

    Database& database_;
    Settings settings_;
    std::filesystem::path folder_;  // empty: a database in memory has none
    std::optional<Secret> names_;
    std::optional<Secret> contents_;
    std::set<BlobHash> loose_;               // put by this process: not swept before its end
    std::map<BlobHash, std::int64_t> uses_;  // not written down yet
    std::int64_t last_use_ = 0;
    std::vector<std::weak_ptr<const BlobHash>> held_;
    bool sweep_due_ = false;
    bool tidy_ = false;  // nothing is swept before all that is named was adopted
};

}  // namespace ayni
