// What is kept for later: parts that somebody carries for others, and what lies in quarantine.

#include <set>

#include "sync/wire/sealed.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

// Rosa's hand without her phone: envelopes in the order in which she would have written them.
struct Hand {
    Hand(const Phone& phone, ScopeId where)
        : device(phone.store->device()),
          secret(must(wire::parse_secret_key(must(phone.store->setting("secret_key"))))),
          scope(where) {}
    std::string writes(const std::string& title) {
        const std::uint64_t seq = ++last;
        Change change;
        change.dot = {device, seq};
        change.record = {device, 1'000'000 + seq};
        change.kind = kind::goal;
        change.field = find_kind(kind::goal)->field("title")->number;
        change.value = title;
        change.stamp = Stamp::at(1'790'000'000'000 + static_cast<std::int64_t>(seq));
        std::string bytes = wire::seal({scope, device, seq, seq, schema_version, previous, {change}}, secret);
        previous = wire::short_hash(bytes);
        return bytes;
    }
    DeviceId device;
    wire::SecretKey secret;
    ScopeId scope;
    std::uint64_t last = 0;
    std::string previous;
};

struct Courier {
    Village village;
    std::unique_ptr<Phone> rosa = village.phone_of(village.rosa);
    std::unique_ptr<Phone> elena = village.phone_of(village.elena);
    wire::PublicKey hub_key = must(wire::parse_public_key(must(elena->store->setting("hub_key"))));

    [[nodiscard]] std::string part(const std::vector<std::string>& envelopes) const {
        return wire::seal_part(wire::PartKind::for_the_hub, {wire::pack_frame(envelopes)}, hub_key, {});
    }
    // Elena hands it in: is the hub done with it?
    [[nodiscard]] bool is_done_with(const std::string& part) const {
        Forgery forgery;
        forgery.request.parts = {part};
        const auto done = exchange(*elena, forgery.request).parts_done;
        CHECK(done.size() <= 1);
        return done == std::vector{wire::short_hash(part)};
    }
    std::size_t goals() {
        village.odile.sync();
        return must(village.odile.store->list(kind::goal)).size();
    }
};

}  // namespace

TEST_CASE("a part that lacks what comes before it stays with its courier until the hub has that") {
    Courier courier;
    Hand hand(*courier.rosa, courier.village.bakery_plan);
    const std::string first = courier.part({hand.writes("Uno")});
    const std::string second = courier.part({hand.writes("Dos")});
    const std::string third = courier.part({hand.writes("Tres")});
    CHECK_FALSE(courier.is_done_with(second));
    CHECK(courier.goals() == 0);
    CHECK(courier.is_done_with(first));
    CHECK(courier.goals() == 1);
    CHECK_FALSE(courier.is_done_with(third));
    CHECK(courier.is_done_with(second));
    CHECK(courier.is_done_with(third));
    CHECK(courier.goals() == 3);
    CHECK(courier.is_done_with(third));  // twice is once
    courier.village.is_sound();
}

TEST_CASE("a part is done with as a whole: what of it the hub lacks is not lost for what it has") {
    Courier courier;
    Hand hand(*courier.rosa, courier.village.bakery_plan);
    const std::string first = hand.writes("Uno");
    const std::string second = hand.writes("Dos");
    const std::string third = hand.writes("Tres");
    CHECK_FALSE(courier.is_done_with(courier.part({first, third})));
    CHECK(courier.goals() == 1);
    CHECK(courier.is_done_with(courier.part({second, third})));
    CHECK(courier.goals() == 3);
}

TEST_CASE("a part of a newer app, of a device unknown here or for another hub is no part that this hub is done with") {
    Courier courier;
    Hand hand(*courier.rosa, courier.village.bakery_plan);
    const std::string envelope = hand.writes("Uno");
    const auto sealed = [&](const std::string& frame, const wire::PublicKey& hub) {
        return wire::seal_part(wire::PartKind::for_the_hub, {frame}, hub, {});
    };
    std::string later_frame = wire::pack_frame({envelope});
    later_frame.front() = '\x7F';
    CHECK_FALSE(courier.is_done_with(sealed(later_frame, courier.hub_key)));
    CHECK_FALSE(courier.is_done_with(sealed(wire::pack_frame({envelope}), wire::make_keys().open)));

    Hand stranger = hand;
    stranger.device = DeviceId{7};
    CHECK_FALSE(courier.is_done_with(courier.part({stranger.writes("De nadie")})));
    CHECK(courier.goals() == 0);
}

TEST_CASE("what no hub could ever take is done with, and what is set aside is taken") {
    Courier courier;
    CHECK(courier.is_done_with("rubbish"));
    CHECK(courier.is_done_with(courier.part({"not an envelope, though it is long enough to look like one"})));
    Hand forger(*courier.rosa, courier.village.bakery_plan);
    forger.secret = wire::make_keys().secret;
    CHECK(courier.is_done_with(courier.part({forger.writes("Falsa")})));
    Hand trespasser(*courier.rosa, courier.village.looms_plan);
    CHECK(courier.is_done_with(courier.part({trespasser.writes("Ajena")})));
    CHECK(courier.goals() == 0);
    CHECK(must(courier.village.closed().quarantine()).size() == 1);
}

TEST_CASE("two different envelopes of one name both stay in quarantine, and each of them once") {
    Courier courier;
    Hand hand(*courier.rosa, courier.village.looms_plan);
    Hand copied = hand;  // a phone that was restored from a copy goes on with the same numbers
    const std::string one = hand.writes("Uno");
    const std::string other = copied.writes("Otro");
    for (const std::string& envelope : {one, other, one, other}) {
        ++courier.village.clock.now;
        const auto answer = exchange(*courier.rosa, Forgery().with({envelope}).request);
        REQUIRE(answer.receipts.size() == 1);
        CHECK(answer.receipts[0].receipt == wire::Receipt::quarantined);
    }
    std::set<std::string> held;
    for (const hub::Quarantined& envelope : must(courier.village.closed().quarantine())) {
        held.insert(envelope.bytes);
    }
    CHECK(held == std::set{one, other});
    CHECK(must(courier.village.hub->quarantine()).size() == 2);

    // Given the right, the first of them comes in; the other can't any more, and isn't lost for that.
    courier.village.reopen();
    courier.village.odile.sets(courier.village.in_cohort, courier.village.looms, kind::business, "leaders", true,
                               to_text(courier.village.rosa));
    courier.village.odile.sync();
    CHECK(courier.goals() == 1);
    const auto left = must(courier.village.closed().quarantine());
    REQUIRE(left.size() == 1);
    CHECK(left[0].bytes == other);
    courier.village.is_sound();
}
