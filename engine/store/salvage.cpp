// Page by page: a scratch database is made whose schema has, for each page of the damaged one, two tables with their
// root there: one with rows, one without. Then the pages are laid over its own. So whatever the damaged file's schema,
// header and inner pages have come to, SQLite reads each leaf by itself, and a lock (SQLCipher's, which goes by page
// too) is no hindrance. What doesn't have a row's shape is left alone.

#include "engine/store/salvage.hpp"

#include <algorithm>
#include <functional>
#include <system_error>

#include "engine/store/blocks.hpp"
#include "engine/store/cipher.hpp"
#include "engine/store/database.hpp"
#include "engine/store/files.hpp"
#include "engine/store/migrations.hpp"
#include "engine/store/pages.hpp"
#include "engine/store/set_aside.hpp"

namespace ayni {
namespace {

using Form = ColumnForm;

// Files beside the database that are gone when this is.
class Scratch {
public:
    Scratch(const std::filesystem::path& database, const char* end) : path_(database) {
        path_ += end;
        remove_database(path_);
    }
    ~Scratch() { wipe_database(path_); }  // what is salvaged may be plain
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// A database being read, and what comes of it.
struct Reading {
    Salvage found;
    std::map<std::int64_t, std::pair<std::int64_t, std::vector<std::string>>> blocks;  // number → scope, compressed
};

bool has_forms(const Statement& row, int from, std::initializer_list<Form> forms) {
    for (const Form form : forms) {
        if (row.form(from++) != form) {
            return false;
        }
    }
    return true;
}

// The columns from `at`: scope, replica, first_seq, last_seq, delivery, reason, bytes, block, place, size.
void take_envelope(Salvage& found, std::int64_t number, const Statement& row, int at) {
    const Form reason = row.form(at + 5);
    if (!has_forms(row, at, {Form::integer, Form::integer, Form::integer, Form::integer, Form::integer}) ||
        (reason != Form::null && reason != Form::text) || row.form(at + 6) != Form::blob) {
        return;
    }
    const Salvage::Envelope one{row.integer(at),     row.integer(at + 1), row.integer(at + 2), row.integer(at + 3),
                                row.integer(at + 4), row.text(at + 5),    row.text(at + 6),    row.integer(at + 7),
                                row.integer(at + 8), row.integer(at + 9)};
    if (number <= 0 || one.first_seq <= 0 || one.last_seq < one.first_seq) {
        return;
    }
    auto& all = found.envelopes[number];
    const bool known = std::ranges::any_of(all, [&](const Salvage::Envelope& other) {
        return other.bytes == one.bytes && other.block == one.block && other.place == one.place;
    });
    if (!known) {
        all.push_back(one);
    }
}

// From `at`: scope, first_seq, last_seq, stamp, changes.
void take_pending(Salvage& found, const Statement& row, int at) {
    if (has_forms(row, at, {Form::integer, Form::integer, Form::integer, Form::integer, Form::blob})) {
        found.pending.emplace(row.integer(at), row.text(at + 4));
    }
}

void take_block(Reading& reading, std::int64_t number, const Statement& row, int at) {
    if (!has_forms(row, at, {Form::integer, Form::blob})) {
        return;
    }
    auto& [scope, variants] = reading.blocks[number];
    scope = row.integer(at);
    std::string packed = row.text(at + 1);
    if (std::ranges::find(variants, packed) == variants.end()) {
        variants.push_back(std::move(packed));
    }
}

void take_setting(Salvage& found, const Statement& row) {
    if (has_forms(row, 0, {Form::text, Form::blob})) {
        const auto [kept, is_new] = found.settings.emplace(row.text(0), row.text(1));
        if (!is_new && kept->second != row.view(1)) {
            found.otherwise.emplace(row.text(0), row.text(1));
        }
    }
}

void take_reach(Salvage& found, const Statement& row) {
    if (has_forms(row, 0, {Form::integer, Form::integer, Form::integer, Form::integer, Form::integer, Form::integer})) {
        found.reach.emplace(Salvage::Key{row.integer(0), row.integer(1)},
                            Salvage::Reach{row.integer(2), row.integer(3), row.integer(4), row.integer(5)});
    }
}

// As it lay before version 2: scope, first_seq, last_seq, changes.
void take_old_pending(Salvage& found, const Statement& row) {
    if (has_forms(row, 0, {Form::integer, Form::integer, Form::integer, Form::blob})) {
        found.pending.emplace(row.integer(0), row.text(3));
    }
}

void take_unfinished(Salvage& found, const Statement& row) {
    if (has_forms(row, 0, {Form::text, Form::integer, Form::blob, Form::integer})) {
        found.unfinished.emplace(row.text(0), Salvage::Unfinished{row.integer(1), row.text(2), row.integer(3)});
    }
}

void take_blob(Salvage& found, const Statement& row) {
    if (has_forms(row, 0, {Form::text, Form::integer, Form::integer, Form::integer})) {
        found.blobs.emplace(row.text(0), std::array{row.integer(1), row.integer(2), row.integer(3)});
    }
}

void take_blob_kept(Salvage& found, const Statement& row) {
    if (has_forms(row, 0, {Form::integer, Form::text})) {
        found.blobs_kept.emplace(row.integer(0), row.text(1));
    }
}

// From `at`: name, waits, bytes.
void take_carried(Salvage& found, std::int64_t number, const Statement& row, int at) {
    if (!has_forms(row, at, {Form::blob, Form::integer, Form::blob})) {
        return;
    }
    auto& all = found.carried[number];
    const Salvage::Carried one{row.text(at), row.integer(at + 1) != 0, row.text(at + 2)};
    if (std::ranges::none_of(all, [&](const Salvage::Carried& other) { return other.bytes == one.bytes; })) {
        all.push_back(one);
    }
}

// True: to the end.
bool read_all(Database& database, const std::string& sql, std::size_t most,
              const std::function<void(const Statement&)>& take) {
    auto query = database.prepare(sql);
    if (!query) {
        return false;
    }
    for (std::size_t count = 0; count < most; ++count) {
        const auto more = query->step();
        if (!more || !*more) {
            return more.has_value();
        }
        take(*query);
    }
    return true;
}

// What is on this device only. True: all of it.
bool read_local_by_name(Database& database, Salvage& found) {
    const auto read = [&](const char* sql, const std::function<void(const Statement&)>& take) {
        return read_all(database, sql, SIZE_MAX, take);
    };
    bool complete = read("SELECT place, scope, content, at FROM unfinished",
                         [&](const Statement& row) { take_unfinished(found, row); });
    complete &=
        read("SELECT hash, bytes, unsent, used FROM blob", [&](const Statement& row) { take_blob(found, row); });
    complete &= read("SELECT scope, hash FROM blob_kept", [&](const Statement& row) { take_blob_kept(found, row); });
    complete &= read("SELECT number, name, waits, bytes FROM carried",
                     [&](const Statement& row) { take_carried(found, row.integer(0), row, 1); });
    return complete;
}

// The log, and who we are. True: all of it.
bool read_by_name(Database& database, Reading& reading) {
    Salvage& found = reading.found;
    const auto read = [&](const char* sql, const std::function<void(const Statement&)>& take) {
        return read_all(database, sql, SIZE_MAX, take);
    };
    bool complete = read("SELECT name, value FROM setting", [&](const Statement& row) { take_setting(found, row); });
    complete &= read("SELECT name, value FROM keepsake", [&](const Statement& row) { take_setting(found, row); });
    complete &= read("SELECT number, id FROM replica",
                     [&](const Statement& row) { found.replicas.emplace(row.integer(0), row.integer(1)); });
    complete &= read("SELECT number, kind, device, counter FROM scope", [&](const Statement& row) {
        found.scopes.emplace(row.integer(0), std::array{row.integer(1), row.integer(2), row.integer(3)});
    });
    complete &= read("SELECT scope, replica, seq, settled, seen, stamp FROM reach",
                     [&](const Statement& row) { take_reach(found, row); });
    complete &= read("SELECT scope, first_seq, last_seq, stamp, changes FROM pending",
                     [&](const Statement& row) { take_pending(found, row, 0); });
    complete &= read("SELECT number, scope, bytes FROM block",
                     [&](const Statement& row) { take_block(reading, row.integer(0), row, 1); });
    complete &= read(
        "SELECT number, scope, replica, first_seq, last_seq, delivery, reason, bytes, block, place, size "
        "FROM envelope",
        [&](const Statement& row) { take_envelope(found, row.integer(0), row, 1); });
    return complete;
}

bool log_is_sound(Database& database) {
    return std::ranges::all_of(
        std::array{"setting", "keepsake", "replica", "scope", "reach", "envelope", "block", "pending"},
        [&](const std::string& table) {
            auto query = database.prepare("PRAGMA integrity_check('" + table + "')");
            const auto row = query ? query->step() : Result<bool>(false);
            return row && *row && query->text(0) == "ok";
        });
}

// What SQLite says of a tree and of what lies outside of all trees comes as one text of many lines.
bool tells_of_unused_pages_only(std::string_view said) {
    while (!said.empty()) {
        const std::string_view line = said.substr(0, said.find('\n'));
        said.remove_prefix(std::min(line.size() + 1, said.size()));
        if (line != "ok" && !line.starts_with("*** in database") && line.find("never used") == line.npos) {
            return false;
        }
    }
    return true;
}

// The search index is left out: its tables are taken out of the catalogue, so that their pages belong to nobody.
// Writes in the file.
bool rest_is_sound(const std::filesystem::path& file, const DataKey* key) {
    {
        const auto database = Database::open(file, key);
        if (!database || !(*database)->make_scratch() ||
            !(*database)->run("DELETE FROM sqlite_schema WHERE tbl_name='search' OR tbl_name GLOB 'search_*'")) {
            return false;
        }
    }
    const auto database = Database::open(file, key);
    bool sound = database.has_value();
    const auto look = [&](const Statement& row) { sound = sound && tells_of_unused_pages_only(row.text(0)); };
    return sound && read_all(**database, "PRAGMA integrity_check(1000000)", SIZE_MAX, look) && sound;
}

// One page as the leaf of a table with row numbers.
void take_row(Reading& reading, const Statement& row) {
    const std::int64_t number = row.integer(0);
    if (row.form(1) != Form::null) {
        return;  // all of ours have their number for their first column, which is then left empty
    }
    Salvage& found = reading.found;
    take_envelope(found, number, row, 2);
    if (has_forms(row, 2, {Form::integer, Form::null, Form::null})) {
        found.replicas.emplace(number, row.integer(2));
    } else if (has_forms(row, 2, {Form::integer, Form::integer, Form::integer, Form::null})) {
        found.scopes.emplace(number, std::array{row.integer(2), row.integer(3), row.integer(4)});
    } else if (has_forms(row, 3, {Form::blob, Form::null, Form::null})) {
        take_block(reading, number, row, 2);
    } else if (row.form(5) == Form::null) {
        take_carried(found, number, row, 2);
    } else if (row.form(7) == Form::null) {
        take_pending(found, row, 2);
    }
}

// One page of a table without them.
void take_entry(Salvage& found, const Statement& row) {
    if (row.form(2) == Form::null) {
        take_setting(found, row);
        take_blob_kept(found, row);
    } else if (row.form(4) == Form::null) {
        take_old_pending(found, row);
        take_unfinished(found, row);
        take_blob(found, row);
    } else if (row.form(6) == Form::null) {
        take_reach(found, row);
    }
}

constexpr const char* row_columns = "c0,c1,c2,c3,c4,c5,c6,c7,c8,c9,c10";
constexpr const char* entry_columns = "c0,c1,c2,c3,c4,c5,c6";

Outcome make_catalogue(const std::filesystem::path& file, std::uint32_t pages, const DataKey* key) {
    AYNI_LET(database, Database::open(file, key));
    AYNI_TRY(database->make_scratch());
    AYNI_TRY(database->transact([&]() -> Outcome {
        AYNI_TRY(database->run("CREATE TABLE filler(b); INSERT INTO filler VALUES(zeroblob(" +
                               std::to_string((std::int64_t{pages} + 8) * page_bytes) + "))"));
        AYNI_LET(insert, database->prepare("INSERT INTO sqlite_schema(type, name, tbl_name, rootpage, sql) "
                                           "VALUES('table', ?1, ?1, ?2, ?3)"));
        for (std::uint32_t page = 2; page <= pages; ++page) {
            const std::string number = std::to_string(page);
            insert.bind_text(1, 'r' + number).bind(2, std::int64_t{page});
            AYNI_TRY(insert.bind_text(3, "CREATE TABLE r" + number + '(' + row_columns + ')').run());
            insert.reset();
            insert.bind_text(1, 'e' + number).bind(2, std::int64_t{page});
            AYNI_TRY(
                insert
                    .bind_text(3, "CREATE TABLE e" + number + '(' + entry_columns + ", PRIMARY KEY(c0)) WITHOUT ROWID")
                    .run());
            insert.reset();
        }
        return Done{};
    }));
    return database->checkpoint();
}

// A leaf has some hundred rows at most; the cap is for inner pages, below which all there is would come once more.
constexpr std::size_t rows_most = 2048;
constexpr std::size_t entries_most = 20000;
constexpr std::uint32_t pages_at_once = 1000;  // a connection keeps what it has prepared

// From both ends, as far as each goes.
void read_page(Database& database, std::uint32_t page, Reading& reading) {
    const std::string number = std::to_string(page);
    const std::string rows = std::string("SELECT rowid,") + row_columns + " FROM r" + number;
    const auto take_a_row = [&](const Statement& row) { take_row(reading, row); };
    if (!read_all(database, rows, rows_most, take_a_row)) {
        read_all(database, rows + " ORDER BY rowid DESC", rows_most, take_a_row);
    }
    const std::string entries = std::string("SELECT ") + entry_columns + " FROM e" + number;
    const auto take_an_entry = [&](const Statement& row) { take_entry(reading.found, row); };
    if (!read_all(database, entries, entries_most, take_an_entry)) {
        read_all(database, entries + " ORDER BY c0 DESC", entries_most, take_an_entry);
    }
}

Outcome read_by_page(const std::filesystem::path& image, std::uint32_t pages, const std::filesystem::path& file,
                     const DataKey* key, Reading& reading, const std::function<void(double)>& progress) {
    AYNI_TRY(make_catalogue(file, pages, key));
    AYNI_TRY(overlay_pages(image, file));
    for (std::uint32_t first = 2; first <= pages; first += pages_at_once) {
        AYNI_LET(database, Database::open(file, key));
        AYNI_TRY(database->make_scratch());
        for (std::uint32_t page = first; page <= pages && page < first + pages_at_once; ++page) {
            read_page(*database, page, reading);
            if (page % 64 == 0) {
                progress(static_cast<double>(page) / pages);
            }
        }
    }
    return Done{};
}

using Plain = std::map<std::int64_t, std::vector<std::pair<std::int64_t, std::string>>>;  // number → scope, bytes

Plain opened(const Reading& reading) {
    Plain plain;
    for (const auto& [number, block] : reading.blocks) {
        for (const std::string& packed : block.second) {
            if (auto bytes = plain_of_block(packed)) {
                plain[number].emplace_back(block.first, std::move(*bytes));
            }
        }
    }
    return plain;
}

// The bytes of envelopes that lie in blocks, and what lies there and no row names.
void open_blocks(Reading& reading) {
    const Plain plain = opened(reading);
    std::map<std::int64_t, std::map<std::size_t, std::size_t>> named;  // block → place → size
    for (auto& [number, variants] : reading.found.envelopes) {
        std::vector<Salvage::Envelope> readable;
        for (Salvage::Envelope& row : variants) {
            const auto block = plain.find(row.block);
            if (row.block == 0) {
                readable.push_back(std::move(row));
                continue;
            }
            const auto place = static_cast<std::size_t>(row.place);
            const auto size = static_cast<std::size_t>(row.size);
            for (std::size_t i = 0; block != plain.end() && i < block->second.size(); ++i) {
                const std::string& bytes = block->second[i].second;
                if (place <= bytes.size() && size <= bytes.size() - place) {
                    named[row.block][place] = size;
                    row.bytes = bytes.substr(place, size);
                    readable.push_back(row);
                }
            }
        }
        variants = std::move(readable);
    }
    for (const auto& [number, blocks] : plain) {
        for (const auto& [scope, bytes] : blocks) {
            std::size_t at = 0;
            for (const auto& [place, size] : named[number]) {
                if (place > at && place <= bytes.size()) {
                    reading.found.loose.emplace_back(scope, bytes.substr(at, place - at));
                }
                at = std::max(at, place + size);
            }
            if (at < bytes.size()) {
                reading.found.loose.emplace_back(scope, bytes.substr(at));
            }
        }
    }
}

bool has_anything(const Salvage& found) {
    return !found.settings.empty() || !found.envelopes.empty() || !found.pending.empty() || !found.loose.empty();
}

// True: SQLite finds all of the log, and of what else there is.
Result<bool> read_whole(const std::filesystem::path& file, const WriteAhead& log, const DataKey* key,
                        Reading& reading) {
    const Scratch copy(file, scratch_copy);
    AYNI_LET(copied, copy_pages(file, log, log.lost ? Take::all_sound : Take::what_sqlite_would, copy.path()));
    Salvage& found = reading.found;
    bool all_local = false;
    {
        auto database = Database::open(copy.path(), key);
        const Outcome known = database ? migrate(**database) : Outcome(database.error());
        if (!known && (known.fault() == Fault::made_by_newer_app || known.fault() == Fault::storage_full)) {
            return known.error();
        }
        if (database && copied.pages > 0) {
            found.log_is_sound = known && !log.lost && log_is_sound(**database);
            found.complete = read_by_name(**database, reading) && found.settings.contains("device");
            all_local = read_local_by_name(**database, found);
        }
    }
    const bool whole = found.log_is_sound && found.complete;
    found.sound = whole && copied.whole && all_local && rest_is_sound(copy.path(), key);
    return whole && all_local;
}

}  // namespace

Result<Salvage> salvage(const std::filesystem::path& file, const DataKey* key,
                        const std::function<void(double)>& progress) {
    AYNI_LET(log, read_write_ahead(file));
    // One that wasn't locked yet has no lock, whatever key there is; of a ruin it can't be told.
    AYNI_LET(plain, is_plain(file));
    std::vector<const DataKey*> keys{plain ? nullptr : key};
    if (key != nullptr && !plain) {
        keys.push_back(nullptr);
    }
    std::vector<Take> ways{log.lost ? Take::all_sound : Take::what_sqlite_would};
    if (!log.frames.empty()) {
        ways.insert(ways.end(), {Take::everything, Take::none});
    }
    const auto rounds = static_cast<double>(keys.size() * ways.size());
    double round = 0;
    for (const DataKey* with : keys) {
        Reading reading;
        AYNI_LET(whole, read_whole(file, log, with, reading));
        for (std::size_t i = 0; i < ways.size() && !whole; ++i, ++round) {
            const Scratch copy(file, scratch_copy);
            const Scratch leaves(file, scratch_leaves);
            AYNI_LET(copied, copy_pages(file, log, ways[i], copy.path()));
            AYNI_TRY(read_by_page(copy.path(), copied.pages, leaves.path(), with, reading, [&](double part) {
                if (progress) {
                    progress((round + part) / rounds);
                }
            }));
        }
        open_blocks(reading);
        if (has_anything(reading.found)) {
            reading.found.plain = with == nullptr;
            return std::move(reading.found);
        }
    }
    return {key != nullptr ? Fault::wrong_key : Fault::storage_corrupt, "nothing can be read"};
}

}  // namespace ayni
