#include "platforms/linux/aynictl/names.hpp"

#include <algorithm>
#include <array>

#include "engine/model/time.hpp"
#include "platforms/linux/labels.hpp"
#include "platforms/linux/values.hpp"

namespace ayni::shell {
namespace {

constexpr std::size_t line_most = 60;

// What a record is called by: the first of these that it has.
constexpr std::array<std::string_view, 5> calling{"name", "title", "code", "text", "note"};

std::string called(const Record& record) {
    const KindDef* kind = find_kind(record.kind);
    if (kind == nullptr) {
        return {};
    }
    for (const std::string_view name : calling) {
        const FieldDef* field = kind->field(name);
        if (field != nullptr && field->rule != Rule::set && record.has(name)) {
            return shortened(record.text(name), line_most);
        }
    }
    return {};
}

std::string handle(const Record& record) {
    const auto ref = record.values.find(field::ref);
    const auto* text = ref != record.values.end() ? std::get_if<std::string>(&ref->second) : nullptr;
    return text != nullptr && !text->empty() ? *text : to_text(record.id);
}

}  // namespace

std::string shortened(std::string_view text, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        const bool breaks = text[i] == '\n' || text[i] == '\r';
        if (breaks || (starts && characters == most)) {
            return std::string(text.substr(0, i)) + "…";
        }
        characters += starts ? 1 : 0;
    }
    return std::string(text);
}

std::string bytes_text(std::uint64_t bytes, Lang lang) {
    constexpr std::uint64_t kilo = 1000;
    if (bytes < kilo) {
        return std::to_string(bytes) + (lang == Lang::fr ? " o" : " B");
    }
    if (bytes < kilo * kilo) {
        return std::to_string((bytes + kilo / 2) / kilo) + (lang == Lang::fr ? " ko" : " kB");
    }
    const std::uint64_t tenths = (bytes + kilo * kilo / 20) / (kilo * kilo / 10);
    return std::to_string(tenths / 10) + (lang == Lang::en ? "." : ",") + std::to_string(tenths % 10) +
           (lang == Lang::fr ? " Mo" : " MB");
}

const std::string& Names::of(RecordId id) {
    const auto [found, added] = names_.try_emplace(id);
    if (added) {
        const auto record = store_.find(id);
        if (record && *record) {
            found->second = called(**record);
            if (found->second.empty()) {
                found->second = handle(**record);
            }
        } else {
            found->second = to_text(id);
        }
    }
    return found->second;
}

std::string Names::of(const ScopeId& scope) {
    const auto phrase = [&]() -> Phrase {
        switch (scope.kind) {
            case ScopeKind::programme: return {"el programa", "le programme", "the programme"};
            case ScopeKind::cohort: return {"la cohorte {0}", "la cohorte {0}", "the cohort {0}"};
            case ScopeKind::plan: return {"el plan de {0}", "le plan de {0}", "the plan of {0}"};
            case ScopeKind::talk: return {"la charla {0}", "la conversation {0}", "the talk {0}"};
            case ScopeKind::line: return {"la línea de {0}", "la ligne de {0}", "the line of {0}"};
            case ScopeKind::own: return {"lo privado de {0}", "l'espace privé de {0}", "the private space of {0}"};
            case ScopeKind::desk: return {"la mesa de {0}", "le bureau de {0}", "the desk of {0}"};
        }
        return {"{0}", "{0}", "{0}"};
    };
    std::string subject = of(scope.subject);
    if (scope.kind == ScopeKind::talk) {
        const auto pairing = store_.find(scope.subject);
        if (pairing && *pairing && (*pairing)->kind == kind::pairing) {
            subject = of((*pairing)->ref("mentor")) + " + " + of((*pairing)->ref("business"));
        }
    }
    return say(lang_, phrase(), {subject});
}

