#pragma once
// Which scopes each device may hold, and since when: what it was granted after its last visit is sent to it from the
// beginning.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "sync/hub/depot.hpp"

namespace ayni::hub {

struct Grant {
    ScopeId scope;
    std::uint64_t version = 0;  // the device's revision that brought it
    bool again = false;         // it had it before, or wrote there without a right to: it may lack its own envelopes
};

/// Threads and errors: the depot's.
class Grants {
public:
    explicit Grants(Depot& depot) : depot_(depot) {}

    /// By version, ascending.
    Result<std::vector<Grant>> of(DeviceId device);
    /// Makes those that it has (`before`) what the rules say now; new ones get versions in this order. Gives the
    /// device's revision, which has risen if anything changed.
    Result<std::uint64_t> refresh(DeviceId device, std::uint64_t revision, std::span<const Grant> before,
                                  std::span<const ScopeId> readable);
    /// The device is about to drop the scope, with what it wrote there itself.
    Outcome note_dropped(DeviceId device, const ScopeId& scope);

private:
    Depot& depot_;
};

}  // namespace ayni::hub
