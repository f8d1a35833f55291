#pragma once
// A real PostgreSQL of the tests' own: in a temporary folder, on a Unix socket, gone with the test program.

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "tests/season/process.hpp"

namespace ayni::hub_test {

/// PostgreSQL refuses to run as root; then it runs as "nobody".
class Cluster {
public:
    /// The one of this program, made and started when it is first asked for.
    static Cluster& here();
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    /// Of a database that is called so; made, empty, when it is first asked for.
    std::string url_of(const std::string& name);
    /// Ends every connection to that database, as a server that is started again does.
    void cuts_off(const std::string& name);
    /// Lets hubs in again, or in no more; those that are in are put out.
    void opens(const std::string& name, bool to_hubs);
    /// Returns once so many transactions there wait for another's lock.
    void waits_until_waiting(const std::string& name, int transactions);
    /// Where its socket lies.
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Runs SQL there, beside all hubs. What it prints.
    std::string says(const std::string& name, const std::string& sql);

private:
    Cluster();
    void make();
    void start();
    std::filesystem::path folder_;
    std::map<std::string, bool> databases_;
    std::unique_ptr<season_test::Process> server_;
};

/// The name of the database that stands for this folder.
std::string database_for(const std::filesystem::path& data);

}  // namespace ayni::hub_test
