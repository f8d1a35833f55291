// What the index has, and what it must not have any more.

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "engine/store/tokens.hpp"
#include "tests/engine/searching.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

std::string bytes_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
}

std::string utf8(std::uint32_t c) {
    std::string bytes;
    const auto add = [&](std::uint32_t byte) { bytes += static_cast<char>(byte); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xC0U | (c >> 6U));
        add(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        add(0xE0U | (c >> 12U));
        add(0x80U | ((c >> 6U) & 0x3FU));
        add(0x80U | (c & 0x3FU));
    } else {
        add(0xF0U | (c >> 18U));
        add(0x80U | ((c >> 12U) & 0x3FU));
        add(0x80U | ((c >> 6U) & 0x3FU));
        add(0x80U | (c & 0x3FU));
    }
    return bytes;
}

}  // namespace

TEST_CASE("a voided change is found no more, and what stood before it is") {
    Phone ana;
    Phone hub;
    must(ana.store->set_setting("hub_device", to_text(hub.store->device())));
    const RecordId a = goal(hub, "Vender pan");
    ana.hears(hub, plan);
    ana.sets(plan, a, kind::goal, "title", std::string("Vender humo"));
    hub.hears(ana, plan);
    CHECK(finds(ana, "humo") == Ids{a});
    hub.makes(plan, kind::verdict,
              {{"voids", to_text(Dot{ana.store->device(), 1})}, {"reason", std::int64_t{2}}, {"about", a}});
    ana.hears(hub, plan);
    CHECK(finds(ana, "humo").empty());
    CHECK(finds(ana, "pan") == Ids{a});
    ana.is_sound();
}

TEST_CASE("a record that two kinds claim is found as each of them, and goes with each of them") {
    const Phone ben;
    const DeviceId device{77};
    const RecordId id{device, 1};
    const std::vector<Change> changes{
        {{device, 1}, id, kind::goal, 8, {}, std::string("doble meta"), Stamp::at(1), {}},
        {{device, 2}, id, kind::action, 10, {}, std::string("doble acción"), Stamp::at(1), {}},
    };
    ben.takes({{plan, device, 1, 2, pack(changes)}});
    CHECK(finds(ben, "doble") == Ids{id, id});
    CHECK(finds(ben, "accion") == Ids{id});
    ben.is_sound();
    must(ben.store->drop(plan));
    CHECK(finds(ben, "doble").empty());
    ben.is_sound();
}

TEST_CASE("a word of a dropped scope is nowhere in the file, however many there were, and other words stay") {
    const Folder folder;
    const Phone phone(folder.path / "profile.db");
    const std::vector<std::string> rare{"Ñandutíxyz", "Wirúkhapq", "Ézquizofbk"};
    const std::vector<std::string> folded{"andutixyz", "irukhapq", "zquizofbk"};
    for (int i = 0; i < 300; ++i) {
        const std::string filler = " relleno" + std::to_string(i * 7919 % 1000) + " común de todos los días";
        note(phone, rare[static_cast<std::size_t>(i % 3)] + filler, plan);
        note(phone, "Jacarandá" + filler, own);
    }
    // Folded, they stand in the index and nowhere else.
    for (const std::string& word : folded) {
        CHECK(bytes_of(folder.path).find(word) != std::string::npos);
    }
    must(phone.store->drop(plan));
    for (std::size_t i = 0; i < rare.size(); ++i) {
        CHECK(bytes_of(folder.path).find(folded[i]) == std::string::npos);
        CHECK(bytes_of(folder.path).find(rare[i].substr(2)) == std::string::npos);
        CHECK(finds(phone, rare[i]).empty());
    }
    CHECK(bytes_of(folder.path).find("acaranda") != std::string::npos);
    CHECK(finds(phone, "jacaranda").size() == 50);
    phone.is_sound();
}

TEST_CASE("a scope that is dropped in the act that wrote in it leaves no word") {
    const Phone phone;
    const RecordId a = note(phone, "antes", plan);
    must(phone.store->transact([&]() -> Outcome {
        phone.sets(plan, a, kind::private_note, "text", std::string("mitad"));
        note(phone, "nueva", plan);
        return phone.store->drop(plan);
    }));
    for (const char* words : {"antes", "mitad", "nueva"}) {
        CHECK(finds(phone, words).empty());
    }
    phone.is_sound();
}

TEST_CASE("several scopes that may not be held any more go together, words and all") {
    const Folder folder;
    const Phone phone(folder.path / "profile.db");
    std::vector<ScopeId> gone;
    for (std::uint64_t i = 1; i <= 5; ++i) {
        const ScopeId scope{ScopeKind::plan, {DeviceId{9}, i}};
        note(phone, "Ñandutíxyz", scope);
        phone.seal(scope);
        must(phone.store->settle(scope, 1, Delivery::received));
        gone.push_back(scope);
    }
    note(phone, "Jacarandá");
    CHECK(bytes_of(folder.path).find("andutixyz") != std::string::npos);
    CHECK(must(phone.store->keep_only(std::vector{own})) == gone);
    CHECK(bytes_of(folder.path).find("andutixyz") == std::string::npos);
    CHECK(finds(phone, "jacaranda").size() == 1);
    phone.is_sound();
}

