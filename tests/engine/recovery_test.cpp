// Damaged databases: set aside whole, and rebuilt from what can be read of their log.

#include "engine/store/recovery.hpp"

#include <functional>
#include <sstream>

#include "engine/store/cipher.hpp"
#include "engine/store/renumber.hpp"
#include "tests/engine/damaged_phone.hpp"

using namespace ayni;
using namespace ayni::test;

TEST_CASE("a database that is in order is left as it is") {
    const Weeks weeks;
    const SetClock clock;
    const Recovery report = must(recover(weeks.file(), settings(clock)));
    CHECK_FALSE(report.was_needed);
    CHECK(bytes_of(weeks.file()) == weeks.whole);
    CHECK(std::distance(std::filesystem::directory_iterator(weeks.folder.path), {}) == 1);
}

namespace {

using Damage = std::function<void(std::string& bytes, std::mt19937_64& random)>;

// Eight times, each from the same whole file; locked and not.
void is_healed_of(const Damage& damage, bool unsealed_may_be_garbled = false) {
    for (const bool locked : {false, true}) {
        if (locked && !can_encrypt()) {
            continue;
        }
        Weeks weeks(locked ? std::optional(DataKey::random()) : std::nullopt);
        weeks.unsealed_may_be_garbled = unsealed_may_be_garbled && !locked;
        const SetClock clock;
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            CAPTURE(locked, seed);
            std::mt19937_64 random(seed);
            std::string damaged = weeks.whole;
            damage(damaged, random);
            is_healed(weeks, clock, damaged);
            for (const auto& entry : std::filesystem::directory_iterator(weeks.folder.path)) {
                std::filesystem::remove_all(entry.path());
            }
        }
    }
}

}  // namespace

TEST_CASE("of a database with flipped bits all that can be read is kept, and what can't is named") {
    is_healed_of([](std::string& bytes, std::mt19937_64& random) { flip_bits(bytes, random, 1 + random() % 6); }, true);
}

TEST_CASE("of a database with blank pages all that can be read is kept, and what can't is named") {
    is_healed_of([](std::string& bytes, std::mt19937_64& random) { blank_pages(bytes, random, 1 + random() % 6); });
}

TEST_CASE("of a database that was cut off all that can be read is kept, and what can't is named") {
    is_healed_of([](std::string& bytes, std::mt19937_64& random) {
        bytes.resize(8 * page_size + random() % (bytes.size() - 8 * page_size));
    });
}

TEST_CASE("of a database without its first pages all that can be read is kept, and what can't is named") {
    is_healed_of([](std::string& bytes, std::mt19937_64& random) {
        const std::size_t pages = 1 + random() % 3;
        bytes.replace(0, page_size * pages, noise(random, page_size * pages));
    });
}

TEST_CASE("where nothing at all can be read, or the key is another's, all is left as it is") {
    const SetClock clock;
    std::mt19937_64 random(5);
    for (const bool locked : {false, true}) {
        if (locked && !can_encrypt()) {
            continue;
        }
        const Weeks weeks(locked ? std::optional(DataKey::random()) : std::nullopt);
        const Fault fault = locked ? Fault::wrong_key : Fault::storage_corrupt;
        for (const std::string& bytes :
             {noise(random, 20 * page_size), noise(random, 37), weeks.whole.substr(0, 100), std::string()}) {
            weeks.is_damaged(bytes);
            CHECK(recover(weeks.file(), weeks.settings_of(clock)).fault() == fault);
            CHECK(bytes_of(weeks.file()) == bytes);
        }
        weeks.is_damaged(weeks.whole);
        if (locked) {
            CHECK(recover(weeks.file(), settings(clock, DataKey::random())).fault() == Fault::wrong_key);
            CHECK(bytes_of(weeks.file()) == weeks.whole);
        }
        CHECK(std::distance(std::filesystem::directory_iterator(weeks.folder.path), {}) == 1);
    }
}

