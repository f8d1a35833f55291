#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <random>

#include "tests/engine/phones.hpp"

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

}  // namespace

TEST_CASE("what was written is there after the store is opened again") {
    const Folder folder;
    RecordId goal;
    {
        const Phone phone(folder.path / "profile.db");
        goal = phone.makes(plan, kind::goal,
                           {{"title", std::string("Saber cuánto cuesta")},
                            {"rank", Place{"short", "V"}},
                            {"status", Stage{"open", {}}},
                            {"target", std::int64_t{12}},
                            {"due", std::int64_t{20'000}}});
        phone.sets(plan, goal, kind::goal, "title", std::string("Saber cuánto cuesta cada una"));
    }
    const Phone phone(folder.path / "profile.db");
    const Record record = phone.sees(goal);
    CHECK(record.text("title") == "Saber cuánto cuesta cada una");
    CHECK(record.place() == Place{"short", "V"});
    CHECK(record.text("horizon") == "short");
    CHECK(record.text("status") == "open");
    CHECK(record.number("target") == 12.0);
    CHECK(record.scope == plan);
    CHECK(record.safety == Safety::here);
    CHECK(record.contested.empty());
    CHECK(phone.store->new_record().counter > goal.counter);
    phone.is_sound();
}

TEST_CASE("every type of field reads back as it was written") {
    const Phone phone;
    const RecordId other{DeviceId{7}, 9};
    const RecordId action =
        phone.makes(plan, kind::action, {{"title", std::string()}, {"goal", other}, {"status", Stage{"done", 99}}});
    CHECK(phone.sees(action).ref("goal") == other);
    CHECK(phone.sees(action).moment("done_at") == 99);
    CHECK(phone.sees(action).has("title"));
    const RecordId session =
        phone.makes(plan, kind::session, {{"starts", std::int64_t{5}}, {"minutes", std::int64_t{60}}});
    phone.sets(plan, session, kind::session, "people", true, to_text(other));
    phone.sets(plan, session, kind::session, "topics", true, "pricing");
    CHECK(phone.sees(session).refs("people") == std::vector{other});
    CHECK(phone.sees(session).keys("topics") == std::vector<std::string>{"pricing"});
    phone.sets(plan, session, kind::session, "topics", Value{}, "pricing");
    CHECK(phone.sees(session).keys("topics").empty());
    const RecordId note = phone.makes(plan, kind::progress, {{"value", 1.5}});
    CHECK(phone.sees(note).number("value") == 1.5);
    phone.is_sound();
}

TEST_CASE("a value of the wrong type, a second value for a once field and a foreign scope are refused whole") {
    const Phone phone;
    const RecordId progress = phone.makes(plan, kind::progress, {{"value", std::int64_t{3}}});
    const auto before = phone.picture(plan);
    const auto write = [&](Edit edit, const ScopeId& scope = plan) {
        return phone.store->write(scope,
                                  std::vector{make_edit(progress, kind::progress, "note", std::string("x")), edit});
    };
    CHECK(write(make_edit(progress, kind::progress, "at", std::string("tomorrow"))).fault() == Fault::invalid);
    CHECK(write(make_edit(progress, kind::progress, "value", std::int64_t{4})).fault() == Fault::invalid);
    CHECK(
        write(make_edit(progress, kind::progress, "at", std::int64_t{4}), {ScopeKind::own, {DeviceId{1}, 1}}).fault() ==
        Fault::invalid);
    CHECK(phone.picture(plan) == before);
    CHECK(must(phone.store->waiting()) == 2);
    phone.is_sound();
}

TEST_CASE("a text that isn't UTF-8, or that no envelope could carry, is refused whole") {
    const Phone phone;
    const RecordId goal = phone.makes(plan, kind::goal, {{"title", std::string("á ñ ŋ 👩🏽‍🌾 \u202f")}});
    const auto write = [&](std::string text) {
        return phone.store->write(plan, std::vector{make_edit(goal, kind::goal, "why", std::move(text))});
    };
    for (const char* wrong : {"\xF3", "a\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
        CHECK(write(wrong).fault() == Fault::invalid);
    }
    CHECK(write(std::string(300 * 1024, 'x')).fault() == Fault::invalid);
    CHECK(write(std::string(200 * 1024, 'x')).has_value());
    CHECK(phone.sees(goal).text("title") == "á ñ ŋ 👩🏽‍🌾 \u202f");
}

TEST_CASE("writing what is already shown writes nothing") {
    const Phone phone;
    const RecordId goal = phone.makes(plan, kind::goal, {{"title", std::string("a")}});
    const auto waiting = must(phone.store->waiting());
    phone.sets(plan, goal, kind::goal, "title", std::string("a"));
    CHECK(must(phone.store->waiting()) == waiting);
}

TEST_CASE("two phones that changed the same title apart keep both, show the greater stamp, and one choice settles it") {
    Phone ana;
    Phone ben;
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("Vender más")}});
    ben.hears(ana, plan);
    ana.clock.now += 1'000;
    ben.clock.now += 2'000;
    ana.sets(plan, goal, kind::goal, "title", std::string("Vender mejor"));
    ben.sets(plan, goal, kind::goal, "title", std::string("Vender con calma"));
    ana.hears(ben, plan);
    ben.hears(ana, plan);
    for (const Phone* phone : {&ana, &ben}) {
        CHECK(phone->sees(goal).text("title") == "Vender con calma");
        const auto contests = must(phone->store->contests());
        REQUIRE(contests.size() == 1);
        CHECK(contests[0].versions.size() == 2);
        CHECK(contests[0].versions[0].value == Value{std::string("Vender con calma")});
        CHECK(phone->sees(goal).contested == std::vector<FieldNo>{8});
        phone->is_sound();
    }
    const auto contest = must(ana.store->contests()).front();
    must(ana.store->resolve(goal, contest.field, {}, contest.versions[1].dot));
    ben.hears(ana, plan);
    for (const Phone* phone : {&ana, &ben}) {
        CHECK(phone->sees(goal).text("title") == "Vender mejor");
        CHECK(must(phone->store->contests()).empty());
        phone->is_sound();
    }
}

TEST_CASE("a phone whose clock is forty years ahead can't win against an edit that had seen its own") {
    Phone ana;
    Phone ben;
    ana.clock.now += std::int64_t{40} * 365 * 86'400'000;
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("future")}});
    ben.hears(ana, plan);
    ben.sets(plan, goal, kind::goal, "title", std::string("now"));
    ana.hears(ben, plan);
    CHECK(ana.sees(goal).text("title") == "now");
    CHECK(ana.sees(goal).contested.empty());
}

