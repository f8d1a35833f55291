#pragma once
// Whose plans one sees, and what one may do there.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

/// A profile that has begun without a hub: its plan is about its person, and all hers.
[[nodiscard]] ScopeId plan_of_alone(RecordId person);

/// What this profile's person is in the scope. As ayni::standing; and the owner of a plan begun alone.
Who standing_here(Store& store, const Roster& roster, const ScopeId& scope);
/// May she set this field so? `record`: as it is now; null for one that isn't there yet, whose maker she is.
/// `owner`: whose it will be, where that is set together with this.
bool may_set(Store& store, const Roster& roster, const ScopeId& scope, const Edit& edit, const Record* record,
             std::optional<RecordId> owner = {});

struct Plan {
    ScopeId scope;
    std::string name;  // of the business; of the mentor, for hers
    Who who = Who::nobody;
    bool of_a_mentor = false;
};
using Plans = std::vector<Plan>;

/// The name of its business; for a plan begun alone without one, and for a mentor's, hers.
Result<std::string> name_of_plan(Store& store, const ScopeId& plan);

/// The plans on this device that she may read: her own first, then by name.
Result<Plans> plans(Store& store);

/// The names of people and businesses, by id; provisional ones too.
class Names {
public:
    static Result<Names> of(Store& store);
    /// Empty for somebody who isn't known here.
    [[nodiscard]] const std::string& of(RecordId id) const;

private:
    std::vector<std::pair<RecordId, std::string>> names_;  // ascending
};

/// Who is who, read once for several questions. Valid until something is written.
struct People {
    Roster roster;
    Names names;
    static Result<People> of(Store& store);
};

}  // namespace ayni::programme
