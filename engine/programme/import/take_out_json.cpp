#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

#include "engine/model/time.hpp"
#include "engine/programme/import/take_out.hpp"

namespace ayni::programme {
namespace {

using json = nlohmann::ordered_json;
using NameOf = std::function<std::string(RecordId)>;

json parsed(const std::string& text) {
    json value = json::parse(text, nullptr, false);
    return value.is_discarded() ? json(text) : value;
}

// A plain value; places and stages are two members of the object and come through `put`.
json value_of(const FieldDef& field, const Value& value, const NameOf& name_of) {
    if (const auto* record = std::get_if<RecordId>(&value)) {
        return name_of(*record);
    }
    if (const auto* flag = std::get_if<bool>(&value)) {
        return *flag;
    }
    if (const auto* number = std::get_if<double>(&value)) {
        return *number;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return field.type == Type::json ? parsed(*text) : json(*text);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return field.type == Type::date   ? json(date_text(*whole))
               : field.type == Type::time ? json(time_text(*whole))
                                          : json(*whole);
    }
    return nullptr;
}

void put(json& fields, const FieldDef& field, const Value& value, const NameOf& name_of) {
    const std::string name(field.name);
    if (const auto* place = std::get_if<Place>(&value)) {
        fields[std::string(field.companion)] = place->lane;
        fields[name] = place->index;
    } else if (const auto* stage = std::get_if<Stage>(&value)) {
        fields[name] = stage->status;
        if (stage->at && !field.companion.empty()) {
            fields[std::string(field.companion)] = time_text(*stage->at);
        }
    } else if (!is_empty(value)) {
        fields[name] = value_of(field, value, name_of);
    }
}

json set_of(const FieldDef& field, const std::vector<Element>& elements, const NameOf& name_of) {
    const bool bare = std::ranges::all_of(elements, [](const Element& e) { return e.value == Value(true); });
    json all = bare ? json::array() : json::object();
    for (const Element& element : elements) {
        const auto record = field.type == Type::ref ? parse_record(element.key) : std::nullopt;
        const std::string key = record ? name_of(*record) : element.key;
        if (bare) {
            all.push_back(key);
        } else {
            all[key] = value_of(field, element.value, name_of);
        }
    }
    return all;
}

json fields_of(const Record& record, const NameOf& name_of) {
    json fields = json::object();
    for (const FieldDef& field : find_kind(record.kind)->fields) {
        if (field.number == field::other) {
            const auto unknown = record.sets.find(field.number);
            for (const Element& element : unknown != record.sets.end() ? unknown->second : std::vector<Element>{}) {
                const auto* text = std::get_if<std::string>(&element.value);
                fields[element.key] = text != nullptr ? parsed(*text) : json(nullptr);
            }
        }
        if (field.number < field::first_own || (record.kind == kind::other && field.name == "kind")) {
            continue;
        }
        if (const auto value = record.values.find(field.number); value != record.values.end()) {
            put(fields, field, value->second, name_of);
        } else if (const auto set = record.sets.find(field.number); set != record.sets.end()) {
            fields[std::string(field.name)] = set_of(field, set->second, name_of);
        }
    }
    return fields;
}

// What has a file of its own, or is the hub's.
bool has_own_file(KindNo kind) {
    switch (kind) {
        case kind::verdict:
        case kind::device:
        case kind::cohort:
        case kind::phase:
        case kind::person:
        case kind::business:
        case kind::pairing:
        case kind::contact:
        case kind::indicator_def: return true;
        default: return false;
    }
}

constexpr auto keep_damage = json::error_handler_t::replace;

}  // namespace

Outcome TakeOut::cohort(std::ostream& out) {
    const NameOf name = [this](RecordId id) { return name_of(id); };
    const auto object = [&](const Record& record) {
        return json{
            {"ref", name_of(record.id)}, {"kind", find_kind(record.kind)->name}, {"fields", fields_of(record, name)}};
    };
    AYNI_LET(phases, store_->list(kind::phase, cohort_.scope));
    json all{{"cohort", object(cohort_)}, {"phases", json::array()}};
    for (const Record& phase : phases) {
        all["phases"].push_back(object(phase));
    }
    out << all.dump(1, ' ', false, keep_damage) << '\n';
    return Done{};
}

Outcome TakeOut::indicators(std::ostream& out) {
    const NameOf name = [this](RecordId id) { return name_of(id); };
    AYNI_LET(indicators, store_->list(kind::indicator_def));
    json all{{"indicators", json::array()}};
    for (const Record& indicator : indicators) {
        all["indicators"].push_back({{"ref", name_of(indicator.id)},
                                     {"kind", find_kind(indicator.kind)->name},
                                     {"scope", "programme"},
                                     {"fields", fields_of(indicator, name)}});
    }
    out << all.dump(1, ' ', false, keep_damage) << '\n';
    return Done{};
}

Outcome TakeOut::season(std::ostream& out) {
    const NameOf name = [this](RecordId id) { return name_of(id); };
    std::vector<Record> records;
    for (const KindDef& kind : kinds()) {
        if (has_own_file(kind.number)) {
            continue;
        }
        AYNI_LET(some, store_->list(kind.number));
        std::erase_if(some, [&](const Record& record) { return !is_ours(record.scope); });
        std::ranges::move(some, std::back_inserter(records));
    }
    std::ranges::sort(records, {}, [](const Record& record) { return std::pair(record.made.at, record.id); });
    for (const Record& record : records) {
        const std::string kind =
            record.kind == kind::other ? record.text("kind") : std::string(find_kind(record.kind)->name);
        const json line{{"ref", name_of(record.id)},         {"kind", kind},
                        {"scope", scope_text(record.scope)}, {"author", name_of(record.made.by)},
                        {"at", time_text(record.made.at)},   {"fields", fields_of(record, name)}};
        out << line.dump(-1, ' ', false, keep_damage) << '\n';
    }
    return Done{};
}

}  // namespace ayni::programme
