// kill -9 of aynictl and of ayni-hub at random moments of an exchange: what a person was told is saved is there in the
// end, everywhere that it may be, once.

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "tests/season/fresh_folder.hpp"
#include "tests/season/hub_process.hpp"
#include "tests/season/phones.hpp"

using namespace ayni::season_test;

namespace {

constexpr int kills_wanted = 200;
constexpr std::uint64_t seed = 20261124;

// A mentor, an entrepreneur and the coordinator, who share a plan; the two also a talk.
class Village {
public:
    Village() : hub_(folder_.path(), "Maïté L'Écuyer-Ouimet"), desk_(folder_.path() / "p-maite") {
        (void)desk_.does({"join", hub_.link()});
        desk_.syncs_until_quiet();
        (void)desk_.does({"import", (sample_data() / "santa-cruz").string()});
        desk_.syncs_until_quiet();
        for (const std::string& ref : {std::string("p-belen"), std::string("p-maude")}) {
            Phone phone(folder_.path() / ref);
            (void)phone.does({"join", desk_.does_one({"invite", ref}).at("link")});
            phone.syncs_until_quiet();
            writers_.push_back(std::move(phone));
        }
    }

    void run() {
        // As long as these take on this machine, and a little more: so that kills fall on every moment of them.
        write_ms_ = time_of([this] { write(writers_[0]); });
        sync_ms_ = time_of([this] { (void)writers_[0].does({"sync"}); });
        for (int i = 0; kills_ < kills_wanted; ++i) {
            const Phone& phone = writers_[static_cast<std::size_t>(i) % writers_.size()];
            switch (random_() % 4) {
                case 0: kill_while_writing(phone); break;
                case 1: kill_hub_while_syncing(phone); break;
                default: kill_while_syncing(phone); break;
            }
        }
    }

    // Everybody syncs; then everything that was told is there, and nothing is there twice.
    void settle_and_check() {
        for (int round = 0; round < 3; ++round) {
            for (const Phone* phone : everybody()) {
                phone->syncs_until_quiet();
            }
        }
        std::map<std::string, std::vector<std::string>> plan_lines;
        for (const Phone* phone : everybody()) {
            INFO(phone->folder().filename().string());
            const std::map<std::string, int> titles = counted(*phone, "Action", "title");
            const std::map<std::string, int> notes = counted(*phone, "SessionNote", "text");
            check_once(titles, told_actions_);
            if (phone != &desk_) {
                check_once(notes, told_notes_);
            } else {
                CHECK(notes.empty());
            }
            CHECK(phone->tries({"check"}).code == 0);
            CHECK(phone->does({"tray"}).empty());
            CHECK(phone->does_one({"status"}).at("waiting") == 0);
            CHECK(phone->does({"list", "Action"}) == desk_.does({"list", "Action"}));
        }
        for (const auto& [id, effort] : told_efforts_) {
            CHECK(desk_.does_one({"show", id}).at("fields").at("effort") == effort);
        }
        CHECK(hub_.stop() == 0);
        const Finished checked = run_hub_check();
        INFO(checked.out << checked.err);
        CHECK(checked.code == 0);
    }

    [[nodiscard]] std::string account() const {
        return std::to_string(kills_) + " kills (" + std::to_string(hub_kills_) + " of the hub, " +
               std::to_string(missed_) + " too late), " + std::to_string(told_actions_.size()) + " actions, " +
               std::to_string(told_notes_.size()) + " notes, " + std::to_string(told_efforts_.size()) +
               " edits; a write takes " + std::to_string(write_ms_) + " ms, an exchange " + std::to_string(sync_ms_) +
               " ms";
    }

private:
    [[nodiscard]] std::vector<const Phone*> everybody() const { return {&desk_, &writers_[0], &writers_[1]}; }
    [[nodiscard]] Finished run_hub_check() const {
        return ayni::season_test::run({AYNI_HUB, "check", "--data", hub_.data()});
    }

