#include "sync/joined/gate.hpp"

#include "engine/model/rights.hpp"

namespace ayni::joined {
namespace {

std::string id_of(const wire::Contents& contents) {
    return name_of_envelope(contents.scope, contents.device, contents.first_seq);
}

Looked passed_over(std::string id, std::string_view reason) {
    Looked looked;
    looked.id = std::move(id);
    looked.reason = reason;
    return looked;
}

}  // namespace

std::string name_of_envelope(const ScopeId& scope, DeviceId device, std::uint64_t first_seq) {
    return to_text(scope) + '/' + to_text(device) + '/' + std::to_string(first_seq);
}

std::string_view word_for(Fault fault) {
    switch (fault) {
        case Fault::made_by_newer_app: return "made_by_newer_app";
        case Fault::too_large: return "too_large";
        default: return "malformed";
    }
}

Result<Looked> Gate::look_at(std::string_view envelope, const std::set<ScopeId>& granted) {
    auto contents = wire::open(envelope);
    if (!contents) {
        Looked looked = passed_over("envelope", word_for(contents.fault()));
        looked.of_later_schema = contents.fault() == Fault::made_by_newer_app;
        return looked;
    }
    AYNI_LET(key, key_of(contents->device));
    if (!key && wire::verify(envelope, member_.hub_key)) {
        AYNI_TRY(keep_hub_device(store_, contents->device));
        key = member_.hub_key;
    }
    if (!key || !wire::verify(envelope, *key)) {
        Looked looked = passed_over(id_of(*contents), "bad_signature");
        looked.lacks_key_of = key ? std::nullopt : std::optional(contents->device);
        return looked;
    }
    if (!granted.contains(contents->scope)) {
        return passed_over(id_of(*contents), name_of(Refusal::not_in_scope));
    }
    Looked looked;
    looked.id = id_of(*contents);
    looked.contents = std::move(*contents);
    return looked;
}

Result<std::optional<wire::PublicKey>> Gate::key_of(DeviceId device) {
    if (store_.is_of_hub(device)) {
        return std::optional(member_.hub_key);
    }
    if (device == store_.device()) {
        return std::optional(member_.keys.open);
    }
    if (!keys_.contains(device)) {
        AYNI_TRY(read_keys());
    }
    const auto found = keys_.find(device);
    return found != keys_.end() ? std::optional(found->second) : std::nullopt;
}

Outcome Gate::read_keys() {
    AYNI_LET(devices, store_.list(kind::device));
    for (const Record& record : devices) {
        const auto device = parse_device(record.text("device"));
        const auto key = wire::parse_public_key(record.text("public_key"));
        // Only the hub says which key is whose.
        if (device && key && store_.is_of_hub(record.id.device)) {
            keys_.insert_or_assign(*device, *key);
        }
    }
    return Done{};
}

}  // namespace ayni::joined
