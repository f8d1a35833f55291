#pragma once
// Refusals and answers that several commands share.

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/schema.hpp"
#include "engine/store/record.hpp"
#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {

[[nodiscard]] bool is_known_kind(std::string_view name);

/// Say what is wrong with the word, on stderr; give `refused`.
int refuse_kind(Context& context, std::string_view kind);
int refuse_scope(Context& context, std::string_view scope, const Failure& failure);
/// For a failure of edits_from: its detail names the field.
int refuse_value(Context& context, const KindDef& kind, const Failure& failure);

/// The record with this id or ref. Empty: the refusal was said.
std::optional<Record> find_named(Context& context, Store& store, std::string_view name);

/// The record as it is now: one line, or one object. Gives `good`, or `refused` if it can't be read.
int print_record(Context& context, Store& store, RecordId id);

}  // namespace ayni::shell
