#pragma once
// A ledger beside the system: every change that anybody was told is saved, and what those changes make, reckoned
// anew and plainly each time, from the whole of them. It shares no code with what it holds the stores to, but for the
// merge of texts, which has tests of its own.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/merge/change.hpp"
#include "engine/store/record.hpp"

namespace ayni::test {

/// How many changes of each device one has.
using Knowledge = std::map<DeviceId, std::uint64_t>;

/// A register: record, field, key.
struct Place3 {
    RecordId record;
    FieldNo field = 0;
    std::string key;
    auto operator<=>(const Place3&) const = default;
};

/// What a record looks like; for comparing, and as text.
struct Look {
    bool removed = false;
    Made made;
    std::map<FieldNo, Value> values;
    std::map<std::pair<FieldNo, std::string>, Value> elements;
    std::set<FieldNo> marked;
    std::map<FieldNo, std::set<Dot>> unknown;  // heads of fields that this version doesn't know
    bool operator==(const Look&) const = default;
};
Look look_of(const Record& record);
std::string to_text(const Look& look);
std::string to_text(const Value& value);

class Ledger {
public:
    explicit Ledger(DeviceId hub) : hub_(hub) {}

    /// `whole`: the same change with its text whole, as it was told to be saved.
    void note(const Change& written, Value whole);
    [[nodiscard]] const std::vector<Dot>& dots() const { return order_; }
    [[nodiscard]] const Change& change(const Dot& dot) const { return facts_.at(dot).change; }
    [[nodiscard]] const Value& whole(const Dot& dot) const { return facts_.at(dot).whole; }
    [[nodiscard]] bool has(const Dot& dot) const { return facts_.contains(dot); }
    [[nodiscard]] static bool knows(const Knowledge& known, const Dot& dot);

    /// The changes that the hub's verdicts, as far as they are known, take away.
    [[nodiscard]] std::set<Dot> voided(const Knowledge& known) const;
    /// What each change that stands has replaced, also by way of changes that were voided.
    [[nodiscard]] std::set<Dot> replaced(const Knowledge& known) const;
    /// Heads of the record's registers, greatest first; of all records without one.
    [[nodiscard]] std::map<Place3, std::vector<Dot>> heads(const Knowledge& known,
                                                           std::optional<RecordId> only = {}) const;
    /// What each record looks like.
    [[nodiscard]] std::map<RecordId, Look> looks(const Knowledge& known, std::optional<RecordId> only = {}) const;

private:
    struct Fact {
        Change change;
        Value whole;
    };
    [[nodiscard]] bool is_readable(const Knowledge& known, const Dot& dot) const;
    [[nodiscard]] std::string text(const Knowledge& known, const Dot& dot) const;
    void show(const Knowledge& known, const Place3& place, const std::vector<Dot>& heads, Look& look) const;
    void show_text(const Knowledge& known, const Place3& place, const std::vector<Dot>& heads, Look& look) const;
    void show_set(const Place3& place, const std::vector<Dot>& heads, Look& look) const;
    [[nodiscard]] bool covers(const std::vector<Dot>& removals, const std::set<Dot>& others) const;

    DeviceId hub_;
    std::map<Dot, Fact> facts_;
    std::vector<Dot> order_;
};

}  // namespace ayni::test
