#pragma once
// Finding again what people wrote, as somebody types.

#include <optional>
#include <string>
#include <vector>

#include "engine/programme/plans.hpp"

namespace ayni::programme {

struct Search {
    std::string words;  // as they were typed: anything will do
    std::optional<KindNo> kind;
    std::optional<ScopeId> scope;
    bool with_removed = false;
    std::size_t limit = 50;
};

struct SearchHit {
    SearchResult found;
    std::string author;  // who made it; empty if that isn't known here
    /// Whose it is: a plan's business (a mentor, for hers), a talk's business and mentor, a cohort, a person. Empty for
    /// the programme, and for who isn't known here.
    std::vector<std::string> of_whom;
};

struct SearchPage {
    std::vector<SearchHit> hits;  // best first, as SearchResults
    bool more = false;            // there was more than `limit`: ask again with a greater one
};

/// Only what she may read: what lies in a scope that she has lost isn't found even before it is dropped.
/// Nothing is found for no words.
Result<SearchPage> search(Store& store, const Search& wanted);

}  // namespace ayni::programme
