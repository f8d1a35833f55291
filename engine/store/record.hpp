#pragma once
// A record as it is shown: the outcome of its fields' merge rules.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/merge/change.hpp"

namespace ayni {

/// How safe what stands in a record is. here: on this device only. received: the hub has it all.
/// seen: somebody on the other side has it all too.
enum class Safety : std::uint8_t { here, received, seen };
std::string_view name_of(Safety safety);

struct Element {
    std::string key;
    Value value;
    bool operator==(const Element&) const = default;
};

struct Record {
    RecordId id;
    KindNo kind = 0;
    ScopeId scope;
    Made made;
    bool removed = false;
    Safety safety = Safety::here;
    std::vector<FieldNo> contested;                // ascending
    std::map<FieldNo, Value> values;               // shown values; a field without one isn't there
    std::map<FieldNo, std::vector<Element>> sets;  // by key

    /// By the schema's name of the field; a name that the kind doesn't have is a defect of the caller (asserts).
    /// Empty (zero, false, no record) where the field has no value or one of another type.
    [[nodiscard]] std::string text(std::string_view field) const;  // text, word, json; a stage's status; a place's lane
    [[nodiscard]] std::int64_t whole(std::string_view field, std::int64_t absent = 0) const;
    [[nodiscard]] std::optional<std::int64_t> moment(
        std::string_view field) const;  // date, time; a stage's moment by its companion
    [[nodiscard]] std::optional<double> number(std::string_view field) const;
    [[nodiscard]] bool flag(std::string_view field) const;
    [[nodiscard]] RecordId ref(std::string_view field) const;
    [[nodiscard]] Place place(std::string_view field = "rank") const;
    [[nodiscard]] std::vector<RecordId> refs(std::string_view field) const;  // a set of references
    [[nodiscard]] std::vector<std::string> keys(std::string_view field) const;
    [[nodiscard]] bool has(std::string_view field) const;
};

/// One of the values that a contested field holds.
struct Version {
    Dot dot;
    Stamp stamp;
    RecordId by;  // whoever's device wrote it; no record if that isn't known here
    Value value;
};

/// A field with more than one head that a person should look at. versions[0] is the one that is shown.
struct Contest {
    RecordId record;
    KindNo kind = 0;
    ScopeId scope;
    FieldNo field = 0;
    std::string key;
    std::vector<Version> versions;
};

/// What became of a change.
enum class Standing : std::uint8_t {
    stands,    // one of its field's heads
    replaced,  // something that had seen it stands instead
    voided,    // the hub judged it away
};
std::string_view name_of(Standing standing);

/// One change of a record, as its log has it.
struct Written {
    Dot dot;
    Stamp stamp;
    RecordId by;  // whoever's device wrote it; no record if that isn't known here
    FieldNo field = 0;
    std::string key;
    Value value;            // a text whole; where what it builds on isn't here, what it puts in
    std::vector<Dot> over;  // what its author saw there when she wrote
    Standing standing = Standing::stands;
};

/// A field (of a set: an element) that was written again after its record was made.
struct Rewritten {
    RecordId record;
    KindNo kind = 0;
    FieldNo field = 0;
    std::string key;
    Stamp stamp;
    RecordId by;  // whoever's device wrote it; no record if that isn't known here
};

/// What could not be sent, or was judged away: visible, with its reason, until its author settles it.
struct Trayed {
    std::string id;  // the dot (a voided change) or scope/device/seq of the envelope, as text
    ScopeId scope;
    RecordId record;  // none for a whole envelope
    FieldNo field = 0;
    Value value;
    std::string reason;  // name_of(Refusal) or a hub's word; never a sentence
};

}  // namespace ayni
