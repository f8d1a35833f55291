// A bad network: whatever answers instead of the hub, the phone says the right thing and keeps what it has.

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "engine/store/store.hpp"
#include "sync/client/client.hpp"
#include "sync/wire/messages.hpp"
#include "tests/sync/client_strangers.hpp"

using namespace ayni;
using namespace ayni::client_test;

namespace {

constexpr client::Patience hurried{2, 1, 64 * 1024};
constexpr std::string_view code = "ABCD-EFGH";
const RecordId somebody{DeviceId{7}, 1};
const ScopeId her_plan{ScopeKind::plan, {DeviceId{7}, 2}};

/// Signs as a hub would, and lies where it is told to.
struct FalseHub {
    wire::KeyPair keys = wire::make_keys();
    wire::KeyPair others = wire::make_keys();
    bool other_key = false;
    bool other_nonce = false;
    mutable wire::PublicKey hers;  // of the device that joined
    std::string instead;           // the whole HTTP answer
    bool knows_no_cursor = false;
    std::function<void(const wire::ExchangeRequest&, wire::ExchangeAnswer&)> also;

    std::string nonce(const std::string& asked) const { return other_nonce ? std::string(16, 'x') : asked; }
    std::string signed_by(const std::string& message) const {
        return wire::sign_answer(message, other_key ? others.secret : keys.secret);
    }
    std::string operator()(const std::string& head, const std::string& body) const {
        if (!instead.empty()) {
            return instead;
        }
        if (head.find("/v1/join") != std::string::npos) {
            const auto request = wire::open_join(body);
            hers = request->key;
            wire::JoinAnswer answer{nonce(request->nonce), "token", somebody, "Prueba", DeviceId{9}, keys.open, 5, 1};
            return http("200 OK", signed_by(wire::encode(answer)));
        }
        const auto request = wire::decode_exchange_request(body);
        wire::ExchangeAnswer answer;
        answer.epoch = knows_no_cursor || request->cursor.empty() ? 5 : 0;
        answer.cursor = "c";
        wire::FrameReader reader;
        for (const std::string& frame : request->frames) {
            const auto envelopes = reader.unpack(frame);
            for (const std::string& bytes : *envelopes) {
                answer.received += wire::open(bytes) ? 1 : 0;
            }
        }
        if (also) {
            also(*request, answer);
        }
        const auto key = wire::answer_key(other_key ? others.secret : keys.secret, hers);
        return http("200 OK", wire::seal_answer(wire::encode(answer), other_nonce ? "another" : body, *key));
    }
};

std::string sealed(const ScopeId& scope, DeviceId device, const wire::KeyPair& keys, RecordId record, KindNo kind,
                   const std::vector<std::pair<const char*, Value>>& fields) {
    wire::Contents contents{scope, device, 1, fields.size(), schema_version, {}, {}};
    for (const auto& [name, value] : fields) {
        const Edit edit = make_edit(record, kind, name, value);
        contents.changes.push_back(
            {{device, contents.changes.size() + 1}, record, kind, edit.field, {}, value, Stamp::at(1000), {}});
    }
    return wire::seal(contents, keys.secret);
}

struct Phone {
    std::unique_ptr<Store> store =
        std::move(Store::open(":memory:", {.decode = wire::decode, .clock = nullptr, .rights_only = false})).value();
    client::Http http{hurried};

