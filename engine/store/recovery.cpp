#include "engine/store/recovery.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "engine/merge/packed.hpp"
#include "engine/store/files.hpp"
#include "engine/store/inside.hpp"
#include "engine/store/log_parts.hpp"
#include "engine/store/migrations.hpp"
#include "engine/store/set_aside.hpp"

namespace ayni {
namespace {

// Every record's number must be new, whatever was made and can't be read any more.
constexpr std::uint64_t records_apart = std::uint64_t{1} << 20U;

// What holds for the log that was there and not for the new one.
bool is_of_the_old_log(const std::string& name) {
    return name == "log" || name == "recovery" || name == "records" || name == "device" || name == "person" ||
           name == left_is_lost_setting || name.starts_with(left_prefix);
}

class Building {
public:
    Building(const Salvage& found, const LogParts& parts, const Store::Settings& settings, Recovery report)
        : found_(found), parts_(parts), settings_(settings), report_(std::move(report)) {}

    Outcome build(const std::filesystem::path& file) {
        AYNI_LET(database, Database::open(file, settings_.key ? &*settings_.key : nullptr));
        AYNI_TRY(migrate(*database));
        Store::Inside inside(std::move(database), settings_);
        AYNI_TRY(inside.database->transact([&] { return put_settings(*inside.database); }));
        AYNI_TRY(inside.load());
        AYNI_TRY(inside.transact([&] { return fill(inside); }));
        return inside.database->checkpoint();
    }

private:
    Outcome put_settings(Database& database) {
        for (const auto& [name, value] : parts_.settings) {
            const bool asks_anew = name == "cursor" && report_.awaits_own_log;
            if (!is_of_the_old_log(name) && !asks_anew) {
                AYNI_TRY(put_setting(database, name, value));
            }
        }
        const auto person = parts_.settings.find("person");
        if (person != parts_.settings.end() && !report_.keys_lost) {
            AYNI_TRY(put_setting(database, "person", person->second));
        }
        AYNI_TRY(put_setting(database, "device", to_text(parts_.device)));
        const std::uint64_t apart = report_.awaits_own_log || report_.end_unknown ? records_apart : 0;
        return put_setting(database, "records", std::to_string(parts_.records + apart));
    }

    Outcome fill(Store::Inside& inside) {
        AYNI_TRY(remember_what_was_left(inside));
        AYNI_TRY(inside.set_log(Store::Inside::Log::awaits_own));
        AYNI_TRY(inside.lay_down(parts_.log, parts_.waiting));
        for (const LogParts::Known& known : parts_.reach) {
            AYNI_TRY(inside.forget_reaches());
            AYNI_LET(scope, inside.scope_number(known.scope));
            AYNI_LET(replica, inside.replicas.number_of(known.device));
            AYNI_LET(update, inside.database->prepare("UPDATE reach SET seen=min(?, seq), stamp=max(?, stamp), "
                                                      "settled=max(settled, min(?, seq)) WHERE scope=? AND replica=?"));
            update.bind(1, known.seen).bind(2, known.stamp);
            update.bind(3, replica == inside.me ? 0 : known.settled).bind(4, scope);
            AYNI_TRY(update.bind(5, replica).run());
        }
        AYNI_TRY(put_local(inside));
        AYNI_TRY(put_setting(*inside.database, "recovery", pack(report_)));
        return report_.awaits_own_log ? Outcome(Done{}) : inside.close_own_log({});
    }

    // Scopes have numbers of their own in every database. What may be too little is worth nothing here.
    Outcome remember_what_was_left(Store::Inside& inside) {
        const bool was_lost = parts_.settings.contains(std::string(left_is_lost_setting));
        if (!report_.keys_lost && (was_lost || report_.awaits_own_log)) {
            AYNI_TRY(put_setting(*inside.database, left_is_lost_setting, "lost"));
        }
        if (report_.awaits_own_log) {
            return inside.load_left();
        }
        for (const auto& [name, value] : parts_.settings) {
            std::int64_t number = 0;
            if (name.starts_with(left_prefix)) {
                std::from_chars(name.data() + left_prefix.size(), name.data() + name.size(), number);
            }
            if (const auto scope = parts_.scopes.find(number); scope != parts_.scopes.end() && !report_.keys_lost) {
                AYNI_LET(now, inside.scope_number(scope->second));
                AYNI_TRY(put_setting(*inside.database, std::string(left_prefix) + std::to_string(now), value));
            }
        }
        return inside.load_left();
    }

    // The number that a scope has now. 0: it has none, or isn't known any more.
    Result<std::int64_t> now(Store::Inside& inside, std::int64_t before) {
        const auto scope = parts_.scopes.find(before);
        return scope != parts_.scopes.end() ? inside.scope_number(scope->second) : Result<std::int64_t>(0);
    }

