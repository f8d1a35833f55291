// Her database is damaged; she recovers it, goes on writing, and meets the hub again: nothing that the hub has, and
// nothing that could still be read, is lost; and no place in her log is ever given twice.

#include <algorithm>

#include "engine/store/renumber.hpp"
#include "tests/sync/lasting_phone.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using test::bytes_of;
using test::put_bytes;

namespace {

struct Rosa : LastingPhone {
    explicit Rosa(Village& village) : LastingPhone(village, village.rosa) {}
};

}  // namespace

TEST_CASE("what the hub has of her comes back, what she wrote after the recovery follows it, and nothing forks") {
    Village village;
    Rosa rosa(village);
    auto maude = village.phone_of(village.maude);
    rosa.writes("uno");
    rosa.phone.sync();
    const RecordId half = rosa.writes("medio");  // not sent yet where the card goes back to
    const std::string old = rosa.closes();
    rosa.opens();
    const std::size_t told = must(rosa.phone.store->history(half)).size();
    rosa.writes("dos");
    rosa.notes("hablamos");
    rosa.phone.sync();
    rosa.writes("tres");
    rosa.phone.sync();
    // The card gives back what it was before, with a page that can't be read: nothing tells that more was written.
    rosa.closes();
    std::string damaged = old;
    blank_page_with(damaged, "CREATE INDEX Goal_scope");
    put_bytes(rosa.file(), damaged);
    CHECK(Store::open(rosa.file(), rosa.settings()).fault() == Fault::storage_corrupt);

    const Recovery report = rosa.recovers();
    CHECK(report.was_needed);
    CHECK(report.awaits_own_log);
    CHECK(report.end_unknown);
    CHECK_FALSE(report.keys_lost);
    CHECK(bytes_of(rosa.folder.path / report.set_aside) == damaged);
    CHECK(rosa.titles() == Titles{"uno", "medio"});
    const RecordId four = rosa.writes("cuatro");
    CHECK(rosa.titles() == Titles{"uno", "medio", "cuatro"});
    rosa.phone.sets(village.bakery_plan, four, kind::goal, "title", std::string("cuatro bis"));
    rosa.notes("y otra vez");
    CHECK(must(rosa.phone.store->pending(village.bakery_talk)).front().dot.seq >= provisional_first);
    rosa.is_sound();

    const client::Summary summary = rosa.phone.sync();
    CHECK(summary.refused.empty());
    CHECK_FALSE(summary.more);
    CHECK_FALSE(rosa.phone.store->awaits_own_log());
    CHECK(rosa.titles() == Titles{"uno", "medio", "dos", "tres", "cuatro bis"});
    CHECK(must(rosa.phone.store->contests()).empty());
    CHECK(must(rosa.phone.store->history(half)).size() == told);
    CHECK(must(rosa.phone.store->waiting()) == 0);
    CHECK(must(rosa.phone.store->tray()).empty());
    CHECK(must(rosa.phone.store->list(kind::session_note)).size() == 2);
    rosa.is_sound();
    maude->sync();
    CHECK(maude->text_of(four, "title") == "cuatro bis");
    CHECK(must(maude->store->contests()).empty());
    CHECK(must(maude->store->list(kind::goal)).size() == 5);
    village.is_sound();
}

TEST_CASE("cut off while she gets her own back, she goes on where it stopped") {
    Village village;
    Rosa rosa(village);
    for (int i = 0; i < 40; ++i) {
        rosa.writes(std::string(700, 'x') + std::to_string(i));
        if (i % 5 == 0) {
            rosa.phone.sync();
        }
    }
    rosa.phone.sync();
    std::string damaged = rosa.closes();
    blank_page_with(damaged, "CREATE INDEX Goal_scope");
    put_bytes(rosa.file(), damaged);
    CHECK(rosa.recovers().awaits_own_log);
    must(rosa.phone.store->set_setting("answer_budget", "8192"));
    const RecordId last = rosa.writes("último");
    int rounds = 0;
    while (rosa.phone.store->awaits_own_log()) {
        REQUIRE(++rounds < 100);
        client::Exchange exchange(*rosa.phone.store, 1);
        const auto request = must(exchange.next());
        REQUIRE(request);
        must(exchange.take(rosa.phone.http.post(request->url, request->body, request->token)));
        rosa.is_sound();
        rosa.closes();
        rosa.opens();
    }
    CHECK(rounds > 1);
    rosa.phone.sync();
    CHECK(must(rosa.phone.store->waiting()) == 0);
    CHECK(rosa.titles().size() == 41);
    CHECK(rosa.phone.text_of(last, "title") == "último");
    rosa.is_sound();
    village.is_sound();
}

