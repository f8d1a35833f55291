#include "sync/wire/envelope.hpp"

#include <cassert>

#include "ayni.pb.h"
#include "sync/wire/columns.hpp"

namespace ayni::wire {
namespace {

// Body and signature. Whatever else could stand around them is not signed: so only the one way to write an envelope
// is taken.
Result<pb::Envelope> take_apart(std::string_view bytes) {
    if (bytes.size() > envelope_most) {
        return Failure{Fault::too_large, "an envelope of more than 1 MiB"};
    }
    pb::Envelope read;
    pb::Envelope envelope;
    if (read.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        envelope.set_body(std::move(*read.mutable_body()));
        envelope.set_signature(std::move(*read.mutable_signature()));
    }
    if (envelope.signature().size() != 64 || envelope.SerializeAsString() != bytes) {
        return Failure{Fault::malformed, "not an envelope"};
    }
    return envelope;
}

[[maybe_unused]] bool is_a_run(const Contents& contents) {
    std::uint64_t seq = contents.first_seq;
    for (const Change& change : contents.changes) {
        if (change.dot != Dot{contents.device, seq++}) {
            return false;
        }
    }
    return contents.first_seq > 0 && seq == contents.last_seq + 1 && !contents.changes.empty();
}

}  // namespace

std::string seal(const Contents& contents, const SecretKey& key) {
    assert(is_a_run(contents));
    pb::Envelope envelope;
    envelope.set_body(to_columns(contents).SerializeAsString());
    envelope.set_signature(sign(envelope.body(), key));
    return envelope.SerializeAsString();
}

Result<Contents> open(std::string_view envelope) {
    AYNI_LET(parts, take_apart(envelope));
    pb::Body body;
    if (!body.ParseFromString(parts.body())) {
        return Failure{Fault::malformed, "not an envelope's body"};
    }
    return from_columns(body);
}

bool verify(std::string_view envelope, const PublicKey& key) {
    const auto parts = take_apart(envelope);
    return parts && is_signed(parts->body(), parts->signature(), key);
}

std::size_t length_of_first(std::string_view bytes) {
    constexpr char body_tag = 0x0A;  // field 1, by its length
    constexpr std::string_view signature_tag("\x12\x40", 2);
    std::size_t at = 1;
    std::uint64_t body = 0;
    if (bytes.empty() || bytes.front() != body_tag) {
        return 0;
    }
    for (unsigned shift = 0;; shift += 7) {
        if (at >= bytes.size() || shift > 28) {
            return 0;
        }
        const auto octet = static_cast<unsigned char>(bytes[at++]);
        body |= std::uint64_t{octet & 0x7FU} << shift;
        if ((octet & 0x80U) == 0) {
            break;
        }
    }
    const std::size_t length = at + static_cast<std::size_t>(body) + signature_tag.size() + 64;
    const bool is_whole = length <= bytes.size() && length <= envelope_most;
    return is_whole && bytes.substr(at + body, signature_tag.size()) == signature_tag ? length : 0;
}

Result<std::vector<Change>> decode(std::string_view envelope) {
    AYNI_LET(contents, open(envelope));
    return std::move(contents.changes);
}

}  // namespace ayni::wire
