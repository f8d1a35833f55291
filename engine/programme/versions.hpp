#pragma once
// Double edits: what two people wrote without seeing each other.

#include <string>
#include <vector>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

struct DoubleEdit {
    Contest contest;
    std::string title;                 // of the record
    std::string business;              // whose plan it is in; may be empty
    std::vector<std::string> authors;  // names, as contest.versions; empty where unknown
    bool is_text = false;              // both can be kept, or a third written
};
Result<std::vector<DoubleEdit>> double_edits(Store& store);

/// One tap: this version. not_found: it was settled meanwhile. not_allowed: hers to settle, or another's.
/// The deed can't be undone: the versions are one now, and each of them is in the log.
Result<Deed> keep(Store& store, const Contest& contest, Dot version);
/// A record that was removed and came back by another's edit stays, from now on unmarked.
Result<Deed> keep_returned(Store& store, RecordId record);

/// A third version, that supersedes them all.
Result<Deed> write_instead(Store& store, const Contest& contest, const std::string& text);

}  // namespace ayni::programme
