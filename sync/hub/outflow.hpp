#pragma once
// What a device lacks, in frames, each with the cursor that holds once it is kept.

#include <cstddef>
#include <span>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "sync/hub/cursor.hpp"
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
/// but for the device's own envelopes. `grants` by version, ascending.
Result<Page> fill_page(Store& store, DeviceId device, const Cursor& from, std::span<const Grant> grants,
                       std::size_t budget);

}  // namespace ayni::hub
