// conflicts, resolve, tray, check: what needs a person's eye.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "engine/model/time.hpp"
#include "platforms/linux/aynictl/arguments.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/aynictl/phrases.hpp"
#include "platforms/linux/aynictl/place.hpp"
#include "platforms/linux/labels.hpp"

namespace ayni::shell {
namespace {

Json contest_to_json(const Contest& contest, const KindDef& kind, const FieldDef& field) {
    Json versions = Json::array();
    for (std::size_t i = 0; i < contest.versions.size(); ++i) {
        const Version& version = contest.versions[i];
        versions.push_back({{"dot", to_text(version.dot)},
                            {"by", version.by ? Json(to_text(version.by)) : Json(nullptr)},
                            {"at", time_text(version.stamp.ms())},
                            {"value", to_json(field, version.value)},
                            {"shown", i == 0}});
    }
    Json json{{"id", to_text(contest.record)},
              {"kind", std::string(kind.name)},
              {"scope", to_text(contest.scope)},
              {"field", std::string(field.name)}};
    if (!contest.key.empty()) {
        json["key"] = contest.key;
    }
    json["versions"] = std::move(versions);
    return json;
}

void print_contest(Names& names, Lang lang, const Contest& contest, const FieldDef& field) {
    std::cout << to_text(contest.record) << "  " << names.of(contest.record) << ", " << label_of(field.name, lang)
              << (contest.key.empty() ? "" : " " + contest.key) << ":\n";
    for (std::size_t i = 0; i < contest.versions.size(); ++i) {
        const Version& version = contest.versions[i];
        std::cout << (i == 0 ? "  * " : "    ") << to_text(version.dot) << "  " << names.of(field, version.value)
                  << "  (" << names.of(version.by) << ", " << time_text(version.stamp.ms()) << ")\n";
    }
}

int conflicts(Context& context) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto contests = store->contests();
    if (!contests) {
        return context.refuse(contests.error());
    }
    Names names(*store, context.lang());
    for (const Contest& contest : *contests) {
        const KindDef* kind = find_kind(contest.kind);
        const FieldDef* field = kind != nullptr ? kind->field(contest.field) : nullptr;
        if (field == nullptr) {
            continue;
        }
        if (context.json) {
            context.print(contest_to_json(contest, *kind, *field));
        } else {
            print_contest(names, context.lang(), contest, *field);
        }
    }
    return good;
}

struct Choice {
    std::string id;
    std::string field;   // or field.key, for an element of a set
    std::string wanted;  // keep:DOT, or a value
};

int refuse_settled(Context& context, std::string_view field) {
    return context.refuse({"En «{0}» no hay dos versiones: «aynictl conflicts» muestra dónde las hay.",
                           "Il n'y a pas deux versions de « {0} » : « aynictl conflicts » montre où il y en a.",
                           "There aren't two versions of \"{0}\": \"aynictl conflicts\" shows where there are."},
                          {field});
}

// The edit that settles it: one of the versions, or a new value.
Result<std::vector<Edit>> settling(Store& store, const Contest& contest, const Record& record, const KindDef& kind,
                                   const FieldDef& field, const std::string& wanted) {
    constexpr std::string_view keep = "keep:";
    if (wanted.starts_with(keep)) {
        const auto dot = parse_dot(std::string_view(wanted).substr(keep.size()));
        const auto kept =
            std::ranges::find_if(contest.versions, [&](const Version& v) { return dot && v.dot == *dot; });
        if (kept == contest.versions.end()) {
            return Failure{Fault::not_found, {}};
        }
        return std::vector{Edit{record.id, kind.number, field.number, contest.key, kept->value}};
    }
    Assignment assignment{std::string(field.name), Assignment::How::is, wanted};
    if (field.rule == Rule::set) {
        const bool out = wanted.empty() || wanted == "false";
        assignment.how = out ? Assignment::How::without : Assignment::How::with;
        assignment.text = out || wanted == "true" ? contest.key : contest.key + ":" + wanted;
    }
    AYNI_LET(asked,
             edits_from(kind, record.id, &record, std::span(&assignment, 1), surroundings_of(store, record.scope)));
    return std::move(asked.edits);
}

int resolve(Context& context, const Choice& choice) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto record = find_named(context, *store, choice.id);
    if (!record) {
        return refused;
    }
    const KindDef& kind = *find_kind(record->kind);
    const std::size_t point = std::min(choice.field.find('.'), choice.field.size());
    const FieldDef* field = kind.field(std::string_view(choice.field).substr(0, point));
    const std::string key = choice.field.substr(std::min(point + 1, choice.field.size()));
    if (field == nullptr) {
        return refuse_settled(context, choice.field);
    }
    const auto contest = store->contest(record->id, field->number, key);
    if (!contest) {
        return context.refuse(contest.error());
    }
    if (!*contest) {
        return refuse_settled(context, choice.field);
    }
    const auto edits = settling(*store, **contest, *record, kind, *field, choice.wanted);
    if (!edits) {
        return edits.fault() == Fault::not_found && choice.wanted.starts_with("keep:")
                   ? context.refuse({"Ninguna versión se llama así: copie una de «aynictl conflicts».",
                                     "Aucune version ne porte ce nom : copiez-en un de « aynictl conflicts ».",
                                     "No version has this name: copy one from \"aynictl conflicts\"."})
                   : refuse_value(context, kind, edits.error());
    }
    const auto refusal = refusal_of(*store, record->scope, *edits, &*record);
    if (!refusal) {
        return context.refuse(refusal.error());
    }
    if (*refusal) {
        return context.refuse(**refusal);
    }
    const auto written = store->write(record->scope, *edits);
    if (!written) {
        return context.refuse(written.error());
    }
    const auto settled = store->find(record->id);
    if (!settled || !*settled) {
        return context.refuse(settled ? Failure{Fault::not_found, {}} : settled.error());
    }
    if (context.json) {
        context.print(to_json(**settled));
    } else {
        std::cout << Names(*store, context.lang()).line(**settled) << '\n';
    }
    return good;
}

