#include "engine/merge/rank.hpp"

#include <algorithm>

namespace ayni {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::int64_t base = digits.size();
constexpr std::int64_t own_steps = base - 1;  // so many people's inserts at one place differ

using Bound = std::optional<std::string_view>;

// A byte that is no digit counts as the nearest one below it: a foreign index must not stop anybody from sorting.
std::int64_t digit_of(char c) {
    std::size_t below = 0;
    while (below + 1 < digits.size() && digits[below + 1] <= c) {
        ++below;
    }
    return static_cast<std::int64_t>(below);
}

std::int64_t digit_at(std::string_view index, std::size_t at) {
    return at < index.size() ? digit_of(index[at]) : 0;
}

// Two bounds as whole numbers of as many digits as it takes to have `gap` of them at least `wanted`.
struct Gap {
    std::vector<std::int64_t> low;  // digits
    std::int64_t gap = 0;

    // The index that is `more` above the lower bound, without the zeros at its end.
    [[nodiscard]] std::string above(std::int64_t more) const {
        std::vector<std::int64_t> sum = low;
        for (std::size_t i = sum.size(); i-- > 0 && more > 0;) {
            more += sum[i];
            sum[i] = more % base;
            more /= base;
        }
        std::string index;
        for (const std::int64_t digit : sum) {
            index += digits[static_cast<std::size_t>(digit)];
        }
        index.erase(index.find_last_not_of('0') + 1);
        return index;
    }
};
std::optional<Gap> gap_between(Bound before, Bound after, std::int64_t wanted) {
    const std::string_view low = before.value_or("");
    Gap found{{}, after ? 0 : 1};
    for (std::size_t i = 0; found.gap < wanted; ++i) {
        const bool ended = i >= low.size() && (!after || i >= after->size());
        if (found.gap < 0 || (found.gap == 0 && ended)) {
            return std::nullopt;
        }
        found.low.push_back(digit_at(low, i));
        found.gap = found.gap * base + digit_at(after.value_or(""), i) - found.low.back();
    }
    return found;
}

bool ascends(Bound before, const std::vector<std::string>& indexes, Bound after) {
    const auto falls = [](const std::string& a, const std::string& b) { return a >= b; };
    return indexes.empty() || ((!before || *before < indexes.front()) && (!after || indexes.back() < *after) &&
                               std::ranges::adjacent_find(indexes, falls) == indexes.end());
}

// Three digits of her own, none of them '0': 226,981 people can paste at one place.
std::string own_digits(std::uint64_t salt) {
    std::string own;
    for (int i = 0; i < 3; ++i) {
        own += digits[static_cast<std::size_t>(1 + salt % static_cast<std::uint64_t>(own_steps))];
        salt /= static_cast<std::uint64_t>(own_steps);
    }
    return own;
}

// The gap that one new index goes into: at an end where the bound is empty.
std::optional<Gap> gap_for_one(std::string_view before, std::string_view after) {
    return gap_between(before.empty() ? Bound() : before, after.empty() ? Bound() : after, 2 * base);
}

// New indexes between the two, if there is room for them within `most` bytes. Whether there is doesn't depend on who
// asks: an index may come out shorter for one than for another, and devices that make room apart must agree on whom
// they respace.
std::optional<std::vector<std::string>> fitting(Bound before, Bound after, std::size_t n, std::uint64_t salt,
                                                std::size_t most) {
    if (after && after->empty()) {
        return std::nullopt;  // nothing comes before an empty index
    }
    if (n == 1) {
        const std::optional<Gap> found = gap_for_one(before.value_or(""), after.value_or(""));
        if (!found || found->low.size() > most) {
            return std::nullopt;
        }
    }
    auto indexes = ranks_between(before.value_or(""), after.value_or(""), n, salt);
    const bool fits = std::ranges::all_of(indexes, [&](const std::string& index) { return index.size() <= most; });
    return fits && ascends(before, indexes, after) ? std::optional(std::move(indexes)) : std::nullopt;
}

// The neighbours from `first` to `end` respaced, and what is new before neighbour `at`.
std::optional<Room> room_in(std::span<const Neighbour> taken, std::size_t first, std::size_t at, std::size_t end,
                            std::size_t n, std::uint64_t salt) {
    const Bound before = first > 0 ? Bound(taken[first - 1].index) : std::nullopt;
    const Bound after = end < taken.size() ? Bound(taken[end].index) : std::nullopt;
    auto respaced = spread(before, after, end - first);
    if (!respaced) {
        return std::nullopt;
    }
    const Bound low = at > first ? Bound((*respaced)[at - first - 1]) : before;
    const Bound high = at < end ? Bound((*respaced)[at - first]) : after;
    auto indexes = fitting(low, high, n, salt, rank_roomy);
    return indexes ? std::optional(Room{std::move(*indexes), first, std::move(*respaced)}) : std::nullopt;
}

}  // namespace

