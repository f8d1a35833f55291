#include "engine/store/new_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

namespace ayni {
namespace {

// The name of the file stays out of it: folders have people's names.
Failure failed(const char* doing, int code = errno) {
    const bool full = code == ENOSPC || code == EDQUOT;
    return {full ? Fault::storage_full : Fault::storage_failed,
            std::string(doing) + ": " + std::generic_category().message(code)};
}

// A name that was given or taken lasts once its folder is on the disk too.
Outcome flush_folder(const std::filesystem::path& folder) {
    const int number = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool flushed = number >= 0 && ::fsync(number) == 0;
    const int code = errno;
    if (number >= 0) {
        ::close(number);
    }
    return flushed ? Outcome(Done{}) : Outcome(failed("flush", code));
}

}  // namespace

Result<NewFile> NewFile::begin(std::filesystem::path temporary) {
    ::unlink(temporary.c_str());
    const int number = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (number < 0) {
        return failed("create");
    }
    return NewFile(std::move(temporary), number);
}

NewFile::NewFile(NewFile&& other) noexcept
    : temporary_(std::move(other.temporary_)), number_(std::exchange(other.number_, -1)) {}

NewFile::~NewFile() {
    if (number_ >= 0) {
        ::close(number_);
        ::unlink(temporary_.c_str());
    }
}

Outcome NewFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(number_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            return failed("write");
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

Outcome NewFile::stand_as(const std::filesystem::path& name) {
    if (::fsync(number_) != 0) {
        return failed("flush");
    }
    if (std::rename(temporary_.c_str(), name.c_str()) != 0) {
        return failed("rename");
    }
    ::close(std::exchange(number_, -1));
    return flush_folder(name.parent_path());
}

Outcome make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) {
        return Done{};
    }
    std::filesystem::create_directories(folder, error);
    if (!error) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    }
    return error ? Outcome(failed("create", error.value())) : flush_folder(folder.parent_path());
}

void wipe_file(const std::filesystem::path& file, std::uintmax_t beginning) {
    // Whatever becomes of this, the file goes.
    const int number = beginning > 0 ? ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (number >= 0) {
        const std::string zeros(1U << 16U, '\0');
        for (ssize_t written = 1; beginning > 0 && written > 0; beginning -= static_cast<std::uintmax_t>(written)) {
            written = ::write(number, zeros.data(), std::min<std::uintmax_t>(zeros.size(), beginning));
            written = std::max<ssize_t>(written, 0);
        }
        static_cast<void>(::fsync(number));
        ::close(number);
    }
    ::unlink(file.c_str());
}

}  // namespace ayni
