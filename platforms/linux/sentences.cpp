#include "platforms/linux/sentences.hpp"

#include <cstdlib>

namespace ayni::shell {
namespace {

constexpr Phrase not_found{"No está en este dispositivo: revise el nombre, o sincronice y pruebe otra vez.",
                           "Introuvable sur cet appareil : vérifiez le nom, ou synchronisez puis réessayez.",
                           "It is not on this device: check the name, or sync and try again."};
constexpr Phrase invalid{"El valor no sirve para este campo: corríjalo y pruebe otra vez.",
                         "La valeur ne convient pas à ce champ : corrigez-la puis réessayez.",
                         "The value doesn't fit this field: correct it and try again."};
constexpr Phrase not_allowed{"Esto le toca a otra persona: pídaselo a ella o a la coordinación.",
                             "Cela revient à une autre personne : demandez-le-lui, ou à la coordination.",
                             "This is for somebody else to do: ask her, or the coordination."};
constexpr Phrase not_joined{
    "Este perfil todavía no está en ningún programa: únase con el enlace de su invitación.",
    "Ce profil n'est encore dans aucun programme : rejoignez-le avec le lien de votre invitation.",
    "This profile is in no programme yet: join with the link of your invitation."};
constexpr Phrase already_joined{"Este perfil ya está en un programa: use otra carpeta para otro perfil.",
                                "Ce profil est déjà dans un programme : prenez un autre dossier pour un autre profil.",
                                "This profile is in a programme already: use another folder for another profile."};
constexpr Phrase wrong_code{
    "Ninguna invitación tiene este código: revise cada letra, o pida uno nuevo a la coordinación.",
    "Aucune invitation n'a ce code : vérifiez chaque lettre, ou demandez-en un nouveau à la coordination.",
    "No invitation has this code: check each letter, or ask the coordination for a new one."};
constexpr Phrase expired_code{"Este código ya se usó o venció: pida uno nuevo a la coordinación.",
                              "Ce code a déjà servi ou a expiré : demandez-en un nouveau à la coordination.",
                              "This code was used already or has expired: ask the coordination for a new one."};
constexpr Phrase too_many_tries{"Hubo demasiados códigos equivocados: espere unos minutos y pruebe otra vez.",
                                "Trop de codes erronés : attendez quelques minutes puis réessayez.",
                                "Too many wrong codes: wait a few minutes and try again."};
constexpr Phrase unreachable{"No hay conexión con el servidor: lo escrito queda guardado aquí; pruebe más tarde.",
                             "Le serveur est injoignable : tout reste enregistré ici ; réessayez plus tard.",
                             "The hub can't be reached: everything stays saved here; try again later."};
constexpr Phrase not_a_hub{
    "Lo que responde no es un servidor de Ayni (quizá la página de una red wifi): entre a esa red con el "
    "navegador, o revise el enlace.",
    "Ce qui répond n'est pas un serveur Ayni (peut-être la page d'un réseau wifi) : ouvrez cette page "
    "dans le navigateur, ou vérifiez le lien.",
    "What answers is no Ayni hub (perhaps a Wi-Fi's own page): sign in to that network with the browser, "
    "or check the link."};
constexpr Phrase hub_failed{"El servidor tuvo un problema: lo escrito queda guardado aquí; pruebe más tarde.",
                            "Le serveur a eu un problème : tout reste enregistré ici ; réessayez plus tard.",
                            "The hub had a problem: everything stays saved here; try again later."};
constexpr Phrase token_refused{
    "El servidor ya no reconoce este dispositivo: lo escrito queda guardado aquí; pida una invitación "
    "nueva a la coordinación.",
    "Le serveur ne reconnaît plus cet appareil : tout reste enregistré ici ; demandez une nouvelle "
    "invitation à la coordination.",
    "The hub doesn't know this device any more: everything stays saved here; ask the coordination for a "
    "new invitation."};
constexpr Phrase malformed{
    "No se puede leer: está cortado o no es de Ayni; pídalo o cópielo otra vez, entero.",
    "Illisible : c'est coupé, ou cela ne vient pas d'Ayni ; demandez-le ou copiez-le de nouveau, en "
    "entier.",
    "It can't be read: it is cut, or not Ayni's; ask for it or copy it again, whole."};
constexpr Phrase bad_signature{
    "La firma no corresponde a quien dice haberlo escrito: no se tomó nada; avise a la coordinación.",
    "La signature n'est pas celle de l'auteure indiquée : rien n'a été pris ; prévenez la coordination.",
    "It wasn't signed by whom it names: nothing was taken; tell the coordination."};
constexpr Phrase too_large{"Es demasiado grande: divídalo en partes más pequeñas.",
                           "C'est trop gros : divisez-le en parties plus petites.",
                           "It is too large: split it into smaller parts."};
constexpr Phrase made_by_newer_app{
    "Esto lo guardó una versión más nueva de Ayni: actualice el programa; no se cambió nada.",
    "Ceci a été enregistré par une version plus récente d'Ayni : mettez le programme à jour ; rien n'a été "
    "modifié.",
    "A newer version of Ayni saved this: update the program; nothing was changed."};
constexpr Phrase storage_full{
    "No queda espacio en el disco: libere un poco y pruebe otra vez; lo guardado antes está intacto.",
    "Il n'y a plus de place sur le disque : libérez-en puis réessayez ; ce qui était enregistré est "
    "intact.",
    "The disk is full: free some space and try again; what was saved before is intact."};
constexpr Phrase storage_corrupt{
    "El archivo de datos está dañado y no se tocó: recupere lo que se puede leer con «aynictl recover» (en un "
    "servidor, ponga su última copia de seguridad).",
    "Le fichier de données est endommagé et n'a pas été touché : récupérez ce qui est lisible avec « aynictl recover » "
    "(sur un serveur, remettez la dernière sauvegarde).",
    "The data file is damaged and was left untouched: get back what can be read with \"aynictl recover\" (on a hub, "
    "put its last backup in place)."};
constexpr Phrase storage_busy{
    "Otro programa está usando este perfil: espere a que termine, o ciérrelo, y pruebe otra vez.",
    "Un autre programme utilise ce profil : attendez qu'il finisse, ou fermez-le, puis réessayez.",
    "Another program is using this profile: wait for it to finish, or close it, and try again."};
constexpr Phrase storage_failed{
    "No se puede leer o escribir en la carpeta del perfil: revise que exista y que tenga permiso.",
    "Impossible de lire ou d'écrire dans le dossier du profil : vérifiez qu'il existe et ses permissions.",
    "The profile's folder can't be read or written: check that it exists and may be written."};
constexpr Phrase unsettled{"No se sabe si lo último se guardó: abra otra vez y mire antes de repetirlo.",
                           "On ne sait pas si la dernière écriture a abouti : rouvrez et regardez avant de la refaire.",
                           "It isn't known whether the last thing was saved: open again and look before repeating it."};
constexpr Phrase wrong_key{
    "La llave de este perfil no es la de su archivo de datos (¿se cambió o copió alguno de los dos?): no se tocó "
    "nada; vuelva a poner juntos profile.key y profile.db del mismo perfil, o, si siempre lo estuvieron, el archivo "
    "está dañado: pruebe «aynictl recover».",
    "La clé de ce profil n'est pas celle de son fichier de données (l'un des deux a-t-il été remplacé ou copié ?) : "
    "rien n'a été touché ; remettez ensemble profile.key et profile.db du même profil, ou, s'ils l'ont toujours été, "
    "essayez « aynictl recover » : le fichier est endommagé.",
    "This profile's key isn't that of its data file (was one of the two replaced or copied?): nothing was touched; "
    "put profile.key and profile.db of the same profile together again, or, if they always were, the file is damaged: "
    "try \"aynictl recover\"."};
constexpr Phrase key_lost{
    "Falta la llave de este perfil en este equipo: no se borró nada, y todo se abre cuando la llave vuelva; mientras "
    "tanto, pida una invitación nueva para otra carpeta.",
    "La clé de ce profil manque sur cet appareil : rien n'a été effacé, et tout s'ouvrira quand la clé reviendra ; "
    "d'ici là, demandez une nouvelle invitation pour un autre dossier.",
    "This profile's key is missing on this machine: nothing was deleted, and all of it opens when the key is back; "
    "until then, ask for a new invitation for another folder."};
constexpr Phrase key_unavailable{
    "El llavero de este equipo no responde o está cerrado: inicie sesión o ábralo, y pruebe otra vez.",
    "Le trousseau de cet appareil ne répond pas ou est verrouillé : ouvrez votre session ou déverrouillez-le, puis "
    "réessayez.",
    "This machine's keyring doesn't answer or is locked: log in or unlock it, and try again."};
constexpr Phrase pin_needed{
    "Este perfil se abre con un PIN: escríbalo cuando se le pida, o délo con --pin-from ARCHIVO (o - para stdin).",
    "Ce profil s'ouvre avec un code PIN : tapez-le quand on vous le demande, ou donnez-le avec --pin-from FICHIER "
    "(ou - pour stdin).",
    "This profile opens with a PIN: type it when you are asked, or give it with --pin-from FILE (or - for stdin)."};
constexpr Phrase wrong_pin{"Ese no es el PIN de este perfil: pruebe otra vez; no se borra nada.",
                           "Ce n'est pas le code PIN de ce profil : réessayez ; rien n'est effacé.",
                           "That isn't this profile's PIN: try again; nothing is deleted."};
constexpr Phrase pin_too_soon{"Hubo varios PIN equivocados: espere un poco antes del siguiente; no se borra nada.",
                              "Plusieurs codes PIN erronés : attendez un peu avant le suivant ; rien n'est effacé.",
                              "There were several wrong PINs: wait a little before the next; nothing is deleted."};

// No `default` below: a new fault or refusal is a compiler error until it has words.
Phrase phrase_for(Fault fault) {
    switch (fault) {
        case Fault::not_found: return not_found;
        case Fault::invalid: return invalid;
        case Fault::not_allowed: return not_allowed;
        case Fault::not_joined: return not_joined;
        case Fault::already_joined: return already_joined;
        case Fault::wrong_code: return wrong_code;
        case Fault::expired_code: return expired_code;
        case Fault::too_many_tries: return too_many_tries;
        case Fault::unreachable: return unreachable;
        case Fault::not_a_hub: return not_a_hub;
        case Fault::hub_failed: return hub_failed;
        case Fault::token_refused: return token_refused;
        case Fault::malformed: return malformed;
        case Fault::bad_signature: return bad_signature;
        case Fault::too_large: return too_large;
        case Fault::made_by_newer_app: return made_by_newer_app;
        case Fault::storage_full: return storage_full;
        case Fault::storage_corrupt: return storage_corrupt;
        case Fault::storage_busy: return storage_busy;
        case Fault::storage_failed: return storage_failed;
        case Fault::unsettled: return unsettled;
        case Fault::wrong_key: return wrong_key;
        case Fault::key_lost: return key_lost;
        case Fault::key_unavailable: return key_unavailable;
        case Fault::pin_needed: return pin_needed;
        case Fault::wrong_pin: return wrong_pin;
        case Fault::pin_too_soon: return pin_too_soon;
    }
    std::abort();
}

Phrase phrase_for(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_in_scope:
            return {"Usted no participa (o ya no participa) en este espacio: pida a la coordinación que la incluya.",
                    "Vous ne faites pas (ou plus) partie de cet espace : demandez à la coordination de vous y ajouter.",
                    "You are not (or no longer) part of this space: ask the coordination to add you."};
        case Refusal::not_hers:
            return {"Esto lo escribe otra persona: pídale a ella el cambio.",
                    "C'est une autre personne qui écrit ceci : demandez-lui le changement.",
                    "Somebody else writes this: ask her for the change."};
        case Refusal::not_a_proposal:
            return {"En el plan de otra usted propone y ella decide: deje el estado en «proposed».",
                    "Dans le plan d'une autre, vous proposez et elle décide : laissez l'état à « proposed ».",
                    "In another's plan you propose and she decides: leave the status at \"proposed\"."};
        case Refusal::wrong_place:
            return {"Esta clase de registro no va en este espacio: elija otro con --scope.",
                    "Ce genre de fiche n'a pas sa place dans cet espace : choisissez-en un autre avec --scope.",
                    "This kind of record doesn't belong in such a space: choose another with --scope."};
        case Refusal::only_the_hub:
            return {"Esto solo lo escribe el servidor: no hay nada que cambiar a mano.",
                    "Seul le serveur écrit ceci : il n'y a rien à changer à la main.",
                    "Only the hub writes this: there is nothing to change by hand."};
        case Refusal::forged_author:
            return {"Lleva el nombre de otra autora: escríbalo con el perfil de ella.",
                    "Cela porte le nom d'une autre auteure : écrivez-le avec son profil.",
                    "It names another author: write it with her own profile."};
        case Refusal::closed:
            return {"Este acompañamiento está cerrado: se puede leer, pero ya no escribir.",
                    "Ce jumelage est terminé : on peut le lire, mais plus y écrire.",
                    "This pairing is closed: it can be read, but no longer written to."};
    }
    std::abort();
}

Phrase phrase_for(Type type) {
    switch (type) {
        case Type::text: return {"un texto", "un texte", "a text"};
        case Type::word: return {"una palabra de la lista", "un mot de la liste", "a word of the list"};
        case Type::ref:
            return {"el id o el ref de un registro que esté aquí", "l'id ou le ref d'une fiche présente ici",
                    "the id or ref of a record that is here"};
        case Type::whole:
            return {"un número entero, como 12", "un nombre entier, comme 12", "a whole number such as 12"};
        case Type::number:
            return {"un número, como 12 o 12.5", "un nombre, comme 12 ou 12.5", "a number such as 12 or 12.5"};
        case Type::flag: return {"true o false", "true ou false", "true or false"};
        case Type::date:
            return {"una fecha, como 2026-11-24", "une date, comme 2026-11-24", "a date such as 2026-11-24"};
        case Type::time:
            return {"una hora con zona, como 2026-11-24T18:30:00-04:00",
                    "une heure avec fuseau, comme 2026-11-24T18:30:00-04:00",
                    "a time with its zone, such as 2026-11-24T18:30:00-04:00"};
        case Type::json: return {"un valor JSON", "une valeur JSON", "a JSON value"};
        case Type::place: return {"short, medium o long", "short, medium ou long", "short, medium or long"};
        case Type::stage: return {"un estado de la lista", "un état de la liste", "a status of the list"};
        case Type::made:
        case Type::removal: return {"nada escrito a mano", "rien d'écrit à la main", "nothing written by hand"};
    }
    std::abort();
}

}  // namespace

