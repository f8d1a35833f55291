#include "engine/programme/deed.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "engine/programme/plans.hpp"

namespace ayni::programme {
namespace {

Value shown_value(const Record& record, const Edit& edit) {
    const KindDef* kind = find_kind(edit.kind);
    const FieldDef* field = kind != nullptr ? kind->field(edit.field) : nullptr;
    if (field != nullptr && field->rule == Rule::set) {
        const auto set = record.sets.find(edit.field);
        if (set == record.sets.end()) {
            return {};
        }
        const auto element = std::ranges::find(set->second, edit.key, &Element::key);
        return element != set->second.end() ? element->value : Value{};
    }
    const auto value = record.values.find(edit.field);
    return value != record.values.end() ? value->second : Value{};
}

// Whose the record is, where the same act says so.
std::optional<RecordId> owner_in(std::span<const Edit> edits, RecordId record) {
    for (const Edit& edit : edits) {
        const KindDef* kind = find_kind(edit.kind);
        const FieldDef* field = kind != nullptr ? kind->field(edit.field) : nullptr;
        if (edit.record == record && field != nullptr && field->name == "owner") {
            if (const auto* owner = std::get_if<RecordId>(&edit.value)) {
                return *owner;
            }
        }
    }
    return std::nullopt;
}

class Act {
public:
    Act(Store& store, const ScopeId& scope) : store_(store), scope_(scope) {}

    Result<Deed> carry_out(const std::vector<Edit>& edits) {
        AYNI_LET(roster, store_.roster());
        Deed deed{edits.empty() ? RecordId{} : edits.front().record, {}};
        for (const Edit& edit : edits) {
            AYNI_LET(record, found(edit.record));
            const std::optional<RecordId> owner = record ? std::nullopt : owner_in(edits, edit.record);
            if (!may_set(store_, roster, scope_, edit, record ? &*record : nullptr, owner)) {
                return Failure{Fault::not_allowed, std::string(find_kind(edit.kind)->field(edit.field)->name)};
            }
            note(deed, edit, record);
        }
        AYNI_TRY(store_.write(scope_, edits));
        return deed;
    }

private:
    Result<std::optional<Record>> found(RecordId id) {
        const auto known = records_.find(id);
        if (known != records_.end()) {
            return known->second;
        }
        AYNI_LET(record, store_.find(id));
        return records_.emplace(id, record).first->second;
    }

    void note(Deed& deed, const Edit& edit, const std::optional<Record>& record) const {
        if (record) {
            deed.steps.push_back({Step::What::set, scope_, edit, shown_value(*record, edit)});
        } else if (!std::ranges::any_of(deed.steps, [&](const Step& s) { return s.edit.record == edit.record; })) {
            deed.steps.push_back({Step::What::made, scope_, edit, {}});
        }
    }

    Store& store_;
    ScopeId scope_;
    std::map<RecordId, std::optional<Record>> records_;
};

}  // namespace

void Deed::add(Deed other) {
    if (!record) {
        record = other.record;
    }
    std::ranges::move(other.steps, std::back_inserter(steps));
}

Result<Deed> carry_out(Store& store, const ScopeId& scope, std::vector<Edit> edits) {
    return Act(store, scope).carry_out(edits);
}

Result<Deed> remove(Store& store, RecordId id) {
    AYNI_LET(record, store.find(id));
    if (!record || record->removed) {
        return Fault::not_found;
    }
    AYNI_LET(roster, store.roster());
    const Edit edit{id, record->kind, field::removed, {}, Removal{true, {}}};
    if (!may_set(store, roster, record->scope, edit, &*record)) {
        return Fault::not_allowed;
    }
    AYNI_TRY(store.remove(id));
    return Deed{id, {{Step::What::removed, record->scope, edit, {}}}};
}

}  // namespace ayni::programme