TEST_CASE("a database of a newer version is not recovered, damaged or not, and no byte of it changes") {
    const Weeks weeks;
    const SetClock clock;
    {
        const auto database = must(Database::open(weeks.file()));
        must(database->run("PRAGMA user_version=999"));
        must(database->checkpoint());
    }
    std::string newer = bytes_of(weeks.file());
    for (int times = 0; times < 2; ++times) {
        CHECK(recover(weeks.file(), settings(clock)).fault() == Fault::made_by_newer_app);
        CHECK(bytes_of(weeks.file()) == newer);
        CHECK(std::distance(std::filesystem::directory_iterator(weeks.folder.path), {}) == 1);
        newer.replace(newer.size() - 4 * page_size, page_size, page_size, '\0');
        weeks.is_damaged(newer);
    }
    CHECK(recover(weeks.folder.path / "none.db", settings(clock)).fault() == Fault::not_found);
}

namespace {

// Nothing of the log was missing, nor could be.
void goes_on_as_it_was(const Healed& healed, const Weeks& weeks) {
    CHECK(healed.report.was_needed);
    CHECK_FALSE(healed.report.awaits_own_log);
    CHECK_FALSE(healed.report.end_unknown);
    CHECK(healed.report.gaps.empty());
    is_sound(*healed.store);
    weeks.accounts_for_everything(*healed.store, healed.report);
    seals_after_what_the_hub_has(*healed.store, weeks);
}

}  // namespace

TEST_CASE("tables that don't follow from a whole log are made from it, and this device goes on as it was") {
    const Weeks weeks;
    const SetClock clock;
    {
        const auto database = must(Database::open(weeks.file()));
        must(
            database->run("UPDATE Goal SET title='garbled' WHERE id % 3 = 0; DELETE FROM SessionNote; "
                          "DELETE FROM element; UPDATE Goal SET clock=x'00' WHERE id % 5 = 0"));
    }
    const Healed healed = heal(weeks, clock);
    goes_on_as_it_was(healed, weeks);
    CHECK(must(healed.store->unsent(SIZE_MAX)).size() == weeks.unsent.size() + 2);
}

namespace {

// The page where a table begins is gone: SQLite finds nothing of it any more.
std::string without_root_of(const Weeks& weeks, const std::string& table) {
    std::string damaged = weeks.whole;
    return damaged.replace(weeks.root_of(table) * page_size, page_size, page_size, 'x');
}

}  // namespace

TEST_CASE("damage outside the log costs nothing: all is made anew from it, and this device goes on as it was") {
    for (const auto& [locked, table] : std::vector<std::pair<bool, std::string>>{
             {false, "SessionNote"}, {true, "SessionNote"}, {false, "search_data"}, {true, "search_data"}}) {
        if (locked && !can_encrypt()) {
            continue;
        }
        CAPTURE(locked, table);
        const Weeks weeks(locked ? std::optional(DataKey::random()) : std::nullopt);
        const SetClock clock;
        // Where a page of the search index can't be read, SQLite can't even give it back.
        weeks.is_damaged(without_root_of(weeks, table));
        const Healed healed = heal(weeks, clock);
        goes_on_as_it_was(healed, weeks);
    }
}

TEST_CASE("a search index that is damaged is made anew where it lies: that is no reason for a recovery") {
    const Weeks weeks;
    const SetClock clock;
    for (const char* damage : {"UPDATE search_data SET block=x'0102030405'", "DELETE FROM search_data",
                               "INSERT INTO search(rowid, called, said) VALUES(77, 'nadie', 'nada')"}) {
        CAPTURE(damage);
        must(must(Database::open(weeks.file()))->run_undefended(damage));
        CHECK_FALSE(must(must(Store::open(weeks.file(), settings(clock)))->check()).empty());
        CHECK_FALSE(must(recover(weeks.file(), settings(clock))).was_needed);
        CHECK_FALSE(std::filesystem::exists(weeks.folder.path / "profile.db.damaged-1"));
        is_sound(*must(Store::open(weeks.file(), settings(clock))));
    }
}

