// Recoveries that are cut off themselves, and damage that SQLite passes over: torn write-ahead logs.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <limits>

#include "tests/engine/damaged_phone.hpp"
#include "tests/engine/killed.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

// The phone's file and its write-ahead log, with some acts that lie only in that.
struct Torn {
    Torn() {
        phone.makes(plan, kind::goal, {{"title", std::string("in the file")}});
        must(phone.store->database().checkpoint());
        for (int i = 0; i < 30; ++i) {
            phone.clock_ahead();
            phone.makes(plan, kind::goal, {{"title", "act " + std::to_string(i) + std::string(300, 'x')}});
        }
        for (const char* end : {"", "-wal"}) {
            std::filesystem::copy_file(std::filesystem::path(folder.path / "profile.db") += end,
                                       std::filesystem::path(torn()) += end);
        }
        log = bytes_of(folder.path / "torn.db-wal");
    }
    [[nodiscard]] std::filesystem::path torn() const { return folder.path / "torn.db"; }
    void tears(const std::string& bytes) const { put_bytes(folder.path / "torn.db-wal", bytes); }
    static constexpr std::size_t frame = 24 + page_size;

    Folder folder;
    Phone phone{folder.path / "profile.db"};
    std::string log;
};

}  // namespace

TEST_CASE("commits behind a tear in the write-ahead log are found missing, and read all the same") {
    const Torn torn;
    const auto frames = (torn.log.size() - 32) / Torn::frame;
    REQUIRE(frames > 60);
    for (const std::size_t at : {std::size_t{0}, frames / 3, frames / 2}) {
        CAPTURE(at);
        std::string log = torn.log;
        log[32 + at * Torn::frame + 24 + 2000] ^= 1;
        torn.tears(log);
        CHECK(Store::open(torn.torn(), settings(torn.phone.clock)).fault() == Fault::storage_corrupt);
        const Recovery report = must(recover(torn.torn(), settings(torn.phone.clock)));
        CHECK(report.was_needed);
        CHECK(report.awaits_own_log);
        CHECK(bytes_of(std::filesystem::path(torn.folder.path / report.set_aside) += "-wal") == log);
        const auto store = must(Store::open(torn.torn(), settings(torn.phone.clock)));
        is_sound(*store);
        CHECK(must(store->list(kind::goal)).size() == 31);
        std::filesystem::copy_file(torn.folder.path / report.set_aside, torn.torn(),
                                   std::filesystem::copy_options::overwrite_existing);
    }
    CHECK(std::filesystem::exists(torn.folder.path / "torn.db.damaged-3"));  // none took another's place
}

TEST_CASE("a write-ahead log that a crash cut off within its last commit is no damage") {
    const Torn torn;
    for (const std::size_t cut : {std::size_t{1}, page_size, Torn::frame + 10}) {
        CAPTURE(cut);
        torn.tears(torn.log.substr(0, torn.log.size() - cut));
        CHECK_FALSE(must(recover(torn.torn(), settings(torn.phone.clock))).was_needed);
        const auto store = must(Store::open(torn.torn(), settings(torn.phone.clock)));
        CHECK(must(store->list(kind::goal)).size() == 30);
    }
}

TEST_CASE("killed at any moment of a recovery, the damaged database or the recovered one is there, and it goes on") {
    const Weeks weeks;
    const SetClock clock;
    std::mt19937_64 random(3);
    std::string damaged = weeks.whole;
    blank_pages(damaged, random, 3);
    const auto starts_anew = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(weeks.folder.path)) {
            std::filesystem::remove(entry.path());
        }
        weeks.is_damaged(damaged);
    };
    const auto work = [&] { return recover(weeks.file(), settings(clock)).has_value(); };
    starts_anew();
    const int calls = calls_until_killed(std::numeric_limits<int>::max(), work);
    std::vector<int> moments;
    for (int i = 0; i < 12; ++i) {
        moments.push_back(calls * i / 12);
    }
    for (int before_end = 60; before_end > 0; before_end -= 3) {
        moments.push_back(calls - before_end);  // there the files take their places
    }
    int not_begun = 0;
    for (const int moment : moments) {
        CAPTURE(moment, calls);
        starts_anew();
        REQUIRE(calls_until_killed(moment, work) == moment);
        const auto is_aside = [&] { return std::filesystem::exists(weeks.folder.path / "profile.db.damaged-1"); };
        if (!is_aside() && !std::filesystem::exists(weeks.folder.path / "profile.db.rebuilt")) {
            REQUIRE(bytes_of(weeks.file()) == damaged);
            ++not_begun;
        }
        const Healed healed = heal(weeks, clock);
        REQUIRE(is_aside());
        CHECK_FALSE(std::filesystem::exists(weeks.folder.path / "profile.db.damaged-2"));
        CHECK(bytes_of(weeks.folder.path / "profile.db.damaged-1") == damaged);
        weeks.accounts_for_everything(*healed.store, must(last_recovery(*healed.store)).value());
        is_sound(*healed.store);
    }
    CHECK(not_begun >= 12);
    CHECK(not_begun < static_cast<int>(moments.size()));
}

TEST_CASE("what a recovery that was cut off left lying about is gone at the next opening") {
    const Weeks weeks;
    const SetClock clock;
    const Folder elsewhere;
    for (const char* end : {".salvage", ".leaves", ".leaves-wal", ".rebuilding", ".rebuilding-journal"}) {
        const std::filesystem::path left = std::filesystem::path(weeks.file()) += end;
        put_bytes(left, weeks.whole);
        std::filesystem::create_hard_link(left, elsewhere.path / left.filename());
    }
    put_bytes(std::filesystem::path(weeks.file()) += ".damaged-1", weeks.whole);
    must(Store::open(weeks.file(), weeks.settings_of(clock)));
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(weeks.folder.path)) {
        names.insert(entry.path().filename().string());
    }
    CHECK(names == std::set<std::string>{"profile.db", "profile.db.damaged-1"});
    for (const auto& entry : std::filesystem::directory_iterator(elsewhere.path)) {
        CHECK(bytes_of(entry.path()) == std::string(weeks.whole.size(), '\0'));
    }
}

TEST_CASE("a disk that is full during a recovery leaves everything as it was") {
    const Weeks weeks;
    const SetClock clock;
    std::mt19937_64 random(3);
    std::string damaged = weeks.whole;
    blank_pages(damaged, random, 3);
    weeks.is_damaged(damaged);
    // A file may grow no larger than this: the copy fails, the catalogue, or the new database.
    for (const std::size_t most : {page_size, damaged.size() / 2, damaged.size() + 2 * page_size}) {
        CAPTURE(most);
        const pid_t child = ::fork();
        if (child == 0) {
            const rlimit limit{most, most};
            ::setrlimit(RLIMIT_FSIZE, &limit);
            std::signal(SIGXFSZ, SIG_IGN);
            const auto outcome = recover(weeks.file(), settings(clock));
            ::_exit(outcome ? 100 : static_cast<int>(outcome.fault()));
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE(WIFEXITED(status));
        const int code = WEXITSTATUS(status);
        CHECK((code == static_cast<int>(Fault::storage_full) || code == static_cast<int>(Fault::storage_failed)));
        CHECK(bytes_of(weeks.file()) == damaged);
        CHECK(std::distance(std::filesystem::directory_iterator(weeks.folder.path), {}) == 1);
    }
    CHECK(heal(weeks, clock).report.was_needed);
}
