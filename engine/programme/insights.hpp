#pragma once
// Insights: the moment when something became clear, kept in one tap. The pair's only.

#include <string>
#include <vector>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

struct NewInsight {
    ScopeId plan;
    RecordId goal;     // none: to no goal
    RecordId session;  // none: to no session
    std::string text;
    bool spoken = false;  // her voice will be attached to it; it needs no words
};
/// invalid: nothing said, or a goal or session of another plan. not_allowed: no pair talks over this plan, or not hers.
Result<Deed> add_insight(Store& store, const NewInsight& insight);

struct Insight {
    RecordId id;
    std::string author;
    std::string text;
    RecordId goal;
    std::string goal_title;
    RecordId session;
    std::int64_t at = 0;  // UTC ms
    bool is_mine = false;
    bool has_voice = false;
    Safety safety = Safety::here;
};
/// Those that the pairs of this plan keep and she may read, the newest first.
Result<std::vector<Insight>> insights(Store& store, const ScopeId& plan);

}  // namespace ayni::programme
