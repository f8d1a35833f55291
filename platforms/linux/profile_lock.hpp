#pragma once
// One program at a time on one profile: each keeps counters of its store in memory.

#include <chrono>
#include <filesystem>

#include "engine/model/result.hpp"

namespace ayni::shell {

/// Holds DIR/profile.lock until it goes; the system lets go of it too when the program is killed.
class ProfileLock {
public:
    /// Waits that long for another program to finish. storage_busy; storage_failed if the folder can't be written.
    static Result<ProfileLock> take(const std::filesystem::path& folder, std::chrono::milliseconds wait);
    ProfileLock(ProfileLock&& other) noexcept;
    ProfileLock& operator=(ProfileLock&&) = delete;
    ProfileLock(const ProfileLock&) = delete;
    ~ProfileLock();

private:
    explicit ProfileLock(int file) : file_(file) {}
    int file_;
};

}  // namespace ayni::shell
