// The log in compressed blocks: every envelope to the byte, whatever was packed when, and nothing left of what is
// dropped.

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

const ScopeId other_plan{ScopeKind::plan, {DeviceId{0xABCD}, 2}};

std::string bytes_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
}

// Notes that don't shrink to nothing.
std::string note(std::uint64_t seed) {
    std::string text;
    while (text.size() < 900) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        text += std::to_string(seed >> 33U) + " Bs ";
    }
    return text;
}

void write_notes(const Phone& phone, const ScopeId& scope, std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t i = first; i < first + count; ++i) {
        phone.makes(scope, kind::goal, {{"title", std::string("a")}, {"why", note(i)}});
        phone.seal(scope);
    }
}

void is_acknowledged(const Phone& phone) {
    for (const Envelope& envelope : must(phone.store->unsent(SIZE_MAX))) {
        must(phone.store->settle(envelope.scope, envelope.first_seq, Delivery::received));
    }
}

std::vector<std::string> bytes_of(const std::vector<Envelope>& envelopes) {
    std::vector<std::string> all;
    for (const Envelope& envelope : envelopes) {
        all.push_back(to_text(envelope.scope) + '/' + std::to_string(envelope.first_seq) + '-' +
                      std::to_string(envelope.last_seq) + '/' + envelope.bytes);
    }
    return all;
}

std::vector<std::string> whole_log(const Phone& phone) {
    const std::vector<ScopeId> scopes{plan, other_plan};
    std::vector<Envelope> envelopes;
    for (LogEntry& entry : must(phone.store->log_after(0, SIZE_MAX, scopes))) {
        envelopes.push_back(std::move(entry.envelope));
    }
    return bytes_of(envelopes);
}

std::int64_t number_in(const Phone& phone, const char* sql) {
    auto query = must(phone.store->database().prepare(sql));
    must(query.step());
    return query.integer(0);
}

}  // namespace

TEST_CASE("envelopes come out of their blocks to the byte, in the order of the log, after every packing") {
    const Folder folder;
    std::vector<std::string> before;
    {
        const Phone phone(folder.path / "profile.db");
        write_notes(phone, plan, 0, 40);
        write_notes(phone, other_plan, 40, 3);
        write_notes(phone, plan, 50, 50);
        is_acknowledged(phone);
        before = whole_log(phone);
        must(phone.store->compact_log());
        CHECK(number_in(phone, "SELECT count(*) FROM envelope WHERE block IS NULL") == 0);
        CHECK(number_in(phone, "SELECT count(*) FROM block") == 3);  // 90 notes are more than one block
        CHECK(whole_log(phone) == before);
        phone.is_sound();
        write_notes(phone, plan, 100, 5);
        is_acknowledged(phone);
        before = whole_log(phone);
        must(phone.store->compact_log());
        CHECK(number_in(phone, "SELECT count(*) FROM block") == 3);  // the last one was made anew, with these
        CHECK(whole_log(phone) == before);
        CHECK(bytes_of({*must(phone.store->last_sealed(plan))}) ==
              bytes_of({must(phone.store->envelopes(plan)).back()}));
    }
    const Phone phone(folder.path / "profile.db");
    CHECK(whole_log(phone) == before);
    phone.is_sound();
}

TEST_CASE("what came from others is packed, what the hub has not acknowledged is not, and texts are read from both") {
    const Phone ana;
    const Phone ben;
    const RecordId goal = ana.makes(plan, kind::goal, {{"why", note(1)}});
    ben.hears(ana, plan);
    must(ben.store->compact_log());
    CHECK(number_in(ben, "SELECT count(*) FROM envelope WHERE block IS NOT NULL") == 1);
    ben.sets(plan, goal, kind::goal, "why", note(1) + " Y una cosa más.");
    must(ana.store->compact_log());
    CHECK(number_in(ana, "SELECT count(*) FROM envelope WHERE block IS NOT NULL") == 0);
    ana.sets(plan, goal, kind::goal, "why", "Una cosa antes. " + note(1));
    ben.hears(ana, plan);
    CHECK(ben.sees(goal).text("why") == "Una cosa antes. " + note(1) + " Y una cosa más.");
    CHECK(must(ben.store->history(goal)).size() == 4);
    ben.is_sound();
}

