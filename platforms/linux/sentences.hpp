#pragma once
// What the programs of the command line say to people: one place, three languages, whole sentences. Each says what
// happened and what to do. The app has its own (qml/i18n).

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/model/rights.hpp"
#include "engine/model/schema.hpp"

namespace ayni::shell {

enum class Lang : std::uint8_t { es, fr, en };

/// "es_BO.UTF-8" → es. Anything else is en.
Lang lang_of(std::string_view locale);
/// LC_ALL, LC_MESSAGES or LANG of the environment, as gettext would choose.
Lang lang_of_environment();

struct Phrase {
    const char* es;
    const char* fr;
    const char* en;
};
/// In that language, with {0}, {1}, … replaced.
std::string say(Lang lang, const Phrase& phrase, std::initializer_list<std::string_view> words = {});

std::string sentence_for(Fault fault, Lang lang);
std::string sentence_for(Refusal refusal, Lang lang);
/// For the reason of a refused item: name_of(Refusal), or a word of the hub's or the client's.
std::string sentence_for_reason(std::string_view reason, Lang lang);
/// What a value of this type looks like: "a date such as 2026-11-24".
std::string form_of(Type type, Lang lang);

}  // namespace ayni::shell
