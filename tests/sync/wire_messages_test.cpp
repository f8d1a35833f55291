// The messages of the protocol, there and back; signed answers; what comes damaged.

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <random>

#include "ayni.pb.h"
#include "sync/wire/messages.hpp"

using namespace ayni;
using namespace ayni::wire;

namespace {

constexpr DeviceId phone{0xA1A2A3A4A5A6A7A8};
constexpr DeviceId hub{0xB1B2B3B4B5B6B7B8};
constexpr RecordId person{hub, 12};
constexpr ScopeId plan{ScopeKind::plan, {hub, 31}};
const std::string nonce("\x00\x01\xFE\xFF sixteen byt", 16);

ExchangeAnswer an_answer() {
    ExchangeAnswer message;
    message.received = 3;
    message.epoch = std::numeric_limits<std::uint64_t>::max();
    message.hub_time = 1'795'391'400'000;
    message.receipts = {{plan, phone, 1, 7, Receipt::received, ""},
                        {{ScopeKind::programme, {}}, phone, 8, 8, Receipt::refused, "not_hers"},
                        {plan, phone, 9, 9, Receipt::quarantined, ""},
                        {plan, phone, 10, std::numeric_limits<std::uint64_t>::max(), Receipt::early, ""}};
    message.scopes_changed = true;
    message.scopes = {{ScopeKind::programme, {}}, plan, {ScopeKind::desk, {phone, 1}}};
    message.frames = {{std::string("\x00\x01", 2), "c1"}, {"", ""}, {"f", "c2"}};
    message.cursor = "c3";
    message.seen = {{plan, phone, 7}, {plan, hub, 0}};
    message.more = true;
    message.parts_done = {std::string(16, '\xFF'), std::string("\x00\x01", 2)};
    message.held = {{plan, phone, 7}, {plan, hub, std::numeric_limits<std::uint64_t>::max()}, {{}, phone, 0}};
    message.held.back().scope = {ScopeKind::programme, {}};
    return message;
}

JoinRequest a_join() {
    return {protocol_version, nonce, " abcd-efgh", phone, make_keys().open, "Linux", "0.1.0", person};
}

}  // namespace

TEST_CASE("a join comes out as it went in") {
    const JoinRequest request = a_join();
    const auto read = decode_join_request(encode(request));
    REQUIRE(read.has_value());
    CHECK(read->protocol == protocol_version);
    CHECK(read->nonce == nonce);
    CHECK(read->code == request.code);
    CHECK(read->device == phone);
    CHECK(read->key == request.key);
    CHECK(read->model == "Linux");
    CHECK(read->app_version == "0.1.0");
    CHECK(read->person == person);
    JoinRequest first = request;
    first.person = {};
    CHECK_FALSE(decode_join_request(encode(first))->person);

    const JoinAnswer answer{nonce, "token", person, "Ayni \xE2\x80\x93 Santa Cruz", hub, request.key, 5, -1};
    const auto back = decode_join_answer(encode(answer));
    REQUIRE(back.has_value());
    CHECK(back->nonce == nonce);
    CHECK(back->token == "token");
    CHECK(back->person == person);
    CHECK(back->hub_name == answer.hub_name);
    CHECK(back->hub_device == hub);
    CHECK(back->hub_key == request.key);
    CHECK(back->epoch == 5);
    CHECK(back->hub_time == -1);
}

TEST_CASE("an invitation comes out as it went in") {
    const auto request = decode_invite_request(encode(InviteRequest{nonce, person}));
    REQUIRE(request.has_value());
    CHECK(request->nonce == nonce);
    CHECK(request->person == person);
    const auto answer = decode_invite_answer(encode(InviteAnswer{nonce, "ABCD-EFGH", "ayni://hub/ABCD-EFGH", 99}));
    REQUIRE(answer.has_value());
    CHECK(answer->nonce == nonce);
    CHECK(answer->code == "ABCD-EFGH");
    CHECK(answer->link == "ayni://hub/ABCD-EFGH");
    CHECK(answer->expires == 99);
}

