// The hub in the open: what is slow, huge, rude or in the wrong place gets the right answer, and the hub goes on.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <mutex>
#include <thread>

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace std::chrono_literals;

namespace {

using Now = std::chrono::steady_clock;

/// A bare connection: says what it is told to say, and hears what comes.
class Wire {
public:
    explicit Wire(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0);
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    /// False: the other side has closed.
    bool says(std::string_view text) {
        while (!text.empty()) {
            const auto count = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (count <= 0) {
                return false;
            }
            text.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    /// Until the other side closes.
    std::string hears_all() {
        std::string all;
        for (std::string some = hears(); !some.empty(); some = hears()) {
            all += some;
        }
        return all;
    }
    /// What comes next; empty when the other side has closed.
    std::string hears() {
        std::string some(64 * 1024, '\0');
        const auto count = ::recv(socket_, some.data(), some.size(), 0);
        some.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return some;
    }

private:
    int socket_;
};

std::string post(const std::string& route, const std::string& body, const std::string& more = {}) {
    return "POST " + route + " HTTP/1.1\r\nHost: hub\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
           more + "\r\n" + body;
}

std::string body_of(const std::string& answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string{} : answer.substr(end + 4);
}

hub::ServerSettings hurried() {
    hub::ServerSettings settings;
    settings.request_most = 400ms;
    settings.idle_most = 400ms;
    return settings;
}

std::uint16_t port_of(const Village& village) {
    return village.server->port();
}

// Self-signed, for hub.example and for these tests only.
constexpr const char* certificate = R"(-----BEGIN CERTIFICATE-----
MIIBgzCCASmgAwIBAgIUWhpe5oKh4fAXlVVpAszQB+9XTF0wCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLaHViLmV4YW1wbGUwIBcNMjYxMTI0MDQyMTE5WhgPMjEyNjEw
MzEwNDIxMTlaMBYxFDASBgNVBAMMC2h1Yi5leGFtcGxlMFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEzSFEcWiHnXF/ywNDhPshUZmzCba886/Bx3G+BzRDdKQEO4e6
IoV0oJQIQuzu1KmctvD7G+eqRLpnFpwTrWD+JqNTMFEwHQYDVR0OBBYEFPo7sQRm
WMym5otzYPTdiWM8ny2BMB8GA1UdIwQYMBaAFPo7sQRmWMym5otzYPTdiWM8ny2B
MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAM/MJXZeDo/MnuTW
t6wzi3aiS2hx2wAhNChZSwEzgzOLAiB6r93Xg83qkmh7zvjp3xEK9sN2/fU4POIB
S7upaTZbPg==
-----END CERTIFICATE-----
)";
constexpr const char* certificate_key = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgpDtz78lJB3F7Bd9w
IWiwtmVUqSVCqkuK9WOQbPtvc92hRANCAATNIURxaIedcX/LA0OE+yFRmbMJtrzz
r8HHcb4HNEN0pAQ7h7oihXSglAhC7O7UqZy28Psb56pEumcWnBOtYP4m
-----END PRIVATE KEY-----
)";

// The hub still does what it is for.
void goes_on(Village& village) {
    CHECK(village.odile.sync().refused.empty());
}

}  // namespace

TEST_CASE("healthz says ok, and anything that is no route is a plain 404") {
    Village village;
    Wire wire(port_of(village));
    wire.says("GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n");
    CHECK(wire.hears().starts_with("HTTP/1.1 200"));
    for (const char* asked : {"GET / HTTP/1.1", "GET /v1/exchange HTTP/1.1", "GET /../hub.db HTTP/1.1",
                              "DELETE /healthz HTTP/1.1", "GET //healthz HTTP/1.1"}) {
        Wire other(port_of(village));
        other.says(std::string(asked) + "\r\nHost: hub\r\nConnection: close\r\n\r\n");
        const std::string answer = other.hears_all();
        CHECK(answer.starts_with("HTTP/1.1 404"));
        CHECK(answer.find("text/plain") != std::string::npos);
    }
    goes_on(village);
}

TEST_CASE("a header that comes byte by byte is cut off after the time for the whole request") {
    Village village(hurried());
    Wire wire(port_of(village));
    const auto began = Now::now();
    wire.says("POST /v1/join HTTP/1.1\r\nHost: hub\r\nX-Slow: ");
    bool open = true;
    while (open && Now::now() - began < 5s) {
        std::this_thread::sleep_for(50ms);
        open = wire.says("a");
    }
    CHECK_FALSE(open);
    CHECK(Now::now() - began < 2s);
    goes_on(village);
}

TEST_CASE("a hundred connections that say nothing keep nobody waiting, and are let go") {
    Village village(hurried());
    std::vector<std::unique_ptr<Wire>> silent;
    for (int i = 0; i < 100; ++i) {
        silent.push_back(std::make_unique<Wire>(port_of(village)));
    }
    const auto began = Now::now();
    goes_on(village);
    CHECK(Now::now() - began < 2s);
    CHECK(silent.front()->hears_all().empty());
    CHECK(silent.back()->hears_all().empty());
    CHECK(Now::now() - began < 3s);
}

