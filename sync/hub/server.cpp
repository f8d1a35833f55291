#include "sync/hub/server.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "engine/model/time.hpp"
#include "sync/hub/waiting.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = asio::ssl;
using asio::ip::tcp;
using Moment = std::chrono::steady_clock::time_point;
using Code = boost::system::error_code;

constexpr auto quietly = asio::as_tuple(asio::use_awaitable);  // errors as values
constexpr std::size_t slowest = 1024;  // bytes a second: a slower link than this isn't waited for
constexpr std::size_t linger_most = 8U * 1024 * 1024;
constexpr auto linger_time = std::chrono::seconds(2);
constexpr auto stop_grace = std::chrono::seconds(10);

enum class Route { join, invite, exchange, health, none };

Route route_of(http::verb verb, std::string_view target) {
    if (verb == http::verb::post) {
        return target == "/v1/join"       ? Route::join
               : target == "/v1/invite"   ? Route::invite
               : target == "/v1/exchange" ? Route::exchange
                                          : Route::none;
    }
    return verb == http::verb::get && target == "/healthz" ? Route::health : Route::none;
}

std::string_view name_of(Route route) {
    switch (route) {
        case Route::join: return "join";
        case Route::invite: return "invite";
        case Route::exchange: return "exchange";
        case Route::health: return "health";
        case Route::none: return "none";
    }
    return {};
}

// The token of "Bearer TOKEN"; empty if that isn't what it says.
std::string_view bearer(std::string_view header) {
    constexpr std::string_view scheme = "Bearer ";
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string_view{};
}

// Who tries, for the limit on wrong codes. Behind a proxy of this machine it is whom the proxy names; of an IPv6
// address only the network, since the rest is hers to choose.
std::string tryer(const asio::ip::address& peer, std::string_view forwarded) {
    asio::ip::address address = peer;
    if (peer.is_loopback() && !forwarded.empty()) {
        const auto comma = forwarded.rfind(',');
        std::string_view last = comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1);
        last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
        Code bad;
        const auto named = asio::ip::make_address(std::string(last), bad);
        address = bad ? peer : named;
    }
    if (address.is_v6() && !address.to_v6().is_v4_mapped()) {
        const auto bytes = address.to_v6().to_bytes();
        return {bytes.begin(), bytes.begin() + 8};
    }
    return address.to_string();
}

struct Answer {
    Reply reply;
    std::string_view type = wire::media_type;
};

Answer plain(unsigned status, std::string text) {
    return {{status, std::move(text), {}}, "text/plain; charset=utf-8"};
}

// One connection, as `stop` sees it. Used on its own strand.
struct Connection {
    explicit Connection(tcp::socket socket) : stream(std::move(socket)) {}
    beast::tcp_stream stream;
    bool idle = true;  // between two requests
};

}  // namespace

struct Server::Inside {
    Inside(Hub& served, ServerSettings chosen) : hub(served), settings(std::move(chosen)) {}

    Hub& hub;
    ServerSettings settings;
    asio::io_context io;
    asio::thread_pool desk{1};  // the hub's thread: requests are served one after the other, exchanges in groups
    WaitingRoom waiting{hub, [this](std::function<void()> work) { asio::post(desk, std::move(work)); }};
    ssl::context tls{ssl::context::tls_server};
    tcp::acceptor acceptor{asio::make_strand(io)};
    std::uint16_t port = 0;
    std::vector<std::thread> threads;
    std::atomic<bool> stopping{false};
    std::mutex mutex;  // of what follows
    std::condition_variable gone;
    std::set<std::shared_ptr<Connection>> connections;
    bool stopped = false;

    [[nodiscard]] bool is_secure() const { return !settings.certificate.empty(); }
    [[nodiscard]] std::string url() const;
    Outcome listen();
    Outcome prepare_tls();
    void run();
    void stop();

    asio::awaitable<void> accept();
    asio::awaitable<void> attend(std::shared_ptr<Connection> connection);
    template <class Stream>
    asio::awaitable<void> converse(Connection& connection, Stream& stream);
    template <class Stream>
    asio::awaitable<bool> serve(Connection& connection, Stream& stream, beast::flat_buffer& buffer);
    template <class Stream, class Parser>
    asio::awaitable<std::optional<Answer>> receive(Connection& connection, Stream& stream, beast::flat_buffer& buffer,
                                                   Parser& parser, Route& route);
    template <class Work>
    asio::awaitable<std::invoke_result_t<Work>> at_desk(Work work);
    asio::awaitable<Reply> exchange(std::string_view body, std::string_view token);
    asio::awaitable<Answer> answer(Route route, std::string body, std::string token, std::string address);
    void note(Route route, const Answer& answer, std::size_t up, Moment began);
};

