#pragma once
// A change sets one field of one record. Everything that is ever stored or sent is made of these.

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/schema.hpp"
#include "engine/model/value.hpp"

namespace ayni {

/// Hybrid logical time: 48 bits of UTC ms, 16 bits of counter (Kulkarni et al., "Logical Physical Clocks", 2014).
/// With the device as tie-breaker it orders all changes; it decides what is *shown*, never what is *kept*.
struct Stamp {
    std::uint64_t packed = 0;
    auto operator<=>(const Stamp&) const = default;
    [[nodiscard]] std::int64_t ms() const { return static_cast<std::int64_t>(packed >> 16U); }
    static Stamp at(std::int64_t ms, std::uint16_t counter = 0) {
        const std::int64_t most = (std::int64_t{1} << 48U) - 1;
        const std::int64_t held = ms < 0 ? 0 : (ms > most ? most : ms);
        return {(static_cast<std::uint64_t>(held) << 16U) | counter};
    }
};

/// A stamp that comes after `last` and is not before `now_ms`. Never fails, whatever the clock says.
Stamp next_stamp(Stamp last, std::int64_t now_ms);

struct Change {
    Dot dot;
    RecordId record;
    KindNo kind = 0;
    FieldNo field = 0;
    std::string key;  // the element, for a set; else empty
    Value value;
    Stamp stamp;
    std::vector<Dot> supersedes;  // every value of this field (and key) that its author saw
    bool operator==(const Change&) const = default;
};

}  // namespace ayni