TEST_CASE("unsent changes beyond a lost one are sent as new ones; the lost one is named") {
    Village village;
    Rosa rosa(village);
    auto maude = village.phone_of(village.maude);
    rosa.writes("uno");
    rosa.phone.sync();
    // Without a network each exchange seals what waits, and sends nothing.
    for (const char letter : {'d', 't', 'c'}) {
        rosa.writes(std::string(9000, letter));
        rosa.seals();
    }
    std::string damaged = rosa.closes();
    blank_pages_with(damaged, page_full_of('t'));
    put_bytes(rosa.file(), damaged);

    const Recovery report = rosa.recovers();
    REQUIRE(report.gaps.size() == 1);
    CHECK(report.gaps.front().device == rosa.phone.store->device());
    CHECK(rosa.titles().size() == 3);
    rosa.is_sound();
    const client::Summary summary = rosa.phone.sync();
    CHECK(summary.refused.empty());
    CHECK(must(rosa.phone.store->waiting()) == 0);
    CHECK(rosa.titles().size() == 3);
    CHECK(must(last_recovery(*rosa.phone.store))->gaps.size() == 1);
    rosa.is_sound();
    maude->sync();
    CHECK(must(maude->store->list(kind::goal)).size() == 3);
    village.is_sound();
}

TEST_CASE("a damaged page with her keys makes her no stranger: they are kept twice") {
    Village village;
    Rosa rosa(village);
    rosa.writes("uno");
    rosa.phone.sync();
    const std::string token = rosa.phone.token();
    const std::string whole = rosa.closes();
    int pages = 0;
    for (std::size_t at = whole.find(token); at != std::string::npos; at = whole.find(token, at + 1), ++pages) {
        std::string damaged = whole;
        blank_page_at(damaged, at);
        put_bytes(rosa.file(), damaged);
        const Recovery report = rosa.recovers();
        CHECK_FALSE(report.keys_lost);
        CHECK(rosa.phone.token() == token);
        CHECK(rosa.phone.sync().refused.empty());
        CHECK(rosa.titles() == Titles{"uno"});
        rosa.closes();
    }
    CHECK(pages == 2);
    village.is_sound();
}

TEST_CASE("without her keys she is invited anew, reads all the while, and what she had not handed in goes out then") {
    Village village;
    Rosa rosa(village);
    auto maude = village.phone_of(village.maude);
    const RecordId one = rosa.writes("uno");
    rosa.phone.sync();
    rosa.phone.sets(village.bakery_plan, one, kind::goal, "title", std::string("uno bis"));
    rosa.writes("dos");
    rosa.notes("no enviada");
    const std::string token = rosa.phone.token();
    const DeviceId before = rosa.phone.store->device();
    std::string damaged = rosa.closes();
    blank_pages_with(damaged, token);
    put_bytes(rosa.file(), damaged);

    const Recovery report = rosa.recovers();
    CHECK(report.keys_lost);
    CHECK(rosa.phone.store->device() != before);
    CHECK(rosa.titles() == Titles{"uno bis", "dos"});
    rosa.is_sound();
    CHECK(client::Exchange(*rosa.phone.store).next().fault() == Fault::not_joined);

    rosa.phone.join(village.invites(village.rosa));
    const client::Summary summary = rosa.phone.sync();
    CHECK(summary.refused.empty());
    CHECK(must(rosa.phone.store->waiting()) == 0);
    CHECK(rosa.titles() == Titles{"uno bis", "dos"});
    CHECK(must(rosa.phone.store->tray()).empty());
    rosa.is_sound();
    maude->sync();
    CHECK(must(maude->store->list(kind::goal)).size() == 2);
    CHECK(maude->text_of(one, "title") == "uno bis");
    CHECK(must(maude->store->list(kind::session_note)).size() == 1);
    CHECK(must(maude->store->check()).empty());
    village.is_sound();
}

