#include "sync/hub/judgement.hpp"

#include <algorithm>
#include <variant>

#include "sync/hub/pen.hpp"

namespace ayni::hub {

Result<std::optional<Refusal>> Judgement::operator()(const Change& change) {
    AYNI_LET(standing, standing_of(change));
    AYNI_LET(maker, maker_of(change.record));
    // A record belongs to one scope and is of one kind, and only its own device makes it.
    if (standing->scope && (*standing->scope != scope_ || standing->kind != change.kind)) {
        forged_ = forged_ || *standing->scope != scope_;
        return std::optional(Refusal::wrong_place);
    }
    AYNI_LET(plausible, can_know(change, *standing));
    if (!plausible) {
        return std::optional(Refusal::not_hers);
    }
    if (change.field == field::made && change.record.device != author_.device) {
        return std::optional(Refusal::forged_author);
    }
    Attempt attempt;
    attempt.scope = scope_;
    attempt.kind = change.kind;
    attempt.field = change.field;
    attempt.key = change.key;
    attempt.value = &change.value;
    attempt.record = change.record;
    attempt.maker = maker;
    attempt.status = standing->status;
    attempt.owner = standing->owner;
    attempt.leaders = standing->leaders;
    const auto refusal = judge(attempt, who_, author_.person, closed_);
    if (!refusal) {
        note(*standing, change);
    }
    return refusal;
}

Result<Judgement::Standing*> Judgement::standing_of(const Change& change) {
    const auto known = records_.find(change.record);
    if (known != records_.end()) {
        return &known->second;
    }
    Standing standing;
    AYNI_LET(record, depot_.rights().find(change.record));
    if (record) {
        standing.scope = record->scope;
        standing.kind = record->kind;
        const KindDef* kind = find_kind(record->kind);
        if (kind != nullptr && kind->field("status") != nullptr) {
            standing.status = record->text("status");
        }
        if (kind != nullptr && kind->field("owner") != nullptr && record->has("owner")) {
            standing.owner = record->ref("owner");
        }
        if (kind != nullptr && kind->field("leaders") != nullptr) {
            standing.leaders = record->refs("leaders");
        }
    }
    return &records_.emplace(change.record, std::move(standing)).first->second;
}

// She edits what she has been sent, so the hub has it. Otherwise she could take the names of records that another is
// yet to make, and keep their true owner out of them.
Result<bool> Judgement::can_know(const Change& change, const Standing& standing) {
    if (change.record.device == author_.device || standing.scope) {
        return true;
    }
    const KindDef* kind = find_kind(change.kind);
    if (kind != nullptr && kind->hub_projects) {
        return false;
    }
    AYNI_LET(last, Chain(depot_).last(scope_, change.record.device));
    return last.seq > 0;
}

Result<RecordId> Judgement::maker_of(RecordId record) {
    if (record.device == author_.device) {
        return author_.person;
    }
    return depot_.rights().person_of(record.device);
}

void Judgement::note(Standing& standing, const Change& change) const {
    standing.scope = scope_;
    standing.kind = change.kind;
    const KindDef* kind = find_kind(change.kind);
    const FieldDef* field = kind != nullptr ? kind->field(change.field) : nullptr;
    if (field == nullptr) {
        return;
    }
    if (field->name == "status") {
        const auto* stage = std::get_if<Stage>(&change.value);
        standing.status = stage != nullptr ? stage->status : std::string{};
    } else if (field->name == "owner") {
        const auto* owner = std::get_if<RecordId>(&change.value);
        standing.owner = owner != nullptr ? std::optional(*owner) : std::nullopt;
    } else if (field->name == "leaders") {
        if (const auto leader = parse_record(change.key)) {
            std::erase(standing.leaders, *leader);
            if (!is_empty(change.value)) {
                standing.leaders.push_back(*leader);
            }
        }
    }
}

}  // namespace ayni::hub
