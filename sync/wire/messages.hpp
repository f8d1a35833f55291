#pragma once
// The messages of the protocol: what a phone and a hub say to each other. One definition for both sides.
//
//   POST /v1/join      JoinRequest      → JoinAnswer
//   POST /v1/invite    InviteRequest    → InviteAnswer      (bearer token of a coordinator)
//   POST /v1/exchange  ExchangeRequest  → ExchangeAnswer    (bearer token)
//
// No answer counts for what it says alone. Those of an exchange and of an invitation are sealed (`seal_answer`) for
// this device and this request; every other one, refusals of any request among them (status 4xx), is signed
// (`sign_answer`) and carries the request's nonce. Anything else (a portal's page, say) is `not_a_hub`.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::wire {

/// 2: frames are one stream, answers are sealed for one device. Any other is refused, with what to do: update.
inline constexpr std::uint32_t protocol_version = 2;
inline constexpr std::string_view media_type = "application/x-ayni";

struct JoinRequest {
    std::uint32_t protocol = protocol_version;
    std::string nonce;  // 16 random bytes, echoed
    std::string code;   // as typed; the hub folds case, spaces and hyphens
    DeviceId device;
    PublicKey key;
    std::string model;  // "Linux", "Android 13"; no name of a person
    std::string app_version;
    RecordId person = {};  // whose device it is, if it joins again: no other's invitation is for it. Else none
};
struct JoinAnswer {
    std::string nonce;
    std::string token;  // bearer
    RecordId person;
    std::string hub_name;
    DeviceId hub_device;
    PublicKey hub_key;  // pinned from here on (and compared with the link's, where that had one)
    std::uint64_t epoch = 0;
    std::int64_t hub_time = 0;  // UTC ms
};

struct InviteRequest {
    std::string nonce;
    RecordId person;
};
struct InviteAnswer {
    std::string nonce;
    std::string code;          // "ABCD-EFGH"
    std::string link;          // ayni://…
    std::int64_t expires = 0;  // UTC ms
};

struct ExchangeRequest {
    std::uint32_t protocol = protocol_version;
    std::string nonce;                    // random; the answer is sealed over it
    std::string cursor;                   // opaque; empty at first
    std::uint32_t budget = 0;             // bytes of frames wanted back, about: whole KB. 0: as many as are usual
    std::vector<std::string> frames;      // this device's envelopes, and others' that came to it by file
    std::vector<std::string> parts = {};  // sealed, carried for others (sealed.hpp)
};
enum class Receipt : std::uint8_t {
    received = 1,
    refused = 2,      // for good: reason says why
    quarantined = 3,  // kept by the hub, outside the scope, until a coordinator decides
    early = 4,        // a predecessor is missing, or the hub doesn't judge yet: offer it again later, together
};
struct ReceiptOf {
    ScopeId scope;
    DeviceId device;
    std::uint64_t first_seq = 0;
    std::uint64_t last_seq = 0;
    Receipt receipt = Receipt::received;
    std::string reason;  // name_of(Refusal), or a Fault's word; for machines
};
struct FrameWithCursor {
    std::string frame;
    std::string cursor;  // to be kept together with the frame's content
};
struct ExchangeAnswer {
    std::uint64_t epoch = 0;  // 0: the one that the request's cursor was made in
    std::int64_t hub_time = 0;
    /// Of the request's envelopes, `received` were; each of the others has a receipt that says what became of it.
    std::uint32_t received = 0;
    std::vector<ReceiptOf> receipts;
    bool scopes_changed = false;
    std::vector<ScopeId> scopes;  // all that this device may hold, if scopes_changed
    std::vector<FrameWithCursor> frames;
    std::string cursor;       // after all frames (also when there are none)
    std::vector<Reach> seen;  // how far the other side has what was written in a scope
    bool more = false;
    std::vector<std::string> parts_done = {};  // short_hash of the parts that the hub needs no more
    /// To a device whose cursor it doesn't know: how far it has what this device may hold, scope by scope.
    std::vector<Reach> held = {};
};

struct Refused {
    std::string nonce;
    Fault fault = Fault::hub_failed;  // wrong_code, expired_code, too_many_tries, token_refused, not_allowed, …
    std::uint32_t retry_after_s = 0;
};

std::string encode(const JoinRequest& message);
std::string encode(const JoinAnswer& message);
std::string encode(const InviteRequest& message);
std::string encode(const InviteAnswer& message);
std::string encode(const ExchangeRequest& message);
std::string encode(const ExchangeAnswer& message);
std::string encode(const Refused& message);
/// malformed, or made_by_newer_app.
Result<JoinRequest> decode_join_request(std::string_view bytes);
/// A join as it is sent: signed with the device's own key. Who joins has that key, then, and no bit of it was turned on
/// the way: with another one in the hub's books, nothing that she writes would ever be believed.
std::string sign_join(const JoinRequest& message, const SecretKey& own);
/// As decode_join_request; bad_signature.
Result<JoinRequest> open_join(std::string_view body);
Result<JoinAnswer> decode_join_answer(std::string_view bytes);
Result<InviteRequest> decode_invite_request(std::string_view bytes);
Result<InviteAnswer> decode_invite_answer(std::string_view bytes);
Result<ExchangeRequest> decode_exchange_request(std::string_view bytes);
Result<ExchangeAnswer> decode_exchange_answer(std::string_view bytes);
Result<Refused> decode_refused(std::string_view bytes);

/// Signature (64 bytes) and message.
std::string sign_answer(std::string_view message, const SecretKey& hub);
/// The message, if `hub` signed it; else not_a_hub. Without a key (the first contact, before any is pinned) the
/// signature is checked against the key in the message by the caller.
Result<std::string> open_answer(std::string_view body, const std::optional<PublicKey>& hub);

/// What the answers of an exchange are sealed with: known to this device and its hub only (X25519, RFC 7748, of their
/// signing keys; BLAKE2b, RFC 7693). A quarter of a signature, and nobody else has to be convinced.
struct AnswerKey {
    std::array<unsigned char, 32> bytes{};
};
/// Both sides get the same from their own secret and the other's public key. None: that is no key.
std::optional<AnswerKey> answer_key(const SecretKey& own, const PublicKey& other);
/// A code of 16 bytes over the exact bytes of the request (which has a nonce of its own) and the message, and the
/// message. So an answer counts only if what the hub answered to is what was asked: a bit that a bad line turned in the
/// request makes the hub refuse what was never wrong.
std::string seal_answer(std::string_view message, std::string_view request, const AnswerKey& key);
/// The message, if the hub sealed it as the answer to exactly this request; else not_a_hub.
Result<std::string> open_sealed(std::string_view body, std::string_view request, const AnswerKey& key);

/// Where a hub is, and the code that opens it: "ayni://HOST:PORT/CODE?k=KEY" (KEY: the first 16 hex digits of the
/// hub's public key, optional). http:// and https:// links with the same path are taken too. Loopback addresses
/// speak http, all others https.
struct Link {
    std::string base_url;   // "http://127.0.0.1:8440"
    std::string code;       // may be empty
    std::string key_start;  // may be empty
};
/// malformed.
Result<Link> parse_link(std::string_view text);
std::string link_text(const Link& link);

/// Codes: 8 characters out of 23456789ABCDEFGHJKMNPQRSTUVWXYZ, shown in two groups. Folds case, drops spaces and
/// hyphens, and reads O, I, L, 0, 1 as nothing: malformed.
Result<std::string> fold_code(std::string_view typed);
std::string make_code();

}  // namespace ayni::wire
