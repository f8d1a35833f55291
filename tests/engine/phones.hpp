#pragma once
// Phones with real stores, and envelopes handed from one to the other, without any hub. Envelopes are packed
// changes here: what a wire makes of them is tested where the wire is.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/merge/packed.hpp"
#include "engine/store/store.hpp"

namespace ayni::test {

class SetClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return now; }
    std::int64_t now = 1'790'000'000'000;
};

/// A folder that is gone when the test is.
class Folder {
public:
    Folder() {
        static int count = 0;
        path = std::filesystem::temp_directory_path() /
               ("ayni-test-" + std::to_string(static_cast<unsigned long>(::getpid())) + '-' + std::to_string(++count));
        std::filesystem::create_directories(path);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path;
};

inline Store::Settings settings(const Clock& clock, std::optional<DataKey> key = {}) {
    return {[](std::string_view bytes) { return unpack_changes(bytes); }, &clock, false, std::move(key)};
}

template <class T>
T must(Result<T> result) {
    INFO((result ? std::string() : result.error().detail));
    REQUIRE(result.has_value());
    return std::move(result).value();
}

struct Phone {
    /// Without a device it is somebody new, with an id by chance.
    explicit Phone(const std::filesystem::path& file = ":memory:", std::optional<DataKey> key = {},
                   std::optional<DeviceId> device = {}) {
        Store::Settings opening = settings(clock, std::move(key));
        opening.device = device;
        store = must(Store::open(file, std::move(opening)));
    }

    /// Makes what is pending in the scope an envelope.
    void seal(const ScopeId& scope) const {
        const auto changes = must(store->pending(scope));
        if (!changes.empty()) {
            must(store->seal({scope, store->device(), changes.front().dot.seq, changes.back().dot.seq, pack(changes)}));
        }
    }
    /// All that this phone has of the scope, in the order of its log.
    [[nodiscard]] std::vector<Envelope> log(const ScopeId& scope) const {
        seal(scope);
        return must(store->envelopes(scope));
    }
    Received takes(const std::vector<Envelope>& envelopes) const { return must(store->receive(envelopes)); }
    Received hears(const Phone& other, const ScopeId& scope) const { return takes(other.log(scope)); }

    RecordId makes(const ScopeId& scope, KindNo kind,
                   std::initializer_list<std::pair<const char*, Value>> fields) const {
        const RecordId id = store->new_record();
        std::vector<Edit> edits;
        for (const auto& [name, value] : fields) {
            edits.push_back(make_edit(id, kind, name, value));
        }
        must(store->write(scope, edits));
        return id;
    }
    void sets(const ScopeId& scope, RecordId id, KindNo kind, const char* name, Value value,
              std::string key = {}) const {
        must(store->write(scope, std::vector{make_edit(id, kind, name, std::move(value), std::move(key))}));
    }
    [[nodiscard]] Record sees(RecordId id) const {
        const auto found = must(store->find(id));
        REQUIRE(found.has_value());
        return *found;
    }
    /// Everything in the scope, as text: the same on every replica that has the same.
    [[nodiscard]] std::string picture(const ScopeId& scope) const {
        std::string all;
        for (const KindDef& kind : kinds()) {
            for (const Record& record : must(store->list(kind.number, scope, true))) {
                all += to_text(record.id) + (record.removed ? " removed" : "");
                for (const auto& [field, value] : record.values) {
                    all += ' ' + std::to_string(field) + '=' + pack(value);
                }
                for (const auto& [field, elements] : record.sets) {
                    for (const Element& element : elements) {
                        all += ' ' + std::to_string(field) + '[' + element.key + "]=" + pack(element.value);
                    }
                }
                for (const FieldNo field : record.contested) {
                    all += " !" + std::to_string(field);
                }
                all += '\n';
            }
        }
        return all;
    }
    void is_sound() const {
        const auto differences = must(store->check());
        INFO((differences.empty() ? std::string() : differences.front()));
        CHECK(differences.empty());
    }

    void clock_ahead() const { clock.now += 60'000; }

    mutable SetClock clock;
    std::unique_ptr<Store> store;
};

inline const ScopeId plan{ScopeKind::plan, {DeviceId{0xABCD}, 1}};

}  // namespace ayni::test
