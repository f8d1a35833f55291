#include "platforms/linux/aynictl/import_words.hpp"

#include <array>
#include <cstdlib>

#include "platforms/linux/aynictl/names.hpp"

namespace ayni::shell {
namespace {

using programme::Encoding;
using programme::Found;
using programme::Remark;
using programme::Trouble;

// In all of them: {0} what stands there, {1} what to write instead, {2} what is expected, {3} what was found, {4} the
// other line, {5} offset, {6} size, {7} limit, {8} the row's ref, {9} the byte.
constexpr Phrase file_missing{"este archivo no está ahí: revise el nombre y la carpeta.",
                              "ce fichier n'y est pas : vérifiez le nom et le dossier.",
                              "there is no such file: check the name and the folder."};
constexpr Phrase file_unreadable{"no se puede leer: revise los permisos del archivo.",
                                 "illisible : vérifiez les permissions du fichier.",
                                 "it can't be read: check the file's permissions."};
constexpr Phrase file_unknown{
    "no se sabe qué contiene: llámelo people.csv, businesses.csv, pairings.csv, cohort.json, indicators.json o "
    "season.jsonl.",
    "on ne sait pas ce qu'il contient : nommez-le people.csv, businesses.csv, pairings.csv, cohort.json, "
    "indicators.json ou season.jsonl.",
    "what it holds can't be told: name it people.csv, businesses.csv, pairings.csv, cohort.json, indicators.json or "
    "season.jsonl."};
constexpr Phrase file_empty{
    "el archivo está vacío ({6} bytes), ni siquiera tiene la línea de títulos: guárdelo otra vez.",
    "le fichier est vide ({6} octets), sans même la ligne de titres : enregistrez-le de nouveau.",
    "the file is empty ({6} bytes), it hasn't even a header line: save it again."};
constexpr Phrase file_too_large{"tiene {6} bytes y se aceptan {7}: divídalo.",
                                "il a {6} octets, et {7} sont acceptés : divisez-le.",
                                "it has {6} bytes, and {7} are taken: split it."};
constexpr Phrase not_text{
    "no es un archivo de texto (¿una hoja de cálculo, una foto?): ábralo y guárdelo como «CSV UTF-8».",
    "ce n'est pas un fichier texte (un classeur, une photo ?) : ouvrez-le et enregistrez-le en « CSV UTF-8 ».",
    "it isn't a text file (a spreadsheet, a picture?): open it and save it as \"CSV UTF-8\"."};
constexpr Phrase utf16{"parece UTF-16 («texto Unicode»): guárdelo como «CSV UTF-8».",
                       "on dirait de l'UTF-16 (« texte Unicode ») : enregistrez-le en « CSV UTF-8 ».",
                       "it looks like UTF-16 (\"Unicode text\"): save it as \"CSV UTF-8\"."};
constexpr Phrase not_utf8{"el byte {9} (en la posición {5}) no es UTF-8: guárdelo como «CSV UTF-8».",
                          "l'octet {9} (à la position {5}) n'est pas de l'UTF-8 : enregistrez-le en « CSV UTF-8 ».",
                          "byte {9} (at offset {5}) isn't UTF-8: save it as \"CSV UTF-8\"."};
constexpr Phrase latin1{
    "el byte {9} (en la posición {5}) no es UTF-8; parece Latin-1: guárdelo como «CSV UTF-8».",
    "l'octet {9} (à la position {5}) n'est pas de l'UTF-8 ; on dirait du Latin-1 : enregistrez-le en « CSV UTF-8 ».",
    "byte {9} (at offset {5}) isn't UTF-8; it looks like Latin-1: save it as \"CSV UTF-8\"."};
constexpr Phrase windows1252{
    "el byte {9} (en la posición {5}) no es UTF-8; parece Windows-1252: guárdelo como «CSV UTF-8».",
    "l'octet {9} (à la position {5}) n'est pas de l'UTF-8 ; on dirait du Windows-1252 : enregistrez-le en « CSV UTF-8 "
    "».",
    "byte {9} (at offset {5}) isn't UTF-8; it looks like Windows-1252: save it as \"CSV UTF-8\"."};
constexpr Phrase damaged_utf8{
    "el byte {9} (en la posición {5}) no es UTF-8, aunque lo demás sí: el archivo está dañado; pídalo o cópielo otra "
    "vez.",
    "l'octet {9} (à la position {5}) n'est pas de l'UTF-8, alors que le reste en est : le fichier est abîmé ; "
    "demandez-le ou copiez-le de nouveau.",
    "byte {9} (at offset {5}) isn't UTF-8, though the rest is: the file is damaged; ask for it or copy it again."};
constexpr Phrase quote_never_closed{"la comilla que se abre aquí no se cierra nunca: ciérrela, o quítela.",
                                    "le guillemet ouvert ici n'est jamais fermé : fermez-le, ou enlevez-le.",
                                    "the quote opened here is never closed: close it, or take it out."};
constexpr Phrase field_too_large{"aquí hay {6} bytes y se aceptan {7}: acórtelo.",
                                 "il y a {6} octets ici, et {7} sont acceptés : raccourcissez.",
                                 "there are {6} bytes here, and {7} are taken: shorten it."};
constexpr Phrase too_many_rows{"tiene más de {7} filas: divídalo en varios archivos.",
                               "il a plus de {7} lignes : divisez-le en plusieurs fichiers.",
                               "it has more than {7} rows: split it into several files."};
constexpr Phrase column_missing{"falta esta columna. Hay: {3}. Se esperan: {2}. Agréguela.",
                                "cette colonne manque. Présentes : {3}. Attendues : {2}. Ajoutez-la.",
                                "this column is missing. Found: {3}. Expected: {2}. Add it."};
constexpr Phrase column_twice{"esta columna está dos veces: quite una.",
                              "cette colonne y est deux fois : enlevez-en une.",
                              "this column is there twice: take one out."};
constexpr Phrase cells_miscounted{
    "la fila tiene {6} celdas y los títulos {7}: ponga entre comillas los textos con comas, o complete la fila.",
    "la ligne a {6} cellules et les titres {7} : mettez entre guillemets les textes à virgules, ou complétez la ligne.",
    "the row has {6} cells and the header {7}: put texts with commas in quotes, or complete the row."};
constexpr Phrase empty{"está vacío y hace falta: complételo.", "c'est vide, et il faut une valeur : complétez.",
                       "it is empty and has to be there: fill it in."};
constexpr Phrase ref_used_twice{"«{0}» ya se usa en la línea {4} ({3}): dé otro nombre a una de las dos.",
                                "« {0} » sert déjà à la ligne {4} ({3}) : donnez un autre nom à l'une des deux.",
                                "\"{0}\" is already used on line {4} ({3}): give one of the two another ref."};
constexpr Phrase ref_unknown{"nadie tiene la referencia «{0}»: corríjala, o agréguela en su archivo.",
                             "personne n'a la référence « {0} » : corrigez-la, ou ajoutez-la dans son fichier.",
                             "nobody has the ref \"{0}\": correct it, or add it in its file."};
constexpr Phrase code_unknown{"«{0}» no es ninguna de estas: {2}. Escriba una de ellas.",
                              "« {0} » n'en fait pas partie : {2}. Écrivez l'une d'elles.",
                              "\"{0}\" is none of {2}: write one of them."};
constexpr Phrase date_malformed{"«{0}» no se entiende como fecha: escríbala año-mes-día, como 2026-02-28.",
                                "« {0} » ne se lit pas comme une date : écrivez année-mois-jour, comme 2026-02-28.",
                                "\"{0}\" can't be read as a date: write year-month-day, as in 2026-02-28."};
constexpr Phrase date_guessed{"escriba {1}, no {0}.", "écrivez {1}, et non {0}.", "write {1}, not {0}."};
constexpr Phrase date_not_there{"{0} no existe: {9} tiene {7} días; corrija la fecha.",
                                "{0} n'existe pas : {9} a {7} jours ; corrigez la date.",
                                "there is no {0}: {9} has {7} days; correct the date."};
constexpr Phrase number_malformed{"«{0}» no es un número entero: escriba solo cifras.",
                                  "« {0} » n'est pas un nombre entier : n'écrivez que des chiffres.",
                                  "\"{0}\" isn't a whole number: write digits only."};
constexpr Phrase weight_malformed{
    "«{0}» no es tema:peso con un peso de 1 a 3: escriba, por ejemplo, pricing:2.",
    "« {0} » n'est pas thème:poids avec un poids de 1 à 3 : écrivez par exemple pricing:2.",
    "\"{0}\" isn't topic:weight with a weight of 1 to 3: write pricing:2, for example."};
constexpr Phrase level_malformed{"«{0}» no es idioma:nivel: escriba, por ejemplo, es:fluent.",
                                 "« {0} » n'est pas langue:niveau : écrivez par exemple es:fluent.",
                                 "\"{0}\" isn't language:level: write es:fluent, for example."};
constexpr Phrase hour_malformed{"«{0}» no es un día y una hora: escriba, por ejemplo, mon-18.",
                                "« {0} » n'est pas un jour et une heure : écrivez par exemple mon-18.",
                                "\"{0}\" isn't a weekday and an hour: write mon-18, for example."};
constexpr Phrase json_malformed{"desde aquí (posición {5}) no se puede leer como JSON: corríjalo o pídalo otra vez.",
                                "à partir d'ici (position {5}), ce n'est plus du JSON : corrigez-le ou redemandez-le.",
                                "from here on (offset {5}) it can't be read as JSON: correct it or ask for it again."};
constexpr Phrase json_member_missing{"falta: agréguelo.", "il manque : ajoutez-le.", "it is missing: add it."};
constexpr Phrase json_wrong_type{"aquí va otra clase de valor ({2}), no {0}: corríjalo.",
                                 "il faut ici une autre sorte de valeur ({2}), et non {0} : corrigez-la.",
                                 "another sort of value goes here ({2}), not {0}: correct it."};
constexpr Phrase phase_backwards{
    "la fase «{8}» termina ({0}) antes de empezar ({1}): corrija una de las dos fechas.",
    "la phase « {8} » finit ({0}) avant de commencer ({1}) : corrigez l'une des deux dates.",
    "phase \"{8}\" ends ({0}) before it starts ({1}): correct one of the two dates."};
constexpr Phrase cohort_missing{
    "Todavía no hay ninguna cohorte donde ponerlo: importe primero cohort.json, o la carpeta entera.",
    "Il n'y a pas encore de cohorte où le mettre : importez d'abord cohort.json, ou tout le dossier.",
    "There is no cohort yet to put this into: import cohort.json first, or the whole folder."};
constexpr Phrase cohort_unclear{"No se sabe a qué cohorte va: elija con --cohort una de {2}.",
                                "On ne sait pas à quelle cohorte il va : choisissez avec --cohort parmi {2}.",
                                "Which cohort this goes to can't be told: choose one of {2} with --cohort."};
constexpr Phrase formula_like{
    "la celda empieza como una fórmula; se guardó como texto, y cada exportación le pone ' delante.",
    "la cellule commence comme une formule ; elle est gardée comme texte, et chaque export met ' devant.",
    "the cell begins as a formula does; it is kept as plain text, and every export puts ' before it."};
constexpr Phrase column_ignored{"esta columna no se conoce y no se importó.",
                                "cette colonne est inconnue et n'a pas été importée.",
                                "this column isn't known and was not imported."};
constexpr Phrase kind_unknown{"esta versión no conoce la clase «{0}»: se guarda y se transmite tal como vino.",
                              "cette version ne connaît pas le genre « {0} » : il est gardé et transmis tel quel.",
                              "this version doesn't know the kind \"{0}\": it is kept and passed on as it came."};
constexpr Phrase field_unknown{"esta versión no conoce este campo: se guarda y se transmite tal como vino.",
                               "cette version ne connaît pas ce champ : il est gardé et transmis tel quel.",
                               "this version doesn't know this field: it is kept and passed on as it came."};
constexpr Phrase not_hers{"lo escribió «{0}»: solo ella puede importarlo, en su perfil; no se importó.",
                          "c'est écrit par « {0} » : elle seule peut l'importer, dans son profil ; non importé.",
                          "\"{0}\" wrote this: only she can import it, into her profile; it was left out."};

// No `default` here and below: new trouble is a compiler error until it has words.
Phrase phrase_for_bytes(Encoding looks_like) {
    switch (looks_like) {
        case Encoding::unknown: return not_utf8;
        case Encoding::latin1: return latin1;
        case Encoding::windows1252: return windows1252;
        case Encoding::utf16: return utf16;
        case Encoding::damaged_utf8: return damaged_utf8;
    }
    std::abort();
}

Phrase phrase_for(const programme::ImportProblem& problem) {
    switch (problem.what) {
        case Trouble::file_missing: return file_missing;
        case Trouble::file_unreadable: return file_unreadable;
        case Trouble::file_unknown: return file_unknown;
        case Trouble::file_empty: return file_empty;
        case Trouble::file_too_large: return file_too_large;
        case Trouble::not_text: return problem.looks_like == Encoding::utf16 ? utf16 : not_text;
        case Trouble::not_utf8: return phrase_for_bytes(problem.looks_like);
        case Trouble::quote_never_closed: return quote_never_closed;
        case Trouble::field_too_large: return field_too_large;
        case Trouble::too_many_rows: return too_many_rows;
        case Trouble::column_missing: return column_missing;
        case Trouble::column_twice: return column_twice;
        case Trouble::cells_miscounted: return cells_miscounted;
        case Trouble::empty: return empty;
        case Trouble::ref_used_twice: return ref_used_twice;
        case Trouble::ref_unknown: return ref_unknown;
        case Trouble::code_unknown: return code_unknown;
        case Trouble::date_malformed: return problem.instead.empty() ? date_malformed : date_guessed;
        case Trouble::date_not_there: return date_not_there;
        case Trouble::number_malformed: return number_malformed;
        case Trouble::weight_malformed: return weight_malformed;
        case Trouble::level_malformed: return level_malformed;
        case Trouble::hour_malformed: return hour_malformed;
        case Trouble::json_malformed: return json_malformed;
        case Trouble::json_member_missing: return json_member_missing;
        case Trouble::json_wrong_type: return json_wrong_type;
        case Trouble::phase_backwards: return phase_backwards;
        case Trouble::cohort_missing: return cohort_missing;
        case Trouble::cohort_unclear: return cohort_unclear;
    }
    std::abort();
}

Phrase phrase_for(Remark what) {
    switch (what) {
        case Remark::formula_like: return formula_like;
        case Remark::column_ignored: return column_ignored;
        case Remark::kind_unknown: return kind_unknown;
        case Remark::field_unknown: return field_unknown;
        case Remark::not_hers: return not_hers;
    }
    std::abort();
}

std::string joined(const std::vector<std::string>& items) {
    std::string all;
    for (const std::string& item : items) {
        all += (all.empty() ? "" : ", ") + item;
    }
    return all;
}

// "3145728", and how much that is where nobody counts in bytes: "3145728 (3,1 MB)".
std::string amount(std::uint64_t bytes, bool is_bytes, Lang lang) {
    constexpr std::uint64_t many = 10'000;
    return std::to_string(bytes) + (is_bytes && bytes >= many ? " (" + bytes_text(bytes, lang) + ")" : "");
}

std::string hex(unsigned byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte / 16 % 16], digits[byte % 16]};
}

