// Is all as it should be? And a copy, for the day when it isn't.

#include <map>

#include "sync/hub/desk.hpp"
#include "sync/hub/tables.hpp"

namespace ayni::hub {
namespace {

std::string name_of_envelope(const Envelope& envelope) {
    return to_text(envelope.scope) + " " + to_text(envelope.device) + " " + std::to_string(envelope.first_seq);
}

// Every envelope of a scope: signed by the device that it names, chained to the one before, none missing.
class ScopeCheck {
public:
    ScopeCheck(Desk& desk, std::vector<std::string>& lines) : desk_(desk), lines_(lines) {}

    Outcome look_at(const ScopeId& scope) {
        last_.clear();
        AYNI_LET(envelopes, desk_.depot->envelopes(scope));
        for (const Envelope& envelope : envelopes) {
            AYNI_TRY(look_at(envelope));
        }
        Chain chain(*desk_.depot);
        for (const auto& [device, link] : last_) {
            AYNI_LET(kept, chain.last(scope, device));
            if (kept.seq != link.seq || kept.hash != link.hash) {
                lines_.push_back(to_text(scope) + " " + to_text(device) + ": the chain ends elsewhere");
            }
        }
        return Done{};
    }

private:
    Outcome look_at(const Envelope& envelope) {
        AYNI_LET(key, key_of(envelope.device));
        const auto contents = wire::open(envelope.bytes);
        if (!contents || contents->scope != envelope.scope || contents->device != envelope.device ||
            contents->first_seq != envelope.first_seq || contents->last_seq != envelope.last_seq) {
            lines_.push_back(name_of_envelope(envelope) + ": can't be read, or is another");
            return Done{};
        }
        if (!key || !wire::verify(envelope.bytes, *key)) {
            lines_.push_back(name_of_envelope(envelope) + ": not signed by its device");
        }
        Chain::Link& last = last_[envelope.device];
        if (envelope.first_seq != last.seq + 1 || contents->previous != last.hash) {
            lines_.push_back(name_of_envelope(envelope) + ": doesn't follow the one before");
        }
        last = {envelope.last_seq, wire::short_hash(envelope.bytes)};
        return Done{};
    }

    Result<std::optional<wire::PublicKey>> key_of(DeviceId device) {
        if (desk_.depot->rights().is_of_hub(device)) {
            return std::optional(desk_.identity.keys.open);
        }
        AYNI_LET(account, desk_.accounts.vouched_for(device));
        return account ? std::optional(account->key) : std::nullopt;
    }

    Desk& desk_;
    std::vector<std::string>& lines_;
    std::map<DeviceId, Chain::Link> last_;
};

// Each account has a person, and a Device record that shows the others the same key.
Outcome look_at_accounts(Desk& desk, std::vector<std::string>& lines) {
    AYNI_LET(accounts, desk.accounts.all());
    AYNI_LET(devices, desk.depot->rights().list(kind::device));
    for (const Account& account : accounts) {
        const std::string name = "device " + to_text(account.device);
        AYNI_LET(person, desk.depot->rights().find(account.person));
        if (!person) {
            lines.push_back(name + ": its person isn't here");
        }
        bool shown = false;
        for (const Record& record : devices) {
            shown = shown ||
                    (record.text("device") == to_text(account.device) &&
                     record.text("public_key") == wire::to_text(account.key) && record.ref("person") == account.person);
        }
        if (!shown) {
            lines.push_back(name + ": no Device record with its key");
        }
    }
    return Done{};
}

}  // namespace

Result<std::vector<std::string>> Hub::check() {
    std::vector<std::string> lines;
    const Outcome looked = desk_->depot->look([&]() -> Outcome {
        AYNI_LET(differences, desk_->depot->check());
        lines = std::move(differences);
        AYNI_LET(scopes, desk_->depot->scopes());
        ScopeCheck scope_check(*desk_, lines);
        for (const ScopeId& scope : scopes) {
            AYNI_TRY(scope_check.look_at(scope));
        }
        return look_at_accounts(*desk_, lines);
    });
    AYNI_TRY(looked);
    return lines;
}

Outcome Hub::backup(const std::filesystem::path& file) {
    return desk_->depot->backup(file);
}

Outcome Hub::renew() {
    AYNI_TRY(desk_->depot->renew());
    desk_->members.forget();
    AYNI_LET(identity, identity_of(*desk_->depot));
    desk_->identity.epoch = identity.epoch;
    return Done{};
}

}  // namespace ayni::hub
