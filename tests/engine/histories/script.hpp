#pragma once
// A history, made up from a seed: what people do on their phones, step by step. A step names what it is about by the
// step that made it, so that a history from which steps are taken out is still one.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace ayni::test {

enum class Deed : std::uint8_t {
    makes_goal,
    makes_session,
    titles,        // a `pick`
    stages,        // a `pick` of two halves
    writes,        // a `text`: another one altogether
    edits,         // a `text`: a word put in, taken out or changed in what she sees
    writes_twice,  // title and text, and the text again, in one act
    adds,          // to a `set`
    takes_out,     // of a `set`
    places,        // a `rank`
    respaces,
    names,  // a `once`
    removes,
    restores,
    settles,  // one of the contests that she sees
    seals,    // what she wrote becomes an envelope; the last of it may stay behind
    tells,    // all envelopes that she has, in a row
    leaks,    // some of them, in no order, some twice
    relays,   // only those of one device
    winds,    // her clock
    judges,   // the hub voids a change; anybody else's verdict counts for nothing
    leaves,   // hands everything in, loses the scope
    returns,  // gets it all back
    newer,    // a newer version's kinds and fields come in over this phone
    looks,    // is what she sees what the changes that she has make of it?
};

struct Step {
    Deed deed = Deed::looks;
    unsigned phone = 0;
    unsigned other = 0;   // the phone that is told
    unsigned about = 0;   // the number of the step that made the record
    unsigned choice = 0;  // which of several
    std::string word;
    std::int64_t number = 0;
};

struct Script {
    unsigned number = 0;  // of the step, in the history as it was made up
    Step step;
};

inline constexpr unsigned phones_in_history = 3;  // the last of them is the hub's

struct Shape {
    unsigned steps = 20;
    bool verdicts = true;
    bool partings = true;  // scopes dropped and granted again
    bool newer = true;
    bool clocks = true;
};

std::vector<Script> make_history(std::uint64_t seed, const Shape& shape);
/// How many steps the history of this seed has: mostly few, now and then many.
unsigned length_of(std::uint64_t seed);
/// One line: "12: phone 1 titles 3 'b'".
std::string to_text(const Script& script);

}  // namespace ayni::test
