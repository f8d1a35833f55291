// Frames: many envelopes, compressed together; bombs and lies are refused.

#include <zstd.h>

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "tests/sync/wire_sample.hpp"

using namespace ayni;
using namespace ayni::wire;

namespace {

std::vector<std::string> envelopes(std::size_t count) {
    std::mt19937_64 chance{3};
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back(seal(sample::random_contents(chance, 1 + i % 5), sample::keys().secret));
    }
    return all;
}

std::string varint(std::size_t number) {
    std::string bytes;
    for (; number >= 128; number /= 128) {
        bytes += static_cast<char>(static_cast<unsigned char>(number % 128 + 128));
    }
    return bytes + static_cast<char>(number);
}

// A frame of any content, as a stranger could make it, who may lie about its size.
std::string frame_of(const std::string& content, std::int64_t lie = 0, int window_log = 18) {
    ZSTD_CCtx* const context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window_log);
    std::string packed(ZSTD_compressBound(content.size()), '\0');
    packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), content.data(), content.size()));
    ZSTD_freeCCtx(context);
    return '\1' + varint(content.size() + static_cast<std::size_t>(lie)) + packed;
}

std::string framed(const std::string& content) {
    return std::string(1, '\0') + content;
}

}  // namespace

TEST_CASE("envelopes come out of a frame as they went in, in order") {
    for (const std::size_t count : {0U, 1U, 2U, 40U}) {
        const auto all = envelopes(count);
        const auto unpacked = unpack_frame(pack_frame(all));
        REQUIRE(unpacked.has_value());
        CHECK(*unpacked == all);
        CHECK(pack_frame(all) == pack_frame(all));
    }
    const std::vector<std::string> large{std::string(envelope_most, 'x')};
    const auto unpacked = unpack_frame(pack_frame(large));
    REQUIRE(unpacked.has_value());
    CHECK(*unpacked == large);
}

TEST_CASE("the frames of a message build on each other: smaller than on their own, and out as they went in") {
    FrameWriter writer;
    FrameReader reader;
    std::vector<std::string> frames;
    std::size_t alone = 0;
    std::size_t together = 0;
    for (std::uint64_t n = 0; n < 40; ++n) {
        const std::string note = "Hablamos del precio del pan y de la feria de " + std::to_string(n * 7919 % 1000) +
                                 "; la próxima semana cuenta ella lo que le quedó de la venta.";
        const std::vector<std::string> all{seal(sample::one_change(note), sample::keys().secret)};
        frames.push_back(writer.pack(all));
        alone += pack_frame(all).size();
        together += frames.back().size();
        const auto unpacked = reader.unpack(frames.back());
        REQUIRE(unpacked.has_value());
        CHECK(*unpacked == all);
    }
    CHECK(frames.back().front() == '\2');
    CHECK(together * 10 < alone * 8);
    CHECK(unpack_frame(frames.back()).fault() == Fault::malformed);
}

TEST_CASE("what builds on a frame that couldn't be opened is cut off, and what stands on its own is read") {
    FrameWriter writer;
    static_cast<void>(writer.pack(envelopes(2)));  // stands on its own
    const std::string first = writer.pack(envelopes(3));
    const std::string second = writer.pack(envelopes(4));
    const std::string alone = pack_frame(envelopes(2));
    for (const std::string& broken : {first.substr(0, first.size() / 2), std::string("\3whatever")}) {
        FrameReader reader;
        CHECK_FALSE(reader.is_cut_off(second));
        CHECK_FALSE(reader.unpack(broken).has_value());
        CHECK(reader.is_cut_off(second));
        CHECK(reader.unpack(second).fault() == Fault::malformed);
        CHECK_FALSE(reader.is_cut_off(alone));
        CHECK(reader.unpack(alone).has_value());
    }
}

TEST_CASE("a frame is hardly larger than what is in it, also when that can't be compressed") {
    const std::vector<std::string> one{random_bytes(200)};
    CHECK(pack_frame(one).size() <= 200 + 3);
}

