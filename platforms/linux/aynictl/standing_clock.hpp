#pragma once
// A clock that stands still until it is told another time, for what is written as of then.

#include "engine/model/clock.hpp"

namespace ayni::shell {

/// Begins at the machine's own time.
class StandingClock : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return now_; }
    void move_to(std::int64_t now) { now_ = now; }

private:
    std::int64_t now_ = system_clock().now_ms();
};

}  // namespace ayni::shell
