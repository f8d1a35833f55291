#pragma once
// The devices of a scope, as far as this device knows. For sync/carry's own files.

#include <optional>
#include <set>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/model/rights.hpp"
#include "engine/store/store.hpp"
#include "sync/joined/membership.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::carry {

/// Does a record of this kind say who is who, who may do what, or what of that the hub has judged away?
bool is_for_rights(KindNo kind);

/// Read once: who is in the programme, and the devices that the hub vouches for. Threads: the store's.
class Members {
public:
    static Result<Members> read(Store& store, const joined::Membership& member);

    /// The keys of the devices whose person may read the scope, this device's too; those that are lost or revoked
    /// have none.
    [[nodiscard]] std::vector<wire::PublicKey> keys_of(const ScopeId& scope) const;
    /// Why what this envelope holds can't be believed before the hub has judged it: its author isn't in the scope, its
    /// device is lost or revoked, or it changes who has rights without a right to. (The rest is judged by the hub, and
    /// its verdict comes later.)
    Result<std::optional<Refusal>> objection_to(Store& store, const wire::Contents& contents) const;

private:
    struct Device {
        RecordId person;
        wire::PublicKey key;
    };
    struct Placed {
        ScopeId scope;
        const Change& change;
    };
    Result<std::optional<Refusal>> judge_rights(Store& store, const Placed& placed, RecordId author, Who who) const;

    Roster roster_;
    std::vector<Device> devices_;
    std::set<DeviceId> gone_;  // lost or revoked
};

}  // namespace ayni::carry
