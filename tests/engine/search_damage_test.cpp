// An index of words that is damaged: only a projection, so nothing that a person does may fail or wait for it.

#include <sqlite3.h>

#include <catch2/generators/catch_generators.hpp>

#include "tests/engine/searching.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

// SQLite lets nobody write into an index's own tables by the way that the store opens it.
void damage_index(const std::filesystem::path& file, const std::string& which) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    const std::string sql = "UPDATE search_data SET block = x'FFFFFFFFFFFFFFFFFFFFFFFF' WHERE " + which;
    CHECK(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    CHECK(sqlite3_changes(handle) > 0);
    REQUIRE(sqlite3_close(handle) == SQLITE_OK);
}

struct Damaged {
    explicit Damaged(const std::string& which) {
        {
            const Phone before(file);
            bread = note(before, "pan de arroz");
            aim = goal(before, "Vender jabones");
        }
        damage_index(file, which);
        phone.store = must(Store::open(file, settings(phone.clock)));
    }
    Folder folder;
    std::filesystem::path file = folder.path / "profile.db";
    RecordId bread;
    RecordId aim;
    Phone phone;
};

// All of it; the list of its parts, without which FTS5 opens nothing; the parts.
std::string each_damage() {
    return GENERATE(as<std::string>{}, "1", "id=10", "id>10");
}

}  // namespace

TEST_CASE("the check tells that the index of words is damaged") {
    const Damaged damaged(each_damage());
    CHECK(must(damaged.phone.store->check()) == std::vector<std::string>{"search: the index itself is damaged"});
}

TEST_CASE("what is written while the index of words is damaged is kept, and found, and the index is whole again") {
    const Damaged damaged(each_damage());
    const RecordId fresh = note(damaged.phone, "harina nueva");
    damaged.phone.sets(own, damaged.bread, kind::private_note, "text", std::string("pan de yuca"));
    CHECK(damaged.phone.sees(fresh).text("text") == "harina nueva");
    CHECK(finds(damaged.phone, "harina") == Ids{fresh});
    CHECK(finds(damaged.phone, "yuca") == Ids{damaged.bread});
    CHECK(finds(damaged.phone, "arroz").empty());
    CHECK(finds(damaged.phone, "jabon") == Ids{damaged.aim});
    damaged.phone.is_sound();
}

TEST_CASE("what comes in while the index of words is damaged is taken, and found") {
    const Damaged damaged(each_damage());
    Phone ana;
    const RecordId hers = goal(ana, "Abrir los domingos");
    CHECK(damaged.phone.hears(ana, plan).envelopes == 1);
    CHECK(finds(damaged.phone, "domingo") == Ids{hers});
    damaged.phone.is_sound();
}

TEST_CASE("a search that meets a damaged index makes it anew, and finds") {
    const Damaged damaged(each_damage());
    CHECK(finds(damaged.phone, "arroz") == Ids{damaged.bread});
    damaged.phone.is_sound();
}

TEST_CASE("a scope leaves a damaged index too") {
    const Damaged damaged(each_damage());
    must(damaged.phone.store->drop(plan));
    CHECK(finds(damaged.phone, "jabon").empty());
    CHECK(finds(damaged.phone, "arroz") == Ids{damaged.bread});
    damaged.phone.is_sound();
}
