#include "engine/programme/attaching.hpp"

#include <fstream>

#include "engine/programme/media.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {
namespace {

Result<Record> parent_of(Store& store, RecordId about) {
    AYNI_LET(parent, store.find(about));
    if (!parent || parent->removed) {
        return Failure{Fault::not_found, "about"};
    }
    if (parent->kind == kind::attachment) {
        return Failure{Fault::invalid, "about"};
    }
    return *parent;
}

Result<std::string> media_in(const NewAttachment& wanted) {
    std::error_code error;
    if (!std::filesystem::exists(wanted.file, error)) {
        return Failure{Fault::not_found, "file"};
    }
    std::string beginning(media_beginning, '\0');
    std::ifstream file(wanted.file, std::ios::binary);
    file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
    std::string media(media_of(beginning));
    if (media.empty() || (!wanted.mime.empty() && usual_media(wanted.mime) != media)) {
        return Failure{Fault::invalid, "mime"};
    }
    return media;
}

std::vector<Edit> edits_of(const NewAttachment& wanted, RecordId id, const Blob& blob, const std::string& media) {
    const auto edit = [id](std::string_view field, Value value) {
        return make_edit(id, kind::attachment, field, std::move(value));
    };
    std::vector<Edit> edits{edit("about", wanted.about), edit("blob", to_text(blob.hash)), edit("mime", media),
                            edit("bytes", static_cast<std::int64_t>(blob.bytes))};
    if (wanted.seconds > 0) {
        edits.push_back(edit("seconds", wanted.seconds));
    }
    if (!wanted.caption.empty()) {
        edits.push_back(edit("caption", wanted.caption));
    }
    if (!wanted.lang.empty()) {
        edits.push_back(edit("lang", wanted.lang));
    }
    return edits;
}

}  // namespace

Result<Deed> attach(Store& store, const NewAttachment& wanted) {
    AYNI_LET(parent, parent_of(store, wanted.about));
    AYNI_LET(media, media_in(wanted));
    AYNI_LET(roster, store.roster());
    const Edit named = make_edit({}, kind::attachment, "blob", std::string());
    if (!may_set(store, roster, parent.scope, named, nullptr)) {
        return Failure{Fault::not_allowed, "blob"};
    }
    AYNI_LET(blob, store.attachments().put(wanted.file));
    Deed deed;
    AYNI_TRY(store.transact([&]() -> Outcome {
        AYNI_TRY(store.attachments().keep(blob, parent.scope));
        AYNI_LET(written, carry_out(store, parent.scope, edits_of(wanted, store.new_record(), blob, media)));
        deed = std::move(written);
        return Done{};
    }));
    return deed;
}

}  // namespace ayni::programme
