// A damaged database that wasn't locked yet: what is set aside of it is, and nothing plain stays.

#include "engine/store/set_aside.hpp"

#include <limits>

#include "engine/store/cipher.hpp"
#include "engine/store/recovery.hpp"
#include "tests/engine/damage.hpp"
#include "tests/engine/killed.hpp"
#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

constexpr std::string_view words = "Vender pan dulce en la plaza";

// Some acts in the file, some only in its write-ahead log; then a page of the file is gone.
struct PlainAndDamaged {
    PlainAndDamaged() {
        const Folder before;
        const std::filesystem::path whole = before.path / "profile.db";
        const Phone phone(whole);
        for (int i = 0; i < 60; ++i) {
            phone.makes(plan, kind::goal, {{"title", std::string(words) + std::to_string(i)}});
            phone.seal(plan);
        }
        must(phone.store->database().checkpoint());
        phone.makes(plan, kind::goal, {{"title", std::string(words) + " y queso"}});
        database = bytes_of(whole);
        log = bytes_of(std::filesystem::path(whole) += "-wal");
        database.replace(database.size() / 2 / page_size * page_size, page_size, page_size, 'x');
        starts_anew();
    }
    void starts_anew() const {
        for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
            std::filesystem::remove(entry.path());
        }
        put_bytes(file(), database);
        put_bytes(std::filesystem::path(file()) += "-wal", log);
    }
    [[nodiscard]] std::filesystem::path file() const { return folder.path / "profile.db"; }
    [[nodiscard]] bool holds_words() const {
        for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
            if (bytes_of(entry.path()).find(words) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] std::string opened(const std::string& aside, const DataKey& with) const {
        const Folder out;
        must(open_set_aside(folder.path / aside, with, out.path / "plain"));
        return bytes_of(out.path / "plain");
    }
    void is_recovered() const {
        const auto store = must(Store::open(file(), settings(clock, key)));
        CHECK(must(store->list(kind::goal)).size() > 50);
        CHECK(must(store->check()).empty());
        CHECK_FALSE(must(is_plain(file())));
    }

    Folder folder;
    SetClock clock;
    DataKey key = DataKey::random();
    std::string database;
    std::string log;
};

}  // namespace

TEST_CASE("of a plain database that is damaged nothing stays plain, and with the key it is there, to the byte") {
    if (!can_encrypt()) {
        return;
    }
    const PlainAndDamaged damaged;
    const Folder elsewhere;
    const std::filesystem::path log = std::filesystem::path(damaged.file()) += "-wal";
    std::filesystem::create_hard_link(damaged.file(), elsewhere.path / "database");
    std::filesystem::create_hard_link(log, elsewhere.path / "log");
    REQUIRE(damaged.holds_words());
    const Recovery report = must(recover(damaged.file(), settings(damaged.clock, damaged.key)));
    CHECK(report.was_needed);
    CHECK(report.set_aside == "profile.db.damaged-1");
    CHECK_FALSE(damaged.holds_words());
    CHECK(damaged.opened("profile.db.damaged-1", damaged.key) == damaged.database);
    CHECK(damaged.opened("profile.db.damaged-1-wal", damaged.key) == damaged.log);
    const auto other = open_set_aside(damaged.folder.path / "profile.db.damaged-1", DataKey::random(), log);
    CHECK(other.fault() == Fault::storage_corrupt);
    CHECK_FALSE(std::filesystem::exists(log));
    // What was plain is not only nameless.
    CHECK(bytes_of(elsewhere.path / "database") == std::string(damaged.database.size(), '\0'));
    CHECK(bytes_of(elsewhere.path / "log") == std::string(damaged.log.size(), '\0'));
    damaged.is_recovered();
}

TEST_CASE("killed while a plain database is set aside, nothing is lost, and nothing plain stays in the end") {
    if (!can_encrypt()) {
        return;
    }
    const PlainAndDamaged damaged;
    const auto work = [&] { return recover(damaged.file(), settings(damaged.clock, damaged.key)).has_value(); };
    const int calls = calls_until_killed(std::numeric_limits<int>::max(), work);
    int half_done = 0;
    for (int before_end = 150; before_end > 0; before_end -= 5) {
        CAPTURE(before_end, calls);
        damaged.starts_anew();
        calls_until_killed(calls - before_end, work);
        CHECK(has_database(damaged.file()));
        half_done += std::filesystem::exists(damaged.folder.path / "profile.db.relocked") ? 1 : 0;
        must(recover(damaged.file(), settings(damaged.clock, damaged.key)));
        CHECK_FALSE(damaged.holds_words());
        damaged.is_recovered();
        const std::string aside =
            std::filesystem::exists(damaged.folder.path / "profile.db.damaged-2") ? "damaged-2" : "damaged-1";
        CHECK(damaged.opened("profile.db." + aside, damaged.key) == damaged.database);
        CHECK(damaged.opened("profile.db." + aside + "-wal", damaged.key) == damaged.log);
    }
    CHECK(half_done > 0);
}

TEST_CASE("each recovery has a number of its own, though the file of the one before is gone") {
    const PlainAndDamaged damaged;
    const Recovery first = must(recover(damaged.file(), settings(damaged.clock)));
    damaged.starts_anew();
    const Recovery second = must(recover(damaged.file(), settings(damaged.clock)));
    CHECK(first.set_aside == second.set_aside);
    CHECK(first.number != 0);
    CHECK(first.number != second.number);
    const auto store = must(Store::open(damaged.file(), settings(damaged.clock)));
    CHECK(must(last_recovery(*store))->number == second.number);
    // One of before had none.
    const std::string kept = pack(second);
    CHECK(must(unpack_recovery(std::string_view(kept).substr(0, kept.size() - 8))).number == 0);
}
