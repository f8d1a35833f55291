// aynictl export: what this profile may read, as the files that an import takes.

#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <system_error>

#include "engine/programme/import/take_out.hpp"
#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {
namespace {

namespace fs = std::filesystem;
using programme::TakeOut;

constexpr Phrase no_cohort{"Este perfil todavía no tiene ninguna cohorte{0}: sincronice primero.",
                           "Ce profil n'a encore aucune cohorte{0} : synchronisez d'abord.",
                           "This profile has no cohort{0} yet: sync first."};
constexpr Phrase not_written{"No se pudo escribir {0}: revise la carpeta, sus permisos y el espacio libre.",
                             "Impossible d'écrire {0} : vérifiez le dossier, ses permissions et la place libre.",
                             "{0} couldn't be written: check the folder, its permissions and the free space."};
constexpr Phrase written{"{0}: escrito.", "{0} : écrit.", "{0}: written."};

struct Asked {
    std::string folder;
    std::string cohort;
    bool csv = false;
    bool jsonl = false;
};

struct OneFile {
    const char* name;
    bool is_table;
    Outcome (TakeOut::*write)(std::ostream&);
};
constexpr OneFile files[] = {
    {"people.csv", true, &TakeOut::people},           {"businesses.csv", true, &TakeOut::businesses},
    {"pairings.csv", true, &TakeOut::pairings},       {"cohort.json", false, &TakeOut::cohort},
    {"indicators.json", false, &TakeOut::indicators}, {"season.jsonl", false, &TakeOut::season},
};

// Beside it first, then in its place: a file that is there stays whole until the new one is.
bool put_in_place(const fs::path& file, const std::function<Outcome(std::ostream&)>& write, Outcome& outcome) {
    std::error_code error;
    fs::path beside = file;
    beside += ".new";
    std::ofstream out(beside, std::ios::binary);
    outcome = write(out);
    out.close();
    if (!outcome || !out) {
        fs::remove(beside, error);
        return false;
    }
    fs::rename(beside, file, error);
    return !error;
}

int take_out(Context& context, Store& store, const Record& cohort, const fs::path& folder, const Asked& asked) {
    auto out = TakeOut::of(store, cohort);
    if (!out) {
        return context.refuse(out.error());
    }
    std::error_code error;
    fs::create_directories(folder, error);
    const bool all = asked.csv == asked.jsonl;
    for (const OneFile& file : files) {
        if (!all && file.is_table != asked.csv) {
            continue;
        }
        Outcome outcome = Done{};
        const fs::path path = folder / file.name;
        const auto write = [&](std::ostream& stream) { return ((*out).*(file.write))(stream); };
        if (!put_in_place(path, write, outcome)) {
            return outcome ? context.refuse(not_written, {path.string()}) : context.refuse(outcome.error());
        }
        if (context.json) {
            context.print({{"file", path.string()}});
        } else {
            std::cout << say(context.lang(), written, {path.string()}) << '\n';
        }
    }
    return good;
}

int take_out(Context& context, const Asked& asked) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    auto cohorts = store->list(kind::cohort);
    if (!cohorts) {
        return context.refuse(cohorts.error());
    }
    if (!asked.cohort.empty()) {
        std::erase_if(*cohorts, [&](const Record& cohort) { return cohort.text("code") != asked.cohort; });
    }
    if (cohorts->empty()) {
        return context.refuse(no_cohort, {asked.cohort.empty() ? std::string{} : " " + asked.cohort});
    }
    for (const Record& cohort : *cohorts) {
        // Several cohorts don't fit into one folder.
        const fs::path folder =
            cohorts->size() == 1 ? fs::path(asked.folder) : fs::path(asked.folder) / to_text(cohort.id);
        if (const int code = take_out(context, *store, cohort, folder, asked); code != good) {
            return code;
        }
    }
    return good;
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("export", "write what you may read into files, as import takes them");
    const auto asked = std::make_shared<Asked>();
    command->add_option("folder", asked->folder, "where to; files of these names there are replaced")
        ->required()
        ->type_name("FOLDER");
    command->add_option("--cohort", asked->cohort, "only this one: its code")->type_name("CODE");
    command->add_flag("--csv", asked->csv, "only people.csv, businesses.csv and pairings.csv");
    command->add_flag("--jsonl", asked->jsonl, "only cohort.json, indicators.json and season.jsonl");
    command->callback(
        [&context, asked] { context.command = [asked](Context& given) { return take_out(given, *asked); }; });
}

}  // namespace ayni::shell
