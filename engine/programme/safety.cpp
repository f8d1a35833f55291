#include "engine/programme/safety.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "engine/merge/packed.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {
namespace {

// What a person knows that she wrote.
constexpr std::array written_kinds{kind::goal,         kind::action,      kind::progress, kind::session,
                                   kind::session_note, kind::exchange,    kind::insight,  kind::domino,
                                   kind::story,        kind::circle_post, kind::reading,  kind::agreement};

Result<std::string> name_of(Store& store, const Roster& roster, const ScopeId& scope) {
    if (scope.kind == ScopeKind::cohort) {
        AYNI_LET(cohort, store.find(scope.subject));
        return cohort ? cohort->text("name") : std::string();
    }
    const auto* pairing = scope.kind == ScopeKind::talk ? roster.pairing(scope.subject) : nullptr;
    return name_of_plan(store, pairing != nullptr ? ScopeId{ScopeKind::plan, pairing->business} : scope);
}

Result<std::vector<Share>> named(Store& store, const std::map<ScopeId, Share>& by_scope) {
    AYNI_LET(roster, store.roster());
    std::vector<Share> shares;
    for (const auto& [scope, share] : by_scope) {
        AYNI_LET(name, name_of(store, roster, scope));
        shares.push_back(share);
        shares.back().scope = scope;
        shares.back().name = name;
    }
    std::ranges::sort(shares, {},
                      [](const Share& share) { return std::tuple(share.scope.kind, share.name, share.scope); });
    return shares;
}

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
    std::map<ScopeId, Share> shares;
    for (const KindNo kind : written_kinds) {
        AYNI_LET(records, store.list(kind, {}, true));
        for (const Record& record : records) {
            const bool hers = record.made.by == store.person() && !record.removed;
            counts.waiting += record.safety == Safety::here ? 1U : 0U;
            counts.here += record.safety == Safety::here && !record.removed ? 1U : 0U;
            counts.received += record.safety == Safety::received && hers ? 1U : 0U;
            counts.seen += record.safety == Safety::seen && hers ? 1U : 0U;
            if (!record.removed) {
                Share& share = shares[record.scope];
                ++share.here;
                share.received += record.safety == Safety::here ? 0U : 1U;
            }
        }
    }
    AYNI_LET(named_shares, named(store, shares));
    counts.shares = std::move(named_shares);
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