int tray(Context& context) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto items = store->tray();
    if (!items) {
        return context.refuse(items.error());
    }
    const Lang lang = context.lang();
    Names names(*store, lang);
    for (const Trayed& item : *items) {
        const auto record = item.record ? store->find(item.record) : Result(std::optional<Record>{});
        const KindDef* kind = record && *record ? find_kind((*record)->kind) : nullptr;
        const FieldDef* field = kind != nullptr ? kind->field(item.field) : nullptr;
        if (context.json) {
            context.print({{"id", item.id},
                           {"scope", to_text(item.scope)},
                           {"record", item.record ? Json(to_text(item.record)) : Json(nullptr)},
                           {"field", field != nullptr ? Json(std::string(field->name)) : Json(nullptr)},
                           {"value", field != nullptr ? to_json(*field, item.value) : Json(nullptr)},
                           {"reason", item.reason}});
            continue;
        }
        std::cout << item.id << "  " << (item.record ? names.of(item.record) : names.of(item.scope));
        if (field != nullptr) {
            std::cout << ", " << label_of(field->name, lang) << ": " << shortened(names.of(*field, item.value), 60);
        }
        std::cout << "\n  " << sentence_for_reason(item.reason, lang) << '\n';
    }
    return good;
}

int check(Context& context) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto differences = store->check();
    if (!differences) {
        return context.refuse(differences.error());
    }
    for (const std::string& difference : *differences) {
        if (context.json) {
            context.print({{"difference", difference}});
        } else {
            std::cout << difference << '\n';
        }
    }
    if (!differences->empty()) {
        return context.refuse(
            {"Lo guardado y su historia difieren: hágalo de nuevo desde su historia con «aynictl recover», y avise.",
             "Les données et leur histoire diffèrent : refaites-les depuis l'histoire avec « aynictl recover », et "
             "prévenez-nous.",
             "The data and its history differ: make it anew from its history with \"aynictl recover\", and tell us."});
    }
    if (!context.json) {
        std::cout << say(context.lang(), {"Todo concuerda.", "Tout concorde.", "Everything agrees."}) << '\n';
    }
    return good;
}

}  // namespace

void add_conflicts(CLI::App& app, Context& context) {
    add_bare(app, context, "conflicts", "fields with two versions, who wrote them and when", &conflicts);
}

void add_resolve(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("resolve", "settle a field with two versions");
    auto choice = std::make_shared<Choice>();
    command->add_option("ID", choice->id, "id or ref")->required()->type_name("");
    command->add_option("FIELD", choice->field, "the field; field.key for an element of a set")
        ->required()
        ->type_name("");
    command->add_option("CHOICE", choice->wanted, "keep:DOT, or a new value")->required()->type_name("");
    command->callback([&context, choice] { context.command = [choice](Context& c) { return resolve(c, *choice); }; });
}

void add_tray(CLI::App& app, Context& context) {
    add_bare(app, context, "tray", "what could not be sent, and why", &tray);
}

void add_check(CLI::App& app, Context& context) {
    add_bare(app, context, "check", "replay the log and compare: says what differs", &check);
}

}  // namespace ayni::shell
