// A hub whose file doesn't take what it is to keep.

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

TEST_CASE("what the disk doesn't take of a request holds up nothing that came before it") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    const auto random_text = [] { return Value(wire::to_hex(wire::random_bytes(20'000))); };
    const RecordId kept =
        rosa->makes(village.bakery_plan, kind::goal, {{"title", std::string("Queda")}, {"why", random_text()}});
    const RecordId late = rosa->makes(village.bakery_talk, kind::session_note, {{"text", random_text()}});
    const auto on_disk = [&](const std::string& sql) {
        village.closed();
        village.server.reset();
        village.hub.reset();
        must(must(Database::open(village.folder.path / "hub" / "hub.db"))->run(sql));
        village.reopen();
    };
    on_disk("CREATE TRIGGER full BEFORE INSERT ON envelope WHEN NEW.scope IN (SELECT number FROM scope WHERE kind=" +
            std::to_string(static_cast<int>(ScopeKind::talk)) + ") BEGIN SELECT RAISE(ABORT, 'full'); END");
    CHECK(client::synchronise(*rosa->store, rosa->http).fault() == Fault::hub_failed);
    village.odile.sync();
    CHECK(village.odile.text_of(kept, "title") == "Queda");

    on_disk("DROP TRIGGER full");
    rosa->sync();
    CHECK(must(rosa->store->waiting()) == 0);
    const auto maude = village.phone_of(village.maude);
    CHECK(maude->text_of(late, "text").size() == 40'000);
    village.is_sound();
}
