// add, set: what a person writes, judged before it is written.

#include <CLI/CLI.hpp>

#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/aynictl/phrases.hpp"
#include "platforms/linux/aynictl/place.hpp"

namespace ayni::shell {
namespace {

struct Words {
    std::string kind;
    std::string id;
    std::string scope;
    std::vector<std::string> assignments;
};

// Empty: the refusal was said.
std::optional<std::vector<Assignment>> assignments_in(Context& context, const std::vector<std::string>& words) {
    std::vector<Assignment> all;
    for (const std::string& word : words) {
        auto assignment = parse_assignment(word);
        if (!assignment) {
            context.refuse({"«{0}» no es campo=valor: escriba por ejemplo title=\"Comprar harina\".",
                            "« {0} » n'est pas champ=valeur : écrivez par exemple title=\"Acheter de la farine\".",
                            "\"{0}\" isn't field=value: write for instance title=\"Buy flour\"."},
                           {word});
            return std::nullopt;
        }
        all.push_back(std::move(*assignment));
    }
    return all;
}

void notice_unknown(Context& context, const KindDef& kind, const ReadFields& asked) {
    for (const std::string& field : asked.unknown_fields) {
        context.notice(say(context.lang(),
                           {"Aviso: {0} no tiene un campo «{1}»; se guarda tal como vino.",
                            "Note : {0} n'a pas de champ « {1} » ; c'est gardé tel quel.",
                            "Note: {0} has no field \"{1}\"; it is kept as it came."},
                           {kind.name, field}));
    }
    for (const std::string& code : asked.unknown_codes) {
        context.notice(say(context.lang(),
                           {"Aviso: {0} no está entre los valores conocidos; se guarda tal como vino.",
                            "Note : {0} n'est pas une des valeurs connues ; c'est gardé tel quel.",
                            "Note: {0} is none of the known values; it is kept as it came."},
                           {code}));
    }
}

// Where a record that is about to be made goes. Empty: the refusal was said.
std::optional<ScopeId> place_of(Context& context, Store& store, const KindDef& kind, RecordId record,
                                const std::string& wanted) {
    if (kind.number == kind::cohort && wanted.empty()) {
        return ScopeId{ScopeKind::cohort, record};  // a cohort's space is its own
    }
    if (!wanted.empty()) {
        const auto scope = scope_named(store, wanted);
        if (!scope) {
            refuse_scope(context, wanted, scope.error());
            return std::nullopt;
        }
        return *scope;
    }
    const auto places = places_for(store, kind);
    const auto own = places ? only_own(store, *places) : Result<std::optional<ScopeId>>(places.error());
    if (!own) {
        context.refuse(own.error());
        return std::nullopt;
    }
    if (*own || places->size() == 1) {
        return *own ? **own : places->front();
    }
    if (places->empty()) {
        context.refuse({"Usted no tiene dónde escribir {0}: pida a la coordinación que la incluya, o sincronice.",
                        "Vous n'avez pas d'espace où écrire {0} : demandez à la coordination, ou synchronisez.",
                        "There is no space where you may write {0}: ask the coordination, or sync."},
                       {kind.name});
        return std::nullopt;
    }
    Names names(store, context.lang());
    std::string choices;
    for (const ScopeId& place : *places) {
        choices += (choices.empty() ? "" : "; ") + to_text(place) + " (" + names.of(place) + ")";
    }
    context.refuse({"¿En qué espacio? Diga --scope con uno de estos: {0}.",
                    "Dans quel espace ? Dites --scope avec l'un de ceux-ci : {0}.",
                    "In which space? Say --scope with one of {0}."},
                   {choices});
    return std::nullopt;
}

int add(Context& context, const Words& words) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    if (!is_known_kind(words.kind)) {
        return refuse_kind(context, words.kind);
    }
    const KindDef& kind = kind_named(words.kind);
    const auto assignments = assignments_in(context, words.assignments);
    const RecordId record = store->new_record();
    const auto scope = assignments ? place_of(context, *store, kind, record, words.scope) : std::nullopt;
    if (!scope) {
        return refused;
    }
    auto asked = edits_from(kind, record, nullptr, *assignments, surroundings_of(*store, *scope));
    if (!asked) {
        return refuse_value(context, kind, asked.error());
    }
    const auto edits = with_beginnings(*store, *scope, kind, record, std::move(asked->edits));
    if (!edits) {
        return context.refuse(edits.error());
    }
    const auto refusal = refusal_of(*store, *scope, *edits, nullptr);
    if (!refusal) {
        return context.refuse(refusal.error());
    }
    if (*refusal) {
        return context.refuse(**refusal);
    }
    const auto written = store->write(*scope, *edits);
    if (!written) {
        return context.refuse(written.error());
    }
    if (written->empty()) {
        return context.refuse({"No hay nada que guardar: escriba al menos un campo=valor.",
                               "Il n'y a rien à enregistrer : écrivez au moins un champ=valeur.",
                               "There is nothing to save: write at least one field=value."});
    }
    notice_unknown(context, kind, *asked);
    return print_record(context, *store, record);
}

int set(Context& context, const Words& words) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto assignments = assignments_in(context, words.assignments);
    const auto record = assignments ? find_named(context, *store, words.id) : std::nullopt;
    if (!record) {
        return refused;
    }
    const KindDef& kind = *find_kind(record->kind);
    const auto asked = edits_from(kind, record->id, &*record, *assignments, surroundings_of(*store, record->scope));
    if (!asked) {
        return refuse_value(context, kind, asked.error());
    }
    const auto refusal = refusal_of(*store, record->scope, asked->edits, &*record);
    if (!refusal) {
        return context.refuse(refusal.error());
    }
    if (*refusal) {
        return context.refuse(**refusal);
    }
    const auto written = store->write(record->scope, asked->edits);
    if (!written) {
        const bool once = written.fault() == Fault::invalid;
        return once ? context.refuse({"Un campo que se escribe una sola vez no se cambia: haga un registro nuevo.",
                                      "Un champ qui s'écrit une seule fois ne change plus : faites une nouvelle fiche.",
                                      "A field that is written once doesn't change: make a new record."})
                    : context.refuse(written.error());
    }
    notice_unknown(context, kind, *asked);
    return print_record(context, *store, record->id);
}

}  // namespace

void add_add(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("add", "make a record");
    auto words = std::make_shared<Words>();
    command->add_option("KIND", words->kind, "Goal, Action, Session, …")->required()->type_name("");
    command->add_option("FIELDS", words->assignments, "field=value …")->type_name("");
    command->add_option("--scope", words->scope, "where, if there is a choice: plan:ID, cohort, …")->type_name("SCOPE");
    command->callback([&context, words] { context.command = [words](Context& c) { return add(c, *words); }; });
}

void add_set(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("set", "change fields; an empty value clears; += and -= for sets");
    auto words = std::make_shared<Words>();
    command->add_option("ID", words->id, "id or ref")->required()->type_name("");
    command->add_option("FIELDS", words->assignments, "field=value …")->required()->type_name("");
    command->callback([&context, words] { context.command = [words](Context& c) { return set(c, *words); }; });
}

}  // namespace ayni::shell
