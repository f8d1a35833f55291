#include "engine/merge/sequence.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace ayni {
namespace {

constexpr std::ptrdiff_t most_differences = 1024;

using Sequence = std::span<const std::uint32_t>;

void add(std::vector<Match>& matches, std::size_t from, std::size_t to, std::size_t length) {
    if (length == 0) {
        return;
    }
    if (!matches.empty() && matches.back().from + matches.back().length == from &&
        matches.back().to + matches.back().length == to) {
        matches.back().length += length;
        return;
    }
    matches.push_back({from, to, length});
}

// The furthest x on each diagonal, after each number of differences.
class Search {
public:
    Search(Sequence from, Sequence to)
        : from_(from),
          to_(to),
          width_(static_cast<std::ptrdiff_t>(from.size())),
          height_(static_cast<std::ptrdiff_t>(to.size())) {}

    std::vector<Match> run() {
        const std::ptrdiff_t most = std::min(width_ + height_, most_differences);
        for (std::ptrdiff_t differences = 0; differences <= most; ++differences) {
            if (reaches_end(differences)) {
                return back_from_end();
            }
        }
        return {};
    }

private:
    [[nodiscard]] std::ptrdiff_t furthest(std::ptrdiff_t differences, std::ptrdiff_t diagonal) const {
        return rows_[static_cast<std::size_t>(differences)][static_cast<std::size_t>(diagonal + differences)];
    }
    // Is the step to this diagonal a word of `to` put in (else one of `from` left out)?
    [[nodiscard]] bool comes_down(std::ptrdiff_t differences, std::ptrdiff_t diagonal) const {
        return diagonal == -differences || (diagonal != differences && furthest(differences - 1, diagonal - 1) <
                                                                           furthest(differences - 1, diagonal + 1));
    }
    [[nodiscard]] std::ptrdiff_t start(std::ptrdiff_t differences, std::ptrdiff_t diagonal) const {
        if (differences == 0) {
            return 0;
        }
        return comes_down(differences, diagonal) ? furthest(differences - 1, diagonal + 1)
                                                 : furthest(differences - 1, diagonal - 1) + 1;
    }

    // Row `differences` has a place for every diagonal from -differences to differences; every second is used.
    bool reaches_end(std::ptrdiff_t differences) {
        rows_.emplace_back(static_cast<std::size_t>(2 * differences + 1), std::int32_t{0});
        for (std::ptrdiff_t diagonal = -differences; diagonal <= differences; diagonal += 2) {
            std::ptrdiff_t x = start(differences, diagonal);
            std::ptrdiff_t y = x - diagonal;
            while (x < width_ && y < height_ && y >= 0 &&
                   from_[static_cast<std::size_t>(x)] == to_[static_cast<std::size_t>(y)]) {
                ++x;
                ++y;
            }
            rows_.back()[static_cast<std::size_t>(diagonal + differences)] = static_cast<std::int32_t>(x);
            if (x >= width_ && y >= height_) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::vector<Match> back_from_end() const {
        std::vector<Match> found;
        std::ptrdiff_t diagonal = width_ - height_;
        for (auto differences = static_cast<std::ptrdiff_t>(rows_.size()) - 1; differences >= 0; --differences) {
            const std::ptrdiff_t x = furthest(differences, diagonal);
            const std::ptrdiff_t begin = start(differences, diagonal);
            if (x > begin) {
                found.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(begin - diagonal),
                                 static_cast<std::size_t>(x - begin)});
            }
            if (differences > 0) {
                diagonal += comes_down(differences, diagonal) ? 1 : -1;
            }
        }
        std::ranges::reverse(found);
        return found;
    }

    Sequence from_;
    Sequence to_;
    std::ptrdiff_t width_;
    std::ptrdiff_t height_;
    std::vector<std::vector<std::int32_t>> rows_;
};

// Shifts what is found in parts of the two to where the parts begin.
void add_between(std::vector<Match>& all, Sequence from, Sequence to, std::size_t from_at, std::size_t to_at) {
    const auto [front, other] = std::ranges::mismatch(from, to);
    const auto same_front = static_cast<std::size_t>(front - from.begin());
    const Sequence from_rest = from.subspan(same_front);
    const Sequence to_rest = to.subspan(same_front);
    std::size_t same_back = 0;
    while (same_back < std::min(from_rest.size(), to_rest.size()) &&
           from_rest[from_rest.size() - 1 - same_back] == to_rest[to_rest.size() - 1 - same_back]) {
        ++same_back;
    }
    add(all, from_at, to_at, same_front);
    const Sequence from_middle = from_rest.first(from_rest.size() - same_back);
    const Sequence to_middle = to_rest.first(to_rest.size() - same_back);
    if (!from_middle.empty() && !to_middle.empty()) {
        for (const Match& match : Search(from_middle, to_middle).run()) {
            add(all, from_at + match.from + same_front, to_at + match.to + same_front, match.length);
        }
    }
    add(all, from_at + from.size() - same_back, to_at + to.size() - same_back, same_back);
}

struct Pair {
    std::size_t from = 0;
    std::size_t to = 0;
};

// What both have just once, in the order of `from`.
std::vector<Pair> singles(Sequence from, Sequence to, const std::function<bool(std::uint32_t)>& tells) {
    struct Seen {
        Pair at;
        unsigned in_from = 0;
        unsigned in_to = 0;
    };
    std::unordered_map<std::uint32_t, Seen> seen;
    for (std::size_t i = 0; i < from.size(); ++i) {
        Seen& one = seen[from[i]];
        one.at.from = i;
        ++one.in_from;
    }
    for (std::size_t i = 0; i < to.size(); ++i) {
        if (const auto found = seen.find(to[i]); found != seen.end()) {
            found->second.at.to = i;
            ++found->second.in_to;
        }
    }
    std::vector<Pair> all;
    for (const auto& [key, one] : seen) {
        if (one.in_from == 1 && one.in_to == 1 && tells(key)) {
            all.push_back(one.at);
        }
    }
    std::ranges::sort(all, {}, &Pair::from);
    return all;
}

// A longest part of the pairs that rises in `to` as well (by piles: each has the lowest end of all such parts of its
// length).
std::vector<Pair> rising(const std::vector<Pair>& pairs) {
    std::vector<std::size_t> piles;                           // the pair on top
    std::vector<std::size_t> before(pairs.size(), SIZE_MAX);  // what stands before it in its part
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto pile =
            std::ranges::lower_bound(piles, pairs[i].to, {}, [&](std::size_t top) { return pairs[top].to; });
        if (pile != piles.begin()) {
            before[i] = *std::prev(pile);
        }
        if (pile == piles.end()) {
            piles.push_back(i);
        } else {
            *pile = i;
        }
    }
    std::vector<Pair> part;
    for (std::size_t i = piles.empty() ? SIZE_MAX : piles.back(); i != SIZE_MAX; i = before[i]) {
        part.push_back(pairs[i]);
    }
    std::ranges::reverse(part);
    return part;
}

}  // namespace

std::vector<Match> matches(Sequence from, Sequence to, const std::function<bool(std::uint32_t)>& tells) {
    std::vector<Match> all;
    Pair at;
    for (const Pair& single : rising(singles(from, to, tells))) {
        add_between(all, from.subspan(at.from, single.from - at.from), to.subspan(at.to, single.to - at.to), at.from,
                    at.to);
        add(all, single.from, single.to, 1);
        at = {single.from + 1, single.to + 1};
    }
    add_between(all, from.subspan(at.from), to.subspan(at.to), at.from, at.to);
    return all;
}

}  // namespace ayni
