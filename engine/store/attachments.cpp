#include "engine/store/attachments.hpp"

#include <algorithm>
#include <bit>
#include <fstream>
#include <utility>

#include "engine/store/files.hpp"

namespace ayni {
namespace {

std::int64_t signed_of(std::uint64_t n) {
    return static_cast<std::int64_t>(n);
}
std::uint64_t unsigned_of(std::int64_t n) {
    return static_cast<std::uint64_t>(std::max(n, std::int64_t{0}));
}

// Where the database lies; empty for one in memory.
std::filesystem::path folder_beside(Database& database) {
    auto query = database.prepare("SELECT file FROM pragma_database_list WHERE name='main'");
    const auto found = query ? query->step() : Result<bool>(query.error());
    const std::filesystem::path file = found && *found ? query->text(0) : std::string();
    return file.empty() ? file : file.parent_path() / "blobs";
}

Result<std::vector<Blob>> read_blobs(Statement& query) {
    std::vector<Blob> blobs;
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return blobs;
        }
        // What a record names may be anything; what isn't a hash can't be had.
        if (const auto hash = parse_blob(query.view(0))) {
            blobs.push_back({*hash, unsigned_of(query.integer(1))});
        }
    }
}

// More than a locked file has beyond its content.
std::uint64_t with_locks(std::uint64_t bytes) {
    return bytes + bytes / 1024 + 4096;
}

}  // namespace

Attachments::Attachments(Database& database, Settings settings, const std::optional<DataKey>& key)
    : database_(database), settings_(std::move(settings)), folder_(settings_.folder) {
    if (folder_.empty()) {
        folder_ = folder_beside(database);
    }
    if (key) {
        names_ = key->derive("attachment names");
        contents_ = key->derive("attachments");
    }
}

Attachments::~Attachments() {
    static_cast<void>(write_uses());
}

std::filesystem::path Attachments::path_of(const BlobHash& hash) const {
    std::filesystem::path path = folder_ / blob_file_name(hash, names());
    std::error_code error;
    if (names() != nullptr && !std::filesystem::exists(path, error)) {
        // There was no key when it was written, and no room yet to write it again.
        const std::filesystem::path plain = folder_ / blob_file_name(hash, nullptr);
        return std::filesystem::exists(plain, error) ? plain : path;
    }
    return path;
}

Outcome Attachments::check_room(std::uint64_t bytes) const {
    std::error_code error;
    const bool made = std::filesystem::exists(folder_, error);
    const auto space = std::filesystem::space(made ? folder_ : folder_.parent_path(), error);
    if (error) {
        return {Fault::storage_failed, "space: " + error.message()};
    }
    const std::uint64_t wanted = with_locks(bytes);
    if (space.available < wanted || space.available - wanted < settings_.reserve) {
        return {Fault::storage_full, "attachment"};
    }
    return Done{};
}

Result<Blob> Attachments::put(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return Failure{Fault::not_found, "file"};
    }
    if (!std::filesystem::is_regular_file(file, error)) {
        return Failure{Fault::invalid, "file"};
    }
    const std::uintmax_t bytes = std::filesystem::file_size(file, error);
    std::ifstream content(file, std::ios::binary);
    if (error || !content) {
        return Failure{Fault::storage_failed, "open"};
    }
    return put(content, bytes);
}

Result<Blob> Attachments::put(std::istream& content, std::uint64_t bytes) {
    if (folder_.empty()) {
        return Failure{Fault::storage_failed, "no folder"};
    }
    if (bytes > settings_.bytes_most) {
        return Failure{Fault::too_large, std::to_string(settings_.bytes_most)};
    }
    AYNI_TRY(check_room(bytes));
    std::error_code error;
    if (!std::filesystem::exists(folder_, error)) {
        AYNI_TRY(database_.run("INSERT OR IGNORE INTO blob_folder(number) VALUES(1)"));
        AYNI_TRY(make_folder(folder_));
    }
    AYNI_LET(writer, BlobWriter::begin(folder_ / arriving, contents()));
    std::string chunk(blob_chunk, '\0');
    for (std::uint64_t taken = 0; content;) {
        content.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        const auto got = static_cast<std::size_t>(content.gcount());
        taken += got;
        if (taken > settings_.bytes_most) {
            return Failure{Fault::too_large, std::to_string(settings_.bytes_most)};
        }
        AYNI_TRY(writer.add(std::string_view(chunk).substr(0, got)));
    }
    if (content.bad()) {
        return Failure{Fault::storage_failed, "read"};
    }
    AYNI_LET(blob, writer.end());
    AYNI_TRY(writer.stand_as(folder_ / blob_file_name(blob.hash, names())));
    loose_.insert(blob.hash);
    return blob;
}

