// ayni-hub: the programme's server. Exit codes: 0, 1 (refused: one line says what and what to do), 2 (usage).

#include <CLI/CLI.hpp>
#include <functional>

#include "platforms/linux/hub/commands.hpp"

namespace {

using ayni::commands::Common;

struct Options {
    Common common;
    ayni::hub::Founding founding;
    ayni::commands::Listening listening;
    std::string lang;
    std::string file;
};

std::string_view code_of(ayni::shell::Lang lang) {
    switch (lang) {
        case ayni::shell::Lang::es: return "es";
        case ayni::shell::Lang::fr: return "fr";
        case ayni::shell::Lang::en: return "en";
    }
    return {};
}

CLI::App* add(CLI::App& app, const char* name, const char* what, Options& options) {
    CLI::App* command = app.add_subcommand(name, what);
    CLI::Option_group* place = command->add_option_group("place", "where the hub keeps what it has");
    place->add_option("--data", options.common.data, "folder of the hub");
    place->add_option("--database", options.common.database, "postgresql://… that several hubs may share");
    place->require_option(1);
    command->add_option("--lang", options.lang, "es, fr or en")->check(CLI::IsMember({"es", "fr", "en"}));
    return command;
}

int run(CLI::App& app, Options& options) {
    using namespace ayni;
    options.common.lang = options.lang.empty() ? shell::lang_of_environment() : shell::lang_of(options.lang);
    if (app.got_subcommand("init")) {
        options.founding.lang = code_of(options.common.lang);
        return commands::init(options.common, options.founding);
    }
    if (app.got_subcommand("serve")) {
        return commands::serve(options.common, options.listening);
    }
    if (app.got_subcommand("check")) {
        return commands::check(options.common);
    }
    if (app.got_subcommand("devices")) {
        return commands::devices(options.common);
    }
    if (app.got_subcommand("quarantine")) {
        return commands::quarantine(options.common);
    }
    if (app.got_subcommand("renew")) {
        return commands::renew(options.common);
    }
    return commands::backup(options.common, options.file);
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    options.founding.url = "http://127.0.0.1:8440";
    CLI::App app{"The hub of an Ayni programme", "ayni-hub"};
    app.require_subcommand(1);

    CLI::App* init = add(app, "init", "make a hub; prints the first invitation", options);
    init->add_option("--name", options.founding.name, "name of the hub")->required();
    init->add_option("--coordinator", options.founding.coordinator, "name of the coordinator")->required();
    init->add_option("--url", options.founding.url, "where devices reach it")->capture_default_str();

    CLI::App* serve = add(app, "serve", "listen, until SIGTERM", options);
    serve->add_option("--listen", options.listening.address, "address and port")->capture_default_str();
    serve->add_option("--tls-cert", options.listening.certificate, "certificate chain, PEM");
    serve->add_option("--tls-key", options.listening.key, "its key, PEM");

    add(app, "check", "replay the log and look at every signature", options);
    add(app, "devices", "the devices that have joined", options)->add_flag("--json", options.common.json);
    add(app, "quarantine", "what lies outside its scope", options)->add_flag("--json", options.common.json);
    add(app, "backup", "copy, while others go on", options)->add_option("file", options.file, "the copy")->required();
    add(app, "renew", "after a restore: devices offer again what is missing", options);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return run(app, options);
}
