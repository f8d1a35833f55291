// remove, restore, removals: what is taken away, and comes back.

#include "engine/programme/removals.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/model/time.hpp"
#include "platforms/linux/aynictl/arguments.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/aynictl/phrases.hpp"
#include "platforms/linux/aynictl/place.hpp"

namespace ayni::shell {
namespace {

struct Named {
    std::vector<std::string> names;
    bool yes = false;
};

// The records with these names, if she may write so of each. Empty: the refusal was said.
std::optional<std::vector<RecordId>> all_named(Context& context, Store& store, const Named& named, bool removed) {
    std::vector<RecordId> ids;
    for (const std::string& name : named.names) {
        const auto record = find_named(context, store, name);
        if (!record) {
            return std::nullopt;
        }
        const Edit edit{record->id, record->kind, field::removed, {}, Removal{removed, {}}};
        const auto refusal = refusal_of(store, record->scope, std::span(&edit, 1), &*record);
        if (!refusal || *refusal) {
            refusal ? context.refuse(**refusal) : context.refuse(refusal.error());
            return std::nullopt;
        }
        ids.push_back(record->id);
    }
    return ids;
}

int print_all(Context& context, Store& store, const std::vector<RecordId>& ids) {
    for (const RecordId id : ids) {
        if (const int code = print_record(context, store, id); code != good) {
            return code;
        }
    }
    return good;
}

int remove(Context& context, const Named& named) {
    Store* store = context.open();
    const auto ids = store != nullptr ? all_named(context, *store, named, true) : std::nullopt;
    if (!ids) {
        return refused;
    }
    const auto answer = programme::remove_all(*store, *ids, named.yes);
    if (!answer) {
        return context.refuse(answer.error());
    }
    if (const auto* needs = std::get_if<programme::NeedsYes>(&*answer)) {
        return context.refuse({"Eso quitaría {0} registros de una vez: si es lo que quiere, repita con --yes.",
                               "Cela retirerait {0} fiches d'un coup : si c'est voulu, répétez avec --yes.",
                               "That would take away {0} records at once: if you mean it, say it again with --yes."},
                              {std::to_string(needs->removals)});
    }
    return print_all(context, *store, *ids);
}

int restore(Context& context, const Named& named) {
    Store* store = context.open();
    const auto ids = store != nullptr ? all_named(context, *store, named, false) : std::nullopt;
    if (!ids) {
        return refused;
    }
    const auto deed = programme::restore_all(*store, *ids);
    return deed ? print_all(context, *store, *ids) : context.refuse(deed.error());
}

int removals(Context& context) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto masses = programme::mass_removals(*store);
    if (!masses) {
        return context.refuse(masses.error());
    }
    Names names(*store, context.lang());
    for (const programme::MassRemoval& mass : *masses) {
        if (context.json) {
            Json records = Json::array();
            for (const RecordId id : mass.records) {
                records.push_back(to_text(id));
            }
            context.print({{"by", mass.by ? Json(to_text(mass.by)) : Json(nullptr)},
                           {"name", mass.name.empty() ? Json(nullptr) : Json(mass.name)},
                           {"at", time_text(mass.at)},
                           {"count", mass.records.size()},
                           {"records", std::move(records)}});
            continue;
        }
        const std::string who =
            mass.name.empty() ? say(context.lang(), {"Alguien", "Quelqu'un", "Somebody"}) : mass.name;
        std::cout << say(context.lang(),
                         {"{0} quitó {1} registros de una vez, {2}:", "{0} a retiré {1} fiches d'un coup, {2} :",
                          "{0} took away {1} records at once, {2}:"},
                         {who, std::to_string(mass.records.size()), time_text(mass.at)})
                  << '\n';
        for (const RecordId id : mass.records) {
            std::cout << "  " << to_text(id) << "  " << names.of(id) << '\n';
        }
    }
    return good;
}

CLI::App* add_with_names(CLI::App& app, Context& context, const char* name, const char* help,
                         int (*act)(Context&, const Named&), const std::shared_ptr<Named>& named) {
    auto* command = app.add_subcommand(name, help);
    command->add_option("ID", named->names, "ids or refs")->required()->type_name("");
    command->callback(
        [&context, named, act] { context.command = [named, act](Context& c) { return act(c, *named); }; });
    return command;
}

}  // namespace

void add_remove(CLI::App& app, Context& context) {
    auto named = std::make_shared<Named>();
    auto* command =
        add_with_names(app, context, "remove", "take records away; `restore` brings them back", &remove, named);
    command->add_flag("--yes", named->yes, "also if they are more than 20");
}

void add_restore(CLI::App& app, Context& context) {
    add_with_names(app, context, "restore", "bring removed records back", &restore, std::make_shared<Named>());
}

void add_removals(CLI::App& app, Context& context) {
    add_bare(app, context, "removals", "who took away more than 20 records at once, and which", &removals);
}

}  // namespace ayni::shell
