#include "platforms/linux/profile_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>
#include <utility>

namespace ayni::shell {

Result<ProfileLock> ProfileLock::take(const std::filesystem::path& folder, std::chrono::milliseconds wait) {
    constexpr std::chrono::milliseconds pause{50};
    const std::filesystem::path path = folder / "profile.lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return Failure{errno == ENOSPC ? Fault::storage_full : Fault::storage_failed, std::strerror(errno)};
    }
    ProfileLock lock(file);
    const auto until = std::chrono::steady_clock::now() + wait;
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return Failure{Fault::storage_failed, std::strerror(errno)};
        }
        if (std::chrono::steady_clock::now() >= until) {
            return Failure{Fault::storage_busy, "profile.lock"};
        }
        std::this_thread::sleep_for(pause);
    }
    return lock;
}

ProfileLock::ProfileLock(ProfileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

ProfileLock::~ProfileLock() {
    if (file_ >= 0) {
        ::close(file_);
    }
}

}  // namespace ayni::shell
