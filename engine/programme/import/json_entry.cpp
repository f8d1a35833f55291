#include "engine/programme/import/json_entry.hpp"

#include <utility>

#include "engine/model/time.hpp"
#include "engine/programme/import/dates.hpp"

namespace ayni::programme {
namespace {

using nlohmann::json;

constexpr std::size_t json_shown_most = 60;

// One object's fields, on their way into an entry.
class FieldTaker {
public:
    FieldTaker(Entry& entry, const json& fields, const ObjectPlace& place, Findings& findings)
        : entry_(&entry), fields_(&fields), place_(&place), findings_(&findings) {}

    void take(const std::string& name, const json& value) {
        const FieldDef* field = entry_->kind->number == kind::other ? nullptr : entry_->kind->field(name);
        if (field == nullptr || field->number < field::first_own) {
            keep_unknown(name, value);
        } else if (field->type == Type::place) {
            take_place(*field, name);
        } else if (field->type == Type::stage) {
            take_stage(*field, name);
        } else if (field->rule == Rule::set) {
            take_set(*field, name, value);
        } else if (field->type == Type::ref) {
            if (const auto text = text_of(name, value)) {
                entry_->set_ref(name, *text);
            }
        } else if (auto taken = value_of(*field, name, value)) {
            entry_->set(name, std::move(*taken));
        }
    }

private:
    void keep_unknown(const std::string& name, const json& value) {
        if (entry_->kind->number != kind::other) {
            Found found = place_->at(name);
            found.value = shortened(value.dump(), json_shown_most);
            findings_->add(Remark::field_unknown, std::move(found));
        }
        entry_->keep_unknown(name, value.dump());
    }
    void wrong_type(std::string_view name, const json& value, std::string_view takes) {
        Found found = place_->at(name);
        found.value = shortened(value.dump(), json_shown_most);
        found.expected = {std::string(takes)};
        findings_->add(Trouble::json_wrong_type, std::move(found));
    }
    std::optional<std::string> text_of(std::string_view name, const json& value, std::string_view takes = "text") {
        if (value.is_string()) {
            return value.get<std::string>();
        }
        wrong_type(name, value, takes);
        return std::nullopt;
    }
    std::optional<std::int64_t> time_of(std::string_view name, const json& value) {
        const auto text = text_of(name, value, name_of(Type::time));
        const auto moment = text ? parse_time(*text) : std::nullopt;
        if (text && !moment) {
            wrong_type(name, value, name_of(Type::time));
        }
        return moment;
    }

    std::optional<Value> value_of(const FieldDef& field, std::string_view name, const json& value) {
        if (value.is_null()) {
            return Value{};
        }
        switch (field.type) {
            case Type::text:
            case Type::word:
                if (auto text = text_of(name, value, name_of(field.type))) {
                    return Value(std::move(*text));
                }
                return std::nullopt;
            case Type::json: return Value(value.dump());
            case Type::time:
                if (const auto moment = time_of(name, value)) {
                    return Value(*moment);
                }
                return std::nullopt;
            case Type::date:
                if (const auto text = text_of(name, value, name_of(Type::date))) {
                    Found found = place_->at(name);
                    found.value = shortened(*text);
                    const auto days = read_date(*text, std::move(found), *findings_);
                    return days ? std::optional<Value>(*days) : std::nullopt;
                }
                return std::nullopt;
            case Type::flag:
                if (value.is_boolean()) {
                    return Value(value.get<bool>());
                }
                break;
            case Type::number:
                if (value.is_number_float()) {
                    return Value(value.get<double>());
                }
                [[fallthrough]];
            case Type::whole:
                if (value.is_number_integer()) {
                    return Value(value.get<std::int64_t>());
                }
                break;
            case Type::ref:
            case Type::place:
            case Type::stage:
            case Type::made:
            case Type::removal: break;
        }
        wrong_type(name, value, name_of(field.type));
        return std::nullopt;
    }

    // Lane and index are one value: whichever comes first brings both.
    void take_place(const FieldDef& field, std::string_view name) {
        if (name == field.companion && fields_->contains(field.name)) {
            return;
        }
        Place place;
        const auto part = [&](std::string_view member, std::string& into) {
            const auto found = fields_->find(member);
            if (found != fields_->end()) {
                into = text_of(member, *found).value_or(std::string{});
            }
        };
        part(field.companion, place.lane);
        part(field.name, place.index);
        entry_->set(field.name, std::move(place));
    }
    void take_stage(const FieldDef& field, std::string_view name) {
        if (name == field.companion && fields_->contains(field.name)) {
            return;
        }
        Stage stage;
        if (const auto status = fields_->find(field.name); status != fields_->end()) {
            stage.status = text_of(field.name, *status).value_or(std::string{});
        }
        if (const auto at = fields_->find(field.companion); !field.companion.empty() && at != fields_->end()) {
            stage.at = time_of(field.companion, *at);
        }
        entry_->set(field.name, std::move(stage));
    }

    void take_set(const FieldDef& field, std::string_view name, const json& value) {
        if (!value.is_array() && !value.is_object()) {
            wrong_type(name, value, "list");
            return;
        }
        entry_->has_all_of(name);
        for (const auto& item : value.items()) {
            if (value.is_object()) {
                if (auto taken = value_of(field, name, item.value())) {
                    entry_->set_element(name, item.key(), std::move(*taken));
                }
            } else if (const auto text = text_of(name, item.value())) {
                if (field.type == Type::ref) {
                    entry_->set_ref(name, *text);
                } else {
                    entry_->set_element(name, *text);
                }
            }
        }
    }

    Entry* entry_;
    const json* fields_;
    const ObjectPlace* place_;
    Findings* findings_;
};

}  // namespace

Found ObjectPlace::at(std::string_view field) const {
    const std::size_t own = line_of ? line_of(field) : 0;
    return {.file = file, .line = own != 0 ? own : line, .column = std::string(field), .row = row};
}

void take_fields(Entry& entry, const json& fields, const ObjectPlace& place, Findings& findings) {
    FieldTaker taker(entry, fields, place, findings);
    for (const auto& item : fields.items()) {
        taker.take(item.key(), item.value());
    }
}

std::string needed_text(const json& object, std::string_view member, const ObjectPlace& place, Findings& findings) {
    const auto found = object.is_object() ? object.find(member) : object.end();
    if (!object.is_object() || found == object.end()) {
        findings.add(Trouble::json_member_missing, place.at(member));
        return {};
    }
    if (!found->is_string() || found->get_ref<const std::string&>().empty()) {
        Found where = place.at(member);
        where.value = shortened(found->dump(), json_shown_most);
        where.expected = {std::string(name_of(Type::text))};
        findings.add(Trouble::json_wrong_type, std::move(where));
        return {};
    }
    return found->get<std::string>();
}

}  // namespace ayni::programme
