// join, whoami, status, sync, invite, scopes: this profile and its hub.

#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/model/time.hpp"
#include "platforms/linux/aynictl/arguments.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/key_store.hpp"
#include "platforms/linux/labels.hpp"
#include "sync/client/client.hpp"

namespace ayni::shell {
namespace {

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

struct Self {
    std::string id;
    std::string name;
    std::string role;
};

Result<Self> self_of(Store& store) {
    Self self;
    if (store.person()) {
        self.id = to_text(store.person());
    }
    AYNI_LET(record, store.find(store.person()));
    if (record && record->kind == kind::person) {
        self.name = record->text("name");
        self.role = record->text("role");
    }
    return self;
}

int join(Context& context, const std::string& link) {
    Store* store = context.open(Context::If::not_there_make_it);
    if (store == nullptr) {
        return refused;
    }
    client::Http http;
    const auto joined = client::join(*store, http, link);
    if (!joined) {
        if (joined.fault() == Fault::invalid) {
            return context.refuse(
                {"El enlace no es seguro (http): pida uno que empiece con ayni:// o https://.",
                 "Le lien n'est pas sûr (http) : demandez-en un qui commence par ayni:// ou https://.",
                 "The link isn't safe (http): ask for one that begins with ayni:// or https://."});
        }
        return context.refuse(joined.error());
    }
    const auto hub = client::hub_of(*store);
    const std::string name = hub && *hub ? (*hub)->name : std::string();
    if (context.json) {
        context.print({{"person", to_text(store->person())}, {"device", to_text(store->device())}, {"hub", name}});
    } else {
        std::cout << say(context.lang(),
                         {"Ya está en {0}. Traiga ahora lo que hay: aynictl sync",
                          "Vous êtes dans {0}. Recevez maintenant ce qu'il y a : aynictl sync",
                          "You are in {0}. Now bring in what there is: aynictl sync"},
                         {name})
                  << '\n';
    }
    return good;
}

int whoami(Context& context) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto self = self_of(*store);
    const auto hub = client::hub_of(*store);
    if (!self || !hub) {
        return context.refuse(!self ? self.error() : hub.error());
    }
    const std::string hub_name = *hub ? (*hub)->name : std::string();
    if (context.json) {
        context.print({{"person", or_null(self->id)},
                       {"name", or_null(self->name)},
                       {"role", or_null(self->role)},
                       {"device", to_text(store->device())},
                       {"hub", or_null(hub_name)}});
        return good;
    }
    const Lang lang = context.lang();
    std::cout << (self->name.empty() ? self->id : self->name);
    if (!self->role.empty()) {
        std::cout << ", " << code_text(self->role, lang);
    }
    if (!hub_name.empty()) {
        std::cout << " · " << hub_name;
    }
    std::cout << '\n';
    return good;
}

void print_status(Context& context, const Self& self, const std::optional<client::HubInfo>& hub,
                  std::uint64_t waiting) {
    const Lang lang = context.lang();
    std::cout << (self.name.empty() ? self.id : self.name);
    if (!self.role.empty()) {
        std::cout << ", " << code_text(self.role, lang);
    }
    std::cout << '\n';
    if (!hub) {
        std::cout << sentence_for(Fault::not_joined, lang) << '\n';
        return;
    }
    const std::string last = hub->last_exchange > 0 ? time_text(hub->last_exchange) : std::string("–");
    const std::string bytes = bytes_text(hub->bytes_this_month, lang);
    std::cout << say(lang,
                     {"{0}: {1} cambios por enviar; último intercambio {2}; {3} este mes",
                      "{0} : {1} changements à envoyer ; dernier échange {2} ; {3} ce mois-ci",
                      "{0}: {1} changes waiting; last exchange {2}; {3} this month"},
                     {hub->name, std::to_string(waiting), last, bytes})
              << '\n';
}

const Phrase& where_key_lies(const LockFacts& facts) {
    static constexpr Phrase nowhere{"ATENCIÓN: esta versión no cifra nada.",
                                    "ATTENTION : cette version ne chiffre rien.",
                                    "WARNING: this build encrypts nothing."};
    static constexpr Phrase keyring{"Cifrado; la llave está en el llavero de su sesión, sin PIN.",
                                    "Chiffré ; la clé est dans le trousseau de votre session, sans code PIN.",
                                    "Encrypted; the key is in your session's keyring, without a PIN."};
    static constexpr Phrase keyring_pin{
        "Cifrado; la llave está en el llavero de su sesión, y hace falta el PIN.",
        "Chiffré ; la clé est dans le trousseau de votre session, et il faut le code PIN.",
        "Encrypted; the key is in your session's keyring, and it takes the PIN."};
    static constexpr Phrase file{
        "Cifrado; la llave está en un archivo que solo su usuario puede leer (no hay llavero abierto), sin PIN.",
        "Chiffré ; la clé est dans un fichier que seul votre compte peut lire (aucun trousseau ouvert), sans code PIN.",
        "Encrypted; the key is in a file that only your account can read (no keyring is open here), without a PIN."};
    static constexpr Phrase file_pin{
        "Cifrado; la llave está en un archivo que solo su usuario puede leer, y hace falta el PIN.",
        "Chiffré ; la clé est dans un fichier que seul votre compte peut lire, et il faut le code PIN.",
        "Encrypted; the key is in a file that only your account can read, and it takes the PIN."};
    if (facts.key_store.empty()) {
        return nowhere;
    }
    const bool in_file = facts.key_store == KeyFolder::word;
    return facts.has_pin ? (in_file ? file_pin : keyring_pin) : (in_file ? file : keyring);
}

int status(Context& context) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto self = self_of(*store);
    const auto hub = client::hub_of(*store);
    const auto waiting = store->waiting();
    if (!self || !hub || !waiting) {
        return context.refuse(!self ? self.error() : !hub ? hub.error() : waiting.error());
    }
    const LockFacts facts = context.lock_facts();
    if (!context.json) {
        print_status(context, *self, *hub, *waiting);
        std::cout << say(context.lang(), where_key_lies(facts)) << '\n';
        return good;
    }
    const std::int64_t last = *hub ? (*hub)->last_exchange : 0;
    context.print({{"person", or_null(self->id)},
                   {"role", or_null(self->role)},
                   {"device", to_text(store->device())},
                   {"hub", *hub ? Json((*hub)->name) : Json(nullptr)},
                   {"waiting", *waiting},
                   {"last_exchange", last > 0 ? Json(time_text(last)) : Json(nullptr)},
                   {"bytes_this_month", *hub ? (*hub)->bytes_this_month : 0},
                   {"key_store", or_null(facts.key_store)},
                   {"pin", facts.has_pin}});
    return good;
}

