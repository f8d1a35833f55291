#include "engine/model/clock.hpp"

#include <chrono>

namespace ayni {
namespace {

class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
};

}  // namespace

const Clock& system_clock() {
    static const SystemClock clock;
    return clock;
}

}  // namespace ayni
