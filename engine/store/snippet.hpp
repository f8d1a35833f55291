#pragma once
// The words in a text, and the part of it that shows them. Private to the store.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/search.hpp"
#include "engine/store/tokens.hpp"

namespace ayni {

/// A word of a text that begins with one of those that are looked for: `wanted` says which.
struct Hit {
    Range range;
    std::size_t wanted = 0;
};

/// `wanted`: folded, ascending; none is the beginning of another.
std::vector<Hit> hits_in(std::span<const Token> tokens, std::span<const std::string> wanted);

struct Snippet {
    std::string text;
    bool cut_before = false;
    bool cut_after = false;
    std::vector<Range> hits;
};

/// A short text whole; of a long one the part that has most of the words, cut between words (UAX #29, as texts are
/// merged) and never within a grapheme. `hits` has at least one.
Snippet snippet_of(std::string_view text, std::span<const Hit> hits);

}  // namespace ayni
