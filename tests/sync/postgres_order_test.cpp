// Several transactions at once, on a real PostgreSQL: nothing that is committed late comes below a cursor.

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "sync/hub/pen.hpp"
#include "sync/hub/postgres/shared_depot.hpp"
#include "tests/sync/hub_village.hpp"
#include "tests/sync/postgres_cluster.hpp"
#include "tests/sync/postgres_lines.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace std::chrono_literals;

namespace {

const ScopeId programme{ScopeKind::programme, {}};
const ScopeId a_talk{ScopeKind::talk, {DeviceId{7}, 7}};

// Something that threads wait for.
class Sign {
public:
    void give() {
        const std::lock_guard lock(mutex_);
        given_ = true;
        all_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        all_.wait(lock, [&] { return given_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable all_;
    bool given_ = false;
};

// Commits `many` envelopes of one device, and now and then thinks better of it.
void writes(hub::Depot& depot, DeviceId device, std::uint64_t many, std::atomic<int>& failures) {
    std::minstd_rand dice(static_cast<unsigned>(device.value));
    for (std::uint64_t seq = 1; seq <= many;) {
        const bool gives_up = dice() % 5 == 0;
        const Outcome done = depot.transact([&]() -> Outcome {
            AYNI_TRY(depot.take_in({a_talk, device, seq, seq, "an envelope"}));
            std::this_thread::sleep_for(std::chrono::microseconds(dice() % 3000));
            return gives_up ? Outcome(Fault::not_allowed) : Outcome(Done{});
        });
        failures += !gives_up && !done ? 1 : 0;
        seq += gives_up ? 0 : 1;
    }
}

}  // namespace

TEST_CASE("of two transactions at once the one that commits later has the greater number, and saw the other's") {
    Folder folder;
    SetClock clock;
    const auto first = depot_at(folder.path, &clock);
    const auto second = depot_at(folder.path, &clock);
    const auto reader = depot_at(folder.path, &clock);
    const auto keys = wire::make_keys();
    Sign has_number;
    Sign may_commit;
    std::atomic<bool> second_is_done = false;
    Outcome late = Done{};
    Outcome early = Done{};
    std::size_t people_seen = 0;

    std::thread slow([&] {
        hub::Pen pen(*first, keys);
        late = first->transact([&]() -> Outcome {
            const RecordId person = first->rights().new_record();
            const Edit edits[] = {make_edit(person, kind::person, "name", std::string("Maude (ficticia)"))};
            AYNI_TRY(pen.write(programme, edits));
            has_number.give();
            may_commit.wait();
            return Done{};
        });
    });
    has_number.wait();
    std::thread quick([&] {
        early = second->transact([&]() -> Outcome {
            AYNI_LET(people, second->rights().list(kind::person));
            people_seen = people.size();
            return second->take_in({a_talk, DeviceId{1}, 1, 1, "an envelope"});
        });
        second_is_done = true;
    });
    Cluster::here().waits_until_waiting(database_for(folder.path), 1);
    // Whoever follows the log now must not be given a number beyond the one that isn't there yet.
    CHECK_FALSE(second_is_done);
    CHECK(must(reader->log_end()) == 0);
    CHECK(must(reader->log_after(0, 100, 1000, std::vector{programme, a_talk})).empty());
    may_commit.give();
    slow.join();
    quick.join();
    must(late);
    must(early);
    CHECK(people_seen == 1);
    const auto log = must(reader->log_after(0, must(reader->log_end()), 10'000, std::vector{programme, a_talk}));
    REQUIRE(log.size() == 2);
    CHECK(log[0].envelope.scope == programme);
    CHECK(log[1].envelope.scope == a_talk);
}

TEST_CASE("who follows the log while four hubs write and take back misses nothing") {
    constexpr std::uint64_t many = 40;
    Folder folder;
    SetClock clock;
    std::vector<std::unique_ptr<hub::Depot>> depots;
    for (int i = 0; i < 5; ++i) {
        depots.push_back(depot_at(folder.path, &clock));
    }
    std::atomic<int> failures = 0;
    std::atomic<bool> over = false;
    std::vector<LogEntry> followed;
    std::thread reader([&] {
        const std::vector scopes{a_talk};
        std::int64_t cursor = 0;
        for (bool last = false; !last;) {
            last = over;
            const auto end = depots[4]->log_end();
            const auto some = end ? depots[4]->log_after(cursor, *end, 100'000, scopes) : end.error();
            if (!some) {
                ++failures;
                return;
            }
            followed.insert(followed.end(), some->begin(), some->end());
            cursor = some->empty() ? *end : some->back().number;
            last = last && cursor == *end;
        }
    });
    std::vector<std::thread> writers;
    for (std::uint64_t i = 0; i < 4; ++i) {
        writers.emplace_back([&, i] { writes(*depots[i], DeviceId{i + 1}, many, failures); });
    }
    std::ranges::for_each(writers, &std::thread::join);
    over = true;
    reader.join();
    CHECK(failures == 0);
    REQUIRE(followed.size() == 4 * many);
    std::uint64_t last[5] = {};
    for (std::size_t i = 0; i < followed.size(); ++i) {
        CHECK(followed[i].number == static_cast<std::int64_t>(i + 1));
        const Envelope& envelope = followed[i].envelope;
        CHECK(envelope.first_seq == ++last[envelope.device.value]);
    }
}

TEST_CASE("what several hubs write with their one hand has no holes and no doubles") {
    constexpr int many = 15;
    Folder folder;
    SetClock clock;
    std::vector<std::unique_ptr<hub::Depot>> depots;
    for (int i = 0; i < 3; ++i) {
        depots.push_back(depot_at(folder.path, &clock));
    }
    const auto keys = wire::make_keys();
    std::atomic<int> failures = 0;
    std::vector<std::thread> writers;
    for (const auto& depot : depots) {
        writers.emplace_back([&] {
            hub::Pen pen(*depot, keys);
            for (int i = 0; i < many; ++i) {
                const Outcome done = depot->transact([&] {
                    const RecordId person = depot->rights().new_record();
                    const Edit edits[] = {make_edit(person, kind::person, "name", std::string("Rosa (ficticia)"))};
                    return pen.write(programme, edits);
                });
                failures += done ? 0 : 1;
            }
        });
    }
    std::ranges::for_each(writers, &std::thread::join);
    CHECK(failures == 0);
    std::uint64_t next = 1;
    std::string previous;
    for (const Envelope& envelope : must(depots[0]->envelopes(programme))) {
        CHECK(envelope.first_seq == next);
        CHECK(must(wire::open(envelope.bytes)).previous == previous);
        next = envelope.last_seq + 1;
        previous = wire::short_hash(envelope.bytes);
    }
    for (const auto& depot : depots) {
        must(depot->look([&]() -> Outcome {
            CHECK(must(depot->check()).empty());
            return Done{};
        }));
        CHECK(must(depot->rights().list(kind::person)).size() == 3 * many);
    }
}

TEST_CASE("a connection that is lost within a transaction takes all of it back, and is made again") {
    Folder folder;
    SetClock clock;
    const auto depot = depot_at(folder.path, &clock);
    const auto write = [&](bool cut, std::uint64_t seq = 1) {
        return depot->transact([&]() -> Outcome {
            AYNI_TRY(depot->take_in({programme, DeviceId{1}, seq, seq, "an envelope"}));
            if (cut) {
                Cluster::here().cuts_off(database_for(folder.path));
            }
            return Done{};
        });
    };
    CHECK_FALSE(write(true));
    CHECK(must(depot->log_end()) == 0);
    must(write(false));
    CHECK(must(depot->log_end()) == 1);
    Cluster::here().cuts_off(database_for(folder.path));
    CHECK(must(depot->log_end()) == 1);
    Cluster::here().cuts_off(database_for(folder.path));
    must(write(false, 2));
    CHECK(must(depot->log_end()) == 2);
    CHECK(must(depot->check()).empty());
}

TEST_CASE("a database that isn't there, isn't let in to, or is of a newer hub is said to be so") {
    Folder folder;
    SetClock clock;
    CHECK(hub::SharedDepot::open("host=/nowhere dbname=none").fault() == Fault::unreachable);
    CHECK(hub::SharedDepot::open("postgresql://").fault() == Fault::unreachable);
    depot_at(folder.path, &clock);
    Cluster::here().says(database_for(folder.path), "UPDATE hub_setting SET value = '99' WHERE name = 'hub.tables'");
    CHECK(hub::SharedDepot::open(Cluster::here().url_of(database_for(folder.path))).fault() ==
          Fault::made_by_newer_app);
}

TEST_CASE("a commit whose outcome nobody was told is neither lost nor done twice") {
    for (const bool arrives : {true, false}) {
        Folder folder;
        SetClock clock;
        const std::string database = database_for(folder.path);
        depot_at(folder.path, &clock);
        CutLine line(folder.path, Cluster::here().folder() / ".s.PGSQL.5432");
        const auto depot =
            must(hub::SharedDepot::open("host=" + folder.path.string() + " user=ayni dbname=" + database));
        const auto keys = wire::make_keys();
        hub::Pen pen(*depot, keys);
        RecordId person;
        const auto writes = [&](std::uint64_t seq) {
            return depot->transact([&]() -> Outcome {
                AYNI_TRY(depot->take_in({a_talk, DeviceId{1}, seq, seq, "an envelope"}));
                person = depot->rights().new_record();
                const Edit edits[] = {make_edit(person, kind::person, "name", std::string("Rosa (ficticia)"))};
                return pen.write(programme, edits);
            });
        };
        must(writes(1));
        line.breaks_in_commit(arrives);
        CHECK_FALSE(writes(2));
        CHECK(line.has_broken());
        const RecordId in_doubt = person;
        // She asks again; what is there is looked at first, and only what isn't is done.
        const std::int64_t kept = must(depot->log_end());
        CHECK(kept == (arrives ? 4 : 2));
        must(writes(arrives ? 3 : 2));
        CHECK(must(depot->log_end()) == kept + 2);
        CHECK(person != in_doubt);  // no two records have one name
        CHECK(must(depot->rights().list(kind::person)).size() == (arrives ? 3 : 2));
        CHECK(must(depot->check()).empty());
        std::uint64_t next = 1;
        for (const Envelope& envelope : must(depot->envelopes(programme))) {
            CHECK(envelope.first_seq == next);
            next = envelope.last_seq + 1;
        }
    }
}

TEST_CASE("a database machine that says nothing any more is given up, and a url may say how soon") {
    DeafServer deaf;
    Fault told = Fault::invalid;
    const auto began = std::chrono::steady_clock::now();
    std::thread asking([&] {
        told =
            hub::SharedDepot::open("host=127.0.0.1 connect_timeout=2 dbname=none port=" + std::to_string(deaf.port()))
                .fault();
    });
    const int line = deaf.line_of_who_asks();
    CHECK(deaf.option(line, SOL_SOCKET, SO_KEEPALIVE) == 1);
    CHECK(deaf.option(line, IPPROTO_TCP, TCP_KEEPIDLE) == 15);
    CHECK(deaf.option(line, IPPROTO_TCP, TCP_KEEPINTVL) == 5);
    CHECK(deaf.option(line, IPPROTO_TCP, TCP_KEEPCNT) == 3);
    CHECK(deaf.option(line, IPPROTO_TCP, TCP_USER_TIMEOUT) == 30'000);
    asking.join();
    CHECK(told == Fault::unreachable);
    CHECK(std::chrono::steady_clock::now() - began < 9s);
}

TEST_CASE("a database that was restored under a hub is noticed, and nothing old is judged by") {
    Folder folder;
    SetClock clock;
    const auto depot = depot_at(folder.path, &clock);
    const auto keys = wire::make_keys();
    hub::Pen pen(*depot, keys);
    const auto name = [&](const char* who) {
        return depot->transact([&] {
            const RecordId person = depot->rights().new_record();
            const Edit edits[] = {make_edit(person, kind::person, "name", std::string(who))};
            return pen.write(programme, edits);
        });
    };
    const std::string database = database_for(folder.path);
    must(name("Nadine (ficticia)"));
    Cluster::here().says(database, "CREATE TABLE chain_of_then AS TABLE hub_chain");
    must(name("Elena (ficticia)"));
    Cluster::here().says(database,
                         "DELETE FROM hub_log WHERE number = 2; UPDATE hub_order SET number = 1;"
                         " TRUNCATE hub_chain; INSERT INTO hub_chain TABLE chain_of_then");
    must(depot->transact([&]() -> Outcome {
        CHECK(must(depot->rights().list(kind::person)).size() == 1);
        return Done{};
    }));
    // And it goes on from there.
    must(name("Maude (ficticia)"));
    std::string previous;
    for (const Envelope& envelope : must(depot->envelopes(programme))) {
        CHECK(must(wire::open(envelope.bytes)).previous == previous);
        previous = wire::short_hash(envelope.bytes);
    }
    CHECK(must(depot->envelopes(programme)).size() == 2);
    CHECK(must(depot->rights().list(kind::person)).size() == 2);
    CHECK(must(depot->check()).empty());
}

TEST_CASE("what a hub reads once it has the lock is of now, whatever the server is used to") {
    for (const char* usual : {"repeatable read", "serializable"}) {
        Folder folder;
        SetClock clock;
        const std::string database = database_for(folder.path);
        depot_at(folder.path, &clock);
        Cluster::here().says(database, "ALTER DATABASE " + database + " SET default_transaction_isolation = '" + usual +
                                           "'; ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        const auto first = depot_at(folder.path, &clock);
        const auto second = depot_at(folder.path, &clock);
        Outcome waited = Done{};
        std::thread waiting;
        must(first->transact([&]() -> Outcome {
            waiting = std::thread([&] {
                waited = second->transact([&]() -> Outcome {
                    AYNI_LET(end, second->log_end());
                    return end == 1 ? second->take_in({a_talk, DeviceId{2}, 1, 1, "an envelope"})
                                    : Failure{Fault::storage_corrupt, "what was committed meanwhile isn't seen"};
                });
            });
            Cluster::here().waits_until_waiting(database, 1);
            return first->take_in({a_talk, DeviceId{1}, 1, 1, "an envelope"});
        }));
        waiting.join();
        must(waited);
        CHECK(must(first->log_end()) == 2);
    }
}