TEST_CASE("envelopes in a block are found though no row names them any more") {
    const Weeks weeks;
    const SetClock clock;
    {
        const auto database = must(Database::open(weeks.file()));
        must(database->run("DELETE FROM envelope WHERE block IS NOT NULL"));
        REQUIRE(database->changed_rows() > 10);
    }
    const Healed healed = heal(weeks, clock);
    CHECK(healed.report.was_needed);
    std::size_t kept = 0;
    for (const ScopeId& scope : {plan, talk}) {
        kept += must(healed.store->envelopes(scope)).size();
    }
    CHECK(kept == weeks.envelopes.size());
    CHECK(healed.report.gaps.empty());
    is_sound(*healed.store);
}

TEST_CASE("a lost change that comes back after what she wrote over it is no second version") {
    const Folder folder;
    const std::filesystem::path file = folder.path / "profile.db";
    const SetClock clock;
    std::vector<Envelope> sealed;
    RecordId goal;
    {
        const Phone rosa(file);
        goal = rosa.makes(plan, kind::goal, {{"title", std::string("Pan")}});
        rosa.seal(plan);
        rosa.sets(plan, goal, kind::goal, "title", std::string("Pan y queso"));
        rosa.seal(plan);
        sealed = must(rosa.store->envelopes(plan));
        must(rosa.store->database().run("DELETE FROM envelope WHERE first_seq=1"));
    }
    CHECK(must(recover(file, settings(clock))).gaps.size() == 1);
    const auto store = must(Store::open(file, settings(clock)));
    CHECK(must(store->find(goal))->text("title") == "Pan y queso");
    must(store->receive(std::vector{sealed.front()}));
    CHECK(must(store->contests()).empty());
    CHECK(must(store->find(goal))->text("title") == "Pan y queso");
    is_sound(*store);
}

TEST_CASE("where the hub gives nothing back, nothing is written or sealed until it does") {
    const Weeks weeks;
    const SetClock clock;
    weeks.is_damaged(without_root_of(weeks, "envelope"));
    Healed healed = heal(weeks, clock);
    Store& store = *healed.store;
    REQUIRE(healed.report.awaits_own_log);
    const auto writes = [&](const ScopeId& scope) {
        return store.write(scope, std::vector{make_edit(store.new_record(), scope == plan ? kind::goal : kind::insight,
                                                        scope == plan ? "title" : "text", std::string("nuevo"))});
    };
    must(writes(plan));
    must(writes(talk));
    CHECK(must(store.pending(plan)).back().dot.seq >= provisional_first);
    std::vector<Envelope> handed_in;
    const auto back = [&](const ScopeId& scope) {
        std::vector<Envelope> all = weeks.with_the_hub();
        all.insert(all.end(), handed_in.begin(), handed_in.end());
        std::erase_if(all, [&](const Envelope& envelope) { return envelope.scope != scope; });
        must(store.receive(all));
    };
    // She has the talk no more when the hub gives back what it has.
    back(plan);
    must(store.own_log_is_back(std::vector{plan}));
    CHECK_FALSE(store.awaits_own_log());
    CHECK(must(store.may_seal(plan)));
    CHECK_FALSE(must(store.may_seal(talk)));
    CHECK(writes(plan));
    CHECK(writes(talk).fault() == Fault::not_found);
    const std::vector<Change> waiting = must(store.pending(talk));
    REQUIRE(!waiting.empty());
    CHECK(store.seal({talk, store.device(), waiting.front().dot.seq, waiting.back().dot.seq, pack(waiting)}).fault() ==
          Fault::invalid);
    // What is sealed there goes to the hub first; then nothing of it stays but what waits.
    CHECK(must(store.keep_only(std::vector{plan})).empty());
    handed_in = must(store.unsent(SIZE_MAX));
    for (const Envelope& envelope : handed_in) {
        must(store.settle(envelope.scope, envelope.first_seq, Delivery::received));
    }
    CHECK(must(store.keep_only(std::vector{plan})) == std::vector{talk});
    CHECK(must(store.envelopes(talk)).empty());
    CHECK(pack(must(store.pending(talk))) == pack(waiting));
    for (const Record& note : must(store.list(kind::session_note, talk, true))) {
        CHECK(must(store.is_all_ours(note.id)));
    }
    CHECK(must(store.keep_only(std::vector{plan})).empty());
    is_sound(store);
    // Later she has it again.
    back(talk);
    CHECK(writes(talk).fault() == Fault::not_found);
    must(store.own_log_is_back(std::vector{plan, talk}));
    CHECK(must(store.may_seal(talk)));
    CHECK(writes(talk));
    CHECK(must(store.pending(talk)).size() >= waiting.size());
    is_sound(store);
    weeks.accounts_for_everything(store, must(last_recovery(store)).value());
    seals_after_what_the_hub_has(store, weeks);
}

