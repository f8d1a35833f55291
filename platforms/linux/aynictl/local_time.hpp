#pragma once
// The wall clock of where somebody lives.

#include <string>

#include "engine/programme/reminders.hpp"
#include "engine/store/store.hpp"

namespace ayni::shell {

/// Of this zone (IANA); empty: that of the person whose profile it is, else the machine's. From then on the whole
/// program lives there. not_found: no such zone on this machine.
Result<programme::LocalOffset> local_time(Store& store, std::string zone);

/// The date there and then, days.
std::int64_t day_there(const programme::LocalOffset& offset, std::int64_t utc_ms);

}  // namespace ayni::shell