TEST_CASE("a removal hides a record everywhere, an unseen edit brings it back marked, and a restore too") {
    Phone ana;
    Phone ben;
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("a")}});
    const RecordId other = ana.makes(plan, kind::goal, {{"title", std::string("b")}});
    ben.hears(ana, plan);
    must(ana.store->remove(goal));
    must(ana.store->remove(other));
    ben.sets(plan, goal, kind::goal, "why", std::string("because"));
    ana.hears(ben, plan);
    ben.hears(ana, plan);
    for (const Phone* phone : {&ana, &ben}) {
        CHECK_FALSE(phone->sees(goal).removed);
        CHECK(phone->sees(goal).contested == std::vector<FieldNo>{field::removed});
        CHECK(phone->sees(other).removed);
        CHECK(must(phone->store->list(kind::goal, plan)).size() == 1);
        phone->is_sound();
    }
    must(ben.store->restore(other));
    ana.hears(ben, plan);
    CHECK_FALSE(ana.sees(other).removed);
    ana.is_sound();
}

TEST_CASE("an envelope whose predecessor is missing waits, and a repeated one changes nothing") {
    const Phone ana;
    const Phone ben;
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("1")}});
    ana.seal(plan);
    ana.sets(plan, goal, kind::goal, "title", std::string("2"));
    const auto log = ana.log(plan);
    REQUIRE(log.size() == 2);
    CHECK(ben.takes({log[1]}).early == 1);
    CHECK(ben.takes({log[0]}).envelopes == 1);
    CHECK(ben.takes(log).repeated == 1);
    CHECK(ben.takes(log).repeated == 2);
    CHECK(ben.picture(plan) == ana.picture(plan));
    ben.is_sound();
}

