// What is typed on this device becomes changes.

#include <algorithm>
#include <cassert>
#include <map>

#include "engine/merge/packed.hpp"
#include "engine/model/text.hpp"
#include "engine/store/inside.hpp"
#include "engine/store/renumber.hpp"

namespace ayni {
namespace {

bool element_fits(const FieldDef& field, const Value& value) {
    // An element that carries nothing but its key is `true`.
    return is_empty(value) || std::holds_alternative<bool>(value) || fits(field.type, value);
}

bool is_sound_text(const std::string& text) {
    return text.size() <= text_most && is_utf8(text);
}

bool is_sound(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return is_sound_text(*text);
    }
    if (const auto* record = std::get_if<RecordId>(&value)) {
        return record->counter <= Replicas::counter_most;
    }
    if (const auto* made = std::get_if<Made>(&value)) {
        return made->by.counter <= Replicas::counter_most;
    }
    if (const auto* place = std::get_if<Place>(&value)) {
        return is_sound_text(place->lane) && is_sound_text(place->index);
    }
    const auto* stage = std::get_if<Stage>(&value);
    return stage == nullptr || is_sound_text(stage->status);
}

Outcome check_edit(const KindDef& kind, const Edit& edit) {
    const FieldDef* field = kind.field(edit.field);
    if (field == nullptr) {
        return {Fault::invalid, std::string(kind.name) + ": no such field"};
    }
    const bool is_set = field->rule == Rule::set;
    const bool right = is_set ? !edit.key.empty() && element_fits(*field, edit.value)
                              : edit.key.empty() && fits(field->type, edit.value);
    if (!right || !is_sound_text(edit.key) || !is_sound(edit.value)) {
        return {Fault::invalid, std::string(kind.name) + '.' + std::string(field->name)};
    }
    return Done{};
}

// How many edits, from the first, are of one record.
std::size_t group_size(std::span<const Edit> edits) {
    const auto end =
        std::ranges::find_if_not(edits, [&](const Edit& edit) { return edit.record == edits.front().record; });
    return static_cast<std::size_t>(end - edits.begin());
}

std::vector<Dot> dots_of(const Heads& heads) {
    std::vector<Dot> dots;
    std::ranges::transform(heads, std::back_inserter(dots), &Head::dot);
    return dots;
}

}  // namespace

Edit make_edit(RecordId record, KindNo kind, std::string_view name, Value value, std::string key) {
    const KindDef* known = find_kind(kind);
    assert(known != nullptr);
    const FieldDef* field = known->field(name);
    assert(field != nullptr);
    return {record, kind, field->number, std::move(key), std::move(value)};
}

// Writing what is already there, and isn't contested, is no change.
Result<bool> Store::Inside::is_idle(std::int64_t scope, Rule rule, const Heads& heads, const Value& value) {
    if (heads.size() < 2) {
        return heads.empty() ? is_empty(value) : heads.front().value == value;
    }
    const auto* text = std::get_if<std::string>(&value);
    if (rule != Rule::text || text == nullptr) {
        return false;
    }
    AYNI_LET(shown, shown_text(scope, heads));
    return !shown.contested && shown.text == *text;
}

