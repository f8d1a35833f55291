// Joining: one-time codes, and the patience with those who guess.

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

// A request and the key that it is signed with.
struct Request : wire::JoinRequest {
    wire::SecretKey secret;
};
Request request_with(const std::string& code, const Phone& phone, const wire::KeyPair& keys) {
    Request request;
    request.secret = keys.secret;
    request.nonce = wire::random_bytes(16);
    request.code = code;
    request.device = phone.store->device();
    request.key = keys.open;
    request.model = "Linux";
    request.app_version = "0.1";
    return request;
}

struct Asked {
    long status = 0;
    std::optional<wire::JoinAnswer> answer;
    std::optional<wire::Refused> refused;
};

Asked ask(Village& village, const Request& request) {
    client::Http http;
    const auto answer = must(http.post(village.url() + "/v1/join", wire::sign_join(request, request.secret)));
    Asked asked{answer.status, std::nullopt, refusal_in(answer)};
    if (answer.status == 200) {
        asked.answer = must(wire::decode_join_answer(must(wire::open_answer(answer.body, std::nullopt))));
        CHECK(asked.answer->nonce == request.nonce);
    }
    return asked;
}

std::string code_in(const std::string& link) {
    return must(wire::parse_link(link)).code;
}

}  // namespace

TEST_CASE("a wrong code is refused, and the eleventh try has to wait") {
    Village village;
    Phone stranger(village.clock);
    const auto keys = wire::make_keys();
    for (int i = 0; i < 10; ++i) {
        const auto asked = ask(village, request_with("AAAA-AAAA", stranger, keys));
        CHECK(asked.status == 403);
        REQUIRE(asked.refused);
        CHECK(asked.refused->fault == Fault::wrong_code);
    }
    const std::string good = code_in(village.invites(village.rosa));
    const auto eleventh = ask(village, request_with(good, stranger, keys));
    CHECK(eleventh.status == 429);
    REQUIRE(eleventh.refused);
    CHECK(eleventh.refused->fault == Fault::too_many_tries);
    CHECK(eleventh.refused->retry_after_s == 600);

    village.clock.now += 10 * minute;
    CHECK(ask(village, request_with(good, stranger, keys)).status == 200);
    village.is_sound();
}

TEST_CASE("a code is typed as people type") {
    Village village;
    Phone phone(village.clock);
    std::string code = code_in(village.invites(village.rosa));
    for (char& c : code) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    CHECK(ask(village, request_with("  " + code + " ", phone, wire::make_keys())).status == 200);
}

TEST_CASE("a code is good once") {
    Village village;
    const std::string link = village.invites(village.rosa);
    Phone first(village.clock);
    Phone second(village.clock);
    first.join(link);
    const auto again = client::join(*second.store, second.http, link);
    REQUIRE_FALSE(again);
    CHECK(again.fault() == Fault::expired_code);
    CHECK(must(second.store->setting("token")).empty());
    first.sync();
    CHECK(first.text_of(village.rosa, "name") == "Rosa");
}

TEST_CASE("a code that nobody used is good for seven days") {
    Village village;
    const std::string early = village.invites(village.rosa);
    const std::string late = village.invites(village.elena);
    village.clock.now += 7 * day - 1;
    Phone rosa(village.clock);
    CHECK(client::join(*rosa.store, rosa.http, early));
    village.clock.now += 1;
    Phone elena(village.clock);
    const auto joined = client::join(*elena.store, elena.http, late);
    REQUIRE_FALSE(joined);
    CHECK(joined.fault() == Fault::expired_code);
}

TEST_CASE("a phone whose answer was lost joins again with the same code, and its first token is void") {
    Village village;
    Phone phone(village.clock);
    const auto keys = wire::make_keys();
    const std::string code = code_in(village.invites(village.rosa));
    const auto lost = ask(village, request_with(code, phone, keys));
    const auto again = ask(village, request_with(code, phone, keys));
    REQUIRE(lost.answer);
    REQUIRE(again.answer);
    CHECK(again.answer->token != lost.answer->token);
    CHECK(again.answer->person == village.rosa);

    client::Http http;
    const std::string body = wire::encode(Forgery().request);
    CHECK(must(http.post(village.url() + "/v1/exchange", body, lost.answer->token)).status == 401);
    CHECK(must(http.post(village.url() + "/v1/exchange", body, again.answer->token)).status == 200);
    // It has come with its token: the request for it, come a third time, takes nothing from it.
    const auto late = ask(village, request_with(code, phone, keys));
    REQUIRE(late.refused);
    CHECK(late.refused->fault == Fault::expired_code);
    CHECK(must(http.post(village.url() + "/v1/exchange", body, again.answer->token)).status == 200);
    CHECK(must(village.closed().devices()).size() == 2);
    village.is_sound();
}

