#include "tests/sync/client_strangers.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <stdexcept>
#include <utility>

namespace ayni::client_test {
namespace {

constexpr int step_ms = 20;

// Bound to a free port; gives the socket and the port.
std::pair<int, std::uint16_t> bound_socket() {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket, plain, size) != 0 || ::getsockname(socket, plain, &size) != 0) {
        throw std::runtime_error("no free port");
    }
    return {socket, ntohs(address.sin_port)};
}

bool is_readable(int socket) {
    pollfd wanted{socket, POLLIN, 0};
    return ::poll(&wanted, 1, step_ms) > 0;
}

std::size_t length_in(std::string head) {
    std::ranges::transform(head, head.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::size_t at = head.find("content-length:");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 15));
}

}  // namespace

Stranger::Stranger(Answering answering) : answering_(std::move(answering)) {
    std::tie(socket_, port_) = bound_socket();
    ::listen(socket_, 8);
    thread_ = std::thread([this] { serve(); });
}

Stranger::~Stranger() {
    stopping_ = true;
    thread_.join();
    ::close(socket_);
}

void Stranger::serve() {
    while (!stopping_) {
        if (is_readable(socket_)) {
            const int connection = ::accept(socket_, nullptr, nullptr);
            serve_one(connection);
            ::close(connection);
        }
    }
}

void Stranger::serve_one(int connection) {
    std::string all;
    std::size_t end = std::string::npos;
    while (!stopping_ && (end == std::string::npos || all.size() < end + 4 + length_in(all.substr(0, end)))) {
        if (!is_readable(connection)) {
            continue;
        }
        char some[65536];
        const auto count = ::recv(connection, some, sizeof some, 0);
        if (count <= 0) {
            return;
        }
        all.append(some, static_cast<std::size_t>(count));
        end = all.find("\r\n\r\n");
    }
    if (stopping_) {
        return;
    }
    ++requests_;
    while (is_silent && !stopping_) {
        std::this_thread::sleep_for(std::chrono::milliseconds(step_ms));
    }
    std::string answer;
    changes([&] { answer = answering_(all.substr(0, end), all.substr(end + 4)); });
    std::string_view rest = answer;
    while (!rest.empty() && !stopping_) {
        const auto count = ::send(connection, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count <= 0) {
            return;
        }
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::string http(std::string_view status, std::string_view body, std::string_view headers) {
    return "HTTP/1.1 " + std::string(status) + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nConnection: close\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

std::string deserted_url() {
    const auto [socket, port] = bound_socket();
    ::close(socket);
    return "http://127.0.0.1:" + std::to_string(port);
}

}  // namespace ayni::client_test
