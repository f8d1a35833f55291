// aynictl pin: the PIN of a profile, and how any command comes by it. It is never a word of the command line, nor in
// the environment: other programs can read both.

#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "engine/store/cipher.hpp"
#include "platforms/linux/aynictl/arguments.hpp"
#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {
namespace {

constexpr Phrase ask_current{"PIN: ", "Code PIN : ", "PIN: "};
constexpr Phrase ask_new{
    "PIN nuevo (4 a 12 cifras): ", "Nouveau code PIN (4 à 12 chiffres) : ", "New PIN (4 to 12 digits): "};
constexpr Phrase ask_again{"Otra vez: ", "Encore une fois : ", "Once more: "};
constexpr Phrase not_the_same{"Los dos PIN no son iguales: no se cambió nada; pruebe otra vez.",
                              "Les deux codes PIN diffèrent : rien n'a été modifié ; réessayez.",
                              "The two PINs differ: nothing was changed; try again."};
constexpr Phrase not_digits{"Un PIN tiene de 4 a 12 cifras: no se cambió nada.",
                            "Un code PIN a de 4 à 12 chiffres : rien n'a été modifié.",
                            "A PIN has 4 to 12 digits: nothing was changed."};
constexpr Phrase none_given{
    "Falta el PIN nuevo: escríbalo en una terminal, o délo por stdin, en una línea.",
    "Il manque le nouveau code PIN : tapez-le dans un terminal, ou donnez-le par stdin, sur une ligne.",
    "The new PIN is missing: type it in a terminal, or give it on stdin, on a line of its own."};
constexpr Phrase has_one{"Este perfil ya tiene un PIN: cámbielo con «aynictl pin change».",
                         "Ce profil a déjà un code PIN : changez-le avec « aynictl pin change ».",
                         "This profile has a PIN already: change it with \"aynictl pin change\"."};
constexpr Phrase has_none{"Este perfil no tiene PIN: póngale uno con «aynictl pin set».",
                          "Ce profil n'a pas de code PIN : mettez-en un avec « aynictl pin set ».",
                          "This profile has no PIN: give it one with \"aynictl pin set\"."};
constexpr Phrase no_file{"No se puede leer el archivo del PIN: revise --pin-from.",
                         "Impossible de lire le fichier du code PIN : vérifiez --pin-from.",
                         "The file with the PIN can't be read: check --pin-from."};
constexpr Phrase plain_build{"Esta versión no cifra nada y no puede poner un PIN: use una versión completa de Ayni.",
                             "Cette version ne chiffre rien et ne peut pas mettre de code PIN : prenez une version "
                             "complète d'Ayni.",
                             "This build encrypts nothing and can't set a PIN: use a full build of Ayni."};
constexpr Phrase is_set{"El perfil se abre ahora con su PIN. No hay otra llave: anótelo en un lugar seguro.",
                        "Le profil s'ouvre maintenant avec votre code PIN. Il n'y a pas d'autre clé : notez-le en lieu "
                        "sûr.",
                        "The profile opens with your PIN now. There is no other key: note it in a safe place."};
constexpr Phrase is_removed{"El perfil se abre ahora sin PIN.", "Le profil s'ouvre maintenant sans code PIN.",
                            "The profile opens without a PIN now."};

// Keeps what is typed off the screen until it goes.
class NoEcho {
public:
    NoEcho() : changed_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = changed_ && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;
    ~NoEcho() {
        if (changed_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
            std::cerr << '\n';
        }
    }

private:
    termios before_{};
    bool changed_;
};

// Without its line end, and what spaces stand around it.
std::optional<std::string> line_from(std::istream& in) {
    std::string line;
    if (!std::getline(in, line)) {
        return {};
    }
    const auto from = line.find_first_not_of(" \t\r");
    const auto to = line.find_last_not_of(" \t\r");
    std::string pin = from == std::string::npos ? std::string() : line.substr(from, to - from + 1);
    wipe(line);
    return pin;
}

bool at_terminal() {
    return ::isatty(STDIN_FILENO) == 1;
}

std::optional<std::string> typed(Context& context, const Phrase& question) {
    if (!at_terminal()) {
        return line_from(std::cin);
    }
    std::cerr << say(context.lang(), question) << std::flush;
    const NoEcho quiet;
    return line_from(std::cin);
}

// None: it was said why.
std::optional<Pin> new_pin(Context& context) {
    auto text = typed(context, ask_new);
    if (!text) {
        context.refuse(none_given);
        return {};
    }
    const auto pin = Pin::of(*text);
    wipe(*text);
    if (!pin) {
        context.refuse(not_digits);
        return {};
    }
    if (at_terminal()) {
        auto again = typed(context, ask_again);
        const bool same = again && *again == pin->digits();
        wipe(*again);
        if (!same) {
            context.refuse(not_the_same);
            return {};
        }
    }
    return *pin;
}

enum class Change : std::uint8_t { set, change, remove };

int change(Context& context, Change what) {
    if (!can_encrypt()) {
        return context.refuse(plain_build);
    }
    // Opened once as any command opens it: then the key is there, the profile is locked, and the PIN was right.
    std::optional<Pin> current;
    if (context.open() == nullptr) {
        return refused;
    }
    current = context.pin();
    if (current.has_value() != (what != Change::set)) {
        return context.refuse(current ? has_one : has_none);
    }
    std::optional<Pin> next;
    if (what != Change::remove) {
        next = new_pin(context);
        if (!next) {
            return refused;
        }
    }
    const Outcome changed = ProfileKey(context.profile).change_pin(current, next);
    if (!changed) {
        return context.refuse(changed.error());
    }
    if (context.json) {
        context.print({{"pin", next.has_value()}});
    } else {
        std::cout << say(context.lang(), next ? is_set : is_removed) << '\n';
    }
    return good;
}

int set_pin(Context& context) {
    return change(context, Change::set);
}
int change_pin(Context& context) {
    return change(context, Change::change);
}
int remove_pin(Context& context) {
    return change(context, Change::remove);
}

}  // namespace

std::optional<Pin> Context::ask_pin() {
    std::optional<std::string> text;
    if (!pin_from.empty() && pin_from != "-") {
        std::ifstream file(pin_from);
        text = line_from(file);
        if (!text) {
            refuse(no_file);
            return {};
        }
    } else if (pin_from == "-" || at_terminal()) {
        text = typed(*this, ask_current);
    }
    if (!text) {
        refuse(Failure{Fault::pin_needed, {}});
        return {};
    }
    const auto pin = Pin::of(*text);
    wipe(*text);
    if (!pin) {
        refuse(Failure{Fault::wrong_pin, {}});  // nobody could have set it: it isn't even counted
        return {};
    }
    return *pin;
}

void add_pin(CLI::App& app, Context& context) {
    auto* family = app.add_subcommand("pin", "a PIN before the profile: set, change, remove");
    family->require_subcommand(1);
    add_bare(*family, context, "set", "from now on the profile opens with a PIN (asked for, or a line of stdin)",
             &set_pin);
    add_bare(*family, context, "change", "another PIN", &change_pin);
    add_bare(*family, context, "remove", "the profile opens without a PIN", &remove_pin);
    for (CLI::App* command : family->get_subcommands({})) {
        command->fallthrough();
    }
}

}  // namespace ayni::shell
