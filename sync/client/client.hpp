#pragma once
// The phone's side of the meeting with a hub: join, invite, exchange. libcurl underneath.
//
// An exchange is three steps, so that nobody who is typing ever waits for a network: `next` (store: seals what is
// pending and writes the request), `post` (network only), `take` (store: checks the answer and commits it).
// `synchronise` does all three, round after round, for callers with one thread.

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::client {

/// What a request may cost and how long it may hang. Timeouts are by silence, not by the clock on the wall: a slow
/// link that still moves is fine.
struct Patience {
    std::uint32_t connect_s = 20;
    std::uint32_t silent_s = 45;                 // less than 1 byte a second for so long
    std::size_t answer_most = 8U * 1024 * 1024;  // bytes; a larger answer is too_large
};

struct Answer {
    long status = 0;
    std::string content_type;
    std::string body;
    std::uint64_t bytes_up = 0;  // bodies and headers
    std::uint64_t bytes_down = 0;
};

/// One connection, kept warm. Follows no redirect. Threads: one at a time; `cancel` from any.
/// Errors: unreachable (DNS, refused, silent, cut, cancelled), too_large.
class Http {
public:
    explicit Http(Patience patience = {});
    ~Http();
    Http(const Http&) = delete;
    Http& operator=(const Http&) = delete;
    Result<Answer> post(const std::string& url, std::string_view body, std::string_view token = {});
    void cancel();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// What this profile knows of its hub. Empty optional: not joined.
struct HubInfo {
    std::string base_url;
    std::string name;
    std::int64_t last_exchange = 0;  // UTC ms by this device's clock; 0: never
    std::uint64_t bytes_this_month = 0;
};
Result<std::optional<HubInfo>> hub_of(Store& store);

struct Request {
    std::string url;
    std::string token;
    std::string body;
};

/// Joins with an invitation (a link, or `code` typed by hand with `base_url` known from the link): makes the key
/// pair, stores token, hub and person. What she wrote before joining (alone) is kept and moves into her plan.
/// wrong_code, expired_code, too_many_tries, unreachable, not_a_hub, already_joined, malformed (the link).
/// A profile whose hub has refused its token (it was brought back from a backup, and doesn't know this device any more)
/// joins again as the device that it is: only its own hub (not_a_hub), as the same person (not_allowed).
/// A failure leaves the profile as it was.
Outcome join(Store& store, Http& http, std::string_view link, std::string_view model = "Linux");
/// The same in steps, as an exchange is: only between them is there a network.
class Joining {
public:
    static Result<Joining> begin(Store& store, std::string_view link, std::string_view model = "Linux");
    [[nodiscard]] const Request& request() const { return request_; }
    Outcome take(Store& store, const Result<Answer>& answer) const;

private:
    Request request_;
    std::string base_url_;
    std::string key_start_;
    std::string nonce_;
    std::optional<wire::PublicKey> hub_;  // she has joined it before
};

struct Invitation {
    std::string code;
    std::string link;
    std::int64_t expires = 0;  // UTC ms
};
/// For coordinators, online. not_joined, not_allowed, not_found (the hub doesn't know that person yet: sync first).
Result<Invitation> invite(Store& store, Http& http, RecordId person);

struct RefusedItem {
    std::string id;  // the record, or scope/seq where it concerns a whole envelope
    std::string reason;
};
struct Summary {
    std::uint32_t requests = 0;
    std::uint64_t bytes_up = 0;
    std::uint64_t bytes_down = 0;
    std::uint64_t sent = 0;      // changes of ours that the hub acknowledged
    std::uint64_t received = 0;  // changes of others that were applied
    std::uint64_t relayed = 0;   // changes of others, come by file, that the hub acknowledged
    std::vector<RefusedItem> refused;
    bool more = false;  // stopped at the budget or the round limit: there is more to come
};

/// One run of rounds with the hub. Everything but `post` is on the store's thread.
class Exchange {
public:
    /// budget: about how many bytes of answers to accept in this run; 0: no limit.
    explicit Exchange(Store& store, std::uint64_t budget = 0);
    ~Exchange();
    /// The next request; empty: nothing more to do. not_joined.
    Result<std::optional<Request>> next();
    /// The answer to it, or the failure to get one. not_a_hub, token_refused, hub_failed, … end the run; what was
    /// committed before stays.
    Outcome take(const Result<Answer>& answer);
    [[nodiscard]] const Summary& summary() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

Result<Summary> synchronise(Store& store, Http& http, std::uint64_t budget = 0,
                            const std::atomic<bool>* stop = nullptr);

}  // namespace ayni::client
