#include "engine/programme/versions.hpp"

#include <algorithm>

#include "engine/programme/plans.hpp"
#include "engine/programme/safety.hpp"

namespace ayni::programme {

Result<std::vector<DoubleEdit>> double_edits(Store& store) {
    AYNI_LET(names, Names::of(store));
    AYNI_LET(contests, store.contests());
    std::vector<DoubleEdit> edits;
    for (Contest& contest : contests) {
        AYNI_LET(record, store.find(contest.record));
        DoubleEdit edit;
        edit.title = record ? title_of(*record) : std::string();
        edit.business = names.of(contest.scope.subject);
        for (const Version& version : contest.versions) {
            edit.authors.push_back(names.of(version.by));
        }
        const KindDef* kind = find_kind(contest.kind);
        const FieldDef* field = kind != nullptr ? kind->field(contest.field) : nullptr;
        edit.is_text = field != nullptr && field->type == Type::text && field->rule != Rule::set;
        edit.contest = std::move(contest);
        edits.push_back(std::move(edit));
    }
    return edits;
}

Result<Deed> keep(Store& store, const Contest& contest, Dot version) {
    AYNI_LET(roster, store.roster());
    AYNI_LET(record, store.find(contest.record));
    const auto kept = std::ranges::find(contest.versions, version, &Version::dot);
    if (!record || kept == contest.versions.end()) {
        return Fault::not_found;
    }
    const Edit edit{contest.record, contest.kind, contest.field, contest.key, kept->value};
    if (!may_set(store, roster, contest.scope, edit, &*record)) {
        return Fault::not_allowed;
    }
    AYNI_TRY(store.resolve(contest.record, contest.field, contest.key, version));
    return Deed{contest.record, {}};
}

Result<Deed> keep_returned(Store& store, RecordId id) {
    AYNI_LET(roster, store.roster());
    AYNI_LET(record, store.find(id));
    if (!record) {
        return Fault::not_found;
    }
    const Edit edit{id, record->kind, field::removed, {}, Removal{}};
    if (!may_set(store, roster, record->scope, edit, &*record)) {
        return Fault::not_allowed;
    }
    AYNI_TRY(store.restore(id));
    return Deed{id, {}};
}

Result<Deed> write_instead(Store& store, const Contest& contest, const std::string& text) {
    Edit edit{contest.record, contest.kind, contest.field, contest.key, text};
    return carry_out(store, contest.scope, {std::move(edit)});
}

}  // namespace ayni::programme
