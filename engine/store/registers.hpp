#pragma once
// One record's registers: taken up from the database, advanced by changes, laid down again. Private to the store.
//
// A row holds what is shown and one packed clock; heads beyond the shown one lie in `head`, elements of sets in
// `element`. Nearly every record has neither, and nearly every change replaces the one head of its field: that way
// is the short one here, and reads no values.

#include <forward_list>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/merge/heads.hpp"
#include "engine/store/rows.hpp"

namespace ayni {

class Registers {
public:
    /// The record's registers; a record that isn't here yet has none. It belongs to `scope` (the local number).
    /// `wanted`: a field whose value will be asked for (0: none); it is read in the same go.
    static Result<Registers> take_up(Database& database, Replicas& replicas, const KindDef& kind, std::int64_t scope,
                                     RecordId record, FieldNo wanted = 0);
    /// Those of a record that is surely not here yet.
    static Result<Registers> of_new(Database& database, Replicas& replicas, const KindDef& kind, std::int64_t scope,
                                    RecordId record);

    /// The same for a row that was just read.
    static Registers of_row(Database& database, Replicas& replicas, const KindDef& kind, std::int64_t row,
                            std::int64_t scope, bool hidden, std::string_view clock);

    [[nodiscard]] bool exists() const { return exists_; }
    [[nodiscard]] bool has_more_heads() const { return clock_.has_more_heads; }
    [[nodiscard]] bool has_elements() const { return clock_.has_elements; }
    /// The scope that the row says, where there is one: a record never changes scope.
    [[nodiscard]] std::int64_t scope() const { return scope_; }
    [[nodiscard]] bool hidden() const { return hidden_; }

    [[nodiscard]] Rule rule_of(FieldNo field) const;
    /// All heads of a field (of an element, with its key), greatest first.
    Result<Heads> heads(FieldNo field, const std::string& key);
    /// The dots of all heads in the record but those of `removed`.
    Result<std::vector<Dot>> dots();
    /// `whole`: what to take for the change's value, if that is told as a splice. The change must stay where it is
    /// until lay_down.
    Outcome advance(const Change& change, bool already_superseded, std::optional<Value> whole = {});
    /// Writes what has changed.
    Outcome lay_down();
    /// Takes the row and all that hangs on it out of the database; what comes next belongs to `scope`.
    Outcome erase(std::int64_t scope);
    /// Does the row know of its making by its own device? Until then its scope is only what was heard first.
    [[nodiscard]] bool is_made_by(std::int64_t replica) const;

private:
    using Key = std::pair<FieldNo, std::string>;
    struct Element {
        Head head;
        bool changed = false;
    };
    Registers(Database& database, Replicas& replicas, const KindDef& kind)
        : database_(&database), replicas_(&replicas), kind_(&kind), table_(&Table::of(kind)) {}

    [[nodiscard]] Result<Head> head_in(const Statement& row) const;
    Outcome load_side();
    Outcome load_elements();
    [[nodiscard]] bool has_column(FieldNo field) const;
    Result<bool> advance_alone(const Change& change, bool already_superseded, std::optional<Value>& whole);
    Result<bool> advance_element(const Change& change, bool already_superseded);
    void set_dirty(FieldNo field, const Value* value);
    const Value* keep(Value value);
    Outcome put(FieldNo field, const std::string& key, Heads heads);
    Result<Value> column(FieldNo field);
    Result<Entry> entry_of(FieldNo field, Dot dot, Stamp stamp);
    Outcome leave_out_respaced(std::vector<Dot>& dots);
    Outcome write_row();
    Outcome insert_row();
    Outcome update_row();
    Outcome write_side();
    Outcome write_elements();

    Database* database_;
    Replicas* replicas_;
    const KindDef* kind_;
    const Table* table_;
    std::int64_t row_ = 0;
    std::int64_t scope_ = 0;
    bool exists_ = false;
    bool hidden_ = false;
    bool touched_ = false;
    bool side_loaded_ = false;
    bool elements_loaded_ = false;
    RowClock clock_;
    std::vector<std::pair<FieldNo, const Value*>> dirty_;  // to be written; the values lie in the changes, or in kept_
    std::forward_list<Value> kept_;
    std::optional<std::pair<FieldNo, Value>> read_;  // the value that was wanted
    std::map<Key, Heads> side_;                      // heads that aren't in the row or in `element`
    std::map<Key, bool> side_changed_;               // true: it had heads there before
    std::map<Key, Element> elements_;
};

}  // namespace ayni
