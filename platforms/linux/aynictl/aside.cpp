// aside: what a recovery set aside locked, written as it was, for who wants to look into it.

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>

#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {
namespace {

constexpr Phrase is_there_already{"Allí hay ya un archivo: elija otro nombre; no se tocó.",
                                  "Il y a déjà un fichier là : choisissez un autre nom ; il n'a pas été touché.",
                                  "There is a file already: choose another name; it was left as it is."};
constexpr Phrase not_set_aside{
    "Ese no es un archivo que este perfil apartó con su llave: no se escribió nada; los demás se leen tal como están.",
    "Ce n'est pas un fichier que ce profil a mis de côté avec sa clé : rien n'a été écrit ; les autres se lisent tels "
    "quels.",
    "That isn't a file that this profile set aside under its key: nothing was written; others can be read as they "
    "are."};
constexpr Phrase written{"{0} está escrito, sin llave: quien lo tenga puede leerlo. Bórrelo cuando ya no haga falta.",
                         "{0} est écrit, sans clé : qui l'a peut le lire. Effacez-le dès qu'il ne sert plus.",
                         "{0} is written, without a key: who has it can read it. Delete it when it is needed no more."};

int open_aside(Context& context, const std::string& set_aside, const std::string& to) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, error))) {
        return context.refuse(is_there_already);
    }
    const auto opened = context.open_aside(set_aside, to);
    if (!opened) {
        return refused;
    }
    if (!*opened) {
        return context.refuse(not_set_aside);
    }
    if (context.json) {
        context.print({{"file", to}, {"bytes", std::filesystem::file_size(to, error)}});
    } else {
        std::cout << say(context.lang(), written, {to}) << '\n';
    }
    return good;
}

}  // namespace

void add_aside(CLI::App& app, Context& context) {
    CLI::App* command = app.add_subcommand("aside", "write a damaged file that recover set aside locked as it was");
    const auto set_aside = std::make_shared<std::string>();
    const auto to = std::make_shared<std::string>();
    command->add_option("file", *set_aside, "profile.db.damaged-1, or its -wal")->required()->type_name("FILE");
    command->add_option("to", *to, "a new file, which isn't locked")->required()->type_name("FILE");
    command->callback([&context, set_aside, to] {
        context.command = [set_aside, to](Context& c) { return open_aside(c, *set_aside, *to); };
    });
}

}  // namespace ayni::shell
