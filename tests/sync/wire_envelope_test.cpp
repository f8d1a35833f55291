// Envelopes: what goes in comes out; what was tampered with is refused.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "tests/sync/wire_sample.hpp"

using namespace ayni;
using namespace ayni::wire;

namespace {

Contents reopened(const Contents& contents) {
    const std::string bytes = seal(contents, sample::keys().secret);
    REQUIRE(verify(bytes, sample::keys().open));
    auto opened = open(bytes);
    REQUIRE(opened.has_value());
    return *opened;
}

// What neither reads nor is signed: refused one way or the other.
bool is_refused(const std::string& bytes) {
    return !open(bytes) || !verify(bytes, sample::keys().open);
}

}  // namespace

TEST_CASE("every kind of value comes out of an envelope as it went in") {
    const Contents contents = sample::everything();
    CHECK(sample::same(reopened(contents), contents));
    for (const Change& change : contents.changes) {
        const Contents alone = sample::one_change(change.value);
        CHECK(sample::same(reopened(alone), alone));
    }
    const Contents odd = sample::one_change(std::numeric_limits<double>::quiet_NaN());
    CHECK(std::isnan(std::get<double>(reopened(odd).changes.front().value)));
}

TEST_CASE("scopes of every kind, with subjects of this device and of others, come out as they went in") {
    for (const ScopeId& scope :
         {ScopeId{ScopeKind::programme, {}}, ScopeId{ScopeKind::cohort, {sample::laptop, 1}},
          ScopeId{ScopeKind::plan, {sample::phone, 1}}, ScopeId{ScopeKind::talk, {sample::mentors, 1U << 31U}},
          ScopeId{ScopeKind::line, {sample::laptop, 2}}, ScopeId{ScopeKind::own, {sample::laptop, 2}},
          ScopeId{ScopeKind::desk, {sample::laptop, std::numeric_limits<std::uint64_t>::max()}}}) {
        Contents contents = sample::everything();
        contents.scope = scope;
        CHECK(sample::same(reopened(contents), contents));
    }
}

TEST_CASE("heads of an envelope come out as they went in: schema, first seq, no previous") {
    Contents contents = sample::one_change();
    contents.changes.front().dot.seq = contents.first_seq = contents.last_seq = 1;
    contents.changes.front().supersedes.clear();
    contents.previous.clear();
    for (const std::uint16_t schema : {0, 1, 2, 65535}) {
        contents.schema = schema;
        CHECK(sample::same(reopened(contents), contents));
    }
    contents.changes.front().dot.seq = contents.first_seq = contents.last_seq =
        std::numeric_limits<std::uint64_t>::max() - 1;
    CHECK(sample::same(reopened(contents), contents));
}

TEST_CASE("changes made by chance come out as they went in, and the same ones give the same bytes") {
    std::mt19937_64 chance{7};
    for (int round = 0; round < 300; ++round) {
        const Contents contents = sample::random_contents(chance, 1 + chance() % 60);
        const Contents again = reopened(contents);
        REQUIRE(sample::same(again, contents));
        REQUIRE(seal(again, sample::keys().secret) == seal(contents, sample::keys().secret));
    }
}

TEST_CASE("decode gives the changes alone") {
    const Contents contents = sample::everything();
    const auto changes = decode(seal(contents, sample::keys().secret));
    REQUIRE(changes.has_value());
    CHECK(*changes == contents.changes);
    CHECK(decode("nothing of the kind").fault() == Fault::malformed);
}

TEST_CASE("the bytes of an envelope are these, whatever version writes them") {
    // If this fails, phones in the field will not read what this version writes. Change it only together with a
    // new form or protocol number.
    const std::string golden =
        "0a4d080311a8a7a6a5a4a3a2a1189c0322103031323334353637383961626364656629b8b7b6b5b4b3b2b1301f420172"
        "4a010c52010d5a0680a1d5dac0686201496a011c7a04646f6e65820202cf0f1240b538f51f804299e58a62d2b02a85ec"
        "b084702ddd4fbd931727bac2624f98e0b19e64df134dac1f047b056d92a04934b6a4e6ae3e5d2ccd776b0fae9c0f1593"
        "06";
    CHECK(to_hex(seal(sample::one_change(), sample::keys().secret)) == golden);
    const auto opened = open(from_hex(golden));
    REQUIRE(opened.has_value());
    CHECK(sample::same(*opened, sample::one_change()));
    // Longer than a hex literal is good for: the hash stands for the bytes.
    CHECK(to_hex(short_hash(seal(sample::everything(), sample::keys().secret))) == "618a8a01d5d1c6d30a6b531d4d84acbb");
}

