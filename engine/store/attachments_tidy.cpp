// The folder of blobs and the rows that count them: brought to agree after kills, and after a database was rebuilt.

#include <algorithm>

#include "engine/store/attachments.hpp"
#include "engine/store/files.hpp"

namespace ayni {
namespace {

// Beside a database that doesn't know the folder, what no record names keeps its name, and this behind it.
constexpr std::string_view aside = ".aside";

// Nothing else in that folder is touched.
bool is_of_ours(const std::string& name) {
    const bool of_hex = name.find_first_not_of("0123456789abcdef") == std::string::npos;
    return name == Attachments::arriving || (of_hex && (name.size() == 32 || name.size() == 64));
}

// Gives how many bytes the content has, if it is whole.
Result<std::uint64_t> checked(const std::filesystem::path& file, const BlobHash& hash, const Secret* key) {
    AYNI_LET(reader, BlobReader::open(file, hash, key));
    for (std::uint64_t bytes = 0;;) {
        AYNI_LET(chunk, reader.next());
        if (!chunk) {
            return bytes;
        }
        bytes += chunk->size();
    }
}

}  // namespace

Attachments::Files Attachments::files() const {
    Files files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder_, error), end; !error && at != end; at.increment(error)) {
        files.insert(at->path().filename().string());
    }
    return files;
}

Result<Attachments::Named> Attachments::named(std::string_view sql) {
    Named named;
    AYNI_LET(query, database_.prepare(sql));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return named;
        }
        if (const auto hash = parse_blob(query.view(0))) {
            named.emplace(blob_file_name(*hash, names()), *hash);
        }
    }
}

Result<Attachments::Named> Attachments::counted() {
    return named("SELECT hash FROM blob");
}

Result<bool> Attachments::folder_is_known() {
    AYNI_LET(query, database_.prepare("SELECT 1 FROM blob_folder"));
    return query.step();
}

bool Attachments::is_counted(const Named& rows, const std::string& file) const {
    const auto plain = parse_blob(file);
    return rows.contains(file) || (plain && rows.contains(blob_file_name(*plain, names())));
}

Outcome Attachments::tidy_up() {
    AYNI_LET(rows, counted());
    Files found = files();
    if (rows.empty() && found.empty()) {
        tidy_ = true;
        return Done{};
    }
    AYNI_LET(use, database_.prepare("SELECT coalesce(max(used), 0) FROM blob"));
    AYNI_TRY(use.step());
    last_use_ = use.integer(0);
    use.reset();
    if (contents() != nullptr) {
        lock_plain(found);
    }
    AYNI_TRY(drop_lost(rows, found));
    AYNI_LET(known, folder_is_known());
    if (!known || !std::ranges::all_of(found, [&](const std::string& file) { return is_counted(rows, file); })) {
        AYNI_TRY(adopt(found));
        AYNI_TRY(sweep());
    }
    tidy_ = true;
    return Done{};
}

Result<std::string> Attachments::lock(const std::filesystem::path& plain, const BlobHash& hash) {
    AYNI_LET(reader, BlobReader::open(plain, hash, nullptr));
    AYNI_LET(writer, BlobWriter::begin(folder_ / arriving, contents()));
    for (;;) {
        AYNI_LET(chunk, reader.next());
        if (!chunk) {
            break;
        }
        AYNI_TRY(writer.add(*chunk));
    }
    AYNI_TRY(writer.end());
    std::string name = blob_file_name(hash, names());
    AYNI_TRY(writer.stand_as(folder_ / name));
    return name;
}

void Attachments::lock_plain(Files& files) {
    const Files before = files;
    for (const std::string& name : before) {
        const auto hash = parse_blob(name);
        // What can't be locked now (the disk may be full) is still read as it is, and tried again at the next opening.
        const auto locked = hash ? lock(folder_ / name, *hash) : Result<std::string>(Fault::not_found);
        if (locked) {
            std::error_code error;
            wipe_file(folder_ / name, std::filesystem::file_size(folder_ / name, error));
            files.erase(name);
            files.insert(*locked);
        }
    }
}

// A row without its file: missing, like what never came. Should the file come back, it is adopted.
Outcome Attachments::drop_lost(const Named& rows, const Files& files) {
    for (const auto& [name, hash] : rows) {
        if (!files.contains(name) && !files.contains(to_text(hash))) {
            AYNI_LET(lost, database_.prepare("DELETE FROM blob WHERE hash=?"));
            AYNI_TRY(lost.bind_text(1, to_text(hash)).run());
        }
    }
    return Done{};
}

// A file that no row counts and a record names: the database was rebuilt, or lost its last commit. It counts again; as
// unsent, since nobody knows.
Outcome Attachments::adopt(const Files& files) {
    AYNI_LET(wanted, named("SELECT DISTINCT blob FROM Attachment WHERE blob IS NOT NULL AND "
                           "blob NOT IN (SELECT hash FROM blob)"));
    for (const auto& [name, hash] : wanted) {
        std::error_code error;
        const std::string set_aside = name + std::string(aside);
        if (files.contains(set_aside) && !files.contains(name)) {
            std::filesystem::rename(folder_ / set_aside, folder_ / name, error);
        } else if (!files.contains(name)) {
            continue;
        }
        const auto bytes = checked(folder_ / name, hash, contents());
        if (bytes) {
            AYNI_LET(count, database_.prepare("INSERT INTO blob(hash, bytes, unsent, used) VALUES(?,?,1,0)"));
            AYNI_TRY(count.bind_text(1, to_text(hash)).bind(2, static_cast<std::int64_t>(*bytes)).run());
        } else if (bytes.fault() != Fault::storage_corrupt) {
            return bytes.error();  // not to be read just now: it must not be swept
        }
    }
    return Done{};
}

Outcome Attachments::sweep() {
    AYNI_LET(rows, counted());
    AYNI_LET(known, folder_is_known());
    Files loose;
    for (const BlobHash& hash : loose_) {
        loose.insert(blob_file_name(hash, names()));
    }
    for (const std::string& name : files()) {
        if (!is_of_ours(name) || is_counted(rows, name) || loose.contains(name)) {
            continue;
        }
        std::error_code error;
        if (known || name == arriving) {
            const bool locked = name.size() != to_text(BlobHash{}).size();
            const auto all = std::filesystem::file_size(folder_ / name, error);
            wipe_file(folder_ / name, contents() == nullptr ? 0 : locked ? blob_file_head : all);
        } else {
            std::filesystem::rename(folder_ / name, folder_ / (name + std::string(aside)), error);
        }
    }
    return known ? Outcome(Done{}) : database_.run("INSERT OR IGNORE INTO blob_folder(number) VALUES(1)");
}

void Attachments::sweep_if_due() {
    if (tidy_ && sweep_due_ && !database_.in_transaction()) {
        sweep_due_ = false;
        // What can't be taken away now is at the next opening.
        static_cast<void>(sweep());
    }
}

}  // namespace ayni
