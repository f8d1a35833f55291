// A hub that was lost and is brought back from an older copy: it is another device with the same key, is given back
// what it lacks by whoever has it, and nothing that anybody wrote is lost or judged wrongly meanwhile.

#include <algorithm>
#include <system_error>

#include "sync/hub/desk.hpp"
#include "sync/hub/tables.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

struct Restored : Village {
    std::unique_ptr<Phone> rosa_phone = phone_of(rosa);
    std::unique_ptr<Phone> maude_phone = phone_of(maude);
    std::filesystem::path copy = folder.path / "copy.db";

    void is_backed_up() {
        must(closed().backup(copy));
        reopen();
    }
    void is_brought_back() {
        closed();
        server.reset();
        hub.reset();
        std::filesystem::remove_all(folder.path / "hub");
        std::filesystem::create_directories(folder.path / "hub");
        std::filesystem::copy_file(copy, folder.path / "hub" / "hub.db");
        reopen();
    }
    DeviceId hub_device() {
        closed();
        server.reset();
        hub.reset();
        const DeviceId device = another_depot()->rights().device();
        reopen();
        return device;
    }
    // How many changes the hub has of this device in the scope.
    std::uint64_t has_of(DeviceId device, const ScopeId& scope) {
        closed();
        server.reset();
        hub.reset();
        const auto depot = another_depot();
        const auto last = must(hub::Chain(*depot).last(scope, device));
        reopen();
        return last.seq;
    }
    RecordId posts_in_the_circle(Phone& phone, const char* text) {
        const RecordId post =
            phone.makes(in_cohort, kind::circle_post, {{"kind", std::string("ask")}, {"text", std::string(text)}});
        phone.sync();
        return post;
    }
    void all_are_sound(std::initializer_list<Phone*> phones) {
        for (int round = 0; round < 2; ++round) {
            for (Phone* phone : phones) {
                phone->sync();
            }
        }
        for (Phone* phone : phones) {
            CHECK(must(phone->store->waiting()) == 0);
            CHECK(must(phone->store->check()).empty());
            CHECK(must(phone->store->contests()).empty());
            CHECK(must(phone->store->tray()).empty());
        }
        is_sound();
    }
};

}  // namespace

TEST_CASE("a hub that is brought back writes as another device, and its word counts with all that it ever was") {
    Restored village;
    const DeviceId before = village.hub_device();
    village.is_backed_up();
    // What the hub writes of Nadine's phone is lost with it, and known to Rosa and Maude.
    const auto nadine = village.phone_of(village.nadine);
    const RecordId hers = village.posts_in_the_circle(*nadine, "¿Quién tiene un horno?");
    village.rosa_phone->sync();
    CHECK(village.rosa_phone->text_of(hers, "text") == "¿Quién tiene un horno?");

    village.is_brought_back();
    const DeviceId now = village.hub_device();
    CHECK(now != before);
    const auto elena = village.phone_of(village.elena);
    const RecordId first = village.posts_in_the_circle(*elena, "Tengo lana");
    village.rosa_phone->sync();
    CHECK(village.rosa_phone->text_of(first, "text") == "Tengo lana");
    CHECK(village.rosa_phone->store->is_of_hub(before));
    CHECK(village.rosa_phone->store->is_of_hub(now));
    // Rosa brought back what the hub had written, and what Nadine had: so Elena has it, and whoever joins now.
    elena->sync();
    CHECK(elena->text_of(hers, "text") == "¿Quién tiene un horno?");
    const auto second = village.phone_of(village.rosa);
    CHECK(second->text_of(hers, "text") == "¿Quién tiene un horno?");
    CHECK(second->text_of(first, "text") == "Tengo lana");
    CHECK(second->store->is_of_hub(before));
    village.all_are_sound({village.rosa_phone.get(), village.maude_phone.get(), elena.get(), second.get()});
}

TEST_CASE("a copy that is begun with twice makes two devices of the hub, and both count") {
    Restored village;
    village.is_backed_up();
    village.is_brought_back();
    const DeviceId first = village.hub_device();
    const auto elena = village.phone_of(village.elena);
    const RecordId hers = village.posts_in_the_circle(*elena, "Tengo lana");
    village.rosa_phone->sync();

    village.is_brought_back();
    CHECK(village.hub_device() != first);
    CHECK(village.hub_device() == village.hub_device());  // opening it again changes nothing
    const auto nadine = village.phone_of(village.nadine);
    const RecordId other = village.posts_in_the_circle(*nadine, "¿Quién tiene un horno?");
    village.rosa_phone->sync();
    village.maude_phone->sync();
    for (Phone* phone : {village.rosa_phone.get(), village.maude_phone.get()}) {
        CHECK(phone->text_of(hers, "text") == "Tengo lana");
        CHECK(phone->text_of(other, "text") == "¿Quién tiene un horno?");
        CHECK(phone->store->is_of_hub(first));
    }
    village.all_are_sound({village.rosa_phone.get(), village.maude_phone.get(), nadine.get()});
}

