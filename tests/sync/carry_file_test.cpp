// The .ayni file against accidents, against who wants to mislead, and against who finds it.

#include <algorithm>
#include <ctime>
#include <random>

#include "tests/sync/carry_files.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace ayni::carry_test;

namespace {

std::string with_new_hash(std::string file) {
    file.resize(file.size() - 16);
    return file + wire::short_hash(file);
}

std::vector<std::string> parts_of(const std::string& file) {
    std::vector<std::string> parts;
    for (const std::string_view part : must(carry::split_parts(file))) {
        parts.emplace_back(part);
    }
    return parts;
}

}  // namespace

TEST_CASE("a file that is cut anywhere or flipped anywhere is refused, and everything is as it was") {
    Pair pair;
    goal(*pair.rosa, pair.village.bakery_plan, "Vender pan");
    const std::string file = file_of(*pair.rosa);
    const std::string before = state_of(*pair.maude);
    const auto refused_as = [&](const std::string& bytes) {
        const auto taken = carry::take_in(*pair.maude->store, bytes);
        REQUIRE_FALSE(taken);
        return taken.fault();
    };
    const std::size_t step = file.size() / 400 + 1;
    for (std::size_t size = 0; size < file.size(); size += size < 40 ? 1 : step) {
        REQUIRE(refused_as(file.substr(0, size)) == Fault::malformed);
        std::string flipped = file;
        flipped[size] = static_cast<char>(static_cast<unsigned char>(flipped[size]) ^ (1U << (size % 8)));
        REQUIRE(refused_as(flipped) == Fault::malformed);
    }
    for (const std::string& bytes : {file.substr(0, file.size() - 1), file + "x", file + file, "x" + file}) {
        CHECK(refused_as(bytes) == Fault::malformed);
    }
    CHECK(state_of(*pair.maude) == before);
    CHECK(takes(*pair.maude, file).changes > 0);
}

TEST_CASE("a file of a later form is told from a damaged one") {
    Pair pair;
    std::string file = file_of(*pair.rosa);
    file[8] = 2;
    CHECK(carry::take_in(*pair.maude->store, file).fault() == Fault::malformed);
    CHECK(carry::take_in(*pair.maude->store, with_new_hash(file)).fault() == Fault::made_by_newer_app);
}

namespace {

// An honest courier passes on what somebody else gave her for Maude, and can't know what that holds.
void is_passed_over(Pair& pair, const std::string& bad_part, const std::string& why) {
    const RecordId bread = goal(*pair.rosa, pair.village.bakery_plan, "Vender pan");
    const auto elena = pair.village.phone_of(pair.village.elena);
    CHECK(takes(*elena, carry::join_parts({bad_part})).kept == 1);
    gives(*pair.rosa, *elena);
    const carry::Taken taken = gives(*elena, *pair.maude);
    CHECK(reasons(taken).contains(why));
    CHECK(pair.maude->text_of(bread, "title") == "Vender pan");
    is_clean(*pair.maude);
}

std::string part_for(Phone& phone, const std::vector<std::string>& frames) {
    const wire::PublicKey key = keys_of(phone).open;
    return wire::seal_part(wire::PartKind::hub_has_it, frames, hub_key_of(phone), std::span(&key, 1));
}

}  // namespace

TEST_CASE("a part that isn't as it was sealed is passed over, and spoils nothing else in a courier's file") {
    Pair pair;
    std::string part = part_for(*pair.maude, {wire::pack_frame({std::string(500, 'x')})});
    SECTION("its end") {
        part.back() ^= 1;
    }
    SECTION("its middle") {
        part[part.size() - part.size() / 3] ^= 1;
    }
    SECTION("what it says of itself in the clear, which is sealed too") {
        part[0] ^= 1;
    }
    is_passed_over(pair, part, "malformed");
}