Result<Store::Inside::Act> Store::Inside::changes_for(Registers& registers, std::int64_t scope,
                                                      std::span<const Edit> edits, Stamp stamp,
                                                      std::uint64_t next_seq) {
    Act act;
    act.changes.reserve(edits.size() + 1);
    const auto add = [&](const Edit& edit, std::vector<Dot> supersedes) {
        act.changes.push_back({{device, next_seq++},
                               edit.record,
                               edit.kind,
                               edit.field,
                               edit.key,
                               edit.value,
                               stamp,
                               std::move(supersedes)});
    };
    const Edit& first = edits.front();
    const KindDef& kind = *find_kind(first.kind);
    const bool is_new = !registers.exists();
    if (is_new && first.field != field::made) {
        add({first.record, first.kind, field::made, {}, Made{person, stamp.ms()}}, {});
    }
    for (const Edit& edit : edits) {
        AYNI_TRY(check_edit(kind, edit));
        const Rule rule = kind.field(edit.field)->rule;
        const auto once = [&] {
            return Failure{Fault::invalid,
                           std::string(kind.name) + '.' + std::string(kind.field(edit.field)->name) + " once"};
        };
        const auto before = std::find_if(act.changes.rbegin(), act.changes.rend(), [&](const Change& change) {
            return change.field == edit.field && change.key == edit.key;
        });
        if (before != act.changes.rend()) {
            if (rule == Rule::once) {
                return once();
            }
            add(edit, {before->dot});
            continue;
        }
        Heads heads;
        if (!is_new) {
            AYNI_LET(found, registers.heads(edit.field, edit.key));
            heads = std::move(found);
        }
        AYNI_LET(idle, is_idle(scope, rule, heads, edit.value));
        if (idle) {
            continue;
        }
        if (rule == Rule::once && !heads.empty()) {
            return once();
        }
        add(edit, dots_of(heads));
        if (rule == Rule::text) {
            if (auto splice = spliced(act.changes.back(), heads)) {
                act.splices.emplace_back(act.changes.size() - 1, std::move(*splice));
            }
        }
    }
    return act;
}

// One stamp for all that an act writes, unless time passes in it: an import's lines were written over months.
Stamp Store::Inside::stamp_of_act() {
    const std::int64_t now = settings.clock->now_ms();
    if (!act_began) {
        act_began = next_stamp(last_stamp, now);
    }
    return std::max({*act_began, last_stamp, Stamp::at(now)});
}

Outcome Store::Inside::write_group(std::int64_t scope, std::span<const Edit> group, Stamp stamp,
                                   std::uint64_t first_seq, std::vector<Change>& all) {
    const RecordId record = group.front().record;
    const KindDef* kind = find_kind(group.front().kind);
    if (kind == nullptr || !record ||
        !std::ranges::all_of(group, [&](const Edit& edit) { return edit.kind == kind->number; })) {
        return {Fault::invalid, "kind"};
    }
    AYNI_LET(registers, take_up_for(true, *kind, scope, record, group.size() == 1 ? group.front().field : FieldNo{0}));
    if (registers.scope() != scope) {
        return {Fault::invalid, "another scope's record"};
    }
    AYNI_LET(act, changes_for(registers, scope, group, stamp, first_seq + all.size()));
    if (act.changes.empty()) {
        return Done{};
    }
    half_written = true;
    if (projects(*kind)) {
        AYNI_TRY(apply_to(registers, scope, act.changes));
    }
    for (auto& [index, splice] : act.splices) {
        act.changes[index].value = std::move(splice);
    }
    if (all.empty()) {
        all = std::move(act.changes);
    } else {
        std::ranges::move(act.changes, std::back_inserter(all));
    }
    return Done{};
}

Outcome Store::Inside::write_act(const ScopeId& scope_id, std::span<const Edit> edits, std::vector<Dot>& dots) {
    std::vector<Change> all;
    const Stamp stamp = stamp_of_act();
    AYNI_LET(scope, scope_number(scope_id));
    AYNI_LET(known, reach(scope, me));
    if (log_state == Log::awaits_own) {
        known.seq = std::max(known.seq, provisional_first - 1);
    }
    if (!may_write(scope, known)) {
        return {Fault::not_found, "what was written here before the scope was taken away isn't back yet"};
    }
    std::span<const Edit> rest = edits;
    while (!rest.empty()) {
        const auto group = rest.first(group_size(rest));
        rest = rest.subspan(group.size());
        AYNI_TRY(write_group(scope, group, stamp, known.seq + 1, all));
    }
    if (all.empty()) {
        return Done{};
    }
    dots.reserve(all.size());
    std::ranges::transform(all, std::back_inserter(dots), &Change::dot);
    AYNI_TRY(pending.add(scope, std::move(all)));
    last_stamp = stamp;
    return Done{};
}

