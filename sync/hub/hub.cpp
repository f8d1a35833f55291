#include "sync/hub/hub.hpp"

#include <algorithm>

#include "sync/hub/desk.hpp"
#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

unsigned status_of(Fault fault) {
    switch (fault) {
        case Fault::malformed:
        case Fault::invalid:
        case Fault::bad_signature:
        case Fault::made_by_newer_app: return 400;
        case Fault::token_refused: return 401;
        case Fault::not_allowed:
        case Fault::wrong_code:
        case Fault::expired_code: return 403;
        case Fault::too_large: return 413;
        case Fault::not_found: return 422;
        case Fault::too_many_tries: return 429;
        default: return 500;
    }
}

// A text that a stranger sends and the hub keeps: short, and of one line.
std::string plain_line(std::string_view text) {
    std::size_t length = std::min<std::size_t>(text.size(), 64);
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80) {
        --length;  // not in the middle of a letter
    }
    std::string line(text.substr(0, length));
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

}  // namespace

Hub::Hub(std::unique_ptr<Desk> desk) : desk_(std::move(desk)) {}
Hub::~Hub() = default;

Reply Desk::signed_reply(std::string_view message, DeviceId asked) const {
    return {200, wire::sign_answer(message, identity.keys.secret),
            asked.value != 0 ? to_text(asked).substr(0, 8) : std::string{}};
}

Reply Desk::refuse(const std::string& nonce, Fault fault, std::uint32_t retry_after_s, DeviceId asked) const {
    const unsigned status = status_of(fault);
    Reply reply = signed_reply(
        wire::encode(wire::Refused{nonce, status == 500 ? Fault::hub_failed : fault, retry_after_s}), asked);
    reply.status = status;
    return reply;
}

Reply Hub::refusal(Fault fault) const {
    return desk_->refuse({}, fault);
}

Result<Account> Desk::active_account(std::string_view token) {
    AYNI_LET(account, accounts.by_token(token));
    if (!account || !account->is_active()) {
        return Failure{Fault::token_refused, {}};
    }
    return std::move(*account);
}

Result<bool> Hub::knows(std::string_view token) {
    const auto account = desk_->active_account(token);
    return account || account.fault() == Fault::token_refused ? Result<bool>(account.has_value()) : account.error();
}

// join ----------------------------------------------------------------------------------------------------------------

Reply Hub::join(std::string_view body, std::string_view address) {
    const auto request = wire::open_join(body);
    if (!request) {
        return desk_->refuse({}, request.fault());
    }
    auto answer = desk_->join(*request, address);
    if (!answer) {
        desk_->members.forget();
        const auto wait = desk_->invitations.wait_s(address, desk_->now());
        const bool must_wait = answer.fault() == Fault::too_many_tries;
        return desk_->refuse(request->nonce, answer.fault(), must_wait && wait ? *wait : 0, request->device);
    }
    return desk_->signed_reply(wire::encode(*answer), request->device);
}

Result<wire::JoinAnswer> Desk::join(const wire::JoinRequest& request, std::string_view address) {
    if (request.protocol != wire::protocol_version) {
        return Failure{Fault::made_by_newer_app, "protocol"};
    }
    if (request.device.value == 0 || depot->rights().is_of_hub(request.device) || request.nonce.size() > nonce_most) {
        return Failure{Fault::malformed, "join"};
    }
    AYNI_LET(wait, invitations.wait_s(address, now()));
    if (wait > 0) {
        return Failure{Fault::too_many_tries, {}};
    }
    const auto code = wire::fold_code(request.code);
    auto invited = code ? invitations.find(*code) : Result<std::optional<Invited>>(std::optional<Invited>{});
    AYNI_TRY(invited);
    if (!*invited) {
        AYNI_TRY(invitations.note_wrong(address, now()));
        return Failure{Fault::wrong_code, {}};
    }
    wire::JoinAnswer answer;
    AYNI_TRY(depot->transact([&] { return admit(request, *code, answer); }));
    answer.nonce = request.nonce;
    answer.hub_name = identity.name;
    answer.hub_device = depot->rights().device();
    answer.hub_key = identity.keys.open;
    answer.epoch = identity.epoch;
    answer.hub_time = now();
    return answer;
}

