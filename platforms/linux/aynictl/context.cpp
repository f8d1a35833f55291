#include <chrono>
#include <iostream>
#include <system_error>

#include "engine/store/set_aside.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::shell {
namespace {

constexpr std::chrono::seconds patience{5};

constexpr Phrase no_folder_named{"Falta --profile: diga en qué carpeta está el perfil.",
                                 "Il manque --profile : dites dans quel dossier se trouve le profil.",
                                 "--profile is missing: say which folder the profile is in."};
constexpr Phrase no_profile_there{
    "En esa carpeta no hay ningún perfil: revise --profile, o cree uno con «aynictl join».",
    "Il n'y a aucun profil dans ce dossier : vérifiez --profile, ou créez-en un avec « aynictl join ».",
    "There is no profile in that folder: check --profile, or make one with \"aynictl join\"."};
constexpr Phrase wrong_pin_and_wait{
    "Ese no es el PIN de este perfil: espere {0} antes de probar otra vez; no se borra nada.",
    "Ce n'est pas le code PIN de ce profil : attendez {0} avant de réessayer ; rien n'est effacé.",
    "That isn't this profile's PIN: wait {0} before the next try; nothing is deleted."};
constexpr Phrase wait_first{
    "Hubo varios PIN equivocados: espere {0} antes del siguiente (este no se probó); no se borra nada.",
    "Plusieurs codes PIN erronés : attendez {0} avant le suivant (celui-ci n'a pas été essayé) ; rien n'est effacé.",
    "There were several wrong PINs: wait {0} before the next (this one wasn't tried); nothing is deleted."};

}  // namespace

template <class Attempt>
auto Context::with_pin(const Attempt& attempt) -> std::optional<decltype(attempt())> {
    auto done = attempt();
    if (!done && done.fault() == Fault::pin_needed) {
        pin_ = ask_pin();
        if (!pin_) {
            return std::nullopt;
        }
        done = attempt();
    }
    return done;
}

Store* Context::open(If wanted) {
    if (opened_) {
        return opened_->store.get();
    }
    if (wanted == If::not_there_make_it) {
        std::error_code error;
        std::filesystem::create_directories(profile, error);
    } else if (!finds_profile()) {
        return nullptr;
    }
    auto opened = with_pin([&] { return open_profile(profile, settings(), pin_, patience); });
    if (!opened) {
        return nullptr;
    }
    if (!*opened) {
        return refuse_to_open(opened->error());
    }
    opened_.emplace(std::move(**opened));
    return opened_->store.get();
}

std::optional<Recovery> Context::recover() {
    if (!finds_profile()) {
        return std::nullopt;
    }
    auto mended = with_pin([&] { return recover_profile(profile, settings(), pin_, patience); });
    if (!mended) {
        return std::nullopt;
    }
    if (!*mended) {
        refuse_to_open(mended->error());
        return std::nullopt;
    }
    return std::move(**mended);
}

std::optional<Outcome> Context::open_aside(const std::string& set_aside, const std::string& to) {
    if (!finds_profile()) {
        return std::nullopt;
    }
    auto opened = with_pin([&] { return ayni::shell::open_aside(profile, set_aside, to, pin_, patience); });
    const bool is_told =
        opened && (*opened || opened->fault() == Fault::not_found || opened->fault() == Fault::storage_corrupt);
    if (opened && !is_told) {
        refuse_to_open(opened->error());
        return std::nullopt;
    }
    return opened;
}

Store::Settings Context::settings() const {
    Store::Settings settings;
    settings.decode = &wire::decode;
    settings.clock = clock;
    return settings;
}

bool Context::finds_profile() {
    const bool there = has_database(std::filesystem::path(profile) / "profile.db");
    if (!there) {
        refuse(no_profile_there);
    }
    return there;
}

Store* Context::refuse_to_open(const Failure& failure) {
    const auto facts = ProfileKey(profile).facts();
    const bool about_pin = failure.fault == Fault::wrong_pin || failure.fault == Fault::pin_too_soon;
    if (about_pin && facts && facts->wait.count() > 0) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(facts->wait).count();
        const std::string wait =
            seconds < 100 ? std::to_string(seconds) + " s" : std::to_string((seconds + 59) / 60) + " min";
        refuse(failure.fault == Fault::wrong_pin ? wrong_pin_and_wait : wait_first, {wait});
    } else {
        refuse(failure);
    }
    return nullptr;
}

LockFacts Context::lock_facts() const {
    const auto facts = ProfileKey(profile).facts();
    return facts ? *facts : LockFacts{};
}

Lang Context::lang() {
    if (!lang_wanted.empty()) {
        return lang_of(lang_wanted);
    }
    if (!opened_) {
        return lang_of_environment();
    }
    if (!lang_) {
        Store& store = *opened_->store;
        const auto person = store.find(store.person());
        const bool says = person && *person && (*person)->kind == kind::person && (*person)->has("ui_lang");
        lang_ = says ? lang_of((*person)->text("ui_lang")) : lang_of_environment();
    }
    return *lang_;
}

int Context::misuse_profile() {
    refuse(no_folder_named);
    return misused;
}

void Context::print(const Json& object) const {
    std::cout << line_of(object) << '\n';
}

void Context::notice(std::string_view sentence) const {
    std::cerr << sentence << '\n';
}

int Context::refuse(std::string_view sentence) const {
    std::cerr << sentence << '\n';
    return refused;
}

int Context::refuse(const Phrase& phrase, std::initializer_list<std::string_view> words) {
    return refuse(say(lang(), phrase, words));
}

int Context::refuse(const Failure& failure) {
    return refuse(sentence_for(failure.fault, lang()));
}

int Context::refuse(Refusal refusal) {
    return refuse(sentence_for(refusal, lang()));
}

}  // namespace ayni::shell
