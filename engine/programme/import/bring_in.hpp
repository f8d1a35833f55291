#pragma once
// What was read becomes records, in one transaction. A second import of the same files changes nothing: records are
// found again by their refs, and only what differs is written.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/programme/import/folder.hpp"
#include "engine/store/store.hpp"

namespace ayni::programme {

struct Brought {
    struct Count {
        std::size_t made = 0;
        std::size_t changed = 0;
        std::size_t same = 0;
    };
    std::map<KindNo, Count> kinds;
    RecordId cohort;  // into which it went; none if only indicators came
};

struct BringIn {
    /// The ref of the row that is the importing person herself, if its name doesn't say so.
    std::string herself;
    /// Which cohort files go to that bring none of their own: its code or ref. Empty: the only one there is.
    std::string cohort;
    /// Pairings that begin with another status, and keep theirs if they are here: ref → status. (A replay closes a
    /// pairing when its time has come.)
    std::map<std::string, std::string> first_statuses;
};

/// The refs that the store has, in that cohort (or the only one).
Result<KnownRefs> known_refs(Store& store, std::string_view cohort = {});

/// Writes it, as the person whose profile this is. Call only with good findings. What goes wrong here (no cohort to
/// put it into, several) is found too, and then nothing is written: the answer has no value but the outcome is good.
/// not_joined: the profile has no person.
Result<std::optional<Brought>> bring_in(Store& store, const Folder& folder, const BringIn& how, Findings& findings);

}  // namespace ayni::programme
