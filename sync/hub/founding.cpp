#include <charconv>
#include <system_error>

#include "sync/hub/desk.hpp"
#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

Outcome keep_identity(Store& store, const Identity& identity) {
    AYNI_TRY(store.set_setting(setting::name, identity.name));
    AYNI_TRY(store.set_setting(setting::url, identity.url));
    AYNI_TRY(store.set_setting(setting::pepper, identity.pepper));
    AYNI_TRY(store.set_setting(setting::epoch, std::to_string(identity.epoch)));
    return store.set_setting(setting::key,
                             wire::to_text(identity.keys.secret) + ':' + wire::to_text(identity.keys.open));
}

Identity new_identity(const Founding& founding) {
    return {founding.name, founding.url, wire::random_bytes(32), wire::random_number(), wire::make_keys()};
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& data, const Clock* clock) {
    AYNI_LET(store, Store::open(data / "hub.db", {.decode = wire::decode, .clock = clock, .rights_only = true}));
    AYNI_TRY(make_tables(*store));
    return std::move(store);
}

Result<Identity> identity_of(const Store& store) {
    Identity identity;
    AYNI_LET(key, store.setting(setting::key));
    if (key.empty()) {
        return Failure{Fault::not_found, "hub"};
    }
    const auto between = key.find(':');
    if (between == std::string::npos) {
        return Failure{Fault::storage_corrupt, "hub.key"};
    }
    AYNI_LET(secret, wire::parse_secret_key(std::string_view(key).substr(0, between)));
    AYNI_LET(open, wire::parse_public_key(std::string_view(key).substr(between + 1)));
    identity.keys = {open, secret};
    AYNI_LET(name, store.setting(setting::name));
    AYNI_LET(url, store.setting(setting::url));
    AYNI_LET(pepper, store.setting(setting::pepper));
    AYNI_LET(epoch, store.setting(setting::epoch));
    const auto [end, error] = std::from_chars(epoch.data(), epoch.data() + epoch.size(), identity.epoch);
    if (error != std::errc{} || end != epoch.data() + epoch.size()) {
        return Failure{Fault::storage_corrupt, "hub.epoch"};
    }
    identity.name = std::move(name);
    identity.url = std::move(url);
    identity.pepper = std::move(pepper);
    return identity;
}

std::string invitation_link(const Identity& identity, const std::string& code) {
    return wire::link_text({identity.url, code, wire::to_text(identity.keys.open).substr(0, 16)});
}

Result<std::string> Hub::found(const std::filesystem::path& data, const Founding& founding, const Clock* clock) {
    if (founding.name.empty() || founding.coordinator.empty() || founding.url.empty()) {
        return Failure{Fault::invalid, "a hub needs a name, a coordinator and an address"};
    }
    std::error_code error;
    if (std::filesystem::create_directories(data, error)) {
        std::filesystem::permissions(data, std::filesystem::perms::owner_all, error);
    }
    if (error) {
        return Failure{Fault::storage_failed, error.message()};
    }
    AYNI_LET(store, open_store(data, clock));
    const auto known = identity_of(*store);
    if (known) {
        return Failure{Fault::already_joined, "a hub lives here"};
    }
    if (known.fault() != Fault::not_found) {
        return known.error();
    }
    Hub hub(std::make_unique<Desk>(std::move(store), new_identity(founding)));
    Desk& desk = *hub.desk_;
    std::string link;
    const Outcome done = desk.store->transact([&]() -> Outcome {
        AYNI_TRY(keep_identity(*desk.store, desk.identity));
        const RecordId person = desk.store->new_record();
        const Edit edits[] = {make_edit(person, kind::person, "name", founding.coordinator),
                              make_edit(person, kind::person, "role", std::string("coordinator")),
                              make_edit(person, kind::person, "ui_lang", founding.lang)};
        AYNI_TRY(desk.pen.write({ScopeKind::programme, {}}, edits));
        AYNI_LET(invitation, desk.invitations.make(person, desk.now()));
        link = invitation_link(desk.identity, invitation.code);
        return Done{};
    });
    AYNI_TRY(done);
    return link;
}

Result<std::unique_ptr<Hub>> Hub::open(const std::filesystem::path& data, const Clock* clock) {
    std::error_code error;
    if (!std::filesystem::exists(data / "hub.db", error)) {
        return Failure{Fault::not_found, "hub.db"};
    }
    AYNI_LET(store, open_store(data, clock));
    AYNI_LET(identity, identity_of(*store));
    return std::unique_ptr<Hub>(new Hub(std::make_unique<Desk>(std::move(store), std::move(identity))));
}

}  // namespace ayni::hub
