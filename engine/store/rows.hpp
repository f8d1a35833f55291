#pragma once
// How values lie in columns, and dots and stamps in a row's packed clock. Private to the store.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/merge/heads.hpp"
#include "engine/store/database.hpp"

namespace ayni {

/// Devices by small local numbers, so that a record's id is one 8-byte integer: number << 40 | counter.
/// A cache over the table `replica`; `reload` after a rollback.
class Replicas {
public:
    explicit Replicas(Database& database) : database_(&database) {}
    Outcome reload();
    /// Gives a new device the next number.
    Result<std::int64_t> number_of(DeviceId device);
    [[nodiscard]] DeviceId device_of(std::int64_t number) const;
    Result<std::int64_t> row_of(RecordId id);
    [[nodiscard]] RecordId record_of(std::int64_t row) const;

    static constexpr std::uint64_t counter_most = (std::uint64_t{1} << 40U) - 1;

private:
    Database* database_;
    std::unordered_map<DeviceId, std::int64_t> numbers_;
    std::vector<DeviceId> devices_;  // [number - 1]
};

/// The columns that a field takes in its kind's table: none for a set, two for what has a companion.
std::vector<std::string> columns_of(const FieldDef& field);

/// A kind's table: where its fields lie in it, and the SQL that its records need. Made once, for the whole program.
class Table {
public:
    static const Table& of(const KindDef& kind);

    /// How many columns the field takes; 0 for one that has none, or that this version doesn't know.
    [[nodiscard]] int width(FieldNo field) const { return field < fields_most ? fields_[field].width : 0; }
    /// The first of them, among the columns of all fields.
    [[nodiscard]] int first(FieldNo field) const { return fields_[field].first; }
    [[nodiscard]] int columns() const { return columns_; }

    /// id → scope, hidden, clock.
    [[nodiscard]] const std::string& select_clock() const { return select_clock_; }
    /// id → scope, hidden, clock, and the field's columns.
    [[nodiscard]] const std::string& select_with(FieldNo field) const { return fields_[field].select_with; }
    /// id → the field's columns.
    [[nodiscard]] const std::string& select_field(FieldNo field) const { return fields_[field].select; }
    /// id, scope, hidden, clock, and the columns of all fields, as far as they aren't NULL.
    [[nodiscard]] const std::string& insert() const { return insert_; }
    /// hidden, clock, the columns of these fields, id.
    [[nodiscard]] std::string update(std::span<const FieldNo> fields) const;
    /// The same for one field, or none (0).
    [[nodiscard]] const std::string& update_one(FieldNo field) const { return fields_[field].update; }

private:
    static constexpr FieldNo fields_most = 64;  // the schema table holds to that
    struct Field {
        int first = 0;
        int width = 0;
        std::string select;
        std::string select_with;
        std::string update;
    };
    explicit Table(const KindDef& kind);
    const KindDef* kind_;
    int columns_ = 0;
    std::array<Field, fields_most> fields_;
    std::string select_clock_;
    std::string insert_;
};

/// Binds a value to its field's columns, from parameter `at` on; gives the parameter after them. A value that
/// they have no room for (of another type, by a version that thought otherwise; a respaced place) is kept whole,
/// packed. Texts are lent: the value must stay until the statement goes.
Result<int> bind_value(Statement& statement, int at, const FieldDef& field, const Value& value, Replicas& replicas);
/// Reads it back.
Value read_value(const Statement& statement, int column, const FieldDef& field, const Replicas& replicas);
/// May this value stand in such a field? Empty may.
bool fits(Type type, const Value& value);

/// The one head that a row's column shows.
struct Entry {
    FieldNo field = 0;
    std::int64_t replica = 0;
    std::uint64_t seq = 0;
    Stamp stamp;
};

/// Dots and stamps of a row's columns. Packed: an entry that follows the one before it (same device, same stamp,
/// next seq) takes one byte, so that a fresh record has its dot and stamp once.
struct RowClock {
    std::vector<Entry> entries;   // ascending by field
    bool has_more_heads = false;  // look in `head`
    bool has_elements = false;    // look in `element`

    Entry* find(FieldNo field);
    [[nodiscard]] const Entry* find(FieldNo field) const;
    void put(const Entry& entry);
    void erase(FieldNo field);
    [[nodiscard]] std::string pack() const;
    /// An empty clock for bytes that can't be read.
    static RowClock unpack(std::string_view bytes);
};

}  // namespace ayni
