#include "engine/store/registers.hpp"

#include <algorithm>

#include "engine/merge/packed.hpp"

namespace ayni {

Registers Registers::of_row(Database& database, Replicas& replicas, const KindDef& kind, std::int64_t row,
                            std::int64_t scope, bool hidden, std::string_view clock) {
    Registers registers(database, replicas, kind);
    registers.row_ = row;
    registers.scope_ = scope;
    registers.exists_ = true;
    registers.hidden_ = hidden;
    registers.clock_ = RowClock::unpack(clock);
    registers.side_loaded_ = !registers.clock_.has_more_heads;
    registers.elements_loaded_ = !registers.clock_.has_elements;
    return registers;
}

Result<Registers> Registers::of_new(Database& database, Replicas& replicas, const KindDef& kind, std::int64_t scope,
                                    RecordId record) {
    AYNI_LET(row, replicas.row_of(record));
    Registers registers(database, replicas, kind);
    registers.row_ = row;
    registers.scope_ = scope;
    registers.side_loaded_ = registers.elements_loaded_ = true;
    registers.clock_.entries.reserve(kind.fields.size());
    registers.dirty_.reserve(kind.fields.size());
    return registers;
}

Result<Registers> Registers::take_up(Database& database, Replicas& replicas, const KindDef& kind, std::int64_t scope,
                                     RecordId record, FieldNo wanted) {
    const Table& table = Table::of(kind);
    AYNI_LET(row, replicas.row_of(record));
    const bool reads = table.width(wanted) > 0;
    AYNI_LET(query, database.prepare(reads ? table.select_with(wanted) : table.select_clock()));
    AYNI_LET(found, query.bind(1, row).step());
    if (!found) {
        return of_new(database, replicas, kind, scope, record);
    }
    Registers registers = of_row(database, replicas, kind, row, query.integer(0), query.integer(1) != 0, query.view(2));
    if (reads) {
        registers.read_.emplace(wanted, read_value(query, 3, *kind.field(wanted), replicas));
    }
    return registers;
}

// The head in a row of `field, key, replica, seq, stamp, value`.
Result<Head> Registers::head_in(const Statement& row) const {
    AYNI_LET(value, unpack_value(row.view(5)));
    const Dot dot{replicas_->device_of(row.integer(2)), static_cast<std::uint64_t>(row.integer(3))};
    return Head{dot, Stamp{static_cast<std::uint64_t>(row.integer(4))}, std::move(value)};
}

Outcome Registers::load_side() {
    if (side_loaded_) {
        return Done{};
    }
    AYNI_LET(query, database_->prepare("SELECT field, key, replica, seq, stamp, value FROM head WHERE record=? "
                                       "ORDER BY field, key, stamp DESC, replica, seq"));
    query.bind(1, row_);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        AYNI_LET(head, head_in(query));
        side_[{static_cast<FieldNo>(query.integer(0)), query.text(1)}].push_back(std::move(head));
    }
    side_loaded_ = true;
    return Done{};
}

Outcome Registers::load_elements() {
    if (elements_loaded_) {
        return Done{};
    }
    AYNI_LET(query, database_->prepare("SELECT field, key, replica, seq, stamp, value FROM element WHERE record=?"));
    query.bind(1, row_);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            break;
        }
        AYNI_LET(head, head_in(query));
        elements_.insert_or_assign({static_cast<FieldNo>(query.integer(0)), query.text(1)},
                                   Element{std::move(head), false});
    }
    elements_loaded_ = true;
    return Done{};
}

bool Registers::has_column(FieldNo field) const {
    return table_->width(field) > 0;
}

Rule Registers::rule_of(FieldNo field) const {
    const FieldDef* def = kind_->field(field);
    return def != nullptr ? def->rule : Rule::pick;
}

