#pragma once
// She began alone, then joined: what she wrote before moves into the programme's scopes.

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"

namespace ayni::client {

/// Writes what lies in the scopes made before joining anew where it belongs now: her plan into her business's (a
/// mentor's into her own), private notes and consents into the scopes about the person that she is in the programme,
/// posts and sessions of a cohort into hers. New records, the same values, references between them remapped; her
/// provisional card and business become the real ones, and add only what those lack. Then the old scopes are dropped.
///
/// One transaction: all or nothing, and once. Does nothing while a place is still missing here (the first exchange
/// brings her Business) and when there is nothing to carry.
Outcome adopt(Store& store);

}  // namespace ayni::client
