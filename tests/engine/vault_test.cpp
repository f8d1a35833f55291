// The envelope of a profile's key, and the waits between PINs: formats and sums, without files.

#include "engine/store/vault.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;
using namespace std::chrono_literals;

namespace {

const PinCost cheap{1, 8192};  // what a test can wait for

KeyEnvelope sealed(const DataKey& key, const PlatformSecret& secret, const std::optional<Pin>& pin) {
    return must(seal_key(key, secret, pin, "file", new_secret_id(), cheap));
}

}  // namespace

TEST_CASE("the key comes out of its envelope with the platform's secret, and with the PIN if there is one") {
    const DataKey key = DataKey::random();
    const PlatformSecret secret = PlatformSecret::random();
    const Pin pin = must(Pin::of("4711"));
    const KeyEnvelope open = must(unpack_envelope(pack(sealed(key, secret, {}))));
    CHECK(must(open_key(open, secret, {})).secret == key.secret);
    CHECK(must(open_key(open, secret, pin)).secret == key.secret);  // a PIN too many does no harm
    CHECK(open_key(open, PlatformSecret::random(), {}).fault() == Fault::key_lost);

    const KeyEnvelope locked = must(unpack_envelope(pack(sealed(key, secret, pin))));
    CHECK(must(open_key(locked, secret, pin)).secret == key.secret);
    CHECK(open_key(locked, secret, {}).fault() == Fault::pin_needed);
    CHECK(open_key(locked, secret, must(Pin::of("4712"))).fault() == Fault::wrong_pin);
    INFO("a wrong secret isn't taken for a wrong PIN");
    CHECK(open_key(locked, PlatformSecret::random(), pin).fault() == Fault::key_lost);
    INFO("nobody can say that there is no PIN");
    KeyEnvelope forged = locked;
    forged.with_pin = false;
    CHECK_FALSE(open_key(forged, secret, {}).has_value());
}

TEST_CASE("an envelope says nothing of the key, the secret or the PIN, and is never the same twice") {
    const DataKey key = DataKey::random();
    const PlatformSecret secret = PlatformSecret::random();
    const Pin pin = must(Pin::of("471147114711"));
    const std::string bytes = pack(sealed(key, secret, pin));
    CHECK(bytes.find(key.secret.bytes()) == std::string::npos);
    CHECK(bytes.find(secret.secret.bytes()) == std::string::npos);
    CHECK(bytes.find(pin.digits()) == std::string::npos);
    CHECK(sealed(key, secret, pin).box != sealed(key, secret, pin).box);
}

TEST_CASE("an envelope with any bit flipped opens nothing, and one that is cut or newer is told apart") {
    const DataKey key = DataKey::random();
    const PlatformSecret secret = PlatformSecret::random();
    const Pin pin = must(Pin::of("1234"));
    const std::string bytes = pack(sealed(key, secret, pin));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        INFO("bit " << bit);
        const auto envelope = unpack_envelope(flipped);
        // What it costs to try is read before it can be known to be damaged: a limit keeps it from asking for too much.
        const bool dear = envelope && (envelope->cost.bytes > (1U << 20U) || envelope->cost.passes > 8);
        if (envelope && !dear) {
            CHECK_FALSE(open_key(*envelope, secret, pin).has_value());
        }
    }
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CHECK(unpack_envelope(bytes.substr(0, size)).fault() == Fault::storage_corrupt);
    }
    CHECK(unpack_envelope(bytes + "x").fault() == Fault::storage_corrupt);
    std::string newer = bytes;
    newer[8] = 2;
    CHECK(unpack_envelope(newer).fault() == Fault::made_by_newer_app);
    std::string greedy = bytes;
    KeyEnvelope wants_all = must(unpack_envelope(bytes));
    wants_all.cost.bytes = std::uint64_t{1} << 40U;
    CHECK(unpack_envelope(pack(wants_all)).fault() == Fault::storage_corrupt);
}

TEST_CASE("a PIN has 4 to 12 digits") {
    for (const char* good : {"0000", "1234", "123456789012"}) {
        CHECK(Pin::of(good).has_value());
    }
    for (const char* bad : {"", "123", "1234567890123", "12a4", "12 34", "１２３４", "-123"}) {
        INFO(bad);
        CHECK(Pin::of(bad).fault() == Fault::invalid);
    }
}

TEST_CASE("each wrong PIN but the first two waits, longer each time up to an hour, and no clock shortens it") {
    const Moment then{"boot-1", 5'000'000};
    const auto wait = [&](std::uint32_t wrong, const Moment& now) { return wait_before({wrong, then}, now); };
    const std::vector<std::chrono::milliseconds> waits{0s, 0s, 0s, 30s, 1min, 5min, 15min, 1h, 1h};
    for (std::uint32_t wrong = 0; wrong < waits.size(); ++wrong) {
        INFO(wrong << " wrong");
        CHECK(wait(wrong, then) == waits[wrong]);
        const auto later = [&](std::chrono::milliseconds after) { return Moment{"boot-1", then.ms + after.count()}; };
        CHECK(wait(wrong, later(waits[wrong])) == 0ms);
        CHECK(wait(wrong, later(waits[wrong] / 2)) == waits[wrong] - waits[wrong] / 2);
        CHECK(wait(wrong, later(-1h)) == waits[wrong]);  // can't be, and helps nobody
    }
    CHECK(wait(4'000'000'000U, then) == 1h);
    INFO("after a restart the wait begins with it");
    CHECK(wait(7, {"boot-2", 0}) == 1h);
    CHECK(wait(7, {"boot-2", 600'000}) == 50min);
    CHECK(wait(7, {"boot-2", 5'000'000}) == 0ms);
    CHECK(wait(3, {"", 1000}) == 29s);  // a machine that can't tell its starts apart
}

TEST_CASE("the tries are read as they were written, and damage counts as three wrong ones just now") {
    const Moment now{"9f2c1e62-0f5e-4d8b-8b0a-5a2f0f6f9a11", 123'456};
    const std::string bytes = pack(PinTries{5, now});
    CHECK(bytes.size() == 64);
    CHECK(pack(PinTries{4'294'967'295U, {std::string(500, 'x'), 1LL << 62}}).size() == 64);
    const PinTries read = unpack_tries(bytes, {"other", 1});
    CHECK(read.wrong == 5);
    CHECK(read.last.start == now.start);
    CHECK(read.last.ms == now.ms);
    for (const std::string& bad : {std::string(), std::string("x"), bytes.substr(1), std::string(64, '\0')}) {
        CHECK(wait_before(unpack_tries(bad, now), now) == 30s);
    }
}
