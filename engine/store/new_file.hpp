#pragma once
// Files that come to be whole or not at all, and go without leaving what was in them. Private to engine/store.

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "engine/model/result.hpp"

namespace ayni {

/// A file being written under a name of its own until it is whole. Only its owner can read it.
/// Errors: storage_full, storage_failed.
class NewFile {
public:
    /// Takes the place of what a killed program left under that name.
    static Result<NewFile> begin(std::filesystem::path temporary);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    NewFile(const NewFile&) = delete;
    /// Unless it stands, nothing of it stays.
    ~NewFile();

    Outcome write(std::string_view bytes);
    /// Flushes it and gives it its name, in the same folder, in one step; a file that is there already is replaced. It
    /// outlasts a power cut once this returns.
    Outcome stand_as(const std::filesystem::path& name);

private:
    NewFile(std::filesystem::path temporary, int number) : temporary_(std::move(temporary)), number_(number) {}
    std::filesystem::path temporary_;
    int number_;
};

/// Makes the folder, with those above it, if it isn't there. Only its owner can look into it.
Outcome make_folder(const std::filesystem::path& folder);

/// Overwrites so many bytes of the file's beginning with zeros, flushes that, and takes the file away: gone from a disk
/// that writes in place; a flash controller may keep some in blocks that no program can read. Of a file that can't be
/// written at least the name goes; one that isn't there stays so.
void wipe_file(const std::filesystem::path& file, std::uintmax_t beginning);

}  // namespace ayni
