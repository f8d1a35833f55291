#include "engine/programme/import/utf8.hpp"

namespace ayni::programme {

Utf8Watch::Verdict Utf8Watch::take(unsigned char byte) {
    if (missing_ == 0) {
        return take_first(byte);
    }
    if (byte < least_ || byte > most_) {
        missing_ = 0;
        note_bad(first_);
        return Verdict::bad_rest;
    }
    least_ = 0x80;
    most_ = 0xBF;
    if (--missing_ == 0) {
        good_letters_ = true;
    }
    return Verdict::fine;
}

Utf8Watch::Verdict Utf8Watch::take_first(unsigned char byte) {
    if (byte < 0x80) {
        return Verdict::fine;
    }
    if (byte < 0xC2 || byte > 0xF4) {
        note_bad(byte);
        return Verdict::bad_start;
    }
    first_ = byte;
    missing_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    least_ = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
    most_ = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
    return Verdict::begins;
}

void Utf8Watch::note_bad(unsigned char byte) {
    (byte < 0xA0 ? bad_low_ : bad_high_) = true;
}

Encoding Utf8Watch::guess() const {
    if (good_letters_) {
        return Encoding::damaged_utf8;
    }
    if (bad_low_) {
        return Encoding::windows1252;
    }
    return bad_high_ ? Encoding::latin1 : Encoding::unknown;
}

}  // namespace ayni::programme
