// Databases of every released version (tests/data/databases): what today's version makes of them. Each `.db` is a
// profile as that version left it; its `.jsonl` is what that version's `aynictl list` showed of it, kind by kind.

#include <algorithm>
#include <climits>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "engine/store/recovery.hpp"
#include "platforms/linux/values.hpp"
#include "sync/joined/membership.hpp"
#include "tests/engine/damage.hpp"
#include "tests/engine/killed.hpp"
#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

struct Released {
    std::filesystem::path database;
    std::multimap<std::string, std::string> shown;  // kind → lines
};

// The line without what contested fields show: how two versions are shown together is today's to say. That they are
// contested must stay.
std::string comparable(shell::Json line) {
    for (const auto& field : line.at("contested")) {
        line.at("fields").erase(field.get<std::string>());
    }
    return line.dump();
}

std::vector<Released> all_released() {
    std::vector<Released> all;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(AYNI_TEST_DATA) / "databases")) {
        if (entry.path().extension() != ".db") {
            continue;
        }
        Released released{entry.path(), {}};
        std::ifstream lines(std::filesystem::path(entry.path()).replace_extension(".jsonl"));
        for (std::string line; std::getline(lines, line);) {
            const auto parsed = shell::Json::parse(line);
            released.shown.emplace(parsed.at("kind"), comparable(parsed));
        }
        REQUIRE(!released.shown.empty());
        all.push_back(std::move(released));
    }
    REQUIRE(!all.empty());
    return all;
}

// A copy of it, which alone is ever opened.
struct Copy {
    explicit Copy(const Released& released) : file(folder.path / "profile.db") {
        std::filesystem::copy_file(released.database, file);
    }
    [[nodiscard]] Store::Settings settings() const { return {.decode = wire::decode, .clock = &clock}; }
    [[nodiscard]] std::unique_ptr<Store> opens() const { return must(Store::open(file, settings())); }
    Folder folder;
    SetClock clock;
    std::filesystem::path file;
};

std::multimap<std::string, std::string> shown_by(Store& store, const Released& released) {
    std::multimap<std::string, std::string> shown;
    for (const KindDef& kind : kinds()) {
        const std::string name(kind.name);
        for (const Record& record : must(store.list(kind.number))) {
            if (released.shown.contains(name)) {
                shown.emplace(name, comparable(shell::to_json(record)));
            }
        }
    }
    return shown;
}

// Lines that only one of the two has, so that a failure says which.
std::string differences(const std::multimap<std::string, std::string>& one,
                        const std::multimap<std::string, std::string>& other) {
    const std::multiset<std::pair<std::string, std::string>> left(one.begin(), one.end());
    const std::multiset<std::pair<std::string, std::string>> right(other.begin(), other.end());
    std::vector<std::pair<std::string, std::string>> apart;
    std::ranges::set_symmetric_difference(left, right, std::back_inserter(apart));
    std::string all;
    for (const auto& [kind, line] : apart) {
        all += line + '\n';
    }
    return all;
}

std::int64_t version_of(const std::filesystem::path& file) {
    return must(must(Database::open(file))->user_version());
}

std::set<std::string> tables_of(const std::filesystem::path& file) {
    std::set<std::string> tables;
    const auto database = must(Database::open(file));
    auto query = must(database->prepare("SELECT name || ' ' || coalesce(sql, '') FROM sqlite_schema"));
    while (must(query.step())) {
        tables.insert(query.text(0));
    }
    return tables;
}

}  // namespace

TEST_CASE("a database of every released version opens, and shows exactly what it showed then") {
    for (const Released& released : all_released()) {
        INFO(released.database.filename().string());
        const Copy copy(released);
        const auto store = copy.opens();
        CHECK(differences(shown_by(*store, released), released.shown) == "");
        CHECK(must(store->check()).empty());
    }
}

