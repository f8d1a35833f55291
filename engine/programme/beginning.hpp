#pragma once
// Beginning without a hub: her plan starts today, the programme can come later.

#include <string>

#include "engine/programme/plans.hpp"

namespace ayni::programme {

/// Makes this profile hers: a provisional Person (an entrepreneur) and, if it has a name, her Business, both in her
/// own scope, which no hub sees; her plan is plan_of_alone. already_joined: the profile is somebody's.
/// invalid: an empty name.
Result<RecordId> begin_alone(Store& store, const std::string& name, const std::string& business);

struct Me {
    RecordId id;  // none: nobody yet
    std::string name;
    std::string role;
    bool alone = false;  // provisional: in no programme
};
Result<Me> me(Store& store);

}  // namespace ayni::programme
