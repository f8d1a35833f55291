#pragma once
// The hub's own hand. The hub is a device like the others: what it has to say (a Device, a Verdict) is written, sealed
// and signed in the scope concerned, and flows from there.

#include <span>
#include <string>
#include <vector>

#include "engine/model/result.hpp"
#include "sync/hub/depot.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::hub {

/// What the next envelope of a device in a scope must be chained to. Threads: the depot's.
class Chain {
public:
    explicit Chain(Depot& depot) : depot_(depot) {}
    struct Link {
        std::uint64_t seq = 0;
        std::string hash;
    };
    /// {0, ""} before the first.
    Result<Link> last(const ScopeId& scope, DeviceId device);
    /// How far each device's go in the scope.
    Result<std::vector<Reach>> all(const ScopeId& scope);
    Outcome advance(const Envelope& envelope);

private:
    Depot& depot_;
};

/// Threads: the depot's.
class Pen {
public:
    Pen(Depot& depot, const wire::KeyPair& keys) : depot_(depot), keys_(keys) {}
    [[nodiscard]] const wire::PublicKey& key() const { return keys_.open; }
    /// Writes and seals the edits. Errors: those of Store::write.
    Outcome write(const ScopeId& scope, std::span<const Edit> edits);

private:
    Outcome seal_pending(const ScopeId& scope);
    Depot& depot_;
    const wire::KeyPair& keys_;
};

}  // namespace ayni::hub
