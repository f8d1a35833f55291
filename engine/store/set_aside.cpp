#include "engine/store/set_aside.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace ayni {
namespace {

constexpr const char* rebuilding_end = ".rebuilding";

std::filesystem::path beside(const std::filesystem::path& database, const std::string& end) {
    return std::filesystem::path(database) += end;
}

bool is_there(const std::filesystem::path& file) {
    std::error_code error;
    return std::filesystem::exists(std::filesystem::symlink_status(file, error));
}

Failure failed(const char* doing, const std::error_code& error) {
    // The name of the file stays out of it: folders have people's names.
    return {error == std::errc::no_space_on_device ? Fault::storage_full : Fault::storage_failed,
            std::string(doing) + ": " + error.message()};
}

// What was done with names lasts once the folder is on the disk.
Outcome flush_folder_of(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = opened >= 0 && ::fsync(opened) == 0;
    error = std::error_code(errno, std::generic_category());
    if (opened >= 0) {
        ::close(opened);
    }
    return flushed ? Outcome(Done{}) : Outcome(failed("flush", error));
}

Outcome move(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code error;
    std::filesystem::rename(from, to, error);
    return error ? Outcome(failed("rename", error)) : flush_folder_of(to);
}

// A second name, so that the first is never without a file. Not every file system has that: there it is moved.
Outcome name_aside(const std::filesystem::path& database, const std::filesystem::path& aside) {
    std::error_code error;
    std::filesystem::create_hard_link(database, aside, error);
    return error ? move(database, aside) : flush_folder_of(aside);
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

Outcome take_place(const std::filesystem::path& database) {
    AYNI_TRY(move(rebuilding_file(database), beside(database, ".rebuilt")));
    AYNI_LET(finished, finish_taking_place(database));
    static_cast<void>(finished);
    return Done{};
}

void remove_database(const std::filesystem::path& file) {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(beside(file, end), ignored);
    }
}

Result<bool> finish_taking_place(const std::filesystem::path& database) {
    for (const char* end : {scratch_copy, scratch_leaves, rebuilding_end}) {
        remove_database(beside(database, end));
    }
    const std::filesystem::path rebuilt = beside(database, ".rebuilt");
    if (!is_there(rebuilt)) {
        return false;
    }
    const std::filesystem::path aside = damaged_file(database);
    // -shm is made from the WAL whenever it is missing; beside another database it would only mislead.
    for (const char* end : {"-wal", "-shm"}) {
        if (is_there(beside(database, end))) {
            AYNI_TRY(move(beside(database, end), beside(aside, end)));
        }
    }
    if (is_there(database) && !is_same(database, aside)) {
        AYNI_TRY(name_aside(database, aside));
    }
    AYNI_TRY(move(rebuilt, database));
    return true;
}

}  // namespace ayni