TEST_CASE("a scope that goes before she has her own log of it back takes nothing when it returns, until it is back") {
    const Weeks weeks;
    const SetClock clock;
    weeks.is_damaged(without_root_of(weeks, "envelope"));
    Healed healed = heal(weeks, clock);
    Store& store = *healed.store;
    REQUIRE(healed.report.awaits_own_log);
    const auto back = [&](const ScopeId& scope) {
        std::vector<Envelope> all = weeks.with_the_hub();
        std::erase_if(all, [&](const Envelope& envelope) { return envelope.scope != scope; });
        must(store.receive(all));
    };
    back(plan);
    must(store.own_log_is_back(std::vector{plan}));
    must(store.drop(talk));
    const auto note = make_edit(store.new_record(), kind::insight, "text", std::string("nuevo"));
    CHECK(store.write(talk, std::vector{note}).fault() == Fault::not_found);
    back(talk);
    must(store.own_log_is_back(std::vector{plan, talk}));
    CHECK(store.write(talk, std::vector{note}));
    is_sound(store);
    seals_after_what_the_hub_has(store, weeks);
}

TEST_CASE("what she was writing, and what she attached, is there after a recovery") {
    const SetClock clock;
    const Folder folder;
    const std::filesystem::path file = folder.path / "profile.db";
    const std::string content(3000, 'v');
    BlobHash hash;
    {
        const Phone rosa(file);
        rosa.makes(plan, kind::goal, {{"title", std::string("Pan")}});
        must(rosa.store->set_draft("goal", plan, "a half-wri"));
        std::istringstream voice(content);
        const Blob blob = must(rosa.store->attachments().put(voice, content.size()));
        hash = blob.hash;
        must(rosa.store->transact([&] { return rosa.store->attachments().keep(blob, plan); }));
        must(rosa.store->database().checkpoint());
    }
    std::string damaged = bytes_of(file);
    damaged.replace(100, page_size - 100, page_size - 100, '\0');
    put_bytes(file, damaged);
    CHECK(must(recover(file, settings(clock))).was_needed);
    const auto store = must(Store::open(file, settings(clock)));
    CHECK(must(store->draft("goal"))->content == "a half-wri");
    CHECK(must(store->list(kind::goal)).size() == 1);
    CHECK(must(store->attachments().read(hash)) == content);
}

TEST_CASE("a recovery remembers in which scopes she may not write before her own log there is back") {
    Weeks weeks;
    const SetClock clock;
    {
        const auto store = must(Store::open(weeks.file(), weeks.settings_of(clock)));
        must(store->drop(plan));
        must(store->database().run("DELETE FROM element; DELETE FROM SessionNote"));
    }
    const Healed healed = heal(weeks, clock);
    CHECK(healed.report.was_needed);
    CHECK_FALSE(healed.report.awaits_own_log);
    const auto writes = [&](const ScopeId& scope, KindNo kind, const char* field) {
        const RecordId id = healed.store->new_record();
        return healed.store->write(scope, std::vector{make_edit(id, kind, field, std::string("x"))});
    };
    CHECK(writes(plan, kind::goal, "title").fault() == Fault::not_found);
    CHECK(writes(talk, kind::session_note, "text"));
}