namespace {

template <class Stream>
asio::awaitable<void> linger(Connection& connection, Stream& stream) {
    // What she is still sending would reset the connection and take our answer with it: let it run out.
    Code ignored;
    if constexpr (std::is_same_v<Stream, beast::tcp_stream>) {
        stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }
    connection.stream.expires_at(std::chrono::steady_clock::now() + linger_time);
    std::vector<char> waste(64U * 1024);
    for (std::size_t read = 0; read < linger_most;) {
        const auto [error, count] = co_await stream.async_read_some(asio::buffer(waste), quietly);
        if (error) {
            break;
        }
        read += count;
    }
}

// What a broken header is answered with; none when she is gone or too slow.
std::optional<Answer> answer_to(const Hub& hub, Code error) {
    if (error == http::error::body_limit) {
        return Answer{hub.refusal(Fault::too_large)};
    }
    if (error == http::error::header_limit) {
        return plain(431, "The header is too long.\n");
    }
    const bool is_malformed = error.category() == make_error_code(http::error::bad_method).category() &&
                              error != http::error::end_of_stream && error != http::error::partial_message;
    return is_malformed ? std::optional(plain(400, "This is no HTTP request.\n")) : std::nullopt;
}

}  // namespace

std::string Server::Inside::url() const {
    const std::string& host = settings.address;
    const bool is_v6 = host.find(':') != std::string::npos;
    return (is_secure() ? "https://" : "http://") + (is_v6 ? '[' + host + ']' : host) + ':' + std::to_string(port);
}

Outcome Server::Inside::prepare_tls() {
    if (settings.certificate.empty() != settings.key.empty()) {
        return Failure{Fault::invalid, "a certificate needs its key, and a key its certificate"};
    }
    if (!is_secure()) {
        return Done{};
    }
    Code error;
    tls.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                        ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1,
                    error);
    if (!error) {
        tls.use_certificate_chain_file(settings.certificate.string(), error);
    }
    if (!error) {
        tls.use_private_key_file(settings.key.string(), ssl::context::pem, error);
    }
    return error ? Outcome(Failure{Fault::invalid, "certificate: " + error.message()}) : Outcome(Done{});
}

Outcome Server::Inside::listen() {
    Code error;
    const auto address = asio::ip::make_address(settings.address, error);
    const tcp::endpoint at{address, settings.port};
    if (!error) {
        acceptor.open(at.protocol(), error);
    }
    if (!error) {
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    }
    if (!error) {
        acceptor.bind(at, error);
    }
    if (!error) {
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    }
    if (!error) {
        port = acceptor.local_endpoint(error).port();
    }
    return error ? Outcome(Failure{Fault::unreachable, error.message()}) : Outcome(Done{});
}

void Server::Inside::run() {
    asio::co_spawn(acceptor.get_executor(), accept(), asio::detached);
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([this] { io.run(); });
    }
}

void Server::Inside::stop() {
    {
        const std::lock_guard lock(mutex);
        if (std::exchange(stopped, true)) {
            return;
        }
    }
    stopping = true;
    asio::post(acceptor.get_executor(), [this] {
        Code ignored;
        acceptor.close(ignored);
    });
    const auto close_all = [this](bool idle_only) {
        for (const auto& connection : connections) {
            asio::post(connection->stream.get_executor(), [connection, idle_only] {
                if (connection->idle || !idle_only) {
                    connection->stream.close();
                }
            });
        }
    };
    {
        std::unique_lock lock(mutex);
        close_all(true);
        if (!gone.wait_for(lock, stop_grace, [this] { return connections.empty(); })) {
            close_all(false);
            gone.wait_for(lock, stop_grace, [this] { return connections.empty(); });
        }
    }
    io.stop();
    for (std::thread& thread : threads) {
        thread.join();
    }
    desk.join();
}

