#include "engine/store/rows.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "engine/merge/packed.hpp"

namespace ayni {
namespace {

constexpr std::uint64_t more_heads_bit = 1;
constexpr std::uint64_t elements_bit = 2;

std::int64_t as_stored(DeviceId id) {
    return std::bit_cast<std::int64_t>(id.value);
}

// Have the field's columns no room for all of it? A moment where none is kept; that a place was only respaced.
bool is_more_than_columns(const FieldDef& field, const Value& value) {
    if (const auto* place = std::get_if<Place>(&value)) {
        return place->respaced;
    }
    const auto* stage = std::get_if<Stage>(&value);
    return stage != nullptr && field.companion.empty() && stage->at.has_value();
}

// Everything that isn't NULL or of the field's own form is a packed value in a blob.
Value read_packed(const Statement& statement, int column) {
    auto value = unpack_value(statement.view(column));
    return value ? *value : Value{};
}

}  // namespace

Outcome Replicas::reload() {
    numbers_.clear();
    devices_.clear();
    AYNI_LET(query, database_->prepare("SELECT number, id FROM replica ORDER BY number"));
    for (;;) {
        AYNI_LET(row, query.step());
        if (!row) {
            return Done{};
        }
        const DeviceId device{std::bit_cast<std::uint64_t>(query.integer(1))};
        devices_.push_back(device);
        numbers_.emplace(device, query.integer(0));
    }
}

Result<std::int64_t> Replicas::number_of(DeviceId device) {
    if (const auto found = numbers_.find(device); found != numbers_.end()) {
        return found->second;
    }
    const auto number = static_cast<std::int64_t>(devices_.size()) + 1;
    AYNI_LET(insert, database_->prepare("INSERT INTO replica(number, id) VALUES(?, ?)"));
    AYNI_TRY(insert.bind(1, number).bind(2, as_stored(device)).run());
    devices_.push_back(device);
    numbers_.emplace(device, number);
    return number;
}

DeviceId Replicas::device_of(std::int64_t number) const {
    const auto at = static_cast<std::size_t>(number - 1);
    return at < devices_.size() ? devices_[at] : DeviceId{};
}

Result<std::int64_t> Replicas::row_of(RecordId id) {
    if (id.counter > counter_most) {
        return {Fault::invalid, "record counter"};
    }
    AYNI_LET(number, number_of(id.device));
    return (number << 40U) | static_cast<std::int64_t>(id.counter);
}

RecordId Replicas::record_of(std::int64_t row) const {
    return {device_of(row >> 40U), static_cast<std::uint64_t>(row) & counter_most};
}

std::vector<std::string> columns_of(const FieldDef& field) {
    if (field.rule == Rule::set || field.type == Type::removal) {
        return {};
    }
    if (field.type == Type::made) {
        return {"made_by", "made_at"};
    }
    std::vector<std::string> columns;
    if (field.type == Type::place) {
        columns.emplace_back(field.companion);
    }
    columns.emplace_back(field.name);
    if (field.type == Type::stage && !field.companion.empty()) {
        columns.emplace_back(field.companion);
    }
    return columns;
}

namespace {

std::string quoted(const std::string& name) {
    return '"' + name + '"';
}

}  // namespace

Table::Table(const KindDef& kind) : kind_(&kind) {
    const std::string name(kind.name);
    const std::string from = " FROM " + name + " WHERE id=?";
    insert_ = "INSERT INTO " + name + "(id,scope,hidden,clock";
    std::string marks = "?,?,?,?";
    for (const FieldDef& def : kind.fields) {
        Field& field = fields_[def.number];
        field.first = columns_;
        std::string list;
        for (const std::string& column : columns_of(def)) {
            insert_ += ',' + quoted(column);
            marks += ",?";
            list += ',' + quoted(column);
            ++field.width;
        }
        columns_ += field.width;
        if (field.width > 0) {
            field.select = "SELECT " + list.substr(1) + from;
            field.select_with = "SELECT scope, hidden, clock" + list + from;
            field.update = update(std::span(&def.number, 1));
        }
    }
    insert_ += ") VALUES(" + marks + ')';
    select_clock_ = "SELECT scope, hidden, clock" + from;
    fields_[0].update = update({});
}

std::string Table::update(std::span<const FieldNo> fields) const {
    std::string sql = "UPDATE " + std::string(kind_->name) + " SET hidden=?,clock=?";
    for (const FieldNo number : fields) {
        for (const std::string& column : columns_of(*kind_->field(number))) {
            sql += ',' + quoted(column) + "=?";
        }
    }
    return sql + " WHERE id=?";
}

const Table& Table::of(const KindDef& kind) {
    static const std::vector<Table> tables = [] {
        std::vector<Table> all;
        for (const KindDef& each : kinds()) {
            all.push_back(Table(each));
        }
        return all;
    }();
    return tables[static_cast<std::size_t>(&kind - kinds().data())];
}

bool fits(Type type, const Value& value) {
    if (is_empty(value)) {
        return true;
    }
    switch (type) {
        case Type::text:
        case Type::word:
        case Type::json: return std::holds_alternative<std::string>(value);
        case Type::ref: return std::holds_alternative<RecordId>(value);
        case Type::whole:
        case Type::date:
        case Type::time: return std::holds_alternative<std::int64_t>(value);
        case Type::number: return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
        case Type::flag: return std::holds_alternative<bool>(value);
        case Type::place: return std::holds_alternative<Place>(value);
        case Type::stage: return std::holds_alternative<Stage>(value);
        case Type::made: return std::holds_alternative<Made>(value);
        case Type::removal: return std::holds_alternative<Removal>(value);
    }
    return false;
}

Result<int> bind_value(Statement& statement, int at, const FieldDef& field, const Value& value, Replicas& replicas) {
    const bool has_two = field.type == Type::place || field.type == Type::made ||
                         (field.type == Type::stage && !field.companion.empty());
    const int width = has_two ? 2 : 1;
    if (!fits(field.type, value) || is_more_than_columns(field, value)) {
        statement.bind_blob(at, pack(value));
        if (width == 2) {
            statement.bind_null(at + 1);
        }
        return at + width;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        statement.lend_text(at, *text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        statement.bind(at, *whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        statement.bind(at, *real);
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        statement.bind(at, std::int64_t{*flag ? 1 : 0});
    } else if (const auto* ref = std::get_if<RecordId>(&value)) {
        AYNI_LET(row, replicas.row_of(*ref));
        statement.bind(at, row);
    } else if (const auto* place = std::get_if<Place>(&value)) {
        statement.lend_text(at, place->lane).lend_text(at + 1, place->index);
    } else if (const auto* stage = std::get_if<Stage>(&value)) {
        statement.lend_text(at, stage->status);
        if (stage->at) {
            statement.bind(at + 1, *stage->at);
        }
    } else if (const auto* made = std::get_if<Made>(&value)) {
        AYNI_LET(row, replicas.row_of(made->by));
        statement.bind(at, row).bind(at + 1, made->at);
    }
    return at + width;
}

Value read_value(const Statement& statement, int column, const FieldDef& field, const Replicas& replicas) {
    const ColumnForm form = statement.form(column);
    if (form == ColumnForm::null) {
        return {};
    }
    if (form == ColumnForm::blob) {
        return read_packed(statement, column);
    }
    switch (field.type) {
        case Type::text:
        case Type::word:
        case Type::json: return statement.text(column);
        case Type::ref: return replicas.record_of(statement.integer(column));
        case Type::whole:
        case Type::date:
        case Type::time: return statement.integer(column);
        case Type::number:
            return form == ColumnForm::integer ? Value{statement.integer(column)} : Value{statement.real(column)};
        case Type::flag: return statement.integer(column) != 0;
        case Type::place:
            return Place{statement.text(column), statement.text(column + 1),
                         statement.form(column + 1) == ColumnForm::blob};
        case Type::stage: {
            Stage stage{statement.text(column), std::nullopt};
            if (!field.companion.empty() && !statement.is_null(column + 1)) {
                stage.at = statement.integer(column + 1);
            }
            return stage;
        }
        case Type::made: return Made{replicas.record_of(statement.integer(column)), statement.integer(column + 1)};
        case Type::removal: break;
    }
    return {};
}

Entry* RowClock::find(FieldNo field) {
    const auto found = std::ranges::lower_bound(entries, field, {}, &Entry::field);
    return found != entries.end() && found->field == field ? &*found : nullptr;
}

const Entry* RowClock::find(FieldNo field) const {
    return const_cast<RowClock*>(this)->find(field);
}

void RowClock::put(const Entry& entry) {
    const auto at = std::ranges::lower_bound(entries, entry.field, {}, &Entry::field);
    if (at != entries.end() && at->field == entry.field) {
        *at = entry;
    } else {
        entries.insert(at, entry);
    }
}

void RowClock::erase(FieldNo field) {
    std::erase_if(entries, [&](const Entry& entry) { return entry.field == field; });
}

std::string RowClock::pack() const {
    Packer out;
    out.reserve(24 + 4 * entries.size());
    out.number((has_more_heads ? more_heads_bit : 0) | (has_elements ? elements_bit : 0));
    const Entry* before = nullptr;
    for (const Entry& entry : entries) {
        const bool follows = before != nullptr && before->replica == entry.replica && before->stamp == entry.stamp &&
                             before->seq + 1 == entry.seq;
        const std::uint64_t step = entry.field - (before != nullptr ? before->field : 0U);
        out.number((step << 1U) | (follows ? 1U : 0U));
        if (!follows) {
            out.number(static_cast<std::uint64_t>(entry.replica));
            out.number(entry.seq);
            out.number(entry.stamp.packed);
        }
        before = &entry;
    }
    return std::move(out).bytes();
}

RowClock RowClock::unpack(std::string_view bytes) {
    Unpacker in(bytes);
    RowClock clock;
    clock.entries.reserve(bytes.size() / 2 + 1);
    const std::uint64_t flags = in.number();
    clock.has_more_heads = (flags & more_heads_bit) != 0;
    clock.has_elements = (flags & elements_bit) != 0;
    Entry entry;
    while (in.ok() && !in.at_end()) {
        const std::uint64_t step = in.number();
        const std::uint64_t field = entry.field + (step >> 1U);
        if (field <= entry.field || field > std::numeric_limits<FieldNo>::max()) {
            return {};  // fields ascend: this is no clock
        }
        entry.field = static_cast<FieldNo>(field);
        if ((step & 1U) != 0) {
            ++entry.seq;
        } else {
            entry.replica = static_cast<std::int64_t>(in.number());
            entry.seq = in.number();
            entry.stamp.packed = in.number();
        }
        clock.entries.push_back(entry);
    }
    return in.ok() ? clock : RowClock{};
}

}  // namespace ayni
