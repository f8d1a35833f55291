#pragma once
// The hub on the network: HTTP/1.1, with TLS of its own or without.
//
//   POST /v1/join · /v1/invite · /v1/exchange     GET /healthz
//
// It is meant to stand in the open: every size, time and number has a limit, and who has no token can't make it read
// a large body.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"
#include "sync/hub/hub.hpp"

namespace ayni::hub {

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8440;  // 0: any that is free
    std::filesystem::path certificate;
    std::filesystem::path key;                       // both, or neither: PEM files
    std::chrono::milliseconds request_most{60'000};  // from a request's first byte to its answer's last
    std::chrono::milliseconds idle_most{60'000};     // between two requests
    std::size_t connections_most = 512;
    std::size_t header_most = 8U * 1024;
    std::size_t body_most = 4U * 1024 * 1024;
    std::size_t greeting_most = 64U * 1024;  // the body of those who have no token yet: join, invite
    /// Called once, with the url, when the port is known and before the first request: the hub may still be used.
    std::function<Outcome(std::string_view)> on_listening;
    /// One line of JSON for each request; without names, codes, tokens or bodies. From any thread, one at a time.
    std::function<void(std::string_view)> log;
};

/// Listens from `start` on until `stop` (or until it goes). The hub is used on one thread of the server's own, and
/// must not be used by others until `stop` has returned.
class Server {
public:
    /// unreachable: the address can't be listened at (taken, not ours). invalid: the certificate or key can't be used.
    static Result<std::unique_ptr<Server>> start(Hub& hub, ServerSettings settings);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// "http://127.0.0.1:8440"
    [[nodiscard]] std::string url() const;
    /// Takes no more, finishes the requests under way, and returns.
    void stop();

private:
    struct Inside;
    explicit Server(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace ayni::hub
