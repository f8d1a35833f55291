// What lies on the disk when nobody looks: nothing of it can be read without the key, and nothing is lost by locking.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>
#include <limits>

#include "engine/store/cipher.hpp"
#include "engine/store/files.hpp"
#include "tests/engine/killed.hpp"
#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

const std::string rare = "Quinceañera-ultramarina";  // a word that nothing but her note has
constexpr std::size_t page = 4096;
const std::vector<std::string> index_of_words{"search: the index itself is damaged"};

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string bytes_of_all(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        all += bytes_of(entry.path());
    }
    return all;
}

bool can_read(const std::string& bytes, const std::string& text) {
    return bytes.find(text) != std::string::npos;
}

Store::Settings locked_with(const DataKey& key, const Clock& clock) {
    Store::Settings locked = settings(clock);
    locked.key = key;
    return locked;
}

struct Notebook {
    Notebook() : file(folder.path / "profile.db") {}
    /// Opens it, writes a note, closes it.
    RecordId writes(const std::string& text, const std::optional<DataKey>& with) {
        Store::Settings wanted = settings(clock);
        wanted.key = with;
        Phone phone;
        phone.store = must(Store::open(file, wanted));
        return phone.makes(plan, kind::private_note, {{"text", text}});
    }
    Result<std::unique_ptr<Store>> opens(const DataKey& with) const {
        return Store::open(file, locked_with(with, clock));
    }
    [[nodiscard]] std::vector<std::string> notes(const DataKey& with) const {
        const auto store = must(opens(with));
        std::vector<std::string> texts;
        for (const Record& record : must(store->list(kind::private_note))) {
            texts.emplace_back(record.text("text"));
        }
        CHECK(must(store->check()).empty());
        return texts;
    }
    SetClock clock;
    Folder folder;
    std::filesystem::path file;
    DataKey key = DataKey::random();
};

}  // namespace

TEST_CASE("without the key nothing of what she wrote is readable in any file of the profile") {
    Notebook notebook;
    const bool locked = GENERATE(true, false);
    Phone phone;
    phone.store =
        must(Store::open(notebook.file, locked ? locked_with(notebook.key, notebook.clock) : settings(notebook.clock)));
    phone.makes(plan, kind::private_note, {{"text", rare}});
    phone.seal(plan);
    must(phone.store->set_setting("token", rare));
    INFO("the same without a lock can be read: the search would find it");
    CHECK(can_read(bytes_of_all(notebook.folder.path), rare) == !locked);  // while it is open, in the WAL
    must(phone.store->database().checkpoint());
    CHECK(can_read(bytes_of(notebook.file), rare) == !locked);
    CHECK(can_read(bytes_of(notebook.file), "CREATE TABLE") == !locked);
    phone.store.reset();
    const std::string at_rest = bytes_of_all(notebook.folder.path);
    CHECK(can_read(at_rest, rare) == !locked);
    CHECK(can_read(at_rest, "SQLite format 3") == !locked);
    CHECK_FALSE(can_read(at_rest, std::string(notebook.key.secret.bytes())));
}

TEST_CASE("another profile's key opens nothing, and changes nothing") {
    Notebook hers;
    hers.writes(rare, hers.key);
    {
        // A phone that died: what she wrote last is in the WAL only.
        Phone phone;
        phone.store = must(hers.opens(hers.key));
        phone.makes(plan, kind::private_note, {{"text", std::string("la última")}});
        for (const char* end : {"", "-wal"}) {
            std::filesystem::copy_file(std::filesystem::path(hers.file) += end,
                                       hers.folder.path / (std::string("copy") + end));
        }
    }
    const auto file = hers.folder.path / "copy";
    const auto wal = hers.folder.path / "copy-wal";
    const std::string before = bytes_of(file);
    const std::string wal_before = bytes_of(wal);
    REQUIRE(wal_before.size() > page);
    CHECK(Store::open(file, locked_with(DataKey::random(), hers.clock)).fault() == Fault::wrong_key);
    CHECK(bytes_of(file) == before);
    CHECK(bytes_of(wal) == wal_before);
    CHECK(Store::open(file, settings(hers.clock)).fault() == Fault::storage_corrupt);  // nor does none
    CHECK(bytes_of(file) == before);
    CHECK(bytes_of(wal) == wal_before);
    hers.file = file;
    CHECK(hers.notes(hers.key) == std::vector<std::string>{rare, "la última"});
}