TEST_CASE("a successor that comes before what it supersedes leaves no ghost behind") {
    const Phone ana;
    const Phone ben;
    const Phone eva;
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("1")}});
    ben.hears(ana, plan);
    ben.sets(plan, goal, kind::goal, "title", std::string("2"));
    ben.seal(plan);
    std::vector<Envelope> from_ben;
    for (const Envelope& envelope : ben.log(plan)) {
        if (envelope.device == ben.store->device()) {
            from_ben.push_back(envelope);
        }
    }
    eva.takes(from_ben);
    CHECK(eva.sees(goal).text("title") == "2");
    eva.hears(ana, plan);
    CHECK(eva.sees(goal).text("title") == "2");
    CHECK(eva.sees(goal).contested.empty());
    CHECK(eva.picture(plan) == ben.picture(plan));
    eva.is_sound();
}

TEST_CASE("a change that the hub voids counts as never written, before or after it came") {
    const Phone hub;
    const Phone ana;
    const Phone ben;
    for (const Phone* phone : {&ana, &ben}) {
        must(phone->store->set_setting("hub_device", to_text(hub.store->device())));
    }
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("hers")}});
    ana.seal(plan);
    ana.sets(plan, goal, kind::goal, "title", std::string("not allowed"));
    const auto log = ana.log(plan);
    const Dot voided{ana.store->device(), log.back().last_seq};
    hub.makes(plan, kind::verdict, {{"voids", to_text(voided)}, {"reason", std::int64_t{2}}, {"about", goal}});
    const auto verdict = hub.log(plan);

    ana.takes(verdict);
    CHECK(ana.sees(goal).text("title") == "hers");
    ben.takes(verdict);
    ben.takes(log);
    CHECK(ben.sees(goal).text("title") == "hers");
    CHECK(ana.picture(plan) == ben.picture(plan));
    const auto tray = must(ana.store->tray());
    REQUIRE(tray.size() == 1);
    CHECK(tray[0].record == goal);
    CHECK(tray[0].value == Value{std::string("not allowed")});
    CHECK(tray[0].reason == "not_hers");
    ana.is_sound();
    ben.is_sound();

    SECTION("a verdict that anybody else wrote is no verdict") {
        const Phone eva;
        eva.makes(plan, kind::verdict,
                  {{"voids", to_text(Dot{ana.store->device(), 2})}, {"reason", std::int64_t{2}}, {"about", goal}});
        ana.hears(eva, plan);
        CHECK(ana.sees(goal).text("title") == "hers");
        CHECK(must(ana.store->tray()).size() == 1);
    }
}

TEST_CASE("a record belongs where its own device made it, whatever came first") {
    const Phone ana;
    const Phone eva;
    const ScopeId elsewhere{ScopeKind::plan, {DeviceId{0xABCD}, 2}};
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("hers")}});
    ana.seal(plan);
    ana.sets(plan, goal, kind::goal, "why", std::string("because"));
    // Eva writes of it in a scope where it isn't.
    const std::vector<Change> smuggled{
        {{eva.store->device(), 1}, goal, kind::goal, 8, {}, std::string("smuggled"), Stamp::at(9'000'000'000'000), {}}};
    const Envelope foreign{elsewhere, eva.store->device(), 1, 1, pack(smuggled)};
    const Phone first;
    first.takes({foreign});
    first.hears(ana, plan);
    const Phone last;
    last.hears(ana, plan);
    last.takes({foreign});
    for (const Phone* phone : {&first, &last}) {
        CHECK(phone->sees(goal).scope == plan);
        CHECK(phone->sees(goal).text("title") == "hers");
        CHECK(phone->picture(plan) == ana.picture(plan));
        CHECK(phone->picture(elsewhere).empty());
        phone->is_sound();
    }

    SECTION("and a verdict on what was smuggled leaves the record alone") {
        const Phone hub;
        must(last.store->set_setting("hub_device", to_text(hub.store->device())));
        hub.makes(elsewhere, kind::verdict,
                  {{"voids", to_text(Dot{eva.store->device(), 1})}, {"reason", std::int64_t{4}}, {"about", goal}});
        last.hears(hub, elsewhere);
        CHECK(last.sees(goal).text("title") == "hers");
        last.is_sound();
    }
}

