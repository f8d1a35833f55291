#pragma once
// A season file as a play: who does what, one after the other, as it really happened. Pure: no store, no network.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/programme/import/folder.hpp"
#include "engine/programme/import/season.hpp"

namespace ayni::shell {

struct Step {
    enum class What : std::uint8_t {
        write,           // `line`, by its author
        set_status,      // of the record `target`, to `status`
        join_set,        // she puts herself into `field` of the record `target`
        settle_pairing,  // the coordinator gives the pairing `target` its `status`
    };
    What what = What::write;
    std::int64_t at = 0;     // the instant at which it is done: UTC ms
    std::int64_t clock = 0;  // what her phone shows then; the same, but for a phone that is wrong by years
    std::string by;          // her ref
    std::string target{};    // a ref; for a pairing MENTOR+BUSINESS
    std::string field{};
    std::string status{};
    programme::SeasonLine line{};
    std::vector<std::string> others{};  // who must have handed in everything before
};

struct Script {
    std::vector<Step> steps;  // in the order in which they are to be done
    /// Pairings that begin active, because somebody writes in them, though they end otherwise.
    std::map<std::string, std::string> first_statuses;
    /// Who wrote each line's record.
    std::map<std::string, std::string> authors;
};

/// An action that was done is first written open (by the other side: proposed) and finished at its time; whoever is
/// in a post's me_too or answered_by joins it some hours later herself; a pairing that ends closed or paused does so
/// after the last that its two wrote for each other.
Script script_of(const programme::Folder& folder, const programme::Season& season);

}  // namespace ayni::shell
