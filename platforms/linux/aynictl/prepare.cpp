// prepare: everything about one business since the last session, before the next.

#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/model/time.hpp"
#include "engine/programme/preparation.hpp"
#include "platforms/linux/aynictl/arguments.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/local_time.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/aynictl/phrases.hpp"
#include "platforms/linux/labels.hpp"

namespace ayni::shell {
namespace {

using programme::Given;
using programme::Item;
using programme::News;
using programme::Note;
using programme::Preparation;

std::string_view name_of(News::What what) {
    switch (what) {
        case News::What::added: return "added";
        case News::What::changed: return "changed";
        case News::What::moved: return "moved";
        case News::What::done: return "done";
        case News::What::let_go: return "let_go";
        case News::What::removed: return "removed";
    }
    return {};
}

Phrase words_of(News::What what) {
    switch (what) {
        case News::What::added: return {"nuevo", "nouveau", "new"};
        case News::What::changed: return {"cambió", "a changé", "changed"};
        case News::What::moved: return {"se movió", "a été déplacé", "moved"};
        case News::What::done: return {"hecho", "fait", "done"};
        case News::What::let_go: return {"se dejó", "laissé de côté", "let go"};
        case News::What::removed: return {"se quitó", "retiré", "removed"};
    }
    return {"", "", ""};
}

Json to_json(const Item& item) {
    return {{"id", to_text(item.id)},
            {"title", item.title},
            {"status", item.status},
            {"horizon", item.place.lane},
            {"due", item.due ? Json(date_text(*item.due)) : Json()},
            {"owner", item.owner ? Json(to_text(item.owner)) : Json()},
            {"suggested_by", item.suggested_by}};
}

Json to_json(const std::vector<Item>& items) {
    Json all = Json::array();
    for (const Item& item : items) {
        all.push_back(to_json(item));
    }
    return all;
}

Json to_json(const std::optional<Note>& note) {
    return note ? Json{{"id", to_text(note->id)},
                       {"by", note->author},
                       {"at", time_text(note->at)},
                       {"mood", note->mood},
                       {"text", note->text}}
                : Json();
}

Json to_json(const std::vector<News>& news) {
    Json all = Json::array();
    for (const News& each : news) {
        all.push_back({{"what", name_of(each.what)},
                       {"kind", find_kind(each.kind)->name},
                       {"id", to_text(each.id)},
                       {"title", each.title},
                       {"by", each.by},
                       {"at", time_text(each.at)},
                       {"fields", each.fields}});
    }
    return all;
}

Json to_json(const Preparation& prepared) {
    Json given = Json::array();
    for (const Given& each : prepared.given) {
        given.push_back({{"kind", each.kind}, {"topic", each.topic}, {"text", each.text}});
    }
    const auto& last = prepared.last;
    const auto& next = prepared.next;
    const auto& due = prepared.readings;
    return {{"plan", to_text(prepared.plan)},
            {"name", prepared.name},
            {"people", prepared.people},
            {"last", last ? Json{{"id", to_text(last->id)}, {"starts", time_text(last->starts)}} : Json()},
            {"news", to_json(prepared.news)},
            {"my_note", to_json(prepared.my_note)},
            {"other_note", to_json(prepared.other_note)},
            {"open_actions", to_json(prepared.open_actions)},
            {"promises", to_json(prepared.promises)},
            {"proposals", to_json(prepared.proposals)},
            {"given", given},
            {"next", next ? Json{{"session", to_text(next->session)},
                                 {"at", time_text(next->at)},
                                 {"tz", next->tz},
                                 {"planned", next->planned}}
                          : Json()},
            {"readings",
             due ? Json{{"round", due->round}, {"indicators", due->indicators}, {"choose", due->choose}} : Json()}};
}

class Page {
public:
    explicit Page(Lang lang) : lang_(lang) {}

    void heading(const Phrase& phrase) { std::cout << '\n' << say(lang_, phrase) << '\n'; }
    void items(const Phrase& phrase, const std::vector<Item>& items) {
        if (!items.empty()) {
            heading(phrase);
        }
        for (const Item& item : items) {
            std::cout << "  " << titled(item.title) << (item.due ? "  " + date_text(*item.due) : std::string()) << '\n';
        }
    }
    void news(const std::vector<News>& news) {
        if (!news.empty()) {
            heading({"Desde la última vez", "Depuis la dernière fois", "Since last time"});
        }
        for (const News& each : news) {
            std::cout << "  " << time_text(each.at).substr(0, 10) << "  " << find_kind(each.kind)->name << ", "
                      << say(lang_, words_of(each.what)) << ": " << titled(each.title)
                      << (each.by.empty() ? std::string() : " (" + each.by + ')') << '\n';
        }
    }
    void note(const std::optional<Note>& note) {
        if (note) {
            heading({"Última nota", "Dernière note", "Last note"});
            std::cout << "  " << note->author << ", " << time_text(note->at).substr(0, 10) << ": " << titled(note->text)
                      << '\n';
        }
    }

private:
    [[nodiscard]] std::string titled(const std::string& title) const {
        constexpr std::size_t most = 100;
        return title.empty() ? say(lang_, {"(nota de voz)", "(note vocale)", "(voice note)"}) : shortened(title, most);
    }
    Lang lang_;
};

void show(const Preparation& prepared, Lang lang) {
    Page page(lang);
    std::cout << prepared.name;
    for (const std::string& person : prepared.people) {
        std::cout << " · " << person;
    }
    std::cout << '\n'
              << (prepared.last
                      ? say(lang, {"Última vez: {0}", "Dernière fois : {0}", "Last time: {0}"},
                            {time_text(prepared.last->starts)})
                      : say(lang, {"Todavía no se han reunido.", "Pas encore rencontrées.", "You haven't met yet."}))
              << '\n';
    if (prepared.next) {
        std::cout << say(lang, {"Próxima vez: {0}", "Prochaine fois : {0}", "Next time: {0}"},
                         {time_text(prepared.next->at)})
                  << '\n';
    }
    page.news(prepared.news);
    page.note(prepared.my_note);
    page.note(prepared.other_note);
    page.items({"Lo que está abierto", "Ce qui est ouvert", "What is open"}, prepared.open_actions);
    page.items({"Lo que usted prometió", "Ce que vous avez promis", "What you promised"}, prepared.promises);
    page.items({"Propuestas que esperan", "Propositions en attente", "Proposals waiting"}, prepared.proposals);
}

int prepare(Context& context, const std::string& name) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto subject = find_named(context, *store, name);
    if (!subject) {
        return refused;
    }
    const auto offset = local_time(*store, {});
    if (!offset) {
        return context.refuse(offset.error());
    }
    const auto prepared =
        programme::prepare(*store, {ScopeKind::plan, subject->id}, day_there(*offset, store->clock().now_ms()));
    if (!prepared) {
        return context.refuse(prepared.error());
    }
    if (context.json) {
        context.print(to_json(*prepared));
    } else {
        show(*prepared, context.lang());
    }
    return good;
}

}  // namespace

void add_prepare(CLI::App& app, Context& context) {
    add_with_word(app, context, "prepare", "before a session: what changed, notes, open actions, promises", "BUSINESS",
                  &prepare);
}

}  // namespace ayni::shell
