#include "platforms/linux/key_store.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "engine/store/files.hpp"

namespace ayni::shell {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

// Empty: this account has no home.
std::filesystem::path key_folder() {
    if (const std::string own = environment("AYNI_KEYS"); !own.empty()) {
        return own;
    }
    // The standard wants an absolute path, and others ignored.
    if (const std::filesystem::path data = environment("XDG_DATA_HOME"); data.is_absolute()) {
        return data / "ayni-keys";
    }
    const std::filesystem::path home = environment("HOME");
    return home.is_absolute() ? home / ".local/share/ayni-keys" : std::filesystem::path();
}

}  // namespace

Outcome KeyFolder::put(const std::string& id, const PlatformSecret& secret) {
    std::error_code error;
    if (folder_.empty()) {
        return {Fault::key_unavailable, "no home"};
    }
    std::filesystem::create_directories(folder_.parent_path(), error);
    if (::mkdir(folder_.c_str(), 0700) != 0 && errno != EEXIST) {
        return {Fault::key_unavailable, std::generic_category().message(errno)};
    }
    if (::chmod(folder_.c_str(), 0700) != 0) {
        return {Fault::key_unavailable, std::generic_category().message(errno)};
    }
    return write_file(file_of(id), secret.secret.bytes());
}

Result<PlatformSecret> KeyFolder::get(const std::string& id) {
    auto bytes = read_file(file_of(id), Secret::size);
    if (!bytes) {
        const bool gone = bytes.fault() == Fault::not_found || bytes.fault() == Fault::too_large;
        return {gone ? Fault::key_lost : Fault::key_unavailable, bytes.error().detail};
    }
    const auto secret = Secret::of(*bytes);
    wipe(*bytes);
    return secret ? Result<PlatformSecret>(PlatformSecret{*secret}) : Result<PlatformSecret>(Fault::key_lost);
}

void KeyFolder::forget(const std::string& id) {
    // Overwritten first: a wrapped key that was copied must not open with what is left of it on the disk.
    std::error_code ignored;
    if (std::filesystem::exists(file_of(id), ignored)) {
        static_cast<void>(write_in_place(file_of(id), std::string(Secret::size, '\0')));
    }
    std::filesystem::remove(file_of(id), ignored);
}

std::unique_ptr<KeyStore> key_store_for_new() {
    if (environment("AYNI_KEYS").empty() && Keyring::is_open()) {
        return std::make_unique<Keyring>();
    }
    return std::make_unique<KeyFolder>(key_folder());
}

Result<std::unique_ptr<KeyStore>> key_store_named(std::string_view name) {
    if (name == Keyring::word) {
        return std::unique_ptr<KeyStore>(std::make_unique<Keyring>());
    }
    if (name == KeyFolder::word) {
        return std::unique_ptr<KeyStore>(std::make_unique<KeyFolder>(key_folder()));
    }
    return Failure{Fault::key_unavailable, "no such key store here"};
}

}  // namespace ayni::shell
