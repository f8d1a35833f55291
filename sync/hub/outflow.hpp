#pragma once
// What a device lacks, in frames, each with the cursor that holds once it is kept.

#include <cstddef>
#include <span>
#include <vector>

#include "engine/model/result.hpp"
#include "sync/hub/cursor.hpp"
#include "sync/hub/depot.hpp"
#include "sync/hub/grants.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub {

struct Page {
    std::vector<wire::FrameWithCursor> frames;
    Held held;  // after all frames
    bool more = false;
};

/// From `from` on, about `budget` bytes of frames (at least one, if anything is lacking). First the scopes that were
/// granted since, from their beginning (the programme and cohorts before the others); then what is new in all of them,
/// but for the device's own envelopes. `grants` by version, ascending. `end`: the end of the log when these were its
/// grants; what has come since may be of a scope that it has lost since, and waits for the next page.
Result<Page> fill_page(Depot& depot, DeviceId device, const Cursor& from, std::span<const Grant> grants,
                       std::size_t budget, std::int64_t end);

}  // namespace ayni::hub
