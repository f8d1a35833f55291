#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>
#include <utility>

#include "engine/merge/rank.hpp"
#include "engine/model/time.hpp"
#include "platforms/linux/values.hpp"

namespace ayni::shell {
namespace {

Failure unreadable(std::string_view field) {
    return {Fault::invalid, std::string(field)};
}

std::string trimmed(std::string_view text) {
    const auto is_space = [](unsigned char c) { return std::isspace(c) != 0; };
    while (!text.empty() && is_space(static_cast<unsigned char>(text.front()))) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(static_cast<unsigned char>(text.back()))) {
        text.remove_suffix(1);
    }
    return std::string(text);
}

// "pricing, cash" → {"pricing": true, "cash": true}; "es:fluent" → {"es": "fluent"}. A text that is JSON stays so:
// elements with commas in them have no other way in.
Json elements_of(const FieldDef& field, std::string_view text) {
    const Json parsed = Json::parse(text, nullptr, false);
    if (parsed.is_array() || parsed.is_object()) {
        return parsed;
    }
    Json elements = Json::object();
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const std::size_t colon = field.type == Type::ref ? std::string_view::npos : part.find(':');
        const std::string key = trimmed(part.substr(0, colon));
        if (key.empty()) {
            continue;
        }
        elements[key] = colon == std::string_view::npos ? Json(true) : Json(trimmed(part.substr(colon + 1)));
    }
    return elements;
}

std::optional<std::int64_t> whole_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool all = error == std::errc{} && end == text.data() + text.size();
    return all ? std::optional(number) : std::nullopt;
}

// What a person typed, as the JSON that a program would have given.
Json typed(Type type, const std::string& text) {
    if (text.empty()) {
        return nullptr;
    }
    switch (type) {
        case Type::whole: {
            const auto number = whole_in(text);
            return number ? Json(*number) : Json(text);
        }
        case Type::number: {
            Json parsed = Json::parse(text, nullptr, false);
            return parsed.is_number() ? parsed : Json(text);
        }
        case Type::flag:
            if (text == "true" || text == "yes" || text == "1") {
                return true;
            }
            return text == "false" || text == "no" || text == "0" ? Json(false) : Json(text);
        case Type::json: {
            Json parsed = Json::parse(text, nullptr, false);
            return parsed.is_discarded() ? Json(text) : parsed;
        }
        case Type::text:
        case Type::word:
        case Type::ref:
        case Type::date:
        case Type::time:
        case Type::place:
        case Type::stage:
        case Type::made:
        case Type::removal: return text;
    }
    return text;
}

bool knows(std::string_view codes, std::string_view code) {
    while (!codes.empty()) {
        const std::size_t bar = std::min(codes.find('|'), codes.size());
        if (codes.substr(0, bar) == code) {
            return true;
        }
        codes.remove_prefix(std::min(bar + 1, codes.size()));
    }
    return false;
}

// Gathers what was given, field by field, and turns it into edits at the end, so that the two halves of a stage or a
// place find each other whatever their order.
class Reading {
public:
    Reading(const KindDef& kind, RecordId record, const Record* now, const Surroundings& around)
        : kind_(kind), record_(record), now_(now), around_(around) {}

    Outcome give(const std::string& name, Assignment::How how, const Json& json) {
        const FieldDef* field = kind_.field(std::string_view(name));
        if (kind_.number == kind::other && name != "ref") {
            field = nullptr;  // whatever its author called it, it isn't ours
        } else if (field != nullptr && field->number < field::first_own && field->number != field::ref) {
            return unreadable(name);  // who made it, and removal, have ways of their own
        }
        if (field == nullptr) {
            fields_.unknown_fields.push_back(name);
            edit(field::other, json.is_null() ? Value{} : Value(json.dump()), name);
            return Done{};
        }
        if (field->type == Type::stage || field->type == Type::place) {
            halves_[field->number].push_back({name == field->companion, json});
            return Done{};
        }
        if (field->rule == Rule::set) {
            return give_set(*field, how, json);
        }
        if (how != Assignment::How::is) {
            return unreadable(name);
        }
        AYNI_LET(value, value_of(*field, field->type, json));
        note_code(*field, value);
        edit(field->number, std::move(value));
        return Done{};
    }