TEST_CASE("a flipped bit is damage, not an empty database, wherever it is") {
    Notebook notebook;
    for (int i = 0; i < 60; ++i) {
        notebook.writes("note " + std::to_string(i) + std::string(400, 'n'), notebook.key);
    }
    const std::string whole = bytes_of(notebook.file);
    REQUIRE(whole.size() > 20 * page);
    std::size_t found = 0;
    for (std::size_t at = 7; at < whole.size(); at += 2 * page + 13) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        std::ofstream(notebook.file, std::ios::binary) << flipped;
        INFO("byte " << at);
        const auto opened = notebook.opens(notebook.key);
        if (!opened) {
            CHECK(opened.fault() == Fault::storage_corrupt);
            CHECK(bytes_of(notebook.file) == flipped);
            ++found;
            continue;
        }
        const auto notes = (*opened)->list(kind::private_note);
        const auto checked = (*opened)->check();
        if (notes && checked) {
            // The index of words is told of by what it is; the file's first 16 bytes are a salt that a key with its own
            // has no use for.
            CHECK(notes->size() == 60);
            CHECK((at < 16 || *checked == index_of_words));
        } else {
            CHECK((notes ? checked.error().fault : notes.fault()) == Fault::storage_corrupt);
            ++found;
        }
    }
    CHECK(found > 20);
    for (const std::size_t size : {std::size_t{100}, page, 5 * page, whole.size() - 1}) {
        std::ofstream(notebook.file, std::ios::binary) << whole.substr(0, size);
        INFO("cut to " << size);
        const auto opened = notebook.opens(notebook.key);
        const auto checked = opened ? (*opened)->check() : Result<std::vector<std::string>>(opened.error());
        // What was cut off may be of the index of words alone: then the check says just that, and her notes are there.
        const bool index_only = checked && *checked == index_of_words;
        CHECK((!index_only || must((*opened)->list(kind::private_note)).size() == 60));
        CHECK((index_only || (!checked && checked.fault() == Fault::storage_corrupt)));
    }
}

