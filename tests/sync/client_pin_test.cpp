// A profile's key on this machine, and aynictl pin.

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "platforms/linux/key_store.hpp"
#include "platforms/linux/profile.hpp"
#include "tests/engine/killed.hpp"
#include "tests/sync/client_desk.hpp"

using namespace ayni;
using namespace ayni::client_test;
using ayni::hub_test::must;
using ayni::season_test::Finished;
using ayni::shell::ProfileKey;
using namespace std::chrono_literals;

namespace {

const PinCost cheap{1, 8192};  // what a test can wait for

Pin pin(const char* digits) {
    return must(Pin::of(digits));
}

/// A profile's folder, and a machine whose time a test moves.
struct Machine {
    Machine() { must(key().open({})); }
    /// As a program finds it that was just started.
    [[nodiscard]] ProfileKey key() const {
        return ProfileKey(
            folder.path, [this] { return now; }, cheap);
    }
    [[nodiscard]] Fault tries(const char* digits) const { return key().open(pin(digits)).fault(); }
    hub_test::Folder folder;
    Moment now{"first start", 1'000'000};
};

/// aynictl with something on its stdin.
Finished with_input(const std::filesystem::path& folder, const season_test::Words& words, const std::string& input) {
    const auto file = folder.parent_path() / "input";
    std::ofstream(file) << input;
    season_test::Words shell{"/bin/sh",
                             "-c",
                             "input=$1; shift; exec \"$@\" <\"$input\"",
                             "sh",
                             file.string(),
                             AYNI_CTL,
                             "--profile",
                             folder.string(),
                             "--lang",
                             "en"};
    shell.insert(shell.end(), words.begin(), words.end());
    const Finished finished = season_test::run(shell);
    std::filesystem::remove(file);
    return finished;
}

std::size_t keys_kept() {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(season_test::keys_of_tests.folder()), {}));
}

}  // namespace

TEST_CASE("a wrong PIN waits longer each time, also after a restart, and the right one ends it") {
    Machine hers;
    must(hers.key().change_pin({}, pin("2468")));
    CHECK(hers.key().open({}).fault() == Fault::pin_needed);
    for (int i = 0; i < 3; ++i) {
        CHECK(hers.tries("1111") == Fault::wrong_pin);
    }
    for (const auto wait : {30s, 60s, 300s, 900s, 3600s, 3600s}) {
        CHECK(must(hers.key().facts()).wait == wait);
        CHECK(hers.key().open(pin("2468")).fault() == Fault::pin_too_soon);  // the right one too: it isn't even tried
        hers.now.ms += std::chrono::milliseconds(wait).count() - 1;
        CHECK(hers.tries("1111") == Fault::pin_too_soon);
        hers.now.ms += 1;
        CHECK(hers.tries("1111") == Fault::wrong_pin);
    }
    INFO("switching the machine off and on saves no wait");
    hers.now = {"second start", 0};
    CHECK(hers.tries("2468"[0] == '2' ? "1111" : "") == Fault::pin_too_soon);
    hers.now.ms = 3'600'000;
    CHECK(hers.key().open(pin("2468")).has_value());
    CHECK(must(hers.key().facts()).wait == 0s);
    for (int i = 0; i < 3; ++i) {
        CHECK(hers.tries("1111") == Fault::wrong_pin);
    }
    CHECK(hers.tries("1111") == Fault::pin_too_soon);
}

TEST_CASE("a try counts although the program is killed before its answer") {
    const Machine hers;
    must(hers.key().change_pin({}, pin("2468")));
    const auto wrong = [&] { return hers.key().open(pin("1111")).has_value() || true; };
    const int calls = test::calls_until_killed(std::numeric_limits<int>::max(), wrong);
    CHECK(must(hers.key().facts()).wait == 0s);
    std::uint32_t counted = 0;
    for (int n = 1; n <= calls && must(hers.key().facts()).wait == 0s; ++n) {
        test::calls_until_killed(n, wrong);
        ++counted;
    }
    INFO(counted << " tries, killed at each of " << calls << " calls in turn");
    CHECK(must(hers.key().facts()).wait == 30s);
}