void print_summary(Context& context, const client::Summary& summary) {
    if (context.json) {
        Json items = Json::array();
        for (const client::RefusedItem& item : summary.refused) {
            items.push_back({{"id", item.id}, {"reason", item.reason}});
        }
        context.print({{"requests", summary.requests},
                       {"bytes_up", summary.bytes_up},
                       {"bytes_down", summary.bytes_down},
                       {"sent", summary.sent},
                       {"received", summary.received},
                       {"refused", items},
                       {"more", summary.more}});
        return;
    }
    const Lang lang = context.lang();
    std::cout << say(lang,
                     {"{0} cambios enviados, {1} recibidos ({2} de subida, {3} de bajada)",
                      "{0} changements envoyés, {1} reçus ({2} montants, {3} descendants)",
                      "{0} changes sent, {1} received ({2} up, {3} down)"},
                     {std::to_string(summary.sent), std::to_string(summary.received),
                      bytes_text(summary.bytes_up, lang), bytes_text(summary.bytes_down, lang)})
              << '\n';
    for (const client::RefusedItem& item : summary.refused) {
        std::cout << "  " << item.id << ": " << sentence_for_reason(item.reason, lang) << '\n';
    }
    if (summary.more) {
        std::cout << say(lang, {"Queda más: repita «aynictl sync».", "Il en reste : relancez « aynictl sync ».",
                                "There is more: run \"aynictl sync\" again."})
                  << '\n';
    }
}

int sync(Context& context, std::uint64_t budget) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    client::Http http;
    const auto summary = client::synchronise(*store, http, budget);
    if (!summary) {
        return context.refuse(summary.error());
    }
    print_summary(context, *summary);
    return good;
}

int invite(Context& context, const std::string& name) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto person = record_named(*store, name);
    if (!person) {
        return context.refuse(person.error());
    }
    client::Http http;
    const auto invitation = client::invite(*store, http, *person);
    if (!invitation) {
        return context.refuse(invitation.error());
    }
    if (context.json) {
        context.print(
            {{"code", invitation->code}, {"link", invitation->link}, {"expires", time_text(invitation->expires)}});
    } else {
        std::cout << say(context.lang(),
                         {"{0}\ncódigo {1}, hasta {2}", "{0}\ncode {1}, jusqu'au {2}", "{0}\ncode {1}, until {2}"},
                         {invitation->link, invitation->code, time_text(invitation->expires)})
                  << '\n';
    }
    return good;
}

int scopes(Context& context) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto all = store->scopes();
    if (!all) {
        return context.refuse(all.error());
    }
    Names names(*store, context.lang());
    for (const ScopeId& scope : *all) {
        if (context.json) {
            context.print({{"scope", to_text(scope)}, {"name", names.of(scope)}});
        } else {
            std::cout << to_text(scope) << "  " << names.of(scope) << '\n';
        }
    }
    return good;
}

}  // namespace

void add_join(CLI::App& app, Context& context) {
    add_with_word(app, context, "join", "join a programme with the link of an invitation", "LINK", &join);
}

void add_whoami(CLI::App& app, Context& context) {
    add_bare(app, context, "whoami", "whose profile this is", &whoami);
}

void add_status(CLI::App& app, Context& context) {
    add_bare(app, context, "status", "what waits to be sent, and when the hub was met last", &status);
}

void add_sync(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("sync", "exchange with the hub");
    auto budget = std::make_shared<std::uint64_t>(0);
    command->add_option("--budget", *budget, "stop after about so many bytes received")->type_name("BYTES");
    command->callback([&context, budget] { context.command = [budget](Context& c) { return sync(c, *budget); }; });
}

void add_invite(CLI::App& app, Context& context) {
    add_with_word(app, context, "invite", "make an invitation (coordinators)", "PERSON", &invite);
}

void add_scopes(CLI::App& app, Context& context) {
    add_bare(app, context, "scopes", "the spaces that this profile holds", &scopes);
}

}  // namespace ayni::shell