TEST_CASE("a part that unpacks to more than any honest one is passed over, and spoils nothing else") {
    Pair pair;
    // A thousandfold: three frames of nearly 4 MiB each; and in ten such parts more than a whole file may unpack to.
    const std::vector<std::string> bomb(3, wire::pack_frame(std::vector<std::string>(8, std::string(500'000, 'x'))));
    const std::string part = part_for(*pair.maude, bomb);
    CHECK(part.size() < 20'000);
    is_passed_over(pair, part, "too_large");
    std::vector<std::string> parts(11, part);
    parts.push_back(part_for(*pair.maude, {wire::pack_frame({std::string(500, 'x')})}));
    const carry::Taken taken = takes(*pair.maude, carry::join_parts(parts));
    CHECK(std::ranges::count(taken.passed_over, "too_large", &carry::PassedOver::reason) == 11);
    CHECK(taken.passed_over.size() == 12);  // the last one was looked into
}

TEST_CASE("sizes have bounds: of a file, of its parts, of what they unpack to") {
    Pair pair;
    Phone& maude = *pair.maude;
    Store& store = *maude.store;
    const std::string before = state_of(maude);
    CHECK(carry::take_in(store, std::string(carry::file_most + 1, 'x')).fault() == Fault::too_large);
    const std::string small = wire::seal_part(wire::PartKind::hub_has_it, {}, hub_key_of(*pair.rosa), {});
    CHECK(carry::take_in(store, carry::join_parts(std::vector<std::string>(carry::parts_most + 1, small))).fault() ==
          Fault::too_large);
    CHECK(reasons(takes(maude, carry::join_parts({std::string(wire::part_most + 1, '\1'), "rubbish"}))) ==
          std::set<std::string>{"too_large", "malformed"});
    // Each is no more than a part may be; of what is more than a file may be the rest is passed over.
    const std::vector<std::string> full(2, wire::pack_frame(std::vector<std::string>(
                                               8, next_envelope(*pair.rosa, pair.village.bakery_plan,
                                                                std::string(250'000, 'x'), wire::make_keys().secret))));
    const std::string part = part_for(maude, full);
    const carry::Taken taken = takes(maude, carry::join_parts(std::vector<std::string>(40, part)));
    CHECK(std::ranges::count(taken.passed_over, "part", &carry::PassedOver::id) > 0);
    CHECK(reasons(taken) == std::set<std::string>{"too_large", "bad_signature"});
    CHECK(state_of(maude) == before);
}

TEST_CASE("a file whose envelopes stand in the wrong order costs about what it costs in the right one") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const auto other = pair.village.phone_of(pair.village.maude);
    constexpr std::size_t count = 300;
    for (std::size_t i = 0; i < count; ++i) {
        goal(rosa, pair.village.bakery_plan, "Meta " + std::to_string(i));
        must(carry::pack(*rosa.store));  // an envelope of its own
    }
    std::vector<std::string> bytes;
    for (const Envelope& envelope : must(rosa.store->envelopes(pair.village.bakery_plan))) {
        bytes.push_back(envelope.bytes);
    }
    REQUIRE(bytes.size() == count);
    const auto cost_for = [&](Phone& phone) {
        std::vector<std::string> parts;
        for (const std::string& envelope : bytes) {
            parts.push_back(part_for(phone, {wire::pack_frame({envelope})}));
        }
        const std::string file = carry::join_parts(parts);
        const std::clock_t begin = std::clock();  // of the processor: others' work doesn't count
        const carry::Taken taken = takes(phone, file);
        const std::clock_t end = std::clock();
        CHECK(taken.passed_over.empty());
        CHECK(must(phone.store->list(kind::goal)).size() == count);
        is_clean(phone);
        return end - begin;
    };
    const auto in_order = cost_for(maude);
    std::ranges::reverse(bytes);
    const auto in_reverse = cost_for(*other);
    CHECK(in_reverse < 8 * in_order);  // tried over and over it would be a hundred times as much
}

TEST_CASE("an envelope that its author didn't sign is passed over, and the rest is taken") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const RecordId bread = goal(rosa, pair.village.bakery_plan, "Vender pan");
    must(carry::pack(*rosa.store));
    std::vector<std::string> envelopes;
    for (const Envelope& envelope : must(rosa.store->envelopes(pair.village.bakery_plan))) {
        envelopes.push_back(envelope.bytes);
    }
    envelopes.push_back(next_envelope(rosa, pair.village.bakery_plan, "Falsa", wire::make_keys().secret));
    envelopes.push_back("not an envelope, but as long as a signature would be at the very least, and longer");
    const auto taken = takes(maude, file_for(maude, envelopes));
    CHECK(reasons(taken) == std::set<std::string>{"bad_signature", "malformed"});
    CHECK(maude.text_of(bread, "title") == "Vender pan");
    CHECK(must(maude.store->list(kind::goal)).size() == 1);
    is_clean(maude);
}

TEST_CASE("who isn't in a scope can't write there by file, nor bring in a scope that the hub hasn't granted") {
    Pair pair;
    const auto elena = pair.village.phone_of(pair.village.elena);
    pair.maude->sync();
    const std::string before = state_of(*pair.maude);
    const std::string hers = next_envelope(*elena, pair.village.bakery_plan, "De Elena", keys_of(*elena).secret);
    CHECK(reasons(takes(*pair.maude, file_for(*pair.maude, {hers}))) == std::set<std::string>{"not_in_scope"});
    const std::string looms = next_envelope(*elena, pair.village.looms_plan, "De Elena", keys_of(*elena).secret);
    CHECK(reasons(takes(*pair.maude, file_for(*pair.maude, {looms}))) == std::set<std::string>{"not_in_scope"});
    CHECK(state_of(*pair.maude) == before);
    CHECK_FALSE(pair.maude->holds(pair.village.looms_plan));
}

TEST_CASE("nobody gets rights or another's name by a file; what the hub has judged away hinders nothing") {
    Pair pair;
    Village& village = pair.village;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const auto refused = [&] {
        const auto taken = gives(maude, rosa);
        return reasons(taken);
    };
    SECTION("to be a coordinator") {
        maude.sets(village.in_cohort, village.maude, kind::person, "role", std::string("coordinator"));
    }
    SECTION("to be a pair") {
        maude.makes(village.in_cohort, kind::pairing,
                    {{"mentor", village.maude}, {"business", village.looms}, {"status", Stage{"active", {}}}});
    }
    SECTION("to lead a business") {
        maude.sets(village.in_cohort, village.looms, kind::business, "leaders", true, to_text(village.maude));
    }
    SECTION("to be taken for another") {
        maude.makes(village.in_cohort, kind::device,
                    {{"person", village.rosa},
                     {"device", to_text(maude.store->device())},
                     {"public_key", wire::to_text(wire::make_keys().open)}});
    }
    const RecordId post = maude.makes(village.in_cohort, kind::circle_post, {{"text", std::string("¿Bolsas?")}});
    const std::set<std::string> why = refused();
    CHECK(why.size() == 1);
    CHECK((why.contains("not_hers") || why.contains("only_the_hub")));
    CHECK(rosa.text_of(post, "text") == "none");
    is_clean(rosa);

    // Once the hub has voided it, it is like any other envelope, and what came with it is read.
    maude.sync();
    CHECK(refused().empty());
    CHECK(rosa.text_of(post, "text") == "¿Bolsas?");
    CHECK(rosa.text_of(village.maude, "role") == "mentor");
    rosa.sync();
    is_clean(rosa);
    village.is_sound();
}

TEST_CASE("her own card and a coordinator's changes come by file") {
    Pair pair;
    Village& village = pair.village;
    pair.rosa->sets(village.in_cohort, village.rosa, kind::person, "place", std::string("Santa Cruz"));
    CHECK(gives(*pair.rosa, *pair.maude).passed_over.empty());
    CHECK(pair.maude->text_of(village.rosa, "place") == "Santa Cruz");
    village.odile.sync();
    const RecordId lidia = village.odile.makes(village.in_cohort, kind::person,
                                               {{"name", std::string("Lidia")}, {"role", std::string("mentor")}});
    CHECK(gives(village.odile, *pair.maude).passed_over.empty());
    CHECK(pair.maude->text_of(lidia, "name") == "Lidia");
}

TEST_CASE("a finder of the file reads nothing in it: no word, no device, no scope, and no two are alike") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    goal(rosa, pair.village.bakery_plan, "Vender pan en la plaza");
    const std::string file = file_of(rosa);
    const auto holds = [&](std::string_view text) { return file.find(text) != std::string::npos; };
    for (const char* word : {"Vender", "plaza", "Rosa", "Maude", "Panader", "bakery", "Prueba"}) {
        CHECK_FALSE(holds(word));
    }
    for (const std::uint64_t id : {rosa.store->device().value, pair.maude->store->device().value}) {
        CHECK_FALSE(holds(to_text(DeviceId{id})));
        CHECK_FALSE(holds({reinterpret_cast<const char*>(&id), sizeof id}));
    }
    const wire::PublicKey key = keys_of(rosa).open;
    CHECK_FALSE(holds({reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size()}));
    const std::string again = file_of(rosa);
    CHECK(again.size() == file.size());
    CHECK(again.substr(13, 200) != file.substr(13, 200));
    for (const std::string& part : parts_of(file)) {
        CHECK(must(wire::look_at_part(part)).slots % 4 == 0);
    }
    CHECK(carry::file_name() != carry::file_name());
    CHECK(carry::file_name().ends_with(".ayni"));
}

TEST_CASE("a scope is sealed to the devices of those who may read it, and to the hub, and to nobody else") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    const auto elena = pair.village.phone_of(pair.village.elena);
    rosa.sync();
    goal(rosa, pair.village.bakery_plan, "Vender pan");
    rosa.makes(pair.village.bakery_talk, kind::insight, {{"text", std::string("Puedo cobrar más")}});
    rosa.makes({ScopeKind::own, pair.village.rosa}, kind::private_note, {{"text", std::string("Solo mío")}});
    const auto scopes_for = [&](Phone& phone) {
        std::set<ScopeId> scopes;
        for (const std::string& part : parts_of(file_of(rosa))) {
            const auto frames = must(wire::open_part(part, keys_of(phone), wire::Slots::others));
            for (const std::string& frame : frames ? *frames : std::vector<std::string>{}) {
                for (const std::string& envelope : must(wire::unpack_frame(frame))) {
                    scopes.insert(must(wire::open(envelope)).scope);
                }
            }
        }
        return scopes;
    };
    const ScopeId own{ScopeKind::own, pair.village.rosa};
    const Village& village = pair.village;
    CHECK(scopes_for(rosa) ==
          std::set<ScopeId>{village.programme, village.in_cohort, village.bakery_plan, village.bakery_talk, own});
    CHECK(scopes_for(*pair.maude) ==
          std::set<ScopeId>{village.programme, village.in_cohort, village.bakery_plan, village.bakery_talk});
    CHECK(scopes_for(pair.village.odile) ==
          std::set<ScopeId>{village.programme, village.in_cohort, village.bakery_plan});
    CHECK(scopes_for(*elena) == std::set<ScopeId>{village.programme, village.in_cohort});
}
