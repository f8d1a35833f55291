#include "tests/sync/postgres_cluster.hpp"

#include <chrono>
#include <functional>
#include <thread>

#include "sync/hub/postgres/shared_depot.hpp"
#include "tests/sync/hub_village.hpp"

namespace ayni::hub_test {
namespace {

using season_test::Process;
using season_test::Words;

const std::filesystem::path programs = AYNI_POSTGRES_BIN;

// The same program as somebody whom PostgreSQL accepts; it ends when this one does, however that happens.
Words as_server(Words words) {
    Words all{AYNI_SETPRIV, "--pdeathsig=INT"};
    if (::geteuid() == 0) {
        all.insert(all.end(), {"--reuid=nobody", "--regid=nogroup", "--clear-groups"});
    }
    all.emplace_back("--");
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

void must_run(const Words& words) {
    const auto done = season_test::run(words);
    if (done.code != 0) {
        throw std::runtime_error(words.at(0) + ": " + done.err + done.out);
    }
}

std::unique_ptr<hub::Depot> depot_in_postgres(const std::filesystem::path& data, const Clock* clock) {
    return must(hub::SharedDepot::open(Cluster::here().url_of(database_for(data)), clock));
}

// Every village of this program stands on PostgreSQL.
const bool chosen = [] {
    depot_at = &depot_in_postgres;
    return true;
}();

}  // namespace

std::string database_for(const std::filesystem::path& data) {
    return "t" + std::to_string(std::hash<std::string>{}(data.string()));
}

Cluster& Cluster::here() {
    static Cluster cluster;
    return cluster;
}

Cluster::Cluster() {
    std::string folder = (std::filesystem::temp_directory_path() / "ayni-postgres-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) {
        throw std::runtime_error("no temporary folder could be made");
    }
    folder_ = folder;
    make();
    start();
}

void Cluster::make() {
    if (::geteuid() == 0) {
        must_run({"/bin/chown", "nobody:nogroup", folder_});
    }
    must_run(as_server({programs / "initdb", "--pgdata", folder_ / "data", "--username", "ayni", "--auth", "trust",
                        "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"}));
}

void Cluster::start() {
    // Programs die in these tests, machines don't: nothing need reach the disk.
    server_ = std::make_unique<Process>(
        as_server({programs / "postgres", "-D", folder_ / "data", "-k", folder_, "-c", "listen_addresses=", "-c",
                   "fsync=off", "-c", "max_connections=60", "-c", "shared_buffers=32MB"}),
        -1, -1);
    for (int tries = 0; tries < 600; ++tries) {
        if (season_test::run({programs / "pg_isready", "-q", "-h", folder_, "-d", "postgres"}).code == 0) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    throw std::runtime_error("PostgreSQL doesn't start");
}

Cluster::~Cluster() {
    server_->kill(SIGINT);
    server_->wait();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

std::string Cluster::url_of(const std::string& name) {
    if (!std::exchange(databases_[name], true)) {
        must_run({programs / "createdb", "-h", folder_, "-U", "ayni", name});
    }
    return "host=" + folder_.string() + " user=ayni dbname=" + name;
}

std::string Cluster::says(const std::string& name, const std::string& sql) {
    const auto done = season_test::run(
        {programs / "psql", "-h", folder_, "-U", "ayni", "-d", name, "-X", "-q", "-A", "-t", "-c", sql});
    if (done.code != 0) {
        throw std::runtime_error("psql: " + done.err);
    }
    return done.out;
}

void Cluster::cuts_off(const std::string& name) {
    says("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
}

void Cluster::opens(const std::string& name, bool to_hubs) {
    says("postgres", "ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + (to_hubs ? "true" : "false"));
    if (!to_hubs) {
        cuts_off(name);
    }
}

void Cluster::waits_until_waiting(const std::string& name, int transactions) {
    const std::string sql =
        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON l.database = d.oid WHERE NOT l.granted AND d.datname = "
        "'" +
        name + "'";
    for (int tries = 0; std::stoi(says("postgres", sql)) < transactions; ++tries) {
        if (tries > 1000) {
            throw std::runtime_error("nobody waits for the lock");
        }
    }
}

}  // namespace ayni::hub_test