TEST_CASE("after a PIN change the old PIN opens nothing, nor does a copy of the profile from before") {
    const Machine hers;
    const DataKey key = must(hers.key().open({}));
    const auto file = hers.folder.path / "profile.key";
    const std::string without = season_test::text_of(file);
    const std::size_t kept = keys_kept();
    must(hers.key().change_pin({}, pin("1111")));
    const std::string first = season_test::text_of(file);
    must(hers.key().change_pin(pin("1111"), pin("2222")));
    CHECK(hers.tries("1111") == Fault::wrong_pin);
    CHECK(must(hers.key().open(pin("2222"))).secret == key.secret);
    CHECK(keys_kept() == kept);  // the platform's secrets of before are gone
    const std::string second = season_test::text_of(file);
    for (const std::string& old : {without, first}) {
        std::ofstream(file, std::ios::binary) << old;
        CHECK(hers.key().open(pin("1111")).fault() == Fault::key_lost);
    }
    std::ofstream(file, std::ios::binary) << second;
    CHECK(hers.key().change_pin(pin("1111"), {}).fault() == Fault::wrong_pin);
    CHECK(hers.key().change_pin({}, pin("3333")).fault() == Fault::pin_needed);
    must(hers.key().change_pin(pin("2222"), {}));
    CHECK(must(hers.key().open({})).secret == key.secret);
}

TEST_CASE("a PIN change that is killed leaves the old PIN or the new one, and the same key") {
    const Machine hers;
    const DataKey key = must(hers.key().open({}));
    must(hers.key().change_pin({}, pin("1111")));
    std::size_t changed = 0;
    const auto change = [&] { return hers.key().change_pin(pin("1111"), pin("2222")).has_value(); };
    for (int n = 1;; ++n) {
        const bool whole = test::calls_until_killed(n, change) < n;
        INFO("killed before call " << n);
        std::filesystem::remove(hers.folder.path / "profile.tries");  // killed tries count: not this test's matter
        auto opened = hers.key().open(pin("2222"));
        if (opened) {
            ++changed;
            must(hers.key().change_pin(pin("2222"), pin("1111")));
        } else {
            std::filesystem::remove(hers.folder.path / "profile.tries");
            opened = hers.key().open(pin("1111"));
        }
        CHECK(must(std::move(opened)).secret == key.secret);
        if (whole) {
            break;
        }
    }
    CHECK(changed > 2);
}

TEST_CASE("without the platform's secret nothing opens, nothing is deleted, and all is there when it is back") {
    Desk desk;
    const auto rosa = desk.person("rosa");
    CHECK(rosa.tries({"join", "ayni://127.0.0.1:1/ABCD-EFGH"}).code == 1);
    CHECK(rosa.does_one({"status"}).at("key_store") == "file");
    const auto keys = season_test::keys_of_tests.folder();
    const auto away = std::filesystem::path(keys) += "-away";
    const std::string before = season_test::text_of(rosa.folder() / "profile.db");
    std::filesystem::rename(keys, away);
    std::filesystem::create_directory(keys);
    const auto said = rosa.tries({"status"});
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("This profile's key is missing on this machine: nothing was deleted"));
    CHECK(season_test::text_of(rosa.folder() / "profile.db") == before);
    std::filesystem::remove_all(keys);
    std::filesystem::rename(away, keys);
    CHECK(rosa.tries({"status"}).code == 0);

    INFO("nor without the profile's own key file: no new key is made for what is locked with the old one");
    std::filesystem::rename(rosa.folder() / "profile.key", rosa.folder() / "away");
    CHECK(rosa.tries({"status"}).err == said.err);
    CHECK_FALSE(std::filesystem::exists(rosa.folder() / "profile.key"));
    std::filesystem::rename(rosa.folder() / "away", rosa.folder() / "profile.key");
    CHECK(rosa.tries({"status"}).code == 0);
}

