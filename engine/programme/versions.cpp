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

Outcome keep(Store& store, const Contest& contest, Dot version) {
    if (contest.field == field::removed) {
        return store.restore(contest.record);
    }
    return store.resolve(contest.record, contest.field, contest.key, version);
}

Result<Deed> write_instead(Store& store, const Contest& contest, const std::string& text) {
    Edit edit{contest.record, contest.kind, contest.field, contest.key, text};
    return carry_out(store, contest.scope, {std::move(edit)});
}

}  // namespace ayni::programme