TEST_CASE("a phone whose answer was lost until its code was too old joins with another one, if it is hers") {
    Village village;
    Phone phone(village.clock);
    const auto keys = wire::make_keys();
    REQUIRE(ask(village, request_with(code_in(village.invites(village.rosa)), phone, keys)).answer);
    village.clock.now += 8 * day;
    const auto others = ask(village, request_with(code_in(village.invites(village.elena)), phone, keys));
    REQUIRE(others.refused);
    CHECK(others.refused->fault == Fault::not_allowed);
    const auto again = ask(village, request_with(code_in(village.invites(village.rosa)), phone, keys));
    REQUIRE(again.answer);
    CHECK(again.answer->person == village.rosa);
    CHECK(must(village.closed().devices()).size() == 2);
    village.is_sound();
}

TEST_CASE("somebody else's device name can't be taken with an invitation of one's own") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    Phone thief(village.clock);
    auto request = request_with(code_in(village.invites(village.elena)), thief, wire::make_keys());
    request.device = rosa->store->device();
    const auto asked = ask(village, request);
    REQUIRE(asked.refused);
    CHECK(asked.refused->fault == Fault::not_allowed);
    rosa->sync();
}

TEST_CASE("only a coordinator invites, and only whom the hub knows") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto by_mentor = client::invite(*maude->store, maude->http, village.rosa);
    REQUIRE_FALSE(by_mentor);
    CHECK(by_mentor.fault() == Fault::not_allowed);

    const auto unknown = client::invite(*village.odile.store, village.odile.http, village.odile.store->new_record());
    REQUIRE_FALSE(unknown);
    CHECK(unknown.fault() == Fault::not_found);
}

TEST_CASE("a coordinator who is at home in one cohort invites there, and nowhere else") {
    Village village;
    Phone& odile = village.odile;
    const RecordId local = odile.makes(village.in_cohort, kind::person,
                                       {{"name", std::string("Inés")}, {"role", std::string("coordinator")}});
    const RecordId other = odile.store->new_record();
    odile.sets({ScopeKind::cohort, other}, other, kind::cohort, "name", std::string("Segunda"));
    const RecordId far = odile.makes({ScopeKind::cohort, other}, kind::person,
                                     {{"name", std::string("Awa")}, {"role", std::string("mentor")}});
    odile.sync();
    const auto ines = village.phone_of(local);
    CHECK(client::invite(*ines->store, ines->http, village.rosa));
    const auto elsewhere = client::invite(*ines->store, ines->http, far);
    REQUIRE_FALSE(elsewhere);
    CHECK(elsewhere.fault() == Fault::not_allowed);
    CHECK_FALSE(ines->was_sent(ScopeId{ScopeKind::cohort, other}));
}

TEST_CASE("there is one hub where its data lies") {
    Folder folder;
    SetClock clock;
    CHECK(hub::Hub::open(depot_at(folder.path, &clock)).fault() == Fault::not_found);
    must(hub::Hub::found(depot_at(folder.path, &clock), {"Prueba", "Odile", "fr", "http://127.0.0.1:1"}));
    const auto again = hub::Hub::found(depot_at(folder.path, &clock), {"Otra", "Otra", "es", "http://127.0.0.1:1"});
    REQUIRE_FALSE(again);
    CHECK(again.fault() == Fault::already_joined);
    CHECK(must(hub::Hub::open(depot_at(folder.path, &clock)))->name() == "Prueba");
}

TEST_CASE("a join of which a bit was turned on its way uses up no code and leaves no key in the hub's books") {
    Village village;
    Phone phone(village.clock);
    const auto request = request_with(code_in(village.invites(village.rosa)), phone, wire::make_keys());
    const std::string whole = wire::sign_join(request, request.secret);
    client::Http http;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ 4U);
        CHECK(must(http.post(village.url() + "/v1/join", flipped)).status != 200);
    }
    CHECK(ask(village, request).status == 200);
    CHECK(must(village.closed().devices()).size() == 2);
    village.is_sound();
}
