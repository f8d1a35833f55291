#include "platforms/linux/values.hpp"

#include <algorithm>
#include <cctype>

#include "engine/model/time.hpp"

namespace ayni::shell {
namespace {

std::string folded(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

bool same_name(std::string_view a, std::string_view b) {
    return folded(a) == folded(b);
}

Json json_in(const std::string& text) {
    Json parsed = Json::parse(text, nullptr, false);
    return parsed.is_discarded() ? Json(text) : parsed;
}

Json set_to_json(const FieldDef& field, std::vector<Element> elements) {
    std::ranges::sort(elements, {}, &Element::key);
    const bool keys_only = field.type == Type::ref || std::ranges::all_of(elements, [](const Element& element) {
                               return element.value == Value(true);
                           });
    Json all = keys_only ? Json::array() : Json::object();
    for (const Element& element : elements) {
        if (keys_only) {
            all.push_back(element.key);
        } else {
            all[element.key] = to_json(field, element.value);
        }
    }
    return all;
}

void put(Json& fields, const Record& record, const FieldDef& field) {
    if (field.rule == Rule::set) {
        const auto elements = record.sets.find(field.number);
        if (elements != record.sets.end() && !elements->second.empty()) {
            fields[std::string(field.name)] = set_to_json(field, elements->second);
        }
        return;
    }
    const auto found = record.values.find(field.number);
    if (found == record.values.end() || is_empty(found->second)) {
        return;
    }
    if (const auto* place = std::get_if<Place>(&found->second)) {
        fields[std::string(field.companion)] = place->lane;
        fields[std::string(field.name)] = place->index;
    } else if (const auto* stage = std::get_if<Stage>(&found->second)) {
        fields[std::string(field.name)] = stage->status;
        if (stage->at && !field.companion.empty()) {
            fields[std::string(field.companion)] = time_text(*stage->at);
        }
    } else {
        fields[std::string(field.name)] = to_json(field, found->second);
    }
}

Json fields_of(const Record& record, const KindDef& kind) {
    Json fields = Json::object();
    if (record.removed) {
        fields["removed"] = true;
    }
    for (const FieldDef& field : kind.fields) {
        const bool apart = field.number == field::made || field.number == field::removed ||
                           field.number == field::other ||
                           (kind.number == kind::other && field.number >= field::first_own);
        if (!apart) {
            put(fields, record, field);
        }
    }
    const auto others = record.sets.find(field::other);
    if (others != record.sets.end()) {
        for (const Element& element : others->second) {
            const auto* text = std::get_if<std::string>(&element.value);
            fields[element.key] = text != nullptr ? json_in(*text) : Json(nullptr);
        }
    }
    return fields;
}

Result<RecordId> only_cohort(Store& store) {
    AYNI_LET(roster, store.roster());
    if (roster.cohorts.size() != 1) {
        return Failure{Fault::not_found, "cohort"};
    }
    return roster.cohorts.front();
}

// A pairing by its two: an open one before a closed one, then the newer.
Result<RecordId> pairing_of(Store& store, std::string_view mentor_name, std::string_view business_name) {
    AYNI_LET(mentor, record_named(store, mentor_name));
    AYNI_LET(business, record_named(store, business_name));
    AYNI_LET(roster, store.roster());
    const Roster::Pairing* best = nullptr;
    for (const auto& pairing : roster.pairings) {
        if (pairing.mentor != mentor || pairing.business != business) {
            continue;
        }
        const bool opener = best != nullptr && best->status == "closed" && pairing.status != "closed";
        const bool newer =
            best != nullptr && (best->status == "closed") == (pairing.status == "closed") && best->id < pairing.id;
        if (best == nullptr || opener || newer) {
            best = &pairing;
        }
    }
    return best != nullptr ? Result(best->id) : Failure{Fault::not_found, "pairing"};
}

}  // namespace

Json to_json(const FieldDef& field, const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        if (field.type == Type::date) {
            return date_text(*whole);
        }
        return field.type == Type::time ? Json(time_text(*whole)) : Json(*whole);
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return field.type == Type::json ? json_in(*text) : Json(*text);
    }
    if (const auto* id = std::get_if<RecordId>(&value)) {
        return to_text(*id);
    }
    if (const auto* place = std::get_if<Place>(&value)) {
        return Json{{std::string(field.companion), place->lane}, {std::string(field.name), place->index}};
    }
    if (const auto* stage = std::get_if<Stage>(&value)) {
        Json both{{std::string(field.name), stage->status}};
        if (stage->at && !field.companion.empty()) {
            both[std::string(field.companion)] = time_text(*stage->at);
        }
        return both;
    }
    if (const auto* made = std::get_if<Made>(&value)) {
        return Json{{"by", to_text(made->by)}, {"at", time_text(made->at)}};
    }
    if (const auto* removal = std::get_if<Removal>(&value)) {
        return removal->removed;
    }
    return nullptr;
}

Json to_json(const Record& record) {
    const KindDef* kind = find_kind(record.kind);
    Json json = Json::object();
    json["id"] = to_text(record.id);
    json["kind"] = kind_name(record);
    json["scope"] = to_text(record.scope);
    json["made_by"] = record.made.by ? Json(to_text(record.made.by)) : Json(nullptr);
    json["made_at"] = time_text(record.made.at);
    json["state"] = std::string(name_of(record.safety));
    Json contested = Json::array();
    for (const FieldNo number : record.contested) {
        const FieldDef* field = kind != nullptr ? kind->field(number) : nullptr;
        contested.push_back(field != nullptr ? std::string(field->name) : std::to_string(number));
    }
    json["contested"] = std::move(contested);
    json["fields"] = kind != nullptr ? fields_of(record, *kind) : Json::object();
    return json;
}

std::string line_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const KindDef& kind_named(std::string_view name) {
    const auto found = std::ranges::find_if(kinds(), [&](const KindDef& kind) { return same_name(kind.name, name); });
    return found != kinds().end() ? *found : *find_kind(kind::other);
}

std::string kind_name(const Record& record) {
    if (record.kind == kind::other) {
        return record.text("kind");
    }
    const KindDef* kind = find_kind(record.kind);
    return kind != nullptr ? std::string(kind->name) : std::to_string(record.kind);
}

Result<std::vector<Record>> list_named(Store& store, std::string_view name, std::optional<ScopeId> scope,
                                       bool with_removed) {
    const KindDef& kind = kind_named(name);
    auto records = store.list(kind.number, scope, with_removed);
    if (records && kind.number == kind::other && !same_name(kind.name, name)) {
        std::erase_if(*records, [&](const Record& record) { return !same_name(record.text("kind"), name); });
    }
    return records;
}

Result<RecordId> record_named(Store& store, std::string_view name) {
    if (const auto id = parse_record(name)) {
        return *id;
    }
    AYNI_LET(record, store.find_by_ref(name));
    return record ? Result(record->id) : Failure{Fault::not_found, "record"};
}

Result<ScopeId> scope_named(Store& store, std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto kind = scope_kind_named(text.substr(0, colon));
    if (!kind) {
        return Failure{Fault::invalid, "scope"};
    }
    if (*kind == ScopeKind::programme) {
        return colon == text.size() ? Result(ScopeId{}) : Failure{Fault::invalid, "scope"};
    }
    const std::string_view subject = text.substr(std::min(colon + 1, text.size()));
    if (subject.empty()) {
        if (*kind != ScopeKind::cohort && *kind != ScopeKind::desk) {
            return Failure{Fault::invalid, "scope"};
        }
        AYNI_LET(cohort, only_cohort(store));
        return ScopeId{*kind, cohort};
    }
    const std::size_t plus = subject.find('+');
    if (*kind == ScopeKind::talk && plus != std::string_view::npos) {
        AYNI_LET(pairing, pairing_of(store, subject.substr(0, plus), subject.substr(plus + 1)));
        return ScopeId{*kind, pairing};
    }
    AYNI_LET(record, record_named(store, subject));
    return ScopeId{*kind, record};
}

}  // namespace ayni::shell
