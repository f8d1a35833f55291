#pragma once
// Values as people type them and programs read them: text and JSON ↔ the schema's types. The schema decides; nothing
// here knows a kind by name. Dates are "2026-11-24", times RFC 3339, records their ids or the refs of an import.

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/model/schema.hpp"
#include "engine/store/record.hpp"
#include "engine/store/store.hpp"

namespace ayni::shell {

using Json = nlohmann::ordered_json;

/// field=text, field+=text (into a set), field-=text (out of it).
struct Assignment {
    enum class How : std::uint8_t { is, with, without };
    std::string field;
    How how = How::is;
    std::string text;
};
/// Empty if there is no '=' or no name before it.
std::optional<Assignment> parse_assignment(std::string_view word);

/// What reading values needs to know of the place that they go to.
struct Surroundings {
    /// A record by its id or ref. No record: nobody has this name here.
    std::function<RecordId(std::string_view name)> record_named;
    /// An index behind everything that lies in this lane.
    std::function<std::string(std::string_view lane)> end_of_lane;
    std::int64_t now_ms = 0;  // for a stage that keeps its moment and was given none
};
/// Those of a scope in this store. The store must outlive them.
Surroundings surroundings_of(Store& store, const ScopeId& scope);

struct ReadFields {
    std::vector<Edit> edits;
    std::vector<std::string> unknown_fields;  // kept in `other`, as they came
    std::vector<std::string> unknown_codes;   // "field=code": kept, but this version doesn't know it
};

/// The edits that make `record` hold these values. `now`: what it holds already; null for a new one.
/// An empty text clears. Values that are one in the schema (status and done_at; horizon and rank) become
/// one edit; a horizon without a rank goes to the end of its lane.
/// invalid: the text isn't of the field's type; not_found: a reference to nothing. The detail is the field's name.
Result<ReadFields> edits_from(const KindDef& kind, RecordId record, const Record* now,
                              std::span<const Assignment> assignments, const Surroundings& around);

/// One value as JSON: what `fields` shows of it. Null for no value.
Json to_json(const FieldDef& field, const Value& value);
/// {"id","kind","scope","made_by","made_at","state","contested","fields"}, keys in the schema's order.
Json to_json(const Record& record);
/// One object on one line; what isn't UTF-8 is replaced.
std::string line_of(const Json& json);

/// "Goal", in any case. A name that the schema doesn't have is kind `other`, to be stored under that name.
const KindDef& kind_named(std::string_view name);
/// The record's kind as people name it; for kind `other` the name that it was stored under.
std::string kind_name(const Record& record);
/// Those of a kind, in all of the store or one scope; for an unknown name the records of kind `other` stored under it.
Result<std::vector<Record>> list_named(Store& store, std::string_view kind, std::optional<ScopeId> scope = {},
                                       bool with_removed = false);

/// By id or ref. not_found.
Result<RecordId> record_named(Store& store, std::string_view name);
/// "programme"; "plan:ID" or "plan:REF"; "cohort" alone where there is only one; "talk:MENTOR+BUSINESS" for the
/// pairing of the two. not_found, invalid (no such form).
Result<ScopeId> scope_named(Store& store, std::string_view text);

}  // namespace ayni::shell
