#include "platforms/linux/profile.hpp"

#include <utility>

#include "engine/store/cipher.hpp"
#include "engine/store/set_aside.hpp"

namespace ayni::shell {

namespace {

Outcome unlock(const std::filesystem::path& folder, Store::Settings& settings, const std::optional<Pin>& pin) {
    ProfileKey key(folder);
    if (can_encrypt()) {
        AYNI_LET(opened, key.open(pin));
        settings.key = opened;
        return Done{};
    }
    AYNI_LET(facts, key.facts());
    return facts.key_store.empty() ? Outcome(Done{}) : Outcome(Fault::made_by_newer_app, "this build can't decrypt");
}

}  // namespace

Result<OpenProfile> open_profile(const std::filesystem::path& folder, Store::Settings settings,
                                 const std::optional<Pin>& pin, std::chrono::milliseconds wait) {
    AYNI_LET(lock, ProfileLock::take(folder, wait));
    AYNI_TRY(unlock(folder, settings, pin));
    AYNI_LET(store, Store::open(folder / "profile.db", std::move(settings)));
    return OpenProfile{std::make_unique<ProfileLock>(std::move(lock)), std::move(store)};
}

Result<Recovery> recover_profile(const std::filesystem::path& folder, Store::Settings settings,
                                 const std::optional<Pin>& pin, std::chrono::milliseconds wait,
                                 const Progress& progress) {
    const auto lock = ProfileLock::take(folder, wait);
    if (!lock) {
        return lock.error();
    }
    AYNI_TRY(unlock(folder, settings, pin));
    return client::recover(folder / "profile.db", settings, progress);
}

Outcome open_aside(const std::filesystem::path& folder, const std::filesystem::path& set_aside,
                   const std::filesystem::path& to, const std::optional<Pin>& pin, std::chrono::milliseconds wait) {
    AYNI_LET(lock, ProfileLock::take(folder, wait));
    static_cast<void>(lock);
    Store::Settings settings;
    AYNI_TRY(unlock(folder, settings, pin));
    return settings.key ? open_set_aside(set_aside, *settings.key, to) : Outcome(Fault::not_found, "no key");
}

}  // namespace ayni::shell
