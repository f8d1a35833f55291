#pragma once
// Secrets in memory, and the key that a profile's files are locked with.

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ayni {

/// 32 bytes that nobody else may see: wiped when they go, compared in constant time, never printed.
class Secret {
public:
    static constexpr std::size_t size = 32;

    /// All zeros: to be filled.
    Secret() = default;
    Secret(const Secret&) = default;
    Secret& operator=(const Secret&) = default;
    ~Secret();

    static Secret random();
    /// None: not 32 bytes.
    static std::optional<Secret> of(std::string_view bytes);

    /// Valid for as long as this is.
    [[nodiscard]] std::string_view bytes() const;
    [[nodiscard]] unsigned char* data() { return bytes_.data(); }
    [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }
    bool operator==(const Secret& other) const;

private:
    std::array<unsigned char, size> bytes_{};
};

/// Overwrites the text's bytes and empties it.
void wipe(std::string& text);

/// What the files of one profile are locked with. Made once, never changed; it lies nowhere in the clear.
struct DataKey {
    Secret secret;

    static DataKey random() { return {Secret::random()}; }
    /// A key of its own for each use ("database", "attachments"): keyed BLAKE2b of the name (RFC 7693). Whoever has it
    /// knows neither the data key nor the other uses' keys.
    [[nodiscard]] Secret derive(std::string_view name) const;
};

}  // namespace ayni