// "2026-02-31" → "febrero de 2026".
std::string month_text(const std::string& date, Lang lang) {
    constexpr std::array<Phrase, 12> months{{{"enero", "janvier", "January"},
                                             {"febrero", "février", "February"},
                                             {"marzo", "mars", "March"},
                                             {"abril", "avril", "April"},
                                             {"mayo", "mai", "May"},
                                             {"junio", "juin", "June"},
                                             {"julio", "juillet", "July"},
                                             {"agosto", "août", "August"},
                                             {"septiembre", "septembre", "September"},
                                             {"octubre", "octobre", "October"},
                                             {"noviembre", "novembre", "November"},
                                             {"diciembre", "décembre", "December"}}};
    constexpr Phrase of_year{"{0} de {1}", "{0} {1}", "{0} {1}"};
    const auto month = static_cast<std::size_t>(std::atoi(date.substr(5, 2).c_str()));
    return month < 1 || month > 12 ? date : say(lang, of_year, {say(lang, months[month - 1]), date.substr(0, 4)});
}

// "people.csv, línea 3, columna «role» (p-yhovana): "
std::string place_of(const Found& found, Lang lang) {
    constexpr Phrase line{", línea {0}", ", ligne {0}", ", line {0}"};
    constexpr Phrase column{", columna «{0}»", ", colonne « {0} »", ", column \"{0}\""};
    constexpr Phrase field{", campo «{0}»", ", champ « {0} »", ", field \"{0}\""};
    std::string place = found.file;
    if (found.line != 0) {
        place += say(lang, line, {std::to_string(found.line)});
    }
    if (!found.column.empty()) {
        place += say(lang, found.file.find(".json") == std::string::npos ? column : field, {found.column});
    }
    if (!found.row.empty() && found.row != found.value) {
        place += " (" + found.row + ")";
    }
    return place.empty() ? place : place + (lang == Lang::fr ? " : " : ": ");
}