    // What is on this device only: what was being written, what is carried for others, and which attachments count,
    // for which scopes. Whether the folder of blobs is this database's own is found out at the next opening, so nothing
    // in it is swept before.
    Outcome put_local(Store::Inside& inside) {
        for (const auto& [place, unfinished] : found_.unfinished) {
            AYNI_LET(scope, now(inside, unfinished.scope));
            AYNI_LET(insert, inside.database->prepare("INSERT INTO unfinished(place, scope, content, at) "
                                                      "VALUES(?,?,?,?)"));
            insert.bind_text(1, place).bind(2, scope).bind_blob(3, unfinished.content);
            AYNI_TRY(insert.bind(4, unfinished.at).run());
        }
        for (const auto& [hash, facts] : found_.blobs) {
            AYNI_LET(insert,
                     inside.database->prepare("INSERT OR IGNORE INTO blob(hash, bytes, unsent, used) VALUES(?,?,?,?)"));
            insert.bind_text(1, hash).bind(2, facts[0]).bind(3, facts[1]);
            AYNI_TRY(insert.bind(4, facts[2]).run());
        }
        for (const auto& [before, hash] : found_.blobs_kept) {
            AYNI_LET(scope, now(inside, before));
            AYNI_LET(insert, inside.database->prepare("INSERT OR IGNORE INTO blob_kept(scope, hash) VALUES(?,?)"));
            AYNI_TRY(insert.bind(1, scope).bind_text(2, hash).run());
        }
        for (const Salvage::Carried& part : parts_.carried) {
            AYNI_LET(insert,
                     inside.database->prepare("INSERT OR IGNORE INTO carried(name, waits, bytes) VALUES(?,?,?)"));
            insert.bind_blob(1, part.name).bind(2, std::int64_t{part.waits ? 1 : 0});
            AYNI_TRY(insert.bind_blob(3, part.bytes).run());
        }
        return Done{};
    }

    const Salvage& found_;
    const LogParts& parts_;
    const Store::Settings& settings_;
    Recovery report_;
};

Recovery report_of(const LogParts& parts, const std::filesystem::path& file) {
    Recovery report;
    report.was_needed = true;
    report.number = new_device().value;
    report.set_aside = damaged_file(file).filename().string();
    report.keys_lost = parts.keys_lost;
    report.awaits_own_log = parts.keys_lost || (parts.has_hub && !parts.is_whole);
    report.end_unknown = !parts.is_whole;
    report.known_until = parts.known_until;
    report.gaps = parts.gaps;
    report.out_of_place = parts.out_of_place;
    std::map<ScopeId, Recovery::Part> by_scope;
    for (const auto& kept : parts.log) {
        Recovery::Part& part = by_scope[kept.envelope.scope];
        const std::uint64_t changes = kept.envelope.last_seq - kept.envelope.first_seq + 1;
        ++part.envelopes;
        part.changes += changes;
        part.waiting += kept.delivery == Delivery::sealed && kept.envelope.device == parts.device ? changes : 0;
    }
    for (const auto& [scope, changes] : parts.waiting) {
        by_scope[scope].waiting += changes.size();
    }
    for (auto& [scope, part] : by_scope) {
        part.scope = scope;
        report.parts.push_back(part);
    }
    return report;
}

Result<std::vector<std::string>> differences_in(const std::filesystem::path& file, const Store::Settings& settings) {
    AYNI_LET(store, Store::open(file, settings));
    return store->check();
}

bool is_about_search(const std::string& difference) {
    return difference.starts_with("search: ");
}

// It may lack what it lacked before; do the tables follow from the log? A search index that can be made anew where it
// lies is no reason to build a new database.
Result<bool> is_in_order(const std::filesystem::path& file, const Store::Settings& settings) {
    auto looked = differences_in(file, settings);
    if (!looked && looked.fault() == Fault::storage_corrupt) {
        return false;
    }
    AYNI_LET(differences, std::move(looked));
    if (differences.empty() || !std::ranges::all_of(differences, is_about_search)) {
        return differences.empty();
    }
    AYNI_LET(database, Database::open(file, settings.key ? &*settings.key : nullptr));
    const Outcome mended = SearchIndex(*database, true).make_anew();
    if (!mended && mended.fault() != Fault::storage_corrupt) {
        return mended.error();
    }
    return mended.has_value();
}

}  // namespace

Result<Recovery> recover(const std::filesystem::path& file, const Store::Settings& settings, Witness* witness,
                         const Progress& progress) {
    // Reading is the slow part; of building nothing is heard before it is done.
    const auto hear = [&](double part) {
        if (progress) {
            progress(part);
        }
    };
    AYNI_LET(finished, finish_taking_place(file));
    if (finished) {
        AYNI_LET(store, Store::open(file, settings));
        AYNI_LET(report, last_recovery(*store));
        return report.value_or(Recovery{});
    }
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return {Fault::not_found, "no database"};
    }
    AYNI_LET(found, salvage(file, settings.key ? &*settings.key : nullptr, [&](double part) { hear(0.8 * part); }));
    hear(0.8);
    AYNI_LET(parts, assemble(found, settings, witness));
    if (parts.is_read && found.sound) {
        AYNI_LET(in_order, is_in_order(file, settings));
        if (in_order) {
            return Recovery{};
        }
    }
    const Recovery report = report_of(parts, file);
    const std::filesystem::path rebuilding = rebuilding_file(file);
    remove_database(rebuilding);
    const Outcome built = Building(found, parts, settings, report).build(rebuilding);
    if (!built) {
        remove_database(rebuilding);
        return built.error();
    }
    for (const char* end : {"-wal", "-shm"}) {
        std::error_code ignored;
        std::filesystem::remove(std::filesystem::path(rebuilding) += end, ignored);
    }
    const Outcome taken = settings.key && found.plain ? take_place_of_plain(file, *settings.key) : take_place(file);
    if (!taken) {
        remove_database(rebuilding);
        return taken.error();
    }
    hear(1);
    return report;
}

}  // namespace ayni
