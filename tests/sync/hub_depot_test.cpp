// What every depot does alike. hub_test runs this on SQLite, hub_postgres_test on PostgreSQL.

#include <algorithm>
#include <limits>

#include "sync/hub/outflow.hpp"
#include "sync/hub/pen.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

constexpr DeviceId somebody{0xFEDCBA9876543210};  // beyond what a signed number holds
constexpr DeviceId else_body{0x1234};
const ScopeId programme{ScopeKind::programme, {}};
const ScopeId a_plan{ScopeKind::plan, {somebody, 7}};
const ScopeId a_talk{ScopeKind::talk, {else_body, 9}};
constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();

// A depot of a folder of its own, that may be opened again.
struct Cellar {
    Folder folder;
    SetClock clock;
    std::unique_ptr<hub::Depot> depot = depot_at(folder.path, &clock);
    void opens_again() {
        depot.reset();
        depot = depot_at(folder.path, &clock);
    }
    [[nodiscard]] hub::Depot& operator*() const { return *depot; }
    hub::Depot* operator->() const { return depot.get(); }

    void takes_in(const ScopeId& scope, DeviceId device, std::uint64_t seq, const std::string& bytes = "an envelope") {
        must(depot->transact([&] { return depot->take_in({scope, device, seq, seq, bytes}); }));
    }
    [[nodiscard]] std::vector<std::int64_t> numbers(std::int64_t after, std::int64_t until, std::size_t bytes,
                                                    const std::vector<ScopeId>& scopes) const {
        std::vector<std::int64_t> all;
        for (const LogEntry& entry : must(depot->log_after(after, until, bytes, scopes))) {
            all.push_back(entry.number);
        }
        return all;
    }
    // A hub that has nothing to do but write its own records.
    Dot writes_a_person(const wire::KeyPair& keys, const ScopeId& scope = programme) {
        hub::Pen pen(*depot, keys);
        RecordId person;
        must(depot->transact([&] {
            person = depot->rights().new_record();
            const Edit edits[] = {make_edit(person, kind::person, "name", std::string("Odile (ficticia)"))};
            return pen.write(scope, edits);
        }));
        return {person.device, person.counter};
    }
};

using Numbers = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("the log gives every envelope a number that rises by one, and gives it back as it came") {
    Cellar cellar;
    CHECK(must(cellar->log_end()) == 0);
    const std::string bytes("\0\xFF\x80'?1$1\\", 9);
    cellar.takes_in(a_plan, somebody, 1, bytes);
    cellar.takes_in(a_talk, else_body, 1);
    cellar.takes_in(a_plan, somebody, 2);
    CHECK(must(cellar->log_end()) == 3);
    for (int i = 0; i < 2; ++i) {
        const auto first = must(cellar->log_after(0, far, 1, std::vector{a_plan, a_talk}));
        REQUIRE(first.size() == 1);
        CHECK(first[0].number == 1);
        CHECK(first[0].envelope.scope == a_plan);
        CHECK(first[0].envelope.device == somebody);
        CHECK(first[0].envelope.first_seq == 1);
        CHECK(first[0].envelope.last_seq == 1);
        CHECK(first[0].envelope.bytes == bytes);
        cellar.opens_again();
    }
    CHECK(must(cellar->envelopes(a_plan)).size() == 2);
    CHECK(must(cellar->envelopes(programme)).empty());
    auto scopes = must(cellar->scopes());
    std::ranges::sort(scopes);
    CHECK(scopes == std::vector{a_plan, a_talk});
}

