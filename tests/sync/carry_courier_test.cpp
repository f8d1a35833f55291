// What is carried for others by who can't read it.

#include <algorithm>

#include "tests/sync/carry_files.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace ayni::carry_test;

namespace {

struct Three {
    Village village;
    std::unique_ptr<Phone> rosa = village.phone_of(village.rosa);
    std::unique_ptr<Phone> maude = village.phone_of(village.maude);
    std::unique_ptr<Phone> elena = village.phone_of(village.elena);  // of another pair: the courier
    Three() {
        rosa->sync();
        maude->sync();
    }
    std::size_t carried() { return must(elena->store->carried(false, SIZE_MAX)).size(); }
};

bool holds_word(const std::vector<Store::CarriedPart>& parts, std::string_view word) {
    return std::ranges::any_of(
        parts, [&](const Store::CarriedPart& part) { return part.bytes.find(word) != std::string::npos; });
}

}  // namespace

TEST_CASE("who can't read a plan carries it to the hub, learns nothing of it and then has none of it") {
    Three three;
    Phone& rosa = *three.rosa;
    Phone& elena = *three.elena;
    const RecordId bread = goal(rosa, three.village.bakery_plan, "Vender pan");
    const RecordId insight =
        rosa.makes(three.village.bakery_talk, kind::insight, {{"text", std::string("Puedo cobrar más")}});
    CHECK(gives(rosa, elena).kept > 0);
    CHECK(three.carried() > 0);
    CHECK(elena.text_of(bread, "title") == "none");
    CHECK_FALSE(elena.holds(three.village.bakery_plan));
    CHECK_FALSE(elena.holds(three.village.bakery_talk));
    CHECK_FALSE(holds_word(must(elena.store->carried(false, SIZE_MAX)), "Vender"));

    elena.sync();
    CHECK(three.carried() == 0);
    CHECK_FALSE(elena.holds(three.village.bakery_plan));
    CHECK_FALSE(elena.was_sent(three.village.bakery_plan));
    three.village.odile.sync();
    CHECK(three.village.odile.text_of(bread, "title") == "Vender pan");
    three.maude->sync();
    CHECK(three.maude->text_of(insight, "text") == "Puedo cobrar más");

    // Rosa's outbox waits for the hub's own word to her.
    CHECK(must(rosa.store->waiting()) > 0);
    CHECK(rosa.sync().refused.empty());
    CHECK(must(rosa.store->waiting()) == 0);
    for (Phone* phone : {&rosa, &elena, three.maude.get()}) {
        is_clean(*phone);
    }
    three.village.is_sound();
}

TEST_CASE("what is carried is passed on to who can read it, by a file of the courier's own") {
    Three three;
    const RecordId bread = goal(*three.rosa, three.village.bakery_plan, "Vender pan");
    gives(*three.rosa, *three.elena);
    CHECK(gives(*three.rosa, *three.elena).kept > 0);  // sealed anew: nobody can tell that it is the same
    const carry::Taken taken = gives(*three.elena, *three.maude);
    CHECK(three.maude->text_of(bread, "title") == "Vender pan");
    CHECK(taken.passed_over.empty());
    is_clean(*three.maude);
    const std::string file = file_of(*three.elena);
    takes(*three.maude, file);
    const std::size_t kept = must(three.maude->store->carried(false, SIZE_MAX)).size();
    CHECK(takes(*three.maude, file).kept == 0);  // the same parts: once
    CHECK(must(three.maude->store->carried(false, SIZE_MAX)).size() == kept);
}

TEST_CASE("what others wrote and the hub has already is dropped at the next visit, without being sent") {
    Three three;
    goal(*three.rosa, three.village.bakery_plan, "Vender pan");
    three.rosa->sync();
    CHECK(gives(*three.rosa, *three.elena).kept > 0);
    CHECK(must(three.elena->store->carried(true, SIZE_MAX)).empty());
    client::Exchange exchange(*three.elena->store);
    const auto request = must(exchange.next());
    REQUIRE(request);
    CHECK(must(wire::decode_exchange_request(request->body)).parts.empty());
    three.elena->sync();
    CHECK(three.carried() == 0);
}

TEST_CASE("a part that is too large for the way to the hub hinders nothing of the courier's own, nor other parts") {
    hub::ServerSettings narrow;
    narrow.body_most = 48UL * 1024;
    Village village(narrow);
    const auto rosa = village.phone_of(village.rosa);
    const auto maude = village.phone_of(village.maude);
    const auto elena = village.phone_of(village.elena);
    for (int i = 0; i < 40; ++i) {
        goal(*rosa, village.bakery_plan, wire::to_hex(wire::random_bytes(4000)));
    }
    gives(*rosa, *elena);
    const RecordId small = goal(*maude, village.bakery_plan, "Una receta escrita", "proposed");
    gives(*maude, *elena);
    const RecordId fair = goal(*elena, village.looms_plan, "Otra feria");
    elena->sync();
    village.odile.sync();
    CHECK(village.odile.text_of(fair, "title") == "Otra feria");
    CHECK(village.odile.text_of(small, "title") == "Una receta escrita");
    CHECK(must(elena->store->carried(true, SIZE_MAX)).size() == 1);
}