TEST_CASE("an exchange comes out as it went in") {
    const ExchangeRequest request{
        protocol_version, nonce, "cursor", 65536, {std::string(3, '\0'), "", "f"}, {"a part", std::string(2, '\0')}};
    const auto read = decode_exchange_request(encode(request));
    REQUIRE(read.has_value());
    CHECK(read->nonce == nonce);
    CHECK(read->cursor == "cursor");
    CHECK(read->budget == 65536);
    CHECK(read->frames == request.frames);
    CHECK(read->parts == request.parts);

    const ExchangeAnswer answer = an_answer();
    const auto back = decode_exchange_answer(encode(answer));
    REQUIRE(back.has_value());
    CHECK(back->received == 3);
    CHECK(back->epoch == answer.epoch);
    CHECK(back->hub_time == answer.hub_time);
    REQUIRE(back->receipts.size() == answer.receipts.size());
    for (std::size_t i = 0; i < answer.receipts.size(); ++i) {
        CHECK(back->receipts[i].scope == answer.receipts[i].scope);
        CHECK(back->receipts[i].device == answer.receipts[i].device);
        CHECK(back->receipts[i].first_seq == answer.receipts[i].first_seq);
        CHECK(back->receipts[i].last_seq == answer.receipts[i].last_seq);
        CHECK(back->receipts[i].receipt == answer.receipts[i].receipt);
        CHECK(back->receipts[i].reason == answer.receipts[i].reason);
    }
    CHECK(back->scopes_changed);
    CHECK(back->scopes == answer.scopes);
    REQUIRE(back->frames.size() == 3);
    CHECK(back->frames[0].frame == answer.frames[0].frame);
    CHECK(back->frames[0].cursor == "c1");
    CHECK(back->frames[2].cursor == "c2");
    CHECK(back->cursor == "c3");
    REQUIRE(back->seen.size() == 2);
    CHECK(back->seen[0].scope == plan);
    CHECK(back->seen[0].device == phone);
    CHECK(back->seen[0].seq == 7);
    CHECK(back->more);
    CHECK(back->parts_done == answer.parts_done);
    REQUIRE(back->held.size() == answer.held.size());
    for (std::size_t i = 0; i < answer.held.size(); ++i) {
        CHECK(back->held[i].scope == answer.held[i].scope);
        CHECK(back->held[i].device == answer.held[i].device);
        CHECK(back->held[i].seq == answer.held[i].seq);
    }
}

TEST_CASE("every fault comes out of a refusal as it went in") {
    for (int number = 0; number <= static_cast<int>(Fault::unsettled); ++number) {
        const auto read = decode_refused(encode(Refused{nonce, static_cast<Fault>(number), 30}));
        REQUIRE(read.has_value());
        CHECK(read->nonce == nonce);
        CHECK(read->fault == static_cast<Fault>(number));
        CHECK(read->retry_after_s == 30);
    }
    // Whoever couldn't read the request has no nonce to give back.
    CHECK(decode_refused(encode(Refused{"", Fault::malformed, 0})).has_value());
    pb::Refused later;
    later.set_fault(22);
    CHECK(decode_refused(later.SerializeAsString()).fault() == Fault::made_by_newer_app);
    CHECK(decode_refused("").fault() == Fault::malformed);
}

TEST_CASE("requests of a later protocol are made by a newer app, of none malformed") {
    JoinRequest join = a_join();
    ExchangeRequest exchange{protocol_version, nonce, "", 0, {}};
    join.protocol = exchange.protocol = protocol_version + 1;
    CHECK(decode_join_request(encode(join)).fault() == Fault::made_by_newer_app);
    CHECK(decode_exchange_request(encode(exchange)).fault() == Fault::made_by_newer_app);
    join.protocol = exchange.protocol = 0;
    CHECK(decode_join_request(encode(join)).fault() == Fault::malformed);
    CHECK(decode_exchange_request(encode(exchange)).fault() == Fault::malformed);
}

