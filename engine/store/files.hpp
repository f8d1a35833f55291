#pragma once
// Files that are whole after a kill or a power cut: the new one or the old one, never half of either.

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"

namespace ayni {

/// Errors of all: storage_full, storage_failed.

/// not_found; too_large: it has more than `most` bytes.
Result<std::string> read_file(const std::filesystem::path& file, std::size_t most);
/// Makes the file, or takes the place of the one that is there. Only its owner can read it.
Outcome write_file(const std::filesystem::path& file, std::string_view bytes);
/// Writes over the file's beginning where it lies, so that a full disk doesn't matter once it is there. For few bytes,
/// which a disk writes as one.
Outcome write_in_place(const std::filesystem::path& file, std::string_view bytes);
/// `from`, which was written already, takes the place of `to`, whose old bytes are overwritten: gone from a disk that
/// writes in place; a flash controller may still keep some, in blocks that no program can read.
Outcome replace_and_wipe(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace ayni
