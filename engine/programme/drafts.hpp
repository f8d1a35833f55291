#pragma once
// What somebody is writing and hasn't sent: kept at every pause, so that an app that is killed in mid-word comes back
// with that word. On this device only.

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

/// What stands in the fields of a form, by their names; an empty one isn't there.
using Form = std::map<std::string, std::string>;

/// Keeps what stands there now; a form without a word is no draft any more. too_large.
Outcome keep_draft(Store& store, const std::string& place, std::optional<ScopeId> scope, const Form& form);
/// Empty: there is none (or it was kept by a version that this one can't read).
Result<Form> draft_at(Store& store, const std::string& place);
/// Does it and forgets the draft that it came from: both or neither, so that nothing is sent twice, and what could not
/// be sent is there still.
Result<Deed> send_draft(Store& store, const std::string& place, const std::function<Result<Deed>(Store&)>& act);

}  // namespace ayni::programme
