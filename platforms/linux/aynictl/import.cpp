// aynictl import: the coordinator's half of a season, or a woman's own lines.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <system_error>
#include <utility>

#include "engine/programme/import/bring_in.hpp"
#include "engine/programme/import/season.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/import_words.hpp"

namespace ayni::shell {
namespace {

namespace fs = std::filesystem;
using programme::Findings;

constexpr std::size_t said_most = 20;

constexpr Phrase nothing_imported{"No se importó nada.", "Rien n'a été importé.", "Nothing was imported."};
constexpr Phrase and_more{"… y {0} más.", "… et {0} de plus.", "… and {0} more."};
constexpr Phrase counted{"{0}: {1} nuevos, {2} cambiados, {3} iguales",
                         "{0} : {1} nouveaux, {2} modifiés, {3} inchangés", "{0}: {1} new, {2} changed, {3} the same"};
constexpr Phrase lines_counted{"{0} líneas importadas, {1} ya estaban, {2} son de otras.",
                               "{0} lignes importées, {1} y étaient déjà, {2} sont d'autres auteures.",
                               "{0} lines imported, {1} were here already, {2} are other women's."};

struct Asked {
    std::string path;
    std::string cohort;
};

// Stands still until it is told another time, so that a record is as old as its author said.
class StandingClock : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return now_; }
    void move_to(std::int64_t now) { now_ = now; }

private:
    std::int64_t now_ = system_clock().now_ms();
};

// All that was found, a line each: first what stands in the way, then what is only worth knowing.
void tell(Context& context, const Findings& findings) {
    const Lang lang = context.lang();
    const auto tell_some = [&](const auto& found, std::size_t all) {
        const std::size_t shown = std::min(found.size(), said_most);
        for (std::size_t i = 0; i < shown; ++i) {
            context.notice(sentence_for(found[i], lang));
        }
        if (all > shown) {
            context.notice(say(lang, and_more, {std::to_string(all - shown)}));
        }
    };
    tell_some(findings.problems(), findings.problem_count());
    tell_some(findings.remarks(), findings.remark_count());
}

void print_findings(Context& context, const Findings& findings) {
    if (!context.json) {
        return;
    }
    const auto print = [&](const char* sort, const auto& found) {
        for (const auto& one : found) {
            Json line{{sort, programme::name_of(one.what)}, {"file", one.file}};
            if (one.line != 0) {
                line["line"] = one.line;
            }
            if (!one.column.empty()) {
                line["column"] = one.column;
            }
            if (!one.row.empty()) {
                line["ref"] = one.row;
            }
            context.print(line);
        }
    };
    print("problem", findings.problems());
    print("remark", findings.remarks());
}

int nothing(Context& context, const Findings& findings) {
    tell(context, findings);
    print_findings(context, findings);
    return context.refuse(nothing_imported);
}

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
        return nothing(context, findings);
    }
    const auto brought =
        programme::bring_in(*store, folder, {.herself = {}, .cohort = asked.cohort, .statuses = {}}, findings);
    if (!brought) {
        return context.refuse(brought.error());
    }
    if (!*brought) {
        return nothing(context, findings);
    }
    tell(context, findings);
    print_findings(context, findings);
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
        return nothing(context, findings);
    }
    const auto brought = programme::bring_in_season(
        *store, season, [&](std::int64_t at) { clock.move_to(at); }, findings);
    if (!brought) {
        return context.refuse(brought.error());
    }
    if (!findings.good()) {
        return nothing(context, findings);
    }
    tell(context, findings);
    print_findings(context, findings);
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
