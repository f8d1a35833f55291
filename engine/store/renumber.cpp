#include "engine/store/renumber.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "engine/merge/packed.hpp"

namespace ayni {
namespace {

// All that a change says but where it stands. A device's stamps only rise, so the same twice is the same change.
std::string word_of(const Change& change) {
    Change bare = change;
    bare.dot = {};
    bare.supersedes.clear();
    if (auto* removal = std::get_if<Removal>(&bare.value)) {
        removal->saw.clear();
    }
    return pack(std::vector{bare});
}

class Places {
public:
    Places(DeviceId me, std::uint64_t last, Unknown unknown) : me_(me), last_(last), unknown_(unknown) {}

    void put(const Dot& before, const Dot& now) { now_[before] = now; }

    [[nodiscard]] bool is_lost(const Dot& dot) const {
        return unknown_ == Unknown::dropped && dot.device == me_ && dot.seq > last_ && !now_.contains(dot);
    }
    [[nodiscard]] std::vector<Dot> supersedes(const std::vector<Dot>& before) const {
        std::set<Dot> dots;
        for (const Dot& dot : before) {
            if (!is_lost(dot)) {
                const auto found = now_.find(dot);
                dots.insert(found != now_.end() ? found->second : dot);
            }
        }
        return {dots.begin(), dots.end()};
    }
    // Of each device the greatest that was seen: all of ours up to there have places that she had seen too.
    [[nodiscard]] std::vector<Dot> saw(const std::vector<Dot>& before) const {
        std::map<DeviceId, std::uint64_t> greatest;
        for (const Dot& dot : before) {
            const auto found = now_.find(dot);
            const Dot now = found != now_.end() ? found->second : (is_lost(dot) ? seen_before(dot) : dot);
            greatest[now.device] = std::max(greatest[now.device], now.seq);
        }
        std::vector<Dot> dots;
        for (const auto& [device, seq] : greatest) {
            dots.push_back({device, seq});
        }
        return dots;
    }

private:
    [[nodiscard]] Dot seen_before(const Dot& dot) const {
        Dot seen{me_, last_};
        for (const auto& [before, now] : now_) {
            if (before.device == dot.device && before.seq <= dot.seq) {
                seen.seq = std::max(seen.seq, now.seq);
            }
        }
        return seen;
    }
    DeviceId me_;
    std::uint64_t last_;
    Unknown unknown_;
    std::map<Dot, Dot> now_;
};

}  // namespace

std::vector<Change> follow_on(DeviceId me, std::span<const Change> log, std::vector<Change> apart, std::uint64_t last,
                              Unknown unknown) {
    std::multimap<std::string, Dot> known;
    for (const Change& change : log) {
        known.emplace(word_of(change), change.dot);
    }
    Places places(me, last, unknown);
    std::vector<Change> rest;
    for (Change& change : apart) {
        if (const auto same = known.find(word_of(change)); same != known.end()) {
            places.put(change.dot, same->second);
            known.erase(same);
            continue;
        }
        places.put(change.dot, {me, last + rest.size() + 1});
        rest.push_back(std::move(change));
    }
    std::uint64_t seq = last;
    for (Change& change : rest) {
        change.dot = {me, ++seq};
        change.supersedes = places.supersedes(change.supersedes);
        if (auto* removal = std::get_if<Removal>(&change.value)) {
            removal->saw = places.saw(removal->saw);
        }
        if (auto* splice = std::get_if<Splice>(&change.value); splice != nullptr && change.supersedes.empty()) {
            change.value = std::string(splice->insert);  // the version that it changed is lost
        }
    }
    return rest;
}

}  // namespace ayni
