#include "sync/joined/membership.hpp"

#include <algorithm>
#include <charconv>

namespace ayni::joined {
namespace {

std::uint64_t number_in(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

Result<wire::KeyPair> keys_of(Store& store) {
    AYNI_LET(kept, store.setting(setting::secret_key));
    if (kept.empty()) {
        const wire::KeyPair made = wire::make_keys();
        AYNI_TRY(store.set_setting(setting::secret_key, wire::to_text(made.secret)));
        return made;
    }
    wire::KeyPair keys;
    AYNI_LET(secret, wire::parse_secret_key(kept));
    keys.secret = secret;
    // An Ed25519 secret key, as libsodium keeps it, ends with its public key.
    std::copy_n(secret.bytes.begin() + 32, keys.open.bytes.size(), keys.open.bytes.begin());
    return keys;
}

Result<Membership> membership_of(Store& store) {
    Membership member;
    AYNI_LET(token, store.setting(setting::token));
    if (token.empty()) {
        return Failure{Fault::not_joined, {}};
    }
    member.token = token;
    AYNI_LET(url, store.setting(setting::hub_url));
    AYNI_LET(key, store.setting(setting::hub_key));
    AYNI_LET(epoch, store.setting(setting::epoch));
    AYNI_LET(parsed, wire::parse_public_key(key));
    AYNI_LET(keys, keys_of(store));
    member.base_url = url;
    member.hub_key = parsed;
    member.epoch = number_in(epoch);
    member.keys = keys;
    return member;
}

Result<std::set<ScopeId>> scopes_in(Store& store, std::string_view name) {
    AYNI_LET(text, store.setting(name));
    std::set<ScopeId> scopes;
    for (const std::string& word : words_of(text)) {
        if (const auto scope = parse_scope(word)) {
            scopes.insert(*scope);
        }
    }
    return scopes;
}

Outcome keep_scopes(Store& store, std::string_view name, const std::set<ScopeId>& scopes) {
    std::string text;
    for (const ScopeId& scope : scopes) {
        text += (text.empty() ? "" : " ") + to_text(scope);
    }
    return store.set_setting(name, text.empty() ? "none" : text);
}

Outcome keep_hub_device(Store& store, DeviceId device) {
    if (store.is_of_hub(device)) {
        return Done{};
    }
    AYNI_LET(before, store.setting(setting::hub_device));
    return store.set_setting(setting::hub_device, before + (before.empty() ? "" : " ") + to_text(device));
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        if (space > 0) {
            words.emplace_back(text.substr(0, space));
        }
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return words;
}

}  // namespace ayni::joined