TEST_CASE("messages that lack what they must have, or have too much of it, are malformed") {
    CHECK(decode_join_request("").fault() == Fault::malformed);
    CHECK(decode_join_answer("").fault() == Fault::malformed);
    CHECK(decode_invite_request("").fault() == Fault::malformed);
    CHECK(decode_invite_answer("").fault() == Fault::malformed);
    CHECK(decode_exchange_request("").fault() == Fault::malformed);
    CHECK(decode_exchange_answer("").fault() == Fault::malformed);

    JoinRequest join = a_join();
    join.device = {};
    CHECK(decode_join_request(encode(join)).fault() == Fault::malformed);
    join = a_join();
    join.model = std::string(2000, 'x');
    CHECK(decode_join_request(encode(join)).fault() == Fault::malformed);
    join = a_join();
    join.nonce = std::string(65, 'x');
    CHECK(decode_join_request(encode(join)).fault() == Fault::malformed);
    join = a_join();
    pb::JoinRequest raw;
    REQUIRE(raw.ParseFromString(encode(join)));
    raw.set_key("short");
    CHECK(decode_join_request(raw.SerializeAsString()).fault() == Fault::malformed);
    CHECK(decode_invite_request(encode(InviteRequest{nonce, {}})).fault() == Fault::malformed);
    CHECK(decode_invite_request(encode(InviteRequest{nonce, {hub, 0}})).fault() == Fault::malformed);
    CHECK(decode_join_answer(encode(JoinAnswer{nonce, "t", {}, "", hub, {}, 0, 0})).fault() == Fault::malformed);
}

TEST_CASE("receipts, scopes and reaches that can't be are malformed; unknown ones are made by a newer app") {
    const auto damaged = [](const auto& damage) {
        pb::ExchangeAnswer raw;
        REQUIRE(raw.ParseFromString(encode(an_answer())));
        damage(raw);
        const auto read = decode_exchange_answer(raw.SerializeAsString());
        REQUIRE(!read);
        return read.fault();
    };
    CHECK(damaged([](auto& m) { m.mutable_receipts(0)->set_receipt(5); }) == Fault::made_by_newer_app);
    CHECK(damaged([](auto& m) { m.mutable_receipts(0)->set_receipt(0); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_receipts(0)->set_device(0); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_receipts(0)->set_first_seq(0); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_receipts(0)->set_first_seq(8); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_receipts(0)->clear_scope(); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_scopes(0)->set_kind(8); }) == Fault::made_by_newer_app);
    CHECK(damaged([](auto& m) { m.mutable_scopes(0)->set_kind(3); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_scopes(1)->set_kind(1); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_scopes(1)->mutable_subject()->set_device(0); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_seen(0)->set_device(0); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_held(0)->add_seqs(1); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_held(0)->clear_scope(); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_held(0)->set_devices(0, 0); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.clear_cursor(); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.set_cursor(std::string(2000, 'c')); }) == Fault::malformed);
    CHECK(damaged([](auto& m) { m.mutable_frames(0)->set_cursor(std::string(2000, 'c')); }) == Fault::malformed);
}

TEST_CASE("random and damaged bytes never do more than fail") {
    std::mt19937_64 chance{17};
    const std::string good[] = {encode(a_join()), encode(an_answer()),
                                encode(ExchangeRequest{protocol_version, nonce, "c", 2, {"frame"}, {"part"}}),
                                encode(Refused{nonce, Fault::wrong_code, 3})};
    for (int round = 0; round < 10'000; ++round) {
        std::string bytes = good[chance() % std::size(good)];
        if (round % 2 == 0) {
            bytes.resize(chance() % (bytes.size() + 1));
        }
        for (std::uint64_t n = chance() % 5; n > 0 && !bytes.empty(); --n) {
            bytes[chance() % bytes.size()] = static_cast<char>(static_cast<unsigned char>(chance()));
        }
        static_cast<void>(decode_join_request(bytes));
        static_cast<void>(decode_join_answer(bytes));
        static_cast<void>(decode_invite_request(bytes));
        static_cast<void>(decode_invite_answer(bytes));
        static_cast<void>(decode_exchange_request(bytes));
        static_cast<void>(decode_refused(bytes));
        if (const auto answer = decode_exchange_answer(bytes)) {
            for (const ReceiptOf& receipt : answer->receipts) {
                REQUIRE(receipt.last_seq >= receipt.first_seq);
            }
        }
    }
}

