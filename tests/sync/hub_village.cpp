#include "tests/sync/hub_village.hpp"

#include <unistd.h>

#include <algorithm>

#include "sync/hub/file_depot.hpp"

namespace ayni::hub_test {

Folder::Folder() {
    static int count = 0;
    path = std::filesystem::temp_directory_path() /
           ("ayni-hub-test-" + std::to_string(::getpid()) + '-' + std::to_string(++count));
    std::filesystem::create_directories(path);
}

std::unique_ptr<hub::Depot> depot_in_file(const std::filesystem::path& data, const Clock* clock) {
    std::filesystem::create_directories(data);
    return must(hub::FileDepot::open(data, clock));
}

Phone::Phone(const Clock& clock) {
    store = must(Store::open(":memory:", {.decode = wire::decode, .clock = &clock, .rights_only = false}));
}

client::Summary Phone::sync() {
    client::Exchange exchange(*store);
    while (const auto request = must(exchange.next())) {
        const auto answer = must(http.post(request->url, request->body, request->token));
        listens_to(answer);
        must(exchange.take(answer));
    }
    return exchange.summary();
}

client::Answer Phone::posts(const std::string& route, const std::string& body, const std::string& token_of_hers) {
    return must(http.post(hub_url() + route, body, token_of_hers));
}

void Phone::listens_to(const client::Answer& answer) {
    if (answer.status != 200) {
        return;
    }
    wire::FrameReader reader;
    for (const auto& frame : read_answer(answer).frames) {
        for (const std::string& envelope : must(reader.unpack(frame.frame))) {
            sent.push_back(must(wire::open(envelope)));
        }
    }
}

RecordId Phone::makes(const ScopeId& scope, KindNo kind, Fields fields) {
    const RecordId id = store->new_record();
    std::vector<Edit> edits;
    for (const auto& [name, value] : fields) {
        edits.push_back(make_edit(id, kind, name, value));
    }
    must(store->write(scope, edits));
    return id;
}

void Phone::sets(const ScopeId& scope, RecordId id, KindNo kind, const char* name, Value value, std::string key) {
    must(store->write(scope, std::vector{make_edit(id, kind, name, std::move(value), std::move(key))}));
}

std::string Phone::text_of(RecordId id, const char* field) const {
    const auto record = sees(id);
    return record ? record->text(field) : "none";
}

bool Phone::holds(const ScopeId& scope) const {
    return !must(store->envelopes(scope)).empty();
}

bool Phone::was_sent(const ScopeId& scope) const {
    return std::ranges::any_of(sent, [&](const wire::Contents& contents) { return contents.scope == scope; });
}

bool Phone::was_sent(KindNo kind) const {
    return std::ranges::any_of(sent, [&](const wire::Contents& contents) {
        return std::ranges::any_of(contents.changes, [&](const Change& change) { return change.kind == kind; });
    });
}

Village::Village(hub::ServerSettings chosen) : settings(std::move(chosen)) {
    settings.port = 0;
    first_link = must(hub::Hub::found(another_depot(), {"Prueba", "Odile (ficticia)", "fr", "http://127.0.0.1:1"}));
    settings.on_listening = [this](std::string_view url) { return hub->move_to(url); };
    reopen();
    auto link = must(wire::parse_link(first_link));
    link.base_url = url();
    first_link = wire::link_text(link);
    odile.join(first_link);
    odile.sync();
    people_of_the_cohort();
    odile.sync();
}

Village::~Village() {
    server.reset();
    hub.reset();
}

void Village::reopen() {
    server.reset();
    hub.reset();
    hub = must(hub::Hub::open(another_depot()));
    server = must(hub::Server::start(*hub, settings));
    settings.port = server->port();
}

hub::Hub& Village::closed() {
    server->stop();
    return *hub;
}

void Village::is_sound() {
    const auto lines = must(closed().check());
    for (const std::string& line : lines) {
        UNSCOPED_INFO(line);
    }
    CHECK(lines.empty());
}

void Village::people_of_the_cohort() {
    cohort = odile.store->new_record();
    in_cohort = {ScopeKind::cohort, cohort};
    odile.sets(in_cohort, cohort, kind::cohort, "name", std::string("Primera (ficticia)"));
    const auto person = [&](const char* name, const char* role) {
        return odile.makes(in_cohort, kind::person, {{"name", std::string(name)}, {"role", std::string(role)}});
    };
    maude = person("Maude", "mentor");
    nadine = person("Nadine", "mentor");
    rosa = person("Rosa", "entrepreneur");
    elena = person("Elena", "entrepreneur");
    const auto business = [&](const char* name, RecordId leader) {
        const RecordId id = odile.makes(in_cohort, kind::business, {{"name", std::string(name)}});
        odile.sets(in_cohort, id, kind::business, "leaders", true, to_text(leader));
        return id;
    };
    bakery = business("Panadería", rosa);
    looms = business("Telares", elena);
    const auto pair = [&](RecordId mentor, RecordId of) {
        return odile.makes(in_cohort, kind::pairing,
                           {{"mentor", mentor}, {"business", of}, {"status", Stage{"active", std::nullopt}}});
    };
    maude_rosa = pair(maude, bakery);
    nadine_elena = pair(nadine, looms);
    bakery_plan = {ScopeKind::plan, bakery};
    looms_plan = {ScopeKind::plan, looms};
    bakery_talk = {ScopeKind::talk, maude_rosa};
    looms_talk = {ScopeKind::talk, nadine_elena};
}

std::unique_ptr<Phone> Village::phone_of(RecordId person) {
    auto phone = std::make_unique<Phone>(clock);
    phone->join(invites(person));
    phone->sync();
    return phone;
}

wire::ExchangeAnswer exchange(Phone& phone, const wire::ExchangeRequest& request) {
    const auto answer = phone.posts("/v1/exchange", wire::encode(request), phone.token());
    REQUIRE(answer.status == 200);
    return read_answer(answer);
}

wire::ExchangeAnswer read_answer(const client::Answer& answer) {
    constexpr std::size_t code = 16;
    REQUIRE(answer.body.size() >= code);
    return must(wire::decode_exchange_answer(std::string_view(answer.body).substr(code)));
}

std::optional<wire::Refused> refusal_in(const client::Answer& answer) {
    const auto message = wire::open_answer(answer.body, std::nullopt);
    const auto refused = message ? wire::decode_refused(*message) : Result<wire::Refused>(Fault::malformed);
    return refused && answer.status != 200 ? std::optional(*refused) : std::nullopt;
}

}  // namespace ayni::hub_test