    static std::map<std::string, int> counted(const Phone& phone, const std::string& kind, const std::string& field) {
        std::map<std::string, int> counts;
        for (const Json& record : phone.lists(kind)) {
            ++counts[record.at("fields").value(field, "")];
        }
        return counts;
    }

    // Told: there, once. Begun and killed: there once, or not at all.
    void check_once(const std::map<std::string, int>& counts, const std::set<std::string>& told) const {
        for (const std::string& title : told) {
            INFO(title);
            CHECK(counts.contains(title));
        }
        for (const auto& [title, count] : counts) {
            INFO(title);
            CHECK(count == 1);
            CHECK((told.contains(title) || begun_.contains(title)));
        }
    }

    Words next_write(const Phone& phone, std::string& title) {
        title = phone.folder().filename().string() + " " + std::to_string(++written_);
        if (random_() % 3 == 0) {
            return {"add", "SessionNote", "text=" + title, "--scope", "talk:p-maude+b-jasaye"};
        }
        // A mentor writes promises of her own into the plan.
        return {"add",     "Action",       "title=" + title, "owner=" + phone.folder().filename().string(),
                "--scope", "plan:b-jasaye"};
    }

    void write(const Phone& phone) {
        std::string title;
        const Words words = next_write(phone, title);
        const Json record = phone.does_one(words);
        if (words[1] == "SessionNote") {
            told_notes_.insert(title);
            return;
        }
        told_actions_.insert(title);
        if (random_() % 2 == 0) {
            const std::string effort = random_() % 2 == 0 ? "S" : "L";
            (void)phone.does({"set", record.at("id"), "effort=" + effort});
            told_efforts_[record.at("id")] = effort;
        }
    }

    static int time_of(const std::function<void()>& work) {
        constexpr int times = 5;
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < times; ++i) {
            work();
        }
        const auto all =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        return static_cast<int>(all.count()) * 5 / 4 / times + 1;
    }

    void pause(int most_ms) {
        std::this_thread::sleep_for(std::chrono::microseconds(random_() % (static_cast<unsigned>(most_ms) * 1000)));
    }

    // False: it was over before it could be killed.
    bool kill_soon(const Words& words, int most_ms) {
        Process process(words, -1, -1);
        pause(most_ms);
        process.kill(SIGKILL);
        const bool killed = process.wait() == 128 + SIGKILL;
        ++(killed ? kills_ : missed_);
        return killed;
    }

    void kill_while_writing(const Phone& phone) {
        std::string title;
        const Words words = next_write(phone, title);
        begun_.insert(title);
        (void)kill_soon(phone.words(words), write_ms_);
    }

    void kill_while_syncing(const Phone& phone) {
        write(phone);
        (void)kill_soon(phone.words({"sync"}), sync_ms_);
    }

    void kill_hub_while_syncing(const Phone& phone) {
        write(phone);
        Process process(phone.words({"sync"}), -1, -1);
        pause(sync_ms_);
        hub_.kill();
        ++kills_;
        ++hub_kills_;
        const int code = process.wait();
        CHECK((code == 0 || code == 1));
        hub_.start();
    }

    FreshFolder folder_;
    HubProcess hub_;
    Phone desk_;
    std::vector<Phone> writers_;
    std::mt19937_64 random_{seed};
    int kills_ = 0;
    int hub_kills_ = 0;
    int missed_ = 0;
    int written_ = 0;
    int write_ms_ = 0;
    int sync_ms_ = 0;
    std::set<std::string> told_actions_;
    std::set<std::string> told_notes_;
    std::set<std::string> begun_;
    std::map<std::string, std::string> told_efforts_;
};

}  // namespace

TEST_CASE("Killed two hundred times in the middle of an exchange, nothing is lost and nothing is there twice") {
    Village village;
    INFO("seed " << seed);
    village.run();
    INFO(village.account());
    village.settle_and_check();
    WARN(village.account());
}
