#pragma once
// Records, scopes and values for eyes: names instead of ids, cut to a line where they are long.

#include <map>
#include <string>

#include "engine/model/schema.hpp"
#include "engine/store/record.hpp"
#include "engine/store/store.hpp"
#include "platforms/linux/sentences.hpp"

namespace ayni::shell {

/// Reads the store as it needs names, and remembers them. The store must outlive it.
class Names {
public:
    Names(Store& store, Lang lang) : store_(store), lang_(lang) {}

    /// Its name or title, else its ref, else its id.
    const std::string& of(RecordId id);
    /// "plan of Pulpa Viva", "el plan de Pulpa Viva".
    std::string of(const ScopeId& scope);
    std::string of(const FieldDef& field, const Value& value);
    std::string of_set(const FieldDef& field, const std::vector<Element>& elements);
    /// "yours", "received", "seen" in her language.
    [[nodiscard]] std::string of(Safety safety) const;
    /// What stands for the record in a list: its ref or id, what it says, and how safe it is.
    std::string line(const Record& record);
    /// All its fields, one a line.
    std::string page(const Record& record);

private:
    std::string summary(const Record& record);
    Store& store_;
    Lang lang_;
    std::map<RecordId, std::string> names_;
};

/// The first line of a text, up to `most` characters (not bytes), with … where it was cut.
std::string shortened(std::string_view text, std::size_t most);
/// "12 kB", "1,4 MB".
std::string bytes_text(std::uint64_t bytes, Lang lang);

}  // namespace ayni::shell