Result<Value> Registers::column(FieldNo field) {
    if (const auto dirty = std::ranges::find(dirty_, field, [](const auto& d) { return d.first; });
        dirty != dirty_.end()) {
        return *dirty->second;
    }
    if (read_ && read_->first == field) {
        return read_->second;
    }
    AYNI_LET(query, database_->prepare(table_->select_field(field)));
    AYNI_LET(found, query.bind(1, row_).step());
    return found ? read_value(query, 0, *kind_->field(field), *replicas_) : Value{};
}

void Registers::set_dirty(FieldNo field, const Value* value) {
    const auto known = std::ranges::find(dirty_, field, [](const auto& d) { return d.first; });
    if (known != dirty_.end()) {
        known->second = value;
    } else {
        dirty_.emplace_back(field, value);
    }
}

const Value* Registers::keep(Value value) {
    kept_.push_front(std::move(value));
    return &kept_.front();
}

Result<Entry> Registers::entry_of(FieldNo field, Dot dot, Stamp stamp) {
    AYNI_LET(replica, replicas_->number_of(dot.device));
    return Entry{field, replica, dot.seq, stamp};
}

Result<Heads> Registers::heads(FieldNo field, const std::string& key) {
    AYNI_TRY(load_side());
    Heads heads;
    if (const auto side = side_.find({field, key}); side != side_.end()) {
        heads = side->second;
    }
    if (rule_of(field) == Rule::set) {
        AYNI_TRY(load_elements());
        if (const auto element = elements_.find({field, key}); element != elements_.end()) {
            heads.push_back(element->second.head);
        }
    } else if (const Entry* entry = clock_.find(field); entry != nullptr) {
        AYNI_LET(value, column(field));
        heads.push_back({{replicas_->device_of(entry->replica), entry->seq}, entry->stamp, value});
    }
    std::ranges::sort(heads, [](const Head& a, const Head& b) {
        return std::tie(a.stamp, a.dot.device, a.dot.seq) > std::tie(b.stamp, b.dot.device, b.dot.seq);
    });
    return heads;
}

Result<std::vector<Dot>> Registers::dots() {
    AYNI_TRY(load_side());
    AYNI_TRY(load_elements());
    std::vector<Dot> all;
    for (const Entry& entry : clock_.entries) {
        all.push_back({replicas_->device_of(entry.replica), entry.seq});
    }
    for (const auto& [key, element] : elements_) {
        all.push_back(element.head.dot);
    }
    for (const auto& [key, heads] : side_) {
        for (const Head& head : heads) {
            if (key.first != field::removed) {
                all.push_back(head.dot);
            }
        }
    }
    return all;
}

// The usual case, without reading a value: a field's first head, or the successor of its only one. False: not that.
Result<bool> Registers::advance_alone(const Change& change, bool already_superseded, std::optional<Value>& whole) {
    const Rule rule = rule_of(change.field);
    if (already_superseded || !has_column(change.field)) {
        return false;
    }
    AYNI_TRY(load_side());
    if (!side_.empty() && side_.contains({change.field, {}})) {
        return false;
    }
    if (const Entry* entry = clock_.find(change.field); entry != nullptr) {
        const Dot shown{replicas_->device_of(entry->replica), entry->seq};
        if (rule == Rule::once || shown == change.dot ||
            std::ranges::find(change.supersedes, shown) == change.supersedes.end()) {
            return false;
        }
    }
    AYNI_LET(entry, entry_of(change.field, change.dot, change.stamp));
    clock_.put(entry);
    set_dirty(change.field, whole ? keep(std::move(*whole)) : &change.value);
    touched_ = true;
    return true;
}

// The same for an element of a set.
Result<bool> Registers::advance_element(const Change& change, bool already_superseded) {
    if (already_superseded || rule_of(change.field) != Rule::set) {
        return false;
    }
    AYNI_TRY(load_side());
    AYNI_TRY(load_elements());
    Key key{change.field, change.key};
    if (!side_.empty() && side_.contains(key)) {
        return false;
    }
    const auto known = elements_.find(key);
    if (known == elements_.end()) {
        elements_.emplace(std::move(key), Element{{change.dot, change.stamp, change.value}, true});
    } else {
        const Dot shown = known->second.head.dot;
        if (shown == change.dot || std::ranges::find(change.supersedes, shown) == change.supersedes.end()) {
            return false;
        }
        known->second = {{change.dot, change.stamp, change.value}, true};
    }
    touched_ = true;
    return true;
}

