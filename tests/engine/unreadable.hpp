#pragma once
// A disk that doesn't give some bytes of a file any more. The only fault here that is no file's content: whoever reads
// there in this process, SQLite too, is told EIO by the system's own calls.

#include <cstdint>
#include <filesystem>

namespace ayni::test {

/// Of the file that has this name now, whatever it is called later, until this is gone. Blocks of 4096 bytes go bad
/// whole.
class BadBlocks {
public:
    BadBlocks(const std::filesystem::path& file, std::uint64_t at, std::uint64_t bytes);
    ~BadBlocks();
    BadBlocks(const BadBlocks&) = delete;
    BadBlocks& operator=(const BadBlocks&) = delete;

    /// How often somebody was told EIO.
    [[nodiscard]] static int times_told();
};

}  // namespace ayni::test
