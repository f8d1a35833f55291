#pragma once
// Where a new record goes, and whether this person may write what she asks for: judged here by the same rules as at
// the hub, so that nobody writes what will come back.

#include <optional>
#include <span>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/model/rights.hpp"
#include "engine/model/schema.hpp"
#include "engine/store/record.hpp"
#include "engine/store/store.hpp"

namespace ayni::shell {

/// What this profile's person is in the scope; the owner of a plan begun alone.
Result<Who> who_in(Store& store, const ScopeId& scope);

/// Empty: she may. `now`: the record as it is; null for a new one.
Result<std::optional<Refusal>> refusal_of(Store& store, const ScopeId& scope, std::span<const Edit> edits,
                                          const Record* now);

/// The scopes where she may make a record of this kind.
Result<std::vector<ScopeId>> places_for(Store& store, const KindDef& kind);

/// The one that an entrepreneur means when she names none: her own plan, though she may propose in her mentor's too.
/// A mentor has to say whose plan she means.
Result<std::optional<ScopeId>> only_own(Store& store, std::span<const ScopeId> places);

/// A new record starts as what it is: hers, and, where she is the other side, a proposal. Adds what `edits` leave out.
Result<std::vector<Edit>> with_beginnings(Store& store, const ScopeId& scope, const KindDef& kind, RecordId record,
                                          std::vector<Edit> edits);

}  // namespace ayni::shell
