// aynictl: the engine and the client without a screen.

#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/store/cipher.hpp"
#include "platforms/linux/aynictl/commands.hpp"

namespace {

using Adder = void (*)(CLI::App&, ayni::shell::Context&);

// In the order of the help text.
constexpr Adder commands[] = {
    ayni::shell::add_join,     ayni::shell::add_whoami,    ayni::shell::add_status,    ayni::shell::add_sync,
    ayni::shell::add_invite,   ayni::shell::add_scopes,    ayni::shell::add_list,      ayni::shell::add_show,
    ayni::shell::add_add,      ayni::shell::add_set,       ayni::shell::add_remove,    ayni::shell::add_restore,
    ayni::shell::add_removals, ayni::shell::add_undo,      ayni::shell::add_conflicts, ayni::shell::add_resolve,
    ayni::shell::add_tray,     ayni::shell::add_check,     ayni::shell::add_import,    ayni::shell::add_export,
    ayni::shell::add_prepare,  ayni::shell::add_reminders, ayni::shell::add_calendar,  ayni::shell::add_play,
    ayni::shell::add_attach,   ayni::shell::add_fetch,     ayni::shell::add_search,    ayni::shell::add_carry,
    ayni::shell::add_pin,      ayni::shell::add_recover,   ayni::shell::add_aside,
};

}  // namespace

int main(int argc, char** argv) {
    ayni::shell::Context context;
    CLI::App app("Ayni without a screen: join a programme, write, read and exchange.", "aynictl");
    app.add_option("--profile", context.profile, "the folder of the profile")->type_name("DIR");
    app.add_flag("--json", context.json, "one JSON object a line");
    app.add_option("--lang", context.lang_wanted, "the language of messages: es, fr or en")
        ->check(CLI::IsMember({"es", "fr", "en"}));
    app.add_option("--pin-from", context.pin_from, "a file whose first line is the profile's PIN, or - for stdin")
        ->type_name("FILE");
    app.set_version_flag("--version", "aynictl " AYNI_VERSION " (" + ayni::cipher_name() + ")");
    app.require_subcommand(1);
    app.fallthrough();
    for (const Adder add : commands) {
        add(app, context);
    }
    for (CLI::App* command : app.get_subcommands({})) {
        command->fallthrough();  // --profile and --json may stand behind the command too
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& done) {
        return app.exit(done);
    } catch (const CLI::ParseError& error) {
        app.exit(error, std::cerr, std::cerr);
        return ayni::shell::misused;
    }
    if (context.profile.empty() && !app.got_subcommand("play")) {
        return context.misuse_profile();
    }
    return context.command(context);
}
