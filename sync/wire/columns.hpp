#pragma once
// Changes to columns and back (ayni.proto, Body). Private to sync/wire.

#include "ayni.pb.h"
#include "sync/wire/envelope.hpp"

namespace ayni::wire {

// How a value is laid out. Numbers travel: never reuse one.
enum class Form : std::uint8_t {
    none = 0,
    no = 1,
    yes = 2,
    whole = 3,
    number = 4,
    text = 5,
    ref = 6,
    place = 7,
    stage = 8,     // no moment
    stage_at = 9,  // and when
    made = 10,
    removal = 11,
    restoral = 12,
    respaced = 13,  // a place
    splice = 14,
};
inline constexpr std::uint64_t last_form = 14;

// One entry of the column `forms`.
inline constexpr std::uint64_t form_unit = 8;
inline constexpr std::uint64_t has_key = 4;
inline constexpr std::uint64_t many = 3;  // supersedes so many, or more

pb::Body to_columns(const Contents& contents);
/// malformed, made_by_newer_app, too_large (more than changes_most).
Result<Contents> from_columns(const pb::Body& body);

}  // namespace ayni::wire
