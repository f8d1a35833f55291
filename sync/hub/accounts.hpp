#pragma once
// The devices that have joined: whose each is, its key, its token, and what it has said that it holds.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "sync/hub/cursor.hpp"
#include "sync/hub/depot.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::hub {

struct Account {
    DeviceId device;
    RecordId person;
    wire::PublicKey key;
    std::string code_hash;
    std::string state;  // active, lost, revoked
    std::string model;
    std::string app_version;
    std::int64_t joined = 0;     // UTC ms
    std::int64_t last_seen = 0;  // 0: it has not come with its token yet
    std::uint64_t revision = 0;  // of its grants
    Held held;

    [[nodiscard]] bool is_active() const { return state == "active"; }
};

/// Threads and errors: the depot's.
class Accounts {
public:
    /// pepper: the hub's own secret, without which a stolen table of hashes can't be tried out.
    Accounts(Depot& depot, std::string pepper) : depot_(depot), pepper_(std::move(pepper)) {}

    /// Empty: no device has this token.
    Result<std::optional<Account>> by_token(std::string_view token);
    Result<std::optional<Account>> by_device(DeviceId device);
    /// The account; or, where the hub lost that with what came after its backup, what its own Device record says of the
    /// device: person, key and state.
    Result<std::optional<Account>> vouched_for(DeviceId device);
    Result<std::vector<Account>> all();

    /// Keeps the account (a new one, or one that joins again) and gives its fresh token; the former one is void.
    Result<std::string> open(const Account& account);
    Outcome note_held(DeviceId device, const Held& held, std::int64_t now_ms);
    Outcome note_contact(DeviceId device, std::int64_t now_ms);

    /// Of a code, a token or an address: none of them is kept as it is.
    [[nodiscard]] std::string hash(std::string_view secret) const;

private:
    Result<std::optional<Account>> first(std::string_view sql, const Parameter& parameter);
    Depot& depot_;
    std::string pepper_;
};

}  // namespace ayni::hub
