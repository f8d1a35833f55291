#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

const std::string note =
    "Visité a Rosa en el mercado. Vende ocho bolsas por semana a la misma vecina.\n"
    "Quiere cobrar más, y no se anima a decirlo.\n";
const std::string with_hers =
    "Visité a Rosa el lunes en el mercado. Vende ocho bolsas por semana a la misma vecina.\n"
    "Quiere cobrar más, y no se anima a decirlo.\n";
const std::string with_his =
    "Visité a Rosa en el mercado. Vende ocho bolsas por semana a la misma vecina.\n"
    "Quiere cobrar más, y ya se anima a decirlo.\n";
const std::string with_both =
    "Visité a Rosa el lunes en el mercado. Vende ocho bolsas por semana a la misma vecina.\n"
    "Quiere cobrar más, y ya se anima a decirlo.\n";

RecordId note_of(const Phone& phone, const std::string& text = note) {
    return phone.makes(plan, kind::goal, {{"title", std::string("t")}, {"why", text}});
}

std::vector<Envelope> own(const Phone& phone) {
    std::vector<Envelope> mine;
    for (const Envelope& envelope : phone.log(plan)) {
        if (envelope.device == phone.store->device()) {
            mine.push_back(envelope);
        }
    }
    return mine;
}

std::size_t splices_in(const std::vector<Envelope>& envelopes) {
    std::size_t count = 0;
    for (const Envelope& envelope : envelopes) {
        for (const Change& change : must(unpack_changes(envelope.bytes))) {
            count += std::holds_alternative<Splice>(change.value) ? 1U : 0U;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("two phones that edited different places of a text both show both, and nobody is asked") {
    const Phone ana;
    Phone ben;
    const RecordId id = note_of(ana);
    ben.hears(ana, plan);
    ben.clock.now += 1'000;
    ana.sets(plan, id, kind::goal, "why", with_hers);
    ben.sets(plan, id, kind::goal, "why", with_his);
    ana.hears(ben, plan);
    ben.hears(ana, plan);
    for (const Phone* phone : {&ana, static_cast<const Phone*>(&ben)}) {
        CHECK(phone->sees(id).text("why") == with_both);
        CHECK(phone->sees(id).contested.empty());
        CHECK(must(phone->store->contests()).empty());
        phone->is_sound();
    }
    // Saving what is shown, unchanged, is nothing; the next edit settles both.
    const auto waiting = must(ana.store->waiting());
    ana.sets(plan, id, kind::goal, "why", with_both);
    CHECK(must(ana.store->waiting()) == waiting);
    ana.sets(plan, id, kind::goal, "why", with_both + "Fin.");
    ben.hears(ana, plan);
    CHECK(ben.sees(id).text("why") == with_both + "Fin.");
    CHECK(ben.picture(plan) == ana.picture(plan));
    ben.is_sound();
}

TEST_CASE("where two phones wrote over the same words both stay, marked, and each version can still be chosen whole") {
    const Phone ana;
    Phone ben;
    const RecordId id = note_of(ana, "Vende poco.");
    ben.hears(ana, plan);
    ben.clock.now += 1'000;
    ana.sets(plan, id, kind::goal, "why", std::string("Vende bastante."));
    ben.sets(plan, id, kind::goal, "why", std::string("Vende mucho."));
    ana.hears(ben, plan);
    ben.hears(ana, plan);
    CHECK(ana.picture(plan) == ben.picture(plan));
    CHECK(ana.sees(id).text("why") == "Vende bastante mucho.");
    CHECK(ana.sees(id).contested.size() == 1);
    const auto contest = must(ana.store->contests()).at(0);
    REQUIRE(contest.versions.size() == 2);
    CHECK(contest.versions[0].value == Value{std::string("Vende mucho.")});
    CHECK(contest.versions[1].value == Value{std::string("Vende bastante.")});
    must(ana.store->resolve(id, contest.field, {}, contest.versions[1].dot));
    ben.hears(ana, plan);
    CHECK(ben.sees(id).text("why") == "Vende bastante.");
    CHECK(must(ben.store->contests()).empty());
    ben.is_sound();
}

TEST_CASE("a small edit of a long text is kept and sent as a splice, and reads back whole everywhere") {
    const Phone ana;
    const Phone ben;
    std::string text(4000, 'x');
    const RecordId id = note_of(ana, text);
    for (int i = 0; i < 40; ++i) {
        text.insert(static_cast<std::size_t>(i * 7), "y");
        ana.sets(plan, id, kind::goal, "why", text);
    }
    const auto log = own(ana);
    CHECK(splices_in(log) >= 36);
    CHECK(log.front().bytes.size() < 24'000);
    ben.takes(log);
    CHECK(ben.sees(id).text("why") == text);
    ben.is_sound();
    ana.is_sound();
}

TEST_CASE("a splice that comes before the version it builds on is whole as soon as that has come") {
    const Phone ana;
    const Phone ben;
    const Phone eva;
    const RecordId id = note_of(ana);
    ben.hears(ana, plan);
    while (splices_in(own(ben)) == 0) {
        ben.sets(plan, id, kind::goal, "why", ben.sees(id).text("why") == with_his ? with_both : with_his);
    }
    const std::string last = ben.sees(id).text("why");
    eva.takes(own(ben));
    eva.is_sound();
    CHECK(eva.sees(id).text("why") != last);
    eva.hears(ana, plan);
    CHECK(eva.sees(id).text("why") == last);
    CHECK(eva.sees(id).contested.empty());
    CHECK(eva.picture(plan) == ben.picture(plan));
    eva.is_sound();
}

TEST_CASE("an edit of a version that others have long replaced still merges over it") {
    const Phone ana;
    const Phone ben;
    const RecordId id = note_of(ana);
    ben.hears(ana, plan);
    ben.sets(plan, id, kind::goal, "why", with_his);
    std::string text = note;
    for (int i = 0; i < 30; ++i) {
        text += "Línea " + std::to_string(i) + ".\n";
        ana.sets(plan, id, kind::goal, "why", text);
    }
    ana.hears(ben, plan);
    ben.hears(ana, plan);
    CHECK(ana.sees(id).text("why") == with_his + text.substr(note.size()));
    CHECK(ana.sees(id).contested.empty());
    CHECK(ben.picture(plan) == ana.picture(plan));
    ben.is_sound();
    ana.is_sound();
}

TEST_CASE("a voided version still serves as what later ones build on") {
    const Phone hub;
    const Phone ana;
    const Phone ben;
    for (const Phone* phone : {&ana, &ben}) {
        must(phone->store->set_setting("hub_device", to_text(hub.store->device())));
    }
    const RecordId id = note_of(ana);
    ana.seal(plan);
    ana.sets(plan, id, kind::goal, "why", with_hers);
    const auto log = ana.log(plan);
    ben.hears(ana, plan);
    while (splices_in(own(ben)) == 0) {
        ben.sets(plan, id, kind::goal, "why", ben.sees(id).text("why") == with_both ? with_both + "!" : with_both);
    }
    const std::string last = ben.sees(id).text("why");
    hub.makes(plan, kind::verdict,
              {{"voids", to_text(Dot{ana.store->device(), log.back().last_seq})},
               {"reason", std::int64_t{2}},
               {"about", id}});
    const auto verdict = hub.log(plan);
    for (const bool verdict_first : {true, false}) {
        const Phone eva;
        must(eva.store->set_setting("hub_device", to_text(hub.store->device())));
        if (verdict_first) {
            eva.takes(verdict);
        }
        eva.takes(own(ben));
        eva.takes(log);
        eva.takes(verdict);
        CHECK(eva.sees(id).text("why") == last);
        eva.is_sound();
    }
    ben.takes(verdict);
    CHECK(ben.sees(id).text("why") == last);
    ben.is_sound();
}

TEST_CASE("a splice that fits no version harms nothing") {
    const Phone ana;
    const Phone ben;
    const RecordId id = note_of(ana);
    const auto log = ana.log(plan);
    ben.takes(log);
    const DeviceId stranger{77};
    const FieldNo why = find_kind(kind::goal)->field("why")->number;
    const Dot base{ana.store->device(), 3};
    const auto from_stranger = [&](std::uint64_t seq, Value value, std::vector<Dot> supersedes) {
        const Change change{
            {stranger, seq},      id, kind::goal, why, {}, std::move(value), Stamp::at(ben.clock.now + 9),
            std::move(supersedes)};
        return Envelope{plan, stranger, seq, seq, pack(std::vector{change})};
    };
    ben.takes({from_stranger(1, Splice{9000, 0, "far"}, {base})});
    ben.takes({from_stranger(2, Splice{2, 2, "two bases"}, {base, {stranger, 1}})});
    ben.takes({from_stranger(3, Splice{0, 0, "itself"}, {{stranger, 4}})});
    ben.takes({from_stranger(4, Splice{0, 0, "in a ring"}, {{stranger, 3}})});
    ben.is_sound();
    CHECK_FALSE(ben.sees(id).text("why").empty());
    ana.hears(ben, plan);
    CHECK(ana.picture(plan) == ben.picture(plan));
    ana.sets(plan, id, kind::goal, "why", note);
    ben.hears(ana, plan);
    CHECK(ben.sees(id).text("why") == note);
    ben.is_sound();
}
