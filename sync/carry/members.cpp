#include "sync/carry/members.hpp"

namespace ayni::carry {

bool is_for_rights(KindNo kind) {
    return kind == kind::device || kind == kind::cohort || kind == kind::person || kind == kind::business ||
           kind == kind::pairing || kind == kind::verdict;
}

Result<Members> Members::read(Store& store, const joined::Membership& member) {
    Members members;
    AYNI_LET(roster, store.roster());
    members.roster_ = std::move(roster);
    members.devices_.push_back({store.person(), member.keys.open});
    AYNI_LET(records, store.list(kind::device));
    for (const Record& record : records) {
        const auto key = wire::parse_public_key(record.text("public_key"));
        const auto device = parse_device(record.text("device"));
        if (!key || !device || !store.is_of_hub(record.id.device)) {
            continue;
        }
        if (record.text("state") != "active") {
            members.gone_.insert(*device);
        } else if (*device != store.device()) {
            members.devices_.push_back({record.ref("person"), *key});
        }
    }
    return members;
}

std::vector<wire::PublicKey> Members::keys_of(const ScopeId& scope) const {
    std::vector<wire::PublicKey> keys;
    for (const Device& device : devices_) {
        if (standing(roster_, device.person, scope) != Who::nobody) {
            keys.push_back(device.key);
        }
    }
    return keys;
}

Result<std::optional<Refusal>> Members::objection_to(Store& store, const wire::Contents& contents) const {
    if (store.is_of_hub(contents.device)) {
        return std::optional<Refusal>{};
    }
    AYNI_LET(author, store.person_of(contents.device));
    const Who who = standing(roster_, author, contents.scope);
    if (who == Who::nobody || gone_.contains(contents.device)) {
        return std::optional(Refusal::not_in_scope);
    }
    for (const Change& change : contents.changes) {
        if (!is_for_rights(change.kind)) {
            continue;
        }
        // What the hub has judged away counts for nothing here either.
        AYNI_LET(voided, store.is_voided(contents.scope, change.dot));
        if (voided) {
            continue;
        }
        AYNI_LET(refusal, judge_rights(store, {contents.scope, change}, author, who));
        if (refusal) {
            return refusal;
        }
    }
    return std::optional<Refusal>{};
}

// By the rules that the hub judges by.
Result<std::optional<Refusal>> Members::judge_rights(Store& store, const Placed& placed, RecordId author,
                                                     Who who) const {
    const Change& change = placed.change;
    Attempt attempt;
    attempt.scope = placed.scope;
    attempt.kind = change.kind;
    attempt.field = change.field;
    attempt.key = change.key;
    attempt.value = &change.value;
    attempt.record = change.record;
    AYNI_LET(maker, store.person_of(change.record.device));
    attempt.maker = maker;
    AYNI_LET(record, store.find(change.record));
    if (record && (record->scope != placed.scope || record->kind != change.kind)) {
        return std::optional(Refusal::wrong_place);
    }
    if (record && record->kind == kind::business) {
        attempt.leaders = record->refs("leaders");
    }
    return judge(attempt, who, author, is_closed(roster_, placed.scope));
}

}  // namespace ayni::carry
