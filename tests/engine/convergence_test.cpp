// Whole histories, made up from a seed: phones write, hand each other envelopes in any order, again and again, with
// clocks that mean nothing; in the end all show the same, and that is what the log gives when replayed.

#include <unistd.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

class History {
public:
    explicit History(unsigned seed) : random_(seed), phones_(3) {
        for (Phone& phone : phones_) {
            phone.clock.now += static_cast<std::int64_t>(roll(1000)) * 86'400'000 - 500LL * 86'400'000;
        }
    }

    void live(int steps) {
        for (int step = 0; step < steps; ++step) {
            Phone& phone = phones_[roll(phones_.size())];
            phone.clock.now += static_cast<std::int64_t>(roll(100'000)) - 30'000;
            if (roll(4) == 0) {
                gossip(phone);
            } else {
                write(phone);
            }
        }
    }

    void everyone_meets() {
        std::vector<Envelope> all;
        for (const Phone& phone : phones_) {
            for (const Envelope& envelope : phone.log(plan)) {
                all.push_back(envelope);
            }
        }
        for (const Phone& phone : phones_) {
            // In any order, some twice; what comes too early is offered again.
            for (;;) {
                std::ranges::shuffle(all, random_);
                if (phone.takes(all).early == 0) {
                    break;
                }
            }
        }
    }

    void all_agree() const {
        for (const Phone& phone : phones_) {
            CHECK(phone.picture(plan) == phones_.front().picture(plan));
            phone.is_sound();
        }
    }

private:
    std::size_t roll(std::size_t sides) { return std::uniform_int_distribution<std::size_t>(0, sides - 1)(random_); }

    void gossip(const Phone& phone) {
        const Phone& other = phones_[roll(phones_.size())];
        auto log = other.log(plan);
        if (!log.empty() && roll(2) == 0) {
            log.erase(log.begin() + static_cast<std::ptrdiff_t>(roll(log.size())));
        }
        phone.takes(log);
    }

    void write(const Phone& phone) {
        const auto goals = must(phone.store->list(kind::goal, plan, true));
        const auto sessions = must(phone.store->list(kind::session, plan, true));
        const std::string word(1, static_cast<char>('a' + roll(4)));
        if (goals.empty() || roll(8) == 0) {
            phone.makes(plan, kind::goal, {{"title", word}, {"rank", Place{"short", word}}});
        } else if (sessions.empty() || roll(9) == 0) {
            phone.makes(plan, kind::session, {{"place", word}});
        } else if (roll(3) == 0) {
            const RecordId id = sessions[roll(sessions.size())].id;
            phone.sets(plan, id, kind::session, "topics", roll(3) == 0 ? Value{} : Value{true}, word);
        } else {
            change(phone, goals[roll(goals.size())].id, word);
        }
    }

    void change(const Phone& phone, RecordId id, const std::string& word) {
        switch (roll(6)) {
            case 0: must(phone.store->remove(id)); break;
            case 1: must(phone.store->restore(id)); break;
            case 2: phone.sets(plan, id, kind::goal, "rank", Place{"long", word}); break;
            case 3: phone.sets(plan, id, kind::goal, "why", word); break;
            case 4: {
                const auto contests = must(phone.store->contests());
                if (!contests.empty()) {
                    const Contest& contest = contests[roll(contests.size())];
                    must(phone.store->resolve(contest.record, contest.field, contest.key, contest.versions.back().dot));
                }
                break;
            }
            default: phone.sets(plan, id, kind::goal, "title", word);
        }
    }

    std::mt19937 random_;
    std::vector<Phone> phones_;
};

}  // namespace

TEST_CASE("after any history, once all have met, all phones show the same, and it equals the log replayed") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        History history(seed);
        history.live(40);
        history.everyone_meets();
        history.all_agree();
    }
}
