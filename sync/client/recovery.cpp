#include "sync/client/recovery.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "sync/joined/membership.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::client {

namespace setting = joined::setting;

namespace {

wire::PublicKey open_part(const wire::SecretKey& secret) {
    // An Ed25519 secret key, as libsodium keeps it, ends with its public key.
    wire::PublicKey open;
    std::copy_n(secret.bytes.begin() + 32, open.bytes.size(), open.bytes.begin());
    return open;
}

class Signatures final : public Witness {
public:
    Standing hear(Settings& settings, const Settings& otherwise) override {
        const auto read = [&](std::string_view name) {
            const auto found = settings.find(std::string(name));
            return found != settings.end() ? found->second : std::string();
        };
        // A key of which a bit has flipped is none: its halves don't belong together.
        const std::string secret_name(setting::secret_key);
        if (!wire::parse_secret_key(read(secret_name)) && otherwise.contains(secret_name)) {
            settings[secret_name] = otherwise.at(secret_name);
        }
        const auto secret = wire::parse_secret_key(read(setting::secret_key));
        const auto hub = wire::parse_public_key(read(setting::hub_key));
        const DeviceId me = parse_device(read("device")).value_or(DeviceId{});
        for (const std::string& word : joined::words_of(read(setting::hub_device))) {
            if (const auto device = parse_device(word); device && device->value != 0) {
                hubs_.insert(*device);
            }
        }
        hub_ = hub ? std::optional(*hub) : std::nullopt;
        if (secret) {
            keys_.emplace(me, open_part(*secret));
        }
        for (const DeviceId device : hubs_) {
            if (hub) {
                keys_.insert_or_assign(device, *hub);
            }
        }
        const bool has_token = !read(setting::token).empty();
        if (has_token && secret && hub && !hubs_.empty() && !read(setting::hub_url).empty()) {
            return Standing::joined;
        }
        const bool knows_a_hub =
            has_token || hub || !hubs_.empty() || !read(setting::hub_url).empty() || !read(setting::granted).empty();
        if (!knows_a_hub && me.value != 0) {
            return Standing::alone;
        }
        give_up(settings);
        return Standing::unknown;
    }

    void give_up(Settings& settings) override {
        for (const std::string_view name :
             {setting::secret_key, setting::token, setting::hub_url, setting::hub_name, setting::hub_key,
              setting::epoch, setting::last_exchange, setting::granted}) {
            settings.erase(std::string(name));
        }
    }

    Result<Envelope> attest(const std::string& bytes) override {
        AYNI_LET(contents, wire::open(bytes));
        learn_if_hub(contents.device, bytes);
        const auto key = keys_.find(contents.device);
        if (key != keys_.end() && !wire::verify(bytes, key->second)) {
            return {Fault::bad_signature, "envelope"};
        }
        if (key != keys_.end() && hubs_.contains(contents.device)) {
            learn(contents.changes);
        }
        return Envelope{contents.scope, contents.device, contents.first_seq, contents.last_seq, bytes};
    }

    bool is_part(std::string_view name, std::string_view bytes) override { return wire::short_hash(bytes) == name; }

    std::size_t length_of_first(std::string_view bytes) override { return wire::length_of_first(bytes); }

private:
    // What its key has signed is the hub's, whichever device it was then.
    void learn_if_hub(DeviceId device, const std::string& bytes) {
        if (hub_ && !keys_.contains(device) && wire::verify(bytes, *hub_)) {
            keys_.emplace(device, *hub_);
            hubs_.insert(device);
        }
    }

    // Only the hub says which key is whose.
    void learn(const std::vector<Change>& changes) {
        const KindDef& kind = *find_kind(kind::device);
        std::map<RecordId, std::pair<std::optional<DeviceId>, std::optional<wire::PublicKey>>> devices;
        for (const Change& change : changes) {
            const auto* text = std::get_if<std::string>(&change.value);
            const FieldDef* field = change.kind == kind::device ? kind.field(change.field) : nullptr;
            if (text == nullptr || field == nullptr) {
                continue;
            }
            auto& [device, key] = devices[change.record];
            if (field->name == "device") {
                device = parse_device(*text);
            } else if (field->name == "public_key") {
                const auto parsed = wire::parse_public_key(*text);
                key = parsed ? std::optional(*parsed) : std::nullopt;
            }
        }
        for (const auto& [record, said] : devices) {
            if (said.first && said.second) {
                keys_.emplace(*said.first, *said.second);
            }
        }
    }

    std::map<DeviceId, wire::PublicKey> keys_;
    std::optional<wire::PublicKey> hub_;
    std::set<DeviceId> hubs_;
};

}  // namespace

Result<Recovery> recover(const std::filesystem::path& file, const Store::Settings& settings, const Progress& progress) {
    Signatures signatures;
    return ayni::recover(file, settings, &signatures, progress);
}

}  // namespace ayni::client
