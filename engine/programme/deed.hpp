#pragma once
// What a use case did, so that it can be undone: the inverse goes through the same door.

#include <optional>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

/// One field of one record that was set, or a record that was made, removed or brought back.
struct Step {
    enum class What : std::uint8_t { set, made, removed, restored };
    What what = What::set;
    ScopeId scope;
    Edit edit;     // for `set`: as written. For the others only `record` and `kind` count
    Value before;  // for `set` and `restored`: what was shown
};

/// Steps in the order they were done. `record` is what it was mainly about.
struct Deed {
    RecordId record;
    std::vector<Step> steps;
    /// Both were done, `other` after this.
    void add(Deed other);
};

/// Writes the edits, all or none, after asking the rights: not_allowed if the hub would refuse one.
/// Otherwise as Store::write.
Result<Deed> carry_out(Store& store, const ScopeId& scope, std::vector<Edit> edits);
/// Takes a record away. not_found, not_allowed.
Result<Deed> remove(Store& store, RecordId record);

/// What an undo did.
struct Undone {
    std::vector<Step> back;  // taken back, as they were done
    std::vector<Step> left;  // not: somebody has changed it since, or it isn't hers to change any more
};
/// What was set and still stands goes back to what it was; what was made goes, what was removed returns. What
/// somebody else has changed since then stays hers: of a text only one's own words are taken back, beside what she
/// wrote elsewhere in it; where she wrote at the same time, hers stands.
Result<Undone> undo(Store& store, const Deed& deed);

/// The last thing that was done on this device, whoever started the program since then: read from the log. An undo is
/// undone the same way. No steps: nothing was done yet, or the last thing was an import of all that was written before
/// she joined.
Result<Deed> last_deed(Store& store);

}  // namespace ayni::programme
