// ayni-hub as who runs it meets it: what it prints, what it says, how it ends.

#include <sys/wait.h>

#include <array>
#include <csignal>
#include <cstdio>

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

struct Ran {
    int code = -1;
    std::string out;  // with what it said on stderr
};

class Running {
public:
    explicit Running(const std::string& command) : pipe_(::popen(command.c_str(), "r")) { REQUIRE(pipe_ != nullptr); }
    ~Running() { end(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    /// The next line; empty at the end.
    std::string line() {
        std::array<char, 4096> text{};
        if (std::fgets(text.data(), static_cast<int>(text.size()), pipe_) == nullptr) {
            return {};
        }
        std::string all(text.data());
        return all.substr(0, all.find('\n'));
    }
    int end() {
        if (pipe_ != nullptr) {
            const int status = ::pclose(std::exchange(pipe_, nullptr));
            code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        return code_;
    }

private:
    std::FILE* pipe_;
    int code_ = -1;
};

Ran run(const std::string& arguments, const std::string& lang = "en_CA.UTF-8") {
    Running program("LC_ALL=" + lang + " '" AYNI_HUB "' " + arguments + " 2>&1");
    Ran ran;
    for (std::string line = program.line(); !line.empty(); line = program.line()) {
        ran.out += line + "\n";
    }
    ran.code = program.end();
    return ran;
}

std::string in_quotes(const std::filesystem::path& path) {
    return "'" + path.string() + "'";
}

}  // namespace

TEST_CASE("ayni-hub makes one hub in a folder, says so in three languages, and refuses the second") {
    Folder folder;
    const std::string data = "--data " + in_quotes(folder.path / "hub");
    CHECK(run("check " + data).out.find("init") != std::string::npos);
    CHECK(run("check " + data).code == 1);
    const Ran made = run("init " + data + " --name Prueba --coordinator Odile", "fr_CA.UTF-8");
    CHECK(made.code == 0);
    CHECK(must(wire::parse_link(made.out.substr(0, made.out.find('\n')))).base_url == "http://127.0.0.1:8440");
    CHECK(made.out.find("L'invitation de Odile") != std::string::npos);
    const std::string again = "init " + data + " --name Otra --coordinator Otra";
    CHECK(run(again).code == 1);
    CHECK(run(again).out.starts_with("There is a hub"));
    CHECK(run(again, "fr_CA.UTF-8").out.starts_with("Le dossier"));
    CHECK(run(again, "es_BO.UTF-8").out.starts_with("En la carpeta"));
    CHECK(run(again + " --lang es").out.starts_with("En la carpeta"));
    CHECK(run("check " + data).code == 0);
    CHECK(run("devices " + data).code == 0);
    CHECK(run("quarantine " + data + " --json").code == 0);
}

TEST_CASE("ayni-hub that is asked for what it doesn't know ends with 2") {
    CHECK(run("").code == 2);
    CHECK(run("init").code == 2);
    CHECK(run("frobnicate").code == 2);
    CHECK(run("--help").code == 0);
    Folder folder;
    must(hub::Hub::found(folder.path, {"Prueba", "Odile", "fr", "http://127.0.0.1:1"}));
    const std::string serve = "serve --data " + in_quotes(folder.path);
    CHECK(run(serve + " --listen nonsense").code == 1);
    CHECK(run(serve + " --tls-cert none.pem").code == 1);
}

TEST_CASE("ayni-hub serves until it is asked to stop, and others may look at it meanwhile") {
    Folder folder;
    SetClock clock;
    const auto data = folder.path / "hub";
    auto link = must(wire::parse_link(must(hub::Hub::found(data, {"Prueba", "Odile", "fr", "http://127.0.0.1:1"}))));
    Running server("echo $$; exec '" AYNI_HUB "' serve --data " + in_quotes(data) +
                   " --listen 127.0.0.1:0 2>/dev/null");
    const int pid = std::stoi(server.line());
    const std::string listening = server.line();
    REQUIRE(listening.starts_with("listening on http://127.0.0.1:"));
    link.base_url = listening.substr(listening.find("http"));

    Phone odile(clock);
    odile.join(wire::link_text(link));
    odile.sync();
    CHECK(run("check --data " + in_quotes(data)).code == 0);
    CHECK(run("devices --json --data " + in_quotes(data)).out.find(to_text(odile.store->device())) !=
          std::string::npos);
    const std::string backup = "backup --data " + in_quotes(data) + " " + in_quotes(folder.path / "copy.db");
    CHECK(run(backup).code == 0);
    CHECK(run(backup).code == 1);
    const Ran second = run("serve --listen 127.0.0.1:0 --data " + in_quotes(data));
    CHECK(second.code == 1);
    CHECK(second.out.find("is running already") != std::string::npos);
    // Invitations name the port that the hub really has.
    const auto roster = must(odile.store->roster());
    CHECK(must(client::invite(*odile.store, odile.http, roster.people.front().id)).link.find(link.base_url.substr(7)) !=
          std::string::npos);
    REQUIRE(::kill(pid, SIGTERM) == 0);
    CHECK(server.end() == 0);
    CHECK(run("check --data " + in_quotes(data)).code == 0);
}