TEST_CASE("a frame that is cut, at any length, is malformed") {
    const std::string frame = pack_frame(envelopes(20));
    REQUIRE(frame.front() == '\1');
    for (std::size_t size = 0; size < frame.size(); ++size) {
        REQUIRE(unpack_frame(std::string_view(frame).substr(0, size)).fault() == Fault::malformed);
    }
    CHECK(unpack_frame(frame + "x").fault() == Fault::malformed);
    CHECK(unpack_frame(frame + frame.substr(1)).fault() == Fault::malformed);
}

TEST_CASE("a bomb is too large before it goes off") {
    CHECK(unpack_frame(frame_of(std::string(64U * 1024 * 1024, '\0'))).fault() == Fault::too_large);
    CHECK(unpack_frame(frame_of(std::string(4U * 1024 * 1024 + 1, '\0'))).fault() == Fault::too_large);
    CHECK(unpack_frame(framed(std::string(4U * 1024 * 1024 + 1, '\0'))).fault() == Fault::too_large);
    FrameReader reader;
    REQUIRE(reader.unpack(pack_frame(envelopes(20))).has_value());
    std::string later = frame_of(std::string(4U * 1024 * 1024 + 1, '\0'));
    later.front() = '\2';
    CHECK(reader.unpack(later).fault() == Fault::too_large);
    // As large as allowed, but claiming two million envelopes of nothing.
    CHECK(unpack_frame(frame_of(std::string(4U * 1024 * 1024, '\0'))).fault() == Fault::malformed);
}

TEST_CASE("a frame that lies about its size, or needs more memory than it should, is malformed") {
    std::string content;
    for (const std::string& envelope : envelopes(20)) {
        content += static_cast<char>(static_cast<unsigned char>(envelope.size() % 128 + 128));
        content += static_cast<char>(envelope.size() / 128);
        content += envelope;
    }
    REQUIRE(unpack_frame(frame_of(content)).has_value());
    for (const int lie : {-100, -1, 1, 100}) {
        CHECK(unpack_frame(frame_of(content, lie)).fault() == Fault::malformed);
    }
    // 16 KB of it are no bomb, but a stream that looks back over 128 MB would have us keep as much.
    content = std::string(3U * 1024 * 1024, 'x');
    CHECK(unpack_frame(frame_of(content, 0, 27)).fault() == Fault::malformed);
}

TEST_CASE("lengths in a frame that can't be are malformed, and an envelope over the limit is too large") {
    CHECK(unpack_frame(framed(std::string(1, '\x05') + "hello")).fault() == Fault::malformed);
    CHECK(unpack_frame(framed(std::string(1, '\x7F') + std::string(100, 'x'))).fault() == Fault::malformed);
    CHECK(unpack_frame(framed("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01" + std::string(100, 'x'))).fault() ==
          Fault::malformed);
    CHECK(unpack_frame(framed(std::string(20, '\xFF'))).fault() == Fault::malformed);
    CHECK(unpack_frame(pack_frame({std::string(envelope_most + 1, 'x')})).fault() == Fault::too_large);
}

TEST_CASE("a frame kept in a later way is made by a newer app") {
    CHECK(unpack_frame("\3whatever").fault() == Fault::made_by_newer_app);
    CHECK(unpack_frame("").fault() == Fault::malformed);
}

TEST_CASE("random bytes and damaged frames give no envelope that was not in them") {
    std::mt19937_64 chance{5};
    const std::string first = pack_frame(envelopes(20));
    for (int round = 0; round < 10'000; ++round) {
        std::string bytes(chance() % 200, ' ');
        for (char& c : bytes) {
            c = static_cast<char>(static_cast<unsigned char>(chance()));
        }
        if (!bytes.empty()) {
            bytes.front() = static_cast<char>(round % 3);
        }
        FrameReader reader;
        static_cast<void>(reader.unpack(first));
        static_cast<void>(reader.unpack(bytes));
    }
    const std::string frame = pack_frame(envelopes(20));
    for (int round = 0; round < 10'000; ++round) {
        std::string damaged = frame;
        damaged[1 + chance() % (frame.size() - 1)] = static_cast<char>(static_cast<unsigned char>(chance()));
        if (const auto unpacked = unpack_frame(damaged)) {
            for (const std::string& envelope : *unpacked) {
                REQUIRE(envelope.size() <= envelope_most);
            }
        }
    }
}
