#pragma once
// Is it UTF-8? Byte by byte, so that a file is never held whole, and with a guess at what it is instead.

#include <cstdint>

#include "engine/programme/import/problem.hpp"

namespace ayni::programme {

/// Follows a stream of bytes (The Unicode Standard 15.0, table 3-7: no overlong forms, no surrogates, nothing
/// beyond U+10FFFF).
class Utf8Watch {
public:
    enum class Verdict : std::uint8_t {
        fine,       // this byte belongs
        begins,     // this byte is the first of a longer letter
        bad_start,  // this byte can't begin a letter
        bad_rest,   // the letter begun before isn't continued; this byte still has to be looked at again
    };
    Verdict take(unsigned char byte);
    /// True if the bytes so far end inside a letter.
    [[nodiscard]] bool is_inside() const { return missing_ != 0; }
    /// What a file with such bytes is taken for. Meaningful after the last byte.
    [[nodiscard]] Encoding guess() const;

private:
    Verdict take_first(unsigned char byte);
    void note_bad(unsigned char byte);

    unsigned missing_ = 0;
    unsigned char first_ = 0;
    unsigned char least_ = 0x80;
    unsigned char most_ = 0xBF;
    bool good_letters_ = false;
    bool bad_low_ = false;   // 0x80 to 0x9F: letters and quotes in Windows-1252, nothing in Latin-1
    bool bad_high_ = false;  // 0xA0 to 0xFF
};

}  // namespace ayni::programme
