#include "platforms/linux/aynictl/phrases.hpp"

#include <iostream>

#include "platforms/linux/aynictl/names.hpp"

namespace ayni::shell {
namespace {

std::string all_kinds() {
    std::string all;
    for (const KindDef& kind : kinds()) {
        if (kind.number != kind::other && kind.number != kind::verdict) {
            all += (all.empty() ? "" : ", ") + std::string(kind.name);
        }
    }
    return all;
}

std::string all_codes(std::string_view codes) {
    std::string all(codes);
    for (std::size_t bar = all.find('|'); bar != std::string::npos; bar = all.find('|')) {
        all.replace(bar, 1, ", ");
    }
    return all;
}

}  // namespace

bool is_known_kind(std::string_view name) {
    return kind_named(name).number != kind::other;
}

int refuse_kind(Context& context, std::string_view kind) {
    return context.refuse({"Aquí no hay ninguna clase «{0}»: use una de estas: {1}.",
                           "Il n'y a pas de genre « {0} » ici : prenez l'un de ceux-ci : {1}.",
                           "There is no kind \"{0}\" here: use one of {1}."},
                          {kind, all_kinds()});
}

int refuse_scope(Context& context, std::string_view scope, const Failure& failure) {
    if (failure.fault == Fault::invalid || failure.fault == Fault::not_found) {
        return context.refuse({"No hay ningún espacio «{0}» aquí: escriba programme, o plan:ID, cohort:ID, talk:ID… "
                               "(«aynictl scopes» los "
                               "muestra).",
                               "Il n'y a pas d'espace « {0} » ici : écrivez programme, ou plan:ID, cohort:ID, talk:ID… "
                               "(« aynictl scopes » "
                               "les montre).",
                               "There is no space \"{0}\" here: write programme, or plan:ID, cohort:ID, talk:ID… "
                               "(\"aynictl scopes\" shows "
                               "them)."},
                              {scope});
    }
    return context.refuse(failure);
}

int refuse_value(Context& context, const KindDef& kind, const Failure& failure) {
    const FieldDef* field = kind.field(std::string_view(failure.detail));
    if (field == nullptr || (failure.fault != Fault::invalid && failure.fault != Fault::not_found)) {
        return context.refuse(failure);
    }
    const Lang lang = context.lang();
    const bool moment = !field->companion.empty() && failure.detail == field->companion && field->type == Type::stage;
    std::string form = form_of(moment ? Type::time : field->type, lang);
    if (!moment && !field->codes.empty()) {
        form += " (" + all_codes(field->codes) + ")";
    }
    return context.refuse({"«{0}» no se puede leer así: escriba {1}.", "« {0} » ne se lit pas ainsi : écrivez {1}.",
                           "\"{0}\" can't be read like that: write {1}."},
                          {failure.detail, form});
}

std::optional<Record> find_named(Context& context, Store& store, std::string_view name) {
    const auto id = record_named(store, name);
    if (id) {
        auto record = store.find(*id);
        if (!record) {
            context.refuse(record.error());
            return std::nullopt;
        }
        if (*record) {
            return **record;
        }
    } else if (id.fault() != Fault::not_found) {
        context.refuse(id.error());
        return std::nullopt;
    }
    context.refuse({"Aquí no hay ningún registro «{0}»: revise el id o el ref, o sincronice y pruebe otra vez.",
                    "Il n'y a pas de fiche « {0} » ici : vérifiez l'id ou le ref, ou synchronisez puis réessayez.",
                    "There is no record \"{0}\" here: check the id or ref, or sync and try again."},
                   {name});
    return std::nullopt;
}

int print_record(Context& context, Store& store, RecordId id) {
    const auto record = store.find(id);
    if (!record) {
        return context.refuse(record.error());
    }
    if (!*record) {
        return context.refuse(Failure{Fault::not_found, {}});
    }
    if (context.json) {
        context.print(to_json(**record));
    } else {
        std::cout << Names(store, context.lang()).line(**record) << '\n';
    }
    return good;
}

}  // namespace ayni::shell
