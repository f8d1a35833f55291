#pragma once
// Where this machine keeps secrets for a person: what opens her profiles lies there, and not beside them.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/store/vault.hpp"

namespace ayni::shell {

/// Secrets by name. Threads: one at a time.
class KeyStore {
public:
    virtual ~KeyStore() = default;
    /// The word by which a profile's key file names it: for good.
    [[nodiscard]] virtual std::string_view name() const = 0;
    /// key_unavailable, storage_full.
    virtual Outcome put(const std::string& id, const PlatformSecret& secret) = 0;
    /// key_lost: it isn't there. key_unavailable: the store can't be asked, or is locked.
    virtual Result<PlatformSecret> get(const std::string& id) = 0;
    /// Nothing by that name is fine too.
    virtual void forget(const std::string& id) = 0;
};

/// A file for each secret, that only she can read, in a folder that nobody else can open. For machines without a
/// keyring (servers, tests): whoever can read her files can read these.
class KeyFolder final : public KeyStore {
public:
    static constexpr std::string_view word = "file";
    explicit KeyFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}
    [[nodiscard]] std::string_view name() const override { return word; }
    Outcome put(const std::string& id, const PlatformSecret& secret) override;
    Result<PlatformSecret> get(const std::string& id) override;
    void forget(const std::string& id) override;

private:
    [[nodiscard]] std::filesystem::path file_of(const std::string& id) const { return folder_ / (id + ".key"); }
    std::filesystem::path folder_;
};

/// The keyring of her session (GNOME Keyring, KWallet, KeePassXC), by the Secret Service of D-Bus.
class Keyring final : public KeyStore {
public:
    static constexpr std::string_view word = "secret_service";
    /// Is there a session with a keyring, and is it unlocked?
    static bool is_open();
    [[nodiscard]] std::string_view name() const override { return word; }
    Outcome put(const std::string& id, const PlatformSecret& secret) override;
    /// A locked keyring asks her to unlock it, if it can.
    Result<PlatformSecret> get(const std::string& id) override;
    void forget(const std::string& id) override;
};

/// The machine's: the keyring if it is open, else the folder $XDG_DATA_HOME/ayni-keys (~/.local/share/ayni-keys), which
/// lies outside every profile, so that a copy of one doesn't take its key along. Where AYNI_KEYS names a folder, that
/// one and no keyring.
std::unique_ptr<KeyStore> key_store_for_new();
/// key_unavailable: none has this name here.
Result<std::unique_ptr<KeyStore>> key_store_named(std::string_view name);

}  // namespace ayni::shell
