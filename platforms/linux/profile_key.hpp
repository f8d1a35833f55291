#pragma once
// The key of one profile on this machine: profile.key beside its database, the platform's secret behind it, and the
// PIN before it if she wants one.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "engine/store/vault.hpp"

namespace ayni::shell {

/// As the system counts it, from /proc and CLOCK_BOOTTIME.
Moment machine_moment();

struct LockFacts {
    std::string key_store;  // KeyStore::name; empty: no key yet
    bool has_pin = false;
    std::chrono::milliseconds wait{0};  // before the next PIN
};

/// For whoever holds the profile's lock. Threads: one at a time.
///
/// Errors: key_lost, key_unavailable, storage_corrupt (its file is damaged), made_by_newer_app, storage_full,
/// storage_failed; of those that take a PIN also pin_needed, wrong_pin, pin_too_soon (it wasn't even tried).
class ProfileKey {
public:
    explicit ProfileKey(const std::filesystem::path& folder, std::function<Moment()> now = machine_moment,
                        PinCost cost = {});

    [[nodiscard]] Result<LockFacts> facts() const;
    /// The key; made, if this profile has none yet and nothing locked either.
    Result<DataKey> open(const std::optional<Pin>& pin);
    /// Another PIN, the first one, or none any more. `current`: the one until now. Killed at any moment, the old or the
    /// new one opens the same key. The platform's secret changes too: what was copied of the profile before opens with
    /// no PIN any more.
    Outcome change_pin(const std::optional<Pin>& current, const std::optional<Pin>& next);

private:
    Result<DataKey> make();
    Result<KeyEnvelope> envelope() const;
    Outcome seal(const DataKey& key, class KeyStore& store, const std::optional<Pin>& pin);
    [[nodiscard]] PinTries tries() const;
    Result<DataKey> open(const KeyEnvelope& envelope, const PlatformSecret& secret, const std::optional<Pin>& pin);

    std::filesystem::path database_;
    std::filesystem::path file_;
    std::filesystem::path tries_file_;
    std::function<Moment()> now_;
    PinCost cost_;
};

}  // namespace ayni::shell
