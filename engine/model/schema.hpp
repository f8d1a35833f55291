#pragma once
// The schema table: every kind and field of the programme, once. SQL tables, wire numbers, rights and
// the documentation in ARCHITECTURE.md are derived from it; nothing repeats it.
//
// Numbers are never reused, and rows are only ever added (with `since` one higher): phones of the last
// three years read what this one writes.

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/model/ids.hpp"

namespace ayni {

enum class Type : std::uint8_t {
    text,     // what a person wrote: string
    word,     // a code (a status, a topic): string; an unknown one is kept
    ref,      // another record: RecordId
    whole,    // int64
    number,   // int64 or double
    flag,     // bool
    date,     // int64, days
    time,     // int64, UTC ms
    json,     // a small structure that merges as one: string
    place,    // Place
    stage,    // Stage
    made,     // Made
    removal,  // Removal
};

/// How heads become what is shown: DESIGN, "Changes and heads".
enum class Rule : std::uint8_t { pick, text, set, rank, once, removal };

/// Who may write, seen from the scope. Bits.
enum class Who : std::uint16_t {
    nobody = 0,
    coordinator = 1,
    owner = 2,    // a plan's leaders, or the mentor whose plan it is
    paired = 4,   // the other side of a plan
    pair = 8,     // both sides of a talk
    member = 16,  // anybody in the scope
    self = 32,    // she whom the scope, or the record, is about
    leader = 64,  // a leader of the business that the record is
    hub = 128,
};
constexpr Who operator|(Who a, Who b) {
    return static_cast<Who>(static_cast<std::uint16_t>(a) | static_cast<std::uint16_t>(b));
}
constexpr bool any(Who a, Who b) {
    return (static_cast<std::uint16_t>(a) & static_cast<std::uint16_t>(b)) != 0;
}

/// What the search looks into: of what people write, not codes, keys, hashes, numbers or ways to reach somebody.
enum class Searched : std::uint8_t {
    no,
    said,
    called,  // what the record goes by: a word found here counts more
};

using KindNo = std::uint16_t;
using FieldNo = std::uint16_t;

struct FieldDef {
    FieldNo number;
    std::string_view name;
    Type type;
    Rule rule;
    /// For place: the lane's name ("horizon"); for stage: the moment's ("done_at"; empty: no moment is kept).
    std::string_view companion{};
    /// For word, stage and set: the codes known today, '|' between. Empty: any.
    std::string_view codes{};
    /// Who else may write this field, beyond the kind's writers.
    Who also = Who::nobody;
    std::uint16_t since = 1;
    Searched searched = Searched::no;
};

/// In scopes of this kind: `any` may write every record, `own` makes records and edits those that she made,
/// `proposes` as `own`, but only while they are proposals (or promises of her own).
struct Writers {
    ScopeKind scope;
    Who any = Who::nobody;
    Who own = Who::nobody;
    Who proposes = Who::nobody;
};

struct KindDef {
    KindNo number;
    std::string_view name;
    std::span<const FieldDef> fields;  // ascending by number; the universal ones come first
    std::span<const Writers> writers;
    bool hub_projects = false;  // rights need its values, so the hub keeps rows of it
    std::uint16_t since = 1;

    /// nullptr if there is none.
    [[nodiscard]] const FieldDef* field(FieldNo number) const;
    /// By its own name or its companion's.
    [[nodiscard]] const FieldDef* field(std::string_view name) const;
};

/// The version of this table; it rises with every addition.
inline constexpr std::uint16_t schema_version = 1;

/// Fields that every kind has, with the same numbers.
namespace field {
inline constexpr FieldNo made = 1;  // who and when (made_by, made_at)
inline constexpr FieldNo removed = 2;
inline constexpr FieldNo ref = 3;    // the name that an import gave it; empty for what people make
inline constexpr FieldNo other = 4;  // set: values of fields whose names this version doesn't know, as JSON
inline constexpr FieldNo first_own = 8;
}  // namespace field

/// Kinds that code names. All others are reached through the table.
namespace kind {
inline constexpr KindNo verdict = 1;  // the hub's word on a change: void
inline constexpr KindNo other = 2;    // a record of a kind whose name this version doesn't know
inline constexpr KindNo device = 3;
inline constexpr KindNo cohort = 4;
inline constexpr KindNo phase = 5;
inline constexpr KindNo person = 6;
inline constexpr KindNo business = 7;
inline constexpr KindNo pairing = 8;
inline constexpr KindNo circle_post = 9;
inline constexpr KindNo goal = 10;
inline constexpr KindNo progress = 11;
inline constexpr KindNo action = 12;
inline constexpr KindNo session = 13;
inline constexpr KindNo session_note = 14;
inline constexpr KindNo exchange = 15;
inline constexpr KindNo insight = 16;
inline constexpr KindNo agreement = 17;
inline constexpr KindNo domino = 18;
inline constexpr KindNo indicator_def = 19;
inline constexpr KindNo reading = 20;
inline constexpr KindNo story = 21;
inline constexpr KindNo consent = 22;
inline constexpr KindNo contact = 23;
inline constexpr KindNo fit_answer = 24;
inline constexpr KindNo help_request = 25;
inline constexpr KindNo private_note = 26;
inline constexpr KindNo draft = 27;
inline constexpr KindNo attachment = 28;
inline constexpr KindNo match_run = 29;
inline constexpr KindNo alert = 30;
inline constexpr KindNo candidate = 31;
inline constexpr KindNo export_log = 32;
inline constexpr KindNo guide = 33;
}  // namespace kind

/// All kinds, ascending by number. Lives for the whole program.
std::span<const KindDef> kinds();
/// nullptr if this version doesn't know it.
const KindDef* find_kind(KindNo number);
const KindDef* find_kind(std::string_view name);

std::string_view name_of(Type type);
std::string_view name_of(Rule rule);

}  // namespace ayni
