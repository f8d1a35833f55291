#include "engine/store/blob_file.hpp"

#include <algorithm>
#include <fstream>
#include <utility>

#include "engine/store/files.hpp"
#include "engine/store/sodium.hpp"

namespace ayni {
namespace {

constexpr std::string_view magic = "ayniblb";
constexpr std::size_t head_size = magic.size() + 1;
enum class Form : char { plain = 0, locked = 1 };

constexpr std::size_t tag_size = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t header_size = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
static_assert(head_size + header_size == blob_file_head);

std::string head_of(Form form) {
    return std::string(magic) + static_cast<char>(form);
}

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

class Hash {
public:
    Hash() { crypto_generichash_init(&state_, nullptr, 0, BlobHash{}.bytes.size()); }
    void add(std::string_view bytes) { crypto_generichash_update(&state_, bytes_of(bytes), bytes.size()); }
    BlobHash end() {
        BlobHash hash;
        crypto_generichash_final(&state_, hash.bytes.data(), hash.bytes.size());
        return hash;
    }

private:
    crypto_generichash_state state_{};
};

std::string hex(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 0xFU];
    }
    return text;
}

}  // namespace

std::string to_text(const BlobHash& hash) {
    return hex(hash.bytes.data(), hash.bytes.size());
}

std::optional<BlobHash> parse_blob(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    BlobHash hash;
    if (text.size() != 2 * hash.bytes.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t digit = digits.find(text[i]);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        hash.bytes[i / 2] = static_cast<std::uint8_t>((hash.bytes[i / 2] << 4U) | digit);
    }
    return hash;
}

std::string blob_file_name(const BlobHash& hash, const Secret* names) {
    if (names == nullptr) {
        return to_text(hash);
    }
    need_sodium();
    std::array<std::uint8_t, 16> name{};
    crypto_generichash(name.data(), name.size(), hash.bytes.data(), hash.bytes.size(), names->data(), Secret::size);
    return hex(name.data(), name.size());
}

struct BlobWriter::State {
    explicit State(NewFile begun) : file(std::move(begun)) {}
    NewFile file;
    Hash hash;
    bool locked = false;
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::string head;
    std::string chunk;  // what waits to be a whole one: only the end tells which chunk is the last
    std::uint64_t bytes = 0;

    Outcome put_chunk(bool last) {
        if (!locked) {
            return file.write(chunk);
        }
        std::string sealed(chunk.size() + tag_size, '\0');
        crypto_secretstream_xchacha20poly1305_push(
            &stream, bytes_of(sealed), nullptr, bytes_of(std::string_view(chunk)), chunk.size(),
            bytes_of(std::string_view(head)), head.size(),
            last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        return file.write(sealed);
    }
};

BlobWriter::BlobWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
BlobWriter::BlobWriter(BlobWriter&&) noexcept = default;
BlobWriter::~BlobWriter() = default;

Result<BlobWriter> BlobWriter::begin(const std::filesystem::path& temporary, const Secret* key) {
    need_sodium();
    AYNI_LET(file, NewFile::begin(temporary));
    auto state = std::make_unique<State>(std::move(file));
    state->locked = key != nullptr;
    state->head = head_of(state->locked ? Form::locked : Form::plain);
    state->chunk.reserve(blob_chunk);
    AYNI_TRY(state->file.write(state->head));
    if (key != nullptr) {
        std::string header(header_size, '\0');
        crypto_secretstream_xchacha20poly1305_init_push(&state->stream, bytes_of(header), key->data());
        AYNI_TRY(state->file.write(header));
    }
    return BlobWriter(std::move(state));
}

Outcome BlobWriter::add(std::string_view bytes) {
    state_->hash.add(bytes);
    state_->bytes += bytes.size();
    while (!bytes.empty()) {
        if (state_->chunk.size() == blob_chunk) {
            AYNI_TRY(state_->put_chunk(false));
            state_->chunk.clear();
        }
        const std::size_t taken = std::min(bytes.size(), blob_chunk - state_->chunk.size());
        state_->chunk.append(bytes.substr(0, taken));
        bytes.remove_prefix(taken);
    }
    return Done{};
}

Result<Blob> BlobWriter::end() {
    AYNI_TRY(state_->put_chunk(true));
    return Blob{state_->hash.end(), state_->bytes};
}

Outcome BlobWriter::stand_as(const std::filesystem::path& name) {
    return state_->file.stand_as(name);
}

struct BlobReader::State {
    std::ifstream file;
    std::optional<BlobHash> expected;
    Hash hash;
    bool locked = false;
    bool done = false;
    bool broken = false;  // once wrong, never right again
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::string head;
    std::string raw;      // of the file
    std::string content;  // of one chunk

