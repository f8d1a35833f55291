#include "engine/programme/import/bring_in.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace ayni::programme {
namespace {

std::string ref_of(const Record& record) {
    return record.text("ref");
}

// The cohort that a name (code or ref) means; without one, the only one.
Result<std::vector<Record>> cohorts_named(Store& store, std::string_view name) {
    AYNI_LET(cohorts, store.list(kind::cohort));
    if (!name.empty()) {
        std::erase_if(cohorts, [&](const Record& c) { return c.text("code") != name && ref_of(c) != name; });
    }
    return std::move(cohorts);
}

const Record* with_ref(const std::vector<Record>& records, std::string_view ref) {
    const auto found = std::ranges::find_if(records, [&](const Record& record) { return ref_of(record) == ref; });
    return found != records.end() ? &*found : nullptr;
}

class Bringing {
public:
    Bringing(Store& store, const Folder& folder, const BringIn& how) : store_(&store), folder_(&folder), how_(&how) {}

    Outcome run(RecordId cohort, bool is_new_cohort) {
        brought_.cohort = cohort;
        scope_ = {ScopeKind::cohort, cohort};
        AYNI_TRY(look_around());
        if (folder_->cohort) {
            AYNI_TRY(bring_cohort(cohort, is_new_cohort));
        }
        AYNI_TRY(bring_people());
        AYNI_TRY(bring_businesses());
        AYNI_TRY(bring_pairings());
        AYNI_LET(indicators, store_->list(kind::indicator_def));
        for (const Entry& entry : folder_->indicators) {
            AYNI_TRY(bring({}, entry, with_ref(indicators, entry.ref)));
        }
        return Done{};
    }
    Brought brought() && { return std::move(brought_); }

private:
    // What is here already, so that it is found by its ref.
    Outcome look_around() {
        AYNI_LET(me, store_->find(store_->person()));
        if (!me) {
            return {Fault::not_joined, "no person"};
        }
        me_ = std::move(me);
        AYNI_LET(people, store_->list(kind::person, scope_));
        AYNI_LET(businesses, store_->list(kind::business, scope_));
        AYNI_LET(pairings, store_->list(kind::pairing, scope_));
        people_ = std::move(people);
        businesses_ = std::move(businesses);
        pairings_ = std::move(pairings);
        for (const auto* records : {&people_, &businesses_}) {
            for (const Record& record : *records) {
                by_ref_.try_emplace(ref_of(record), record.id);
            }
        }
        by_ref_.erase(std::string{});
        if (!ref_of(*me_).empty()) {
            by_ref_.try_emplace(ref_of(*me_), me_->id);
        }
        return Done{};
    }

    Outcome bring_cohort(RecordId cohort, bool is_new) {
        AYNI_LET(now, store_->find(cohort));
        AYNI_TRY(write(scope_, folder_->cohort->cohort, cohort, is_new || !now ? nullptr : &*now));
        AYNI_LET(phases, store_->list(kind::phase, scope_));
        for (const Entry& phase : folder_->cohort->phases) {
            AYNI_TRY(bring(scope_, phase, with_ref(phases, phase.ref)));
        }
        return Done{};
    }

    // She may be at home in the programme, not in this cohort: then her row is her own card, wherever it lies.
    [[nodiscard]] bool is_me(const PersonRow& row) const {
        const std::string mine = ref_of(*me_);
        if (!mine.empty()) {
            return mine == row.card.ref;
        }
        return row.role == "coordinator" && (row.card.ref == how_->herself || row.name == me_->text("name"));
    }

    Outcome bring_people() {
        std::vector<std::pair<RecordId, std::string>> phones;
        for (const PersonRow& row : folder_->people) {
            const bool mine = is_me(row);
            const Record* now = mine ? &*me_ : with_ref(people_, row.card.ref);
            AYNI_TRY(bring(mine ? me_->scope : scope_, row.card, now));
            if (!row.phone.empty()) {
                phones.emplace_back(by_ref_.at(row.card.ref), row.phone);
            }
        }
        for (const auto& [person, phone] : phones) {
            const ScopeId line{ScopeKind::line, person};
            AYNI_LET(contacts, store_->list(kind::contact, line));
            Entry contact{.kind = find_kind(kind::contact), .ref = {}, .line = 0, .settings = {}, .whole_sets = {}};
            contact.set("phone", phone);
            AYNI_TRY(bring(line, contact, contacts.empty() ? nullptr : &contacts.front()));
        }
        return Done{};
    }

    Outcome bring_businesses() {
        for (const BusinessRow& row : folder_->businesses) {
            AYNI_TRY(bring(scope_, row.card, with_ref(businesses_, row.card.ref)));
        }
        return Done{};
    }

