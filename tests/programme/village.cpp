#include "tests/programme/village.hpp"

#include <unistd.h>

#include <algorithm>

namespace ayni::programme::test {

Folder::Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "ayni-programme-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
}

Phone::Phone(const Clock& clock) {
    Store::Settings settings{wire::decode, &clock, false};
    settings.attachments.folder = folder.path / "blobs";
    store = must(Store::open(":memory:", std::move(settings)));
}

RecordId Phone::makes(const ScopeId& scope, KindNo kind, const std::vector<std::pair<std::string, Value>>& fields) {
    return makes(store->new_record(), scope, kind, fields);
}

RecordId Phone::makes(RecordId id, const ScopeId& scope, KindNo kind,
                      const std::vector<std::pair<std::string, Value>>& fields) {
    std::vector<Edit> edits;
    for (const auto& [field, value] : fields) {
        edits.push_back(make_edit(id, kind, field, value));
    }
    must(store->write(scope, edits));
    return id;
}

void Phone::puts(const ScopeId& scope, RecordId id, KindNo kind, const std::string& set, const std::string& key,
                 Value value) {
    const Edit edit = make_edit(id, kind, set, std::move(value), key);
    must(store->write(scope, {&edit, 1}));
}

Record Phone::sees(RecordId id) const {
    const auto record = must(store->find(id));
    REQUIRE(record.has_value());
    return *record;
}

std::vector<std::string> Phone::lane(const ScopeId& plan, Lane lane) const {
    std::vector<std::string> titles;
    const Board shown = board(plan);
    for (const Item& item : shown.lane(lane)) {
        titles.push_back(item.title);
    }
    return titles;
}

void Phone::gives_to(Phone& other) const {
    for (const ScopeId& scope : must(store->scopes())) {
        const std::vector<Change> pending = must(store->pending(scope));
        if (!pending.empty()) {
            const auto last = must(store->last_sealed(scope));
            const wire::Contents contents{scope,
                                          store->device(),
                                          pending.front().dot.seq,
                                          pending.back().dot.seq,
                                          schema_version,
                                          wire::short_hash(last ? last->bytes : std::string()),
                                          pending};
            must(store->seal(
                {scope, store->device(), contents.first_seq, contents.last_seq, wire::seal(contents, keys.secret)}));
        }
        const Roster roster = must(store->roster());
        if (standing(roster, other.store->person(), scope) != Who::nobody) {
            must(other.store->receive(must(store->envelopes(scope))));
        }
    }
}

Village::Village() {
    cohort = {ScopeKind::cohort, odile.store->new_record()};
    odile_id = person(odile, "Odile Test", "coordinator");
    odile.makes(cohort.subject, cohort, kind::cohort, {{"name", std::string("Test cohort")}});
    odile.makes(cohort, kind::phase,
                {{"kind", std::string("virtual")}, {"starts", today_days - 40}, {"ends", today_days - 9}});
    odile.makes(cohort, kind::phase,
                {{"kind", std::string("stay")}, {"starts", today_days - 8}, {"ends", today_days + 12}});
    rosa_id = person(rosa, "Rosa Test", "entrepreneur");
    maude_id = person(maude, "Maude Test", "mentor");
    elena_id =
        odile.makes(cohort, kind::person, {{"name", std::string("Elena Test")}, {"role", std::string("entrepreneur")}});
    const RecordId bakery = odile.makes(cohort, kind::business, {{"name", std::string("Bakery")}});
    odile.puts(cohort, bakery, kind::business, "leaders", to_text(rosa_id));
    const RecordId looms = odile.makes(cohort, kind::business, {{"name", std::string("Looms")}});
    odile.puts(cohort, looms, kind::business, "leaders", to_text(elena_id));
    const RecordId pairing = odile.makes(cohort, kind::pairing,
                                         {{"mentor", maude_id}, {"business", bakery}, {"status", Stage{"active", {}}}});
    plan = {ScopeKind::plan, bakery};
    looms_plan = {ScopeKind::plan, looms};
    maudes_plan = {ScopeKind::plan, maude_id};
    talk = {ScopeKind::talk, pairing};
    all_meet();
}

RecordId Village::person(Phone& phone, const std::string& name, const std::string& role) {
    const RecordId id = odile.store->new_record();
    must(phone.store->set_person(id));
    odile.makes(id, cohort, kind::person, {{"name", name}, {"role", role}});
    odile.makes(cohort, kind::device, {{"person", id}, {"device", to_text(phone.store->device())}});
    return id;
}

void Village::all_meet() {
    for (int round = 0; round < 2; ++round) {
        for (Phone* giver : {&odile, &rosa, &maude}) {
            for (Phone* other : {&odile, &rosa, &maude}) {
                if (giver != other) {
                    giver->gives_to(*other);
                }
            }
        }
    }
}

}  // namespace ayni::programme::test
