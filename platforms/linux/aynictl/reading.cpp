// list, show: records as they are here.

#include <CLI/CLI.hpp>
#include <iostream>

#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/history.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/aynictl/phrases.hpp"

namespace ayni::shell {
namespace {

struct Wanted {
    std::string kind;
    std::string scope;
    bool removed = false;
};

int list(Context& context, const Wanted& wanted) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    std::optional<ScopeId> scope;
    if (!wanted.scope.empty()) {
        const auto named = scope_named(*store, wanted.scope);
        if (!named) {
            return refuse_scope(context, wanted.scope, named.error());
        }
        scope = *named;
    }
    const auto records = list_named(*store, wanted.kind, scope, wanted.removed);
    if (!records) {
        return context.refuse(records.error());
    }
    if (records->empty() && !is_known_kind(wanted.kind)) {
        return refuse_kind(context, wanted.kind);
    }
    Names names(*store, context.lang());
    for (const Record& record : *records) {
        if (context.json) {
            context.print(to_json(record));
        } else {
            std::cout << names.line(record) << '\n';
        }
    }
    return good;
}

struct Shown {
    std::string name;
    bool history = false;
};

int show(Context& context, const Shown& shown) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto record = find_named(context, *store, shown.name);
    if (!record) {
        return refused;
    }
    if (shown.history) {
        return show_history(context, *store, *record);
    }
    if (context.json) {
        context.print(to_json(*record));
    } else {
        std::cout << Names(*store, context.lang()).page(*record);
    }
    return good;
}

}  // namespace

void add_list(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("list", "the records of a kind");
    auto wanted = std::make_shared<Wanted>();
    command->add_option("KIND", wanted->kind, "Goal, Action, Session, …")->required()->type_name("");
    command->add_option("--scope", wanted->scope, "only those of one space: plan:ID, cohort, …")->type_name("SCOPE");
    command->add_flag("--removed", wanted->removed, "removed ones too");
    command->callback([&context, wanted] { context.command = [wanted](Context& c) { return list(c, *wanted); }; });
}

void add_show(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("show", "one record, by its id or ref");
    auto shown = std::make_shared<Shown>();
    command->add_option("ID", shown->name)->required()->type_name("");
    command->add_flag("--history", shown->history, "every change of it: who, when, what, over what");
    command->callback([&context, shown] { context.command = [shown](Context& c) { return show(c, *shown); }; });
}

}  // namespace ayni::shell