TEST_CASE("a database of every released version is written to, and what it has can be handed on") {
    for (const Released& released : all_released()) {
        INFO(released.database.filename().string());
        const Copy copy(released);
        const auto store = copy.opens();
        std::set<ScopeId> plans;
        for (const ScopeId& scope : must(store->scopes())) {
            if (scope.kind == ScopeKind::plan) {
                plans.insert(scope);
            }
        }
        REQUIRE(!plans.empty());
        const RecordId fresh = store->new_record();
        must(store->write(*plans.begin(), std::vector{make_edit(fresh, kind::goal, "title", std::string("Hoy"))}));
        CHECK(must(store->check()).empty());

        // What goes to its hub is sealed as today's version does it. (The key that it had was not for publishing.)
        must(store->set_setting(joined::setting::secret_key, wire::to_text(wire::make_keys().secret)));
        const auto member = must(joined::membership_of(*store));
        client::Exchange exchange(*store);
        const auto request = must(exchange.next());
        REQUIRE(request);
        CHECK(request->url == member.base_url + "/v1/exchange");
        CHECK(must(store->pending(*plans.begin())).empty());
        const auto sealed = must(store->last_sealed(*plans.begin()));
        REQUIRE(sealed);
        CHECK(wire::verify(sealed->bytes, member.keys.open));
        CHECK(must(wire::open(sealed->bytes)).changes.back().record == fresh);

        const auto other = must(Store::open(":memory:", copy.settings()));
        must(other->set_setting(joined::setting::hub_device, must(store->setting(joined::setting::hub_device))));
        for (const ScopeId& scope : must(store->scopes())) {
            const Received received = must(other->receive(must(store->envelopes(scope))));
            CHECK(received.early == 0);
        }
        for (const auto& [kind, line] : released.shown) {
            const auto id = parse_record(std::string(shell::Json::parse(line).at("id")));
            REQUIRE(id);
            const auto here = must(store->find(*id));
            const auto there = must(other->find(*id));
            REQUIRE(there);
            CHECK(there->values == here->values);
        }
        CHECK(must(other->check()).empty());
    }
}

TEST_CASE("a step to a new version that fails half way changes nothing") {
    // Of each released version: what makes its next step fail, and what takes that away again.
    const std::map<std::int64_t, std::pair<const char*, const char*>> hindrances{
        {1, {"ALTER TABLE pending RENAME TO elsewhere", "ALTER TABLE elsewhere RENAME TO pending"}},
        {5, {"CREATE TABLE keepsake(other)", "DROP TABLE keepsake"}}};
    for (const Released& released : all_released()) {
        INFO(released.database.filename().string());
        const Copy copy(released);
        const std::int64_t version = version_of(copy.file);
        const auto& [put, take_away] = hindrances.at(version);
        must(must(Database::open(copy.file))->run(put));
        const std::set<std::string> before = tables_of(copy.file);
        CHECK_FALSE(Store::open(copy.file, copy.settings()));
        CHECK(version_of(copy.file) == version);
        CHECK(tables_of(copy.file) == before);
        must(must(Database::open(copy.file))->run(take_away));
        CHECK(differences(shown_by(*copy.opens(), released), released.shown) == "");
    }
}

TEST_CASE("a database of every released version that is damaged shows after its recovery what it showed then") {
    for (const Released& released : all_released()) {
        INFO(released.database.filename().string());
        const Copy copy(released);
        std::string damaged = test::bytes_of(copy.file);
        damaged.replace(100, test::page_size - 100, test::page_size - 100, '\0');  // what says where everything is
        test::put_bytes(copy.file, damaged);
        CHECK(must(recover(copy.file, copy.settings())).was_needed);
        const auto store = copy.opens();
        CHECK(differences(shown_by(*store, released), released.shown) == "");
        CHECK(must(store->check()).empty());
    }
}

TEST_CASE("killed at any moment of the steps to a new version, the one before a step or after it is there, whole") {
    constexpr int kills = 40;
    for (const Released& released : all_released()) {
        INFO(released.database.filename().string());
        const auto opens = [](const Copy& copy) { return Store::open(copy.file, copy.settings()).has_value(); };
        const Copy first(released);
        const std::int64_t oldest = version_of(first.file);
        const int calls = test::calls_until_killed(INT_MAX, [&] { return opens(first); });
        const std::int64_t newest = version_of(first.file);
        REQUIRE(oldest < newest);
        std::set<std::int64_t> left;
        for (int times = 0; times < kills; ++times) {
            const Copy copy(released);
            test::calls_until_killed(calls * times / kills, [&] { return opens(copy); });
            const std::int64_t version = version_of(copy.file);
            CHECK((oldest <= version && version <= newest));
            left.insert(version);
            const auto store = copy.opens();
            CHECK(differences(shown_by(*store, released), released.shown) == "");
            CHECK(must(store->check()).empty());
        }
        CHECK(left.contains(oldest));
        CHECK(left.contains(newest));
    }
}
