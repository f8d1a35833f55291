#include "engine/model/text.hpp"

#include <cstdint>
#include <cstring>

namespace ayni {
namespace {

struct Lead {
    std::size_t more;    // continuation bytes
    unsigned char low;   // the first of them lies from here
    unsigned char high;  // to here
};

// more = 0 for a byte that begins nothing (or stands alone: those are handled before).
Lead lead_of(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {1, 0x80, 0xBF};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {2, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {3, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    }
    return {0, 0, 0};
}

// How many bytes, from the first, are ASCII: most of what people write, so eight at a time.
std::size_t plain_run(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
    std::size_t i = 0;
    for (std::uint64_t word = 0; i + sizeof word <= bytes.size(); i += sizeof word) {
        std::memcpy(&word, bytes.data() + i, sizeof word);
        if ((word & high_bits) != 0) {
            break;
        }
    }
    while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80) {
        ++i;
    }
    return i;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    std::size_t i = 0;
    const auto at = [&](std::size_t n) { return static_cast<unsigned char>(bytes[n]); };
    while (i < bytes.size()) {
        i += plain_run(bytes.substr(i));
        if (i == bytes.size()) {
            return true;
        }
        const Lead lead = lead_of(at(i));
        if (lead.more == 0 || i + lead.more >= bytes.size() || at(i + 1) < lead.low || at(i + 1) > lead.high) {
            return false;
        }
        for (std::size_t n = 2; n <= lead.more; ++n) {
            if (at(i + n) < 0x80 || at(i + n) > 0xBF) {
                return false;
            }
        }
        i += lead.more + 1;
    }
    return true;
}

}  // namespace ayni
