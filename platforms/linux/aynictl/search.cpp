// search: what people wrote, by words and their beginnings.

#include "engine/programme/search.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "engine/model/time.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/aynictl/phrases.hpp"
#include "platforms/linux/labels.hpp"

namespace ayni::shell {
namespace {

constexpr Phrase nothing_found{"No se encontró nada con esas palabras.", "Rien n'a été trouvé avec ces mots.",
                               "Nothing was found with these words."};
constexpr Phrase more_there{"Hay más: escriba otra palabra, o suba --limit.",
                            "Il y en a d'autres : ajoutez un mot, ou augmentez --limit.",
                            "There is more: add a word, or raise --limit."};

struct Wanted {
    std::vector<std::string> words;
    std::string kind;
    std::string scope;
    bool removed = false;
    std::size_t limit = 20;
};

// From byte to byte of the snippet, as everywhere in the engine.
Json to_json(const SearchResult& found) {
    const KindDef& kind = *find_kind(found.kind);
    Json hits = Json::array();
    for (const Range& hit : found.hits) {
        hits.push_back({hit.from, hit.to});
    }
    Json json{{"id", to_text(found.record)},   {"kind", std::string(kind.name)},
              {"scope", to_text(found.scope)}, {"field", std::string(kind.field(found.field)->name)},
              {"snippet", found.snippet},      {"hits", std::move(hits)}};
    if (!found.key.empty()) {
        json["key"] = found.key;
    }
    if (found.removed) {
        json["removed"] = true;
    }
    return json;
}

// On one line, with *stars* around what was found.
std::string marked(const SearchResult& found) {
    std::string text = found.cut_before ? "… " : "";
    std::size_t at = 0;
    for (const Range& hit : found.hits) {
        text += found.snippet.substr(at, hit.from - at) + '*' + found.snippet.substr(hit.from, hit.to - hit.from) + '*';
        at = hit.to;
    }
    text += found.snippet.substr(at) + (found.cut_after ? " …" : "");
    std::ranges::replace_if(
        text, [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
    return text;
}

void print(Names& names, Lang lang, const SearchResult& found) {
    const KindDef& kind = *find_kind(found.kind);
    std::cout << to_text(found.record) << "  " << kind.name << ", " << names.of(found.scope) << ", "
              << time_text(found.made.at)
              << (found.removed ? say(lang, {"  [quitado]", "  [retiré]", "  [removed]"}) : "") << "\n    ";
    const bool is_name = kind.field(found.field)->searched == Searched::called;
    if (!found.called.empty() && !is_name) {
        std::cout << shortened(found.called, 60) << " · ";
    }
    std::cout << label_of(kind.field(found.field)->name, lang) << ": " << marked(found) << '\n';
}

int search(Context& context, const Wanted& wanted) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    programme::Search asked;
    for (const std::string& word : wanted.words) {
        asked.words += word + ' ';
    }
    asked.with_removed = wanted.removed;
    asked.limit = wanted.limit;
    if (!wanted.kind.empty()) {
        if (!is_known_kind(wanted.kind)) {
            return refuse_kind(context, wanted.kind);
        }
        asked.kind = kind_named(wanted.kind).number;
    }
    if (!wanted.scope.empty()) {
        const auto scope = scope_named(*store, wanted.scope);
        if (!scope) {
            return refuse_scope(context, wanted.scope, scope.error());
        }
        asked.scope = *scope;
    }
    const auto page = programme::search(*store, asked);
    if (!page) {
        return context.refuse(page.error());
    }
    Names names(*store, context.lang());
    for (const programme::SearchHit& hit : page->hits) {
        if (context.json) {
            context.print(to_json(hit.found));
        } else {
            print(names, context.lang(), hit.found);
        }
    }
    if (page->hits.empty() || page->more) {
        context.notice(say(context.lang(), page->more ? more_there : nothing_found));
    }
    return good;
}

}  // namespace

void add_search(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("search", "what people wrote, by words or their beginnings, accents or not");
    auto wanted = std::make_shared<Wanted>();
    command->add_option("WORDS", wanted->words, "all of them must be there")->required()->type_name("");
    command->add_option("--kind", wanted->kind, "only one kind: Goal, SessionNote, …")->type_name("KIND");
    command->add_option("--scope", wanted->scope, "only one space: plan:ID, cohort, …")->type_name("SCOPE");
    command->add_option("--limit", wanted->limit, "how many at most")
        ->type_name("N")
        ->check(CLI::Range(1, 10'000))
        ->capture_default_str();
    command->add_flag("--removed", wanted->removed, "removed ones too");
    command->callback([&context, wanted] { context.command = [wanted](Context& c) { return search(c, *wanted); }; });
}

}  // namespace ayni::shell