Outcome Registers::advance(const Change& change, bool already_superseded, std::optional<Value> whole) {
    touched_ = touched_ || !exists_;
    AYNI_LET(alone, advance_alone(change, already_superseded, whole));
    if (alone) {
        return Done{};
    }
    AYNI_LET(element, advance_element(change, already_superseded));
    if (element) {
        return Done{};
    }
    AYNI_LET(before, heads(change.field, change.key));
    Heads after;
    if (whole) {
        Change made = change;
        made.value = std::move(*whole);
        after = ayni::advance(before, made, rule_of(change.field), already_superseded);
    } else {
        after = ayni::advance(before, change, rule_of(change.field), already_superseded);
    }
    if (after == before) {
        return Done{};
    }
    return put(change.field, change.key, std::move(after));
}

Outcome Registers::put(FieldNo field, const std::string& key, Heads heads) {
    touched_ = true;
    const Rule rule = rule_of(field);
    const bool is_element = rule == Rule::set;
    if (!heads.empty() && (is_element || has_column(field))) {
        const auto at = heads.begin() + static_cast<std::ptrdiff_t>(show(rule, heads).index);
        if (is_element) {
            elements_.insert_or_assign({field, key}, Element{*at, true});
        } else {
            AYNI_LET(entry, entry_of(field, at->dot, at->stamp));
            clock_.put(entry);
            set_dirty(field, keep(std::move(at->value)));
        }
        heads.erase(at);
    }
    if (!heads.empty() || side_.contains({field, key})) {
        side_changed_.try_emplace({field, key}, side_.contains({field, key}));
        if (heads.empty()) {
            side_.erase({field, key});
        } else {
            side_.insert_or_assign({field, key}, std::move(heads));
        }
    }
    return Done{};
}

Outcome Registers::lay_down() {
    if (!touched_) {
        return Done{};
    }
    AYNI_TRY(write_side());
    AYNI_TRY(write_elements());
    if (const auto removals = side_.find({field::removed, {}}); removals != side_.end()) {
        AYNI_LET(others, dots());
        AYNI_TRY(leave_out_respaced(others));
        hidden_ = hides(removals->second, others);
    } else {
        hidden_ = false;
    }
    clock_.has_more_heads = clock_.has_more_heads ? !side_loaded_ || !side_.empty() : !side_.empty();
    clock_.has_elements = clock_.has_elements || !elements_.empty();
    AYNI_TRY(write_row());
    exists_ = true;
    touched_ = false;
    dirty_.clear();
    kept_.clear();
    read_.reset();
    return Done{};
}

// A place that was only respaced is nobody's edit: it brings no record back.
Outcome Registers::leave_out_respaced(std::vector<Dot>& dots) {
    for (const FieldDef& field : kind_->fields) {
        if (field.rule != Rule::rank) {
            continue;
        }
        AYNI_LET(places, heads(field.number, {}));
        for (const Head& head : places) {
            const auto* place = std::get_if<Place>(&head.value);
            if (place != nullptr && place->respaced) {
                std::erase(dots, head.dot);
            }
        }
    }
    return Done{};
}

Outcome Registers::write_row() {
    return exists_ ? update_row() : insert_row();
}

Outcome Registers::insert_row() {
    AYNI_LET(statement, database_->prepare(table_->insert()));
    const std::string clock = clock_.pack();
    statement.bind(1, row_).bind(2, scope_).bind(3, std::int64_t{hidden_ ? 1 : 0}).lend_blob(4, clock);
    for (const auto& [number, value] : dirty_) {
        AYNI_LET(next, bind_value(statement, 5 + table_->first(number), *kind_->field(number), *value, *replicas_));
        static_cast<void>(next);
    }
    return statement.run();
}