TEST_CASE("two profiles on one phone can't read each other") {
    Desk desk;
    const auto rosa = desk.person("rosa");
    const auto maude = desk.person("maude");
    for (const auto* phone : {&rosa, &maude}) {
        CHECK(phone->tries({"join", "ayni://127.0.0.1:1/ABCD-EFGH"}).code == 1);
    }
    const std::string hers = season_test::text_of(rosa.folder() / "profile.db");
    std::filesystem::copy_file(rosa.folder() / "profile.db", maude.folder() / "profile.db",
                               std::filesystem::copy_options::overwrite_existing);
    const auto said = maude.tries({"status"});
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("This profile's key isn't that of its data file"));
    CHECK(season_test::text_of(maude.folder() / "profile.db") == hers);
}

TEST_CASE("aynictl sets, asks for, changes and removes a PIN, and never takes it as a word") {
    Desk desk;
    const auto rosa = desk.person("rosa");
    CHECK(rosa.tries({"join", "ayni://127.0.0.1:1/ABCD-EFGH"}).code == 1);
    const auto& folder = rosa.folder();
    CHECK(with_input(folder, {"pin", "change"}, "1234\n").err.starts_with("This profile has no PIN"));
    CHECK(with_input(folder, {"pin", "set"}, "12\n").err.starts_with("A PIN has 4 to 12 digits"));
    CHECK(with_input(folder, {"pin", "set"}, "").err.starts_with("The new PIN is missing"));
    CHECK(with_input(folder, {"pin", "set", "1234"}, "").code == 2);
    CHECK(with_input(folder, {"pin"}, "").code == 2);
    CHECK(rosa.does_one({"status"}).at("pin") == false);
    CHECK(with_input(folder, {"--json", "pin", "set"}, " 1234\r\n").out == "{\"pin\":true}\n");

    auto said = rosa.tries({"status"});  // nobody there to type it
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("This profile opens with a PIN: type it when you are asked"));
    CHECK(said.out.empty());
    CHECK(with_input(folder, {"--pin-from", "-", "status"}, "1234\n").code == 0);
    const auto note = folder.parent_path() / "note";
    std::ofstream(note) << "1234\nand more\n";
    CHECK(with_input(folder, {"status", "--json", "--pin-from", note.string()}, "").out.find("\"pin\":true") !=
          std::string::npos);
    CHECK(with_input(folder, {"status", "--pin-from", "/none"}, "").err.starts_with("The file with the PIN can't"));
    CHECK(with_input(folder, {"--pin-from", "-", "pin", "set"}, "1234\n5678\n")
              .err.starts_with("This profile has a PIN"));
    CHECK(with_input(folder, {"--pin-from", "-", "pin", "change"}, "1234\n5678\n").code == 0);

    for (int i = 0; i < 2; ++i) {
        said = with_input(folder, {"--pin-from", "-", "status"}, "1234\n");
        CHECK(said.err == "That isn't this profile's PIN: try again; nothing is deleted.\n");
    }
    said = with_input(folder, {"--pin-from", "-", "status"}, "0000\n");
    CHECK(said.err == "That isn't this profile's PIN: wait 30 s before the next try; nothing is deleted.\n");
    said = with_input(folder, {"--pin-from", "-", "status"}, "5678\n");
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("There were several wrong PINs: wait "));
    std::filesystem::remove(folder / "profile.tries");  // whoever can do this has her account
    CHECK(with_input(folder, {"--pin-from", note.string(), "pin", "remove"}, "").code == 1);
    CHECK(with_input(folder, {"--pin-from", "-", "pin", "remove"}, "5678\n").code == 0);
    CHECK(rosa.does_one({"status"}).at("pin") == false);
}