TEST_CASE("what the hub can't take yet is offered again after hours, then days, and what is new at once") {
    Three three;
    Store& store = *three.elena->store;
    SetClock& clock = three.village.clock;
    const auto carries_for_another_hub = [&] {
        const std::string part = wire::seal_part(wire::PartKind::for_the_hub, {wire::pack_frame({"an envelope"})},
                                                 wire::make_keys().open, {});
        CHECK(must(store.keep_carried({wire::short_hash(part), true, part})));
    };
    const auto offered = [&](int hours_later) {
        clock.now += std::int64_t{hours_later} * 60 * 60 * 1000;
        client::Exchange exchange(store);
        const auto request = must(exchange.next());
        const std::size_t parts = must(wire::decode_exchange_request(request->body)).parts.size();
        three.elena->sync();
        return parts;
    };
    carries_for_another_hub();
    CHECK(offered(0) == 1);
    CHECK(offered(0) == 0);
    CHECK(offered(5) == 0);
    CHECK(offered(2) == 1);
    CHECK(offered(11) == 0);
    CHECK(offered(2) == 1);
    carries_for_another_hub();
    CHECK(offered(0) == 1);
    CHECK(offered(0) == 0);
    CHECK(offered(5 * 24) == 2);
    clock.now -= std::int64_t{400} * 24 * 60 * 60 * 1000;  // a clock that was set says nothing
    CHECK(offered(0) == 2);
    CHECK(three.carried() == 2);

    // And whatever could be handed in meanwhile was.
    const RecordId bread = goal(*three.rosa, three.village.bakery_plan, "Vender pan");
    gives(*three.rosa, *three.elena);
    three.elena->sync();
    three.village.odile.sync();
    CHECK(three.village.odile.text_of(bread, "title") == "Vender pan");
}

TEST_CASE("the hub judges who wrote, not who carries") {
    Three three;
    Village& village = three.village;
    Phone& maude = *three.maude;
    const RecordId bread = goal(*three.rosa, village.bakery_plan, "Vender pan");
    three.rosa->sync();
    maude.sync();
    maude.sets(village.bakery_plan, bread, kind::goal, "status", Stage{"achieved", std::nullopt});
    const RecordId recipe = goal(maude, village.bakery_plan, "Una receta escrita", "proposed");
    gives(maude, *three.elena);
    CHECK(three.elena->sync().refused.empty());  // no verdict on Elena
    three.rosa->sync();
    CHECK(three.rosa->text_of(bread, "status") == "open");
    CHECK(three.rosa->text_of(recipe, "status") == "proposed");
    CHECK(maude.sync().refused.size() == 1);
    CHECK(must(maude.store->tray()).size() == 1);
    village.is_sound();
}

TEST_CASE("what a courier adds under another's name is not taken by the hub, and hinders nothing else in the part") {
    Three three;
    Phone& rosa = *three.rosa;
    goal(rosa, three.village.bakery_plan, "Vender pan");
    must(carry::pack(*rosa.store));  // seals it
    const std::string forged = next_envelope(rosa, three.village.bakery_plan, "Falsa", keys_of(*three.elena).secret);
    std::vector<std::string> envelopes{forged};
    for (const Envelope& envelope : must(rosa.store->envelopes(three.village.bakery_plan))) {
        envelopes.push_back(envelope.bytes);
    }
    Forgery forgery;
    forgery.request.parts = {
        wire::seal_part(wire::PartKind::for_the_hub, {wire::pack_frame(envelopes)}, hub_key_of(rosa), {}), "rubbish",
        std::string(100'000, 'x')};
    const auto answer = exchange(*three.elena, forgery.request);
    CHECK(answer.parts_done.size() == 3);
    CHECK(answer.receipts.empty());
    three.village.odile.sync();
    const auto goals = must(three.village.odile.store->list(kind::goal));
    REQUIRE(goals.size() == 1);
    CHECK(goals.front().text("title") == "Vender pan");
    three.village.is_sound();
}

TEST_CASE("a phone whose device was lost has what it wrote set aside, when somebody else brings it") {
    Three three;
    goal(*three.rosa, three.village.bakery_plan, "Vender pan");
    const std::string file = file_of(*three.rosa);
    loses(three.village, *three.rosa);
    takes(*three.elena, file);
    three.elena->sync();
    CHECK(three.carried() == 0);
    CHECK(must(three.village.closed().quarantine()).size() == 1);
    three.village.reopen();

    // Who has heard of it believes no more of that phone, and seals nothing to it.
    three.maude->sync();
    CHECK(reasons(takes(*three.maude, file)) == std::set<std::string>{"not_in_scope"});
    CHECK(must(three.maude->store->list(kind::goal)).empty());
    const std::string from_maude = file_of(*three.maude);
    for (const std::string_view part : must(carry::split_parts(from_maude))) {
        CHECK_FALSE(must(wire::open_part(part, keys_of(*three.rosa), wire::Slots::others)).has_value());
    }
}

TEST_CASE("what is carried for others has a bound: what doesn't wait for the hub goes first, then the oldest") {
    SetClock clock;
    Phone phone(clock);
    const auto keep = [&](const std::string& name, bool waits) {
        must(phone.store->keep_carried({name, waits, std::string(Store::carried_most / 4, name.front())}));
    };
    const auto names = [&](bool only_waiting) {
        std::string all;
        for (const auto& part : must(phone.store->carried(only_waiting, SIZE_MAX))) {
            all += part.name;
        }
        return all;
    };
    keep("a", true);
    keep("b", false);
    keep("c", true);
    keep("d", true);
    CHECK(names(false) == "abcd");
    keep("e", true);
    CHECK(names(false) == "acde");
    keep("f", true);
    CHECK(names(false) == "cdef");
    keep("f", true);
    CHECK(names(true) == "cdef");
    must(phone.store->drop_carried(std::vector<std::string>{"c", "d"}));
    keep("g", false);
    must(phone.store->drop_carried(std::vector<std::string>{"e"}));
    CHECK(names(false) == "fg");
    must(phone.store->drop_carried(std::vector<std::string>{"f"}));
    CHECK(names(false).empty());
}
