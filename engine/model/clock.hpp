#pragma once
// Time comes in through here, so that tests and replays decide what time it is.

#include <cstdint>

namespace ayni {

class Clock {
public:
    virtual ~Clock() = default;
    /// UTC, milliseconds since 1970. May be wrong, may step: nothing may rely on it rising.
    [[nodiscard]] virtual std::int64_t now_ms() const = 0;
};

/// The machine's own clock.
const Clock& system_clock();

}  // namespace ayni
