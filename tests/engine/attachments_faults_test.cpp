// Attachments when something goes wrong: processes killed for real, a disk that is full for real, a database that had
// to be rebuilt.

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <cstdio>
#include <functional>
#include <thread>

#include "tests/engine/profile_with_files.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

// In a process of its own.
pid_t begun_apart(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0) {
        int code = 99;
        try {
            code = work();
        } catch (...) {  // a REQUIRE that failed: this process is no test runner
        }
        ::_exit(code);
    }
    return child;
}

// Its exit code, once it ends; -1 if it was killed.
int code_of(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int apart(const std::function<int()>& work) {
    return code_of(begun_apart(work));
}

// Attaches photo after photo until it is killed.
int attach_for_ever(const std::filesystem::path& folder, int round, int ready) {
    const Profile ana(folder);
    if (::write(ready, "!", 1) != 1) {
        return 1;
    }
    for (int i = 0;; ++i) {
        ana.attaches(content(std::to_string(round) + "/" + std::to_string(i), 400'000));
    }
}

std::size_t attached(const Profile& profile) {
    return must(profile.store->list(kind::attachment)).size();
}

}  // namespace

TEST_CASE("killed at any moment of attaching, a photo is there whole or not at all") {
    const Folder folder;
    std::minstd_rand random(20261125);
    int half_written = 0;
    std::size_t before = 0;
    for (int round = 0; round < 50; ++round) {
        int ready[2] = {-1, -1};
        REQUIRE(::pipe(ready) == 0);
        const pid_t child = begun_apart([&] { return attach_for_ever(folder.path, round, ready[1]); });
        ::close(ready[1]);
        char sign = 0;
        CHECK(::read(ready[0], &sign, 1) == 1);
        ::close(ready[0]);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
        ::kill(child, SIGKILL);
        CHECK(code_of(child) == -1);
        half_written += std::filesystem::exists(folder.path / "blobs" / Attachments::arriving) ? 1 : 0;

        const Profile ana(folder.path);
        CHECK(ana.missing().empty());
        CHECK(ana.files().size() == attached(ana));
        CHECK(must(ana.blobs().unsent()).size() == attached(ana));
        for (const Record& record : must(ana.store->list(kind::attachment))) {
            const auto read = ana.blobs().read(*parse_blob(record.text("blob")));
            CHECK((read && static_cast<std::int64_t>(read->size()) == record.whole("bytes")));
        }
        CHECK(attached(ana) >= before);
        before = attached(ana);
    }
    INFO(half_written << " of 50 kills came while a file was being written, " << before << " photos in all");
    CHECK(before > 0);
    CHECK(half_written > 0);
}

TEST_CASE("no room is said before the first byte is written, and what is there stays usable") {
    const Folder folder;
    const Profile ana(folder.path, true, {.folder = {}, .bytes_most = 10'000'000, .reserve = std::uint64_t{1} << 60U});
    CHECK(fault_of(ana.puts(content("photo", 100))) == Fault::storage_full);
    CHECK_FALSE(std::filesystem::exists(folder.path / "blobs"));
    must(ana.store->write(
        plan, std::vector{make_edit(ana.store->new_record(), kind::goal, "title", std::string("still written"))}));
}

TEST_CASE("a disk that fills up while a photo is written loses nothing and keeps no half of it") {
    const Folder folder;
    const auto blobs = folder.path / "blobs";
    std::filesystem::create_directories(blobs);
    enum : int { good = 0, no_fault = 1, wrong_fault = 2, left_over = 3, small_lost = 4, no_disk = 5 };
    const int ended = apart([&]() -> int {
        // A disk of 600 KB of this process's own.
        if (::syscall(SYS_unshare, ::geteuid() == 0 ? 0x00020000 : 0x10020000) != 0 ||
            ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tmpfs", blobs.c_str(), "tmpfs", 0, "size=600k") != 0) {
            return no_disk;
        }
        const Profile ana(folder.path, true, {.folder = {}, .bytes_most = 10'000'000, .reserve = 0});
        if (fault_of(ana.puts(content("photo", 900'000))) != Fault::storage_full) {
            return wrong_fault;  // known beforehand
        }
        const RecordId small = ana.attaches(content("small", 50'000));
        std::istringstream more_than_it_says(content("photo", 900'000));
        const auto fault = fault_of(ana.blobs().put(more_than_it_says, 1));
        if (fault != Fault::storage_full) {
            return fault ? wrong_fault : no_fault;
        }
        if (ana.files().size() != 1) {
            return left_over;
        }
        return must(ana.blobs().read(ana.hash_of(small))) == content("small", 50'000) ? good : small_lost;
    });
    if (ended == no_disk) {
        WARN("no disk of one's own can be made here");
    } else {
        CHECK(ended == good);
    }
}

TEST_CASE("a write that fails in the middle leaves nothing behind") {
    const Folder folder;
    CHECK(apart([&]() -> int {
              ::signal(SIGXFSZ, SIG_IGN);
              const Profile ana(folder.path);
              ana.attaches(content("small", 50'000));
              const rlimit most{200'000, 200'000};
              ::setrlimit(RLIMIT_FSIZE, &most);
              const bool failed = fault_of(ana.puts(content("photo", 900'000))) == Fault::storage_failed;
              return failed && ana.files().size() == 1 ? 0 : 1;
          }) == 0);
}

TEST_CASE("a file of 100 MB goes in and out in bounded memory") {
    const Folder folder;
    const auto file = folder.path / "film";
    std::ofstream(file) << "film";
    std::filesystem::resize_file(file, 100'000'000);
    const auto peak_kb = [] {
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss;
    };
    CHECK(apart([&]() -> int {
              const Profile ana(folder.path, true, {.folder = {}, .bytes_most = 200'000'000, .reserve = 0});
              const long before = peak_kb();
              const Blob blob = must(ana.blobs().put(file));
              const Blob out = must(ana.blobs().copy_to(blob.hash, folder.path / "copy"));
              return out.bytes == 100'000'000 && peak_kb() - before < 4'000 ? 0 : 1;
          }) == 0);
    CHECK(std::filesystem::file_size(folder.path / "copy") == 100'000'000);
}

TEST_CASE("files without a key are locked once there is one, and read until then") {
    const Folder folder;
    const std::string text = content("la receta", 100'000);
    RecordId photo;
    {
        const Profile ana(folder.path, false);
        photo = ana.attaches(text);
    }
    SECTION("there is room") {
        const Profile ana(folder.path);
        CHECK(must(ana.blobs().read(ana.hash_of(photo))) == text);
        REQUIRE(ana.files().size() == 1);
        CHECK(text_of(ana.files().front()).find("la receta") == std::string::npos);
        CHECK(must(ana.blobs().unsent()).size() == 1);
    }
    SECTION("there is none") {
        const auto arriving = folder.path / "blobs" / Attachments::arriving;
        std::filesystem::create_directories(arriving / "in the way");
        {
            const Profile ana(folder.path);
            CHECK(must(ana.blobs().read(ana.hash_of(photo))) == text);
        }
        std::filesystem::remove_all(arriving);
        const Profile ana(folder.path);
        CHECK(must(ana.blobs().read(ana.hash_of(photo))) == text);
        CHECK(text_of(ana.files().front()).find("la receta") == std::string::npos);
    }
}

TEST_CASE("beside a database that had to be rebuilt nothing is swept, and what records name counts again") {
    const Folder folder;
    std::vector<Envelope> log;
    const std::string text = content("photo", 90'000);
    {
        const Profile ana(folder.path);
        ana.attaches(text);
        const auto changes = must(ana.store->pending(plan));
        log.push_back({plan, ana.store->device(), changes.front().dot.seq, changes.back().dot.seq, pack(changes)});
        ana.attaches(content("nobody knows of it", 80'000));
    }
    for (const char* name : {"profile.db", "profile.db-wal", "profile.db-shm"}) {
        std::filesystem::remove(folder.path / name);
    }
    {
        const Profile empty(folder.path);
        CHECK(empty.files().size() == 2);
        CHECK(must(empty.blobs().usage()).blobs == 0);
        must(empty.store->receive(log));
        CHECK(empty.missing().size() == 1);
    }
    const Profile ana(folder.path);
    CHECK(ana.missing().empty());
    REQUIRE(must(ana.blobs().unsent()).size() == 1);
    CHECK(must(ana.blobs().read(must(ana.blobs().unsent()).front().hash)) == text);
    CHECK(ana.files().size() == 2);
}

TEST_CASE("a file that vanished makes its content missing, and one that came back counts again") {
    const Folder folder;
    RecordId photo;
    {
        const Profile ana(folder.path);
        photo = ana.attaches(content("photo", 1'000));
        std::filesystem::rename(ana.files().front(), folder.path / "elsewhere");
    }
    std::filesystem::path place;
    {
        const Profile ana(folder.path);
        CHECK(ana.missing() == std::vector{ana.hash_of(photo)});
        const Secret names = some_key().derive("attachment names");
        place = folder.path / "blobs" / blob_file_name(ana.hash_of(photo), &names);
    }
    std::filesystem::rename(folder.path / "elsewhere", place);
    const Profile ana(folder.path);
    CHECK(ana.missing().empty());
    CHECK(must(ana.blobs().unsent()).size() == 1);
    CHECK(must(ana.blobs().read(ana.hash_of(photo))) == content("photo", 1'000));
}

TEST_CASE("what the hub judged away stays with its author, until its scope goes") {
    const Folder folder;
    BlobHash photo;
    const Phone hub;
    {
        const Profile ana(folder.path);
        must(ana.store->set_setting("hub_device", to_text(hub.store->device())));
        const RecordId record = ana.attaches(content("photo", 1'000));
        photo = ana.hash_of(record);
        const auto changes = must(ana.store->pending(plan));
        for (const Change& change : changes) {
            hub.makes(plan, kind::verdict,
                      {{"voids", to_text(change.dot)}, {"reason", std::int64_t{2}}, {"about", record}});
        }
        must(ana.store->receive(hub.log(plan)));
        CHECK_FALSE(must(ana.store->tray()).empty());
    }
    const Profile ana(folder.path);
    CHECK(must(ana.blobs().read(photo)) == content("photo", 1'000));
    CHECK(must(ana.blobs().evict(1'000)) == 0);
    ana.attaches("of another plan", other_plan);
    must(ana.store->drop(other_plan));
    CHECK(ana.files().size() == 1);
    CHECK(must(ana.blobs().read(photo)) == content("photo", 1'000));
    must(ana.store->drop(plan));
    CHECK(ana.files().empty());
}
