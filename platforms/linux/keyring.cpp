// The Secret Service by libsecret: a C library, so that the command line and the app share it, without Qt.

#include <libsecret/secret.h>

#include <cstdlib>
#include <filesystem>
#include <memory>

#include "platforms/linux/key_store.hpp"

namespace ayni::shell {
namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

// What a call reports, freed when it goes.
class Trouble {
public:
    Trouble() = default;
    Trouble(const Trouble&) = delete;
    Trouble& operator=(const Trouble&) = delete;
    ~Trouble() { g_clear_error(&error_); }
    GError** slot() { return &error_; }
    [[nodiscard]] bool any() const { return error_ != nullptr; }
    // A number: messages of others may name anything.
    [[nodiscard]] Failure failure() const {
        return {Fault::key_unavailable, "secret service: " + std::to_string(error_ != nullptr ? error_->code : 0)};
    }

private:
    GError* error_ = nullptr;
};

const SecretSchema* schema() {
    static const SecretSchema* made =
        secret_schema_new("org.ayni.ProfileKey", SECRET_SCHEMA_NONE, "id", SECRET_SCHEMA_ATTRIBUTE_STRING, nullptr);
    return made;
}

// Asking for a bus where there is none would start one.
bool has_session_bus() {
    const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS");
    if (address != nullptr && *address != '\0') {
        return true;
    }
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::error_code ignored;
    return runtime != nullptr && *runtime != '\0' &&
           std::filesystem::exists(std::filesystem::path(runtime) / "bus", ignored);
}

Owned<SecretService> service_of(Trouble& trouble) {
    if (!has_session_bus()) {
        return nullptr;
    }
    return Owned<SecretService>(secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, nullptr, trouble.slot()));
}

// True: there is a keyring for new secrets, and it is unlocked.
bool takes_secrets(SecretService* service) {
    Trouble trouble;
    const Owned<SecretCollection> collection(secret_collection_for_alias_sync(
        service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, nullptr, trouble.slot()));
    return collection && secret_collection_get_locked(collection.get()) == FALSE;
}

using Attributes = std::unique_ptr<GHashTable, decltype(&g_hash_table_unref)>;
Attributes attributes_of(const std::string& id) {
    return {secret_attributes_build(schema(), "id", id.c_str(), nullptr), &g_hash_table_unref};
}

}  // namespace

bool Keyring::is_open() {
    Trouble trouble;
    const auto service = service_of(trouble);
    return service && takes_secrets(service.get());
}

Outcome Keyring::put(const std::string& id, const PlatformSecret& secret) {
    Trouble trouble;
    const auto service = service_of(trouble);
    if (!service) {
        return trouble.failure();
    }
    const std::string_view bytes = secret.secret.bytes();
    SecretValue* value = secret_value_new(bytes.data(), static_cast<gssize>(bytes.size()), "application/octet-stream");
    const auto attributes = attributes_of(id);
    // What people see in their keyring's list names nobody.
    const gboolean stored = secret_service_store_sync(
        service.get(), schema(), attributes.get(), SECRET_COLLECTION_DEFAULT, "Ayni", value, nullptr, trouble.slot());
    secret_value_unref(value);
    return stored != FALSE ? Outcome(Done{}) : Outcome(trouble.failure());
}

Result<PlatformSecret> Keyring::get(const std::string& id) {
    Trouble trouble;
    const auto service = service_of(trouble);
    if (!service) {
        return trouble.failure();
    }
    const auto attributes = attributes_of(id);
    const auto flags = static_cast<SecretSearchFlags>(SECRET_SEARCH_UNLOCK | SECRET_SEARCH_LOAD_SECRETS);
    GList* found =
        secret_service_search_sync(service.get(), schema(), attributes.get(), flags, nullptr, trouble.slot());
    if (trouble.any()) {
        return trouble.failure();
    }
    if (found == nullptr) {
        // Some keyrings show nothing of what they have while they are locked.
        return {takes_secrets(service.get()) ? Fault::key_lost : Fault::key_unavailable, "secret service"};
    }
    std::optional<Secret> secret;
    SecretValue* value = secret_item_get_secret(static_cast<SecretItem*>(found->data));
    const bool locked = value == nullptr;
    if (value != nullptr) {
        gsize size = 0;
        const gchar* bytes = secret_value_get(value, &size);
        secret = Secret::of({bytes, size});
        secret_value_unref(value);
    }
    g_list_free_full(found, g_object_unref);
    if (!secret) {
        return {locked ? Fault::key_unavailable : Fault::key_lost, "secret service"};
    }
    return PlatformSecret{*secret};
}

void Keyring::forget(const std::string& id) {
    Trouble trouble;
    if (const auto service = service_of(trouble)) {
        const auto attributes = attributes_of(id);
        secret_service_clear_sync(service.get(), schema(), attributes.get(), nullptr, trouble.slot());
    }
}

}  // namespace ayni::shell
