#pragma once
// One record as a file describes it: its kind, its ref and values, with other records still named by their refs.

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/model/schema.hpp"
#include "engine/model/value.hpp"
#include "engine/store/store.hpp"

namespace ayni::programme {

/// A value of a field, or of one element of a set.
struct Setting {
    const FieldDef* field = nullptr;
    std::string key;    // the element, for a set of codes or words
    Value value;        // empty: the file says that there is none
    std::string names;  // for a reference, instead of key and value: the ref of the other record
};

struct Entry {
    const KindDef* kind = nullptr;
    std::string ref;
    std::size_t line = 0;
    std::vector<Setting> settings;
    std::vector<const FieldDef*> whole_sets;  // sets of which the file gives all elements

    /// `field` by its schema name; one that the kind doesn't have asserts.
    void set(std::string_view field, Value value);
    void set_ref(std::string_view field, std::string_view name);
    void set_element(std::string_view field, std::string_view key, Value value = true);
    /// What isn't listed by set_element or set_ref for this set goes out of it.
    void has_all_of(std::string_view field);
    /// A field that this version doesn't know, as JSON.
    void keep_unknown(std::string_view name, std::string json);
    /// The refs that it names, each once.
    [[nodiscard]] std::vector<std::string> named() const;
};

/// The record that has this ref here; no record: nobody has.
using Resolve = std::function<RecordId(std::string_view ref)>;

/// What has to be written so that `record` holds what the entry says. `now`: the record as it is, null for a new
/// one. Values that it has already, and `once` fields that have one, are left out. not_found: a ref that nobody
/// has (the detail).
Result<std::vector<Edit>> edits_for(const Entry& entry, RecordId record, const Record* now, const Resolve& resolve);

}  // namespace ayni::programme
