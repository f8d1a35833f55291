#pragma once
// What the same things weigh as others send them: JSON, gzip -6.

#include <string>
#include <vector>

#include "tests/bench/season.hpp"

namespace ayni::bench {

/// Every record with all its fields, by name.
std::string json_of(const Season& season);
/// Record, field and value of each.
std::string json_of(const std::vector<FieldEdit>& edits);
std::size_t gzipped(const std::string& text);

}  // namespace ayni::bench
