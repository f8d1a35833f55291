#pragma once
// What the platform does for a notebook: keeps others off it, has its key, and asks for the PIN before it.

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "engine/model/result.hpp"
#include "engine/store/recovery.hpp"
#include "engine/store/store.hpp"
#include "engine/store/vault.hpp"

namespace ayni::models {

struct OpenNotebook {
    std::shared_ptr<void> held;  // keeps other programs off the folder for as long as it lives
    std::unique_ptr<Store> store;
};

struct Lock {
    bool encrypted = false;
    bool has_pin = false;
    std::chrono::milliseconds wait{0};  // before the next PIN
};

/// Threads: the desk's. Folders are profiles' (they hold profile.db).
class Door {
public:
    virtual ~Door() = default;
    /// pin_needed, wrong_pin, pin_too_soon; storage_busy: another program is there; key_lost, key_unavailable; and all
    /// of Store::open.
    virtual Result<OpenNotebook> open(const std::filesystem::path& folder, const Store::Settings& settings,
                                      const std::optional<Pin>& pin) = 0;
    /// Brings back what can be read of a damaged notebook (sync/client/recovery.hpp). The errors of both.
    virtual Result<Recovery> recover(const std::filesystem::path& folder, const Store::Settings& settings,
                                     const std::optional<Pin>& pin, const Progress& progress) = 0;
    virtual Result<Lock> lock(const std::filesystem::path& folder) = 0;
    /// Of the notebook that is open. No `next`: it opens without a PIN from now on.
    virtual Outcome change_pin(const std::filesystem::path& folder, const std::optional<Pin>& current,
                               const std::optional<Pin>& next) = 0;
};

}  // namespace ayni::models
