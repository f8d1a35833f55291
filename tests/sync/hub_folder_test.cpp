// The hub of a folder: the one that needs nothing but a disk.

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

TEST_CASE("there is one hub in a folder") {
    Folder folder;
    must(hub::Hub::found(folder.path, {"Prueba", "Odile", "fr", "http://127.0.0.1:1"}));
    const auto again = hub::Hub::found(folder.path, {"Otra", "Otra", "es", "http://127.0.0.1:1"});
    REQUIRE_FALSE(again);
    CHECK(again.fault() == Fault::already_joined);
    CHECK(must(hub::Hub::open(folder.path))->name() == "Prueba");

    const auto nothing = hub::Hub::open(folder.path / "empty");
    REQUIRE_FALSE(nothing);
    CHECK(nothing.fault() == Fault::not_found);
    CHECK_FALSE(std::filesystem::exists(folder.path / "empty"));
}

TEST_CASE("a copy of the hub has an epoch of its own, and is offered again what it lacks") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const RecordId before = rosa->makes(village.bakery_plan, kind::goal, {{"title", std::string("Antes")}});
    rosa->sync();
    const auto copy = village.folder.path / "copy.db";
    must(village.closed().backup(copy));
    CHECK(village.hub->backup(copy).fault() == Fault::invalid);
    village.reopen();
    const RecordId after = rosa->makes(village.bakery_plan, kind::goal, {{"title", std::string("Después")}});
    rosa->sync();

    village.closed();
    village.server.reset();
    village.hub.reset();
    for (const char* file : {"hub.db", "hub.db-wal", "hub.db-shm"}) {
        std::filesystem::remove(village.folder.path / "hub" / file);
    }
    std::filesystem::copy_file(copy, village.folder.path / "hub" / "hub.db");
    village.hub = must(hub::Hub::open(village.folder.path / "hub", &village.clock));
    village.server = must(hub::Server::start(*village.hub, village.settings));
    CHECK(rosa->sync().refused.empty());
    village.odile.sync();
    CHECK(village.odile.text_of(before, "title") == "Antes");
    CHECK(village.odile.text_of(after, "title") == "Después");
    village.is_sound();
}