TEST_CASE("a damaged first page, another key and a file that is no database are told apart") {
    Notebook notebook;
    notebook.writes(rare, notebook.key);
    const std::string whole = bytes_of(notebook.file);
    const auto with = [&](const std::string& bytes, const DataKey& key) {
        std::ofstream(notebook.file, std::ios::binary) << bytes;
        const auto opened = notebook.opens(key);
        CHECK(bytes_of(notebook.file) == bytes);
        return opened ? std::optional<Fault>() : opened.fault();
    };
    std::string damaged = whole;
    damaged[1000] ^= 1;
    CHECK(with(damaged, notebook.key) == Fault::storage_corrupt);
    CHECK(with(whole, DataKey::random()) == Fault::wrong_key);
    CHECK(with(std::string(10'000, 'x'), notebook.key) == Fault::storage_corrupt);  // no whole pages
    CHECK(with(whole, notebook.key) == std::nullopt);
}

TEST_CASE("a key for one use says nothing of the others", "[key]") {
    const DataKey key = DataKey::random();
    CHECK(key.derive("attachments") == key.derive("attachments"));
    CHECK_FALSE(key.derive("attachments") == key.derive("database"));
    CHECK_FALSE(key.derive("attachments") == DataKey::random().derive("attachments"));
    CHECK_FALSE(key.derive("attachments") == key.secret);
    CHECK_FALSE(Secret::random() == Secret::random());
    CHECK(Secret::of("short") == std::nullopt);
    CHECK(Secret::of(key.secret.bytes()) == key.secret);
}

TEST_CASE("a plain profile becomes a locked one, with all that was in it, also in its WAL and its tables for search") {
    Notebook notebook;
    RecordId first;
    DeviceId device;
    std::uint64_t waiting = 0;
    {
        Phone phone;
        phone.store = must(Store::open(notebook.file, settings(notebook.clock)));
        device = phone.store->device();
        first = phone.makes(plan, kind::private_note, {{"text", rare}});
        phone.sets(plan, first, kind::private_note, "text", rare + " otra vez");
        phone.seal(plan);
        waiting = must(phone.store->waiting());
        must(phone.store->database().run(
            "CREATE VIRTUAL TABLE words USING fts5(text, tokenize=\"unicode61 remove_diacritics 2\");"
            "INSERT INTO words(rowid, text) VALUES(42, 'la sesión de ayer');"));
        for (const char* end : {"", "-wal"}) {
            std::filesystem::copy_file(std::filesystem::path(notebook.file) += end,
                                       notebook.folder.path / (std::string("copy") + end));
        }
    }
    notebook.file = notebook.folder.path / "copy";
    const auto store = must(notebook.opens(notebook.key));
    CHECK(store->device() == device);
    CHECK(must(store->find(first))->text("text") == rare + " otra vez");
    CHECK(must(store->check()).empty());
    CHECK(must(store->waiting()) == waiting);
    CHECK(must(store->database().number("SELECT rowid FROM words WHERE words MATCH 'sesion'")) == 42);
    must(store->database().run("INSERT INTO words(words) VALUES('integrity-check')"));
    CHECK_FALSE(can_read(bytes_of(notebook.file), rare));
    CHECK_FALSE(can_read(bytes_of(notebook.file), "SQLite format 3"));
    CHECK(Store::open(notebook.file, settings(notebook.clock)).fault() == Fault::storage_corrupt);
}

TEST_CASE("a plain profile becomes a locked one, and a kill in between loses nothing") {
    Notebook notebook;
    for (int i = 0; i < 3; ++i) {
        notebook.writes(rare + std::to_string(i), {});
    }
    const std::vector<std::string> all{rare + "0", rare + "1", rare + "2"};
    const std::string plain = bytes_of(notebook.file);
    std::size_t kept_plain = 0;
    std::size_t locked = 0;
    const auto killed_at = [&](int n) {
        std::filesystem::remove_all(notebook.folder.path);
        std::filesystem::create_directories(notebook.folder.path);
        std::ofstream(notebook.file, std::ios::binary) << plain;
        const int calls = calls_until_killed(n, [&] { return lock_plain(notebook.file, notebook.key).has_value(); });
        INFO("killed before call " << n);
        const bool still_plain = must(is_plain(notebook.file));
        ++(still_plain ? kept_plain : locked);
        if (still_plain) {
            CHECK(bytes_of(notebook.file) == plain);
        }
        CHECK(notebook.notes(notebook.key) == all);
        CHECK_FALSE(can_read(bytes_of_all(notebook.folder.path), rare));
        CHECK(std::distance(std::filesystem::directory_iterator(notebook.folder.path), {}) == 1);
        return calls;
    };
    const int calls = killed_at(std::numeric_limits<int>::max());
    REQUIRE(calls > 200);
    for (int n = 1; n < calls - 25; n += calls / 60) {
        killed_at(n);
    }
    for (int n = calls - 25; n < calls; ++n) {  // from the last of the copy to the end
        killed_at(n);
    }
    INFO("plain after " << kept_plain << ", locked after " << locked);
    CHECK(kept_plain > 50);
    CHECK(locked > 3);
}

TEST_CASE("another program's database and one of a newer version aren't locked, but left as they are") {
    Notebook notebook;
    Fault expected = Fault::storage_corrupt;
    SECTION("another program's") {
        const auto database = must(Database::open(notebook.file));
        must(database->run("CREATE TABLE t(a); INSERT INTO t VALUES('" + rare + "')"));
    }
    SECTION("newer") {
        notebook.writes(rare, {});
        const auto database = must(Database::open(notebook.file));
        must(database->run("PRAGMA user_version=99"));
        expected = Fault::made_by_newer_app;
    }
    const std::string before = bytes_of(notebook.file);
    CHECK(notebook.opens(notebook.key).fault() == expected);
    CHECK(bytes_of(notebook.file) == before);
    CHECK(can_read(before, rare));
}

TEST_CASE("a file that is written whole is the old or the new one after a kill", "[files]") {
    const Folder folder;
    const auto file = folder.path / "small";
    must(write_file(file, "old"));
    const auto killed_at = [&](int n) {
        must(write_file(file, "old"));
        return calls_until_killed(n, [&] { return write_file(file, std::string(5000, 'n')).has_value(); });
    };
    const int calls = killed_at(std::numeric_limits<int>::max());
    std::size_t old = 0;
    for (int n = 1; n < calls; ++n) {
        killed_at(n);
        const std::string bytes = must(read_file(file, 10'000));
        CHECK((bytes == "old" || bytes == std::string(5000, 'n')));
        old += bytes == "old" ? 1U : 0U;
    }
    CHECK(old > 3);
    CHECK(read_file(file, 4999).fault() == Fault::too_large);
    CHECK(read_file(folder.path / "none", 10).fault() == Fault::not_found);
    CHECK(std::filesystem::status(file).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK_FALSE(write_file(folder.path / "no" / "folder", "x").has_value());
}
