#include "platforms/linux/profile.hpp"

#include <utility>

#include "engine/store/cipher.hpp"

namespace ayni::shell {

Result<OpenProfile> open_profile(const std::filesystem::path& folder, Store::Settings settings,
                                 const std::optional<Pin>& pin, std::chrono::milliseconds wait) {
    AYNI_LET(lock, ProfileLock::take(folder, wait));
    ProfileKey key(folder);
    if (can_encrypt()) {
        AYNI_LET(opened, key.open(pin));
        settings.key = opened;
    } else {
        AYNI_LET(facts, key.facts());
        if (!facts.key_store.empty()) {
            return {Fault::made_by_newer_app, "this build can't decrypt"};
        }
    }
    AYNI_LET(store, Store::open(folder / "profile.db", std::move(settings)));
    return OpenProfile{std::make_unique<ProfileLock>(std::move(lock)), std::move(store)};
}

}  // namespace ayni::shell
