#include <iostream>
#include <system_error>

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

}  // namespace

Store* Context::open(If wanted) {
    if (store_) {
        return store_.get();
    }
    const std::filesystem::path folder(profile);
    const std::filesystem::path file = folder / "profile.db";
    std::error_code error;
    if (wanted == If::not_there_make_it) {
        std::filesystem::create_directories(folder, error);
    } else if (!std::filesystem::exists(file, error)) {
        refuse(no_profile_there);
        return nullptr;
    }
    auto lock = ProfileLock::take(folder, patience);
    if (!lock) {
        refuse(lock.error());
        return nullptr;
    }
    lock_.emplace(std::move(*lock));
    Store::Settings settings;
    settings.decode = &wire::decode;
    settings.clock = clock;
    auto opened = Store::open(file, std::move(settings));
    if (!opened) {
        refuse(opened.error());
        return nullptr;
    }
    store_ = std::move(*opened);
    return store_.get();
}

Lang Context::lang() {
    if (!lang_wanted.empty()) {
        return lang_of(lang_wanted);
    }
    if (!store_) {
        return lang_of_environment();
    }
    if (!lang_) {
        const auto person = store_->find(store_->person());
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