std::string rank_between(std::string_view before, std::string_view after, unsigned salt) {
    const Bound low = before.empty() ? Bound() : before;
    const Bound high = after.empty() ? Bound() : after;
    const std::optional<Gap> found = gap_for_one(before, after);
    if (!found) {
        // Equal ranks made apart: right after `before`, and still before whatever comes next.
        return std::string(before) + rank_between({}, {}, salt);
    }
    const std::int64_t own = salt == 0 ? own_steps / 2 : 1 + static_cast<std::int64_t>(salt) % own_steps;
    // An end is where most things are added: small steps there keep indexes short.
    const bool at_one_end = low.has_value() != high.has_value();
    const std::int64_t step = at_one_end ? found->gap / base + own : found->gap / 2 - own_steps / 2 + own;
    return found->above(low || !high ? step : found->gap - step);
}

std::vector<std::string> ranks_between(std::string_view before, std::string_view after, std::size_t n,
                                       std::uint64_t salt) {
    std::vector<std::string> run;
    if (n == 1) {
        run.push_back(rank_between(before, after, static_cast<unsigned>(salt)));
    } else if (n > 1) {
        const std::string beginning = rank_between(before, after) + own_digits(salt);
        run = *spread({}, {}, n);
        for (std::string& index : run) {
            index.insert(0, beginning);
        }
    }
    return run;
}

std::optional<std::vector<std::string>> spread(Bound before, Bound after, std::size_t n) {
    const auto parts = static_cast<std::int64_t>(n) + 1;
    const std::optional<Gap> found = gap_between(before, after, parts);
    if (!found) {
        return std::nullopt;
    }
    std::vector<std::string> indexes;
    for (std::int64_t i = 1; i < parts; ++i) {
        indexes.push_back(found->above(i * found->gap / parts));
    }
    return ascends(before, indexes, after) ? std::optional(std::move(indexes)) : std::nullopt;
}

Room make_room(std::span<const Neighbour> taken, std::size_t at, std::size_t n, std::uint64_t salt) {
    const Bound before = at > 0 ? Bound(taken[at - 1].index) : std::nullopt;
    const Bound after = at < taken.size() ? Bound(taken[at].index) : std::nullopt;
    if (auto indexes = fitting(before, after, n, salt, rank_most)) {
        return {std::move(*indexes), at, {}};
    }
    std::size_t left = 0;  // so many could give way on this side
    while (left < at && !taken[at - left - 1].fixed) {
        ++left;
    }
    std::size_t right = 0;
    while (at + right < taken.size() && !taken[at + right].fixed) {
        ++right;
    }
    for (std::size_t some = 1; some <= left + right; ++some) {
        // From both sides alike, as far as there are any.
        const std::size_t of_left = std::clamp(some / 2, some - std::min(some, right), std::min(some, left));
        if (auto room = room_in(taken, at - of_left, at, at - of_left + some, n, salt)) {
            return *std::move(room);
        }
    }
    return {ranks_between(before.value_or(""), after.value_or(""), n, salt), at, {}};
}

}  // namespace ayni
