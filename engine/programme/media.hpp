#pragma once
// What can be attached: photos, voices, papers. Told by what is in the file, never by its name.

#include <string>
#include <string_view>

namespace ayni::programme {

/// How many of a file's first bytes `media_of` wants to see.
inline constexpr std::size_t media_beginning = 64;

/// image/jpeg (ISO 10918-1), image/png (RFC 2083), image/webp (RFC 9649), audio/ogg (Opus, RFC 7845, or Vorbis),
/// audio/aac (ADTS, ISO 13818-7), audio/mp4 (ISO 14496-12; that it has no pictures isn't looked at), application/pdf
/// (ISO 32000). Empty: none of them.
std::string_view media_of(std::string_view beginning);

/// The name that `media_of` would give, for one that other programs use ("audio/x-m4a" → "audio/mp4"); what is no other
/// name of any of them stays as it is.
std::string usual_media(std::string_view mime);

}  // namespace ayni::programme
