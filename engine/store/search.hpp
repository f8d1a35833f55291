#pragma once
// What is asked of the search, and what it finds.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/record.hpp"

namespace ayni {

/// Any text will do as `words`: it is cut into words as the texts themselves are, without accents and in small
/// letters, and signs count for nothing. A match has them all, each whole or as a beginning. Nothing is found
/// where there is no word. Words beyond the first 16 KB aren't looked at.
struct Sought {
    std::string words;
    std::optional<KindNo> kind;
    std::optional<std::vector<ScopeId>> scopes;  // none: everything that is here
    bool with_removed = false;
    std::size_t limit = 50;
};

/// Bytes from `from` up to `to` of a UTF-8 text; never within a character.
struct Range {
    std::size_t from = 0;
    std::size_t to = 0;
    bool operator==(const Range&) const = default;
};

/// A record that has the words, and the place in it that has most of them.
struct SearchResult {
    RecordId record;
    KindNo kind = 0;
    ScopeId scope;
    Made made;
    bool removed = false;
    std::string called;  // its name or title; empty for what has none
    FieldNo field = 0;
    std::string key;      // of the element, in a set: a language
    std::string snippet;  // of the field's text as it is shown: all of it, or about 200 characters around the words
    bool cut_before = false;
    bool cut_after = false;
    std::vector<Range> hits;  // the words in the snippet, whole, in order
};

/// Best first: words in names and titles before others, whole words before beginnings, then the newest.
struct SearchResults {
    std::vector<SearchResult> found;
    bool more = false;  // there was more than `limit`
};

}  // namespace ayni
