#include <charconv>
#include <system_error>

#include "sync/hub/desk.hpp"
#include "sync/hub/file_depot.hpp"
#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

Outcome keep_identity(Depot& depot, const Identity& identity) {
    AYNI_TRY(depot.set_setting(setting::name, identity.name));
    AYNI_TRY(depot.set_setting(setting::url, identity.url));
    AYNI_TRY(depot.set_setting(setting::pepper, identity.pepper));
    AYNI_TRY(depot.set_setting(setting::epoch, std::to_string(identity.epoch)));
    return depot.set_setting(setting::key,
                             wire::to_text(identity.keys.secret) + ':' + wire::to_text(identity.keys.open));
}

Outcome is_whole(const Founding& founding) {
    return founding.name.empty() || founding.coordinator.empty() || founding.url.empty()
               ? Failure{Fault::invalid, "a hub needs a name, a coordinator and an address"}
               : Outcome(Done{});
}

Identity new_identity(const Founding& founding) {
    return {founding.name, founding.url, wire::random_bytes(32), wire::random_number(), wire::make_keys()};
}

}  // namespace

Result<Identity> identity_of(Depot& depot) {
    Identity identity;
    AYNI_LET(key, depot.setting(setting::key));
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
    AYNI_LET(name, depot.setting(setting::name));
    AYNI_LET(url, depot.setting(setting::url));
    AYNI_LET(pepper, depot.setting(setting::pepper));
    AYNI_LET(epoch, depot.setting(setting::epoch));
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
    AYNI_TRY(is_whole(founding));
    std::error_code error;
    if (std::filesystem::create_directories(data, error)) {
        std::filesystem::permissions(data, std::filesystem::perms::owner_all, error);
    }
    if (error) {
        return Failure{Fault::storage_failed, error.message()};
    }
    AYNI_LET(depot, FileDepot::open(data, clock));
    return found(std::move(depot), founding);
}

Result<std::string> Hub::found(std::unique_ptr<Depot> depot, const Founding& founding) {
    AYNI_TRY(is_whole(founding));
    Hub hub(std::make_unique<Desk>(std::move(depot), new_identity(founding)));
    Desk& desk = *hub.desk_;
    std::string link;
    const Outcome done = desk.depot->transact([&]() -> Outcome {
        const auto known = identity_of(*desk.depot);
        if (known || known.fault() != Fault::not_found) {
            return known ? Failure{Fault::already_joined, "a hub lives here"} : known.error();
        }
        AYNI_TRY(keep_identity(*desk.depot, desk.identity));
        const RecordId person = desk.depot->rights().new_record();
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
    AYNI_LET(depot, FileDepot::open(data, clock));
    return open(std::move(depot));
}

Result<std::unique_ptr<Hub>> Hub::open(std::unique_ptr<Depot> depot) {
    AYNI_LET(identity, identity_of(*depot));
    return std::unique_ptr<Hub>(new Hub(std::make_unique<Desk>(std::move(depot), std::move(identity))));
}

}  // namespace ayni::hub
