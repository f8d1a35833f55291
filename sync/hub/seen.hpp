#pragma once
// How far what a device wrote has come to somebody else: what makes "received in Montreal" into "seen by the other
// side". A device says what it holds with the cursor that it brings back; nothing else counts.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "sync/hub/accounts.hpp"
#include "sync/hub/depot.hpp"
#include "sync/hub/grants.hpp"
#include "sync/hub/members.hpp"

namespace ayni::hub {

/// Threads and errors: the depot's.
class Seen {
public:
    Seen(Depot& depot, Members& members) : depot_(depot), members_(members) {}

    /// `account` (as it was) now says that it holds `held` of its `grants`. For each scope and each device that wrote
    /// there, but her own, what lies between has now been seen. A coordinator sees for others only in the programme,
    /// in cohorts and on lines: "the other side" of a plan is not the office.
    Outcome note(const Account& account, const Held& held, std::span<const Grant> grants);

    /// What has risen since revision `seen` in the scopes that the device may hold; all of it in those that it was
    /// granted after `granted`.
    Result<std::vector<Reach>> since(DeviceId device, std::uint64_t seen, std::uint64_t granted);
    Result<std::uint64_t> revision();

private:
    Outcome raise(const ScopeId& scope, DeviceId writer, std::uint64_t seq);
    Depot& depot_;
    Members& members_;
};

}  // namespace ayni::hub