    Result<ReadFields> finish() && {
        for (const auto& [number, halves] : halves_) {
            const FieldDef& field = *kind_.field(number);
            AYNI_TRY(field.type == Type::stage ? join_stage(field, halves) : join_place(field, halves));
        }
        return std::move(fields_);
    }

private:
    struct Half {
        bool companion = false;
        Json json;
    };

    void edit(FieldNo field, Value value, std::string key = {}) {
        fields_.edits.push_back({record_, kind_.number, field, std::move(key), std::move(value)});
    }

    void note_code(const FieldDef& field, const Value& value) {
        const auto* code = std::get_if<std::string>(&value);
        if (code != nullptr && !code->empty() && !field.codes.empty() && !knows(field.codes, *code)) {
            fields_.unknown_codes.push_back(std::string(field.name) + "=" + *code);
        }
    }

    Result<Value> value_of(const FieldDef& field, Type type, const Json& json) {
        if (json.is_null()) {
            return Value{};
        }
        switch (type) {
            case Type::whole: return json.is_number_integer() ? Result(Value(json.get<std::int64_t>())) : unread(field);
            case Type::number:
                if (json.is_number_integer()) {
                    return Value(json.get<std::int64_t>());
                }
                return json.is_number_float() ? Result(Value(json.get<double>())) : unread(field);
            case Type::flag: return json.is_boolean() ? Result(Value(json.get<bool>())) : unread(field);
            case Type::json: return Value(json.dump());
            case Type::text:
            case Type::word:
            case Type::ref:
            case Type::date:
            case Type::time:
                return json.is_string() ? value_of_text(field, type, json.get<std::string>()) : unread(field);
            case Type::place:
            case Type::stage:
            case Type::made:
            case Type::removal: return unread(field);
        }
        return unread(field);
    }

    static Result<Value> unread(const FieldDef& field) { return unreadable(field.name); }

    Result<Value> value_of_text(const FieldDef& field, Type type, const std::string& text) {
        if (type == Type::ref) {
            const RecordId id = around_.record_named(text);
            return id ? Result(Value(id)) : Failure{Fault::not_found, std::string(field.name)};
        }
        if (type == Type::date || type == Type::time) {
            const auto moment = type == Type::date ? parse_date(text) : parse_time(text);
            return moment ? Result(Value(*moment)) : unread(field);
        }
        return Value(text);
    }

    // {"a": true} and ["a"] say the same; in a set of references the keys are records.
    Outcome give_set(const FieldDef& field, Assignment::How how, const Json& json) {
        std::vector<std::string> kept;
        if (!json.is_null() && !json.is_array() && !json.is_object()) {
            return unreadable(field.name);
        }
        for (auto item = json.begin(); item != json.end(); ++item) {
            const Json& named = json.is_array() ? *item : Json(item.key());
            if (!named.is_string() || named.get_ref<const std::string&>().empty()) {
                return unreadable(field.name);
            }
            std::string key = named.get<std::string>();
            if (field.type == Type::ref) {
                AYNI_LET(id, value_of_text(field, Type::ref, key));
                key = to_text(std::get<RecordId>(id));
            } else if (!field.codes.empty()) {
                note_code(field, Value(key));
            }
            const bool bare = json.is_array() || *item == Json(true);
            Value value = true;
            if (how == Assignment::How::without) {
                value = {};
            } else if (!bare) {
                const bool text = item->is_string();
                AYNI_LET(read, value_of(field, field.type, text ? typed(field.type, item->get<std::string>()) : *item));
                value = std::move(read);
            }
            kept.push_back(key);
            edit(field.number, std::move(value), std::move(key));
        }
        if (how == Assignment::How::is) {
            take_out_others(field, kept);
        }
        return Done{};
    }

    void take_out_others(const FieldDef& field, const std::vector<std::string>& kept) {
        if (now_ == nullptr) {
            return;
        }
        const auto held = now_->sets.find(field.number);
        if (held == now_->sets.end()) {
            return;
        }
        for (const Element& element : held->second) {
            if (std::ranges::find(kept, element.key) == kept.end()) {
                edit(field.number, {}, element.key);
            }
        }
    }

    template <class Held>
    Held held(const FieldDef& field) const {
        if (now_ != nullptr) {
            const auto found = now_->values.find(field.number);
            if (found != now_->values.end() && std::holds_alternative<Held>(found->second)) {
                return std::get<Held>(found->second);
            }
        }
        return {};
    }

