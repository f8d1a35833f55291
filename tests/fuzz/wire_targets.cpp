// What comes over the wire, before anything is known of who sent it.

#include "engine/merge/packed.hpp"
#include "sync/carry/file.hpp"
#include "sync/wire/messages.hpp"
#include "sync/wire/sealed.hpp"
#include "tests/fuzz/targets.hpp"
#include "tests/sync/wire_sample.hpp"

namespace ayni::fuzz {
namespace {

void read_envelope(std::string_view bytes) {
    static_cast<void>(wire::verify(bytes, wire::sample::keys().open));
    const auto contents = wire::open(bytes);
    const auto changes = wire::decode(bytes);
    must_hold(contents.has_value() == changes.has_value(), "who can be opened can be decoded");
    if (!contents) {
        return;
    }
    must_hold(pack(contents->changes) == pack(*changes), "opened and decoded are the same");
    const std::string again = wire::seal(*contents, wire::sample::keys().secret);
    const auto twice = wire::open(again);
    must_hold(twice.has_value(), "what was opened can be sealed");
    must_hold(pack(twice->changes) == pack(contents->changes) && twice->scope == contents->scope &&
                  twice->last_seq == contents->last_seq,
              "what was sealed again is the same");
}

void read_frame(std::string_view bytes) {
    wire::FrameReader after;
    static_cast<void>(after.unpack(wire::pack_frame({std::string(100, 'e')})));
    static_cast<void>(after.unpack(bytes));
    if (const auto envelopes = wire::unpack_frame(bytes)) {
        const auto twice = wire::unpack_frame(wire::pack_frame(*envelopes));
        must_hold(twice.has_value() && *twice == *envelopes, "a frame packed again is the same");
    }
}

// Encoding what was decoded, and that once more, must come to rest.
template <class Decode>
void read_message(std::string_view bytes, Decode decode) {
    if (const auto message = decode(bytes)) {
        const std::string again = wire::encode(*message);
        const auto twice = decode(again);
        must_hold(twice.has_value() && wire::encode(*twice) == again, "a message encoded again is the same");
    }
}

void read_messages(std::string_view bytes) {
    Feed feed(bytes);
    switch (feed.byte() % 8) {
        case 0: read_message(feed.rest(), wire::decode_join_request); break;
        case 1: read_message(feed.rest(), wire::decode_join_answer); break;
        case 2: read_message(feed.rest(), wire::decode_invite_request); break;
        case 3: read_message(feed.rest(), wire::decode_invite_answer); break;
        case 4: read_message(feed.rest(), wire::decode_exchange_request); break;
        case 5: read_message(feed.rest(), wire::decode_exchange_answer); break;
        case 6: read_message(feed.rest(), wire::decode_refused); break;
        default: static_cast<void>(wire::open_answer(feed.rest(), wire::sample::keys().open));
    }
}

void read_codes(std::string_view bytes) {
    if (const auto link = wire::parse_link(bytes)) {
        const auto again = wire::parse_link(wire::link_text(*link));
        must_hold(again.has_value() && again->base_url == link->base_url && again->code == link->code &&
                      again->key_start == link->key_start,
                  "a link reads back as it was written");
    }
    if (const auto code = wire::fold_code(bytes)) {
        must_hold(wire::fold_code(*code).has_value() && *wire::fold_code(*code) == *code, "a folded code is folded");
    }
    if (const auto key = wire::parse_public_key(bytes)) {
        must_hold(*wire::parse_public_key(wire::to_text(*key)) == *key, "a key reads back");
    }
    static_cast<void>(wire::parse_secret_key(bytes));
    const std::string plain = wire::from_hex(bytes);
    must_hold(plain.empty() || plain.size() * 2 == bytes.size(), "two digits are a byte");
}

// The first bit: the slots that the hub looks into, or the devices'.
void read_part(std::string_view bytes) {
    Feed feed(bytes);
    const wire::Slots slots = feed.byte() % 2 == 0 ? wire::Slots::first : wire::Slots::others;
    const std::string_view part = feed.rest();
    const auto look = wire::look_at_part(part);
    const auto frames = wire::open_part(part, wire::sample::keys(), slots);
    must_hold(look.has_value() || !frames.has_value(), "what can't be a part isn't opened");
    if (!frames || !*frames) {
        return;
    }
    const wire::PublicKey key = wire::sample::keys().open;
    const auto again =
        wire::open_part(wire::seal_part(look->kind, **frames, key, {}), wire::sample::keys(), wire::Slots::first);
    must_hold(again.has_value() && *again && **again == **frames, "frames sealed again are the same");
}

void read_file(std::string_view bytes) {
    // A hash that fits, so that what lies behind it is read too.
    for (const std::string& file : {std::string(bytes), std::string(bytes) + wire::short_hash(bytes)}) {
        if (const auto parts = carry::split_parts(file)) {
            const std::vector<std::string> copies(parts->begin(), parts->end());
            must_hold(carry::join_parts(copies) == file, "a file joined again is the same");
        }
    }
}

std::vector<std::string> some_envelopes() {
    std::mt19937_64 chance(2);
    const auto keys = wire::sample::keys();
    std::vector<std::string> all{wire::seal(wire::sample::one_change(), keys.secret),
                                 wire::seal(wire::sample::everything(), keys.secret)};
    for (int i = 0; i < 6; ++i) {
        all.push_back(wire::seal(wire::sample::random_contents(chance, 6), keys.secret));
    }
    return all;
}

std::vector<std::string> some_frames() {
    return {wire::pack_frame({}), wire::pack_frame({"a", "bc", ""}), wire::pack_frame(some_envelopes())};
}

std::vector<std::string> some_messages() {
    const std::string nonce(16, 'n');
    const RecordId person{DeviceId{3}, 4};
    const wire::PublicKey key = wire::sample::keys().open;
    wire::ExchangeAnswer answer;
    answer.receipts.push_back({wire::sample::plan, DeviceId{3}, 1, 2, wire::Receipt::refused, "not_hers"});
    answer.scopes = {wire::sample::plan, ScopeId{}};
    answer.frames.push_back({some_frames().back(), "cursor"});
    answer.seen.push_back({wire::sample::plan, DeviceId{3}, 9});
    std::vector<std::string> all;
    const auto add = [&](char which, const std::string& bytes) { all.push_back(which + bytes); };
    add(0, wire::encode(wire::JoinRequest{1, nonce, "ABCDEFGH", DeviceId{3}, key, "Linux", "0.1"}));
    add(1, wire::encode(wire::JoinAnswer{nonce, "token", person, "Hub", DeviceId{1}, key, 7, 8}));
    add(2, wire::encode(wire::InviteRequest{nonce, person}));
    add(3, wire::encode(wire::InviteAnswer{nonce, "ABCD-EFGH", "ayni://h:1/ABCDEFGH", 5}));
    add(4, wire::encode(wire::ExchangeRequest{1, nonce, "cursor", 16384, some_frames(), {"part"}}));
    add(5, wire::encode(answer));
    add(6, wire::encode(wire::Refused{nonce, Fault::wrong_code, 3}));
    add(7, wire::sign_answer("message", wire::sample::keys().secret));
    return all;
}

std::vector<std::string> some_parts() {
    const wire::PublicKey ours = wire::sample::keys().open;
    const wire::PublicKey other = wire::make_keys().open;
    const std::string zero(1, '\0');
    return {zero + wire::seal_part(wire::PartKind::for_the_hub, some_frames(), ours, {}),
            '\1' + wire::seal_part(wire::PartKind::hub_has_it, some_frames(), other, std::span(&ours, 1)),
            '\1' + wire::seal_part(wire::PartKind::hub_has_it, {}, other, {})};
}

std::vector<std::string> some_files() {
    std::vector<std::string> parts = some_parts();
    for (std::string& part : parts) {
        part.erase(0, 1);
    }
    const std::string file = carry::join_parts(parts);
    return {file, file.substr(0, file.size() - 16), carry::join_parts({})};
}

std::vector<std::string> some_codes() {
    return {"ayni://hub.example.org:8440/ABCD-EFGH?k=0011223344556677",
            "https://hub.example.org/ABCDEFGH",
            "http://127.0.0.1:8440/ABCDEFGH",
            "ayni://[::1]:8440",
            "abcd efgh",
            wire::to_text(wire::sample::keys().open)};
}

}  // namespace

const Target wire_envelope{"wire_envelope", read_envelope, some_envelopes};
const Target wire_frame{"wire_frame", read_frame, some_frames};
const Target wire_messages{"wire_messages", read_messages, some_messages};
const Target wire_codes{"wire_codes", read_codes, some_codes};
const Target wire_part{"wire_part", read_part, some_parts};
const Target carry_file{"carry_file", read_file, some_files};

}  // namespace ayni::fuzz
