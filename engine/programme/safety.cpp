#include "engine/programme/safety.hpp"

#include <array>

#include "engine/merge/packed.hpp"

namespace ayni::programme {
namespace {

// What a person knows that she wrote.
constexpr std::array written_kinds{kind::goal,         kind::action,      kind::progress, kind::session,
                                   kind::session_note, kind::exchange,    kind::insight,  kind::domino,
                                   kind::story,        kind::circle_post, kind::reading,  kind::agreement};

}  // namespace

std::string first_words(const std::string& text) {
    constexpr std::size_t most = 60;
    const std::size_t line = text.find('\n');
    std::string words = text.substr(0, line);
    if (words.size() <= most) {
        return words;
    }
    std::size_t end = words.rfind(' ', most);
    end = end == std::string::npos ? most : end;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) {
        --end;  // not in the middle of a character
    }
    return words.substr(0, end) + "…";
}

std::string title_of(const Record& record) {
    const KindDef* kind = find_kind(record.kind);
    for (const std::string_view field : {"title", "name", "text"}) {
        const FieldDef* def = kind != nullptr ? kind->field(field) : nullptr;
        if (def != nullptr && def->rule != Rule::set && record.has(field)) {
            return first_words(record.text(field));
        }
    }
    return {};
}

Result<SafetyCounts> safety(Store& store) {
    SafetyCounts counts;
    for (const KindNo kind : written_kinds) {
        AYNI_LET(records, store.list(kind, {}, true));
        for (const Record& record : records) {
            const bool hers = record.made.by == store.person() && !record.removed;
            counts.waiting += record.safety == Safety::here ? 1U : 0U;
            counts.here += record.safety == Safety::here && !record.removed ? 1U : 0U;
            counts.received += record.safety == Safety::received && hers ? 1U : 0U;
            counts.seen += record.safety == Safety::seen && hers ? 1U : 0U;
        }
    }
    AYNI_LET(changes_waiting, store.waiting());
    if (counts.waiting == 0 && changes_waiting > 0) {
        counts.waiting = 1;  // her card, say: something waits
    }
    AYNI_LET(scopes, store.scopes());
    for (const ScopeId& scope : scopes) {
        AYNI_LET(changes, store.pending(scope));
        counts.waiting_bytes += changes.empty() ? 0 : pack(changes).size();
    }
    AYNI_LET(unsent, store.unsent(64U * 1024 * 1024));
    for (const Envelope& envelope : unsent) {
        counts.waiting_bytes += envelope.bytes.size();
    }
    AYNI_LET(tray, store.tray());
    for (const Trayed& trayed : tray) {
        AYNI_LET(record, store.find(trayed.record));
        counts.tray_titles.push_back(record ? title_of(*record) : std::string());
    }
    counts.tray = std::move(tray);
    return counts;
}

}  // namespace ayni::programme