TEST_CASE("more connections than the hub takes are closed at once, and there is room again when others go") {
    hub::ServerSettings settings;
    settings.connections_most = 8;
    Village village(settings);
    {
        std::vector<std::unique_ptr<Wire>> held;
        for (int i = 0; i < 20; ++i) {
            held.push_back(std::make_unique<Wire>(port_of(village)));
        }
        CHECK(held.back()->hears_all().empty());
    }
    std::this_thread::sleep_for(200ms);
    goes_on(village);
}

TEST_CASE("a body that is too large is refused before it is read, and so is one without a token") {
    Village village;
    const std::string token = "Authorization: Bearer " + village.odile.token() + "\r\n";
    {
        Wire wire(port_of(village));
        wire.says("POST /v1/exchange HTTP/1.1\r\nHost: hub\r\nContent-Length: 99999999999\r\n" + token + "\r\n");
        const std::string answer = wire.hears_all();
        CHECK(answer.starts_with("HTTP/1.1 413"));
        const auto refused = refusal_in({413, {}, body_of(answer), 0, 0});
        REQUIRE(refused);
        CHECK(refused->fault == Fault::too_large);
    }
    {
        Wire wire(port_of(village));
        wire.says("POST /v1/exchange HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n" + token + "\r\n");
        const std::string chunk = "100000\r\n" + std::string(0x100000, 'x') + "\r\n";
        for (int i = 0; i < 8 && wire.says(chunk); ++i) {
        }
        CHECK(wire.hears_all().starts_with("HTTP/1.1 413"));
    }
    {
        Wire wire(port_of(village));
        wire.says("POST /v1/exchange HTTP/1.1\r\nHost: hub\r\nContent-Length: 4000000\r\n\r\n");
        CHECK(wire.hears_all().starts_with("HTTP/1.1 401"));
    }
    {
        Wire wire(port_of(village));
        wire.says("POST /v1/join HTTP/1.1\r\nHost: hub\r\nContent-Length: 4000000\r\n\r\n");
        CHECK(wire.hears_all().starts_with("HTTP/1.1 413"));
    }
    goes_on(village);
}

TEST_CASE("a body that is sent whole before it is refused still hears why") {
    Village village;
    const std::string body(6U * 1024 * 1024, 'x');
    const auto answer = village.odile.posts("/v1/exchange", body, village.odile.token());
    CHECK(answer.status == 413);
    REQUIRE(refusal_in(answer));
    CHECK(refusal_in(answer)->fault == Fault::too_large);
    goes_on(village);
}

