// ayni_simulation: lives through worlds.
//
//   --seed N           one world; with --story, what happens in it, sentence by sentence
//   --from N --count M so many worlds, from that seed on
//   --hours H          as many worlds as there is time for, from --from on
// Exit 0: all that must always hold, held. 1: one line tells the seed of a world in which it didn't, and a short story
// of it follows.

#include <chrono>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include "tests/simulation/world.hpp"

namespace {

using namespace ayni::simulation;
using Moment = std::chrono::steady_clock::time_point;

struct Wishes {
    std::uint64_t from = 1;
    std::uint64_t count = 1;
    double hours = 0;
    bool story = false;
};

bool understood(int count, char** words, Wishes& wishes) {
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        const bool has_value = i + 1 < count;
        if (word == "--story") {
            wishes.story = true;
        } else if (word == "--seed" && has_value) {
            wishes.from = std::stoull(words[++i]);
        } else if (word == "--from" && has_value) {
            wishes.from = std::stoull(words[++i]);
        } else if (word == "--count" && has_value) {
            wishes.count = std::stoull(words[++i]);
        } else if (word == "--hours" && has_value) {
            wishes.hours = std::stod(words[++i]);
        } else {
            return false;
        }
    }
    return true;
}

double seconds_since(Moment begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The world in which something broke, and the shortest story of how.
void tell_of(std::uint64_t seed, const Broken& broken) {
    std::cout << "BROKEN in seed " << seed << " (" << name_of(broken.rule) << "): " << broken.what()
              << "\nto see it again: ayni_simulation --seed " << seed << " --story\n";
    const auto script = shrunk(seed, make_script(seed), broken.rule);
    std::cout << "The shortest story of it:\n";
    Story story;
    story.listener = [](const std::string& sentence) { std::cout << sentence << '\n'; };
    static_cast<void>(live(seed, script, story));
}

void tell_tally(double seconds) {
    const Tally& all = tally();
    std::cout << all.worlds << " worlds, " << all.phones << " phones, " << all.told << " changes told saved, "
              << static_cast<double>(all.worlds) / seconds << " worlds a second\n";
    for (const auto& [trouble, times] : Disk::the().happened()) {
        std::cout << "  " << name_of(trouble) << ": " << times << '\n';
    }
    for (const auto& [net, times] : all.nets) {
        std::cout << "  the network " << name_of(net) << ": " << times << '\n';
    }
    for (const auto& [deed, times] : all.deeds) {
        std::cout << "  " << name_of(deed) << ": " << times << '\n';
    }
}

}  // namespace

int main(int count, char** words) {
    Wishes wishes;
    if (!understood(count, words, wishes)) {
        std::cerr << "ayni_simulation [--seed N [--story]] [--from N --count M] [--hours H]\n";
        return 2;
    }
    seed_sodium(wishes.from);
    Story story;
    if (wishes.story) {
        story.listener = [](const std::string& sentence) { std::cout << sentence << '\n'; };
    }
    const Moment begin = std::chrono::steady_clock::now();
    const auto goes_on = [&](std::uint64_t done) {
        return wishes.hours > 0 ? seconds_since(begin) < wishes.hours * 3600 : done < wishes.count;
    };
    for (std::uint64_t done = 0; goes_on(done); ++done) {
        const std::uint64_t seed = wishes.from + done;
        const auto broken = live(seed, make_script(seed), story);
        if (broken) {
            if (!wishes.story) {
                tell_of(seed, *broken);
            }
            return 1;
        }
    }
    tell_tally(seconds_since(begin));
    return 0;
}
