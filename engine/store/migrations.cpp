#include "engine/store/migrations.hpp"

#include <array>

#include "engine/store/rows.hpp"
#include "sql/0001_log.hpp"
#include "sql/0002_log_in_blocks.hpp"
#include "sql/0003_draft.hpp"
#include "sql/0004_blobs.hpp"
#include "sql/0005_search.hpp"
#include "sql/0006_keepsake.hpp"
#include "sql/0007_carried.hpp"

namespace ayni {
namespace {

constexpr std::int64_t application_id = 0x41796E69;  // "Ayni"

struct Migration {
    std::int64_t number;
    const char* sql;
    std::uint16_t schema_since;  // kinds that the schema table has since this version; 0: none
};
constexpr std::array migrations{
    Migration{1, sql::migration_0001_log, 1},     Migration{2, sql::migration_0002_log_in_blocks, 0},
    Migration{3, sql::migration_0003_draft, 0},   Migration{4, sql::migration_0004_blobs, 0},
    Migration{5, sql::migration_0005_search, 0},  Migration{6, sql::migration_0006_keepsake, 0},
    Migration{7, sql::migration_0007_carried, 0},
};

Outcome run_step(Database& database, const Migration& step) {
    return database.transact([&]() -> Outcome {
        AYNI_TRY(database.run(step.sql));
        for (const KindDef& kind : kinds()) {
            if (kind.since == step.schema_since) {
                AYNI_TRY(database.run(create_table_sql(kind)));
            }
        }
        AYNI_TRY(database.run("PRAGMA application_id=" + std::to_string(application_id)));
        return database.run("PRAGMA user_version=" + std::to_string(step.number));
    });
}

}  // namespace

std::string create_table_sql(const KindDef& kind) {
    std::string sql = "CREATE TABLE " + std::string(kind.name) +
                      "(id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, hidden INTEGER NOT NULL DEFAULT 0, "
                      "clock BLOB NOT NULL";
    for (const FieldDef& field : kind.fields) {
        for (const std::string& column : columns_of(field)) {
            sql += ", \"" + column + '"';
        }
    }
    sql += ");CREATE INDEX " + std::string(kind.name) + "_scope ON " + std::string(kind.name) + "(scope);";
    if (kind.field(field::ref) != nullptr) {
        sql += "CREATE INDEX " + std::string(kind.name) + "_ref ON " + std::string(kind.name) +
               "(ref) WHERE ref IS NOT NULL;";
    }
    return sql;
}

Outcome recognise(Database& database) {
    AYNI_LET(version, database.user_version());
    AYNI_LET(application, database.number("PRAGMA application_id"));
    AYNI_LET(tables, database.number("SELECT count(*) FROM sqlite_schema"));
    if (tables != 0 && application != application_id) {
        return {Fault::storage_corrupt, "not a database of ours"};
    }
    if (version > migrations.back().number) {
        return {Fault::made_by_newer_app, "migration " + std::to_string(version)};
    }
    return Done{};
}

Outcome migrate(Database& database) {
    AYNI_TRY(recognise(database));
    AYNI_LET(version, database.user_version());
    for (const Migration& step : migrations) {
        if (step.number > version) {
            AYNI_TRY(run_step(database, step));
        }
    }
    return Done{};
}

}  // namespace ayni