std::string Names::of(const FieldDef& field, const Value& value) {
    if (const auto* id = std::get_if<RecordId>(&value)) {
        return of(*id);
    }
    if (const auto* place = std::get_if<Place>(&value)) {
        return code_text(place->lane, lang_);
    }
    if (const auto* stage = std::get_if<Stage>(&value)) {
        const std::string status = code_text(stage->status, lang_);
        return stage->at ? status + " (" + time_text(*stage->at) + ")" : status;
    }
    if (const auto* removal = std::get_if<Removal>(&value)) {
        return say(lang_,
                   removal->removed ? Phrase{"quitado", "retiré", "removed"} : Phrase{"repuesto", "remis", "restored"});
    }
    const Json json = to_json(field, value);
    if (json.is_string()) {
        return field.codes.empty() ? json.get<std::string>() : code_text(json.get<std::string>(), lang_);
    }
    return json.is_null() ? "–" : line_of(json);
}

std::string Names::of_set(const FieldDef& field, const std::vector<Element>& elements) {
    std::string all;
    for (const Element& element : elements) {
        const auto id = field.type == Type::ref ? parse_record(element.key) : std::nullopt;
        all += (all.empty() ? "" : ", ") + (id                    ? of(*id)
                                            : field.codes.empty() ? element.key
                                                                  : code_text(element.key, lang_));
        if (element.value != Value(true) && field.number != field::other) {
            all += ": " + of(field, element.value);
        } else if (const auto* json = std::get_if<std::string>(&element.value)) {
            all += ": " + *json;
        }
    }
    return all;
}

std::string Names::of(Safety safety) const {
    switch (safety) {
        case Safety::here: return say(lang_, {"aquí", "ici", "here"});
        case Safety::received: return say(lang_, {"recibido", "reçu", "received"});
        case Safety::seen: return say(lang_, {"visto", "vu", "seen"});
    }
    return {};
}

std::string Names::summary(const Record& record) {
    const KindDef& kind = *find_kind(record.kind);
    std::string text = called(record);
    const auto add = [&](const std::string& more) {
        if (!more.empty()) {
            text += (text.empty() ? "" : " · ") + more;
        }
    };
    // Then what is short and tells records apart: statuses, places, dates, codes, and whom it is about.
    for (const FieldDef& field : kind.fields) {
        const auto found = record.values.find(field.number);
        const bool own = field.number >= field::first_own && field.type != Type::json &&
                         (field.type != Type::text || text.empty()) && field.name != calling[2];
        if (own && found != record.values.end() && !is_empty(found->second)) {
            add(shortened(of(field, found->second), line_most / 2));
        }
    }
    return text;
}

std::string Names::line(const Record& record) {
    std::string text = handle(record) + "  " + summary(record) + "  [" + of(record.safety) + "]";
    if (!record.contested.empty()) {
        text += say(lang_, {"  [dos versiones]", "  [deux versions]", "  [two versions]"});
    }
    if (record.removed) {
        text += say(lang_, {"  [quitado]", "  [retiré]", "  [removed]"});
    }
    return text;
}

std::string Names::page(const Record& record) {
    const KindDef& kind = *find_kind(record.kind);
    std::string text = kind_name(record) + "  " + to_text(record.id) + "\n";
    const auto add = [&](std::string_view label, const std::string& value) {
        text += "  " + std::string(label) + ": " + value + "\n";
    };
    add(say(lang_, {"en", "dans", "in"}), of(record.scope));
    add(say(lang_, {"de", "par", "by"}), of(record.made.by) + ", " + time_text(record.made.at));
    add(say(lang_, {"a salvo", "à l'abri", "safe"}), of(record.safety));
    for (const FieldDef& field : kind.fields) {
        const auto set = record.sets.find(field.number);
        if (set != record.sets.end() && !set->second.empty()) {
            add(label_of(field.name, lang_), of_set(field, set->second));
        }
        const auto value = record.values.find(field.number);
        if (value == record.values.end() || is_empty(value->second) || field.number == field::made ||
            field.number == field::removed) {
            continue;
        }
        const bool contested = std::ranges::find(record.contested, field.number) != record.contested.end();
        add(label_of(field.type == Type::place ? field.companion : field.name, lang_),
            of(field, value->second) + (contested ? say(lang_, {"  (hay otra versión)", "  (il y a une autre version)",
                                                                "  (there is another version)"})
                                                  : std::string()));
    }
    if (record.removed) {
        text += "  " + say(lang_, {"quitado", "retiré", "removed"}) + "\n";
    }
    return text;
}

}  // namespace ayni::shell
