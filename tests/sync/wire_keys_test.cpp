#include <catch2/catch_test_macros.hpp>

#include "tests/sync/wire_sample.hpp"

using namespace ayni;
using namespace ayni::wire;

TEST_CASE("hex goes there and back, and what isn't hex is empty") {
    const std::string bytes("\x00\x7F\x80\xFF", 4);
    CHECK(to_hex(bytes) == "007f80ff");
    CHECK(from_hex("007f80ff") == bytes);
    CHECK(from_hex("007F80FF") == bytes);
    for (const char* text : {"", "0", "0g", "g0", "00 1", "0x", "\xC3\xA9"}) {
        CHECK(from_hex(text).empty());
    }
}

TEST_CASE("keys go to text and back; what is none is malformed") {
    const KeyPair keys = make_keys();
    const auto open = parse_public_key(to_text(keys.open));
    REQUIRE(open.has_value());
    CHECK(*open == keys.open);
    const auto secret = parse_secret_key(to_text(keys.secret));
    REQUIRE(secret.has_value());
    CHECK(secret->bytes == keys.secret.bytes);
    CHECK(parse_public_key(to_text(keys.open) + "00").fault() == Fault::malformed);
    CHECK(parse_public_key("").fault() == Fault::malformed);
    CHECK(parse_secret_key(to_text(keys.open)).fault() == Fault::malformed);
    // Halves of two pairs: signing with them would give the secret away.
    const std::string mixed = to_text(keys.secret).substr(0, 64) + to_text(make_keys().open);
    CHECK(parse_secret_key(mixed).fault() == Fault::malformed);
}

TEST_CASE("a signature holds for its bytes and its key alone") {
    // RFC 8032, 7.1, test 1.
    const KeyPair keys = sample::keys();
    CHECK(to_hex(sign("", keys.secret)) ==
          "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595b"
          "be24655141438e7a100b");
    const std::string signature = sign("today for you", keys.secret);
    CHECK(is_signed("today for you", signature, keys.open));
    CHECK_FALSE(is_signed("today for me", signature, keys.open));
    CHECK_FALSE(is_signed("today for you", signature, make_keys().open));
    CHECK_FALSE(is_signed("today for you", signature.substr(1), keys.open));
    CHECK_FALSE(is_signed("today for you", signature + "x", keys.open));
    CHECK_FALSE(is_signed("today for you", "", keys.open));
    CHECK_FALSE(is_signed("today for you", std::string(64, '\0'), PublicKey{}));
}

TEST_CASE("a short hash is 16 bytes, and nothing for nothing") {
    CHECK(short_hash("").empty());
    CHECK(short_hash("a").size() == 16);
    CHECK(short_hash("a") == short_hash("a"));
    CHECK(short_hash("a") != short_hash("b"));
}

TEST_CASE("random bytes and numbers are new each time") {
    CHECK(random_bytes(0).empty());
    CHECK(random_bytes(32).size() == 32);
    CHECK(random_bytes(32) != random_bytes(32));
    CHECK(random_number() != random_number());
}
