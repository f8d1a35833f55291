#pragma once
// A cohort as the use cases meet it: a coordinator's laptop and two phones, each with a store of its own, that hand
// each other sealed envelopes.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/programme/board.hpp"
#include "engine/store/store.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::programme::test {

inline constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
inline constexpr std::int64_t today_days = 20'780;  // a day of November 2026
inline constexpr std::int64_t noon = today_days * day_ms + day_ms / 2;

class SetClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return now; }
    std::int64_t now = noon;
};

/// A folder that is gone when the test is.
class Folder {
public:
    Folder();
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path;
};

template <class T>
T must(Result<T> result) {
    INFO((result ? std::string() : std::to_string(static_cast<int>(result.fault())) + " " + result.error().detail));
    REQUIRE(result.has_value());
    return std::move(result).value();
}

/// nullopt: it went well.
template <class T>
std::optional<Fault> fault_of(const Result<T>& result) {
    return result ? std::nullopt : std::optional(result.fault());
}

class Phone {
public:
    explicit Phone(const Clock& clock);

    RecordId makes(const ScopeId& scope, KindNo kind, const std::vector<std::pair<std::string, Value>>& fields);
    RecordId makes(RecordId id, const ScopeId& scope, KindNo kind,
                   const std::vector<std::pair<std::string, Value>>& fields);
    void puts(const ScopeId& scope, RecordId id, KindNo kind, const std::string& set, const std::string& key,
              Value value = true);
    [[nodiscard]] Record sees(RecordId id) const;
    /// Titles of a lane, in order.
    [[nodiscard]] std::vector<std::string> lane(const ScopeId& plan, Lane lane) const;
    [[nodiscard]] Board board(const ScopeId& plan) const { return must(programme::board(*store, plan)); }
    /// Seals what is pending, then hands over all that `other` may read.
    void gives_to(Phone& other) const;

    Folder folder;  // for what is attached
    std::unique_ptr<Store> store;
    wire::KeyPair keys = wire::make_keys();
};

/// Rosa leads the bakery, Maude is her mentor, Odile coordinates; Elena leads the looms, and has no mentor yet.
struct Village {
    Village();
    /// Everybody gives to everybody, twice.
    void all_meet();

    SetClock clock;
    Phone odile{clock}, rosa{clock}, maude{clock};
    RecordId odile_id, rosa_id, maude_id, elena_id;
    ScopeId cohort, plan, talk, looms_plan, maudes_plan;

private:
    RecordId person(Phone& phone, const std::string& name, const std::string& role);
};

}  // namespace ayni::programme::test