TEST_CASE("an answer counts only under the hub's signature") {
    const KeyPair keys = make_keys();
    const std::string message = encode(an_answer());
    const std::string body = sign_answer(message, keys.secret);
    const auto opened = open_answer(body, keys.open);
    REQUIRE(opened.has_value());
    CHECK(*opened == message);

    CHECK(open_answer(body, make_keys().open).fault() == Fault::not_a_hub);
    CHECK(open_answer(body + "x", keys.open).fault() == Fault::not_a_hub);
    CHECK(open_answer(body.substr(0, body.size() - 1), keys.open).fault() == Fault::not_a_hub);
    CHECK(open_answer("", keys.open).fault() == Fault::not_a_hub);
    CHECK(open_answer("<html>Welcome to the Wi-Fi of the caf\xC3\xA9. Please accept the terms to go on.</html>",
                      keys.open)
              .fault() == Fault::not_a_hub);
    for (std::size_t at = 0; at < body.size(); ++at) {
        std::string flipped = body;
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ 1U);
        REQUIRE(open_answer(flipped, keys.open).fault() == Fault::not_a_hub);
    }
}

TEST_CASE("a join is believed only from whoever has the key that it brings") {
    const KeyPair keys = make_keys();
    JoinRequest join = a_join();
    join.key = keys.open;
    const std::string body = sign_join(join, keys.secret);
    const auto opened = open_join(body);
    REQUIRE(opened.has_value());
    CHECK(opened->key == keys.open);
    CHECK(opened->code == join.code);
    CHECK(open_join(sign_join(join, make_keys().secret)).fault() == Fault::bad_signature);
    CHECK(open_join("short").fault() == Fault::malformed);
    for (std::size_t at = 0; at < body.size(); ++at) {
        std::string flipped = body;
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ 1U);
        REQUIRE_FALSE(open_join(flipped));
    }
}

TEST_CASE("the answer to an exchange counts only for the device and the request that it was sealed for") {
    const KeyPair device = make_keys();
    const KeyPair keys = make_keys();
    const auto hubs = answer_key(keys.secret, device.open);
    const auto hers = answer_key(device.secret, keys.open);
    REQUIRE(hubs);
    REQUIRE(hers);
    CHECK(hubs->bytes == hers->bytes);
    const std::string message = encode(an_answer());
    const std::string asked = encode(ExchangeRequest{protocol_version, nonce, "c", 2, {"frame"}, {"part"}});
    const std::string body = seal_answer(message, asked, *hubs);
    CHECK(body.size() == message.size() + 16);
    const auto opened = open_sealed(body, asked, *hers);
    REQUIRE(opened.has_value());
    CHECK(*opened == message);

    CHECK(open_sealed(body, "another request", *hers).fault() == Fault::not_a_hub);
    for (std::size_t at = 0; at < asked.size(); ++at) {
        std::string flipped = asked;
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ 1U);
        REQUIRE(open_sealed(body, flipped, *hers).fault() == Fault::not_a_hub);
    }
    CHECK(open_sealed(body, asked + body.substr(16, 1), *hers).fault() == Fault::not_a_hub);
    CHECK(open_sealed(body, asked, *answer_key(make_keys().secret, keys.open)).fault() == Fault::not_a_hub);
    CHECK(open_sealed(body, asked, *answer_key(device.secret, make_keys().open)).fault() == Fault::not_a_hub);
    CHECK(open_sealed(body + "x", asked, *hers).fault() == Fault::not_a_hub);
    for (std::size_t size = 0; size < body.size(); ++size) {
        REQUIRE(open_sealed(body.substr(0, size), asked, *hers).fault() == Fault::not_a_hub);
    }
    for (std::size_t at = 0; at < body.size(); ++at) {
        std::string flipped = body;
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ 1U);
        REQUIRE(open_sealed(flipped, asked, *hers).fault() == Fault::not_a_hub);
    }
    CHECK_FALSE(answer_key(device.secret, PublicKey{}));
}

TEST_CASE("before a key is pinned, an answer is checked against the key that it brings") {
    const KeyPair keys = make_keys();
    const std::string body =
        sign_answer(encode(JoinAnswer{nonce, "token", person, "hub", hub, keys.open, 1, 2}), keys.secret);
    const auto opened = open_answer(body, {});
    REQUIRE(opened.has_value());
    const auto answer = decode_join_answer(*opened);
    REQUIRE(answer.has_value());
    CHECK(open_answer(body, answer->hub_key).has_value());
    CHECK(open_answer("short", {}).fault() == Fault::not_a_hub);
}
