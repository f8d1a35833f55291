#include "engine/programme/drafts.hpp"

#include <algorithm>

#include "engine/merge/packed.hpp"

namespace ayni::programme {

Outcome keep_draft(Store& store, const std::string& place, std::optional<ScopeId> scope, const Form& form) {
    Packer packed;
    for (const auto& [name, text] : form) {
        if (!text.empty()) {
            packed.text(name);
            packed.text(text);
        }
    }
    const std::string content = std::move(packed).bytes();
    return content.empty() ? store.clear_draft(place) : store.set_draft(place, scope, content);
}

Result<Form> draft_at(Store& store, const std::string& place) {
    AYNI_LET(draft, store.draft(place));
    Form form;
    if (!draft) {
        return form;
    }
    Unpacker packed(draft->content);
    while (packed.ok() && !packed.at_end()) {
        const std::string name(packed.text());
        form[name] = std::string(packed.text());
    }
    return packed.ok() ? form : Form{};
}

Result<Deed> send_draft(Store& store, const std::string& place, const std::function<Result<Deed>(Store&)>& act) {
    Deed deed;
    AYNI_TRY(store.transact([&]() -> Outcome {
        AYNI_LET(done, act(store));
        deed = std::move(done);
        return store.clear_draft(place);
    }));
    return deed;
}

}  // namespace ayni::programme
