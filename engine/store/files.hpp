#pragma once
// Files that are whole after a kill or a power cut: the new one or the old one, never half of either.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

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

/// A file that is read by position: what the disk doesn't give at one place hinders nobody at another.
class OpenFile {
public:
    /// not_found; storage_failed.
    static Result<OpenFile> open(const std::filesystem::path& file);
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&&) = delete;
    OpenFile(const OpenFile&) = delete;
    ~OpenFile();

    /// As it was at opening.
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// Fills `to` with what lies from `at` on. False: not all of it can be read; then there are zeros.
    bool read(std::uint64_t at, std::span<char> to) const;

private:
    OpenFile(int number, std::uint64_t size) : number_(number), size_(size) {}
    int number_;
    std::uint64_t size_;
};

/// `from` has the name `to` from then on, and that lasts. What was there is replaced.
Outcome rename_over(const std::filesystem::path& from, const std::filesystem::path& to);
/// What was done with names in this file's folder lasts a power cut.
Outcome flush_folder_of(const std::filesystem::path& file);

/// A file being written under a name of its own until it is whole. Only its owner can read it.
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
/// All of it.
void wipe_file(const std::filesystem::path& file);

/// A database with all that SQLite may have made beside it.
void remove_database(const std::filesystem::path& file);
/// And every byte of it overwritten, as `wipe_file` does.
void wipe_database(const std::filesystem::path& file);

}  // namespace ayni
