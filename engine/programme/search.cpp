#include "engine/programme/search.hpp"

#include <map>

namespace ayni::programme {
namespace {

Result<std::vector<std::string>> whose(Store& store, const Roster& roster, const Names& names, const ScopeId& scope) {
    std::vector<std::string> all;
    const auto add = [&](const std::string& name) {
        if (!name.empty()) {
            all.push_back(name);
        }
    };
    switch (scope.kind) {
        case ScopeKind::programme: break;
        case ScopeKind::plan: {
            AYNI_LET(name, name_of_plan(store, scope));
            add(name);
            break;
        }
        case ScopeKind::talk:
            if (const auto* pairing = roster.pairing(scope.subject)) {
                add(names.of(pairing->business));
                add(names.of(pairing->mentor));
            }
            break;
        case ScopeKind::cohort:
        case ScopeKind::desk: {
            AYNI_LET(cohort, store.find(scope.subject));
            add(cohort && cohort->kind == kind::cohort ? cohort->text("name") : std::string());
            break;
        }
        case ScopeKind::line:
        case ScopeKind::own: add(names.of(scope.subject)); break;
    }
    return all;
}

}  // namespace

Result<SearchPage> search(Store& store, const Search& wanted) {
    AYNI_LET(roster, store.roster());
    Sought sought{wanted.words, wanted.kind, std::vector<ScopeId>{}, wanted.with_removed, wanted.limit};
    AYNI_LET(held, store.scopes());
    for (const ScopeId& scope : held) {
        const bool asked = !wanted.scope || *wanted.scope == scope;
        if (asked && standing_here(store, roster, scope) != Who::nobody) {
            sought.scopes->push_back(scope);
        }
    }
    AYNI_LET(findings, store.search(sought));
    AYNI_LET(names, Names::of(store));
    std::map<ScopeId, std::vector<std::string>> known;
    SearchPage page{{}, findings.more};
    for (SearchResult& found : findings.found) {
        if (!known.contains(found.scope)) {
            AYNI_LET(of_whom, whose(store, roster, names, found.scope));
            known.emplace(found.scope, of_whom);
        }
        SearchHit hit{std::move(found), {}, {}};
        hit.author = names.of(hit.found.made.by);
        hit.of_whom = known.at(hit.found.scope);
        page.hits.push_back(std::move(hit));
    }
    return page;
}

}  // namespace ayni::programme
