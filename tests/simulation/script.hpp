#pragma once
// What is done in a world, step by step, made up from a seed. Each step has chances of its own, so that a script from
// which steps are taken out is still one.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/simulation/disk.hpp"

namespace ayni::simulation {

enum class Deed : std::uint8_t {
    makes,    // a goal, an action, a session, a note, what she gave, a post, a note of her own
    edits,    // a text: a word put in or taken out of what she sees
    renames,  // what is picked, not merged
    stages,   // a status
    moves,    // a goal or an action on the board
    removes,
    restores,
    settles,       // one of the contests that she sees
    oversteps,     // writes what she may not
    meets,         // the hub
    packs,         // a file to be carried
    unpacks,       // one that somebody packed
    waits,         // days
    winds,         // her clock
    rematches,     // the coordinator closes a pair and makes another, or gives a pair to another mentor
    joins,         // one more phone of somebody
    loses,         // her phone, for ever
    copies_hub,    // a backup
    restores_hub,  // from the backup
    restarts_hub,
    looks,  // does what she sees follow from her log?
};
inline constexpr std::size_t deeds = static_cast<std::size_t>(Deed::looks) + 1;
std::string_view name_of(Deed deed);

/// What the network does to one request.
enum class Net : std::uint8_t {
    works,
    loses_request,
    loses_answer,  // the hub has done what was asked
    doubles,       // the request comes twice
    delays,        // the request comes much later, to nobody who waits for it
    cuts_answer,
    flips_answer,
    flips_request,
    repeats_answer,  // an earlier one, as a cache would
    is_a_portal,     // a page to log in at, with a status of its own choice
};
inline constexpr std::size_t nets = static_cast<std::size_t>(Net::is_a_portal) + 1;
std::string_view name_of(Net net);
std::string_view name_of(Trouble trouble);

struct Step {
    unsigned number = 0;  // in the script as it was made up
    Deed deed = Deed::looks;
    std::size_t phone = 0;  // which one, of those that there are
    std::uint64_t chance = 0;
    bool bad_network = false;
    Trouble trouble = Trouble::none;  // of the phone's disk
    Trouble hub_trouble = Trouble::none;
    std::size_t after = 0;  // so many operations
};

/// How large a world is.
struct Size {
    std::size_t mentors = 1;
    std::size_t women = 2;
    std::size_t steps = 40;
};
Size size_of(std::uint64_t seed);
std::vector<Step> make_script(std::uint64_t seed);

}  // namespace ayni::simulation
