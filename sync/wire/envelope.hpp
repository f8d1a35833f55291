#pragma once
// Envelopes on the wire: a run of one device's changes in one scope, laid out in columns (protobuf, packed),
// signed with Ed25519 (RFC 8032) over the exact bytes of the body. Bytes once sealed never change.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/merge/change.hpp"
#include "engine/model/result.hpp"

namespace ayni::wire {

struct PublicKey {
    std::array<unsigned char, 32> bytes{};
    bool operator==(const PublicKey&) const = default;
};
struct SecretKey {
    std::array<unsigned char, 64> bytes{};
};
struct KeyPair {
    PublicKey open;
    SecretKey secret;
};

KeyPair make_keys();
std::uint64_t random_number();
/// `count` random bytes.
std::string random_bytes(std::size_t count);
std::string to_hex(std::string_view bytes);
/// Empty for anything that isn't hex digits in pairs.
std::string from_hex(std::string_view hex);
std::string to_text(const PublicKey& key);  // 64 hex digits
Result<PublicKey> parse_public_key(std::string_view hex);
std::string to_text(const SecretKey& key);  // 128 hex digits; for the profile's own settings only
Result<SecretKey> parse_secret_key(std::string_view hex);

std::string sign(std::string_view bytes, const SecretKey& key);  // 64 bytes
bool is_signed(std::string_view bytes, std::string_view signature, const PublicKey& key);
/// BLAKE2b, 16 bytes: links an envelope to the one before it. Empty for an empty text.
std::string short_hash(std::string_view bytes);

struct Contents {
    ScopeId scope;
    DeviceId device;
    std::uint64_t first_seq = 0;
    std::uint64_t last_seq = 0;
    std::uint16_t schema = 0;
    std::string previous;         // short_hash of the device's envelope before it in this scope
    std::vector<Change> changes;  // seqs first_seq … last_seq, none missing
};

/// The envelope's bytes. The changes must be this device's, in order, without holes.
std::string seal(const Contents& contents, const SecretKey& key);
/// malformed, made_by_newer_app (a value of a form unknown here), too_large. Checks no signature.
Result<Contents> open(std::string_view envelope);
bool verify(std::string_view envelope, const PublicKey& key);
/// As `open`, but only the changes: what a Store needs.
Result<std::vector<Change>> decode(std::string_view envelope);

/// How many bytes the envelope has with which these begin, whatever follows it. 0: no envelope begins there.
std::size_t length_of_first(std::string_view bytes);

inline constexpr std::size_t frame_bytes = std::size_t{16} * 1024;      // of a frame, or of an envelope, about
inline constexpr std::size_t envelope_most = std::size_t{1024} * 1024;  // one envelope may not be larger
inline constexpr std::size_t changes_most = 65536;                      // nor hold more changes

/// Makes the frames of one message, one after the other. A frame: envelopes, compressed together. The frames are one
/// stream of zstd (RFC 8878), flushed behind each, which looks back over 256 KB of what the frames before it held,
/// since people use the same words again: that is a third less than frames on their own. The first one stands on its
/// own, since most messages have no other. One envelope larger than frame_bytes is a frame of its own.
class FrameWriter {
public:
    FrameWriter();
    ~FrameWriter();
    FrameWriter(const FrameWriter&) = delete;
    FrameWriter& operator=(const FrameWriter&) = delete;

    std::string pack(const std::vector<std::string>& envelopes);
    /// How many bytes of envelopes to put into the next frame, for it to be of about frame_bytes: as they were
    /// compressed in the last one.
    [[nodiscard]] std::size_t room() const { return room_; }

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
    bool is_first_ = true;
    std::size_t room_ = frame_bytes;
};

/// Opens the frames of one message, in their order; a message that was cut is read up to where it was cut.
class FrameReader {
public:
    FrameReader();
    ~FrameReader();
    FrameReader(const FrameReader&) = delete;
    FrameReader& operator=(const FrameReader&) = delete;

    /// malformed (also what continues a stream that isn't there); too_large when it would unpack to more than 4 MiB;
    /// made_by_newer_app.
    Result<std::vector<std::string>> unpack(std::string_view frame);
    /// It continues a stream of which a frame couldn't be opened: nothing wrong with it, but it must be asked for anew.
    [[nodiscard]] bool is_cut_off(std::string_view frame) const;

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
    bool broken_ = false;
};

/// A frame on its own.
std::string pack_frame(const std::vector<std::string>& envelopes);
/// As FrameReader's.
Result<std::vector<std::string>> unpack_frame(std::string_view frame);

}  // namespace ayni::wire
