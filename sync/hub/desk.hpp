#pragma once
// What a Hub is made of. For the files of this folder only.

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sync/hub/accounts.hpp"
#include "sync/hub/depot.hpp"
#include "sync/hub/grants.hpp"
#include "sync/hub/hub.hpp"
#include "sync/hub/intake.hpp"
#include "sync/hub/invitations.hpp"
#include "sync/hub/members.hpp"
#include "sync/hub/pen.hpp"
#include "sync/hub/seen.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub {

inline constexpr std::size_t nonce_most = 64;

struct Identity {
    std::string name;
    std::string url;
    std::string pepper;
    std::uint64_t epoch = 0;
    wire::KeyPair keys;
};

/// not_found: no hub has been made there.
Result<Identity> identity_of(Depot& depot);

struct Desk {
    Desk(std::unique_ptr<Depot> opened, Identity who)
        : depot(std::move(opened)),
          identity(std::move(who)),
          accounts(*depot, identity.pepper),
          invitations(*depot, accounts),
          members(*depot),
          pen(*depot, identity.keys),
          intake(*depot, accounts, members, pen),
          grants(*depot),
          seen(*depot, members) {}

    std::unique_ptr<Depot> depot;
    Identity identity;
    Accounts accounts;
    Invitations invitations;
    Members members;
    Pen pen;
    Intake intake;
    Grants grants;
    Seen seen;

    [[nodiscard]] std::int64_t now() const { return depot->rights().clock().now_ms(); }
    [[nodiscard]] Reply signed_reply(std::string_view message, DeviceId asked) const;
    /// For this device, and only as the answer to this request.
    Reply sealed_reply(std::string_view message, std::string_view request, const std::string& nonce,
                       const Account& account);
    [[nodiscard]] Reply refuse(const std::string& nonce, Fault fault, std::uint32_t retry_after_s = 0,
                               DeviceId asked = {}) const;

    Result<Account> active_account(std::string_view token);
    Result<wire::JoinAnswer> join(const wire::JoinRequest& request, std::string_view address);
    Result<wire::InviteAnswer> invite(const wire::InviteRequest& request, const Account& account);
    std::vector<Reply> exchange(std::span<const Hub::Asked> asked);

private:
    Outcome admit(const wire::JoinRequest& request, const std::string& code, wire::JoinAnswer& answer);
    Outcome write_device(const Account& account);
    Result<wire::InviteAnswer> invited_by(const wire::InviteRequest& request, const Account& account);

    // exchange.cpp
    /// What a device may have and is to be told: all of one moment.
    struct Visit {
        std::vector<ScopeId> readable;
        std::vector<Grant> granted;
        std::uint64_t revision = 0;  // of its grants
        std::uint64_t seen = 0;      // the revision of what is seen
        std::int64_t end = 0;        // of the log
        std::vector<Reach> held;     // how far the hub has it, where she has to be told
    };
    struct Taken {
        std::vector<wire::ReceiptOf> receipts;
        std::vector<std::string> done;  // of what she carries
        Visit visit;
    };
    /// One device's exchange: what she asks, then what was taken of it, then what she is told.
    struct Call {
        std::string_view body;
        wire::ExchangeRequest request;
        Account account;
        std::vector<Frame> frames;
        Cursor cursor;
        bool is_known = false;       // the cursor, to this hub of this epoch
        bool is_of_another = false;  // epoch: of this hub before it was brought back from a backup
        Taken taken;
        std::optional<Reply> refused;
    };
    Call hear(const Hub::Asked& asked);
    Outcome read(Call& call);
    void take_all(std::span<Call> calls);
    Outcome take(Call& call);
    Result<std::vector<std::string>> take_parts(const Account& account, const std::vector<std::string>& parts,
                                                std::size_t unpacked);
    Reply answer(Call& call);
    Result<wire::ExchangeAnswer> answer_to(Call& call);
    Result<Visit> receive_visit(const Call& call);
    Outcome note_visit(const Account& account, const Held& held, std::span<const Grant> granted);
    std::optional<wire::AnswerKey> answer_key_of(const Account& account);
    std::map<DeviceId, std::pair<wire::PublicKey, wire::AnswerKey>> answer_keys;
};

/// The link of a fresh invitation.
std::string invitation_link(const Identity& identity, const std::string& code);

}  // namespace ayni::hub
