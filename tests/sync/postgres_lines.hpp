#pragma once
// Lines to a database that aren't what they should be: one that breaks in a commit, and one where nobody answers.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace ayni::hub_test {

/// A Unix socket in a folder, behind which the real server answers, until it breaks: once, at the next COMMIT.
class CutLine {
public:
    CutLine(const std::filesystem::path& folder, std::filesystem::path server) : server_(std::move(server)) {
        socket_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un here = address_of(folder / ".s.PGSQL.5432");
        if (::bind(socket_, plain(here), sizeof here) != 0 || ::listen(socket_, 8) != 0) {
            throw std::runtime_error("no socket for the line");
        }
        accepting_ = std::thread([this] { accepts(); });
    }
    ~CutLine() {
        stopping_ = true;
        accepting_.join();
        for (std::thread& line : lines_) {
            line.join();
        }
        ::close(socket_);
    }
    CutLine(const CutLine&) = delete;
    CutLine& operator=(const CutLine&) = delete;

    /// arrives: the server gets the COMMIT and has carried it out; only its answer is lost.
    void breaks_in_commit(bool arrives) { breaking_ = arrives ? Breaking::behind : Breaking::before; }
    [[nodiscard]] bool has_broken() const { return breaking_ == Breaking::never && broken_; }

private:
    enum class Breaking : std::uint8_t { never, before, behind };

    static sockaddr_un address_of(const std::filesystem::path& file) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        file.string().copy(address.sun_path, sizeof address.sun_path - 1);
        return address;
    }
    static const sockaddr* plain(const sockaddr_un& address) {
        // NOLINTNEXTLINE: the socket interface is written for this cast
        return reinterpret_cast<const sockaddr*>(&address);
    }
    void accepts() {
        while (!stopping_) {
            pollfd one{socket_, POLLIN, 0};
            if (::poll(&one, 1, 20) > 0) {
                const int from = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
                lines_.emplace_back([this, from] { joins(from); });
            }
        }
    }
    void joins(int from) {
        const int to = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un there = address_of(server_);
        if (::connect(to, plain(there), sizeof there) == 0) {
            std::array<pollfd, 2> both{{{from, POLLIN, 0}, {to, POLLIN, 0}}};
            for (bool holds = true; holds && !stopping_;) {
                ::poll(both.data(), both.size(), 20);
                for (std::size_t side = 0; side < 2 && holds; ++side) {
                    holds = both[side].revents == 0 || passes_on(both[side].fd, both[1 - side].fd, side == 0);
                }
            }
        }
        ::close(from);
        ::close(to);
    }
    // False: the line is no more.
    bool passes_on(int from, int to, bool from_hub) {
        std::array<char, 65536> bytes;
        const ssize_t got = ::recv(from, bytes.data(), bytes.size(), 0);
        if (got <= 0) {
            return false;
        }
        const auto size = static_cast<std::size_t>(got);
        constexpr std::string_view commit("COMMIT", 7);  // with the end of a statement: "READ COMMITTED" is none
        const bool commits = from_hub && std::string_view(bytes.data(), size).find(commit) != std::string_view::npos;
        const Breaking breaking = commits ? breaking_.exchange(Breaking::never) : Breaking::never;
        broken_ = broken_ || breaking != Breaking::never;
        if (breaking == Breaking::before) {
            return false;
        }
        ::send(to, bytes.data(), size, MSG_NOSIGNAL);
        if (breaking == Breaking::behind) {
            ::recv(to, bytes.data(), bytes.size(), 0);  // it has been carried out, and nobody hears of it
            return false;
        }
        return true;
    }

    std::filesystem::path server_;
    int socket_ = -1;
    std::atomic<Breaking> breaking_{Breaking::never};
    std::atomic<bool> broken_{false};
    std::atomic<bool> stopping_{false};
    std::vector<std::thread> lines_;
    std::thread accepting_;
};

/// A TCP port of this machine where somebody takes the call and never says a word.
class DeafServer {
public:
    DeafServer() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::bind(socket_, plain(here), sizeof here) != 0 || ::listen(socket_, 8) != 0) {
            throw std::runtime_error("no socket for the deaf server");
        }
        port_ = port_at(socket_, ::getsockname);
    }
    ~DeafServer() { ::close(socket_); }
    DeafServer(const DeafServer&) = delete;
    DeafServer& operator=(const DeafServer&) = delete;

    [[nodiscard]] int port() const { return port_; }
    /// The descriptor, in this program, of whoever has called here.
    [[nodiscard]] int line_of_who_asks() const {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        while (std::chrono::steady_clock::now() < until) {
            for (int line = 3; line < 1024; ++line) {
                if (line != socket_ && port_at(line, ::getpeername) == port_) {
                    return line;
                }
            }
        }
        throw std::runtime_error("nobody called");
    }
    [[nodiscard]] static int option(int line, int level, int name) {
        int value = -1;
        socklen_t size = sizeof value;
        ::getsockopt(line, level, name, &value, &size);
        return value;
    }

private:
    static sockaddr* plain(sockaddr_in& address) {
        // NOLINTNEXTLINE: the socket interface is written for this cast
        return reinterpret_cast<sockaddr*>(&address);
    }
    template <class Name>
    static int port_at(int line, Name name) {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        return name(line, plain(address), &size) == 0 && address.sin_family == AF_INET ? ntohs(address.sin_port) : -1;
    }
    int socket_;
    int port_ = 0;
};

}  // namespace ayni::hub_test
