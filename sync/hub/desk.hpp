#pragma once
// What a Hub is made of. For the files of this folder only.

#include <memory>
#include <string>

#include "sync/hub/accounts.hpp"
#include "sync/hub/grants.hpp"
#include "sync/hub/hub.hpp"
#include "sync/hub/intake.hpp"
#include "sync/hub/invitations.hpp"
#include "sync/hub/members.hpp"
#include "sync/hub/pen.hpp"
#include "sync/hub/seen.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub {

struct Identity {
    std::string name;
    std::string url;
    std::string pepper;
    std::uint64_t epoch = 0;
    wire::KeyPair keys;
};

/// The store of the folder, with the hub's tables. storage faults, made_by_newer_app.
Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& data, const Clock* clock);
/// not_found: no hub has been made there.
Result<Identity> identity_of(const Store& store);

struct Desk {
    Desk(std::unique_ptr<Store> opened, Identity who)
        : store(std::move(opened)),
          identity(std::move(who)),
          accounts(*store, identity.pepper),
          invitations(*store, accounts),
          members(*store),
          pen(*store, identity.keys),
          intake(*store, accounts, members, pen),
          grants(*store),
          seen(*store, members) {}

    std::unique_ptr<Store> store;
    Identity identity;
    Accounts accounts;
    Invitations invitations;
    Members members;
    Pen pen;
    Intake intake;
    Grants grants;
    Seen seen;

    [[nodiscard]] std::int64_t now() const { return store->clock().now_ms(); }
    [[nodiscard]] Reply signed_reply(std::string_view message, DeviceId asked) const;
    [[nodiscard]] Reply refuse(const std::string& nonce, Fault fault, std::uint32_t retry_after_s = 0,
                               DeviceId asked = {}) const;

    Result<Account> active_account(std::string_view token);
    Result<wire::JoinAnswer> join(const wire::JoinRequest& request, std::string_view address);
    Result<wire::InviteAnswer> invite(const wire::InviteRequest& request, const Account& account);
    Result<wire::ExchangeAnswer> exchange(const wire::ExchangeRequest& request, const Account& account);

private:
    Outcome admit(const wire::JoinRequest& request, const Invited& invited, wire::JoinAnswer& answer);
    Outcome write_device(const Account& account);
    Result<std::vector<std::string>> take_parts(const Account& account, const std::vector<std::string>& parts,
                                                std::size_t unpacked);
    Outcome note_visit(const Account& account, const Held& held);
};

/// The link of a fresh invitation.
std::string invitation_link(const Identity& identity, const std::string& code);

}  // namespace ayni::hub
