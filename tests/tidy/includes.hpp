#pragma once
// The arrows of the house: which layer may include which, as data.

#include <set>
#include <string>
#include <vector>

#include "tests/tidy/source.hpp"

namespace ayni::tidy {

using Complaints = std::vector<std::string>;

/// The layer that a file belongs to; empty for a C++ file that lies in none.
std::string layer_of(const std::string& path);

/// `files`: the paths of all sources. An include in quotes must name one of them, from the root.
Complaints check_includes(const Source& source, const std::set<std::string>& files);

/// x.cpp includes x.hpp before all else, if there is one: so a header that needs another says so itself.
Complaints check_own_header_first(const Source& source, const std::set<std::string>& files);

}  // namespace ayni::tidy
