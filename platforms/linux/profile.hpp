#pragma once
// The one way in which programs of this machine open a profile: its lock, its key, its store.

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "engine/store/store.hpp"
#include "platforms/linux/profile_key.hpp"
#include "platforms/linux/profile_lock.hpp"
#include "sync/client/recovery.hpp"

namespace ayni::shell {

struct OpenProfile {
    std::unique_ptr<ProfileLock> lock;
    std::unique_ptr<Store> store;
};

/// Opens DIR/profile.db, made if it isn't there; the folder must be. A profile that wasn't locked yet is from now on.
/// Waits that long for another program to finish. Errors: those of ProfileLock, ProfileKey and Store::open;
/// made_by_newer_app also if this build can't encrypt (AYNI_PLAIN_SQLITE) and the profile is locked.
Result<OpenProfile> open_profile(const std::filesystem::path& folder, Store::Settings settings,
                                 const std::optional<Pin>& pin, std::chrono::milliseconds wait);

/// Recovers DIR/profile.db if it is damaged (sync/client/recovery.hpp); the same lock, key and errors, and those of
/// client::recover.
Result<Recovery> recover_profile(const std::filesystem::path& folder, Store::Settings settings,
                                 const std::optional<Pin>& pin, std::chrono::milliseconds wait,
                                 const Progress& progress = {});

/// Writes a file that a recovery set aside locked as it was before. The same lock, key and errors, and those of
/// open_set_aside; not_found also if the profile has no key.
Outcome open_aside(const std::filesystem::path& folder, const std::filesystem::path& set_aside,
                   const std::filesystem::path& to, const std::optional<Pin>& pin, std::chrono::milliseconds wait);

}  // namespace ayni::shell
