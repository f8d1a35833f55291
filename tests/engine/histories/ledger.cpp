#include "tests/engine/histories/ledger.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "engine/merge/packed.hpp"
#include "engine/merge/text_merge.hpp"

namespace ayni::test {
namespace {

Rule rule_of(KindNo kind, FieldNo field) {
    const KindDef* known = find_kind(kind);
    const FieldDef* def = known != nullptr ? known->field(field) : nullptr;
    return def != nullptr ? def->rule : Rule::pick;
}

bool is_known(KindNo kind, FieldNo field) {
    const KindDef* known = find_kind(kind);
    return known != nullptr && known->field(field) != nullptr;
}

}  // namespace

Look look_of(const Record& record) {
    Look look{record.removed, record.made, record.values, {}, {record.contested.begin(), record.contested.end()}, {}};
    for (const auto& [field, elements] : record.sets) {
        for (const Element& element : elements) {
            look.elements[{field, element.key}] = element.value;
        }
    }
    return look;
}

std::string to_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return '"' + *text + '"';
    }
    std::string hex;
    for (const char c : pack(value)) {
        constexpr std::string_view digits = "0123456789abcdef";
        hex += digits[static_cast<unsigned char>(c) >> 4U];
        hex += digits[static_cast<unsigned char>(c) & 15U];
    }
    return '#' + hex;
}

std::string to_text(const Look& look) {
    std::string all = look.removed ? "removed" : "there";
    all += ", made by " + ayni::to_text(look.made.by) + " at " + std::to_string(look.made.at);
    for (const auto& [field, value] : look.values) {
        all += ", " + std::to_string(field) + '=' + to_text(value);
    }
    for (const auto& [place, value] : look.elements) {
        all += ", " + std::to_string(place.first) + '[' + place.second + "]=" + to_text(value);
    }
    for (const FieldNo field : look.marked) {
        all += ", !" + std::to_string(field);
    }
    for (const auto& [field, heads] : look.unknown) {
        all += ", ?" + std::to_string(field) + ':';
        for (const Dot& dot : heads) {
            all += ' ' + ayni::to_text(dot);
        }
    }
    return all;
}

void Ledger::note(const Change& written, Value whole) {
    facts_.insert_or_assign(written.dot, Fact{written, std::move(whole)});
    order_.push_back(written.dot);
}

bool Ledger::knows(const Knowledge& known, const Dot& dot) {
    const auto found = known.find(dot.device);
    return found != known.end() && dot.seq <= found->second;
}

std::set<Dot> Ledger::voided(const Knowledge& known) const {
    struct Verdict {
        std::string voids;
        unsigned parts = 0;
    };
    std::map<RecordId, Verdict> verdicts;
    for (const Dot& dot : order_) {
        const Change& fact = facts_.at(dot).change;
        if (dot.device == hub_ && fact.kind == kind::verdict && knows(known, dot) && fact.field >= field::first_own) {
            Verdict& verdict = verdicts[fact.record];
            ++verdict.parts;
            if (const auto* voids = std::get_if<std::string>(&fact.value)) {
                verdict.voids = *voids;
            }
        }
    }
    std::set<Dot> all;
    for (const auto& [record, verdict] : verdicts) {
        const auto dot = parse_dot(verdict.voids);
        if (verdict.parts == 3 && dot) {
            all.insert(*dot);
        }
    }
    return all;
}

std::set<Dot> Ledger::replaced(const Knowledge& known) const {
    const std::set<Dot> gone = voided(known);
    std::set<Dot> all;
    for (const Dot& dot : order_) {
        if (!knows(known, dot) || gone.contains(dot)) {
            continue;
        }
        std::vector<Dot> open = facts_.at(dot).change.supersedes;
        while (!open.empty()) {
            const Dot before = open.back();
            open.pop_back();
            const bool fresh = all.insert(before).second;
            if (fresh && gone.contains(before) && knows(known, before) && facts_.contains(before)) {
                const auto& further = facts_.at(before).change.supersedes;
                open.insert(open.end(), further.begin(), further.end());
            }
        }
    }
    return all;
}

std::map<Place3, std::vector<Dot>> Ledger::heads(const Knowledge& known, std::optional<RecordId> only) const {
    const std::set<Dot> gone = voided(known);
    const std::set<Dot> past = replaced(known);
    std::map<Place3, std::vector<Dot>> all;
    for (const Dot& dot : order_) {
        const Change& fact = facts_.at(dot).change;
        if (!knows(known, dot) || gone.contains(dot) || (only && fact.record != *only)) {
            continue;
        }
        if (rule_of(fact.kind, fact.field) == Rule::once || !past.contains(dot)) {
            all[{fact.record, fact.field, fact.key}].push_back(dot);
        }
    }
    for (auto& [place, heads] : all) {
        std::ranges::sort(heads, [&](const Dot& a, const Dot& b) {
            const Stamp sa = facts_.at(a).change.stamp;
            const Stamp sb = facts_.at(b).change.stamp;
            return std::tie(sa, a.device, a.seq) > std::tie(sb, b.device, b.seq);
        });
    }
    return all;
}

bool Ledger::is_readable(const Knowledge& known, const Dot& dot) const {
    if (!has(dot) || !knows(known, dot)) {
        return false;
    }
    const Change& fact = facts_.at(dot).change;
    return !std::holds_alternative<Splice>(fact.value) ||
           (fact.supersedes.size() == 1 && is_readable(known, fact.supersedes.front()));
}

