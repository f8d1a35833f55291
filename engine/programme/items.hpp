#pragma once
// What the use cases of a plan share: finding what they are about.

#include <string>
#include <string_view>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

/// A record of this kind, that isn't removed. not_found.
Result<Record> found(Store& store, RecordId id, KindNo kind);
/// A goal or an action. not_found.
Result<Record> item_of(Store& store, RecordId id);
/// One field of a goal or an action. not_found: no such item, or it has no such field.
Result<Deed> set_item(Store& store, RecordId item, std::string_view field, Value value);

/// Nothing that a person would call words.
bool is_blank(std::string_view text);

}  // namespace ayni::programme
