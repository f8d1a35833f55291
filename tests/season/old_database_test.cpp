// A database of every version that was ever given to people opens, says what it said, and is sound.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "engine/store/store.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/season/fresh_folder.hpp"

using namespace ayni;
using season_test::FreshFolder;

namespace {

std::string said_by(Store& store) {
    std::string all;
    for (const KindDef& kind : kinds()) {
        const auto records = store.list(kind.number, {}, true);
        REQUIRE(records.has_value());
        for (const Record& record : *records) {
            const auto history = store.history(record.id);
            REQUIRE(history.has_value());
            all += to_text(record.id) + ' ' + std::to_string(history->size()) + '\n';
        }
    }
    return all;
}

}  // namespace

TEST_CASE("A database of every version opens, its log is packed, and nothing of it is lost") {
    for (const auto& entry : std::filesystem::directory_iterator(season_test::sample_data() / "databases")) {
        if (entry.path().extension() != ".db") {
            continue;
        }
        CAPTURE(entry.path().filename().string());
        const FreshFolder folder;
        const auto file = folder.path() / "profile.db";
        std::filesystem::copy_file(entry.path(), file);
        std::string said;
        {
            const auto store = Store::open(file, {wire::decode, nullptr, false});
            REQUIRE(store.has_value());
            CHECK(*(*store)->check() == std::vector<std::string>{});
            said = said_by(**store);
            CHECK(said.size() > 1000);
            const auto waiting = (*store)->waiting();
            REQUIRE((*store)->compact_log().has_value());
            CHECK(*(*store)->check() == std::vector<std::string>{});
            CHECK(*(*store)->waiting() == *waiting);
        }
        const auto store = Store::open(file, {wire::decode, nullptr, false});
        REQUIRE(store.has_value());
        CHECK(said_by(**store) == said);
    }
}
