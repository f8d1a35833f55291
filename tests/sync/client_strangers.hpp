#pragma once
// What a phone meets instead of its hub: bare sockets that say what a test wants them to say.

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace ayni::client_test {

/// Listens on a port of this machine and serves one connection after the other, on a thread of its own.
class Stranger {
public:
    /// Given a whole request, what to send back; then the connection is closed. Empty: closed without a word.
    using Answering = std::function<std::string(const std::string& head, const std::string& body)>;
    explicit Stranger(Answering answering);
    ~Stranger();
    Stranger(const Stranger&) = delete;
    Stranger& operator=(const Stranger&) = delete;

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] int requests() const { return requests_; }
    /// Between two answers: for what the test and the answering share.
    void changes(const std::function<void()>& change) {
        const std::scoped_lock hold(answering_now_);
        change();
    }
    /// Never answers from now on, and keeps the connection open.
    std::atomic<bool> is_silent{false};

private:
    void serve();
    void serve_one(int connection);
    Answering answering_;
    std::mutex answering_now_;
    int socket_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<int> requests_{0};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

/// "HTTP/1.1 200 OK" and so on, with its length.
std::string http(std::string_view status, std::string_view body, std::string_view headers = {});

/// An address where nobody listens.
std::string deserted_url();

}  // namespace ayni::client_test
