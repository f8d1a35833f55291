// undo: takes back the last thing that was done here.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "engine/programme/removals.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/labels.hpp"

namespace ayni::shell {
namespace {

using programme::Step;

std::string_view code_of(Step::What what) {
    switch (what) {
        case Step::What::set: return "set";
        case Step::What::made: return "made";
        case Step::What::removed: return "removed";
        case Step::What::restored: return "restored";
    }
    return {};
}

const FieldDef& field_of(const Step& step) {
    return *find_kind(step.edit.kind)->field(step.edit.field);
}

Json object(const Step& step, bool undone) {
    const FieldDef& field = field_of(step);
    const bool set = step.what == Step::What::set;
    return {{"id", to_text(step.edit.record)},
            {"kind", std::string(find_kind(step.edit.kind)->name)},
            {"did", std::string(code_of(step.what))},
            {"field", set ? Json(std::string(field.name)) : Json(nullptr)},
            {"key", step.edit.key.empty() ? Json(nullptr) : Json(step.edit.key)},
            {"value", set ? to_json(field, step.edit.value) : Json(nullptr)},
            {"before", set ? to_json(field, step.before) : Json(nullptr)},
            {"undone", undone}};
}

// What is so now: "Weigh the flour: due: 2026-11-30 → –".
std::string line(Names& names, Lang lang, const Step& step) {
    constexpr std::size_t most = 60;
    std::string text = names.of(step.edit.record);
    switch (step.what) {
        case Step::What::made:
        case Step::What::restored: return text + say(lang, {": quitado", " : retiré", ": removed"});
        case Step::What::removed: return text + say(lang, {": repuesto", " : remis", ": restored"});
        case Step::What::set: break;
    }
    const FieldDef& field = field_of(step);
    text += ": " + label_of(field.name, lang);
    if (!step.edit.key.empty()) {
        const auto id = field.type == Type::ref ? parse_record(step.edit.key) : std::nullopt;
        text += ' ' + (id ? names.of(*id) : code_text(step.edit.key, lang));
    }
    const auto shown = [&](const Value& value) {
        return is_empty(value) ? std::string("–") : shortened(names.of(field, value), most);
    };
    return text + ": " + shown(step.edit.value) + " → " + shown(step.before);
}

int refuse_to_undo(Context& context, bool anything_left) {
    return anything_left ? context.refuse({"Nada se deshizo: otra persona cambió eso después, y lo suyo queda.",
                                           "Rien n'a été annulé : quelqu'un a changé cela depuis, et cela reste.",
                                           "Nothing was undone: somebody has changed that since, and hers stays."})
                         : context.refuse({"No hay nada que deshacer: desde aquí no se ha escrito nada todavía.",
                                           "Il n'y a rien à annuler : rien n'a encore été écrit d'ici.",
                                           "There is nothing to undo: nothing was written from here yet."});
}

int undo(Context& context, bool yes) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto answer = programme::undo_last(*store, yes);
    if (!answer) {
        return context.refuse(answer.error());
    }
    if (const auto* needs = std::get_if<programme::NeedsYes>(&*answer)) {
        return context.refuse({"Deshacer eso quitaría {0} registros: si es lo que quiere, repita con --yes.",
                               "Annuler cela retirerait {0} fiches : si c'est voulu, répétez avec --yes.",
                               "Undoing that would take away {0} records: if you mean it, say it again with --yes."},
                              {std::to_string(needs->removals)});
    }
    const auto& undone = std::get<programme::Undone>(*answer);
    Names names(*store, context.lang());
    for (const Step& step : undone.back) {
        if (context.json) {
            context.print(object(step, true));
        } else {
            std::cout << line(names, context.lang(), step) << '\n';
        }
    }
    if (context.json) {
        std::ranges::for_each(undone.left, [&](const Step& step) { context.print(object(step, false)); });
    }
    if (undone.back.empty()) {
        return refuse_to_undo(context, !undone.left.empty());
    }
    if (!undone.left.empty()) {
        context.notice(say(context.lang(), {"Lo que otra persona cambió después queda como está.",
                                            "Ce que quelqu'un a changé depuis reste tel quel.",
                                            "What somebody has changed since stays as it is."}));
    }
    return good;
}

}  // namespace

void add_undo(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("undo", "take back the last thing that was done here; again: do it again");
    auto yes = std::make_shared<bool>(false);
    command->add_flag("--yes", *yes, "also if that takes away more than 20 records");
    command->callback([&context, yes] { context.command = [yes](Context& c) { return undo(c, *yes); }; });
}

}  // namespace ayni::shell
