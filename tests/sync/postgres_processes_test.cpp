// Real ayni-hub processes on one real PostgreSQL, real phones that go to either, and one of the hubs killed again and
// again in the middle of it.

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>
#include <thread>

#include "tests/season/hub_process.hpp"
#include "tests/sync/hub_village.hpp"
#include "tests/sync/postgres_cluster.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace std::chrono_literals;

namespace {

using season_test::Process;

// ayni-hub serve --database …, on a port that it keeps over its lives.
class Server {
public:
    Server(std::filesystem::path folder, std::string database)
        : folder_(std::move(folder)),
          database_(std::move(database)),
          address_("127.0.0.1:" + std::to_string(port_->number())) {}
    // False: it doesn't listen.
    [[nodiscard]] bool starts() {
        const auto heard = folder_ / ("hub" + address_.substr(10) + ".out");
        const int out = ::open(heard.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        process_ = std::make_unique<Process>(
            season_test::Words{AYNI_HUB, "serve", "--database", database_, "--listen", address_}, out, -1);
        ::close(out);
        for (int tries = 0; tries < 4000; ++tries) {
            if (season_test::text_of(heard).find("listening on") != std::string::npos) {
                return true;
            }
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }
    // False: it had ended by itself.
    [[nodiscard]] bool is_killed() {
        process_->kill(SIGKILL);
        return process_->wait() == 128 + SIGKILL;
    }
    int stops() {
        process_->kill(SIGTERM);
        return process_->wait();
    }
    [[nodiscard]] std::string url() const { return "http://" + address_; }

private:
    std::filesystem::path folder_;
    std::string database_;
    std::unique_ptr<season_test::KeptPort> port_ = std::make_unique<season_test::KeptPort>();
    std::string address_;
    std::unique_ptr<Process> process_;
};

constexpr int rounds_least = 30;
constexpr int kills_least = 8;

// What all threads know. Catch2 stays out of them.
struct Course {
    std::atomic<int> kills = 0;
    std::atomic<int> turned_away = 0;
    std::atomic<bool> over = false;
    std::atomic<bool> failed = false;
};

// What one phone does in its thread.
struct Worker {
    explicit Worker(Phone& of) : phone(of) {}
    void works(const ScopeId& cohort, const std::vector<std::string>& urls, bool oversteps, Course& course) {
        for (int round = 0; (round < rounds_least || course.kills < kills_least) && !course.failed; ++round) {
            writes(cohort, kind::circle_post, phone.store->new_record(), "text", std::string("Una pregunta"));
            ++posts;
            if (oversteps && round % 3 == 0) {
                writes(cohort, kind::cohort, cohort.subject, "place", "Aquí " + std::to_string(round));
                ++overstepped;
            }
            // To one hub; to the other if nobody is there. She doesn't choose: a balancer does.
            const auto which = static_cast<std::size_t>(round) % urls.size();
            for (std::size_t tries = 0; tries < urls.size() && !meets(urls[(which + tries) % urls.size()]); ++tries) {
                ++course.turned_away;
            }
        }
    }
    bool meets(const std::string& url) {
        return phone.store->set_setting("hub_url", url) && client::synchronise(*phone.store, phone.http);
    }
    void writes(const ScopeId& scope, KindNo kind, RecordId record, const char* field, Value value) {
        const Edit edit = make_edit(record, kind, field, std::move(value));
        failed = failed || !phone.store->write(scope, std::span(&edit, 1));
    }
    Phone& phone;
    bool failed = false;
    std::size_t posts = 0;
    std::size_t overstepped = 0;
};

// Two hubs, Odile, and as many people of her cohort as asked for, all of whom have joined.
struct Town {
    explicit Town(int people) {
        const std::string database = Cluster::here().url_of(database_for(folder.path));
        for (int i = 0; i < 2; ++i) {
            hubs.emplace_back(folder.path, database);
        }
        const auto made = season_test::run({AYNI_HUB, "init", "--database", database, "--name", "Prueba",
                                            "--coordinator", "Odile (ficticia)", "--url", hubs[0].url()});
        REQUIRE(made.code == 0);
        for (Server& hub : hubs) {
            REQUIRE(hub.starts());
        }
        phones.push_back(std::make_unique<Phone>(system_clock()));
        Phone& odile = *phones.front();
        odile.join(made.out.substr(0, made.out.find('\n')));
        odile.sync();
        cohort = {ScopeKind::cohort, odile.store->new_record()};
        odile.sets(cohort, cohort.subject, kind::cohort, "name", std::string("Primera (ficticia)"));
        std::vector<RecordId> persons;
        for (int i = 0; i < people; ++i) {
            persons.push_back(odile.makes(
                cohort, kind::person, {{"name", "Rosa " + std::to_string(i)}, {"role", std::string("entrepreneur")}}));
        }
        odile.sync();
        for (const RecordId person : persons) {
            phones.push_back(std::make_unique<Phone>(system_clock()));
            phones.back()->join(must(client::invite(*odile.store, odile.http, person)).link);
            phones.back()->sync();
        }
    }
    [[nodiscard]] std::vector<std::string> urls() const { return {hubs[0].url(), hubs[1].url()}; }
    std::string asks(const std::string& sql) const {
        const std::string said = Cluster::here().says(database_for(folder.path), sql);
        return said.substr(0, said.find('\n'));
    }
    Folder folder;
    std::vector<Server> hubs;
    ScopeId cohort;
    std::vector<std::unique_ptr<Phone>> phones;  // Odile's first
};

// Kills one hub after the other, in the middle of what it does, and starts it again once somebody stood before its
// door.
void kills_in_turn(Town& town, Course& course) {
    for (; !course.over && !course.failed; ++course.kills) {
        std::this_thread::sleep_for(std::chrono::milliseconds(120 + 37 * (course.kills % 5)));
        Server& one = town.hubs[static_cast<std::size_t>(course.kills) % 2];
        course.failed = course.failed || !one.is_killed();
        for (const int before = course.turned_away; course.turned_away == before && !course.over;) {
            std::this_thread::sleep_for(1ms);
        }
        course.failed = course.failed || !one.starts();
    }
}

std::set<std::string> reach_of(Phone& phone, const ScopeId& scope) {
    std::set<std::string> all;
    for (const Reach& reach : must(phone.store->known(scope))) {
        all.insert(to_text(reach.device) + ":" + std::to_string(reach.seq));
    }
    return all;
}

}  // namespace

TEST_CASE("two hubs on one PostgreSQL, each killed in the middle: nothing lost, nothing twice, and in order") {
    Town town(5);
    std::vector<std::unique_ptr<Worker>> workers;
    std::vector<std::thread> threads;
    Course course;
    for (std::size_t i = 0; i < town.phones.size(); ++i) {
        workers.push_back(std::make_unique<Worker>(*town.phones[i]));
        threads.emplace_back([&, i] {
            auto urls = town.urls();
            std::ranges::rotate(urls, urls.begin() + static_cast<std::ptrdiff_t>(i % 2));
            workers[i]->works(town.cohort, urls, i != 0, course);
        });
    }
    std::thread killer([&] { kills_in_turn(town, course); });
    const std::string database = Cluster::here().url_of(database_for(town.folder.path));
    const season_test::Words check{AYNI_HUB, "check", "--database", database};
    const auto meanwhile = season_test::run(check);
    std::ranges::for_each(threads, &std::thread::join);
    course.over = true;
    killer.join();
    REQUIRE_FALSE(course.failed);

    std::size_t posts = 0;
    std::size_t overstepped = 0;
    for (const auto& worker : workers) {
        posts += worker->posts;
        overstepped += worker->overstepped;
    }
    for (int round = 0; round < 2; ++round) {
        for (const auto& worker : workers) {
            CHECK(worker->meets(town.urls()[static_cast<std::size_t>(round)]));
        }
    }
    for (const auto& worker : workers) {
        CHECK_FALSE(worker->failed);
        CHECK(must(worker->phone.store->waiting()) == 0);
        CHECK(must(worker->phone.store->list(kind::circle_post)).size() == posts);
        CHECK(worker->phone.text_of(town.cohort.subject, "place").empty());
        CHECK(reach_of(worker->phone, town.cohort) == reach_of(*town.phones.front(), town.cohort));
        CHECK(must(worker->phone.store->check()).empty());
    }
    std::set<std::string> voided;
    for (const Record& verdict : must(town.phones.front()->store->list(kind::verdict))) {
        voided.insert(verdict.text("voids"));
    }
    CHECK(voided.size() == overstepped);
    CHECK(must(town.phones.front()->store->list(kind::verdict)).size() == overstepped);
    CHECK(town.asks("SELECT count(*) = max(number) AND count(DISTINCT (scope, device, first_seq)) = count(*)"
                    " FROM hub_log") == "t");
    CHECK(course.turned_away >= kills_least);
    std::cout << posts << " posts, " << course.kills << " kills, " << course.turned_away
              << " exchanges that went to the other hub, " << town.asks("SELECT count(*) FROM hub_log")
              << " envelopes, " << overstepped << " verdicts\n";
    const auto afterwards = season_test::run(check);
    INFO(meanwhile.out + afterwards.out);
    CHECK(meanwhile.code == 0);
    CHECK(afterwards.code == 0);
    CHECK(town.hubs[0].stops() == 0);
    CHECK(town.hubs[1].stops() == 0);
}

TEST_CASE("ayni-hub says what is the matter with a database, and never shows how one gets in") {
    Folder folder;
    const std::string database = Cluster::here().url_of(database_for(folder.path));
    const auto runs = [](season_test::Words words) {
        words.insert(words.begin(), AYNI_HUB);
        words.insert(words.end(), {"--lang", "en"});
        return season_test::run(words);
    };
    CHECK(runs({"check", "--database", database}).err.starts_with("There is no hub in the database"));
    const season_test::Words init{"init", "--database", database, "--name", "Prueba", "--coordinator", "Odile"};
    CHECK(runs(init).code == 0);
    CHECK(runs(init).err.starts_with("There is a hub in the database already"));
    CHECK(runs({"check", "--database", database}).code == 0);
    CHECK(runs({"devices", "--database", database}).code == 0);
    CHECK(runs({"quarantine", "--database", database}).code == 0);
    CHECK(runs({"renew", "--database", database}).code == 0);
    const auto copied = runs({"backup", "--database", database, (folder.path / "copy").string()});
    CHECK(copied.code == 1);
    CHECK(copied.err.find("pg_dump") != std::string::npos);
    const auto nobody = runs({"serve", "--database", "postgresql://ayni:geheim@127.0.0.1:1/none"});
    CHECK(nobody.code == 1);
    CHECK(nobody.err.starts_with("The database can't be opened"));
    CHECK(nobody.err.find("geheim") == std::string::npos);
    CHECK(runs({"check"}).code == 2);
    CHECK(runs({"check", "--database", database, "--data", folder.path.string()}).code == 2);
}
