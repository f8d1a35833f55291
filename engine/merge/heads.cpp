#include "engine/merge/heads.hpp"

#include <algorithm>
#include <tuple>

namespace ayni {
namespace {

bool comes_first(const Head& a, const Head& b) {
    return std::tie(a.stamp, a.dot.device, a.dot.seq) > std::tie(b.stamp, b.dot.device, b.dot.seq);
}

// An element that somebody added stays, though somebody else, not having seen that, took it out.
Shown show_element(std::span<const Head> heads) {
    const auto first = std::ranges::find_if(heads, [](const Head& head) { return !is_empty(head.value); });
    if (first == heads.end()) {
        return {0, false};
    }
    const bool differ = std::any_of(
        first, heads.end(), [&](const Head& head) { return !is_empty(head.value) && head.value != first->value; });
    return {static_cast<std::size_t>(first - heads.begin()), differ};
}

// A place that was only respaced gives way to one that somebody chose.
Shown show_place(std::span<const Head> heads) {
    const auto chosen = std::ranges::find_if(heads, [](const Head& head) {
        const auto* place = std::get_if<Place>(&head.value);
        return place == nullptr || !place->respaced;
    });
    return {chosen == heads.end() ? 0 : static_cast<std::size_t>(chosen - heads.begin()), false};
}

Shown show_removal(std::span<const Head> heads) {
    const auto restore = std::ranges::find_if(heads, [](const Head& head) {
        const auto* removal = std::get_if<Removal>(&head.value);
        return removal == nullptr || !removal->removed;
    });
    return {restore == heads.end() ? 0 : static_cast<std::size_t>(restore - heads.begin()), false};
}

}  // namespace

Heads advance(Heads heads, const Change& change, Rule rule, bool already_superseded) {
    const auto same = [&](const Head& head) { return head.dot == change.dot; };
    if (std::ranges::any_of(heads, same)) {
        return heads;
    }
    if (rule != Rule::once) {
        std::erase_if(heads, [&](const Head& head) {
            return std::ranges::find(change.supersedes, head.dot) != change.supersedes.end();
        });
    }
    if (!already_superseded || rule == Rule::once) {
        Head head{change.dot, change.stamp, change.value};
        heads.insert(std::ranges::upper_bound(heads, head, comes_first), std::move(head));
    }
    return heads;
}

Shown show(Rule rule, std::span<const Head> heads) {
    switch (rule) {
        case Rule::once: return {heads.size() - 1, false};
        case Rule::rank: return show_place(heads);
        case Rule::set: return show_element(heads);
        case Rule::removal: return show_removal(heads);
        case Rule::pick:
        case Rule::text: break;
    }
    const bool differ = std::ranges::any_of(heads, [&](const Head& head) { return head.value != heads.front().value; });
    return {0, differ};
}

bool hides(std::span<const Head> removals, std::span<const Dot> others) {
    const auto takes_away = [](const Head& head) {
        const auto* removal = std::get_if<Removal>(&head.value);
        return removal != nullptr && removal->removed;
    };
    if (removals.empty() || !std::ranges::all_of(removals, takes_away)) {
        return false;
    }
    return std::ranges::all_of(others, [&](const Dot& dot) {
        return std::ranges::any_of(removals, [&](const Head& head) {
            const auto& saw = std::get<Removal>(head.value).saw;
            return std::ranges::any_of(
                saw, [&](const Dot& seen) { return seen.device == dot.device && seen.seq >= dot.seq; });
        });
    });
}

}  // namespace ayni
