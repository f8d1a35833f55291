// A frame is one byte that says how its content is kept, and the content: the envelopes, each with its length before
// it (a varint).

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <zstd.h>

#include <cassert>

#include "sync/wire/envelope.hpp"

namespace ayni::wire {
namespace {

constexpr char as_it_is = 0;
constexpr char by_zstd = 1;
constexpr int level = 15;  // 2 ms for a full frame on a laptop; 2 % smaller than 9
constexpr std::size_t content_most = std::size_t{4} * 1024 * 1024;
// No envelope is smaller than its signature. Bounds how many a frame can claim to have.
constexpr std::size_t envelope_least = 64;

Failure malformed(const char* detail) {
    return {Fault::malformed, detail};
}

void append_varint(std::string& bytes, std::size_t number) {
    while (number >= 128) {
        bytes += static_cast<char>(static_cast<unsigned char>(number % 128 + 128));
        number /= 128;
    }
    bytes += static_cast<char>(number);
}

Result<std::string> inflate(std::string_view packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) {
        return malformed("a frame that doesn't say its size");
    }
    if (size > content_most) {
        return Failure{Fault::too_large, "a frame unpacks to more than 4 MiB"};
    }
    if (ZSTD_findFrameCompressedSize(packed.data(), packed.size()) != packed.size()) {
        return malformed("a frame that is cut, or has something behind it");
    }
    std::string content(static_cast<std::size_t>(size), '\0');
    if (ZSTD_decompress(content.data(), content.size(), packed.data(), packed.size()) != content.size()) {
        return malformed("a frame that doesn't unpack to the size it says");
    }
    return content;
}

Result<std::vector<std::string>> split(std::string_view content) {
    std::vector<std::string> envelopes;
    while (!content.empty()) {
        google::protobuf::io::CodedInputStream stream(reinterpret_cast<const std::uint8_t*>(content.data()),
                                                      static_cast<int>(content.size()));
        std::uint64_t size = 0;
        if (!stream.ReadVarint64(&size)) {
            return malformed("a frame that ends in a length");
        }
        content.remove_prefix(static_cast<std::size_t>(stream.CurrentPosition()));
        if (size > content.size() || size < envelope_least) {
            return malformed("a frame with a length that can't be");
        }
        if (size > envelope_most) {
            return Failure{Fault::too_large, "an envelope of more than 1 MiB"};
        }
        envelopes.emplace_back(content.substr(0, static_cast<std::size_t>(size)));
        content.remove_prefix(static_cast<std::size_t>(size));
    }
    return envelopes;
}

}  // namespace

std::string pack_frame(const std::vector<std::string>& envelopes) {
    std::string content;
    for (const std::string& envelope : envelopes) {
        append_varint(content, envelope.size());
        content += envelope;
    }
    assert(content.size() <= content_most);
    std::string frame(1 + ZSTD_compressBound(content.size()), by_zstd);
    const std::size_t size = ZSTD_compress(frame.data() + 1, frame.size() - 1, content.data(), content.size(), level);
    if (ZSTD_isError(size) != 0U || size >= content.size()) {
        return as_it_is + content;
    }
    frame.resize(1 + size);
    return frame;
}

Result<std::vector<std::string>> unpack_frame(std::string_view frame) {
    if (frame.empty()) {
        return malformed("an empty frame");
    }
    const std::string_view rest = frame.substr(1);
    switch (frame.front()) {
        case as_it_is:
            if (rest.size() > content_most) {
                return Failure{Fault::too_large, "a frame of more than 4 MiB"};
            }
            return split(rest);
        case by_zstd: {
            AYNI_LET(content, inflate(rest));
            return split(content);
        }
        default: return Failure{Fault::made_by_newer_app, "a frame kept in a way unknown here"};
    }
}

}  // namespace ayni::wire
