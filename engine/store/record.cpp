#include "engine/store/record.hpp"

#include <algorithm>
#include <cassert>

namespace ayni {
namespace {

const FieldDef& def_of(KindNo kind, std::string_view name) {
    const KindDef* known = find_kind(kind);
    assert(known != nullptr);
    const FieldDef* field = known->field(name);
    assert(field != nullptr);
    return *field;
}

template <class T>
const T* value_of(const Record& record, std::string_view name) {
    const auto found = record.values.find(def_of(record.kind, name).number);
    return found != record.values.end() ? std::get_if<T>(&found->second) : nullptr;
}

const std::vector<Element>* set_of(const Record& record, std::string_view name) {
    const auto found = record.sets.find(def_of(record.kind, name).number);
    return found != record.sets.end() ? &found->second : nullptr;
}

}  // namespace

std::string_view name_of(Standing standing) {
    switch (standing) {
        case Standing::stands: return "stands";
        case Standing::replaced: return "replaced";
        case Standing::voided: return "voided";
    }
    return {};
}

std::string_view name_of(Safety safety) {
    switch (safety) {
        case Safety::here: return "here";
        case Safety::received: return "received";
        case Safety::seen: return "seen";
    }
    return {};
}

std::string Record::text(std::string_view field) const {
    if (const auto* stage = value_of<Stage>(*this, field)) {
        return stage->status;
    }
    if (const auto* place = value_of<Place>(*this, field)) {
        return field == def_of(kind, field).name ? place->index : place->lane;
    }
    const auto* text = value_of<std::string>(*this, field);
    return text != nullptr ? *text : std::string{};
}

std::int64_t Record::whole(std::string_view field, std::int64_t absent) const {
    const auto* whole = value_of<std::int64_t>(*this, field);
    return whole != nullptr ? *whole : absent;
}

std::optional<std::int64_t> Record::moment(std::string_view field) const {
    if (const auto* stage = value_of<Stage>(*this, field)) {
        return stage->at;
    }
    const auto* moment = value_of<std::int64_t>(*this, field);
    return moment != nullptr ? std::optional(*moment) : std::nullopt;
}

std::optional<double> Record::number(std::string_view field) const {
    if (const auto* whole = value_of<std::int64_t>(*this, field)) {
        return static_cast<double>(*whole);
    }
    const auto* real = value_of<double>(*this, field);
    return real != nullptr ? std::optional(*real) : std::nullopt;
}

bool Record::flag(std::string_view field) const {
    const auto* flag = value_of<bool>(*this, field);
    return flag != nullptr && *flag;
}

RecordId Record::ref(std::string_view field) const {
    const auto* ref = value_of<RecordId>(*this, field);
    return ref != nullptr ? *ref : RecordId{};
}

Place Record::place(std::string_view field) const {
    const auto* place = value_of<Place>(*this, field);
    return place != nullptr ? *place : Place{};
}

std::vector<RecordId> Record::refs(std::string_view field) const {
    std::vector<RecordId> all;
    if (const auto* elements = set_of(*this, field)) {
        for (const Element& element : *elements) {
            if (const auto other = parse_record(element.key)) {
                all.push_back(*other);
            }
        }
    }
    return all;
}

std::vector<std::string> Record::keys(std::string_view field) const {
    std::vector<std::string> all;
    if (const auto* elements = set_of(*this, field)) {
        std::ranges::transform(*elements, std::back_inserter(all), &Element::key);
    }
    return all;
}

bool Record::has(std::string_view field) const {
    const FieldNo number = def_of(kind, field).number;
    return values.contains(number) || sets.contains(number);
}

}  // namespace ayni