Outcome Registers::update_row() {
    std::string of_several;
    if (dirty_.size() > 1) {
        std::ranges::sort(dirty_, {}, [](const auto& d) { return d.first; });
        std::vector<FieldNo> fields;
        std::ranges::transform(dirty_, std::back_inserter(fields), [](const auto& d) { return d.first; });
        of_several = table_->update(fields);
    }
    const std::string& of_one = table_->update_one(dirty_.empty() ? FieldNo{0} : dirty_.front().first);
    AYNI_LET(statement, database_->prepare(dirty_.size() > 1 ? of_several : of_one));
    const std::string clock = clock_.pack();
    statement.bind(1, std::int64_t{hidden_ ? 1 : 0}).lend_blob(2, clock);
    int at = 3;
    for (const auto& [number, value] : dirty_) {
        AYNI_LET(next, bind_value(statement, at, *kind_->field(number), *value, *replicas_));
        at = next;
    }
    statement.bind(at, row_);
    return statement.run();
}

Outcome Registers::write_side() {
    for (const auto& [key, had_heads] : side_changed_) {
        if (had_heads) {
            AYNI_LET(clear, database_->prepare("DELETE FROM head WHERE record=? AND field=? AND key=?"));
            AYNI_TRY(clear.bind(1, row_).bind(2, std::int64_t{key.first}).bind_text(3, key.second).run());
        }
        const auto heads = side_.find(key);
        if (heads == side_.end()) {
            continue;
        }
        for (const Head& head : heads->second) {
            AYNI_LET(replica, replicas_->number_of(head.dot.device));
            AYNI_LET(insert,
                     database_->prepare("INSERT INTO head(record, field, key, replica, seq, stamp, kind, value) "
                                        "VALUES(?,?,?,?,?,?,?,?)"));
            insert.bind(1, row_).bind(2, std::int64_t{key.first}).bind_text(3, key.second).bind(4, replica);
            insert.bind(5, static_cast<std::int64_t>(head.dot.seq));
            insert.bind(6, static_cast<std::int64_t>(head.stamp.packed)).bind(7, std::int64_t{kind_->number});
            AYNI_TRY(insert.bind_blob(8, pack(head.value)).run());
        }
    }
    side_changed_.clear();
    return Done{};
}

Outcome Registers::write_elements() {
    for (auto& [key, element] : elements_) {
        if (!element.changed) {
            continue;
        }
        AYNI_LET(replica, replicas_->number_of(element.head.dot.device));
        AYNI_LET(upsert,
                 database_->prepare("INSERT OR REPLACE INTO element(record, field, key, replica, seq, stamp, value) "
                                    "VALUES(?,?,?,?,?,?,?)"));
        upsert.bind(1, row_).bind(2, std::int64_t{key.first}).bind_text(3, key.second).bind(4, replica);
        upsert.bind(5, static_cast<std::int64_t>(element.head.dot.seq));
        upsert.bind(6, static_cast<std::int64_t>(element.head.stamp.packed));
        AYNI_TRY(upsert.bind_blob(7, pack(element.head.value)).run());
        element.changed = false;
    }
    return Done{};
}

bool Registers::is_made_by(std::int64_t replica) const {
    const Entry* made = clock_.find(field::made);
    return made != nullptr && made->replica == replica;
}

Outcome Registers::erase(std::int64_t scope) {
    for (const std::string& sql :
         {"DELETE FROM " + std::string(kind_->name) + " WHERE id=?", std::string("DELETE FROM head WHERE record=?"),
          std::string("DELETE FROM element WHERE record=?")}) {
        AYNI_LET(statement, database_->prepare(sql));
        AYNI_TRY(statement.bind(1, row_).run());
    }
    side_.clear();
    side_changed_.clear();
    elements_.clear();
    dirty_.clear();
    kept_.clear();
    read_.reset();
    clock_ = {};
    scope_ = scope;
    exists_ = hidden_ = touched_ = false;
    side_loaded_ = elements_loaded_ = true;
    return Done{};
}

}  // namespace ayni
