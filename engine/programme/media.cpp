#include "engine/programme/media.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ayni::programme {
namespace {

using namespace std::string_view_literals;

bool has_at(std::string_view text, std::size_t at, std::string_view part) {
    return text.size() >= at + part.size() && text.substr(at, part.size()) == part;
}

// The first page of an Ogg stream: 27 bytes, a table of segments, then the first packet, which names the codec.
bool is_ogg_sound(std::string_view beginning) {
    constexpr std::size_t table = 27;
    if (!has_at(beginning, 0, "OggS"sv) || beginning.size() < table) {
        return false;
    }
    const std::size_t packet = table + static_cast<unsigned char>(beginning[table - 1]);
    return has_at(beginning, packet, "OpusHead"sv) || has_at(beginning, packet, "\x01vorbis"sv);
}

// Twelve bits of ones, then the layer, which is 0 (in MP3 it isn't).
bool is_adts(std::string_view beginning) {
    return beginning.size() > 1 && beginning[0] == '\xFF' &&
           (static_cast<unsigned char>(beginning[1]) & 0xF6U) == 0xF0U;
}

bool is_mp4(std::string_view beginning) {
    constexpr std::array brands{"M4A "sv, "mp41"sv, "mp42"sv, "isom"sv, "iso2"sv, "3gp4"sv, "3gp5"sv, "3gp6"sv};
    return has_at(beginning, 4, "ftyp"sv) &&
           std::ranges::any_of(brands, [&](std::string_view brand) { return has_at(beginning, 8, brand); });
}

}  // namespace

std::string_view media_of(std::string_view beginning) {
    if (has_at(beginning, 0, "\xFF\xD8\xFF"sv)) {
        return "image/jpeg";
    }
    if (has_at(beginning, 0, "\x89PNG\r\n\x1A\n"sv)) {
        return "image/png";
    }
    if (has_at(beginning, 0, "RIFF"sv) && has_at(beginning, 8, "WEBP"sv)) {
        return "image/webp";
    }
    if (is_ogg_sound(beginning)) {
        return "audio/ogg";
    }
    if (is_adts(beginning)) {
        return "audio/aac";
    }
    if (is_mp4(beginning)) {
        return "audio/mp4";
    }
    return has_at(beginning, 0, "%PDF-"sv) ? "application/pdf"sv : ""sv;
}

std::string usual_media(std::string_view mime) {
    constexpr std::array others{
        std::pair{"image/jpg"sv, "image/jpeg"sv}, std::pair{"audio/opus"sv, "audio/ogg"sv},
        std::pair{"audio/aacp"sv, "audio/aac"sv}, std::pair{"audio/x-aac"sv, "audio/aac"sv},
        std::pair{"audio/m4a"sv, "audio/mp4"sv},  std::pair{"audio/x-m4a"sv, "audio/mp4"sv},
        std::pair{"audio/3gpp"sv, "audio/mp4"sv}, std::pair{"application/x-pdf"sv, "application/pdf"sv},
    };
    const auto other = std::ranges::find(others, mime, [](const auto& pair) { return pair.first; });
    return std::string(other != others.end() ? other->second : mime);
}

}  // namespace ayni::programme
