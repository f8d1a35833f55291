// aynictl import: the coordinator's half of a season, or a woman's own lines.

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <system_error>
#include <utility>

#include "engine/programme/import/bring_in.hpp"
#include "engine/programme/import/season.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/import_telling.hpp"
#include "platforms/linux/aynictl/import_words.hpp"
#include "platforms/linux/aynictl/standing_clock.hpp"

namespace ayni::shell {
namespace {

namespace fs = std::filesystem;
using programme::Findings;

constexpr Phrase counted{"{0}: {1} nuevos, {2} cambiados, {3} iguales",
                         "{0} : {1} nouveaux, {2} modifiés, {3} inchangés", "{0}: {1} new, {2} changed, {3} the same"};
constexpr Phrase lines_counted{"{0} líneas importadas, {1} ya estaban, {2} son de otras.",
                               "{0} lignes importées, {1} y étaient déjà, {2} sont d'autres auteures.",
                               "{0} lines imported, {1} were here already, {2} are other women's."};

struct Asked {
    std::string path;
    std::string cohort;
};

int import_cohort(Context& context, const Asked& asked) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    if (!store->person()) {
        return context.refuse(Failure{Fault::not_joined, {}});
    }
    const auto known = programme::known_refs(*store, asked.cohort);
    if (!known) {
        return context.refuse(known.error());
    }
    Findings findings;
    const programme::Folder folder = programme::read_folder(asked.path, *known, findings);
    if (!findings.good()) {
        return refuse_import(context, findings);
    }
    const auto brought =
        programme::bring_in(*store, folder, {.herself = {}, .cohort = asked.cohort, .first_statuses = {}}, findings);
    if (!brought) {
        return context.refuse(brought.error());
    }
    if (!*brought) {
        return refuse_import(context, findings);
    }
    tell(context, findings);
    for (const auto& [kind, count] : (*brought)->kinds) {
        const std::string_view name = find_kind(kind)->name;
        if (context.json) {
            context.print({{"kind", name}, {"made", count.made}, {"changed", count.changed}, {"same", count.same}});
        } else {
            std::cout << say(context.lang(), counted,
                             {name, std::to_string(count.made), std::to_string(count.changed),
                              std::to_string(count.same)})
                      << '\n';
        }
    }
    return good;
}

int import_season(Context& context, const Asked& asked) {
    StandingClock clock;
    context.clock = &clock;
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    Findings findings;
    const programme::Season season = programme::read_season(asked.path, findings);
    if (!findings.good()) {
        return refuse_import(context, findings);
    }
    const auto brought = programme::bring_in_season(
        *store, season, [&](std::int64_t at) { clock.move_to(at); }, findings);
    if (!brought) {
        return context.refuse(brought.error());
    }
    if (!findings.good()) {
        return refuse_import(context, findings);
    }
    tell(context, findings);
    if (context.json) {
        context.print({{"written", brought->written}, {"same", brought->same}, {"of_others", brought->of_others}});
    } else {
        std::cout << say(context.lang(), lines_counted,
                         {std::to_string(brought->written), std::to_string(brought->same),
                          std::to_string(brought->of_others)})
                  << '\n';
    }
    if (season.cut) {
        return context.refuse(cut_sentence(*season.cut, season.lines.size(), context.lang()));
    }
    return good;
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("import", "bring in a cohort from a folder or a file, or your own season.jsonl");
    const auto asked = std::make_shared<Asked>();
    command->add_option("path", asked->path, "a folder, or people.csv, businesses.csv, pairings.csv, …")
        ->required()
        ->type_name("FOLDER|FILE");
    command->add_option("--cohort", asked->cohort, "which cohort a file goes to: its code or ref")->type_name("CODE");
    command->callback([&context, asked] {
        context.command = [asked](Context& given) {
            std::error_code error;
            const fs::path path(asked->path);
            const bool lines =
                !fs::is_directory(path, error) &&
                (path.extension() == ".jsonl" || programme::sort_of(path) == programme::FileSort::season);
            return lines ? import_season(given, *asked) : import_cohort(given, *asked);
        };
    });
}

}  // namespace ayni::shell
