#pragma once
// A programme with its hub, its phones and what the world does to them, all from one seed. What is simulated is clocks,
// network, disks and the death of processes; everything else is what people use.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/store/store.hpp"
#include "sync/client/client.hpp"
#include "sync/hub/hub.hpp"
#include "tests/simulation/chance.hpp"
#include "tests/simulation/disk.hpp"
#include "tests/simulation/facts.hpp"
#include "tests/simulation/script.hpp"

namespace ayni::simulation {

/// What must always hold.
enum class Rule : std::uint8_t {
    convergence,  // all replicas of a scope show the same, and it is what the log makes
    lossless,     // what she was told is saved is there
    leakless,     // nobody has, or is sent, what she has no right to
    liveness,     // nothing waits for ever
    refusal,      // what came in wrong leaves all as it was
    soundness,    // nothing fails that has no reason to
};
std::string_view name_of(Rule rule);

/// It doesn't.
struct Broken : std::runtime_error {
    Broken(Rule broken, const std::string& sentence) : std::runtime_error(sentence), rule(broken) {}
    Rule rule;
};

template <class T>
T must(Result<T> result, const char* what) {
    if (!result) {
        throw Broken(Rule::soundness, std::string(what) + ": fault " +
                                          std::to_string(static_cast<int>(result.fault())) + ' ' +
                                          result.error().detail);
    }
    return std::move(result).value();
}

/// Hears what happens, sentence by sentence. Nobody listens: nothing is told.
class Story {
public:
    std::function<void(const std::string&)> listener;
    template <class Make>
    void tell(const Make& make) const {
        if (listener) {
            listener(make());
        }
    }
};

class SkewedClock final : public Clock {
public:
    explicit SkewedClock(const std::int64_t& world) : world_(world) {}
    [[nodiscard]] std::int64_t now_ms() const override { return world_ + ahead; }
    std::int64_t ahead = 0;

private:
    const std::int64_t& world_;
};

struct Phone {
    std::string name;  // its disk's too
    std::size_t person = 0;
    std::unique_ptr<SkewedClock> clock;
    DeviceId device;
    std::unique_ptr<Store> store;  // none: lost
    std::string link;              // the invitation that it is to join with, for the first time or again
    bool has_joined = false;
    std::optional<client::Answer> last_answer;
    [[nodiscard]] bool is_lost() const { return store == nullptr; }
};

/// How often each thing happened, in all worlds since the program began.
struct Tally {
    std::size_t worlds = 0;
    std::size_t phones = 0;
    std::size_t told = 0;  // changes that somebody was told are saved
    std::map<Deed, std::size_t> deeds;
    std::map<Net, std::size_t> nets;
};
Tally& tally();

class World {
public:
    World(std::uint64_t seed, const Size& size, const Story& story);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    /// Throws Broken.
    void play(const Step& step);
    /// Nothing is in the way any more: everybody meets the hub until there is nothing to be said, and then all that
    /// must hold is looked at. Throws Broken.
    void ends_well();

private:
    using Picture = std::string;
    struct File {
        std::string bytes;
        std::string packed_by;
    };

    // world.cpp
    void found(const Size& size);
    std::size_t add_person(const std::string& name, Role role);
    Phone& add_phone(std::size_t person, const std::string& link);
    void open(Phone& phone);
    /// What is done on a phone while its disk has this trouble. False: it didn't succeed.
    bool does(Phone& phone, const Step& step, const std::function<Outcome()>& act);
    void is_started_again(Phone& phone, Chance& chance);
    void notes_told(Phone& phone);
    void must_have_kept(Phone& phone);
    [[nodiscard]] std::string who(const Phone& phone) const;
    [[nodiscard]] std::string what(const ScopeId& scope) const;
    /// May she read it, by what the hub knows at least, or by what was decided since?
    [[nodiscard]] bool may_read(std::size_t person, const ScopeId& scope) const;
    Phone* some_phone(std::size_t number);

    // world_people.cpp
    void writes(Phone& phone, const Step& step);
    Outcome makes(Phone& phone, const ScopeId& scope, Chance& chance);
    Outcome changes(Phone& phone, const Record& record, Deed deed, Chance& chance);
    Outcome settles(Phone& phone, Chance& chance);
    Outcome oversteps(Phone& phone, Chance& chance);
    void rematches(const Step& step);
    void reads_facts();
    std::string word(const ScopeId& scope);
    std::vector<ScopeId> writable(Phone& phone) const;
    std::vector<Record> hers(Phone& phone, const ScopeId& scope, bool removed) const;

    // world_network.cpp
    /// True: it ended with nothing more to say.
    bool meets(Phone& phone, const Step& step);
    bool joins(Phone& phone, Net net, Chance& chance);
    void gets_a_phone(const Step& step);
    Result<client::Answer> travel(Phone& phone, const client::Request& request, Net net, Chance& chance);
    Result<client::Answer> through(Phone& phone, const client::Request& request, Net net, Chance& chance);
    Result<client::Answer> hub_answers(const Phone* phone, const client::Request& request);
    void must_be_for(const Phone& phone, const std::string& answer) const;
    void packs(Phone& phone, const Step& step);
    void unpacks(Phone& phone, const Step& step);
    void opens_hub(Chance& chance);
    void keeps_hub(const Step& step);
    void brings_back_hub(const Step& step);
    void notes_what_only_the_hub_has();
    std::optional<std::string> invitation(std::size_t person);

    // world_proof.cpp
    void comes_to_rest();
    void nothing_is_left_over(Phone& phone);
    void all_show_the_same();
    void nothing_is_lost();
    void is_sound(Phone& phone);
    [[nodiscard]] static Picture picture(Store& store, const ScopeId& scope);

    const Story& story_;
    std::uint64_t seed_;
    std::int64_t now_ = 1'790'000'000'000;
    SkewedClock hub_clock_{now_};
    std::unique_ptr<hub::Hub> hub_;
    std::vector<std::unique_ptr<Phone>> phones_;  // the first is the coordinator's, and is never lost

    std::vector<Facts> decided_;  // one after the other
    std::size_t at_hub_ = 0;      // the hub knows these, at least
    std::size_t in_copy_ = 0;     // and the copy of the hub
    bool has_copy_ = false;

    std::map<ScopeId, std::size_t> scope_numbers_;
    std::size_t words_ = 0;
    std::map<std::pair<ScopeId, Dot>, Change> told_;  // the ledger: what anybody was told is saved
    std::set<std::pair<ScopeId, Dot>> gone_;          // with a hub that was lost: nobody else had it
    std::vector<File> files_;
    std::vector<client::Request> late_;  // requests that are still on their way
};

/// A history from beginning to end. Empty: all held; else what didn't.
std::optional<Broken> live(std::uint64_t seed, const std::vector<Step>& script, const Story& story);
/// Leaves out of a script that breaks this rule whatever it is broken without.
std::vector<Step> shrunk(std::uint64_t seed, std::vector<Step> script, Rule rule);

}  // namespace ayni::simulation