TEST_CASE("garbage, endless headers and nonsense in every route are answered, and the hub goes on") {
    Village village;
    {
        Wire wire(port_of(village));
        wire.says("\x16\x03\x01 this is not HTTP\r\n\r\n");
        CHECK(wire.hears_all().starts_with("HTTP/1.1 400"));
    }
    {
        Wire wire(port_of(village));
        wire.says("GET /healthz HTTP/1.1\r\nX-Long: " + std::string(20'000, 'a') + "\r\n\r\n");
        CHECK(wire.hears_all().starts_with("HTTP/1.1 431"));
    }
    for (const char* route : {"/v1/join", "/v1/invite", "/v1/exchange"}) {
        for (const std::string& body : {std::string(), std::string("nonsense"), wire::random_bytes(1000)}) {
            const auto answer = village.odile.posts(route, body, village.odile.token());
            CHECK(answer.status >= 400);
            CHECK(answer.status < 500);
            CHECK(refusal_in(answer));
        }
    }
    CHECK(village.odile.posts("/v1/exchange", wire::encode(Forgery().request), "a token of nobody's").status == 401);
    CHECK(village.odile.posts("/v1/invite", wire::encode(wire::InviteRequest{"n", village.rosa}), "nobody").status ==
          401);
    goes_on(village);
    village.is_sound();
}

TEST_CASE("who expects a 100 gets it at once") {
    Village village;
    const std::string body = wire::encode(Forgery().request);
    const std::string whole =
        post("/v1/exchange", body, "Authorization: Bearer " + village.odile.token() + "\r\nExpect: 100-continue\r\n");
    Wire wire(port_of(village));
    wire.says(whole.substr(0, whole.size() - body.size()));
    CHECK(wire.hears() == "HTTP/1.1 100 Continue\r\n\r\n");
    wire.says(body);
    CHECK(wire.hears().starts_with("HTTP/1.1 200"));
}

TEST_CASE("one connection serves many requests, also those that were sent ahead") {
    Village village;
    Wire wire(port_of(village));
    const std::string ask = "GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n";
    wire.says(ask + ask + "GET /healthz HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n\r\n");
    const std::string answers = wire.hears_all();
    std::size_t count = 0;
    for (auto at = answers.find("HTTP/1.1 200"); at != std::string::npos; at = answers.find("HTTP/1.1 200", at + 1)) {
        ++count;
    }
    CHECK(count == 3);
}

TEST_CASE("a hub that stops finishes what it has begun, and lets the idle go") {
    Village village;
    const std::string body = wire::encode(Forgery().request);
    const std::string whole = post("/v1/exchange", body, "Authorization: Bearer " + village.odile.token() + "\r\n");
    Wire idle(port_of(village));
    Wire busy(port_of(village));
    busy.says(whole.substr(0, whole.size() - 5));
    std::this_thread::sleep_for(200ms);
    const auto began = Now::now();
    std::thread stopping([&] { village.server->stop(); });
    CHECK(idle.hears_all().empty());
    CHECK(Now::now() - began < 1s);
    busy.says(whole.substr(whole.size() - 5));
    CHECK(busy.hears_all().starts_with("HTTP/1.1 200"));
    stopping.join();
    CHECK(Now::now() - began < 2s);
    village.is_sound();
}

TEST_CASE("the log says what was asked and how it went, and nothing about anybody") {
    std::mutex mutex;
    std::vector<std::string> lines;
    hub::ServerSettings settings;
    settings.log = [&](std::string_view line) {
        const std::lock_guard lock(mutex);
        lines.emplace_back(line);
    };
    Village village(settings);
    const auto rosa = village.phone_of(village.rosa);
    village.closed();
    CHECK(lines.size() > 5);
    bool told_of_rosa = false;
    for (const std::string& line : lines) {
        CHECK(line.starts_with(R"({"at":")"));
        CHECK(line.ends_with('}'));
        CHECK(line.find("Rosa") == std::string::npos);
        CHECK(line.find(rosa->token()) == std::string::npos);
        CHECK(line.find(must(wire::parse_link(village.first_link)).code) == std::string::npos);
        told_of_rosa = told_of_rosa || line.find(to_text(rosa->store->device()).substr(0, 8)) != std::string::npos;
    }
    CHECK(told_of_rosa);
}

TEST_CASE("behind a proxy of the same machine, each address has its own ten tries") {
    Village village;
    wire::JoinRequest request;
    const wire::KeyPair keys = wire::make_keys();
    request.key = keys.open;
    request.nonce = wire::random_bytes(16);
    request.code = "AAAA-AAAA";
    request.device = village.odile.store->new_record().device;
    request.device.value += 1;
    const auto tried_from = [&](const std::string& address) {
        Wire wire(port_of(village));
        wire.says(post("/v1/join", wire::sign_join(request, keys.secret),
                       "X-Forwarded-For: 203.0.113.1, " + address + "\r\nConnection: close\r\n"));
        return wire.hears_all().substr(9, 3);
    };
    for (int i = 0; i < 10; ++i) {
        CHECK(tried_from("2001:db8:1:2::" + std::to_string(i + 1)) == "403");
    }
    CHECK(tried_from("2001:db8:1:2:ffff::1") == "429");
    CHECK(tried_from("2001:db8:1:3::1") == "403");
    CHECK(tried_from("198.51.100.7") == "403");
}

TEST_CASE("an address that is taken, and a certificate that is none, are said before the hub starts") {
    Village village;
    hub::ServerSettings taken;
    taken.port = port_of(village);
    const auto second = hub::Server::start(*village.hub, taken);
    REQUIRE_FALSE(second);
    CHECK(second.fault() == Fault::unreachable);

    hub::ServerSettings insecure;
    insecure.port = 0;
    insecure.certificate = village.folder.path / "none.pem";
    insecure.key = village.folder.path / "none.pem";
    const auto without = hub::Server::start(*village.hub, insecure);
    REQUIRE_FALSE(without);
    CHECK(without.fault() == Fault::invalid);
    insecure.key.clear();
    CHECK_FALSE(hub::Server::start(*village.hub, insecure));
}

TEST_CASE(
    "with a certificate the hub speaks TLS and nothing else, and a phone takes no certificate that it can't trust") {
    Village village;
    const auto written = [&](const char* name, const char* text) {
        const auto file = village.folder.path / name;
        std::ofstream(file) << text;
        return file;
    };
    hub::Hub& hub = village.closed();
    hub::ServerSettings secure;
    secure.port = 0;
    secure.certificate = written("certificate.pem", certificate);
    secure.key = written("key.pem", certificate_key);
    auto server = must(hub::Server::start(hub, secure));
    CHECK(server->url().starts_with("https://127.0.0.1:"));

    client::Http http;
    const auto secured = http.post(server->url() + "/v1/join", "body");
    REQUIRE_FALSE(secured);
    CHECK(secured.fault() == Fault::not_a_hub);
    Wire plain(server->port());
    plain.says("GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n");
    CHECK(plain.hears_all().find("HTTP") == std::string::npos);
    server.reset();
    village.reopen();
    goes_on(village);
}
