// aynictl play: a season as it was lived, each woman with her own profile, offline most of the time.

#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <iostream>
#include <memory>
#include <system_error>

#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/import_telling.hpp"
#include "platforms/linux/aynictl/import_words.hpp"
#include "platforms/linux/aynictl/play_performance.hpp"

namespace ayni::shell {
namespace {

constexpr Phrase no_coordinator{"people.csv no nombra a ninguna coordinadora: agregue su fila (role: coordinator).",
                                "people.csv ne nomme aucune coordinatrice : ajoutez sa ligne (role : coordinator).",
                                "people.csv names no coordinator: add her row (role: coordinator)."};
constexpr Phrase somebody_else{
    "Esta invitación es de {0}, y la coordinadora de la carpeta es {1}: use la invitación de ella.",
    "Cette invitation est celle de {0}, et la coordinatrice du dossier est {1} : prenez son invitation à elle.",
    "This invitation is {0}'s, and the folder's coordinator is {1}: use her invitation."};
constexpr Phrase played_already{"Esta temporada ya se jugó entera en esta carpeta; no se cambió nada.",
                                "Cette saison a déjà été jouée en entier dans ce dossier ; rien n'a été modifié.",
                                "This season was played to its end in this folder already; nothing was changed."};
constexpr Phrase stopped{"Interrumpido: todos los perfiles están enteros; repita la misma orden para seguir.",
                         "Interrompu : tous les profils sont entiers ; répétez la même commande pour continuer.",
                         "Stopped: every profile is whole; give the same command again to go on."};
constexpr Phrase missing{
    "«{0}» no llegó al perfil de {1}: revise que season.jsonl nombre solo registros anteriores.",
    "« {0} » n'est pas arrivé au profil de {1} : vérifiez que season.jsonl ne nomme que des fiches antérieures.",
    "\"{0}\" didn't reach the profile of {1}: check that season.jsonl names earlier records only."};
constexpr Phrase in_tray{
    "El servidor no aceptó algo que escribió {0} ({1}): mírelo con «aynictl tray» en su perfil.",
    "Le serveur n'a pas accepté une chose écrite par {0} ({1}) : voyez « aynictl tray » dans son profil.",
    "The hub didn't take something that {0} wrote ({1}): look at \"aynictl tray\" in her profile."};
constexpr Phrase played{"{0} personas, {1} registros, {2} viajes al servidor: todas tienen lo mismo.",
                        "{0} personnes, {1} fiches, {2} allers au serveur : toutes ont la même chose.",
                        "{0} people, {1} records, {2} trips to the hub: everybody has the same."};

std::atomic<bool> stop_asked{false};

void ask_to_stop(int /*signal*/) {
    stop_asked = true;
}

struct Asked {
    std::string folder;
    std::string hub;
    std::string profiles;
};

int refuse_trouble(Context& context, const PlayTrouble& trouble) {
    if (stop_asked) {
        return context.refuse(stopped);
    }
    switch (trouble.what) {
        case PlayTrouble::What::no_coordinator: return context.refuse(no_coordinator);
        case PlayTrouble::What::somebody_else: return context.refuse(somebody_else, {trouble.found, trouble.who});
        case PlayTrouble::What::missing: return context.refuse(missing, {trouble.found, trouble.who});
        case PlayTrouble::What::in_tray: return context.refuse(in_tray, {trouble.who, trouble.found});
        case PlayTrouble::What::failed: return context.refuse(trouble.failure);
    }
    return refused;
}

int play(Context& context, const Asked& asked) {
    programme::Findings findings;
    const std::filesystem::path folder(asked.folder);
    const programme::Folder cohort = programme::read_folder(folder, {}, findings);
    const programme::Season season = programme::read_season(folder / "season.jsonl", findings);
    if (!findings.good()) {
        return refuse_import(context, findings);
    }
    if (season.cut) {
        return context.refuse(cut_sentence(*season.cut, season.lines.size(), context.lang()));
    }
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
    Performance performance(cohort, season, asked.profiles, stop_asked);
    if (const auto trouble = performance.run(asked.hub)) {
        return refuse_trouble(context, *trouble);
    }
    if (performance.had_been_played()) {
        context.notice(say(context.lang(), played_already));
        return good;
    }
    if (context.json) {
        context.print(
            {{"people", performance.people()}, {"records", season.lines.size()}, {"requests", performance.requests()}});
    } else {
        std::cout << say(context.lang(), played,
                         {std::to_string(performance.people()), std::to_string(season.lines.size()),
                          std::to_string(performance.requests())})
                  << '\n';
    }
    return good;
}

}  // namespace

void add_play(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("play", "play a season as its authors lived it, each with her own profile");
    const auto asked = std::make_shared<Asked>();
    command->add_option("folder", asked->folder, "cohort.json, people.csv, …, season.jsonl")
        ->required()
        ->type_name("FOLDER");
    command->add_option("--hub", asked->hub, "the coordinator's invitation")->required()->type_name("LINK");
    command->add_option("--profiles", asked->profiles, "where everybody's profile goes")->required()->type_name("DIR");
    command->callback([&context, asked] { context.command = [asked](Context& given) { return play(given, *asked); }; });
}

}  // namespace ayni::shell
