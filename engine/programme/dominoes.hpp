#pragma once
// The domino effect: what changed in herself, in her business, in other women, and what led to what.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

/// 1: herself. 2: her business. 3: other women.
inline constexpr std::int64_t rings = 3;

struct NewDomino {
    std::int64_t ring = 1;
    std::optional<std::int64_t> women;  // other women reached by this one; none: not said
    std::string text;
    std::vector<RecordId> after;  // the dominoes that led to it
    bool spoken = false;          // her voice will be attached to it; it needs no words
};
/// invalid: another ring, fewer than no women, nothing said, or an `after` that is no domino of this plan.
/// not_allowed: only its owners tell a plan's dominoes.
Result<Deed> add_domino(Store& store, const ScopeId& plan, const NewDomino& domino);
/// One led to the other, or didn't after all. invalid: the same one twice, or of two plans. not_found, not_allowed.
Result<Deed> chain(Store& store, RecordId domino, RecordId after);
Result<Deed> unchain(Store& store, RecordId domino, RecordId after);
/// How many women; none: not said. invalid (fewer than none), not_found, not_allowed.
Result<Deed> set_women(Store& store, RecordId domino, std::optional<std::int64_t> women);

struct Domino {
    RecordId id;
    std::int64_t ring = 1;  // as stored: one that isn't known is kept
    std::optional<std::int64_t> women;
    std::string text;
    std::string author;
    std::int64_t at = 0;  // UTC ms
    bool has_voice = false;
    /// Where a picture puts it: one column after the last of those that led to it; row: from 0 within the column.
    std::size_t column = 0;
    std::size_t row = 0;
    Safety safety = Safety::here;
};
struct Link {
    std::size_t from = 0;  // places in DominoChain::dominoes
    std::size_t to = 0;
    bool back = false;  // it closes a ring of links (two people may make one apart); columns don't go by it
};
/// A plan's dominoes as a graph without loose ends: in order of columns, then of time, the same on every device.
/// Links to what was removed, or isn't here, are left out.
struct DominoChain {
    std::vector<Domino> dominoes;
    std::vector<Link> links;
    std::size_t columns = 0;
};
Result<DominoChain> domino_chain(Store& store, const ScopeId& plan);

struct DominoTotal {
    std::size_t dominoes = 0;
    std::int64_t women = 0;
    bool operator==(const DominoTotal&) const = default;
};
/// Of each ring, from 1. Every domino counts once; those of rings that aren't known count nowhere.
std::array<DominoTotal, rings> totals(const DominoChain& chain);
/// Of one domino and all that it led to, each counted once however many ways lead there. A place in `dominoes`.
DominoTotal total_from(const DominoChain& chain, std::size_t domino);

}  // namespace ayni::programme