TEST_CASE("a change of any bit of an envelope is refused") {
    for (const Contents& contents : {sample::one_change(), sample::everything()}) {
        const std::string bytes = seal(contents, sample::keys().secret);
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string flipped = bytes;
                flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
                REQUIRE(is_refused(flipped));
            }
        }
    }
}

TEST_CASE("an envelope that is cut, at any length, is malformed") {
    const std::string bytes = seal(sample::everything(), sample::keys().secret);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto cut = open(std::string_view(bytes).substr(0, size));
        REQUIRE(!cut);
        REQUIRE(cut.fault() == Fault::malformed);
        REQUIRE(!verify(std::string_view(bytes).substr(0, size), sample::keys().open));
    }
}

TEST_CASE("anything put before, behind or into the wrapper of an envelope is refused") {
    const std::string bytes = seal(sample::one_change(), sample::keys().secret);
    CHECK(open(bytes + std::string(1, '\0')).fault() == Fault::malformed);
    CHECK(open(bytes + bytes).fault() == Fault::malformed);
    CHECK(open(bytes + std::string("\x1A\x00", 2)).fault() == Fault::malformed);  // a field that means nothing
    CHECK(open("\x1A\x01x" + bytes).fault() == Fault::malformed);
    // The same body and signature in the other order: the same meaning, but other bytes, and so another name.
    const std::size_t signature_from = bytes.size() - 66;
    CHECK(open(bytes.substr(signature_from) + bytes.substr(0, signature_from)).fault() == Fault::malformed);
    CHECK_FALSE(verify(bytes + std::string("\x1A\x00", 2), sample::keys().open));
}

TEST_CASE("an envelope signed by another key, or a signature from elsewhere, does not verify") {
    const std::string bytes = seal(sample::one_change(), sample::keys().secret);
    CHECK_FALSE(verify(bytes, make_keys().open));
    CHECK_FALSE(verify(bytes, PublicKey{}));
    const std::string other = seal(sample::everything(), sample::keys().secret);
    CHECK_FALSE(verify(bytes.substr(0, bytes.size() - 64) + other.substr(other.size() - 64), sample::keys().open));
}

TEST_CASE("random bytes never open") {
    std::mt19937_64 chance{11};
    for (int round = 0; round < 10'000; ++round) {
        std::string bytes(chance() % 300, ' ');
        for (char& c : bytes) {
            c = static_cast<char>(static_cast<unsigned char>(chance()));
        }
        REQUIRE(!open(bytes));
        REQUIRE(!verify(bytes, sample::keys().open));
    }
}

TEST_CASE("bodies that were damaged before they were signed open to something consistent, or not at all") {
    std::mt19937_64 chance{13};
    const std::string good = seal(sample::everything(), sample::keys().secret);
    int opened = 0;
    for (int round = 0; round < 10'000; ++round) {
        std::string bytes = good;
        for (std::uint64_t n = 1 + chance() % 4; n > 0; --n) {
            bytes[3 + chance() % (bytes.size() - 3 - 66)] = static_cast<char>(static_cast<unsigned char>(chance()));
        }
        const auto contents = open(bytes);
        if (!contents) {
            REQUIRE((contents.fault() == Fault::malformed || contents.fault() == Fault::made_by_newer_app));
            continue;
        }
        ++opened;
        REQUIRE(contents->last_seq - contents->first_seq + 1 == contents->changes.size());
        for (const Change& change : contents->changes) {
            REQUIRE(change.dot.device == contents->device);
            REQUIRE(change.record);
            REQUIRE(change.field != 0);
        }
        const auto again = open(seal(*contents, sample::keys().secret));
        REQUIRE(again.has_value());
        REQUIRE(again->changes.size() == contents->changes.size());
    }
    CHECK(opened > 0);
}

TEST_CASE("an envelope of more than 1 MiB is too large") {
    CHECK(open(seal(sample::one_change(std::string(envelope_most, 'x')), sample::keys().secret)).fault() ==
          Fault::too_large);
    CHECK(open(seal(sample::one_change(std::string(envelope_most - 200, 'x')), sample::keys().secret)).has_value());
    CHECK(open(std::string(10 * envelope_most, '\0')).fault() == Fault::too_large);
}

TEST_CASE("an envelope of more changes than there may be is too large") {
    Contents contents = sample::one_change(true);
    contents.changes.front().supersedes.clear();
    const Change first = contents.changes.front();
    while (contents.changes.size() < changes_most) {
        Change next = first;
        next.dot.seq = ++contents.last_seq;
        contents.changes.push_back(std::move(next));
    }
    CHECK(open(seal(contents, sample::keys().secret)).has_value());
    Change next = first;
    next.dot.seq = ++contents.last_seq;
    contents.changes.push_back(std::move(next));
    CHECK(open(seal(contents, sample::keys().secret)).fault() == Fault::too_large);
}
