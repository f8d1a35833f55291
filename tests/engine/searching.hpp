#pragma once
// Phones that search.

#include "tests/engine/phones.hpp"

namespace ayni::test {

inline const ScopeId own{ScopeKind::own, {DeviceId{3}, 1}};

inline SearchResults search(const Phone& phone, const std::string& words) {
    Sought sought;
    sought.words = words;
    return must(phone.store->search(sought));
}

/// The records found, best first.
inline std::vector<RecordId> finds(const Phone& phone, const std::string& words) {
    std::vector<RecordId> ids;
    for (const SearchResult& found : search(phone, words).found) {
        ids.push_back(found.record);
    }
    return ids;
}

inline std::vector<std::string> hits(const SearchResult& found) {
    std::vector<std::string> words;
    for (const Range& hit : found.hits) {
        words.push_back(found.snippet.substr(hit.from, hit.to - hit.from));
    }
    return words;
}

inline RecordId note(const Phone& phone, const std::string& text, const ScopeId& scope = own) {
    return phone.makes(scope, kind::private_note, {{"text", text}});
}

inline RecordId goal(const Phone& phone, const std::string& title, const std::string& why = {}) {
    return phone.makes(plan, kind::goal, {{"title", title}, {"why", why}});
}

using Ids = std::vector<RecordId>;
using Words = std::vector<std::string>;

}  // namespace ayni::test