TEST_CASE("kinds and fields that this version doesn't know stay in the log and travel on unchanged") {
    const Phone ben;
    const DeviceId device{77};
    const RecordId known{device, 1};
    const RecordId foreign{device, 2};
    const std::vector<Change> changes{
        {{device, 1}, known, kind::goal, 8, {}, std::string("t"), Stamp::at(1), {}},
        {{device, 2}, known, kind::goal, 60, {}, std::string("from the future"), Stamp::at(1), {}},
        {{device, 3}, foreign, 999, 8, {}, std::string("unknown kind"), Stamp::at(1), {}},
    };
    const Envelope envelope{plan, device, 1, 3, pack(changes)};
    CHECK(ben.takes({envelope}).changes == 3);
    CHECK(ben.sees(known).text("title") == "t");
    CHECK(ben.log(plan).front().bytes == envelope.bytes);
    ben.sets(plan, known, kind::goal, "title", std::string("u"));
    must(ben.store->remove(known));
    CHECK(ben.sees(known).removed);
    ben.is_sound();
}

TEST_CASE("an envelope that can't be read takes its place and blocks nothing") {
    const Phone ben;
    const DeviceId device{77};
    const std::vector<Change> good{{{device, 2}, {device, 1}, kind::goal, 8, {}, std::string("t"), Stamp::at(1), {}}};
    CHECK(ben.takes({{plan, device, 1, 1, "garbage"}, {plan, device, 2, 2, pack(good)}}).changes == 1);
    CHECK(ben.sees({device, 1}).text("title") == "t");
    ben.is_sound();
}

TEST_CASE("a scope that is dropped leaves no byte behind, and one that waits to hand something in stays") {
    const Folder folder;
    const Phone ana(folder.path / "profile.db");
    const ScopeId kept{ScopeKind::own, {DeviceId{3}, 1}};
    const RecordId goal =
        ana.makes(plan, kind::goal, {{"title", std::string("secreto-de-plan")}, {"why", std::string(9000, 'y')}});
    ana.makes(kept, kind::private_note, {{"text", std::string("se queda")}});
    CHECK(must(ana.store->keep_only(std::vector{kept})).empty());
    ana.seal(plan);
    CHECK(must(ana.store->keep_only(std::vector{kept})).empty());
    must(ana.store->settle(plan, 1, Delivery::received));
    CHECK(bytes_of(folder.path).find("secreto-de-plan") != std::string::npos);
    CHECK(must(ana.store->keep_only(std::vector{kept})) == std::vector{plan});
    CHECK_FALSE(must(ana.store->find(goal)).has_value());
    CHECK(bytes_of(folder.path).find("secreto-de-plan") == std::string::npos);
    CHECK(bytes_of(folder.path).find("se queda") != std::string::npos);
    ana.is_sound();
}

TEST_CASE("who loses a scope and gets it back writes there again once all that she had written is back") {
    const Folder folder;
    const Phone hub;
    std::optional<Phone> ana(std::in_place, folder.path / "profile.db");
    const RecordId goal = ana->makes(plan, kind::goal, {{"title", std::string("a")}});
    ana->seal(plan);
    ana->sets(plan, goal, kind::goal, "title", std::string("b"));
    hub.hears(*ana, plan);
    must(ana->store->drop(plan));
    const Edit again = make_edit(goal, kind::goal, "title", std::string("c"));
    CHECK(ana->store->write(plan, std::span(&again, 1)).fault() == Fault::not_found);
    ana.reset();
    ana.emplace(folder.path / "profile.db");
    CHECK(ana->store->write(plan, std::span(&again, 1)).fault() == Fault::not_found);
    const auto log = hub.log(plan);
    ana->takes({log.front()});
    CHECK(ana->store->write(plan, std::span(&again, 1)).fault() == Fault::not_found);
    ana->takes(log);
    must(ana->store->write(plan, std::span(&again, 1)));
    hub.hears(*ana, plan);
    CHECK(hub.sees(goal).text("title") == "c");
    hub.is_sound();
    ana->is_sound();
}