std::string sentence(const Phrase& phrase, const Found& found, bool counts_bytes, const std::string& special,
                     Lang lang) {
    return place_of(found, lang) +
           say(lang, phrase,
               {found.value, found.instead, joined(found.expected), joined(found.found),
                std::to_string(found.other_line), std::to_string(found.offset), amount(found.size, counts_bytes, lang),
                amount(found.limit, counts_bytes, lang), found.row, special});
}

}  // namespace

std::string sentence_for(const programme::ImportProblem& problem, Lang lang) {
    const bool is_date = problem.what == Trouble::date_not_there;
    const bool is_bytes = problem.what == Trouble::field_too_large || problem.what == Trouble::file_too_large;
    return sentence(phrase_for(problem), problem, is_bytes,
                    is_date ? month_text(problem.value, lang) : hex(problem.byte), lang);
}

std::string sentence_for(const programme::ImportRemark& remark, Lang lang) {
    return sentence(phrase_for(remark.what), remark, false, {}, lang);
}

std::string cut_sentence(const Found& where, std::size_t whole, Lang lang) {
    constexpr Phrase cut{
        "el archivo está cortado aquí, en el byte {0}: las {1} líneas anteriores están completas; pida que le manden "
        "de "
        "nuevo el resto.",
        "le fichier est coupé ici, à l'octet {0} : les {1} lignes d'avant sont entières ; demandez qu'on vous renvoie "
        "le "
        "reste.",
        "the file is cut here, at byte {0}: the {1} lines before are whole; ask for the rest to be sent again."};
    return place_of(where, lang) + say(lang, cut, {std::to_string(where.offset), std::to_string(whole)});
}

}  // namespace ayni::shell
