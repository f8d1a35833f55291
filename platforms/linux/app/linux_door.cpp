#include "platforms/linux/app/linux_door.hpp"

#include <utility>

#include "platforms/linux/profile.hpp"

namespace ayni::shell {
namespace {

// Another program may be about to finish with the profile.
constexpr std::chrono::milliseconds lock_wait{1500};

}  // namespace

Result<models::OpenNotebook> LinuxDoor::open(const std::filesystem::path& folder, const Store::Settings& settings,
                                             const std::optional<Pin>& pin) {
    AYNI_LET(opened, open_profile(folder, settings, pin, lock_wait));
    return models::OpenNotebook{std::shared_ptr<void>(std::move(opened.lock)), std::move(opened.store)};
}

Result<Recovery> LinuxDoor::recover(const std::filesystem::path& folder, const Store::Settings& settings,
                                    const std::optional<Pin>& pin, const Progress& progress) {
    return recover_profile(folder, settings, pin, lock_wait, progress);
}

Result<models::Lock> LinuxDoor::lock(const std::filesystem::path& folder) {
    AYNI_LET(facts, ProfileKey(folder).facts());
    return models::Lock{!facts.key_store.empty(), facts.has_pin, facts.wait};
}

Outcome LinuxDoor::change_pin(const std::filesystem::path& folder, const std::optional<Pin>& current,
                              const std::optional<Pin>& next) {
    return ProfileKey(folder).change_pin(current, next);
}

}  // namespace ayni::shell