TEST_CASE("replaying the log gives the same index, and a missing, a surplus and another word are found by the check") {
    const Phone phone;
    const RecordId a = goal(phone, "Vender pan", "Para el horno");
    goal(phone, "Vender más");
    phone.sets(plan, a, kind::goal, "title", std::string("Vender panes"));
    phone.is_sound();
    const auto changed = [&](const char* sql) {
        must(phone.store->database().run(sql));
        return must(phone.store->check());
    };
    // The first record of the first device, a Goal, in the index: 1 << 40 | 1 << 6 | 10.
    SECTION("missing") {
        CHECK(changed("INSERT INTO search(search, rowid, called, said) VALUES('delete', 1099511627850, 'Vender panes', "
                      "'Para el horno')")
                  .size() == 1);
    }
    SECTION("surplus") {
        CHECK(changed("INSERT INTO search(rowid, called, said) VALUES(7, 'humo', '')").size() == 1);
    }
    SECTION("another") {
        CHECK(changed("INSERT INTO search(search, rowid, called, said) VALUES('delete', 1099511627850, 'horno', '')")
                  .size() == 1);
    }
    SECTION("in the other column") {
        must(
            phone.store->database().run("INSERT INTO search(search, rowid, called, said) VALUES('delete', "
                                        "1099511627850, 'Vender panes', 'Para el horno')"));
        CHECK(changed("INSERT INTO search(rowid, called, said) VALUES(1099511627850, 'Para el horno', 'Vender panes')")
                  .size() == 1);
    }
}

TEST_CASE("an index that is damaged in the file is told by the check") {
    const Folder folder;
    const auto file = folder.path / "profile.db";
    {
        const Phone phone(file);
        note(phone, "árbol bébébx");  // folded, it stands in the index and nowhere else
    }
    std::string bytes = bytes_of(folder.path);
    const std::size_t at = bytes.find("bebebx");
    REQUIRE(at != std::string::npos);
    bytes.replace(at, 6, 6, '\x01');
    std::ofstream(file, std::ios::binary) << bytes;
    const Phone phone(file);
    CHECK(must(phone.store->check()) == std::vector<std::string>{"search: the index itself is damaged"});
}

TEST_CASE("an index that was made for other fields, or not at all, is filled again when the store is opened") {
    const Folder folder;
    const auto file = folder.path / "profile.db";
    {
        const Phone phone(file);
        goal(phone, "Vender pan");
        note(phone, "La panadería");
        must(phone.store->set_setting("search", "10.8 "));
        must(phone.store->database().run("INSERT INTO search(search) VALUES('delete-all')"));
        must(phone.store->database().run("INSERT INTO search(rowid, called, said) VALUES(7, 'humo', '')"));
        CHECK(finds(phone, "pan").empty());
    }
    const Phone phone(file);
    CHECK(finds(phone, "pan").size() == 2);
    phone.is_sound();
}

TEST_CASE("without an index no word is in it, and with one again all is found") {
    const Folder folder;
    const auto file = folder.path / "profile.db";
    SetClock clock;
    Store::Settings wanted = settings(clock);
    const auto opened = [&](bool searched) {
        wanted.searched = searched;
        return must(Store::open(file, wanted));
    };
    const auto write = [](Store& store, const char* title) {
        must(store.write(plan, std::vector{make_edit(store.new_record(), kind::goal, "title", std::string(title))}));
    };
    const auto found = [](Store& store) {
        Sought sought;
        sought.words = "pan";
        return must(store.search(sought)).found.size();
    };
    write(*opened(true), "Vender pan");
    {
        const auto store = opened(false);
        write(*store, "Hacer pan");
        CHECK(found(*store) == 0);
        CHECK(must(store->database().number("SELECT count(*) FROM search_data WHERE id > 10")) == 0);
        CHECK(must(store->check()).empty());
    }
    const auto store = opened(true);
    CHECK(found(*store) == 2);
    CHECK(must(store->check()).empty());
}

TEST_CASE("the hub has no index") {
    SetClock clock;
    Store::Settings wanted = settings(clock);
    wanted.rights_only = true;
    const auto hub = must(Store::open(":memory:", wanted));
    const RecordId id = hub->new_record();
    must(hub->write(plan, std::vector{make_edit(id, kind::goal, "title", std::string("Vender pan"))}));
    Sought sought;
    sought.words = "pan";
    CHECK(must(hub->search(sought)).found.empty());
    CHECK(must(hub->check()).empty());
}

TEST_CASE("what is shown as found is cut into words as the index is, whatever the script") {
    const auto database = must(Database::open(":memory:"));
    const Tokenizer tokenizer = must(Tokenizer::of(*database));
    const Phone phone;
    must(phone.store->database().run("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, row)"));
    std::string text;
    for (std::uint32_t c = 1; c < 0x20000; ++c) {
        if (c < 0xD800 || c > 0xDFFF) {
            text += utf8(c) + (c % 5 == 0 ? " " : "") + (c % 3 == 0 ? "e" : "");
        }
    }
    const auto insert = [&] {
        auto statement = must(phone.store->database().prepare("INSERT INTO search(rowid, called) VALUES(1, ?)"));
        must(statement.bind_text(1, text).run());
    };
    insert();
    std::vector<std::string> indexed;
    auto query = must(phone.store->database().prepare("SELECT term FROM words ORDER BY term"));
    while (must(query.step())) {
        indexed.push_back(query.text(0));
    }
    std::vector<std::string> told;
    for (const Token& token : tokenizer.tokens(text)) {
        told.push_back(token.folded);
        // A word that was folded is looked for as it is: it must be one word still, and the same.
        const auto again = tokenizer.tokens(token.folded);
        REQUIRE(again.size() == 1);
        REQUIRE(again.front().folded == token.folded);
    }
    std::ranges::sort(told);
    told.erase(std::ranges::unique(told).begin(), told.end());
    CHECK(told.size() > 10'000);
    CHECK(told == indexed);
}