Outcome Attachments::keep(const Blob& blob, const ScopeId& scope) {
    AYNI_LET(here, has(blob.hash));
    if (!here) {
        return {Fault::not_found, "attachment"};
    }
    return database_.transact([&]() -> Outcome {
        const std::string hash = to_text(blob.hash);
        AYNI_LET(kept, database_.prepare("INSERT OR REPLACE INTO blob_kept(scope, hash) SELECT number, ?1 FROM scope "
                                         "WHERE kind=?2 AND device=?3 AND counter=?4 RETURNING scope"));
        kept.bind_text(1, hash).bind(2, static_cast<std::int64_t>(scope.kind));
        kept.bind(3, std::bit_cast<std::int64_t>(scope.subject.device.value));
        AYNI_LET(known, kept.bind(4, signed_of(scope.subject.counter)).step());
        if (!known) {
            return {Fault::not_found, "scope"};
        }
        AYNI_LET(count, database_.prepare("INSERT INTO blob(hash, bytes, unsent, used) VALUES(?1,?2,1,?3) "
                                          "ON CONFLICT(hash) DO UPDATE SET unsent=1, used=?3"));
        return count.bind_text(1, hash).bind(2, signed_of(blob.bytes)).bind(3, ++last_use_).run();
    });
}

Result<bool> Attachments::has(const BlobHash& hash) {
    if (loose_.contains(hash)) {
        return true;
    }
    AYNI_LET(query, database_.prepare("SELECT 1 FROM blob WHERE hash=?"));
    return query.bind_text(1, to_text(hash)).step();
}

Result<Attachments::Reading> Attachments::reading(const BlobHash& hash) {
    AYNI_LET(here, has(hash));
    if (!here) {
        return Failure{Fault::not_found, "attachment"};
    }
    auto chunks = BlobReader::open(path_of(hash), hash, contents());
    if (!chunks) {
        AYNI_TRY(note_damaged(hash, chunks.fault()));
        return chunks.error();
    }
    uses_[hash] = ++last_use_;
    auto hold = std::make_shared<const BlobHash>(hash);
    std::erase_if(held_, [](const auto& held) { return held.expired(); });
    held_.push_back(hold);
    return Reading{std::move(*chunks), std::move(hold)};
}

Result<Blob> Attachments::read_all(const BlobHash& hash, const std::function<Outcome(std::string_view)>& take) {
    AYNI_LET(reading, this->reading(hash));
    Blob blob{hash, 0};
    for (;;) {
        auto chunk = reading.chunks.next();
        if (!chunk) {
            AYNI_TRY(note_damaged(hash, chunk.fault()));
            return chunk.error();
        }
        if (!*chunk) {
            return blob;
        }
        blob.bytes += (*chunk)->size();
        AYNI_TRY(take(**chunk));
    }
}

Result<std::string> Attachments::read(const BlobHash& hash) {
    std::string content;
    AYNI_TRY(read_all(hash, [&](std::string_view chunk) -> Outcome {
        content += chunk;
        return Done{};
    }));
    return content;
}

Result<Blob> Attachments::copy_to(const BlobHash& hash, const std::filesystem::path& file) {
    AYNI_LET(here, has(hash));
    if (!here) {
        return Failure{Fault::not_found, "attachment"};
    }
    AYNI_LET(copy, NewFile::begin(file.parent_path() / ("." + file.filename().string() + ".ayni-new")));
    AYNI_LET(blob, read_all(hash, [&](std::string_view chunk) { return copy.write(chunk); }));
    AYNI_TRY(copy.stand_as(file));
    return blob;
}

