#pragma once
// The .ayni file as bytes: parts, one behind the other, and what shows that none of it is missing or changed.
//
//   8 bytes   89 'A' 'Y' 'N' 'I' 0D 0A 1A: a program that took it for text shows here
//   1 byte    the form, 1
//   parts     each: its length (4 bytes, little endian), then a sealed part (sync/wire/sealed.hpp)
//   16 bytes  BLAKE2b of all before
//
// The hash stands at the end of every form, so that a later form can be told from damage. It shows accidents; against
// somebody who wants to mislead stand the seals and the signatures within. There is nothing else in it, and nothing
// that says whose it is: a finder learns how many parts there are, and of each what sealed.hpp says.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/result.hpp"

namespace ayni::carry {

inline constexpr std::size_t file_most = std::size_t{48} * 1024 * 1024;
inline constexpr std::size_t parts_most = 4096;
inline constexpr std::size_t slots_of_all_most = 65'536;  // each costs a reader a try
// A part's envelopes: at about so many bytes a part of ours ends, and no reader takes one that has more than so many.
inline constexpr std::size_t part_unpacked_usual = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t part_unpacked_most = std::size_t{8} * 1024 * 1024;

/// True: it begins as one of ours, of whatever form.
bool begins_as_ours(std::string_view bytes);
std::string join_parts(const std::vector<std::string>& parts);
/// All parts or none, whatever is in them. malformed: not one of ours, cut, or changed; made_by_newer_app: whole, and
/// of a later form; too_large: more than any of our files holds.
Result<std::vector<std::string_view>> split_parts(std::string_view file);

}  // namespace ayni::carry