TEST_CASE("a long text of which a page is gone is made anew from the log") {
    Village village;
    Rosa rosa(village);
    rosa.writes(std::string(9000, 't'));
    rosa.phone.sync();  // the log is in blocks now
    std::string damaged = rosa.closes();
    REQUIRE(blank_pages_with(damaged, page_full_of('t')) > 0);
    put_bytes(rosa.file(), damaged);
    CHECK(rosa.recovers().was_needed);
    CHECK(rosa.titles() == Titles{std::string(9000, 't')});
    rosa.is_sound();
    CHECK(rosa.phone.sync().refused.empty());
    village.is_sound();
}

TEST_CASE("a profile that never joined is recovered for good: there is nobody to wait for") {
    Village village;
    Folder folder;
    const std::filesystem::path file = folder.path / "profile.db";
    const Store::Settings settings{.decode = wire::decode, .clock = &village.clock};
    const ScopeId plan{ScopeKind::plan, {DeviceId{1}, 1}};
    {
        auto store = must(Store::open(file, settings));
        must(store->set_person({DeviceId{1}, 1}));
        for (int i = 0; i < 20; ++i) {
            must(store->write(plan, std::vector{make_edit(store->new_record(), kind::goal, "title",
                                                          std::to_string(i) + std::string(900, 'x'))}));
        }
        must(store->database().checkpoint());
    }
    std::string damaged = bytes_of(file);
    blank_page_with(damaged, "CREATE INDEX Goal_scope");
    put_bytes(file, damaged);
    const Recovery report = must(client::recover(file, settings));
    CHECK_FALSE(report.awaits_own_log);
    CHECK_FALSE(report.keys_lost);
    auto store = must(Store::open(file, settings));
    CHECK(must(store->list(kind::goal)).size() == 20);
    CHECK(must(store->pending(plan)).front().dot.seq == 1);
    CHECK(must(store->check()).empty());
}

TEST_CASE("of an envelope in which a bit has flipped nothing is believed, and the hub gives it back as it was") {
    Village village;
    Rosa rosa(village);
    auto maude = village.phone_of(village.maude);
    const RecordId hers = maude->makes(village.bakery_plan, kind::goal, {{"title", std::string("medir cada harina")}});
    maude->sync();
    rosa.writes("uno");
    rosa.phone.sync();
    std::string damaged = rosa.closes();
    for (std::size_t at = damaged.find("harina"); at != std::string::npos; at = damaged.find("harina", at + 1)) {
        damaged[at] = 'H';  // still a text, in the log as in the table
    }
    put_bytes(rosa.file(), damaged);
    const Recovery report = rosa.recovers();
    CHECK(report.was_needed);
    // All that lies in one block with it.
    CHECK(std::ranges::count(report.gaps, maude->store->device(), &Recovery::Gap::device) == 1);
    CHECK(rosa.phone.text_of(hers, "title") == "none");
    rosa.phone.sync();
    CHECK(rosa.phone.text_of(hers, "title") == "medir cada harina");
    CHECK(must(last_recovery(*rosa.phone.store))->gaps.empty());
    CHECK(rosa.titles() == Titles{"uno", "medir cada harina"});
    rosa.is_sound();
    village.is_sound();
}

TEST_CASE("of an envelope of hers that had not gone out and in which a bit has flipped nothing is believed either") {
    Village village;
    Rosa rosa(village);
    rosa.writes("pan de trigo");
    rosa.seals();
    std::string damaged = rosa.closes();
    for (std::size_t at = damaged.find("trigo"); at != std::string::npos; at = damaged.find("trigo", at + 1)) {
        damaged[at] = 'T';
    }
    put_bytes(rosa.file(), damaged);
    const Recovery report = rosa.recovers();
    CHECK(report.was_needed);
    REQUIRE(report.gaps.size() == 1);
    CHECK(report.gaps.front().own);
    CHECK(rosa.titles().empty());
    rosa.is_sound();
    rosa.phone.sync();
    CHECK_FALSE(rosa.phone.store->awaits_own_log());
    village.is_sound();
}
