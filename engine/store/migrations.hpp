#pragma once
// Numbered steps from an empty file to today's tables, append-only. A fresh database runs them all.

#include <string>

#include "engine/model/schema.hpp"
#include "engine/store/database.hpp"

namespace ayni {

/// Brings the database up to date, each step in one transaction with its number. made_by_newer_app: it has a step
/// that this version doesn't know. storage_corrupt: it isn't a database, or not one of ours.
Outcome migrate(Database& database);

/// Is it a database that this version may bring up to date? The errors of migrate; nothing is written.
Outcome recognise(Database& database);

/// The projection of one kind, derived from the schema table.
std::string create_table_sql(const KindDef& kind);

}  // namespace ayni
