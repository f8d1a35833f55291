#pragma once
// A text as the words that a merge moves about. Private to the merge of texts.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ayni {

/// A word, a line break, or one grapheme of anything else (a comma, an emoji with all that belongs to it), and the
/// spaces behind it. Views into the text that was cut.
struct Word {
    std::string_view bytes;
    std::string_view gap;  // spaces and tabs, never a line break
    bool is_break = false;
};

/// Cuts the text into words; put one behind the other, they are the text to the byte. Words are runs of letters,
/// marks and digits with the apostrophes, points and commas inside them (after Unicode UAX #29, without its
/// dictionaries); a grapheme is never cut. Bytes that aren't UTF-8 are each a word of its own.
std::vector<Word> words_of(std::string_view text);

/// What two words are compared by: their NFC form (UAX #15), every kind of line break as "\n".
std::string key_of(const Word& word);

/// A line break, or anything that isn't a word: a full stop, a dash, an emoji.
bool is_sign(const Word& word);

/// Would `next` right behind `before` read as one word, or stick to a sentence that it doesn't belong to?
bool wants_space(const Word& before, const Word& next);

}  // namespace ayni