TEST_CASE("what the hub has and what the other side has seen is told of every record") {
    const Phone ana;
    const RecordId goal = ana.makes(plan, kind::goal, {{"title", std::string("a")}});
    ana.seal(plan);
    CHECK(ana.sees(goal).safety == Safety::here);
    must(ana.store->settle(plan, 1, Delivery::received));
    CHECK(ana.sees(goal).safety == Safety::received);
    must(ana.store->note_seen(std::vector{Reach{plan, ana.store->device(), 2}}));
    CHECK(ana.sees(goal).safety == Safety::seen);
    ana.sets(plan, goal, kind::goal, "title", std::string("b"));
    CHECK(ana.sees(goal).safety == Safety::here);
    CHECK(must(ana.store->waiting()) == 1);
}

TEST_CASE("an act that fails half way leaves nothing, and the next one goes on") {
    const Phone ana;
    const auto outcome = ana.store->transact([&]() -> Outcome {
        ana.makes(plan, kind::goal, {{"title", std::string("half")}});
        return {Fault::invalid, "on purpose"};
    });
    CHECK_FALSE(outcome.has_value());
    CHECK(must(ana.store->list(kind::goal)).empty());
    CHECK(must(ana.store->waiting()) == 0);
    ana.makes(plan, kind::goal, {{"title", std::string("whole")}});
    CHECK(must(ana.store->list(kind::goal)).size() == 1);
    ana.is_sound();
}

TEST_CASE("observers hear once of each act, after it is safe") {
    const Phone ana;
    int acts = 0;
    std::size_t records = 0;
    ana.store->observe([&](std::span<const Touched> touched) {
        ++acts;
        records += touched.size();
    });
    must(ana.store->transact([&]() -> Outcome {
        ana.makes(plan, kind::goal, {{"title", std::string("a")}});
        ana.makes(plan, kind::goal, {{"title", std::string("b")}});
        return Done{};
    }));
    CHECK(acts == 1);
    CHECK(records == 2);
}

TEST_CASE("a newer database, a damaged one and a file that is none are told apart and left as they are") {
    const Folder folder;
    const auto file = folder.path / "profile.db";
    SetClock clock;
    {
        const Phone phone(file);
        phone.makes(plan, kind::goal, {{"title", std::string("a")}});
    }
    SECTION("newer") {
        {
            const auto database = must(Database::open(file));
            must(database->run("PRAGMA user_version=99"));
        }
        const auto before = bytes_of(folder.path);
        CHECK(Store::open(file, settings(clock)).fault() == Fault::made_by_newer_app);
        CHECK(bytes_of(folder.path) == before);
    }
    SECTION("not a database") {
        std::filesystem::remove_all(folder.path);
        std::filesystem::create_directories(folder.path);
        std::ofstream(file) << std::string(5000, 'x');
        CHECK(Store::open(file, settings(clock)).fault() == Fault::storage_corrupt);
        CHECK(bytes_of(folder.path) == std::string(5000, 'x'));
    }
    SECTION("another program's database") {
        std::filesystem::remove(file);
        {
            const auto database = must(Database::open(file));
            must(database->run("CREATE TABLE t(a)"));
        }
        CHECK(Store::open(file, settings(clock)).fault() == Fault::storage_corrupt);
    }
}

TEST_CASE("a tampered row is found by the check") {
    const Phone ana;
    ana.makes(plan, kind::goal, {{"title", std::string("true")}});
    must(ana.store->database().run("UPDATE Goal SET title='false'"));
    CHECK(must(ana.store->check()).size() == 1);
}
