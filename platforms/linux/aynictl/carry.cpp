// aynictl carry: meeting without a network, by a file.

#include "sync/carry/carry.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <system_error>

#include "engine/store/files.hpp"
#include "platforms/linux/aynictl/arguments.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "sync/carry/file.hpp"

namespace ayni::shell {
namespace {

namespace fs = std::filesystem;

constexpr Phrase not_our_file{
    "Allí hay ya un archivo que no es de Ayni: elija otro nombre; no se tocó.",
    "Il y a déjà là un fichier qui n'est pas d'Ayni : choisissez un autre nom ; il n'a pas été touché.",
    "There is a file already that isn't Ayni's: choose another name; it was left as it is."};
constexpr Phrase no_such_file{"Ese archivo no está ahí: revise su nombre y la carpeta.",
                              "Ce fichier n'est pas là : vérifiez son nom et le dossier.",
                              "That file isn't there: check its name and folder."};
constexpr Phrase cut_or_changed{
    "Ese archivo está cortado, cambiado o no es de Ayni: no se tomó nada; cópielo otra vez desde donde se hizo.",
    "Ce fichier est coupé, modifié ou n'est pas d'Ayni : rien n'a été pris ; recopiez-le depuis l'appareil d'origine.",
    "That file is cut, changed or not Ayni's: nothing was taken; copy it once more from where it was made."};
constexpr Phrase file_too_large{
    "Ese archivo pasa de lo que Ayni hace: no se tomó nada; use la red, o avise a la coordinación.",
    "Ce fichier dépasse ce que fait Ayni : rien n'a été pris ; passez par le réseau, ou prévenez la coordination.",
    "That file is larger than any that Ayni makes: nothing was taken; use the network, or tell the coordination."};
constexpr Phrase written{"{0}: {1} cambios de {2} espacios, {3} partes ajenas; {4}",
                         "{0} : {1} changements de {2} espaces, {3} parties d'autres ; {4}",
                         "{0}: {1} changes of {2} spaces, {3} parts of others; {4}"};
constexpr Phrase taken_in{
    "{0} cambios tomados; {1} partes que no son para este dispositivo van guardadas para pasarlas.",
    "{0} changements pris ; {1} parties qui ne sont pas pour cet appareil sont gardées pour être transmises.",
    "{0} changes taken in; {1} parts that aren't for this device are kept to be passed on."};
constexpr Phrase left_for_later{"  {0}: todavía no ({1}); llegará con la red.",
                                "  {0} : pas encore ({1}) ; cela viendra par le réseau.",
                                "  {0}: not yet ({1}); it will come by the network."};

int carry_out(Context& context, const std::string& name) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    std::error_code error;
    fs::path file(name);
    if (fs::is_directory(file, error)) {
        file /= carry::file_name();
    }
    const auto there = read_file(file, carry::file_most);
    const bool is_free = !there && there.fault() == Fault::not_found;
    if (!is_free && (!there || !carry::begins_as_ours(*there))) {
        return context.refuse(not_our_file);
    }
    const auto packed = carry::pack(*store);
    if (!packed) {
        return packed.fault() == Fault::too_large ? context.refuse(file_too_large) : context.refuse(packed.error());
    }
    const Outcome kept = write_file(file, packed->bytes);
    if (!kept) {
        return context.refuse(kept.error());
    }
    if (context.json) {
        context.print({{"file", file.string()},
                       {"bytes", packed->bytes.size()},
                       {"scopes", packed->scopes},
                       {"changes", packed->changes},
                       {"carried", packed->carried}});
    } else {
        const Lang lang = context.lang();
        std::cout << say(lang, written,
                         {file.string(), std::to_string(packed->changes), std::to_string(packed->scopes),
                          std::to_string(packed->carried), bytes_text(packed->bytes.size(), lang)})
                  << '\n';
    }
    return good;
}

int refuse_file(Context& context, const Failure& failure) {
    switch (failure.fault) {
        case Fault::not_found: return context.refuse(no_such_file);
        case Fault::malformed: return context.refuse(cut_or_changed);
        case Fault::too_large: return context.refuse(file_too_large);
        default: return context.refuse(failure);
    }
}

int carry_in(Context& context, const std::string& name) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto file = read_file(name, carry::file_most);
    if (!file) {
        return refuse_file(context, file.error());
    }
    const auto taken = carry::take_in(*store, *file);
    if (!taken) {
        return refuse_file(context, taken.error());
    }
    Json items = Json::array();
    for (const carry::PassedOver& one : taken->passed_over) {
        items.push_back({{"id", one.id}, {"reason", one.reason}});
    }
    if (context.json) {
        context.print({{"changes", taken->changes},
                       {"repeated", taken->repeated},
                       {"kept", taken->kept},
                       {"passed_over", items}});
        return good;
    }
    const Lang lang = context.lang();
    std::cout << say(lang, taken_in, {std::to_string(taken->changes), std::to_string(taken->kept)}) << '\n';
    for (const carry::PassedOver& one : taken->passed_over) {
        std::cout << say(lang, left_for_later, {one.id, one.reason}) << '\n';
    }
    return good;
}

}  // namespace

void add_carry(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("carry", "meet without a network, by an .ayni file");
    command->require_subcommand(1);
    add_with_word(*command, context, "out", "write what this profile has, sealed, for others and the hub", "FILE",
                  &carry_out);
    add_with_word(*command, context, "in", "take in what is for this profile, and keep the rest to pass it on", "FILE",
                  &carry_in);
    for (CLI::App* way : command->get_subcommands({})) {
        way->fallthrough();
    }
}

}  // namespace ayni::shell
