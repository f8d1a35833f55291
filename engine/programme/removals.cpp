#include "engine/programme/removals.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "engine/programme/plans.hpp"

namespace ayni::programme {
namespace {

using Removals = std::vector<Store::RemovalInForce>;
using Key = std::tuple<DeviceId, std::uint64_t>;

// Removals by what they have in common, where that are many.
std::vector<Removals> many_of(const Removals& all, const std::function<Key(const Store::RemovalInForce&)>& key) {
    std::map<Key, Removals> groups;
    for (const auto& removal : all) {
        groups[key(removal)].push_back(removal);
    }
    std::vector<Removals> many;
    for (auto& [common, group] : groups) {
        if (group.size() > removals_most) {
            many.push_back(std::move(group));
        }
    }
    return many;
}

MassRemoval told(const Removals& group, const Names& names, RecordId me) {
    MassRemoval mass{group.front().by, names.of(group.front().by), group.front().by == me, 0, {}};
    std::set<RecordId> records;
    for (const auto& removal : group) {
        mass.at = std::max(mass.at, removal.stamp.ms());
        if (records.insert(removal.record).second) {
            mass.records.push_back(removal.record);
        }
    }
    return mass;
}

// Every record once, and only those that are (not) removed now; all hers to write so.
Result<std::vector<Record>> to_be_written(Store& store, std::span<const RecordId> ids, bool removed) {
    AYNI_LET(roster, store.roster());
    std::vector<Record> records;
    std::set<RecordId> met;
    for (const RecordId id : ids) {
        AYNI_LET(record, store.find(id));
        if (!record) {
            return Fault::not_found;
        }
        const bool marked = std::ranges::count(record->contested, field::removed) > 0;  // came back by an edit
        if ((record->removed == removed && (removed || !marked)) || !met.insert(id).second) {
            continue;
        }
        const Edit edit{id, record->kind, field::removed, {}, Removal{removed, {}}};
        if (!may_set(store, roster, record->scope, edit, &*record)) {
            return Fault::not_allowed;
        }
        records.push_back(std::move(*record));
    }
    return records;
}

Result<Deed> write_all(Store& store, const std::vector<Record>& records, bool removed) {
    Deed deed{records.empty() ? RecordId{} : records.front().id, {}};
    AYNI_TRY(store.transact([&]() -> Outcome {
        for (const Record& record : records) {
            AYNI_LET(before, store.heads(record.id, field::removed));
            const Edit edit{record.id, record.kind, field::removed, {}, Removal{removed, {}}};
            AYNI_TRY(removed ? store.remove(record.id) : store.restore(record.id));
            deed.steps.push_back({removed ? Step::What::removed : Step::What::restored, record.scope, edit,
                                  before.empty() ? Value{} : before.front().value});
        }
        return Done{};
    }));
    return deed;
}

}  // namespace

Result<std::variant<Deed, NeedsYes>> remove_all(Store& store, std::span<const RecordId> ids, bool yes) {
    using Answer = std::variant<Deed, NeedsYes>;
    AYNI_LET(records, to_be_written(store, ids, true));
    if (records.size() > removals_most && !yes) {
        return Answer(NeedsYes{records.size()});
    }
    AYNI_LET(deed, write_all(store, records, true));
    return Answer(std::move(deed));
}

Result<Deed> restore_all(Store& store, std::span<const RecordId> ids) {
    AYNI_LET(records, to_be_written(store, ids, false));
    return write_all(store, records, false);
}

Result<std::variant<Undone, NeedsYes>> undo_last(Store& store, bool yes) {
    using Answer = std::variant<Undone, NeedsYes>;
    AYNI_LET(deed, last_deed(store));
    const auto removals = static_cast<std::size_t>(std::ranges::count_if(deed.steps, [](const Step& step) {
        return step.what == Step::What::made || step.what == Step::What::restored;
    }));
    if (removals > removals_most && !yes) {
        return Answer(NeedsYes{removals});
    }
    AYNI_LET(undone, undo(store, deed));
    return Answer(std::move(undone));
}

Result<std::vector<MassRemoval>> mass_removals(Store& store) {
    AYNI_LET(all, store.removals());
    AYNI_LET(names, Names::of(store));
    std::vector<MassRemoval> masses;
    const auto take = [&](const std::vector<Removals>& groups) {
        std::set<Dot> taken;
        for (const Removals& group : groups) {
            masses.push_back(told(group, names, store.person()));
            for (const auto& removal : group) {
                taken.insert(removal.dot);
            }
        }
        std::erase_if(all, [&](const auto& removal) { return taken.contains(removal.dot); });
    };
    take(many_of(all, [](const auto& removal) { return Key{removal.dot.device, removal.stamp.packed}; }));
    std::erase_if(all, [](const auto& removal) { return removal.envelope == 0; });
    take(many_of(all, [](const auto& removal) {
        return Key{removal.dot.device, static_cast<std::uint64_t>(removal.envelope)};
    }));
    std::ranges::stable_sort(masses, std::greater{}, &MassRemoval::at);
    return masses;
}

}  // namespace ayni::programme
