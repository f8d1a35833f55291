// calendar: planned sessions as an .ics file on stdout.

#include "engine/programme/calendar.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/phrases.hpp"

namespace ayni::shell {
namespace {

programme::CalendarWords words_in(Lang lang) {
    const auto summary = [lang](const programme::SessionLine& line) {
        return line.business.empty()
                   ? say(lang, {"Encuentro", "Rencontre", "Meeting"})
                   : say(lang, {"Encuentro · {0}", "Rencontre · {0}", "Meeting · {0}"}, {line.business});
    };
    return {"-//Ayni//aynictl//" + say(lang, {"ES", "FR", "EN"}), summary,
            say(lang, {"Hay un encuentro en una hora", "Il y a une rencontre dans une heure",
                       "There is a meeting in an hour"}),
            60};
}

int calendar(Context& context, const std::string& session) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    std::optional<RecordId> wanted;
    if (!session.empty()) {
        const auto record = find_named(context, *store, session);
        if (!record) {
            return refused;
        }
        wanted = record->id;
    }
    const auto file = programme::calendar(*store, words_in(context.lang()), wanted);
    if (!file) {
        return context.refuse(file.error());
    }
    if (context.json) {
        context.print({{"ics", *file}});
    } else {
        std::cout << *file;
    }
    return good;
}

}  // namespace

void add_calendar(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("calendar", "planned sessions for another calendar (.ics)");
    auto session = std::make_shared<std::string>();
    command->add_option("--session", *session, "only this one")->type_name("ID");
    command->callback(
        [&context, session] { context.command = [session](Context& c) { return calendar(c, *session); }; });
}

}  // namespace ayni::shell