asio::awaitable<void> Server::Inside::accept() {
    while (!stopping) {
        auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(io), quietly);
        if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) {
            break;
        }
        if (error) {  // no descriptors left, say: let some go first
            asio::steady_timer rest(co_await asio::this_coro::executor, std::chrono::milliseconds(100));
            co_await rest.async_wait(quietly);
            continue;
        }
        Code ignored;
        socket.set_option(tcp::no_delay(true), ignored);
        auto connection = std::make_shared<Connection>(std::move(socket));
        const std::lock_guard lock(mutex);
        if (stopping || connections.size() >= settings.connections_most) {
            continue;  // it closes
        }
        connections.insert(connection);
        asio::co_spawn(connection->stream.get_executor(), attend(connection), asio::detached);
    }
}

asio::awaitable<void> Server::Inside::attend(std::shared_ptr<Connection> connection) {
    try {
        if (is_secure()) {
            ssl::stream<beast::tcp_stream&> stream(connection->stream, tls);
            connection->stream.expires_at(std::chrono::steady_clock::now() + settings.request_most);
            const auto [error] = co_await stream.async_handshake(ssl::stream_base::server, quietly);
            if (!error) {
                co_await converse(*connection, stream);
                connection->stream.expires_at(std::chrono::steady_clock::now() + linger_time);
                co_await stream.async_shutdown(quietly);
            }
        } else {
            co_await converse(*connection, connection->stream);
        }
    } catch (const std::exception&) {
        // No memory for one more request: the connection goes, the others stay.
    }
    connection->stream.close();
    const std::lock_guard lock(mutex);
    connections.erase(connection);
    gone.notify_all();
}

template <class Stream>
asio::awaitable<void> Server::Inside::converse(Connection& connection, Stream& stream) {
    beast::flat_buffer buffer;
    bool goes_on = true;
    while (goes_on && !stopping) {
        if (buffer.size() == 0) {
            connection.idle = true;
            connection.stream.expires_at(std::chrono::steady_clock::now() + settings.idle_most);
            const auto [error, count] = co_await stream.async_read_some(buffer.prepare(4096), quietly);
            connection.idle = false;
            if (error) {
                co_return;
            }
            buffer.commit(count);
        }
        goes_on = co_await serve(connection, stream, buffer);
    }
}

// One request. False: the connection has had its last.
template <class Stream>
asio::awaitable<bool> Server::Inside::serve(Connection& connection, Stream& stream, beast::flat_buffer& buffer) {
    const Moment began = std::chrono::steady_clock::now();
    connection.stream.expires_at(began + settings.request_most);
    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(settings.header_most));
    parser.body_limit(settings.body_most);
    Route route = Route::none;
    auto done = co_await receive(connection, stream, buffer, parser, route);
    if (!done) {
        co_return false;
    }
    const bool whole = parser.is_done();
    http::response<http::string_body> response{static_cast<http::status>(done->reply.status), 11};
    response.set(http::field::content_type, done->type);
    response.set(http::field::cache_control, "no-store");
    response.keep_alive(whole && parser.get().keep_alive() && !stopping);
    const std::size_t up = parser.get().body().size();
    note(route, *done, up, began);
    response.body() = std::move(done->reply.body);
    response.prepare_payload();
    connection.stream.expires_at(std::chrono::steady_clock::now() + settings.request_most +
                                 std::chrono::seconds(response.body().size() / slowest));
    const auto [error, count] = co_await http::async_write(stream, response, quietly);
    if (!error && !whole) {
        co_await linger(connection, stream);
    }
    co_return !error && response.keep_alive();
}

