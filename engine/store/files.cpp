#include "engine/store/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace ayni {
namespace {

Failure failed(const char* doing, int code = errno) {
    const bool full = code == ENOSPC || code == EDQUOT;
    // The name of the file stays out of it: folders have people's names.
    return {full ? Fault::storage_full : Fault::storage_failed,
            std::string(doing) + ": " + std::generic_category().message(code)};
}

class Descriptor {
public:
    Descriptor(const std::filesystem::path& file, int flags) : number_(::open(file.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }

private:
    int number_;
};

Outcome write_all(int number, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(number, bytes.data(), bytes.size());
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

Outcome flush(int number) {
    return ::fsync(number) == 0 ? Outcome(Done{}) : Outcome(failed("flush"));
}

constexpr std::array database_ends{"", "-wal", "-shm", "-journal"};

// As far as that goes: whoever calls goes on, whatever becomes of it.
void overwrite(int number, std::uintmax_t beginning) {
    const std::string zeros(1U << 16U, '\0');
    while (beginning > 0) {
        const ssize_t written = ::write(number, zeros.data(), std::min<std::uintmax_t>(beginning, zeros.size()));
        if (written <= 0) {
            break;
        }
        beginning -= static_cast<std::uintmax_t>(written);
    }
    static_cast<void>(::fsync(number));
}

}  // namespace

// What was done with names lasts once the folder is on the disk.
Outcome flush_folder_of(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    const Descriptor opened(folder, O_RDONLY | O_DIRECTORY);
    return opened && ::fsync(opened.number()) == 0 ? Outcome(Done{}) : Outcome(failed("flush"));
}

Outcome rename_over(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        return failed("rename");
    }
    return flush_folder_of(to);
}

Result<OpenFile> OpenFile::open(const std::filesystem::path& file) {
    const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (number < 0) {
        return errno == ENOENT ? Failure{Fault::not_found, "open"} : failed("open");
    }
    struct stat facts {};
    OpenFile opened(number, 0);
    if (::fstat(number, &facts) != 0) {
        return failed("open");
    }
    opened.size_ = static_cast<std::uint64_t>(facts.st_size);
    return opened;
}

OpenFile::OpenFile(OpenFile&& other) noexcept : number_(std::exchange(other.number_, -1)), size_(other.size_) {}

OpenFile::~OpenFile() {
    if (number_ >= 0) {
        ::close(number_);
    }
}

bool OpenFile::read(std::uint64_t at, std::span<char> to) const {
    std::size_t done = 0;
    while (done < to.size()) {
        const ssize_t got = ::pread(number_, to.data() + done, to.size() - done, static_cast<off_t>(at + done));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            std::ranges::fill(to, '\0');
            return false;
        }
        done += static_cast<std::size_t>(got);
    }
    return true;
}

Result<std::string> read_file(const std::filesystem::path& file, std::size_t most) {
    const Descriptor opened(file, O_RDONLY);
    if (!opened) {
        return errno == ENOENT ? Failure{Fault::not_found, "open"} : failed("open");
    }
    std::string bytes(most + 1, '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got = ::read(opened.number(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failed("read");
        }
        if (got == 0) {
            bytes.resize(size);
            return bytes;
        }
        size += static_cast<std::size_t>(got);
    }
    return Failure{Fault::too_large, std::to_string(most)};
}

Outcome write_file(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::path fresh = file;
    fresh += ".new";
    AYNI_LET(written, NewFile::begin(std::move(fresh)));
    AYNI_TRY(written.write(bytes));
    return written.stand_as(file);
}

Outcome write_in_place(const std::filesystem::path& file, std::string_view bytes) {
    const Descriptor opened(file, O_WRONLY | O_CREAT | O_NOFOLLOW);
    if (!opened) {
        return failed("open");
    }
    AYNI_TRY(write_all(opened.number(), bytes));
    return flush(opened.number());
}

Outcome replace_and_wipe(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Descriptor fresh(from, O_RDWR);
    if (!fresh || ::fsync(fresh.number()) != 0) {
        return failed("flush");
    }
    const Descriptor old(to, O_WRONLY);  // still there under no name once it is replaced
    AYNI_TRY(rename_over(from, to));
    struct stat facts {};
    if (!old || ::fstat(old.number(), &facts) != 0) {
        return Done{};
    }
    // That the new file is in its place is what matters: failing to wipe the old one takes nothing back.
    overwrite(old.number(), static_cast<std::uintmax_t>(facts.st_size));
    return Done{};
}

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
    return write_all(number_, bytes);
}

Outcome NewFile::stand_as(const std::filesystem::path& name) {
    AYNI_TRY(flush(number_));
    if (std::rename(temporary_.c_str(), name.c_str()) != 0) {
        return failed("rename");
    }
    ::close(std::exchange(number_, -1));
    return flush_folder_of(name);
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
    return error ? Outcome(failed("create", error.value())) : flush_folder_of(folder);
}

void wipe_file(const std::filesystem::path& file, std::uintmax_t beginning) {
    if (beginning > 0) {
        if (const Descriptor opened(file, O_WRONLY | O_NOFOLLOW); opened) {
            overwrite(opened.number(), beginning);
        }
    }
    ::unlink(file.c_str());
}

void wipe_file(const std::filesystem::path& file) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file, error);
    wipe_file(file, error ? 0 : size);
}

void remove_database(const std::filesystem::path& file) {
    for (const char* end : database_ends) {
        ::unlink((std::filesystem::path(file) += end).c_str());
    }
}

void wipe_database(const std::filesystem::path& file) {
    for (const char* end : database_ends) {
        wipe_file(std::filesystem::path(file) += end);
    }
}

}  // namespace ayni
