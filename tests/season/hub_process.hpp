#pragma once
// A real ayni-hub on a port of its own, that can be killed and started again.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "tests/season/process.hpp"

namespace ayni::season_test {

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A port of this machine that is kept for a program over all its lives: nobody else gets it meanwhile, and whoever
/// listens with SO_REUSEADDR (as the hub does) may.
class KeptPort {
public:
    KeptPort() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        const int yes = 1;
        // NOLINTNEXTLINE: the socket interface is written for this cast
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        if (::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
            ::bind(socket_, plain, size) != 0 || ::getsockname(socket_, plain, &size) != 0) {
            throw std::runtime_error("no free port");
        }
        number_ = ntohs(address.sin_port);
    }
    ~KeptPort() { ::close(socket_); }
    KeptPort(const KeptPort&) = delete;
    KeptPort& operator=(const KeptPort&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int socket_;
    int number_ = 0;
};

class HubProcess {
public:
    /// Makes the hub and starts it.
    HubProcess(std::filesystem::path folder, const std::string& coordinator)
        : folder_(std::move(folder)), address_("127.0.0.1:" + std::to_string(port_.number())) {
        const Finished made = run({AYNI_HUB, "init", "--data", data(), "--name", "Test", "--coordinator", coordinator,
                                   "--url", "http://" + address_});
        if (made.code != 0) {
            throw std::runtime_error("ayni-hub init: " + made.err);
        }
        link_ = made.out.substr(0, made.out.find('\n'));
        start();
    }

    /// Returns once it listens.
    void start() {
        const std::filesystem::path heard = folder_ / "hub.out";
        const int out = ::open(heard.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        process_ = std::make_unique<Process>(Words{AYNI_HUB, "serve", "--data", data(), "--listen", address_}, out, -1);
        ::close(out);
        for (int tries = 0; tries < 2000; ++tries) {
            if (text_of(heard).find("listening on") != std::string::npos) {
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        throw std::runtime_error("the hub doesn't listen");
    }
    void kill() {
        process_->kill(SIGKILL);
        process_->wait();
        process_.reset();
    }
    /// As an administrator would.
    int stop() {
        process_->kill(SIGTERM);
        const int code = process_->wait();
        process_.reset();
        return code;
    }

    [[nodiscard]] const std::string& link() const { return link_; }
    [[nodiscard]] std::string data() const { return (folder_ / "hub").string(); }

private:
    KeptPort port_;
    std::filesystem::path folder_;
    std::string address_;
    std::string link_;
    std::unique_ptr<Process> process_;
};

}  // namespace ayni::season_test
