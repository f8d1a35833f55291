#pragma once
// A hub on a port of this machine, and phones with real stores that talk to it over real sockets. Whatever the hub
// answers is opened and kept, so that a test can look at what was sent and not only at what a phone made of it.

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/store/store.hpp"
#include "sync/client/client.hpp"
#include "sync/hub/depot.hpp"
#include "sync/hub/hub.hpp"
#include "sync/hub/server.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub_test {

/// Read by the hub's thread and set by the test's.
class SetClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return now; }
    std::atomic<std::int64_t> now = 1'790'000'000'000;
};

/// Where hubs keep what they have: in hub_test in files of this folder, in hub_postgres_test in a database of its own
/// for each folder. One and the same for a folder, as often as it is asked for.
using DepotMaker = std::unique_ptr<hub::Depot>(const std::filesystem::path& data, const Clock* clock);
DepotMaker depot_in_file;
inline DepotMaker* depot_at = &depot_in_file;

/// A folder that is gone when the test is.
class Folder {
public:
    Folder();
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path;
};

template <class T>
T must(Result<T> result) {
    INFO((result ? std::string() : std::to_string(static_cast<int>(result.fault())) + " " + result.error().detail));
    REQUIRE(result.has_value());
    return std::move(result).value();
}

using Fields = std::initializer_list<std::pair<const char*, Value>>;

class Phone {
public:
    explicit Phone(const Clock& clock);

    void join(const std::string& link) { must(client::join(*store, http, link)); }
    /// Rounds with the hub until there is nothing more to do.
    client::Summary sync();
    /// One request as it is, without any store: what the hub says to it, and with which status.
    client::Answer posts(const std::string& route, const std::string& body, const std::string& token = {});
    [[nodiscard]] std::string token() const { return must(store->setting("token")); }
    [[nodiscard]] std::string hub_url() const { return must(store->setting("hub_url")); }

    RecordId makes(const ScopeId& scope, KindNo kind, Fields fields);
    void sets(const ScopeId& scope, RecordId id, KindNo kind, const char* name, Value value, std::string key = {});
    [[nodiscard]] std::optional<Record> sees(RecordId id) const { return must(store->find(id)); }
    /// "none" if the record isn't here.
    [[nodiscard]] std::string text_of(RecordId id, const char* field) const;
    [[nodiscard]] bool holds(const ScopeId& scope) const;

    /// Was any envelope of the scope ever among what the hub sent? Of the kind?
    [[nodiscard]] bool was_sent(const ScopeId& scope) const;
    [[nodiscard]] bool was_sent(KindNo kind) const;
    void forgets_what_was_sent() { sent.clear(); }

    std::unique_ptr<Store> store;
    client::Http http;
    std::vector<wire::Contents> sent;  // every envelope that the hub ever sent to this phone

private:
    void listens_to(const client::Answer& answer);
};

inline RecordId goal(Phone& phone, const ScopeId& plan, const std::string& title, const char* status = "open") {
    return phone.makes(plan, kind::goal, {{"status", Stage{status, std::nullopt}}, {"title", title}});
}

/// A cohort with two pairs: Maude with Rosa, Nadine with Elena; Odile coordinates. Nobody but Odile has joined yet.
class Village {
public:
    explicit Village(hub::ServerSettings settings = {});
    ~Village();

    /// A phone that has joined as this person, and is up to date.
    std::unique_ptr<Phone> phone_of(RecordId person);
    std::string invites(RecordId person) { return must(client::invite(*odile.store, odile.http, person)).link; }
    /// Takes the network away, so that the hub itself can be asked.
    hub::Hub& closed();
    void reopen();
    /// Where the hub's data lies, once more: for another hub, or to look into it.
    std::unique_ptr<hub::Depot> another_depot() { return depot_at(folder.path / "hub", &clock); }
    /// Everything checks: log, signatures, chains, accounts.
    void is_sound();
    [[nodiscard]] std::string url() const { return server->url(); }

    Folder folder;
    SetClock clock;
    hub::ServerSettings settings;
    std::string first_link;
    std::unique_ptr<hub::Hub> hub;
    std::unique_ptr<hub::Server> server;
    Phone odile{clock};

    RecordId cohort, maude, nadine, rosa, elena, bakery, looms, maude_rosa, nadine_elena;
    ScopeId programme, in_cohort, bakery_plan, looms_plan, bakery_talk, looms_talk;

private:
    void people_of_the_cohort();
};

/// A request as a phone makes it, by hand: for what no honest phone sends.
struct Forgery {
    wire::ExchangeRequest request;
    Forgery() { request.nonce = wire::random_bytes(16); }
    Forgery& with(std::vector<std::string> envelopes) {
        request.frames.push_back(wire::pack_frame(envelopes));
        return *this;
    }
};
/// What the answer to an exchange says, whomever it is sealed for.
wire::ExchangeAnswer read_answer(const client::Answer& answer);
/// Sends it and reads the answer, which must be one of the exchange.
wire::ExchangeAnswer exchange(Phone& phone, const wire::ExchangeRequest& request);
/// The fault that the hub refuses with; nothing if the answer isn't a refusal of the hub's.
std::optional<wire::Refused> refusal_in(const client::Answer& answer);

}  // namespace ayni::hub_test