// A code is good once. The same device with the same key may use it again (or another, if it took her so long): its
// answer was lost on the way. Not so once it has come with its token: a request that comes a second time, and late,
// would take that from it.
Outcome Desk::admit(const wire::JoinRequest& request, const std::string& code, wire::JoinAnswer& answer) {
    AYNI_LET(invited, invitations.find(code));  // again: another hub may have given it out
    if (!invited) {
        return Failure{Fault::wrong_code, {}};
    }
    AYNI_LET(known, accounts.by_device(request.device));
    const bool has_no_token = known && known->key == request.key && known->person == invited->person &&
                              known->is_active() && known->last_seen == 0;
    const bool again = has_no_token && invited->used_by == request.device && known->code_hash == invited->code_hash;
    if (!again && (invited->used_by || invited->expires <= now())) {
        return Failure{Fault::expired_code, {}};
    }
    // One that had joined before this hub was brought back from its backup joins again, with the key that it has.
    AYNI_LET(shown, accounts.vouched_for(request.device));
    const bool is_hers = !request.person || request.person == invited->person;
    const bool is_the_same =
        !shown || (shown->key == request.key && shown->person == invited->person && shown->is_active());
    if ((known && !has_no_token) || !is_the_same || !is_hers) {
        return Failure{Fault::not_allowed, "this device has joined, or is somebody else's"};
    }
    Account account;
    account.device = request.device;
    account.person = invited->person;
    account.key = request.key;
    account.code_hash = invited->code_hash;
    account.state = "active";
    account.model = plain_line(request.model);
    account.app_version = plain_line(request.app_version);
    account.joined = now();
    AYNI_LET(token, accounts.open(account));
    if (!again) {
        AYNI_TRY(invitations.use(*invited, request.device));
    }
    if (!shown) {
        AYNI_TRY(write_device(account));
    }
    answer.token = std::move(token);
    answer.person = invited->person;
    return Done{};
}

// Where the others of her cohort find the key that her envelopes are signed with.
Outcome Desk::write_device(const Account& account) {
    AYNI_LET(roster, members.roster());
    const auto* person = roster->person(account.person);
    if (person == nullptr) {
        return Failure{Fault::expired_code, "the person is gone"};
    }
    const RecordId record = depot->rights().new_record();
    const Edit edits[] = {
        make_edit(record, kind::device, "person", account.person),
        make_edit(record, kind::device, "device", to_text(account.device)),
        make_edit(record, kind::device, "public_key", wire::to_text(account.key)),
        make_edit(record, kind::device, "model", account.model),
        make_edit(record, kind::device, "app_version", account.app_version),
        make_edit(record, kind::device, "state", account.state),
    };
    return pen.write(person->home, edits);
}

// invite --------------------------------------------------------------------------------------------------------------

Reply Hub::invite(std::string_view body, std::string_view token) {
    const auto request = wire::decode_invite_request(body);
    if (!request) {
        return desk_->refuse({}, request.fault());
    }
    const auto account = desk_->active_account(token);
    if (!account) {
        return desk_->refuse(request->nonce, account.fault());
    }
    auto answer = desk_->invite(*request, *account);
    if (!answer) {
        return desk_->refuse(request->nonce, answer.fault(), 0, account->device);
    }
    return desk_->sealed_reply(wire::encode(*answer), body, request->nonce, *account);
}

Result<wire::InviteAnswer> Desk::invite(const wire::InviteRequest& request, const Account& account) {
    std::optional<wire::InviteAnswer> answer;
    AYNI_TRY(depot->transact([&]() -> Outcome {
        AYNI_LET(made, invited_by(request, account));
        answer = std::move(made);
        return Done{};
    }));
    return std::move(*answer);
}

Result<wire::InviteAnswer> Desk::invited_by(const wire::InviteRequest& request, const Account& account) {
    AYNI_LET(roster, members.roster());
    const auto* coordinator = roster->person(account.person);
    if (coordinator == nullptr || coordinator->role != "coordinator") {
        return Failure{Fault::not_allowed, {}};
    }
    const auto* person = roster->person(request.person);
    if (person == nullptr) {
        return Failure{Fault::not_found, {}};
    }
    if (coordinator->home.kind != ScopeKind::programme && coordinator->home != person->home) {
        return Failure{Fault::not_allowed, {}};
    }
    AYNI_LET(made, invitations.make(request.person, now()));
    return wire::InviteAnswer{request.nonce, made.code, invitation_link(identity, made.code), made.expires};
}

// Operations ----------------------------------------------------------------------------------------------------------

std::string Hub::name() const {
    return desk_->identity.name;
}

std::string Hub::url() const {
    return desk_->identity.url;
}

Outcome Hub::move_to(std::string_view url) {
    AYNI_TRY(desk_->depot->set_setting(setting::url, url));
    desk_->identity.url = url;
    return Done{};
}

Result<std::vector<Account>> Hub::devices() {
    return desk_->accounts.all();
}

Result<std::vector<Quarantined>> Hub::quarantine() {
    return desk_->intake.quarantine();
}

Outcome Hub::checkpoint() {
    return desk_->depot->checkpoint();
}

}  // namespace ayni::hub
