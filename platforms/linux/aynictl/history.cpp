// show --history: who wrote what, when, over what.

#include "platforms/linux/aynictl/history.hpp"

#include <iostream>
#include <map>

#include "engine/model/time.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/labels.hpp"

namespace ayni::shell {
namespace {

// A value as it stood in the field; one of a field that this version doesn't know has no words.
Json value_in(const FieldDef* field, const Value& value) {
    return field != nullptr ? to_json(*field, value) : Json(nullptr);
}

std::string text_in(Names& names, const FieldDef* field, const Value& value) {
    constexpr std::size_t most = 200;
    return field == nullptr || is_empty(value) ? "–" : shortened(names.of(*field, value), most);
}

std::string standing_text(Standing standing, Lang lang) {
    switch (standing) {
        case Standing::stands: return say(lang, {"vale", "en vigueur", "stands"});
        case Standing::replaced: return say(lang, {"reemplazado", "remplacé", "replaced"});
        case Standing::voided: return say(lang, {"anulado", "annulé", "voided"});
    }
    return {};
}

class Telling {
public:
    Telling(Context& context, Store& store, const Record& record, const std::vector<Written>& history)
        : context_(context), lang_(context.lang()), names_(store, lang_), kind_(*find_kind(record.kind)) {
        for (const Written& written : history) {
            values_.emplace(written.dot, &written.value);
        }
    }

    void tell(const Written& written) {
        const FieldDef* field = kind_.field(written.field);
        if (context_.json) {
            context_.print(object(written, field));
        } else {
            std::cout << line(written, field) << '\n';
        }
    }

private:
    [[nodiscard]] Json object(const Written& written, const FieldDef* field) {
        Json over = Json::array();
        for (const Dot& dot : written.over) {
            const auto value = values_.find(dot);
            over.push_back({{"dot", to_text(dot)},
                            {"value", value != values_.end() ? value_in(field, *value->second) : Json(nullptr)}});
        }
        return {{"at", time_text(written.stamp.ms())},
                {"by", written.by ? Json(to_text(written.by)) : Json(nullptr)},
                {"name", written.by ? Json(names_.of(written.by)) : Json(nullptr)},
                {"dot", to_text(written.dot)},
                {"field", field != nullptr ? Json(std::string(field->name)) : Json(written.field)},
                {"key", written.key.empty() ? Json(nullptr) : Json(written.key)},
                {"value", value_in(field, written.value)},
                {"over", std::move(over)},
                {"standing", std::string(name_of(written.standing))}};
    }

    [[nodiscard]] std::string line(const Written& written, const FieldDef* field) {
        std::string text = time_text(written.stamp.ms()) + "  ";
        text += written.by ? names_.of(written.by) : say(lang_, {"alguien", "quelqu'un", "somebody"});
        text += ": " + (field != nullptr ? label_of(field->name, lang_) : std::to_string(written.field));
        if (!written.key.empty()) {
            const auto id = field != nullptr && field->type == Type::ref ? parse_record(written.key) : std::nullopt;
            text += ' ' + (id ? names_.of(*id) : code_text(written.key, lang_));
        }
        text += ": " + text_in(names_, field, written.value);
        std::string before;
        for (const Dot& dot : written.over) {
            if (const auto value = values_.find(dot); value != values_.end()) {
                before += (before.empty() ? "" : " | ") + text_in(names_, field, *value->second);
            }
        }
        if (!before.empty()) {
            text += say(lang_, {"  (antes: {0})", "  (avant : {0})", "  (before: {0})"}, {before});
        }
        return text + "  [" + standing_text(written.standing, lang_) + ']';
    }

    Context& context_;
    Lang lang_;
    Names names_;
    const KindDef& kind_;
    std::map<Dot, const Value*> values_;
};

}  // namespace

int show_history(Context& context, Store& store, const Record& record) {
    const auto history = store.history(record.id);
    if (!history) {
        return context.refuse(history.error());
    }
    Telling telling(context, store, record, *history);
    for (const Written& written : *history) {
        telling.tell(written);
    }
    return good;
}

}  // namespace ayni::shell