TEST_CASE("envelopes that are offered again go out of their blocks, and a refusal keeps its reason there") {
    const Phone phone;
    write_notes(phone, plan, 0, 3);
    is_acknowledged(phone);
    const auto before = bytes_of(must(phone.store->envelopes(plan)));
    must(phone.store->compact_log());
    must(phone.store->offer_again({}));
    const auto unsent = must(phone.store->unsent(SIZE_MAX));
    CHECK(bytes_of(unsent) == before);
    must(phone.store->settle(plan, unsent[1].first_seq, Delivery::refused, "not_in_scope"));
    must(phone.store->settle(plan, unsent[0].first_seq, Delivery::received));
    write_notes(phone, plan, 3, 1);
    must(phone.store->settle(plan, must(phone.store->unsent(SIZE_MAX)).back().first_seq, Delivery::received));
    must(phone.store->compact_log());  // makes that block anew
    const auto tray = must(phone.store->tray());
    REQUIRE(tray.size() == 2);
    CHECK(tray.front().reason == "not_in_scope");
    CHECK(must(phone.store->unsent(SIZE_MAX)).size() == 1);
    phone.is_sound();
}

TEST_CASE("of a dropped scope no block stays, nor a byte of one in a free page") {
    const Folder folder;
    const Phone phone(folder.path / "profile.db");
    write_notes(phone, plan, 0, 20);
    write_notes(phone, other_plan, 20, 20);
    is_acknowledged(phone);
    must(phone.store->compact_log());
    std::vector<std::string> packed;
    {
        auto query = must(phone.store->database().prepare("SELECT bytes FROM block ORDER BY scope"));
        while (must(query.step())) {
            packed.push_back(query.text(0).substr(100, 64));
        }
    }
    REQUIRE(packed.size() == 2);
    must(phone.store->database().checkpoint());
    CHECK(bytes_of(folder.path).find(packed[0]) != std::string::npos);
    must(phone.store->drop(plan));
    CHECK(bytes_of(folder.path).find(packed[0]) == std::string::npos);
    CHECK(bytes_of(folder.path).find(packed[1]) != std::string::npos);
    CHECK(must(phone.store->envelopes(other_plan)).size() == 20);
    phone.is_sound();
}

TEST_CASE("a packing that fails half way leaves each scope packed or as it was") {
    const Phone phone;
    write_notes(phone, plan, 0, 5);
    write_notes(phone, other_plan, 5, 5);
    is_acknowledged(phone);
    const auto before = whole_log(phone);
    must(
        phone.store->database().run("CREATE TRIGGER full BEFORE INSERT ON envelope WHEN NEW.scope = 2 "
                                    "BEGIN SELECT RAISE(ABORT, 'no'); END"));
    CHECK_FALSE(phone.store->compact_log());
    CHECK(number_in(phone, "SELECT count(*) FROM block") == 1);
    CHECK(whole_log(phone) == before);
    must(phone.store->database().run("DROP TRIGGER full"));
    must(phone.store->compact_log());
    CHECK(number_in(phone, "SELECT count(*) FROM block") == 2);
    CHECK(whole_log(phone) == before);
    phone.is_sound();
}

TEST_CASE("a damaged block is told, and takes nothing else with it") {
    const Phone phone;
    write_notes(phone, plan, 0, 5);
    write_notes(phone, other_plan, 5, 5);
    is_acknowledged(phone);
    must(phone.store->compact_log());
    must(phone.store->database().run("UPDATE block SET bytes=zeroblob(length(bytes)) WHERE scope=1"));
    CHECK(phone.store->envelopes(plan).fault() == Fault::storage_corrupt);
    CHECK(must(phone.store->envelopes(other_plan)).size() == 5);
    CHECK_FALSE(must(phone.store->check()).empty());
    CHECK(must(phone.store->list(kind::goal, plan)).size() == 5);
}

TEST_CASE("the packed log makes the file smaller") {
    const Folder folder;
    const Phone phone(folder.path / "profile.db");
    write_notes(phone, plan, 0, 300);
    is_acknowledged(phone);
    must(phone.store->database().checkpoint());
    const auto before = std::filesystem::file_size(folder.path / "profile.db");
    must(phone.store->compact_log());
    must(phone.store->database().checkpoint());
    CHECK(std::filesystem::file_size(folder.path / "profile.db") < before - std::uintmax_t{100} * 1024);
    CHECK(number_in(phone, "PRAGMA freelist_count") == 0);
}
