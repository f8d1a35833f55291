#include "engine/store/set_aside.hpp"

#include <string>
#include <system_error>

#include "engine/store/blob_file.hpp"
#include "engine/store/files.hpp"
#include "engine/store/pages.hpp"

namespace ayni {
namespace {

constexpr const char* rebuilding_end = ".rebuilding";
// Built, whole, and to take the place: of a database that is to keep a name, or of a plain one that is to be wiped.
constexpr const char* rebuilt_end = ".rebuilt";
constexpr const char* relocked_end = ".relocked";

std::filesystem::path beside(const std::filesystem::path& database, const std::string& end) {
    return std::filesystem::path(database) += end;
}

bool is_there(const std::filesystem::path& file) {
    std::error_code error;
    return std::filesystem::exists(std::filesystem::symlink_status(file, error));
}

// A second name, so that the first is never without a file. Not every file system has that: there it is moved.
Outcome name_aside(const std::filesystem::path& database, const std::filesystem::path& aside) {
    std::error_code error;
    std::filesystem::create_hard_link(database, aside, error);
    return error ? rename_over(database, aside) : flush_folder_of(aside);
}

bool is_same(const std::filesystem::path& one, const std::filesystem::path& other) {
    std::error_code error;
    return std::filesystem::equivalent(one, other, error) && !error;
}

}  // namespace

std::filesystem::path rebuilding_file(const std::filesystem::path& database) {
    return beside(database, rebuilding_end);
}

// The WAL goes first. So a number is free if there is no database of it, and no WAL that ours would fall upon.
std::filesystem::path damaged_file(const std::filesystem::path& database) {
    const bool has_wal = is_there(beside(database, "-wal"));
    for (int number = 1;; ++number) {
        std::filesystem::path file = beside(database, ".damaged-" + std::to_string(number));
        if (is_same(file, database)) {
            return file;  // it was named already when this was cut off
        }
        if (!is_there(file) && !(has_wal && is_there(beside(file, "-wal")))) {
            return file;
        }
    }
}

namespace {

Secret key_of_what_is_aside(const DataKey& key) {
    return key.derive("set aside");
}

// A locked copy under the name that a damaged database has from then on.
Outcome lock_aside(const std::filesystem::path& file, const std::filesystem::path& aside, const Secret& key) {
    AYNI_LET(in, OpenFile::open(file));
    AYNI_LET(out, BlobWriter::begin(beside(aside, ".new"), &key));
    std::string page(page_bytes, '\0');
    for (std::uint64_t at = 0; at < in.size(); at += page.size()) {
        page.resize(static_cast<std::size_t>(std::min<std::uint64_t>(page_bytes, in.size() - at)));
        in.read(at, page);  // what the disk doesn't give is blank there too
        AYNI_TRY(out.add(page));
    }
    AYNI_TRY(out.end());
    return out.stand_as(aside);
}

Outcome decide(const std::filesystem::path& database, const char* end) {
    AYNI_TRY(rename_over(rebuilding_file(database), beside(database, end)));
    AYNI_LET(finished, finish_taking_place(database));
    static_cast<void>(finished);
    return Done{};
}

}  // namespace

Outcome take_place(const std::filesystem::path& database) {
    return decide(database, rebuilt_end);
}

Outcome take_place_of_plain(const std::filesystem::path& database, const DataKey& key) {
    const std::filesystem::path aside = damaged_file(database);
    const Secret secret = key_of_what_is_aside(key);
    for (const char* end : {"-wal", ""}) {
        const Outcome locked = is_there(beside(database, end))
                                   ? lock_aside(beside(database, end), beside(aside, end), secret)
                                   : Outcome(Done{});
        if (!locked) {
            remove_database(aside);
            return locked;
        }
    }
    return decide(database, relocked_end);
}

Outcome open_set_aside(const std::filesystem::path& set_aside, const DataKey& key, const std::filesystem::path& to) {
    const Secret secret = key_of_what_is_aside(key);
    AYNI_LET(in, BlobReader::open(set_aside, {}, &secret));
    AYNI_LET(out, NewFile::begin(beside(to, ".new")));
    for (;;) {
        AYNI_LET(chunk, in.next());
        if (!chunk) {
            return out.stand_as(to);
        }
        AYNI_TRY(out.write(*chunk));
    }
}

bool has_database(const std::filesystem::path& database) {
    return is_there(database) || is_there(beside(database, rebuilt_end)) || is_there(beside(database, relocked_end));
}

namespace {

// What was plain there lies aside already, locked.
Outcome replace_plain(const std::filesystem::path& database) {
    wipe_file(beside(database, "-wal"));
    std::error_code ignored;
    std::filesystem::remove(beside(database, "-shm"), ignored);
    return replace_and_wipe(beside(database, relocked_end), database);
}

}  // namespace

Result<bool> finish_taking_place(const std::filesystem::path& database) {
    for (const char* end : {scratch_copy, scratch_leaves, rebuilding_end}) {
        wipe_database(beside(database, end));  // they may be plain
    }
    if (is_there(beside(database, relocked_end))) {
        AYNI_TRY(replace_plain(database));
        return true;
    }
    const std::filesystem::path rebuilt = beside(database, rebuilt_end);
    if (!is_there(rebuilt)) {
        return false;
    }
    const std::filesystem::path aside = damaged_file(database);
    // -shm is made from the WAL whenever it is missing; beside another database it would only mislead.
    for (const char* end : {"-wal", "-shm"}) {
        if (is_there(beside(database, end))) {
            AYNI_TRY(rename_over(beside(database, end), beside(aside, end)));
        }
    }
    if (is_there(database) && !is_same(database, aside)) {
        AYNI_TRY(name_aside(database, aside));
    }
    AYNI_TRY(rename_over(rebuilt, database));
    return true;
}

}  // namespace ayni