    // Up to `size` bytes: fewer only at the file's end.
    Outcome fill(std::size_t size) {
        raw.resize(size);
        file.read(raw.data(), static_cast<std::streamsize>(size));
        raw.resize(static_cast<std::size_t>(file.gcount()));
        return file.bad() ? Outcome(Fault::storage_failed, "read") : Outcome(Done{});
    }
    bool at_end() { return file.eof() || file.peek() == std::char_traits<char>::eof(); }

    Outcome open_header(const Secret* key) {
        AYNI_TRY(fill(header_size));
        if (raw.size() != header_size || key == nullptr ||
            crypto_secretstream_xchacha20poly1305_init_pull(&stream, bytes_of(raw), key->data()) != 0) {
            return {Fault::storage_corrupt, "attachment"};
        }
        return Done{};
    }

    // Opens what lies in `raw`. Is it right, and at the place where it says it is?
    bool unlock() {
        if (raw.size() < tag_size) {
            return false;
        }
        content.resize(raw.size() - tag_size);
        unsigned char tag = 0;
        const bool right = crypto_secretstream_xchacha20poly1305_pull(
                               &stream, bytes_of(content), nullptr, &tag, bytes_of(std::string_view(raw)), raw.size(),
                               bytes_of(std::string_view(head)), head.size()) == 0;
        return right && (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL) == at_end();
    }

    Outcome advance() {
        AYNI_TRY(fill(locked ? blob_chunk + tag_size : blob_chunk));
        if (!locked) {
            content = raw;
        } else if (!unlock()) {
            return {Fault::storage_corrupt, "attachment"};
        }
        hash.add(content);
        done = at_end();
        const bool is_other = done && expected && hash.end() != *expected;
        return is_other ? Outcome(Fault::storage_corrupt, "attachment") : Outcome(Done{});
    }
};

BlobReader::BlobReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
BlobReader::BlobReader(BlobReader&&) noexcept = default;
BlobReader::~BlobReader() = default;

Result<BlobReader> BlobReader::open(const std::filesystem::path& file, const std::optional<BlobHash>& hash,
                                    const Secret* key) {
    need_sodium();
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return Failure{Fault::not_found, "attachment"};
    }
    auto state = std::make_unique<State>();
    state->expected = hash;
    state->file.open(file, std::ios::binary);
    if (!state->file) {
        return Failure{Fault::storage_failed, "open"};
    }
    AYNI_TRY(state->fill(head_size));
    state->head = state->raw;
    state->locked = state->head == head_of(Form::locked);
    if (!state->locked && state->head != head_of(Form::plain)) {
        return Failure{Fault::storage_corrupt, "attachment"};
    }
    if (state->locked) {
        AYNI_TRY(state->open_header(key));
    }
    return BlobReader(std::move(state));
}

Result<std::optional<std::string_view>> BlobReader::next() {
    if (state_->broken) {
        return Failure{Fault::storage_corrupt, "attachment"};
    }
    if (state_->done) {
        return std::optional<std::string_view>();
    }
    const Outcome advanced = state_->advance();
    state_->broken = !advanced;
    return advanced ? Result(std::optional<std::string_view>(state_->content)) : advanced.error();
}

}  // namespace ayni
