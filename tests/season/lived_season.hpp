#pragma once
// The season of Santa Cruz, all of it in one store: every line written by its author, at its time.

#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <string>

#include "engine/model/time.hpp"
#include "engine/programme/import/bring_in.hpp"
#include "engine/programme/import/season.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/season/fresh_folder.hpp"

namespace ayni::season_test {

class MovedClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return now; }
    std::int64_t now = *parse_time("2026-09-01T12:00:00Z");
};

class LivedSeason {
public:
    LivedSeason() {
        auto opened = Store::open(folder_.path() / "profile.db", {.decode = wire::decode, .clock = &clock});
        REQUIRE(opened);
        store = std::move(opened).value();
        const RecordId me = store->new_record();
        REQUIRE(store->set_person(me));
        const std::string name = "Maïté L'Écuyer-Ouimet";
        REQUIRE(store->write({}, std::vector<Edit>{make_edit(me, kind::person, "name", name),
                                                   make_edit(me, kind::person, "role", std::string("coordinator"))}));
        programme::Findings findings;
        const programme::Folder read = programme::read_folder(sample_data() / "santa-cruz", {}, findings);
        REQUIRE(programme::bring_in(*store, read, {}, findings)->has_value());
        const programme::Season season = programme::read_season(sample_data() / "santa-cruz/season.jsonl", findings);
        REQUIRE(findings.good());
        REQUIRE(store->transact([&]() -> Outcome {
            for (const programme::SeasonLine& line : season.lines) {
                AYNI_TRY(store->set_person(named(line.author)));
                clock.now = line.at;
                AYNI_TRY(programme::write_line(*store, line));
            }
            return Done{};
        }));
        clock.now = *parse_time("2026-11-22T23:00:00Z");  // "now" of the sample data
    }

    [[nodiscard]] RecordId named(const std::string& ref) const {
        const auto record = store->find_by_ref(ref);
        REQUIRE(record.has_value());
        REQUIRE(record->has_value());
        return (*record)->id;
    }
    [[nodiscard]] ScopeId plan_of(const std::string& ref) const { return {ScopeKind::plan, named(ref)}; }
    /// From now on this is her phone.
    void belongs_to(const std::string& ref) const { REQUIRE(store->set_person(named(ref))); }

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

    MovedClock clock;
    std::unique_ptr<Store> store;

private:
    FreshFolder folder_;
};

}  // namespace ayni::season_test