    // A pairing is known by its two sides, also one that was made by hand.
    Outcome bring_pairings() {
        for (const PairingRow& row : folder_->pairings) {
            const RecordId mentor = resolve(row.mentor);
            const RecordId business = resolve(row.business);
            const auto now = std::ranges::find_if(pairings_, [&](const Record& pairing) {
                return pairing.ref("mentor") == mentor && pairing.ref("business") == business;
            });
            Entry entry = row.pairing;
            if (const auto first = how_->first_statuses.find(entry.ref); first != how_->first_statuses.end()) {
                std::erase_if(entry.settings, [](const Setting& s) { return std::holds_alternative<Stage>(s.value); });
                if (now == pairings_.end()) {
                    entry.set("status", Stage{first->second, std::nullopt});
                }
            }
            AYNI_TRY(bring(scope_, entry, now != pairings_.end() ? &*now : nullptr));
        }
        return Done{};
    }

    [[nodiscard]] RecordId resolve(std::string_view ref) const {
        const auto found = by_ref_.find(ref);
        return found != by_ref_.end() ? found->second : RecordId{};
    }

    Outcome bring(const ScopeId& scope, const Entry& entry, const Record* now) {
        return write(scope, entry, now != nullptr ? now->id : store_->new_record(), now);
    }

    Outcome write(const ScopeId& scope, const Entry& entry, RecordId record, const Record* now) {
        if (!entry.ref.empty()) {
            by_ref_[entry.ref] = record;
        }
        AYNI_LET(edits, edits_for(entry, record, now, [this](std::string_view ref) { return resolve(ref); }));
        Brought::Count& count = brought_.kinds[entry.kind->number];
        ++(now == nullptr ? count.made : edits.empty() ? count.same : count.changed);
        if (edits.empty()) {
            return Done{};
        }
        AYNI_TRY(store_->write(scope, edits));
        return Done{};
    }

    Store* store_;
    const Folder* folder_;
    const BringIn* how_;
    Brought brought_;
    ScopeId scope_;
    std::optional<Record> me_;
    std::vector<Record> people_;
    std::vector<Record> businesses_;
    std::vector<Record> pairings_;
    std::map<std::string, RecordId, std::less<>> by_ref_;
};

struct Home {
    RecordId cohort;
    bool is_new = false;
};

// The cohort that the folder goes to; empty (and found) if that can't be told.
Result<std::optional<Home>> home_of(Store& store, const Folder& folder, const BringIn& how, Findings& findings) {
    if (folder.cohort) {
        AYNI_LET(cohorts, store.list(kind::cohort));
        const Record* same = with_ref(cohorts, folder.cohort->cohort.ref);
        return std::optional(same != nullptr ? Home{same->id, false} : Home{store.new_record(), true});
    }
    if (folder.people.empty() && folder.businesses.empty() && folder.pairings.empty()) {
        return std::optional(Home{});
    }
    AYNI_LET(cohorts, cohorts_named(store, how.cohort));
    if (cohorts.size() == 1) {
        return std::optional(Home{cohorts.front().id, false});
    }
    Found found{.value = how.cohort};
    AYNI_LET(all, store.list(kind::cohort));
    for (const Record& cohort : all) {
        found.expected.push_back(cohort.text("code"));
    }
    findings.add(all.empty() ? Trouble::cohort_missing : Trouble::cohort_unclear, std::move(found));
    return std::optional<Home>{};
}

}  // namespace

Result<KnownRefs> known_refs(Store& store, std::string_view cohort) {
    KnownRefs known;
    AYNI_LET(cohorts, cohorts_named(store, cohort));
    if (cohorts.size() != 1) {
        return known;
    }
    const ScopeId scope{ScopeKind::cohort, cohorts.front().id};
    AYNI_LET(people, store.list(kind::person, scope));
    AYNI_LET(businesses, store.list(kind::business, scope));
    AYNI_LET(me, store.find(store.person()));
    if (me) {
        people.push_back(*me);
    }
    for (const Record& person : people) {
        known.people.try_emplace(ref_of(person), person.text("role"));
    }
    for (const Record& business : businesses) {
        known.businesses.try_emplace(ref_of(business), business.text("name"));
    }
    return known;
}

Result<std::optional<Brought>> bring_in(Store& store, const Folder& folder, const BringIn& how, Findings& findings) {
    if (!store.person()) {
        return {Fault::not_joined, "no person"};
    }
    AYNI_LET(home, home_of(store, folder, how, findings));
    if (!home) {
        return std::optional<Brought>{};
    }
    Bringing bringing(store, folder, how);
    AYNI_TRY(store.transact([&] { return bringing.run(home->cohort, home->is_new); }));
    return std::optional(std::move(bringing).brought());
}

}  // namespace ayni::programme
