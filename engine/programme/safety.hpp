#pragma once
// What is safe, and where.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni::programme {

/// How much of one scope is on this device, whoever wrote it, and of that with the hub: on two devices that have met
/// the hub, the same numbers.
struct Share {
    ScopeId scope;
    std::string name;          // of the plan, of the business that is talked over, of the cohort; may be empty
    std::size_t here = 0;      // records
    std::size_t received = 0;  // of them
};

struct SafetyCounts {
    std::size_t here = 0;      // records with something that she wrote and the hub hasn't acknowledged
    std::size_t received = 0;  // of those that she made
    std::size_t seen = 0;
    std::size_t waiting = 0;          // as `here`, with those that she took away
    std::uint64_t waiting_bytes = 0;  // about, before compression
    std::vector<Share> shares;        // of the scopes that hold something, by kind and name
    std::vector<Trayed> tray;
    std::vector<std::string> tray_titles;  // of the records, where they have one
};
Result<SafetyCounts> safety(Store& store);

/// What a person would call the record: its title, name or first words. Empty if it has none.
std::string title_of(const Record& record);

/// The first line, cut after a word where it is long.
std::string first_words(const std::string& text);

}  // namespace ayni::programme
