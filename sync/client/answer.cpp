#include "sync/client/answer.hpp"

#include "sync/wire/messages.hpp"

namespace ayni::client {
namespace {

constexpr long ok = 200;
constexpr long payload_too_large = 413;
constexpr long network_authentication_required = 511;  // RFC 6585: a portal that is honest about it

Failure refusal_in(const Answer& answer, const std::optional<wire::PublicKey>& hub, std::string_view nonce) {
    const Failure stranger{Fault::not_a_hub, "status " + std::to_string(answer.status)};
    const auto message = wire::open_answer(answer.body, hub);
    if (!message) {
        return stranger;
    }
    const auto refused = wire::decode_refused(*message);
    // A hub that couldn't even read the request has no nonce to echo; then its signature must speak for it.
    const bool ours = refused && (refused->nonce == nonce || (hub && refused->nonce.empty()));
    if (!ours) {
        return stranger;
    }
    return {refused->fault,
            refused->retry_after_s > 0 ? "retry after " + std::to_string(refused->retry_after_s) + " s" : ""};
}

}  // namespace

Outcome must_be_served(const Answer& answer, const std::optional<wire::PublicKey>& hub, std::string_view nonce) {
    if (answer.status == ok) {
        return Done{};
    }
    if (answer.status == payload_too_large) {
        return {Fault::too_large, "request"};
    }
    if (answer.status >= 500 && answer.status != network_authentication_required) {
        return {Fault::hub_failed, "status " + std::to_string(answer.status)};
    }
    return refusal_in(answer, hub, nonce);
}

}  // namespace ayni::client
