#include "tests/engine/unreadable.hpp"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <vector>

namespace {

struct Bad {
    dev_t device;
    ino_t inode;
    std::uint64_t first;
    std::uint64_t end;
};

constexpr std::uint64_t block = 4096;
std::vector<Bad> all_bad;  // of the test's own thread
std::atomic<bool> any_bad = false;
std::atomic<int> told = 0;

// How many of the bytes come before a bad place; `count` if there is none among them.
std::size_t good_bytes(int file, std::uint64_t at, std::size_t count) {
    struct stat facts {};
    if (!any_bad || ::fstat(file, &facts) != 0) {
        return count;
    }
    for (const Bad& bad : all_bad) {
        if (bad.device == facts.st_dev && bad.inode == facts.st_ino && at < bad.end && at + count > bad.first) {
            count = bad.first > at ? static_cast<std::size_t>(bad.first - at) : 0;
        }
    }
    return count;
}

ssize_t read_at(int file, void* to, std::size_t count, off_t at) {
    const std::size_t good = good_bytes(file, static_cast<std::uint64_t>(at), count);
    if (good == 0 && count > 0) {
        ++told;
        errno = EIO;
        return -1;
    }
    return ::syscall(SYS_pread64, file, to, good, at);
}

}  // namespace

// Instead of the C library's: the linker takes a program's own first.
extern "C" {

ssize_t pread(int file, void* to, std::size_t count, off_t at) {
    return read_at(file, to, count, at);
}

ssize_t pread64(int file, void* to, std::size_t count, off64_t at) {
    return read_at(file, to, count, at);
}

ssize_t read(int file, void* to, std::size_t count) {
    const off_t at = any_bad ? ::lseek(file, 0, SEEK_CUR) : -1;
    if (at < 0) {
        return ::syscall(SYS_read, file, to, count);
    }
    const ssize_t got = read_at(file, to, count, at);
    if (got > 0) {
        ::lseek(file, got, SEEK_CUR);
    }
    return got;
}

}  // extern "C"

namespace ayni::test {

BadBlocks::BadBlocks(const std::filesystem::path& file, std::uint64_t at, std::uint64_t bytes) {
    struct stat facts {};
    REQUIRE(::stat(file.c_str(), &facts) == 0);
    all_bad.push_back({facts.st_dev, facts.st_ino, at / block * block, (at + bytes + block - 1) / block * block});
    any_bad = true;
}

BadBlocks::~BadBlocks() {
    all_bad.clear();
    any_bad = false;
}

int BadBlocks::times_told() {
    return told;
}

}  // namespace ayni::test