    Outcome join_stage(const FieldDef& field, const std::vector<Half>& halves) {
        auto stage = held<Stage>(field);
        bool moment_given = false;
        for (const Half& half : halves) {
            AYNI_LET(value, value_of(field, half.companion ? Type::time : Type::word, half.json));
            if (half.companion) {
                moment_given = true;
                stage.at = is_empty(value) ? std::nullopt : std::optional(std::get<std::int64_t>(value));
                continue;
            }
            note_code(field, value);
            const std::string status = is_empty(value) ? std::string() : std::get<std::string>(value);
            if (status != stage.status) {
                stage = {status, moment_given ? stage.at : std::nullopt};
                // "done_at" is the moment of "done": whoever says done and not when, means now.
                if (!moment_given && !status.empty() && field.companion == status + "_at") {
                    stage.at = around_.now_ms;
                }
            }
        }
        if (moment_given && field.companion.empty()) {
            return unreadable(field.name);
        }
        edit(field.number, stage.status.empty() ? Value{} : Value(stage));
        return Done{};
    }

    Outcome join_place(const FieldDef& field, const std::vector<Half>& halves) {
        auto place = held<Place>(field);
        bool index_given = false;
        for (const Half& half : halves) {
            AYNI_LET(value, value_of(field, Type::word, half.json));
            std::string text = is_empty(value) ? std::string() : std::get<std::string>(value);
            if (!half.companion) {
                index_given = true;
                place.index = std::move(text);
                continue;
            }
            note_code(field, value);
            if (text != place.lane) {
                place.lane = std::move(text);
                if (!index_given) {
                    place.index.clear();
                }
            }
        }
        if (place.lane.empty() && place.index.empty()) {
            edit(field.number, {});
            return Done{};
        }
        if (place.index.empty()) {
            place.index = around_.end_of_lane(place.lane);
        }
        edit(field.number, std::move(place));
        return Done{};
    }

    const KindDef& kind_;
    RecordId record_;
    const Record* now_;
    const Surroundings& around_;
    ReadFields fields_;
    std::map<FieldNo, std::vector<Half>> halves_;
};

}  // namespace

std::optional<Assignment> parse_assignment(std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return std::nullopt;
    }
    Assignment assignment{std::string(word.substr(0, equals)), Assignment::How::is,
                          std::string(word.substr(equals + 1))};
    const char before = assignment.field.back();
    if (before == '+' || before == '-') {
        assignment.how = before == '+' ? Assignment::How::with : Assignment::How::without;
        assignment.field.pop_back();
    }
    return assignment.field.empty() ? std::nullopt : std::optional(std::move(assignment));
}

Surroundings surroundings_of(Store& store, const ScopeId& scope) {
    Surroundings around;
    around.now_ms = store.clock().now_ms();
    around.record_named = [&store](std::string_view name) {
        auto found = record_named(store, name);
        return found ? *found : RecordId{};
    };
    around.end_of_lane = [&store, scope](std::string_view lane) {
        std::string last;
        for (const KindDef& kind : kinds()) {
            const auto field = std::ranges::find(kind.fields, Type::place, &FieldDef::type);
            if (field == kind.fields.end()) {
                continue;
            }
            auto records = store.list(kind.number, scope);
            if (!records) {
                continue;  // the lane's end is a courtesy: the write itself will report what is wrong
            }
            for (const Record& record : *records) {
                const Place place = record.place(field->name);
                if (place.lane == lane && place.index > last) {
                    last = place.index;
                }
            }
        }
        return rank_between(last, {}, static_cast<unsigned>(store.device().value & 0xFFFFU));
    };
    return around;
}

Result<ReadFields> edits_from(const KindDef& kind, RecordId record, const Record* now,
                              std::span<const Assignment> assignments, const Surroundings& around) {
    Reading reading(kind, record, now, around);
    for (const Assignment& assignment : assignments) {
        const FieldDef* field = kind.field(std::string_view(assignment.field));
        const bool set = field != nullptr && field->rule == Rule::set;
        const Json json = set ? elements_of(*field, assignment.text)
                              : typed(field != nullptr ? field->type : Type::json, assignment.text);
        AYNI_TRY(reading.give(assignment.field, assignment.how, json));
    }
    return std::move(reading).finish();
}

}  // namespace ayni::shell
