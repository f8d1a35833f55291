#include "engine/programme/import/take_out.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include "engine/model/time.hpp"
#include "engine/programme/import/csv_writer.hpp"
#include "engine/programme/import/roster_sheets.hpp"

namespace ayni::programme {
namespace {

// "es:fluent|fr:get_by", "mon-18|wed-18"
std::string joined(const Record& record, std::string_view field) {
    const auto set = record.sets.find(find_kind(record.kind)->field(field)->number);
    std::string all;
    if (set == record.sets.end()) {
        return all;
    }
    for (const Element& element : set->second) {
        all += (all.empty() ? "" : "|") + element.key;
        if (const auto* text = std::get_if<std::string>(&element.value)) {
            all += ":" + *text;
        } else if (const auto* number = std::get_if<std::int64_t>(&element.value)) {
            all += ":" + std::to_string(*number);
        }
    }
    return all;
}

const Record* with_id(const std::vector<Record>& records, RecordId id) {
    const auto found = std::ranges::find(records, id, &Record::id);
    return found != records.end() ? &*found : nullptr;
}

}  // namespace

Result<TakeOut> TakeOut::of(Store& store, const Record& cohort) {
    TakeOut out(store, cohort);
    AYNI_LET(cohorts, store.list(kind::cohort));
    out.is_first_ = !cohorts.empty() && cohorts.front().id == cohort.id;
    AYNI_LET(people, store.list(kind::person));
    AYNI_LET(businesses, store.list(kind::business, cohort.scope));
    AYNI_LET(pairings, store.list(kind::pairing, cohort.scope));
    std::erase_if(people, [&](const Record& person) { return !out.is_ours(person.scope); });
    out.people_ = std::move(people);
    out.businesses_ = std::move(businesses);
    out.pairings_ = std::move(pairings);
    return out;
}

// Those at home in the programme (its coordinators) go with the first cohort.
bool TakeOut::is_ours(const ScopeId& scope) const {
    switch (scope.kind) {
        case ScopeKind::programme: return is_first_;
        case ScopeKind::cohort:
        case ScopeKind::desk: return scope.subject == cohort_.id;
        case ScopeKind::plan:
            return with_id(businesses_, scope.subject) != nullptr || with_id(people_, scope.subject) != nullptr;
        case ScopeKind::talk: return with_id(pairings_, scope.subject) != nullptr;
        case ScopeKind::line:
        case ScopeKind::own: return with_id(people_, scope.subject) != nullptr;
    }
    return false;
}

std::string TakeOut::name_of(RecordId id) {
    const auto record = store_->find(id);
    const std::string ref = record && *record ? (*record)->text("ref") : std::string{};
    return ref.empty() ? to_text(id) : ref;
}

std::string TakeOut::scope_text(const ScopeId& scope) {
    const std::string kind(ayni::name_of(scope.kind));
    switch (scope.kind) {
        case ScopeKind::programme:
        case ScopeKind::cohort:
        case ScopeKind::desk: return kind;
        case ScopeKind::talk:
            if (const Record* pairing = with_id(pairings_, scope.subject)) {
                return kind + ":" + name_of(pairing->ref("mentor")) + "+" + name_of(pairing->ref("business"));
            }
            break;
        case ScopeKind::plan:
        case ScopeKind::line:
        case ScopeKind::own: break;
    }
    return kind + ":" + name_of(scope.subject);
}

std::string TakeOut::joined_refs(const Record& record, std::string_view field) {
    std::string all;
    for (const RecordId& id : record.refs(field)) {
        all += (all.empty() ? "" : "|") + name_of(id);
    }
    return all;
}

Outcome TakeOut::people(std::ostream& out) {
    CsvWriter writer(out, people_columns, "phone");
    for (const Record& person : people_) {
        AYNI_LET(contacts, store_->list(kind::contact, ScopeId{ScopeKind::line, person.id}));
        std::array<std::string, people_columns.size()> cells;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view column = people_columns[i];
            const FieldDef* field = find_kind(kind::person)->field(column);
            if (column == "ref") {
                cells[i] = name_of(person.id);
            } else if (column == "phone") {
                cells[i] = contacts.empty() ? std::string{} : contacts.front().text("phone");
            } else {
                cells[i] = field->rule == Rule::set ? joined(person, column) : person.text(column);
            }
        }
        writer.row(cells);
    }
    return Done{};
}

Outcome TakeOut::businesses(std::ostream& out) {
    CsvWriter writer(out, business_columns);
    for (const Record& business : businesses_) {
        writer.row(std::array<std::string, business_columns.size()>{
            name_of(business.id), business.text("name"), business.text("sector"), business.text("stage"),
            business.text("city"), business.has("founded") ? std::to_string(business.whole("founded")) : std::string{},
            joined_refs(business, "leaders"), business.text("mission")});
    }
    return Done{};
}

Outcome TakeOut::pairings(std::ostream& out) {
    CsvWriter writer(out, pairing_columns);
    for (const Record& pairing : pairings_) {
        const auto since = pairing.moment("since");
        writer.row(std::array<std::string, pairing_columns.size()>{
            name_of(pairing.ref("mentor")), name_of(pairing.ref("business")), pairing.text("status"),
            since ? date_text(*since) : std::string{}, pairing.text("reason")});
    }
    return Done{};
}

}  // namespace ayni::programme