Outcome Attachments::note_damaged(const BlobHash& hash, Fault fault) {
    // What the hub has can be had again. What only this device had stays as it is: `put` may still bring it whole.
    if (fault != Fault::storage_corrupt && fault != Fault::not_found) {
        return Done{};
    }
    AYNI_TRY(stop_counting("DELETE FROM blob WHERE hash=? AND unsent=0 RETURNING hash",
                           [&](Statement& statement) { statement.bind_text(1, to_text(hash)); }));
    sweep_if_due();
    return Done{};
}

Result<std::vector<Blob>> Attachments::missing() {
    AYNI_LET(query, database_.prepare("SELECT blob, max(bytes) FROM Attachment WHERE hidden=0 AND blob IS NOT NULL "
                                      "AND blob NOT IN (SELECT hash FROM blob) GROUP BY blob ORDER BY 2, 1"));
    return read_blobs(query);
}

Result<std::vector<Blob>> Attachments::unsent() {
    AYNI_LET(query, database_.prepare("SELECT hash, bytes FROM blob WHERE unsent=1 ORDER BY bytes, hash"));
    return read_blobs(query);
}

Outcome Attachments::note_sent(const BlobHash& hash) {
    AYNI_LET(update, database_.prepare("UPDATE blob SET unsent=0 WHERE hash=?"));
    return update.bind_text(1, to_text(hash)).run();
}

Result<Attachments::Usage> Attachments::usage() {
    AYNI_LET(query, database_.prepare("SELECT count(*), coalesce(sum(bytes), 0), coalesce(sum(bytes * unsent), 0) "
                                      "FROM blob"));
    AYNI_TRY(query.step());
    return Usage{unsigned_of(query.integer(0)), unsigned_of(query.integer(1)), unsigned_of(query.integer(2))};
}

Result<std::uint64_t> Attachments::evict(std::uint64_t bytes_wanted) {
    std::uint64_t freed = 0;
    AYNI_TRY(database_.transact([&]() -> Outcome {
        AYNI_TRY(write_uses());
        AYNI_LET(query, database_.prepare("SELECT hash, bytes FROM blob WHERE unsent=0 ORDER BY hash IN (SELECT blob "
                                          "FROM Attachment WHERE hidden=0 AND blob IS NOT NULL), used, hash"));
        AYNI_LET(candidates, read_blobs(query));
        for (const Blob& blob : candidates) {
            if (freed >= bytes_wanted) {
                break;
            }
            const bool held = std::ranges::any_of(held_, [&](const auto& held_one) {
                const auto hash = held_one.lock();
                return hash && *hash == blob.hash;
            });
            if (!held) {
                AYNI_TRY(stop_counting("DELETE FROM blob WHERE hash=? RETURNING hash",
                                       [&](Statement& statement) { statement.bind_text(1, to_text(blob.hash)); }));
                freed += blob.bytes;
            }
        }
        return Done{};
    }));
    sweep_if_due();
    return freed;
}

Outcome Attachments::drop(std::int64_t scope) {
    AYNI_LET(kept, database_.prepare("DELETE FROM blob_kept WHERE scope=?"));
    AYNI_TRY(kept.bind(1, scope).run());
    return stop_counting(
        "DELETE FROM blob WHERE hash NOT IN (SELECT hash FROM blob_kept) AND "
        "hash NOT IN (SELECT blob FROM Attachment WHERE blob IS NOT NULL) RETURNING hash",
        [](Statement&) {});
}

Outcome Attachments::stop_counting(std::string_view sql, const std::function<void(Statement&)>& bind) {
    AYNI_LET(statement, database_.prepare(sql));
    bind(statement);
    for (;;) {
        AYNI_LET(more, statement.step());
        if (!more) {
            return Done{};
        }
        if (const auto hash = parse_blob(statement.view(0))) {
            loose_.erase(*hash);
            uses_.erase(*hash);
        }
        sweep_due_ = true;
    }
}

Outcome Attachments::write_uses() {
    if (uses_.empty()) {
        return Done{};
    }
    AYNI_TRY(database_.transact([&]() -> Outcome {
        for (const auto& [hash, use] : uses_) {
            AYNI_LET(update, database_.prepare("UPDATE blob SET used=? WHERE hash=?"));
            AYNI_TRY(update.bind(1, use).bind_text(2, to_text(hash)).run());
        }
        return Done{};
    }));
    uses_.clear();
    return Done{};
}

}  // namespace ayni
