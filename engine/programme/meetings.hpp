#pragma once
// Which logs are of one meeting.

#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

/// The logs of one meeting: hers first, else the one with the smallest id.
using Meeting = std::vector<const Record*>;

/// Logs that `same_as` ties together, in either direction and over any number of steps (two people may link the same
/// two logs apart, each her own to the other's). What `same_as` names that isn't among the logs ties nothing.
/// The logs must outlive it.
std::vector<Meeting> meetings_of(const std::vector<Record>& logs, RecordId me);

}  // namespace ayni::programme