TEST_CASE("the log is read from a number to a number, in the scopes named, a few bytes at a time") {
    Cellar cellar;
    for (std::uint64_t seq = 1; seq <= 3; ++seq) {
        cellar.takes_in(a_plan, somebody, seq, std::string(100, 'a'));
        cellar.takes_in(a_talk, else_body, seq, std::string(100, 'b'));
    }
    CHECK(cellar.numbers(0, far, 10'000, {a_plan, a_talk}) == Numbers{1, 2, 3, 4, 5, 6});
    CHECK(cellar.numbers(2, far, 10'000, {a_plan, a_talk}) == Numbers{3, 4, 5, 6});
    CHECK(cellar.numbers(2, 5, 10'000, {a_plan, a_talk}) == Numbers{3, 4, 5});
    CHECK(cellar.numbers(0, far, 10'000, {a_talk}) == Numbers{2, 4, 6});
    CHECK(cellar.numbers(0, far, 250, {a_plan, a_talk}) == Numbers{1, 2});
    CHECK(cellar.numbers(0, far, 1, {a_talk}) == Numbers{2});
    CHECK(cellar.numbers(0, far, 10'000, {}).empty());
    CHECK(cellar.numbers(0, far, 10'000, {programme}).empty());
    CHECK(cellar.numbers(6, far, 10'000, {a_plan, a_talk}).empty());
}

TEST_CASE("how far each device's changes go is told by number and by scope") {
    Cellar cellar;
    for (std::uint64_t seq = 1; seq <= 2; ++seq) {
        cellar.takes_in(a_plan, somebody, seq);
        cellar.takes_in(a_plan, else_body, seq);
        cellar.takes_in(a_talk, else_body, seq);
    }
    const auto told = [&](std::int64_t after, std::int64_t until, std::optional<ScopeId> scope) {
        std::vector<std::string> all;
        for (const Reach& reach : must(cellar->written(after, until, scope))) {
            all.push_back(to_text(reach.scope).substr(0, 4) + (reach.device == somebody ? " somebody " : " else ") +
                          std::to_string(reach.seq));
        }
        std::ranges::sort(all);
        return all;
    };
    using Lines = std::vector<std::string>;
    CHECK(told(0, 6, {}) == Lines{"plan else 2", "plan somebody 2", "talk else 2"});
    CHECK(told(0, 3, {}) == Lines{"plan else 1", "plan somebody 1", "talk else 1"});
    CHECK(told(3, 4, {}) == Lines{"plan somebody 2"});
    CHECK(told(0, 6, a_talk) == Lines{"talk else 2"});
    CHECK(told(6, 9, {}).empty());
}

TEST_CASE("a transaction that fails leaves log, tables, settings and rights as they were") {
    Cellar cellar;
    const auto keys = wire::make_keys();
    cellar.writes_a_person(keys);
    hub::Pen pen(*cellar, keys);
    const auto everything = [&]() -> Outcome {
        AYNI_TRY(cellar->take_in({a_plan, somebody, 1, 1, "an envelope"}));
        AYNI_TRY(cellar->run("INSERT INTO hub_dropped (device, scope) VALUES (?1, ?2)", {1, to_text(a_plan)}));
        AYNI_TRY(cellar->set_setting("a name", "a value"));
        const RecordId person = cellar->rights().new_record();
        const Edit edits[] = {make_edit(person, kind::person, "name", std::string("Nadie"))};
        return pen.write(programme, edits);
    };
    const auto as_it_was = [&] {
        CHECK(must(cellar->log_end()) == 1);
        CHECK(must(cellar->ask("SELECT device FROM hub_dropped", {})).empty());
        CHECK(must(cellar->setting("a name")).empty());
        CHECK(must(cellar->rights().list(kind::person)).size() == 1);
    };
    const Outcome failed = cellar->transact([&]() -> Outcome {
        AYNI_TRY(everything());
        return Failure{Fault::not_allowed, "changed my mind"};
    });
    CHECK(failed.fault() == Fault::not_allowed);
    as_it_was();
    // A part that failed takes the whole with it, also if nobody asks.
    const Outcome in_part = cellar->transact([&]() -> Outcome {
        AYNI_TRY(everything());
        static_cast<void>(cellar->transact([] { return Outcome(Fault::invalid); }));
        return Done{};
    });
    CHECK(in_part.fault() == Fault::invalid);
    as_it_was();
    // So does a statement that can't be.
    CHECK_FALSE(cellar->transact([&]() -> Outcome {
        AYNI_TRY(everything());
        return cellar->run("INSERT INTO hub_dropped (device, scope) VALUES (?1, ?2)", {1, to_text(a_plan)});
    }));
    as_it_was();
    CHECK_FALSE(cellar->transact([&]() -> Outcome {
        AYNI_TRY(everything());
        static_cast<void>(cellar->ask("SELECT nothing FROM nowhere", {}));
        return Done{};
    }));
    as_it_was();
    must(cellar->transact(everything));
    CHECK(must(cellar->log_end()) == 3);
    CHECK(must(cellar->setting("a name")) == "a value");
    CHECK(must(cellar->rights().list(kind::person)).size() == 2);
    CHECK(must(cellar->check()).empty());
}

TEST_CASE("of several transactions each stands for itself, and what one took back is nowhere") {
    Cellar cellar;
    const auto keys = wire::make_keys();
    const auto does = [&](std::uint64_t seq, const Outcome& end, bool in_part) {
        return [&, seq, end, in_part]() -> Outcome {
            AYNI_TRY(cellar->take_in({a_plan, somebody, seq, seq, "an envelope"}));
            AYNI_TRY(cellar->set_setting("last", std::to_string(seq)));
            const RecordId person = cellar->rights().new_record();
            const Edit edits[] = {make_edit(person, kind::person, "name", std::string("Odile (ficticia)"))};
            AYNI_TRY(hub::Pen(*cellar, keys).write(programme, edits));
            if (in_part) {
                static_cast<void>(cellar->transact([&] { return end; }));
                return Done{};
            }
            return end;
        };
    };
    const std::vector<std::function<Outcome()>> works{does(1, Done{}, false), does(2, Fault::not_allowed, false),
                                                      does(2, Fault::invalid, true), does(2, Done{}, false)};
    for (std::uint64_t round = 0; round < 2; ++round) {
        const auto outcomes = cellar->transact_each(works);
        REQUIRE(outcomes.size() == 4);
        // The second time they are all there already: that is an error for the log, and again each one's own.
        CHECK(outcomes[0].has_value() == (round == 0));
        CHECK_FALSE(outcomes[1]);
        CHECK_FALSE(outcomes[2]);
        CHECK(outcomes[3].has_value() == (round == 0));
        CHECK(must(cellar->log_end()) == 4);
        CHECK(must(cellar->envelopes(a_plan)).size() == 2);
        CHECK(must(cellar->setting("last")) == "2");
        CHECK(must(cellar->rights().list(kind::person)).size() == 2);
        CHECK(must(cellar->check()).empty());
        cellar.opens_again();
    }
    cellar.writes_a_person(keys);
    std::uint64_t next = 1;
    for (const Envelope& envelope : must(cellar->envelopes(programme))) {
        CHECK(envelope.first_seq == next);
        next = envelope.last_seq + 1;
    }
    CHECK(cellar->transact_each({}).empty());
}

TEST_CASE("tables keep whole numbers, texts and bytes as they are") {
    Cellar cellar;
    const std::string bytes("\0\1\xFE\xFF", 4);
    const std::string name = "Ñandú ’ $1 ?1 \\ \"";
    const auto keep = [&](std::int64_t device, const std::string& text, const std::string& token) {
        return cellar->run(
            "INSERT INTO hub_account (device, person, public_key, token_hash, code_hash, state, model,"
            " app_version, joined, last_seen) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6, ?7, ?7)",
            {device, text, std::string(), hub::Bytes{token}, hub::Bytes{}, text, device});
    };
    must(keep(far, name, bytes));
    must(keep(std::numeric_limits<std::int64_t>::min(), "", "other"));
    CHECK_FALSE(keep(far, "twice", "a third"));
    CHECK_FALSE(keep(5, "the same token", bytes));
    const auto row =
        must(cellar->first("SELECT device, person, token_hash, code_hash, joined, revision FROM hub_account"
                           " WHERE token_hash = ?1",
                           {hub::Bytes{bytes}}));
    REQUIRE(row);
    CHECK(row->integer(0) == far);
    CHECK(row->text(1) == name);
    CHECK(row->text(2) == bytes);
    CHECK(row->text(3).empty());
    CHECK_FALSE(row->is_null(3));
    CHECK(row->integer(5) == 0);
    const auto ordered = must(cellar->ask("SELECT device FROM hub_account ORDER BY device", {}));
    REQUIRE(ordered.size() == 2);
    CHECK(ordered[0].integer(0) == std::numeric_limits<std::int64_t>::min());
    const auto null = must(cellar->first("SELECT MAX(used_by) FROM hub_invitation", {}));
    REQUIRE(null);
    CHECK(null->is_null(0));
    CHECK(null->integer(0) == 0);
    CHECK_FALSE(must(cellar->first("SELECT device FROM hub_account WHERE device = ?1", {std::int64_t{3}})));
    CHECK_FALSE(cellar->ask("SELECT nothing FROM nowhere", {}));
    must(cellar->set_setting("bytes", bytes));
    must(cellar->set_setting("bytes", bytes + bytes));
    cellar.opens_again();
    CHECK(must(cellar->setting("bytes")) == bytes + bytes);
    CHECK(must(cellar->setting("no such")).empty());
}

TEST_CASE(
    "a text that isn't UTF-8 is kept as it is by SQLite, refused by PostgreSQL, and nothing else is lost for it") {
    Cellar cellar;
    const std::string text = "\xC3(";
    const Outcome kept = cellar->run("INSERT INTO hub_dropped (device, scope) VALUES (?1, ?2)", {1, text});
    must(cellar->run("INSERT INTO hub_dropped (device, scope) VALUES (?1, ?2)", {2, std::string("ñ")}));
    const auto rows = must(cellar->ask("SELECT scope FROM hub_dropped ORDER BY device", {}));
    if (depot_at == &depot_in_file) {
        must(kept);
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].text(0) == text);
    } else {
        CHECK(kept.fault() == Fault::invalid);
        REQUIRE(rows.size() == 1);
    }
    CHECK(rows.back().text(0) == "ñ");
}

TEST_CASE("tables of an earlier hub are brought up to date, and what is in them stays") {
    Cellar cellar;
    // As they were when an envelope's name stood for it in quarantine.
    must(cellar->run("DROP TABLE hub_quarantine", {}));
    must(
        cellar->run("CREATE TABLE hub_quarantine (scope TEXT NOT NULL, device BIGINT NOT NULL, first_seq BIGINT NOT"
                    " NULL, last_seq BIGINT NOT NULL, at BIGINT NOT NULL, bytes BYTEA NOT NULL, PRIMARY KEY (scope,"
                    " device, first_seq))",
                    {}));
    const auto keeps = [&](const char* bytes) {
        return cellar->run(
            "INSERT INTO hub_quarantine (scope, device, first_seq, last_seq, at, bytes) VALUES (?1, 1, 1, 1, 1, ?2)",
            {to_text(a_plan), hub::Bytes{bytes}});
    };
    must(keeps("one"));
    CHECK_FALSE(keeps("other"));
    must(cellar->set_setting("hub.tables", "1"));
    cellar.opens_again();
    must(keeps("other"));
    cellar.opens_again();
    const auto rows = must(cellar->ask("SELECT bytes FROM hub_quarantine ORDER BY bytes", {}));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].text(0) == "one");
    CHECK(rows[1].text(0) == "other");
}

TEST_CASE("what the hub writes itself has no holes and no doubles, and goes on after it was opened again") {
    Cellar cellar;
    const auto keys = wire::make_keys();
    const DeviceId hub = cellar->rights().device();
    std::vector<Dot> records;
    for (int i = 0; i < 4; ++i) {
        records.push_back(cellar.writes_a_person(keys));
        cellar.writes_a_person(keys, {ScopeKind::cohort, {somebody, 1}});
        cellar.opens_again();
        CHECK(cellar->rights().device() == hub);
    }
    std::ranges::sort(records);
    CHECK(std::ranges::adjacent_find(records) == records.end());
    std::uint64_t next = 1;
    for (const Envelope& envelope : must(cellar->envelopes(programme))) {
        CHECK(envelope.first_seq == next);
        CHECK(envelope.device == hub);
        CHECK(wire::verify(envelope.bytes, keys.open));
        next = envelope.last_seq + 1;
    }
    CHECK(must(cellar->envelopes(programme)).size() == 4);
    CHECK(must(cellar->rights().list(kind::person, programme)).size() == 4);
    CHECK(must(cellar->check()).empty());
}

TEST_CASE("a page ends where the log ended when it was judged what the device may have") {
    Cellar cellar;
    for (std::uint64_t seq = 1; seq <= 3; ++seq) {
        cellar.takes_in(a_plan, somebody, seq, wire::random_bytes(200));
    }
    const std::vector<hub::Grant> grants{{a_plan, 1, false}};
    SECTION("of what is new in scopes that it has") {
        const auto page = must(hub::fill_page(*cellar, else_body, {1, {1, 1, 0, 0}, 0, 0}, grants, 10'000, 2));
        REQUIRE(page.frames.size() == 1);
        CHECK(must(wire::unpack_frame(page.frames[0].frame)).size() == 1);
        CHECK(page.held == hub::Held{2, 1, 0, 0});
        CHECK_FALSE(page.more);
    }
    SECTION("of a scope that it is given anew") {
        const auto page = must(hub::fill_page(*cellar, else_body, {1, {2, 0, 0, 0}, 0, 0}, grants, 10'000, 2));
        REQUIRE(page.frames.size() == 1);
        CHECK(must(wire::unpack_frame(page.frames[0].frame)).size() == 2);
        CHECK(page.held == hub::Held{2, 1, 0, 0});
    }
}