// Reads the request and finds its answer; refuses by the header alone what the header alone condemns.
template <class Stream, class Parser>
asio::awaitable<std::optional<Answer>> Server::Inside::receive(Connection& connection, Stream& stream,
                                                               beast::flat_buffer& buffer, Parser& parser,
                                                               Route& route) {
    const auto [no_header, header_size] = co_await http::async_read_header(stream, buffer, parser, quietly);
    if (no_header) {
        co_return answer_to(hub, no_header);
    }
    const auto& request = parser.get();
    route = route_of(request.method(), request.target());
    if (route == Route::none) {
        co_return plain(404, "Nothing here.\n");
    }
    const std::string token(bearer(request[http::field::authorization]));
    const bool greeting = route != Route::exchange;
    const std::uint64_t most = greeting ? settings.greeting_most : settings.body_most;
    parser.body_limit(most);
    if (parser.content_length().value_or(0) > most) {
        co_return Answer{hub.refusal(Fault::too_large)};
    }
    // So much is read from anybody. Who wants to say more must be known before; whoever doesn't is asked with the rest.
    if (!greeting && (!parser.content_length() || *parser.content_length() > settings.greeting_most)) {
        const auto refused = co_await at_desk([this, &token]() -> std::optional<Fault> {
            const auto known = hub.knows(token);
            return !known ? std::optional(known.fault()) : *known ? std::nullopt : std::optional(Fault::token_refused);
        });
        if (refused) {
            co_return Answer{hub.refusal(*refused)};
        }
    }
    if (beast::iequals(request[http::field::expect], "100-continue")) {
        constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto [error, count] =
            co_await asio::async_write(stream, asio::buffer(go_on.data(), go_on.size()), quietly);
        if (error) {
            co_return std::nullopt;
        }
    }
    // In all, not at each byte: and as long as a slow link needs for so much.
    const auto allowance = std::chrono::seconds(parser.content_length().value_or(0) / slowest);
    connection.stream.expires_at(std::chrono::steady_clock::now() + settings.request_most + allowance);
    const auto [no_body, body_size] = co_await http::async_read(stream, buffer, parser, quietly);
    if (no_body) {
        co_return answer_to(hub, no_body);
    }
    Code gone_already;
    const auto peer = connection.stream.socket().remote_endpoint(gone_already).address();
    co_return co_await answer(route, request.body(), token, tryer(peer, request["X-Forwarded-For"]));
}

template <class Work>
asio::awaitable<std::invoke_result_t<Work>> Server::Inside::at_desk(Work work) {
    auto there = [](Work todo) -> asio::awaitable<std::invoke_result_t<Work>> { co_return todo(); };
    co_return co_await asio::co_spawn(desk.get_executor(), there(std::move(work)), asio::use_awaitable);
}

asio::awaitable<Answer> Server::Inside::answer(Route route, std::string body, std::string token, std::string address) {
    if (route == Route::health) {
        co_return plain(200, "ok\n");
    }
    if (route == Route::exchange) {
        Reply reply = co_await exchange(body, token);
        co_return Answer{std::move(reply)};
    }
    Reply reply = co_await at_desk([this, route, &body, &token, &address]() -> Reply {
        return route == Route::join ? hub.join(body, address) : hub.invite(body, token);
    });
    co_return Answer{std::move(reply)};
}

asio::awaitable<Reply> Server::Inside::exchange(std::string_view body, std::string_view token) {
    auto begin = [this, body, token](auto handler) {
        auto there = asio::make_work_guard(handler);  // whoever stops the server waits for her
        auto held = std::make_shared<decltype(handler)>(std::move(handler));
        waiting.enters({body, token, [held, there](Reply reply) {
                            asio::post(there.get_executor(),
                                       [held, reply = std::move(reply)]() mutable { (*held)(std::move(reply)); });
                        }});
    };
    Reply reply = co_await asio::async_initiate<const asio::use_awaitable_t<>, void(Reply)>(std::move(begin),
                                                                                            asio::use_awaitable);
    co_return reply;
}

void Server::Inside::note(Route route, const Answer& answer, std::size_t up, Moment began) {
    if (!settings.log) {
        return;
    }
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    std::string line = R"({"at":")" + time_text(system_clock().now_ms()) + R"(","route":")";
    line += name_of(route);
    line += R"(","status":)" + std::to_string(answer.reply.status) + R"(,"up":)" + std::to_string(up);
    line += R"(,"down":)" + std::to_string(answer.reply.body.size()) + R"(,"ms":)" + std::to_string(ms.count());
    if (!answer.reply.device.empty()) {
        line += R"(,"device":")" + answer.reply.device + '"';
    }
    line += '}';
    const std::lock_guard lock(mutex);
    settings.log(line);
}

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Server::~Server() {
    stop();
}

Result<std::unique_ptr<Server>> Server::start(Hub& hub, ServerSettings settings) {
    auto inside = std::make_unique<Inside>(hub, std::move(settings));
    AYNI_TRY(inside->prepare_tls());
    AYNI_TRY(inside->listen());
    if (inside->settings.on_listening) {
        AYNI_TRY(inside->settings.on_listening(inside->url()));
    }
    inside->run();
    return std::unique_ptr<Server>(new Server(std::move(inside)));
}

std::uint16_t Server::port() const {
    return inside_->port;
}

std::string Server::url() const {
    return inside_->url();
}

void Server::stop() {
    inside_->stop();
}

}  // namespace ayni::hub