    Outcome joins(const std::string& url, const std::string& rest = {}) {
        return client::join(*store, http, url + "/" + std::string(code) + rest);
    }
    /// All that joining would have changed.
    [[nodiscard]] std::vector<std::string> memory() const {
        std::vector<std::string> all{to_text(store->person())};
        for (const char* name : {"token", "hub_url", "hub_name", "hub_key", "hub_device", "epoch", "alone"}) {
            all.push_back(*store->setting(name));
        }
        return all;
    }
    void writes() {
        const RecordId goal = store->new_record();
        REQUIRE(store->write(her_plan, std::vector{make_edit(goal, kind::goal, "title", std::string("Pan dulce"))}));
    }
};

Fault fault_of(const Outcome& outcome) {
    REQUIRE_FALSE(outcome);
    return outcome.fault();
}

struct Case {
    const char* name;
    std::string answer;
    Fault fault;
};

std::vector<Case> cases() {
    const std::string page = "<html>Bienvenue au Wi-Fi</html>";
    return {
        {"a web page answering 200", http("200 OK", page, "Content-Type: text/html\r\n"), Fault::not_a_hub},
        {"an empty 200", http("200 OK", ""), Fault::not_a_hub},
        {"a redirect to a portal", http("302 Found", "", "Location: http://127.0.0.1:1/\r\n"), Fault::not_a_hub},
        {"a web server's 404", http("404 Not Found", page), Fault::not_a_hub},
        {"a proxy asking for a password", http("407 Proxy Authentication Required", page), Fault::not_a_hub},
        {"a portal that says so", http("511 Network Authentication Required", page), Fault::not_a_hub},
        {"a hub behind a proxy that is down", http("502 Bad Gateway", page), Fault::hub_failed},
        {"an answer cut in half", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhalf", Fault::unreachable},
        {"a header cut in half", "HTTP/1.1 200 OK\r\nConte", Fault::unreachable},
        {"something that isn't HTTP", "SSH-2.0-OpenSSH_9.2\r\n", Fault::not_a_hub},
        {"an answer without end", http("200 OK", std::string(100 * 1024, 'a')), Fault::too_large},
    };
}

}  // namespace

TEST_CASE("whatever answers instead of a hub, joining says what it is and keeps nothing") {
    for (const Case& one : cases()) {
        INFO(one.name);
        FalseHub hub;
        hub.instead = one.answer;
        Stranger stranger(hub);
        Phone phone;
        const auto before = phone.memory();
        CHECK(fault_of(phone.joins(stranger.url())) == one.fault);
        CHECK(phone.memory() == before);
        CHECK(stranger.requests() == 1);  // no redirect was followed, nothing tried twice
    }
}

TEST_CASE("a hub that closes the line, says nothing, or isn't there is unreachable") {
    Phone phone;
    const auto before = phone.memory();
    Stranger mute([](const std::string&, const std::string&) { return std::string(); });
    CHECK(fault_of(phone.joins(mute.url())) == Fault::unreachable);
    mute.is_silent = true;
    CHECK(fault_of(phone.joins(mute.url())) == Fault::unreachable);
    CHECK(fault_of(phone.joins(deserted_url())) == Fault::unreachable);
    CHECK(fault_of(phone.joins("https://no-such-hub.invalid")) == Fault::unreachable);
    CHECK(phone.memory() == before);
}

TEST_CASE("a hub that can't prove itself at the first contact is none") {
    const auto with = [](const std::function<void(FalseHub&)>& lie, const std::string& rest = {}) {
        FalseHub hub;
        lie(hub);
        Stranger stranger(hub);
        Phone phone;
        const auto before = phone.memory();
        const Fault fault = fault_of(phone.joins(stranger.url(), rest));
        CHECK(phone.memory() == before);
        return fault;
    };
    CHECK(with([](FalseHub& hub) { hub.other_key = true; }) == Fault::not_a_hub);
    CHECK(with([](FalseHub& hub) { hub.other_nonce = true; }) == Fault::not_a_hub);
    CHECK(with([](FalseHub&) {}, "?k=0123456789abcdef") == Fault::not_a_hub);
}

TEST_CASE("what a hub refuses is taken from its own words only") {
    wire::KeyPair keys = wire::make_keys();
    Fault said = Fault::wrong_code;
    bool honest = true;
    Stranger stranger([&](const std::string&, const std::string& body) {
        const auto request = wire::open_join(body);
        const wire::Refused refused{honest ? request->nonce : std::string(16, 'x'), said, 30};
        return http("403 Forbidden", wire::sign_answer(wire::encode(refused), keys.secret));
    });
    Phone phone;
    for (const Fault fault : {Fault::wrong_code, Fault::expired_code, Fault::too_many_tries}) {
        stranger.changes([&] { said = fault; });
        CHECK(fault_of(phone.joins(stranger.url())) == fault);
    }
    stranger.changes([&] { honest = false; });
    CHECK(fault_of(phone.joins(stranger.url())) == Fault::not_a_hub);
}

TEST_CASE("a link without protection is not followed off this machine") {
    client::Http http(hurried);
    for (const char* url : {"http://hub.example.org/v1/join", "http://127.0.0.1.example.org/", "http://10.0.0.1/x",
                            "http://user@127.0.0.1.evil/", "ftp://127.0.0.1/"}) {
        INFO(url);
        const auto answer = http.post(url, "body");
        REQUIRE_FALSE(answer);
        CHECK(answer.fault() == Fault::invalid);
    }
    Phone phone;
    CHECK_FALSE(phone.joins("http://hub.example.org"));
}

TEST_CASE("an exchange with somebody who isn't the hub changes nothing, and the next one with the hub goes well") {
    FalseHub hub;
    Stranger stranger([&hub](const std::string& head, const std::string& body) { return hub(head, body); });
    Phone phone;
    REQUIRE(phone.joins(stranger.url()));
    phone.writes();
    const std::uint64_t waiting = *phone.store->waiting();
    REQUIRE(waiting > 0);
    const auto tries = [&] {
        const auto summary = client::synchronise(*phone.store, phone.http);
        REQUIRE_FALSE(summary);
        CHECK(*phone.store->waiting() == waiting);
        CHECK(phone.store->setting("last_exchange")->empty());
        CHECK(phone.store->setting("cursor")->empty());
        return summary.fault();
    };
    for (const Case& one : cases()) {
        INFO(one.name);
        stranger.changes([&] { hub.instead = one.answer; });
        CHECK(tries() == one.fault);
    }
    stranger.changes([&] {
        hub.instead.clear();
        hub.other_key = true;
    });
    CHECK(tries() == Fault::not_a_hub);
    stranger.changes([&] {
        hub.other_key = false;
        hub.other_nonce = true;
    });
    CHECK(tries() == Fault::not_a_hub);
    stranger.changes([&] { hub.other_nonce = false; });
    stranger.is_silent = true;
    CHECK(tries() == Fault::unreachable);
    stranger.is_silent = false;

    const auto envelopes = *phone.store->envelopes(her_plan);
    REQUIRE(envelopes.size() == 1);  // sealed once, before the first try; never again
    const auto summary = client::synchronise(*phone.store, phone.http);
    REQUIRE(summary);
    CHECK(summary->sent == waiting);
    CHECK(*phone.store->waiting() == 0);
    CHECK(phone.store->envelopes(her_plan)->front().bytes == envelopes.front().bytes);
    CHECK((*client::hub_of(*phone.store))->bytes_this_month > summary->bytes_up + summary->bytes_down);
}

TEST_CASE("an envelope that its author didn't sign, or whose author isn't known yet, blocks nothing") {
    FalseHub hub;
    const wire::KeyPair author = wire::make_keys();
    const wire::KeyPair forger = wire::make_keys();
    const DeviceId known{11};
    const ScopeId programme;
    const RecordId goal{known, 1};
    const RecordId forged{known, 2};
    const RecordId card{DeviceId{9}, 1};
    const std::string hers = sealed(her_plan, known, author, goal, kind::goal, {{"title", std::string("Suyo")}});
    const std::string not_hers = sealed(her_plan, known, forger, forged, kind::goal, {{"title", std::string("Falso")}});
    const std::string device = sealed(programme, DeviceId{9}, hub.keys, card, kind::device,
                                      {{"device", to_text(known)}, {"public_key", wire::to_text(author.open)}});
    bool knows_her = false;
    hub.also = [&](const wire::ExchangeRequest& request, wire::ExchangeAnswer& answer) {
        answer.scopes_changed = request.cursor.empty();
        answer.scopes = {programme, her_plan};
        if (request.cursor.empty()) {
            answer.frames.push_back({wire::pack_frame({not_hers, hers}), "1"});
        }
        if (knows_her) {
            answer.frames.push_back({wire::pack_frame({device}), "2"});
        }
    };
    Stranger stranger([&hub](const std::string& head, const std::string& body) { return hub(head, body); });
    Phone phone;
    REQUIRE(phone.joins(stranger.url()));
    const auto unknown = client::synchronise(*phone.store, phone.http);
    REQUIRE(unknown);
    CHECK(unknown->received == 0);
    REQUIRE(unknown->refused.size() == 1);  // both have the one name
    CHECK(unknown->refused.front().reason == "bad_signature");

    stranger.changes([&] { knows_her = true; });
    const auto later = client::synchronise(*phone.store, phone.http);
    REQUIRE(later);
    CHECK(later->received == 3);
    CHECK((*phone.store->find(goal))->text("title") == "Suyo");
    CHECK_FALSE(*phone.store->find(forged));
    CHECK(phone.store->check()->empty());
}

TEST_CASE("what builds on a frame that can't be read is asked for anew, from there on") {
    FalseHub hub;
    const wire::KeyPair author = wire::make_keys();
    const DeviceId known{11};
    const ScopeId programme;
    const std::string device = sealed(programme, DeviceId{9}, hub.keys, RecordId{DeviceId{9}, 1}, kind::device,
                                      {{"device", to_text(known)}, {"public_key", wire::to_text(author.open)}});
    const RecordId goal{known, 1};
    const std::string hers = sealed(her_plan, known, author, goal, kind::goal, {{"title", std::string("Suyo")}});
    std::vector<std::string> cursors;
    hub.also = [&](const wire::ExchangeRequest& request, wire::ExchangeAnswer& answer) {
        cursors.push_back(request.cursor);
        answer.scopes_changed = request.cursor.empty();
        answer.scopes = {programme, her_plan};
        wire::FrameWriter writer;
        if (request.cursor.empty()) {
            answer.frames.push_back({writer.pack({device}), "1"});
            std::string of_a_later_hub = writer.pack({hers});
            of_a_later_hub.front() = '\x7F';
            answer.frames.push_back({of_a_later_hub, "2"});
            answer.frames.push_back({writer.pack({hers}), "3"});
        } else if (request.cursor == "2") {
            answer.frames.push_back({writer.pack({hers}), "3"});
        }
    };
    Stranger stranger([&hub](const std::string& head, const std::string& body) { return hub(head, body); });
    Phone phone;
    REQUIRE(phone.joins(stranger.url()));
    const auto summary = client::synchronise(*phone.store, phone.http);
    REQUIRE(summary);
    REQUIRE(cursors.size() >= 2);
    CHECK(cursors[1] == "2");
    REQUIRE(phone.store->find(goal)->has_value());
    CHECK((*phone.store->find(goal))->text("title") == "Suyo");
    CHECK(*phone.store->setting("cursor") == "c");
}

TEST_CASE("a proxy that finds a request too large gets smaller ones") {
    FalseHub hub;
    std::size_t largest = 0;
    Stranger stranger([&](const std::string& head, const std::string& body) {
        if (body.size() > 20'000) {
            return http("413 Payload Too Large", "too large");
        }
        largest = std::max(largest, body.size());
        return hub(head, body);
    });
    Phone phone;
    REQUIRE(phone.joins(stranger.url()));
    for (int i = 0; i < 12; ++i) {
        const RecordId goal = phone.store->new_record();
        const std::string noise = wire::to_hex(wire::random_bytes(4000));  // doesn't compress to less than half
        REQUIRE(phone.store->write(her_plan, std::vector{make_edit(goal, kind::goal, "title", noise)}));
    }
    const std::uint64_t waiting = *phone.store->waiting();
    const auto summary = client::synchronise(*phone.store, phone.http);
    REQUIRE(summary);
    CHECK(summary->sent == waiting);
    stranger.changes([&] { CHECK(largest <= 20'000); });
}

TEST_CASE("a hub that never knows its own cursors is offered everything once more, and not for ever") {
    FalseHub hub;
    hub.knows_no_cursor = true;
    Stranger stranger([&](const std::string& head, const std::string& body) { return hub(head, body); });
    Phone phone;
    REQUIRE(phone.joins(stranger.url()));
    REQUIRE(client::synchronise(*phone.store, phone.http));
    REQUIRE(phone.store->write(
        her_plan, std::vector{make_edit(phone.store->new_record(), kind::goal, "title", std::string("Pan"))}));
    const std::uint64_t waiting = *phone.store->waiting();
    const auto summary = client::synchronise(*phone.store, phone.http);
    REQUIRE(summary);
    CHECK(summary->sent == 2 * waiting);
    CHECK(*phone.store->waiting() == 0);
}

TEST_CASE("cancelling ends a silent request at once") {
    Stranger stranger([](const std::string&, const std::string&) { return std::string(); });
    stranger.is_silent = true;
    client::Http http{client::Patience{20, 60, 1024}};
    std::thread canceller([&] {
        while (stranger.requests() == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        http.cancel();
    });
    const auto started = std::chrono::steady_clock::now();
    const auto answer = http.post(stranger.url(), "body");
    canceller.join();
    REQUIRE_FALSE(answer);
    CHECK(answer.fault() == Fault::unreachable);
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds(20));
}
