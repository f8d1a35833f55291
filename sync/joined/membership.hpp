#pragma once
// What a joined profile keeps of its hub, in the store's settings: the names of those settings and their readers.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::joined {

namespace setting {
inline constexpr std::string_view secret_key = "secret_key";
inline constexpr std::string_view token = "token";
inline constexpr std::string_view hub_url = "hub_url";
inline constexpr std::string_view hub_name = "hub_name";
inline constexpr std::string_view hub_key = "hub_key";
inline constexpr std::string_view hub_device = "hub_device";  // all that are it; the store reads it too
inline constexpr std::string_view epoch = "epoch";
inline constexpr std::string_view token_refused = "token_refused";  // set: by the hub, with its signature
inline constexpr std::string_view cursor = "cursor";                // the store writes it too, with what it covers
inline constexpr std::string_view last_exchange = "last_exchange";
inline constexpr std::string_view answer_budget = "answer_budget";
inline constexpr std::string_view granted = "granted";            // scopes that the hub said this device may hold
inline constexpr std::string_view alone = "alone";                // scopes made before joining, not yet carried over
inline constexpr std::string_view alone_person = "alone_person";  // who she was there
inline constexpr std::string_view passed_over = "passed_over";    // why envelopes were left out that may be read later
}  // namespace setting

struct Membership {
    std::string base_url;
    std::string token;
    wire::PublicKey hub_key;
    std::uint64_t epoch = 0;
    wire::KeyPair keys;
};
/// not_joined; malformed if the settings are not what `join` wrote.
Result<Membership> membership_of(Store& store);
/// Made at the first call, the same ever after.
Result<wire::KeyPair> keys_of(Store& store);

/// A setting that is a list of scopes. Kept without any it reads "none", which is not the same as never set.
Result<std::set<ScopeId>> scopes_in(Store& store, std::string_view setting);
Outcome keep_scopes(Store& store, std::string_view setting, const std::set<ScopeId>& scopes);

/// That device is the hub too.
Outcome keep_hub_device(Store& store, DeviceId device);

/// The parts of a text between spaces.
std::vector<std::string> words_of(std::string_view text);

}  // namespace ayni::joined
