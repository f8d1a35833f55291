#pragma once
// Plays a history on real stores, with the ledger beside it, and says the first thing that isn't as it must be.

#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/engine/histories/ledger.hpp"
#include "tests/engine/histories/script.hpp"
#include "tests/engine/phones.hpp"

namespace ayni::test {

/// Something isn't as it must be.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The phones of a history, and a witness who hears of everything at the end. Opening stores costs; so they are used
/// for one history after the other: each begins with the scope dropped.
class Cast {
public:
    Cast();
    void begin_anew();
    static void begin_anew(Phone& phone);
    [[nodiscard]] Phone& phone(unsigned number) { return *phones_.at(number); }
    [[nodiscard]] Phone& witness() { return *phones_.back(); }
    [[nodiscard]] DeviceId hub() const { return phones_.at(phones_in_history - 1)->store->device(); }

private:
    std::vector<std::unique_ptr<Phone>> phones_;
};

struct Manner {
    bool in_turn = false;      // whoever writes has seen all that was written before: a history without concurrency
    bool checks_all = false;   // Store::check on every phone, not on one
    std::uint64_t clocks = 0;  // not 0: clocks made up anew before every step
    std::uint64_t seed = 0;    // for the order in which all meet at the end
};

class Play {
public:
    Play(Cast& cast, Manner manner);
    /// Throws Broken.
    void run(const std::vector<Script>& history);
    /// What the witness sees at the end, but for what clocks say.
    [[nodiscard]] std::string end_without_clocks();
    [[nodiscard]] std::size_t changes() const { return ledger_.dots().size(); }

private:
    struct Player {
        Phone* phone = nullptr;
        std::uint64_t noted = 0;  // of its own changes, in the ledger
        bool away = false;
    };

    void take(const Script& script);
    void write(Player& player, const Script& script);
    void change(Player& player, const Script& script, const Look& look);
    void write_text(Player& player, const Step& step, const Look& look);
    void write_set(Player& player, const Step& step);
    void write_removal(Player& player, const Step& step);
    void make(Player& player, const Script& script);
    void set(Player& player, const Step& step, const char* field, Value value, std::string key = {});
    void settle(Player& player, const Step& step);
    void judge(Player& player, const Step& step);
    void meet(Player& player, const Script& script);
    void leave(Player& player, bool comes_back);
    void writes_nothing_twice(const Player& player);
    void hear_newer(Player& player, const Step& step);

    void note_new(Player& player);
    void note_one(const Player& player, Knowledge& known, const Change& change);
    static void covers_what_she_saw(const Removal& removal, const std::map<Place3, std::vector<Dot>>& heads);
    [[nodiscard]] Value whole_of(const Change& change);
    [[nodiscard]] Knowledge knowledge(const Phone& phone) const;
    void hand_over(const Player& from, Player& to, std::vector<Envelope> envelopes);
    [[nodiscard]] std::optional<Look> sees(const Phone& phone, const RecordId& id) const;
    void looks_right(const Phone& phone, const std::string& who, std::optional<RecordId> only = {});

    void everyone_meets();
    void nothing_is_lost(const Phone& phone);
    void contests_are_right(const Phone& phone);
    void history_is_right(const Phone& phone);
    void newer_is_passed_on(const Phone& phone);
    void is_sound(const Phone& phone, const std::string& who);

    Cast& cast_;
    Manner manner_;
    std::vector<Player> players_;
    Ledger ledger_;
    std::mt19937_64 chance_;
    std::map<unsigned, std::pair<RecordId, KindNo>> made_;  // by step
    std::vector<std::string> texts_;                        // that an act at hand writes
    std::vector<Envelope> newer_;
    const Script* at_ = nullptr;
};

/// Plays it, and gives what is wrong; empty: nothing.
std::string play(Cast& cast, const std::vector<Script>& history, Manner manner);
/// Leaves out steps as long as something is still wrong.
std::vector<Script> shrink(Cast& cast, std::vector<Script> history, Manner manner);

}  // namespace ayni::test
