#pragma once
// One attachment's content as a file: how it is named, written, locked and read back.
//
// A file, written once and never changed:
//   8 bytes   "ayniblb" and the form: 0 plain, 1 locked
//   plain     the content
//   locked    24 bytes of header, then the content in chunks of 64 KB, each with 17 bytes more, the last one (shorter,
//             maybe empty) marked as the last: crypto_secretstream_xchacha20poly1305 of libsodium, each chunk bound to
//             the 8 bytes. Without the header nobody can open the rest, whatever keys he has.

#include <array>
#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/store/key.hpp"

namespace ayni {

/// Names a content: its BLAKE2b-256 hash (RFC 7693).
struct BlobHash {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const BlobHash&) const = default;
};
/// 64 small hex digits, as in an Attachment's `blob`. `parse_blob` takes exactly what `to_text` gives, and is empty for
/// anything else.
std::string to_text(const BlobHash& hash);
std::optional<BlobHash> parse_blob(std::string_view text);

struct Blob {
    BlobHash hash;
    std::uint64_t bytes = 0;  // of the content
};

/// What is read, locked and, one day, sent at once.
inline constexpr std::size_t blob_chunk = std::size_t{64} * 1024;
/// The beginning without which a locked file is noise.
inline constexpr std::size_t blob_file_head = 8 + 24;

/// The file's name: with a key, a keyed hash of the content's, so that a folder doesn't tell who holds a content that
/// is known elsewhere; without one the hash itself.
std::string blob_file_name(const BlobHash& hash, const Secret* names);

/// Takes a content in, chunk by chunk, in constant memory. storage_full, storage_failed.
class BlobWriter {
public:
    /// No key: plain. `temporary` lies in the folder where the file will stand.
    static Result<BlobWriter> begin(const std::filesystem::path& temporary, const Secret* key);
    BlobWriter(BlobWriter&&) noexcept;
    ~BlobWriter();

    /// Any number of bytes.
    Outcome add(std::string_view bytes);
    /// That was all. Nothing can be added any more.
    Result<Blob> end();
    /// Flushed, and whole under its name, in the place of what was there.
    Outcome stand_as(const std::filesystem::path& name);

private:
    struct State;
    explicit BlobWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Gives a content back, chunk by chunk, in constant memory.
class BlobReader {
public:
    /// Without a hash it is any content; that a locked one is whole, and as it was written, is known all the same.
    /// not_found; storage_corrupt: no file of ours, or locked and there is no key; storage_failed.
    static Result<BlobReader> open(const std::filesystem::path& file, const std::optional<BlobHash>& hash,
                                   const Secret* key);
    BlobReader(BlobReader&&) noexcept;
    ~BlobReader();

    /// The next 64 KB, valid until the next call; the last ones may be fewer; none: that was all, and all of it was
    /// right. storage_corrupt: what came so far must not be shown to anybody.
    Result<std::optional<std::string_view>> next();

private:
    struct State;
    explicit BlobReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace ayni
