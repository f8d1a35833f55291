#pragma once
// What others brought into a plan, its talk and its circle. A part of preparing.

#include "engine/programme/plans.hpp"
#include "engine/programme/preparation.hpp"

namespace ayni::programme {

/// In the plan and the talks over it, and, of the circle, the posts of `people`; from `since` (UTC ms) on. The latest
/// first. What was made since counts once, as added, whatever was done to it after.
Result<std::vector<News>> news_since(Store& store, const Names& names, const ScopeId& plan,
                                     const std::vector<ScopeId>& talks, const std::vector<RecordId>& people,
                                     std::int64_t since);

}  // namespace ayni::programme
