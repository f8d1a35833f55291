// recover: a damaged profile is made anew from what can be read of it, and it is said what is missing.

#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/model/time.hpp"
#include "platforms/linux/aynictl/arguments.hpp"
#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {
namespace {

struct Sums {
    std::uint64_t changes = 0;
    std::uint64_t waiting = 0;
    std::uint64_t missing_own = 0;
    std::uint64_t missing_of_others = 0;
};

Sums sums_of(const Recovery& report) {
    Sums sums;
    for (const Recovery::Part& part : report.parts) {
        sums.changes += part.changes;
        sums.waiting += part.waiting;
    }
    for (const Recovery::Gap& gap : report.gaps) {
        (gap.own ? sums.missing_own : sums.missing_of_others) += gap.last_seq - gap.first_seq + 1;
    }
    return sums;
}

Json to_json(const Recovery& report, bool mended_now) {
    Json scopes = Json::array();
    for (const Recovery::Part& part : report.parts) {
        scopes.push_back({{"scope", to_text(part.scope)},
                          {"envelopes", part.envelopes},
                          {"changes", part.changes},
                          {"waiting", part.waiting}});
    }
    Json missing = Json::array();
    for (const Recovery::Gap& gap : report.gaps) {
        missing.push_back({{"scope", to_text(gap.scope)},
                           {"device", to_text(gap.device)},
                           {"own", gap.own},
                           {"first", gap.first_seq},
                           {"last", gap.last_seq}});
    }
    return {{"recovered", mended_now},
            {"set_aside", report.set_aside.empty() ? Json(nullptr) : Json(report.set_aside)},
            {"scopes", std::move(scopes)},
            {"missing", std::move(missing)},
            {"out_of_place", report.out_of_place},
            {"end_unknown", report.end_unknown},
            {"known_until", report.known_until > 0 ? Json(time_text(report.known_until)) : Json(nullptr)},
            {"awaits_own_log", report.awaits_own_log},
            {"keys_lost", report.keys_lost}};
}

// What is missing, and what to do about it.
void tell_what_is_missing(const Recovery& report, const Sums& sums, Lang lang) {
    const auto tell = [&](const Phrase& phrase, const std::string& word = {}) {
        std::cout << say(lang, phrase, {word}) << '\n';
    };
    if (sums.missing_own + report.out_of_place > 0) {
        tell({"No se pudieron leer {0} cambios suyos.", "{0} de vos modifications n'ont pas pu être lues.",
              "{0} changes of yours could not be read."},
             std::to_string(sums.missing_own + report.out_of_place));
    }
    if (sums.missing_of_others > 0) {
        tell({"No se pudieron leer {0} cambios de otras personas; el servidor los tiene.",
              "{0} modifications d'autres personnes n'ont pas pu être lues ; le serveur les a.",
              "{0} changes of other people could not be read; the hub has them."},
             std::to_string(sums.missing_of_others));
    }
    if (report.end_unknown && report.known_until > 0) {
        tell({"Lo último suyo que se leyó es del {0}: lo que escribió después puede faltar, si el servidor no lo había "
              "recibido.",
              "La dernière modification de vous qui a été lue date du {0} : ce que vous avez écrit ensuite peut "
              "manquer, "
              "si le serveur ne l'avait pas reçu.",
              "The last of yours that was read is of {0}: what you wrote after that may be missing, if the hub had not "
              "received it."},
             time_text(report.known_until));
    }
    if (report.keys_lost) {
        tell(
            {"La clave de este perfil se perdió: pida una invitación nueva y únase con ella en esta misma carpeta; lo "
             "que no se había enviado saldrá entonces.",
             "La clé de ce profil est perdue : demandez une nouvelle invitation et rejoignez le programme avec elle "
             "dans "
             "ce même dossier ; ce qui n'était pas envoyé partira alors.",
             "This profile's key is lost: ask for a new invitation, and join with it in this same folder; what had not "
             "been sent goes out then."});
    } else if (report.awaits_own_log) {
        tell(
            {"Sincronice cuando pueda: el servidor devuelve lo que tiene. Puede escribir ya; lo nuevo se guarda aquí y "
             "sale después.",
             "Synchronisez dès que possible : le serveur rend ce qu'il a. Vous pouvez déjà écrire ; le nouveau reste "
             "enregistré ici et part ensuite.",
             "Sync when you can: the hub gives back what it has. You can write already; what is new is kept here and "
             "goes out after that."});
    }
}

void tell(const Recovery& report, bool mended_now, Lang lang) {
    const Sums sums = sums_of(report);
    if (!mended_now) {
        std::cout << say(lang, {"Nada está dañado: no se cambió nada.", "Rien n'est endommagé : rien n'a été modifié.",
                                "Nothing is damaged: nothing was changed."})
                  << '\n';
    }
    if (!report.was_needed) {
        return;
    }
    const Phrase now{"Se recuperaron {0} cambios. El archivo dañado queda entero al lado, como {1}.",
                     "{0} modifications ont été récupérées. Le fichier endommagé reste entier à côté : {1}.",
                     "{0} changes were recovered. The damaged file stays beside it, whole, as {1}."};
    const Phrase then{"La última vez se recuperaron {0} cambios; el archivo dañado quedó al lado, como {1}.",
                      "La dernière fois, {0} modifications ont été récupérées ; le fichier endommagé est à côté : {1}.",
                      "The last time {0} changes were recovered; the damaged file lies beside it, as {1}."};
    std::cout << say(lang, mended_now ? now : then, {std::to_string(sums.changes), report.set_aside}) << '\n';
    if (mended_now && sums.waiting > 0) {
        std::cout << say(lang,
                         {"{0} cambios suyos que el servidor aún no había confirmado siguen aquí.",
                          "{0} de vos modifications que le serveur n'avait pas encore confirmées sont toujours ici.",
                          "{0} changes of yours that the hub had not acknowledged yet are still here."},
                         {std::to_string(sums.waiting)})
                  << '\n';
    }
    tell_what_is_missing(report, sums, lang);
}

int recover(Context& context) {
    auto mended = context.recover();
    Store* store = mended ? context.open() : nullptr;
    if (store == nullptr) {
        return refused;
    }
    Recovery report = std::move(*mended);
    const bool mended_now = report.was_needed;
    if (!mended_now) {
        const auto last = last_recovery(*store);
        report = last && *last ? **last : Recovery{};
    }
    if (context.json) {
        context.print(to_json(report, mended_now));
    } else {
        tell(report, mended_now, context.lang());
    }
    return good;
}

}  // namespace

void add_recover(CLI::App& app, Context& context) {
    add_bare(app, context, "recover", "make a damaged profile anew from what can be read; say what is missing",
             &recover);
}

}  // namespace ayni::shell
