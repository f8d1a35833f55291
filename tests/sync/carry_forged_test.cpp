// Who writes what only the hub may write, to be taken for somebody else by those who get her file.

#include "tests/sync/carry_files.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace ayni::carry_test;

namespace {

DeviceId hub_of(Phone& phone) {
    return parse_device(must(phone.store->setting("hub_device"))).value();
}

std::uint64_t last_seq(Phone& phone, const ScopeId& scope) {
    for (const Reach& reach : must(phone.store->known(scope))) {
        if (reach.device == phone.store->device()) {
            return reach.seq;
        }
    }
    return 0;
}

/// A record that looks as if the hub had made it: the change after the next one is voided.
void forges_a_verdict_on_what_follows(Phone& phone, const ScopeId& scope) {
    const RecordId verdict{hub_of(phone), 9'999'999};
    phone.sets(scope, verdict, kind::verdict, "reason", std::int64_t{2});
    const Dot next{phone.store->device(), last_seq(phone, scope) + 2};
    phone.sets(scope, verdict, kind::verdict, "voids", to_text(next));
    REQUIRE(last_seq(phone, scope) == next.seq - 1);
    must(carry::pack(*phone.store));  // an envelope of its own
}

void writes_what_is_not_hers(Phone& maude, const Village& village) {
    SECTION("to be a coordinator") {
        maude.sets(village.in_cohort, village.maude, kind::person, "role", std::string("coordinator"));
    }
    SECTION("to have others seal to her what they seal to Rosa") {
        const RecordId device{hub_of(maude), 8'888'888};
        maude.sets(village.in_cohort, device, kind::device, "public_key", wire::to_text(wire::make_keys().open));
    }
    SECTION("to lead a business") {
        maude.sets(village.in_cohort, village.looms, kind::business, "leaders", true, to_text(village.maude));
    }
}

}  // namespace

TEST_CASE("a verdict that the hub didn't write opens no door to rights, and is itself not taken") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const std::string before = state_of(rosa);
    forges_a_verdict_on_what_follows(maude, pair.village.in_cohort);
    writes_what_is_not_hers(maude, pair.village);
    const carry::Taken taken = gives(maude, rosa);
    CHECK(taken.changes == 0);
    CHECK(reasons(taken).contains("only_the_hub"));
    CHECK(state_of(rosa) == before);
    CHECK(rosa.text_of(pair.village.maude, "role") == "mentor");
    CHECK(must(rosa.store->list(kind::verdict)).empty());
    is_clean(rosa);
    maude.sync();
    pair.village.is_sound();
}

TEST_CASE("a forged verdict that is here already, from an earlier version, makes nobody anybody either") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const Village& village = pair.village;
    forges_a_verdict_on_what_follows(maude, village.in_cohort);
    for (const Envelope& envelope : must(maude.store->envelopes(village.in_cohort))) {
        must(rosa.store->receive(std::span(&envelope, 1), {}, Arrival::by_file));
    }
    REQUIRE(must(rosa.store->list(kind::verdict)).size() == 1);
    writes_what_is_not_hers(maude, village);
    const carry::Taken taken = gives(maude, rosa);
    CHECK(taken.changes == 0);
    CHECK(taken.passed_over.size() == 1);
    CHECK(rosa.text_of(village.maude, "role") == "mentor");
}
