// Pages that the disk doesn't give any more cost what lay in them, and nothing else.

#include "tests/engine/unreadable.hpp"

#include <optional>

#include "engine/store/cipher.hpp"
#include "tests/engine/damaged_phone.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

// As she meets it: opening fails or something later does; then she has it repaired.
void is_recovered(const Weeks& weeks, std::uint64_t page) {
    const SetClock clock;
    const std::uint64_t size = std::filesystem::file_size(weeks.file());
    std::optional<BadBlocks> bad;
    bad.emplace(weeks.file(), page * page_size, page_size);
    const int before = BadBlocks::times_told();
    if (page == 0) {
        const auto opened = Store::open(weeks.file(), weeks.settings_of(clock));
        REQUIRE_FALSE(opened);
        INFO(opened.error().detail);
        CHECK(opened.fault() == Fault::storage_corrupt);
    }
    const Healed healed = heal(weeks, clock);
    CHECK(BadBlocks::times_told() > before);
    CHECK(healed.report.was_needed);
    bad.reset();
    is_sound(*healed.store);
    weeks.accounts_for_everything(*healed.store, healed.report);
    CHECK(healed.store->device() == weeks.device);
    CHECK(std::filesystem::file_size(weeks.folder.path / healed.report.set_aside) == size);
}

}  // namespace

TEST_CASE("of a database with a page that the disk doesn't give all that lies on others is read") {
    for (const bool locked : {false, true}) {
        if (locked && !can_encrypt()) {
            continue;
        }
        const Weeks weeks(locked ? std::optional(DataKey::random()) : std::nullopt);
        const std::uint64_t pages = weeks.whole.size() / page_size;
        for (const std::uint64_t page :
             {std::uint64_t{0}, weeks.root_of("envelope"), weeks.root_of("Goal"), pages / 2, pages - 1}) {
            CAPTURE(locked, page, pages);
            is_recovered(weeks, page);
            for (const auto& entry : std::filesystem::directory_iterator(weeks.folder.path)) {
                std::filesystem::remove(entry.path());
            }
            weeks.is_damaged(weeks.whole);
        }
    }
}

TEST_CASE("of a write-ahead log all frames are read that the disk gives, and what is missing there is asked for") {
    const Folder folder;
    const SetClock clock;
    const std::filesystem::path file = folder.path / "profile.db";
    std::string database;
    std::string log;
    {
        const Phone phone(file);
        phone.makes(plan, kind::goal, {{"title", std::string("in the file")}});
        must(phone.store->database().checkpoint());
        for (int i = 0; i < 30; ++i) {
            phone.clock_ahead();
            phone.makes(plan, kind::goal, {{"title", "act " + std::to_string(i)}});
        }
        database = bytes_of(file);
        log = bytes_of(std::filesystem::path(file) += "-wal");
    }
    REQUIRE(log.size() > 60 * page_size);
    for (const std::size_t at : {std::size_t{0}, log.size() / 3, log.size() - page_size}) {
        CAPTURE(at);
        for (const auto& entry : std::filesystem::directory_iterator(folder.path)) {
            std::filesystem::remove(entry.path());
        }
        put_bytes(file, database);
        put_bytes(std::filesystem::path(file) += "-wal", log);
        std::optional<BadBlocks> bad;
        bad.emplace(std::filesystem::path(file) += "-wal", at, 1);
        CHECK(Store::open(file, settings(clock)).fault() == Fault::storage_corrupt);
        const Recovery report = must(recover(file, settings(clock)));
        CHECK(report.was_needed);
        CHECK(report.end_unknown);
        CHECK(report.awaits_own_log);
        bad.reset();
        const auto store = must(Store::open(file, settings(clock)));
        is_sound(*store);
        CHECK(must(store->list(kind::goal)).size() >= 30);
    }
}
