#include <set>
#include <utility>

#include "sync/client/answer.hpp"
#include "sync/client/client.hpp"
#include "sync/client/profile.hpp"
#include "sync/joined/membership.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::client {

namespace setting = joined::setting;

namespace {

constexpr std::size_t nonce_bytes = 16;

// The first contact: no key is pinned yet, so the answer must be signed by the key that it carries itself, and that
// must be the one that the invitation promised, if it did.
Result<wire::JoinAnswer> first_answer(const std::string& body, const std::string& nonce, const std::string& key_start) {
    const Failure stranger{Fault::not_a_hub, "join answer"};
    const auto unproven = wire::open_answer(body, std::nullopt);
    if (!unproven) {
        return stranger;
    }
    auto answer = wire::decode_join_answer(*unproven);
    if (!answer) {
        return answer.fault() == Fault::made_by_newer_app ? answer.error() : stranger;
    }
    const bool proven = wire::open_answer(body, answer->hub_key).has_value();
    const bool promised = wire::to_text(answer->hub_key).starts_with(key_start);
    if (!proven || !promised || answer->nonce != nonce || answer->token.empty() || !answer->person) {
        return stranger;
    }
    return answer;
}

Outcome keep_membership(Store& store, const std::string& base_url, const wire::JoinAnswer& answer) {
    return store.transact([&]() -> Outcome {
        AYNI_LET(former, store.setting(setting::token));
        if (former.empty() && store.person()) {
            // Begun alone: what is here now is hers only, and moves into the programme's scopes (adopt.hpp).
            AYNI_LET(scopes, store.scopes());
            std::set<ScopeId> hers(scopes.begin(), scopes.end());
            hers.erase(ScopeId{});  // the programme is nobody's own
            AYNI_TRY(joined::keep_scopes(store, setting::alone, hers));
            AYNI_TRY(store.set_setting(setting::alone_person, to_text(store.person())));
        }
        AYNI_TRY(store.set_setting(setting::token, answer.token));
        AYNI_TRY(store.set_setting(setting::hub_url, base_url));
        AYNI_TRY(store.set_setting(setting::hub_name, answer.hub_name));
        AYNI_TRY(store.set_setting(setting::hub_key, wire::to_text(answer.hub_key)));
        AYNI_TRY(joined::keep_hub_device(store, answer.hub_device));
        AYNI_TRY(store.set_setting(setting::token_refused, {}));
        if (former.empty()) {  // else the next exchange tells of another, and what the hub lacks is offered again
            AYNI_TRY(store.set_setting(setting::epoch, std::to_string(answer.epoch)));
        }
        return store.set_person(answer.person);
    });
}

}  // namespace

Result<Joining> Joining::begin(Store& store, std::string_view link_text, std::string_view model) {
    AYNI_LET(token, store.setting(setting::token));
    AYNI_LET(refused, store.setting(setting::token_refused));
    if (!token.empty() && refused.empty()) {
        return Failure{Fault::already_joined, {}};
    }
    AYNI_LET(link, wire::parse_link(link_text));
    AYNI_LET(code, wire::fold_code(link.code));
    AYNI_LET(keys, joined::keys_of(store));
    wire::JoinRequest message;
    message.nonce = wire::random_bytes(nonce_bytes);
    message.code = code;
    message.device = store.device();
    message.key = keys.open;
    message.model = model;
    message.app_version = AYNI_VERSION;
    message.person = token.empty() ? RecordId{} : store.person();  // whoever began alone is nobody to the hub
    Joining joining;
    joining.request_ = {link.base_url + "/v1/join", {}, wire::sign_join(message, keys.secret)};
    joining.base_url_ = link.base_url;
    joining.key_start_ = link.key_start;
    joining.nonce_ = message.nonce;
    if (!token.empty()) {
        AYNI_LET(member, joined::membership_of(store));
        joining.hub_ = member.hub_key;
    }
    return joining;
}

Outcome Joining::take(Store& store, const Result<Answer>& answer) const {
    if (!answer) {
        return answer.error();
    }
    AYNI_TRY(must_be_served(*answer, hub_, nonce_));
    AYNI_LET(welcome, first_answer(answer->body, nonce_, key_start_));
    if (hub_ && welcome.hub_key != *hub_) {
        return Failure{Fault::not_a_hub, "another hub than hers"};
    }
    if (hub_ && welcome.person != store.person()) {
        return Failure{Fault::not_allowed, "somebody else's invitation"};
    }
    return keep_membership(store, base_url_, welcome);
}

Outcome join(Store& store, Http& http, std::string_view link, std::string_view model) {
    AYNI_LET(joining, Joining::begin(store, link, model));
    const Request& request = joining.request();
    return joining.take(store, http.post(request.url, request.body, request.token));
}

Result<Invitation> invite(Store& store, Http& http, RecordId person) {
    AYNI_LET(member, joined::membership_of(store));
    wire::InviteRequest request;
    request.nonce = wire::random_bytes(nonce_bytes);
    request.person = person;
    const std::string body = wire::encode(request);
    AYNI_LET(posted, http.post(member.base_url + "/v1/invite", body, member.token));
    AYNI_TRY(count_bytes(store, posted.bytes_up + posted.bytes_down));
    AYNI_TRY(must_be_served(posted, member.hub_key, request.nonce));
    const auto key = wire::answer_key(member.keys.secret, member.hub_key);
    AYNI_LET(message, key ? wire::open_sealed(posted.body, body, *key)
                          : Result<std::string>(Failure{Fault::not_a_hub, "invite answer"}));
    auto answer = wire::decode_invite_answer(message);
    if (!answer || answer->nonce != request.nonce) {
        return Failure{Fault::not_a_hub, "invite answer"};
    }
    return Invitation{answer->code, answer->link, answer->expires};
}

}  // namespace ayni::client
