#pragma once
// A profile as it lies in a folder: database, key, and the contents of what is attached.

#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/engine/phones.hpp"

namespace ayni::test {

inline const ScopeId other_plan{ScopeKind::plan, {DeviceId{0xABCD}, 2}};
inline DataKey some_key() {
    return {*Secret::of(std::string(Secret::size, 'k'))};
}

// `size` bytes that begin with `name`, and are the same each time.
inline std::string content(std::string_view name, std::size_t size) {
    std::string text(name);
    std::minstd_rand random(static_cast<unsigned>(size));
    while (text.size() < size) {
        text += static_cast<char>(random());
    }
    text.resize(size);
    return text;
}

inline std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A profile in a folder, with a key unless a test wants none.
struct Profile {
    explicit Profile(std::filesystem::path where, bool locked = true, Attachments::Settings limits = {})
        : folder(std::move(where)) {
        Store::Settings opening = settings(clock);
        opening.attachments = std::move(limits);
        if (locked) {
            opening.key = some_key();
        }
        store = must(Store::open(folder / "profile.db", std::move(opening)));
    }
    [[nodiscard]] Attachments& blobs() const { return store->attachments(); }
    Result<Blob> puts(const std::string& text) const {
        std::istringstream in(text);
        return blobs().put(in, text.size());
    }
    /// As an act of hers: the content, and the record that names it.
    RecordId attaches(const std::string& text, const ScopeId& scope = plan) const {
        const Blob blob = must(puts(text));
        const RecordId id = store->new_record();
        must(store->transact([&]() -> Outcome {
            AYNI_TRY(store->write(
                scope, std::vector{make_edit(id, kind::attachment, "blob", to_text(blob.hash)),
                                   make_edit(id, kind::attachment, "bytes", static_cast<std::int64_t>(blob.bytes))}));
            return blobs().keep(blob, scope);
        }));
        return id;
    }
    [[nodiscard]] BlobHash hash_of(RecordId attachment) const {
        const auto record = must(store->find(attachment));
        REQUIRE(record.has_value());
        return *parse_blob(record->text("blob"));
    }
    [[nodiscard]] std::vector<std::filesystem::path> files() const {
        std::vector<std::filesystem::path> all;
        if (std::filesystem::exists(folder / "blobs")) {
            for (const auto& file : std::filesystem::directory_iterator(folder / "blobs")) {
                all.push_back(file.path());
            }
        }
        std::ranges::sort(all);
        return all;
    }
    [[nodiscard]] std::vector<BlobHash> missing() const {
        std::vector<BlobHash> hashes;
        for (const Blob& blob : must(blobs().missing())) {
            hashes.push_back(blob.hash);
        }
        return hashes;
    }

    std::filesystem::path folder;
    SetClock clock;
    std::unique_ptr<Store> store;
};

template <class T>
std::optional<Fault> fault_of(const Result<T>& result) {
    return result ? std::nullopt : std::optional(result.fault());
}

}  // namespace ayni::test
