#pragma once
// What a pair agrees on: how often, by what channel, in whose words. Signed by both, and the pair's only.

#include <string>
#include <vector>

#include "engine/programme/deed.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {

struct Terms {
    std::string text;
    std::string frequency;  // codes of the caller's; may be empty
    std::string channel;
};
/// Whoever writes it signs it with that. invalid: an empty text. not_allowed: no pair talks over this plan, or not
/// hers.
Result<Deed> agree(Store& store, const ScopeId& plan, const Terms& terms);
/// Other terms, signed by her; what the other signed was something else, so she is asked again. As agree; not_found.
Result<Deed> amend(Store& store, RecordId agreement, const Terms& terms);
/// `hash`: that of the terms she read (Agreement::hash). invalid: they are others by now.
/// not_found, not_allowed.
Result<Deed> sign(Store& store, RecordId agreement, const std::string& hash);

struct Signature {
    RecordId person;
    std::string name;
    std::int64_t at = 0;  // UTC ms, by her own clock
    bool holds = false;   // she signed these very terms
};
struct Agreement {
    RecordId id;
    ScopeId talk;
    Terms terms;
    std::string hash;  // of the terms: BLAKE2b (RFC 7693), 16 bytes, hex
    std::vector<Signature> signatures;
    bool by_both = false;        // the mentor and somebody of the business have signed these terms
    bool waits_for_her = false;  // nobody of her side has
    Safety safety = Safety::here;
};
/// Those of the pairs of this plan that she may read, the newest first.
Result<std::vector<Agreement>> agreements(Store& store, const ScopeId& plan);
Result<std::vector<Agreement>> agreements(Store& store, const People& people, const ScopeId& plan);

}  // namespace ayni::programme