std::string Ledger::text(const Knowledge& known, const Dot& dot) const {
    const Fact& fact = facts_.at(dot);
    if (!is_readable(known, dot)) {
        return std::get<Splice>(fact.change.value).insert;
    }
    const auto* text = std::get_if<std::string>(&fact.whole);
    return text != nullptr ? *text : std::string{};
}

void Ledger::show_text(const Knowledge& known, const Place3& place, const std::vector<Dot>& heads, Look& look) const {
    if (heads.size() == 1) {
        if (!is_empty(facts_.at(heads.front()).whole)) {
            look.values[place.field] = text(known, heads.front());
        }
        return;
    }
    const auto version = [&](const Dot& dot) -> std::optional<TextVersion> {
        if (!has(dot) || !knows(known, dot)) {
            return std::nullopt;
        }
        const Change& fact = facts_.at(dot).change;
        return TextVersion{dot, fact.stamp, fact.supersedes};
    };
    const auto text_of = [&](const Dot& dot) -> std::optional<std::string> {
        const bool is_head = std::ranges::find(heads, dot) != heads.end();
        return is_head || is_readable(known, dot) ? std::optional(text(known, dot)) : std::nullopt;
    };
    std::vector<TextVersion> versions;
    for (const Dot& dot : heads) {
        versions.push_back(*version(dot));
    }
    const MergedText merged = merge_heads(versions, version, text_of);
    look.values[place.field] = merged.text;
    if (merged.contested) {
        look.marked.insert(place.field);
    }
}

// An element is there if anybody's head says so.
void Ledger::show_set(const Place3& place, const std::vector<Dot>& heads, Look& look) const {
    std::vector<Value> values;
    for (const Dot& dot : heads) {
        if (!is_empty(facts_.at(dot).whole)) {
            values.push_back(facts_.at(dot).whole);
        }
    }
    if (values.empty()) {
        return;
    }
    look.elements[{place.field, place.key}] = values.front();
    if (std::ranges::any_of(values, [&](const Value& value) { return value != values.front(); })) {
        look.marked.insert(place.field);
    }
}

void Ledger::show(const Knowledge& known, const Place3& place, const std::vector<Dot>& heads, Look& look) const {
    const Change& first = facts_.at(heads.front()).change;
    if (!is_known(first.kind, place.field)) {
        look.unknown[place.field].insert(heads.begin(), heads.end());
        return;
    }
    Value shown = facts_.at(heads.front()).whole;
    switch (rule_of(first.kind, place.field)) {
        case Rule::text: show_text(known, place, heads, look); return;
        case Rule::set: show_set(place, heads, look); return;
        case Rule::removal: return;
        case Rule::once: shown = facts_.at(heads.back()).whole; break;
        case Rule::rank: {
            const auto chosen = std::ranges::find_if(heads, [&](const Dot& dot) {
                const auto* at = std::get_if<Place>(&facts_.at(dot).whole);
                return at == nullptr || !at->respaced;
            });
            shown = facts_.at(chosen == heads.end() ? heads.front() : *chosen).whole;
            break;
        }
        case Rule::pick:
            for (const Dot& dot : heads) {
                if (facts_.at(dot).whole != shown) {
                    look.marked.insert(place.field);
                }
            }
    }
    if (const auto* made = std::get_if<Made>(&shown)) {
        look.made = *made;
    } else if (!is_empty(shown)) {
        if (auto* at = std::get_if<Place>(&shown)) {
            at->respaced = false;  // how a place came about isn't shown
        }
        look.values[place.field] = shown;
    }
}

bool Ledger::covers(const std::vector<Dot>& removals, const std::set<Dot>& others) const {
    return std::ranges::all_of(others, [&](const Dot& dot) {
        return std::ranges::any_of(removals, [&](const Dot& removal) {
            const auto& saw = std::get<Removal>(facts_.at(removal).whole).saw;
            return std::ranges::any_of(
                saw, [&](const Dot& seen) { return seen.device == dot.device && seen.seq >= dot.seq; });
        });
    });
}

std::map<RecordId, Look> Ledger::looks(const Knowledge& known, std::optional<RecordId> only) const {
    std::map<RecordId, Look> all;
    std::map<RecordId, std::set<Dot>> others;
    std::map<RecordId, std::vector<Dot>> removals;
    const std::set<Dot> gone = voided(known);
    for (const Dot& dot : order_) {
        const Change& fact = facts_.at(dot).change;
        if (knows(known, dot) && !gone.contains(dot) && find_kind(fact.kind) != nullptr &&
            (!only || fact.record == *only)) {
            all[fact.record];
        }
    }
    for (const auto& [place, heads] : heads(known, only)) {
        if (!all.contains(place.record)) {
            continue;
        }
        show(known, place, heads, all.at(place.record));
        if (place.field == field::removed) {
            removals[place.record] = heads;
        } else {
            // A place that was only respaced is nobody's edit.
            std::ranges::copy_if(heads, std::inserter(others[place.record], others[place.record].end()),
                                 [&](const Dot& dot) {
                                     const auto* moved = std::get_if<Place>(&facts_.at(dot).whole);
                                     return moved == nullptr || !moved->respaced;
                                 });
        }
    }
    for (const auto& [record, heads] : removals) {
        const bool nobody_restored = std::ranges::all_of(heads, [&](const Dot& dot) {
            const auto* removal = std::get_if<Removal>(&facts_.at(dot).whole);
            return removal != nullptr && removal->removed;
        });
        all.at(record).removed = nobody_restored && covers(heads, others[record]);
        if (nobody_restored && !all.at(record).removed) {
            all.at(record).marked.insert(field::removed);  // she took it away, and it is back
        }
    }
    return all;
}

}  // namespace ayni::test
