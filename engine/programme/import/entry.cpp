#include "engine/programme/import/entry.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace ayni::programme {
namespace {

const Value* element_of(const Record& record, FieldNo field, const std::string& key) {
    const auto set = record.sets.find(field);
    if (set == record.sets.end()) {
        return nullptr;
    }
    const auto element = std::ranges::find(set->second, key, &Element::key);
    return element != set->second.end() ? &element->value : nullptr;
}

// The value as the record has it now; null if it has none.
const Value* value_of(const Record* record, const FieldDef& field, const std::string& key) {
    if (record == nullptr) {
        return nullptr;
    }
    if (field.rule == Rule::set) {
        return element_of(*record, field.number, key);
    }
    const auto found = record->values.find(field.number);
    return found != record->values.end() ? &found->second : nullptr;
}

bool is_written(const FieldDef& field, const Value& wanted, const Value* now) {
    if (now == nullptr || is_empty(*now)) {
        return !is_empty(wanted);
    }
    return field.rule != Rule::once && *now != wanted;
}

}  // namespace

void Entry::set(std::string_view field, Value value) {
    const FieldDef* def = kind->field(field);
    assert(def != nullptr);
    settings.push_back({def, {}, std::move(value), {}});
}

void Entry::set_ref(std::string_view field, std::string_view name) {
    const FieldDef* def = kind->field(field);
    assert(def != nullptr && def->type == Type::ref);
    settings.push_back({def, {}, {}, std::string(name)});
}

void Entry::set_element(std::string_view field, std::string_view key, Value value) {
    const FieldDef* def = kind->field(field);
    assert(def != nullptr && def->rule == Rule::set);
    settings.push_back({def, std::string(key), std::move(value), {}});
}

void Entry::has_all_of(std::string_view field) {
    const FieldDef* def = kind->field(field);
    assert(def != nullptr && def->rule == Rule::set);
    whole_sets.push_back(def);
}

void Entry::keep_unknown(std::string_view name, std::string json) {
    settings.push_back({kind->field(field::other), std::string(name), std::move(json), {}});
}

std::vector<std::string> Entry::named() const {
    std::vector<std::string> names;
    for (const Setting& setting : settings) {
        if (!setting.names.empty() && std::ranges::find(names, setting.names) == names.end()) {
            names.push_back(setting.names);
        }
    }
    return names;
}

Result<std::vector<Edit>> edits_for(const Entry& entry, RecordId record, const Record* now, const Resolve& resolve) {
    std::vector<Edit> edits;
    const auto offer = [&](const FieldDef& field, std::string key, Value value) {
        if (is_written(field, value, value_of(now, field, key))) {
            edits.push_back({record, entry.kind->number, field.number, std::move(key), std::move(value)});
        }
    };
    if (!entry.ref.empty()) {
        offer(*entry.kind->field(field::ref), {}, entry.ref);
    }
    std::vector<std::pair<FieldNo, std::string>> listed;
    for (const Setting& setting : entry.settings) {
        const bool in_set = setting.field->rule == Rule::set;
        std::string key = setting.key;
        Value value = setting.value;
        if (!setting.names.empty()) {
            const RecordId other = resolve(setting.names);
            if (!other) {
                return {Fault::not_found, setting.names};
            }
            key = in_set ? to_text(other) : std::string{};
            value = in_set ? Value(true) : Value(other);
        }
        if (in_set) {
            listed.emplace_back(setting.field->number, key);
        }
        offer(*setting.field, std::move(key), std::move(value));
    }
    for (const FieldDef* set : entry.whole_sets) {
        const auto held =
            now != nullptr ? now->sets.find(set->number) : std::map<FieldNo, std::vector<Element>>::const_iterator{};
        if (now == nullptr || held == now->sets.end()) {
            continue;
        }
        for (const Element& element : held->second) {
            if (std::ranges::find(listed, std::pair(set->number, element.key)) == listed.end()) {
                edits.push_back({record, entry.kind->number, set->number, element.key, {}});
            }
        }
    }
    // By number: an owner is known before the status that she may set.
    std::ranges::stable_sort(edits, {}, &Edit::field);
    return edits;
}

}  // namespace ayni::programme
