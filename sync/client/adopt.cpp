#include "sync/client/adopt.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "sync/joined/membership.hpp"

namespace ayni::client {

namespace setting = joined::setting;

namespace {

class Adoption {
public:
    Adoption(Store& store, Roster roster, std::set<ScopeId> granted)
        : store_(store),
          roster_(std::move(roster)),
          granted_(std::move(granted)),
          me_(roster_.person(store.person())) {}

    Outcome read(const std::set<ScopeId>& alone, RecordId provisional);
    /// Every scope with something in it has a place to go to.
    [[nodiscard]] bool is_possible() const;
    Outcome write();

private:
    struct Old {
        ScopeId scope;
        std::vector<Record> records;
    };

    [[nodiscard]] static bool is_card(const Record& record) {
        return record.kind == kind::person || record.kind == kind::business || record.kind == kind::cohort;
    }
    [[nodiscard]] RecordId business_of_hers(const std::string& name) const;
    [[nodiscard]] std::optional<ScopeId> place_for(const ScopeId& old) const;
    [[nodiscard]] RecordId carried(RecordId id) const;
    [[nodiscard]] std::vector<Edit> edits_of(const Record& record, RecordId as) const;
    Outcome fill_in(const Record& card);

    Store& store_;
    Roster roster_;
    std::set<ScopeId> granted_;
    const Roster::Person* me_;
    RecordId business_;
    std::vector<Old> old_;
    std::map<RecordId, RecordId> now_;  // what each record is from now on
};

// The one she leads; of several the one that she named so when she began, else the first.
RecordId Adoption::business_of_hers(const std::string& name) const {
    RecordId found;
    for (const Roster::Business& business : roster_.businesses) {
        if (std::ranges::find(business.leaders, me_->id) == business.leaders.end()) {
            continue;
        }
        const auto record = store_.find(business.id);
        const bool same = record && *record && !name.empty() && (*record)->text("name") == name;
        if (!found || same) {
            found = business.id;
        }
        if (same) {
            break;
        }
    }
    return found;
}

Outcome Adoption::read(const std::set<ScopeId>& alone, RecordId provisional) {
    std::string business_name;
    for (const ScopeId& scope : alone) {
        Old old{scope, {}};
        for (const KindDef& kind : kinds()) {
            AYNI_LET(records, store_.list(kind.number, scope));
            for (Record& record : records) {
                if (record.kind == kind::business) {
                    business_name = record.text("name");
                }
                old.records.push_back(std::move(record));
            }
        }
        old_.push_back(std::move(old));
    }
    if (me_ == nullptr) {
        return Done{};
    }
    business_ = business_of_hers(business_name);
    now_[provisional] = me_->id;
    for (const Old& old : old_) {
        for (const Record& record : old.records) {
            if (record.kind == kind::business) {
                now_[record.id] = business_;
            } else if (record.kind == kind::cohort) {
                now_[record.id] = me_->home.subject;
            }
        }
    }
    return Done{};
}

std::optional<ScopeId> Adoption::place_for(const ScopeId& old) const {
    ScopeId place{old.kind, {}};
    switch (old.kind) {
        case ScopeKind::plan: place.subject = me_->role == "mentor" ? me_->id : business_; break;
        case ScopeKind::line:
        case ScopeKind::own: place.subject = me_->id; break;
        case ScopeKind::cohort: place = me_->home; break;
        case ScopeKind::programme:
        case ScopeKind::talk:
        case ScopeKind::desk: return std::nullopt;
    }
    return granted_.contains(place) ? std::optional(place) : std::nullopt;
}

bool Adoption::is_possible() const {
    return me_ != nullptr && std::ranges::all_of(old_, [this](const Old& old) {
               return old.records.empty() || place_for(old.scope).has_value();
           });
}

RecordId Adoption::carried(RecordId id) const {
    const auto found = now_.find(id);
    return found != now_.end() ? found->second : id;
}

std::vector<Edit> Adoption::edits_of(const Record& record, RecordId as) const {
    std::vector<Edit> edits;
    for (const auto& [field, value] : record.values) {
        if (field == field::made || field == field::removed) {
            continue;
        }
        const auto* id = std::get_if<RecordId>(&value);
        edits.push_back({as, record.kind, field, {}, id != nullptr ? Value(carried(*id)) : value});
    }
    for (const auto& [field, elements] : record.sets) {
        for (const Element& element : elements) {
            const auto id = parse_record(element.key);
            edits.push_back({as, record.kind, field, id ? to_text(carried(*id)) : element.key, element.value});
        }
    }
    return edits;
}

// What the programme says of her and her business stands; what it doesn't say, and she did, is added. Her role and
// who leads are not hers to write.
Outcome Adoption::fill_in(const Record& card) {
    AYNI_LET(real, store_.find(carried(card.id)));
    const KindDef& kind = *find_kind(card.kind);
    if (!real || real->kind != card.kind || card.kind == kind::cohort) {
        return Done{};
    }
    std::vector<Edit> edits = edits_of(card, real->id);
    std::erase_if(edits, [&](const Edit& edit) {
        const FieldDef* field = kind.field(edit.field);
        return field == nullptr || field->number < field::first_own || field->name == "role" ||
               field->name == "leaders" || real->has(field->name);
    });
    if (!edits.empty()) {
        AYNI_TRY(store_.write(real->scope, edits));
    }
    return Done{};
}

Outcome Adoption::write() {
    for (const Old& old : old_) {
        for (const Record& record : old.records) {
            if (!is_card(record)) {
                now_[record.id] = store_.new_record();
            }
        }
    }
    for (const Old& old : old_) {
        for (const Record& record : old.records) {
            if (is_card(record)) {
                AYNI_TRY(fill_in(record));
                continue;
            }
            std::vector<Edit> edits = edits_of(record, now_.at(record.id));
            if (!edits.empty()) {
                // It was made when she made it, not today.
                const Made made{me_->id, record.made.at};
                edits.insert(edits.begin(), {now_.at(record.id), record.kind, field::made, {}, made});
                AYNI_TRY(store_.write(*place_for(old.scope), edits));
            }
        }
        if (const auto place = place_for(old.scope)) {
            AYNI_TRY(store_.move_drafts(old.scope, *place));
        }
        AYNI_TRY(store_.drop(old.scope));
    }
    return Done{};
}

}  // namespace

Outcome adopt(Store& store) {
    AYNI_LET(alone, joined::scopes_in(store, setting::alone));
    if (alone.empty()) {
        return Done{};
    }
    AYNI_LET(granted, joined::scopes_in(store, setting::granted));
    AYNI_LET(roster, store.roster());
    AYNI_LET(provisional, store.setting(setting::alone_person));
    Adoption adoption(store, std::move(roster), std::move(granted));
    AYNI_TRY(adoption.read(alone, parse_record(provisional).value_or(RecordId{})));
    if (!adoption.is_possible()) {
        return Done{};
    }
    const Outcome adopted = store.transact([&]() -> Outcome {
        AYNI_TRY(adoption.write());
        AYNI_TRY(store.set_setting(setting::alone, {}));
        return store.set_setting(setting::alone_person, {});
    });
    // Where it belongs now, what she had written there before isn't all back yet: after the next exchange, then.
    return !adopted && adopted.fault() == Fault::not_found ? Outcome(Done{}) : adopted;
}

}  // namespace ayni::client