TEST_CASE("what a phone that is lost had written is offered again by who has it, and just what the hub lacks") {
    Restored village;
    for (int i = 0; i < 80; ++i) {
        const RecordId long_one = goal(*village.rosa_phone, village.bakery_plan, "Antes de la copia");
        village.rosa_phone->sets(village.bakery_plan, long_one, kind::goal, "why",
                                 wire::to_hex(wire::random_bytes(1500)));
    }
    village.rosa_phone->sync();
    village.maude_phone->sync();
    village.is_backed_up();
    const RecordId after = goal(*village.rosa_phone, village.bakery_plan, "Después de la copia");
    village.rosa_phone->sync();
    village.maude_phone->sync();
    const DeviceId rosa = village.rosa_phone->store->device();
    const std::uint64_t all = village.has_of(rosa, village.bakery_plan);
    village.rosa_phone.reset();

    village.is_brought_back();
    const std::uint64_t left = village.has_of(rosa, village.bakery_plan);
    REQUIRE(left < all);
    // So little comes in the first answer that it doesn't show by itself what the hub has.
    must(village.maude_phone->store->set_setting("answer_budget", "8192"));
    const auto summary = village.maude_phone->sync();
    CHECK(summary.refused.empty());
    CHECK(summary.relayed == all - left);
    CHECK(village.has_of(rosa, village.bakery_plan) == all);
    village.odile.sync();
    CHECK(village.odile.text_of(after, "title") == "Después de la copia");
    CHECK(village.maude_phone->sync().relayed == 0);
    village.all_are_sound({village.maude_phone.get(), &village.odile});
}

TEST_CASE("the verdicts of a hub that was lost are its own when they come back, and nobody else's word is") {
    Restored village;
    Phone& rosa = *village.rosa_phone;
    const RecordId bread = goal(rosa, village.bakery_plan, "Abrir los domingos");
    rosa.sync();
    village.maude_phone->sync();
    const DeviceId before = village.hub_device();
    village.is_backed_up();
    village.maude_phone->sets(village.bakery_plan, bread, kind::goal, "status", Stage{"achieved", std::nullopt});
    village.maude_phone->sync();
    rosa.sync();
    REQUIRE(rosa.text_of(bread, "status") == "open");

    village.is_brought_back();
    CHECK(village.has_of(before, village.bakery_plan) == 0);
    wire::Contents forged;
    forged.scope = village.bakery_plan;
    forged.device = before;
    forged.first_seq = 1;
    forged.last_seq = 1;
    forged.schema = schema_version;
    forged.changes = {{{before, 1}, {before, 999}, kind::verdict, field::first_own, {}, std::string("x"), {}, {}}};
    const auto answer = exchange(rosa, Forgery().with({wire::seal(forged, wire::make_keys().secret)}).request);
    REQUIRE(answer.receipts.size() == 1);
    CHECK(answer.receipts[0].reason == "bad_signature");
    rosa.sync();
    CHECK(village.has_of(before, village.bakery_plan) > 0);
    const auto second = village.phone_of(village.rosa);
    CHECK(second->text_of(bread, "status") == "open");
    CHECK(must(second->store->contests()).empty());
    village.maude_phone->sync();
    CHECK(village.maude_phone->text_of(bread, "status") == "open");
    CHECK(must(second->store->check()).empty());
    village.is_sound();
}

TEST_CASE("a hub that was brought back judges nothing before it has back what that is about") {
    Restored village;
    village.is_backed_up();
    const RecordId session =
        village.maude_phone->makes(village.bakery_plan, kind::session, {{"status", Stage{"held", std::nullopt}}});
    village.maude_phone->sync();
    village.rosa_phone->sync();
    village.is_brought_back();
    // Written over what the hub doesn't know any more, and handed in before she has heard of that.
    village.rosa_phone->sets(village.bakery_plan, session, kind::session, "place", std::string("En el mercado"));
    CHECK(village.rosa_phone->sync().refused.empty());
    CHECK(must(village.rosa_phone->store->tray()).empty());
    village.maude_phone->sync();
    CHECK(village.maude_phone->text_of(session, "place") == "En el mercado");
    village.all_are_sound({village.maude_phone.get(), village.rosa_phone.get()});
}

TEST_CASE("a device that the hub has forgotten joins it again as the device that it was, and loses nothing") {
    Restored village;
    village.is_backed_up();
    const auto elena = village.phone_of(village.elena);
    const RecordId first = goal(*elena, village.looms_plan, "Otra feria");
    elena->sync();
    const DeviceId device = elena->store->device();
    CHECK(client::Joining::begin(*elena->store, village.invites(village.elena)).fault() == Fault::already_joined);

    village.is_brought_back();
    const RecordId later = goal(*elena, village.looms_plan, "Mientras tanto");
    CHECK(client::synchronise(*elena->store, elena->http).fault() == Fault::token_refused);
    // Not as somebody else, nor to another hub.
    CHECK(client::join(*elena->store, elena->http, village.invites(village.nadine)).fault() == Fault::not_allowed);
    Village elsewhere;
    CHECK(client::join(*elena->store, elena->http, elsewhere.invites(elsewhere.elena)).fault() == Fault::not_a_hub);
    SECTION("as what it wrote before") {
        elena->join(village.invites(village.elena));
    }
    SECTION("after somebody has brought back who it is") {
        village.rosa_phone->sync();
        elena->join(village.invites(village.elena));
    }
    elena->sync();
    CHECK(elena->store->device() == device);
    village.odile.sync();
    CHECK(village.odile.text_of(first, "title") == "Otra feria");
    CHECK(village.odile.text_of(later, "title") == "Mientras tanto");
    village.all_are_sound({elena.get(), village.rosa_phone.get(), &village.odile});
}
