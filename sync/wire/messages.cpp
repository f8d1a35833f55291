#include "sync/wire/messages.hpp"

#include <algorithm>
#include <array>

#include "ayni.pb.h"

namespace ayni::wire {
namespace {

constexpr std::size_t signature_size = 64;
constexpr std::size_t nonce_most = 64;
constexpr std::uint32_t kilobyte = 1024;
constexpr std::uint32_t budget_most = 1U << 30U;
constexpr std::size_t short_most = 1024;  // codes, names, tokens, cursors, reasons

// The numbers of faults on the wire; the enum's own may move.
constexpr std::array<std::pair<Fault, std::uint32_t>, 21> fault_numbers{{
    {Fault::not_found, 1},      {Fault::invalid, 2},          {Fault::not_allowed, 3},   {Fault::not_joined, 4},
    {Fault::already_joined, 5}, {Fault::wrong_code, 6},       {Fault::expired_code, 7},  {Fault::too_many_tries, 8},
    {Fault::unreachable, 9},    {Fault::not_a_hub, 10},       {Fault::hub_failed, 11},   {Fault::token_refused, 12},
    {Fault::malformed, 13},     {Fault::bad_signature, 14},   {Fault::too_large, 15},    {Fault::made_by_newer_app, 16},
    {Fault::storage_full, 17},  {Fault::storage_corrupt, 18}, {Fault::storage_busy, 19}, {Fault::storage_failed, 20},
    {Fault::unsettled, 21},
}};
static_assert(fault_numbers.size() == static_cast<std::size_t>(Fault::unsettled) + 1);

Failure malformed(const char* detail) {
    return {Fault::malformed, detail};
}

template <class Message>
Result<Message> parse(std::string_view bytes) {
    Message message;
    // protobuf counts in int.
    if (bytes.size() > std::size_t{64} * 1024 * 1024 ||
        !message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        return malformed("not a message of this kind");
    }
    return message;
}

template <class... Texts>
bool are_short(const Texts&... texts) {
    return ((texts.size() <= short_most) && ...);
}

Outcome check_nonce(const std::string& nonce) {
    return nonce.empty() || nonce.size() > nonce_most ? Outcome(malformed("no nonce")) : Outcome(Done{});
}

Outcome check_protocol(std::uint32_t protocol) {
    if (protocol > protocol_version) {
        return Failure{Fault::made_by_newer_app, "a later version of the protocol"};
    }
    return protocol == 0 ? Outcome(malformed("no version of the protocol")) : Outcome(Done{});
}

std::string to_bytes(const PublicKey& key) {
    return {key.bytes.begin(), key.bytes.end()};
}
Result<PublicKey> to_key(const std::string& bytes) {
    PublicKey key;
    if (bytes.size() != key.bytes.size()) {
        return malformed("a public key of another size");
    }
    std::ranges::copy(bytes, key.bytes.begin());
    return key;
}

void put(pb::Record& out, RecordId id) {
    out.set_device(id.device.value);
    out.set_counter(id.counter);
}
// Both or neither.
Result<RecordId> take(const pb::Record& in) {
    const RecordId id{{in.device()}, in.counter()};
    return (id.device.value == 0) == (id.counter == 0) ? Result<RecordId>(id)
                                                       : Result<RecordId>(malformed("half a record's id"));
}

void put(pb::Scope& out, const ScopeId& scope) {
    out.set_kind(static_cast<std::uint32_t>(scope.kind));
    if (scope.subject) {
        put(*out.mutable_subject(), scope.subject);
    }
}
Result<ScopeId> take(const pb::Scope& in) {
    if (in.kind() > static_cast<std::uint32_t>(ScopeKind::desk)) {
        return Failure{Fault::made_by_newer_app, "a scope of a kind unknown here"};
    }
    AYNI_LET(subject, take(in.subject()));
    const bool is_programme = in.kind() == static_cast<std::uint32_t>(ScopeKind::programme);
    if (in.kind() == 0 || is_programme == static_cast<bool>(subject)) {
        return malformed("a scope that can't be");
    }
    return ScopeId{static_cast<ScopeKind>(in.kind()), subject};
}

Result<ReceiptOf> take(const pb::Receipt& in) {
    AYNI_LET(scope, take(in.scope()));
    if (in.receipt() > static_cast<std::uint32_t>(Receipt::early)) {
        return Failure{Fault::made_by_newer_app, "a receipt unknown here"};
    }
    if (in.receipt() == 0 || in.device() == 0 || in.first_seq() == 0 || in.last_seq() < in.first_seq() ||
        !are_short(in.reason())) {
        return malformed("a receipt that can't be");
    }
    return ReceiptOf{scope,      {in.device()}, in.first_seq(), in.last_seq(), static_cast<Receipt>(in.receipt()),
                     in.reason()};
}

Result<Reach> take(const pb::Reach& in) {
    AYNI_LET(scope, take(in.scope()));
    if (in.device() == 0) {
        return malformed("a reach of no device");
    }
    return Reach{scope, {in.device()}, in.seq()};
}

}  // namespace

std::string encode(const JoinRequest& message) {
    pb::JoinRequest out;
    out.set_protocol(message.protocol);
    out.set_nonce(message.nonce);
    out.set_code(message.code);
    out.set_device(message.device.value);
    out.set_key(to_bytes(message.key));
    out.set_model(message.model);
    out.set_app_version(message.app_version);
    if (message.person) {
        put(*out.mutable_person(), message.person);
    }
    return out.SerializeAsString();
}

Result<JoinRequest> decode_join_request(std::string_view bytes) {
    AYNI_LET(in, parse<pb::JoinRequest>(bytes));
    AYNI_TRY(check_protocol(in.protocol()));
    AYNI_TRY(check_nonce(in.nonce()));
    AYNI_LET(key, to_key(in.key()));
    AYNI_LET(person, take(in.person()));
    if (in.device() == 0 || !are_short(in.code(), in.model(), in.app_version())) {
        return malformed("a join that can't be");
    }
    return JoinRequest{in.protocol(), in.nonce(), in.code(), {in.device()}, key, in.model(), in.app_version(), person};
}

std::string sign_join(const JoinRequest& message, const SecretKey& own) {
    return sign_answer(encode(message), own);
}

Result<JoinRequest> open_join(std::string_view body) {
    const auto bytes = open_answer(body, std::nullopt);
    AYNI_LET(request,
             bytes ? decode_join_request(*bytes) : Result<JoinRequest>(malformed("a join without a signature")));
    if (!open_answer(body, request.key)) {
        return Failure{Fault::bad_signature, "a join that isn't signed with the key that it brings"};
    }
    return request;
}

std::string encode(const JoinAnswer& message) {
    pb::JoinAnswer out;
    out.set_nonce(message.nonce);
    out.set_token(message.token);
    put(*out.mutable_person(), message.person);
    out.set_hub_name(message.hub_name);
    out.set_hub_device(message.hub_device.value);
    out.set_hub_key(to_bytes(message.hub_key));
    out.set_epoch(message.epoch);
    out.set_hub_time(message.hub_time);
    return out.SerializeAsString();
}

Result<JoinAnswer> decode_join_answer(std::string_view bytes) {
    AYNI_LET(in, parse<pb::JoinAnswer>(bytes));
    AYNI_TRY(check_nonce(in.nonce()));
    AYNI_LET(person, take(in.person()));
    AYNI_LET(key, to_key(in.hub_key()));
    if (!person || in.token().empty() || in.hub_device() == 0 || !are_short(in.token(), in.hub_name())) {
        return malformed("an answer to a join that can't be");
    }
    return JoinAnswer{in.nonce(), in.token(), person, in.hub_name(), {in.hub_device()}, key, in.epoch(), in.hub_time()};
}

std::string encode(const InviteRequest& message) {
    pb::InviteRequest out;
    out.set_nonce(message.nonce);
    put(*out.mutable_person(), message.person);
    return out.SerializeAsString();
}

Result<InviteRequest> decode_invite_request(std::string_view bytes) {
    AYNI_LET(in, parse<pb::InviteRequest>(bytes));
    AYNI_TRY(check_nonce(in.nonce()));
    AYNI_LET(person, take(in.person()));
    if (!person) {
        return malformed("an invitation of nobody");
    }
    return InviteRequest{in.nonce(), person};
}

std::string encode(const InviteAnswer& message) {
    pb::InviteAnswer out;
    out.set_nonce(message.nonce);
    out.set_code(message.code);
    out.set_link(message.link);
    out.set_expires(message.expires);
    return out.SerializeAsString();
}

Result<InviteAnswer> decode_invite_answer(std::string_view bytes) {
    AYNI_LET(in, parse<pb::InviteAnswer>(bytes));
    AYNI_TRY(check_nonce(in.nonce()));
    if (in.code().empty() || !are_short(in.code(), in.link())) {
        return malformed("an invitation that can't be");
    }
    return InviteAnswer{in.nonce(), in.code(), in.link(), in.expires()};
}

std::string encode(const ExchangeRequest& message) {
    pb::ExchangeRequest out;
    out.set_protocol(message.protocol);
    out.set_nonce(message.nonce);
    out.set_cursor(message.cursor);
    out.set_budget(message.budget / kilobyte + (message.budget % kilobyte != 0 ? 1 : 0));
    for (const std::string& frame : message.frames) {
        out.add_frames(frame);
    }
    for (const std::string& part : message.parts) {
        out.add_parts(part);
    }
    return out.SerializeAsString();
}

Result<ExchangeRequest> decode_exchange_request(std::string_view bytes) {
    AYNI_LET(in, parse<pb::ExchangeRequest>(bytes));
    AYNI_TRY(check_protocol(in.protocol()));
    AYNI_TRY(check_nonce(in.nonce()));
    if (!are_short(in.cursor())) {
        return malformed("a cursor that can't be");
    }
    const std::uint32_t budget = std::min(in.budget(), budget_most / kilobyte) * kilobyte;
    return ExchangeRequest{in.protocol(),
                           in.nonce(),
                           in.cursor(),
                           budget,
                           {in.frames().begin(), in.frames().end()},
                           {in.parts().begin(), in.parts().end()}};
}

std::string encode(const ExchangeAnswer& message) {
    pb::ExchangeAnswer out;
    out.set_epoch(message.epoch);
    out.set_hub_time(message.hub_time);
    out.set_received(message.received);
    for (const ReceiptOf& receipt : message.receipts) {
        pb::Receipt& one = *out.add_receipts();
        put(*one.mutable_scope(), receipt.scope);
        one.set_device(receipt.device.value);
        one.set_first_seq(receipt.first_seq);
        one.set_last_seq(receipt.last_seq);
        one.set_receipt(static_cast<std::uint32_t>(receipt.receipt));
        one.set_reason(receipt.reason);
    }
    out.set_scopes_changed(message.scopes_changed);
    for (const ScopeId& scope : message.scopes) {
        put(*out.add_scopes(), scope);
    }
    for (const FrameWithCursor& frame : message.frames) {
        pb::FrameWithCursor& one = *out.add_frames();
        one.set_frame(frame.frame);
        one.set_cursor(frame.cursor);
    }
    out.set_cursor(message.cursor);
    for (const Reach& reach : message.seen) {
        pb::Reach& one = *out.add_seen();
        put(*one.mutable_scope(), reach.scope);
        one.set_device(reach.device.value);
        one.set_seq(reach.seq);
    }
    out.set_more(message.more);
    for (const std::string& done : message.parts_done) {
        out.add_parts_done(done);
    }
    pb::Held* held = nullptr;
    for (std::size_t i = 0; i < message.held.size(); ++i) {
        const Reach& reach = message.held[i];
        if (i == 0 || message.held[i - 1].scope != reach.scope) {
            held = out.add_held();
            put(*held->mutable_scope(), reach.scope);
        }
        held->add_devices(reach.device.value);
        held->add_seqs(reach.seq);
    }
    return out.SerializeAsString();
}

Result<ExchangeAnswer> decode_exchange_answer(std::string_view bytes) {
    AYNI_LET(in, parse<pb::ExchangeAnswer>(bytes));
    ExchangeAnswer message;
    message.epoch = in.epoch();
    message.hub_time = in.hub_time();
    message.received = in.received();
    for (const pb::Receipt& one : in.receipts()) {
        AYNI_LET(receipt, take(one));
        message.receipts.push_back(std::move(receipt));
    }
    message.scopes_changed = in.scopes_changed();
    for (const pb::Scope& one : in.scopes()) {
        AYNI_LET(scope, take(one));
        message.scopes.push_back(scope);
    }
    for (const pb::FrameWithCursor& one : in.frames()) {
        if (!are_short(one.cursor())) {
            return malformed("a cursor that can't be");
        }
        message.frames.push_back({one.frame(), one.cursor()});
    }
    if (in.cursor().empty() || !are_short(in.cursor())) {
        return malformed("a cursor that can't be");
    }
    message.cursor = in.cursor();
    for (const pb::Reach& one : in.seen()) {
        AYNI_LET(reach, take(one));
        message.seen.push_back(reach);
    }
    message.more = in.more();
    message.parts_done.assign(in.parts_done().begin(), in.parts_done().end());
    for (const pb::Held& held : in.held()) {
        AYNI_LET(scope, take(held.scope()));
        if (held.devices_size() != held.seqs_size()) {
            return malformed("devices without seqs");
        }
        for (int i = 0; i < held.devices_size(); ++i) {
            if (held.devices(i) == 0) {
                return malformed("a reach of no device");
            }
            message.held.push_back({scope, {held.devices(i)}, held.seqs(i)});
        }
    }
    return message;
}

std::string encode(const Refused& message) {
    pb::Refused out;
    out.set_nonce(message.nonce);
    const auto* const found =
        std::ranges::find(fault_numbers, message.fault, [](const auto& row) { return row.first; });
    out.set_fault(found->second);
    out.set_retry_after_s(message.retry_after_s);
    return out.SerializeAsString();
}

Result<Refused> decode_refused(std::string_view bytes) {
    AYNI_LET(in, parse<pb::Refused>(bytes));
    // A hub that couldn't even read the request has no nonce to echo.
    if (in.fault() == 0 || in.nonce().size() > nonce_most) {
        return malformed("a refusal that can't be");
    }
    const auto* const found = std::ranges::find(fault_numbers, in.fault(), [](const auto& row) { return row.second; });
    if (found == fault_numbers.end()) {
        return Failure{Fault::made_by_newer_app, "a refusal unknown here"};
    }
    return Refused{in.nonce(), found->first, in.retry_after_s()};
}

std::string sign_answer(std::string_view message, const SecretKey& hub) {
    return sign(message, hub).append(message);
}

Result<std::string> open_answer(std::string_view body, const std::optional<PublicKey>& hub) {
    if (body.size() < signature_size) {
        return Failure{Fault::not_a_hub, "too short for a signed answer"};
    }
    const std::string_view message = body.substr(signature_size);
    if (hub && !is_signed(message, body.substr(0, signature_size), *hub)) {
        return Failure{Fault::not_a_hub, "not signed by this hub"};
    }
    return std::string(message);
}

}  // namespace ayni::wire