Result<std::vector<Dot>> Store::Inside::write(const ScopeId& scope, std::span<const Edit> edits) {
    std::vector<Dot> dots;
    Outcome outcome = Done{};
    if (depth > 0 && group_size(edits) == edits.size()) {
        // Edits of one record are all judged before the first is written: what goes wrong later is the disk's fault,
        // and then the whole transaction can't be committed. That is cheaper than being able to go back half of it.
        half_written = false;
        outcome = write_act(scope, edits, dots);
        if (!outcome && half_written) {
            broken = outcome.error();
        }
    } else {
        outcome = transact([&] { return write_act(scope, edits, dots); });
    }
    if (!outcome) {
        return outcome.error();
    }
    return dots;
}

Result<std::optional<std::pair<const KindDef*, std::int64_t>>> Store::Inside::locate(RecordId record) {
    AYNI_LET(row, replicas.row_of(record));
    for (const KindDef& kind : kinds()) {
        AYNI_LET(query, database->prepare(Table::of(kind).select_clock()));
        AYNI_LET(found, query.bind(1, row).step());
        if (found) {
            return std::optional(std::pair(&kind, query.integer(0)));
        }
    }
    return std::optional<std::pair<const KindDef*, std::int64_t>>{};
}

RecordId Store::new_record() {
    do {
        ++inside_->records;
    } while (inside_->named_by_others.contains(inside_->records));
    return {inside_->device, inside_->records};
}

Result<std::vector<Dot>> Store::write(const ScopeId& scope, std::span<const Edit> edits) {
    return inside_->write(scope, edits);
}

// Writes what `value` makes of the record's registers into its field `removed`; nothing if it makes nothing.
Outcome Store::Inside::write_removal(RecordId record,
                                     const std::function<Result<std::optional<Removal>>(Registers&)>& value) {
    return transact([&]() -> Outcome {
        AYNI_LET(place, locate(record));
        if (!place) {
            return {Fault::not_found, "record"};
        }
        const auto [kind, scope] = *place;
        AYNI_LET(registers, take_up(*kind, scope, record));
        AYNI_LET(removal, value(registers));
        if (!removal) {
            return Done{};
        }
        const Edit edit{record, kind->number, field::removed, {}, *removal};
        AYNI_TRY(write(scope_of(scope), std::span(&edit, 1)));
        return Done{};
    });
}

Outcome Store::remove(RecordId record) {
    return inside_->write_removal(record, [](Registers& registers) -> Result<std::optional<Removal>> {
        if (registers.hidden()) {
            return std::optional<Removal>{};
        }
        AYNI_LET(dots, registers.dots());
        std::map<DeviceId, std::uint64_t> greatest;
        for (const Dot& dot : dots) {
            greatest[dot.device] = std::max(greatest[dot.device], dot.seq);
        }
        Removal removal{true, {}};
        for (const auto& [device, seq] : greatest) {
            removal.saw.push_back({device, seq});
        }
        return std::optional(std::move(removal));
    });
}

Outcome Store::restore(RecordId record) {
    return inside_->write_removal(record, [](Registers& registers) -> Result<std::optional<Removal>> {
        AYNI_LET(removals, registers.heads(field::removed, {}));
        return removals.empty() ? std::optional<Removal>{} : std::optional(Removal{});
    });
}

Outcome Store::resolve(RecordId record, FieldNo field, const std::string& key, Dot keep) {
    return transact([&]() -> Outcome {
        AYNI_LET(found, contest(record, field, key));
        if (!found) {
            return {Fault::not_found, "nothing is contested there"};
        }
        const auto kept = std::ranges::find(found->versions, keep, &Version::dot);
        if (kept == found->versions.end()) {
            return {Fault::not_found, "version"};
        }
        const Edit edit{record, found->kind, field, key, kept->value};
        AYNI_TRY(inside_->write(found->scope, std::span(&edit, 1)));
        return Done{};
    });
}

}  // namespace ayni
