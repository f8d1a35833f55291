// Taking back what was done, and nothing that anybody else did.

#include <algorithm>
#include <iterator>
#include <ranges>

#include "engine/merge/heads.hpp"
#include "engine/merge/text_merge.hpp"
#include "engine/programme/deed.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {
namespace {

Rule rule_of(const Edit& edit) {
    const KindDef* kind = find_kind(edit.kind);
    const FieldDef* field = kind != nullptr ? kind->field(edit.field) : nullptr;
    return field != nullptr ? field->rule : Rule::once;
}

Heads heads_in(const std::vector<Version>& versions) {
    Heads heads;
    std::ranges::transform(versions, std::back_inserter(heads), [](const Version& version) {
        return Head{version.dot, version.stamp, version.value};
    });
    return heads;
}

// A place is made anew the way it was left: what was only respaced stays nobody's choice.
Value as_before(const Step& step) {
    const auto* place = std::get_if<Place>(&step.before);
    const auto* done = std::get_if<Place>(&step.edit.value);
    if (place == nullptr || done == nullptr) {
        return step.before;
    }
    return Place{place->lane, place->index, place->respaced || done->respaced};
}

class Undoing {
public:
    Undoing(Store& store, const Roster& roster) : store_(store), roster_(roster) {}

    /// False: it is left as it is.
    Result<bool> take_back(const Step& step) {
        AYNI_LET(record, store_.find(step.edit.record));
        if (!record) {
            return false;
        }
        switch (step.what) {
            case Step::What::made: return unmake(*record);
            case Step::What::removed: return bring_back(*record);
            case Step::What::restored: return remove_again(*record, step);
            case Step::What::set: return set_back(*record, step);
        }
        return false;
    }

private:
    [[nodiscard]] bool may(const Record& record, const Edit& edit) const {
        return may_set(store_, roster_, record.scope, edit, &record);
    }
    [[nodiscard]] static Edit removal_of(const Record& record, Removal removal) {
        return {record.id, record.kind, field::removed, {}, std::move(removal)};
    }

    // If somebody else has written in it since, it isn't one's own any more.
    Result<bool> unmake(const Record& record) {
        AYNI_LET(ours, store_.is_all_ours(record.id));
        if (record.removed || !ours || !may(record, removal_of(record, {true, {}}))) {
            return false;
        }
        AYNI_TRY(store_.remove(record.id));
        return true;
    }

    // A removal that somebody else made too stays hers.
    Result<bool> bring_back(const Record& record) {
        AYNI_LET(removals, store_.heads(record.id, field::removed));
        if (!record.removed || !all_ours(removals) || !may(record, removal_of(record, {}))) {
            return false;
        }
        AYNI_TRY(store_.restore(record.id));
        return true;
    }

    // The removal as it was: what anybody has written since then brings the record back still.
    Result<bool> remove_again(const Record& record, const Step& step) {
        AYNI_LET(removals, store_.heads(record.id, field::removed));
        const auto* before = std::get_if<Removal>(&step.before);
        if (record.removed || !all_ours(removals) || before == nullptr || !before->removed) {
            return false;
        }
        const Edit edit = removal_of(record, *before);
        return may(record, edit) ? write(record, edit) : Result<bool>(false);
    }

    Result<bool> set_back(const Record& record, const Step& step) {
        if (record.removed || rule_of(step.edit) == Rule::once) {
            return false;  // an edit would bring the record back
        }
        AYNI_LET(versions, store_.heads(record.id, step.edit.field, step.edit.key));
        AYNI_LET(value, value_without(record, step, std::move(versions)));
        if (!value) {
            return false;
        }
        Edit back = step.edit;
        back.value = std::move(*value);
        return may(record, back) ? write(record, back) : Result<bool>(false);
    }

    // What the field shows without what the step did; empty: that is what it shows.
    Result<std::optional<Value>> value_without(const Record& record, const Step& step, std::vector<Version> versions) {
        const auto mine = std::ranges::find_if(versions, [&](const Version& version) {
            return version.dot.device == store_.device() && version.value == step.edit.value;
        });
        const bool is_there = mine != versions.end();
        if (is_there && versions.size() == 1) {
            return std::optional(as_before(step));
        }
        if (rule_of(step.edit) == Rule::text) {
            return text_without(record, step);
        }
        if (!is_there) {
            return std::optional<Value>{};
        }
        versions.erase(mine);
        const Heads others = heads_in(versions);
        return std::optional(others[show(rule_of(step.edit), others).index].value);
    }

    // One's own words out of a text that others have written in since, where theirs are elsewhere in it.
    Result<std::optional<Value>> text_without(const Record& record, const Step& step) {
        const auto* done = std::get_if<std::string>(&step.edit.value);
        const auto* before = std::get_if<std::string>(&step.before);
        const auto now = record.values.find(step.edit.field);
        const auto* shown = now != record.values.end() ? std::get_if<std::string>(&now->second) : nullptr;
        if (done == nullptr || shown == nullptr || std::ranges::count(record.contested, step.edit.field) > 0) {
            return std::optional<Value>{};
        }
        const MergedText merged = merge_texts(*done, *shown, before != nullptr ? *before : std::string{});
        if (merged.contested || merged.text == *shown) {
            return std::optional<Value>{};
        }
        return std::optional<Value>{merged.text};
    }

    [[nodiscard]] bool all_ours(const std::vector<Version>& versions) const {
        return std::ranges::all_of(versions, [&](const Version& v) { return v.dot.device == store_.device(); });
    }

    Result<bool> write(const Record& record, const Edit& edit) {
        AYNI_TRY(store_.write(record.scope, {&edit, 1}));
        return true;
    }

    Store& store_;
    const Roster& roster_;
};

Step step_of(const Store::LastChange& change) {
    const Written& written = change.written;
    Step step{Step::What::set, change.scope,
              Edit{change.record, change.kind, written.field, written.key, written.value}, change.shown};
    if (const auto* removal = std::get_if<Removal>(&written.value)) {
        step.what = removal->removed ? Step::What::removed : Step::What::restored;
    } else if (written.field == field::made) {
        step.what = Step::What::made;
    }
    return step;
}

}  // namespace

Result<Undone> undo(Store& store, const Deed& deed) {
    AYNI_LET(roster, store.roster());
    Undone undone;
    AYNI_TRY(store.transact([&]() -> Outcome {
        Undoing undoing(store, roster);
        for (const Step& step : std::views::reverse(deed.steps)) {
            AYNI_LET(back, undoing.take_back(step));
            (back ? undone.back : undone.left).push_back(step);
        }
        return Done{};
    }));
    std::ranges::reverse(undone.back);
    std::ranges::reverse(undone.left);
    return undone;
}

Result<Deed> last_deed(Store& store) {
    AYNI_LET(changes, store.last_act());
    Deed deed;
    std::vector<RecordId> made;
    for (const Store::LastChange& change : changes) {
        const auto* making = std::get_if<Made>(&change.written.value);
        if (making != nullptr && making->at != change.written.stamp.ms()) {
            return Deed{};  // written anew, where she belongs since she joined: that is no deed of hers
        }
        if (making != nullptr) {
            made.push_back(change.record);
        } else if (std::ranges::find(made, change.record) != made.end()) {
            continue;  // it goes with the record
        }
        if (!deed.record) {
            deed.record = change.record;
        }
        deed.steps.push_back(step_of(change));
    }
    return deed;
}

}  // namespace ayni::programme
