#pragma once
// A mentor's home: her businesses, each with a face.

#include <optional>
#include <string>
#include <vector>

#include "engine/programme/plans.hpp"

namespace ayni::programme {

/// A pair, seen from outside of what it says.
struct Face {
    RecordId pairing;
    ScopeId plan;
    RecordId business;
    std::string name;
    std::string mentor;
    std::vector<std::string> people;  // who leads it
    std::string status;
    std::optional<std::int64_t> last_met;  // UTC ms
    std::size_t open_actions = 0;
    std::size_t news = 0;  // what others brought into the plan since they last met
    bool quiet = false;    // longer apart than this phase is used to
};

/// Days without a meeting after which a pair is quiet: 14, in the stay 4, in follow-up 35.
std::int64_t quiet_after_days(std::string_view phase);

/// For a mentor her open pairs; for a coordinator all of them. By name. None for others.
Result<std::vector<Face>> faces(Store& store, std::int64_t today);

}  // namespace ayni::programme