Lang lang_of(std::string_view locale) {
    const std::string_view start = locale.substr(0, 2);
    if (start == "es") {
        return Lang::es;
    }
    return start == "fr" ? Lang::fr : Lang::en;
}

Lang lang_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return lang_of(value);
        }
    }
    return Lang::en;
}

std::string say(Lang lang, const Phrase& phrase, std::initializer_list<std::string_view> words) {
    const std::string_view text = lang == Lang::es ? phrase.es : lang == Lang::fr ? phrase.fr : phrase.en;
    std::string said;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool slot = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' &&
                          static_cast<std::size_t>(text[i + 1] - '0') < words.size();
        if (slot) {
            said += *(words.begin() + (text[i + 1] - '0'));
            i += 2;
        } else {
            said += text[i];
        }
    }
    return said;
}

std::string sentence_for(Fault fault, Lang lang) {
    return say(lang, phrase_for(fault));
}

std::string sentence_for(Refusal refusal, Lang lang) {
    return say(lang, phrase_for(refusal));
}

std::string sentence_for_reason(std::string_view reason, Lang lang) {
    for (const Refusal refusal :
         {Refusal::not_in_scope, Refusal::not_hers, Refusal::not_a_proposal, Refusal::wrong_place,
          Refusal::only_the_hub, Refusal::forged_author, Refusal::closed}) {
        if (reason == name_of(refusal)) {
            return sentence_for(refusal, lang);
        }
    }
    if (reason == "bad_signature") {
        return sentence_for(Fault::bad_signature, lang);
    }
    if (reason == "too_large") {
        return sentence_for(Fault::too_large, lang);
    }
    if (reason == "made_by_newer_app") {
        return sentence_for(Fault::made_by_newer_app, lang);
    }
    if (reason == "quarantined") {
        return say(lang, {"Llegó, pero usted ya no participa en ese espacio: la coordinación decide si entra.",
                          "C'est arrivé, mais vous ne faites plus partie de cet espace : la coordination décidera.",
                          "It arrived, but you are no longer part of that space: the coordination will decide."});
    }
    return say(lang,
               {"El servidor no lo aceptó ({0}): pregunte a la coordinación.",
                "Le serveur ne l'a pas accepté ({0}) : demandez à la coordination.",
                "The hub didn't accept it ({0}): ask the coordination."},
               {reason});
}

std::string form_of(Type type, Lang lang) {
    return say(lang, phrase_for(type));
}

}  // namespace ayni::shell
