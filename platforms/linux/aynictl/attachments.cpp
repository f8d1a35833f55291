// attach, fetch: photos, voices and papers, in and out.

#include <CLI/CLI.hpp>
#include <iostream>

#include "engine/programme/attaching.hpp"
#include "platforms/linux/aynictl/commands.hpp"
#include "platforms/linux/aynictl/names.hpp"
#include "platforms/linux/aynictl/phrases.hpp"

namespace ayni::shell {
namespace {

struct Words {
    std::string id;
    std::string file;
    std::string mime;
    std::string caption;
    std::string lang;
    std::int64_t seconds = 0;
};

int refuse_file(Context& context, const Failure& failure) {
    if (failure.fault == Fault::not_found && failure.detail == "file") {
        return context.refuse({"No hay ningún archivo con ese nombre: revíselo.",
                               "Il n'y a aucun fichier de ce nom : vérifiez-le.",
                               "There is no file of that name: check it."});
    }
    if (failure.fault == Fault::invalid && (failure.detail == "mime" || failure.detail == "file")) {
        return context.refuse(
            {"Ese archivo no se puede adjuntar: elija una foto (JPEG, PNG, WebP), una voz (Ogg, AAC, M4A) o un PDF, "
             "y que sea lo que dice --mime.",
             "Ce fichier ne peut pas être joint : choisissez une photo (JPEG, PNG, WebP), une voix (Ogg, AAC, M4A) ou "
             "un PDF, et qu'il soit ce que dit --mime.",
             "That file can't be attached: choose a photo (JPEG, PNG, WebP), a voice (Ogg, AAC, M4A) or a PDF, and let "
             "it be what --mime says."});
    }
    if (failure.fault == Fault::invalid && failure.detail == "about") {
        return context.refuse({"A un adjunto no se le adjunta nada: diga el registro del que trata.",
                               "On ne joint rien à une pièce jointe : nommez la fiche dont il s'agit.",
                               "Nothing is attached to an attachment: name the record that it is about."});
    }
    if (failure.fault == Fault::too_large) {
        return context.refuse({"Es demasiado grande: caben {0} bytes; redúzcalo o recórtelo.",
                               "C'est trop grand : {0} octets au plus ; réduisez-le ou coupez-le.",
                               "It is too large: {0} bytes are the most; shrink it or cut it."},
                              {failure.detail});
    }
    return context.refuse(failure);
}

int attach(Context& context, const Words& words) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto about = find_named(context, *store, words.id);
    if (!about) {
        return refused;
    }
    const auto done =
        programme::attach(*store, {about->id, words.file, words.mime, words.caption, words.lang, words.seconds});
    if (!done) {
        return refuse_file(context, done.error());
    }
    const auto record = store->find(done->record);
    if (!record || !*record) {
        return context.refuse(record ? Failure{Fault::not_found, {}} : record.error());
    }
    if (context.json) {
        context.print(to_json(**record));
    } else {
        std::cout << Names(*store, context.lang()).line(**record) << '\n';
    }
    return good;
}

// What is meant: a content by its hash, or the one that a record names. Empty: the refusal was said.
std::optional<BlobHash> blob_named(Context& context, Store& store, const std::string& name) {
    if (const auto hash = parse_blob(name)) {
        return hash;
    }
    const auto record = find_named(context, store, name);
    if (!record) {
        return std::nullopt;
    }
    const auto hash = record->kind == kind::attachment ? parse_blob(record->text("blob")) : std::nullopt;
    if (!hash) {
        context.refuse({"«{0}» no es un adjunto: «aynictl list Attachment» los muestra.",
                        "« {0} » n'est pas une pièce jointe : « aynictl list Attachment » les montre.",
                        "\"{0}\" is no attachment: \"aynictl list Attachment\" shows them."},
                       {name});
    }
    return hash;
}

int fetch(Context& context, const Words& words) {
    Store* store = context.open();
    if (store == nullptr) {
        return refused;
    }
    const auto hash = blob_named(context, *store, words.id);
    if (!hash) {
        return refused;
    }
    const auto copied = store->attachments().copy_to(*hash, words.file);
    if (!copied && copied.fault() == Fault::not_found) {
        return context.refuse({"Este adjunto todavía no está en este dispositivo.",
                               "Cette pièce jointe n'est pas encore sur cet appareil.",
                               "This attachment isn't on this device yet."});
    }
    if (!copied && copied.fault() == Fault::storage_corrupt) {
        return context.refuse(
            {"Este adjunto está dañado en este dispositivo (solo él): no se copió nada; pídalo o "
             "adjúntelo otra vez.",
             "Cette pièce jointe est endommagée sur cet appareil (elle seule) : rien n'a été copié ; "
             "demandez-la ou joignez-la de nouveau.",
             "This attachment is damaged on this device (it alone): nothing was copied; ask for it or "
             "attach it again."});
    }
    if (!copied) {
        return context.refuse(copied.error());
    }
    if (context.json) {
        context.print({{"blob", to_text(*hash)}, {"bytes", copied->bytes}, {"to", words.file}});
    } else {
        std::cout << words.file << '\n';
    }
    return good;
}

}  // namespace

void add_attach(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("attach", "put a photo, a voice or a paper to a record");
    auto words = std::make_shared<Words>();
    command->add_option("ID", words->id, "id or ref of what it is about")->required()->type_name("");
    command->add_option("FILE", words->file, "the file")->required()->type_name("");
    command->add_option("--caption", words->caption, "what is to be seen or heard")->type_name("TEXT");
    command->add_option("--mime", words->mime, "what it has to be, such as image/jpeg")->type_name("TYPE");
    command->add_option("--in", words->lang, "the language of what is said in it")->type_name("LANG");
    command->add_option("--seconds", words->seconds, "how long it is")->check(CLI::NonNegativeNumber)->type_name("N");
    command->callback([&context, words] { context.command = [words](Context& c) { return attach(c, *words); }; });
}

void add_fetch(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("fetch", "write an attachment's content into a file");
    auto words = std::make_shared<Words>();
    command->add_option("NAME", words->id, "the attachment's id or ref, or its blob")->required()->type_name("");
    command->add_option("--to", words->file, "the file, which is replaced if it is there")
        ->required()
        ->type_name("FILE");
    command->callback([&context, words] { context.command = [words](Context& c) { return fetch(c, *words); }; });
}

}  // namespace ayni::shell
