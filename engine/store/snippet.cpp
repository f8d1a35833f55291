#include "engine/store/snippet.hpp"

#include <algorithm>
#include <set>

#include "engine/merge/words.hpp"

namespace ayni {
namespace {

// Characters (code points): what is shown of a long text, how much of that stands before the first word, and how far
// apart words may be to be shown together.
constexpr std::size_t whole_most = 240;
constexpr std::size_t before_most = 50;
constexpr std::size_t after_most = 150;
constexpr std::size_t together_bytes = 120;

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::size_t back(std::string_view text, std::size_t at, std::size_t characters) {
    while (at > 0 && characters > 0) {
        --at;
        characters -= begins_character(text[at]) ? 1 : 0;
    }
    return at;
}

std::size_t forth(std::string_view text, std::size_t at, std::size_t characters) {
    while (at < text.size()) {
        if (begins_character(text[at])) {
            if (characters == 0) {
                return at;
            }
            --characters;
        }
        ++at;
    }
    return at;
}

// The first of the hits from which on most of the words stand together.
std::size_t best_of(std::span<const Hit> hits) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        std::set<std::size_t> words;
        for (std::size_t j = i; j < hits.size() && hits[j].range.to <= hits[i].range.from + together_bytes; ++j) {
            words.insert(hits[j].wanted);
        }
        if (words.size() > most) {
            most = words.size();
            best = i;
        }
    }
    return best;
}

// Around the hit, from word to word; a hit that is longer than all that is shown is cut itself.
Range window_around(std::string_view text, const Range& hit) {
    const std::size_t from = back(text, hit.from, before_most);
    const std::size_t to = forth(text, hit.from, after_most);
    Range window{hit.from, std::min(hit.to, to)};
    std::size_t at = from;
    for (const Word& word : words_of(text.substr(from, to - from))) {
        const std::size_t end = at + word.bytes.size();
        const bool is_whole = (at > from || from == 0) && (end < to || to == text.size());
        if (is_whole && !is_sign(word)) {
            window.from = std::min(window.from, at);
        }
        if (is_whole && !word.is_break) {
            window.to = std::max(window.to, end);
        }
        at = end + word.gap.size();
    }
    return window;
}

}  // namespace

std::vector<Hit> hits_in(std::span<const Token> tokens, std::span<const std::string> wanted) {
    std::vector<Hit> hits;
    for (const Token& token : tokens) {
        // A beginning sorts before what it begins, and nothing else that is wanted lies between the two.
        const auto after = std::ranges::upper_bound(wanted, token.folded);
        if (after != wanted.begin() && token.folded.starts_with(*std::prev(after))) {
            hits.push_back({{token.from, token.to}, static_cast<std::size_t>(after - wanted.begin()) - 1});
        }
    }
    return hits;
}

Snippet snippet_of(std::string_view text, std::span<const Hit> hits) {
    Range window{0, text.size()};
    if (forth(text, 0, whole_most) < text.size()) {
        window = window_around(text, hits[best_of(hits)].range);
    }
    Snippet snippet{
        std::string(text.substr(window.from, window.to - window.from)), window.from > 0, window.to < text.size(), {}};
    for (const Hit& hit : hits) {
        const std::size_t from = std::max(hit.range.from, window.from);
        const std::size_t to = std::min(hit.range.to, window.to);
        if (from < to) {
            snippet.hits.push_back({from - window.from, to - window.from});
        }
    }
    return snippet;
}

}  // namespace ayni
