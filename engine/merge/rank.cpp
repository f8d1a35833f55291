#include "engine/merge/rank.hpp"

#include <cstddef>

namespace ayni {
namespace {

constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::size_t base = digits.size();

// A byte that is no digit counts as the nearest one below it: a foreign index must not stop anybody from sorting.
std::size_t digit_of(char c) {
    const std::size_t at = digits.find_first_of(c);
    if (at != std::string_view::npos) {
        return at;
    }
    std::size_t below = 0;
    while (below + 1 < base && digits[below + 1] < c) {
        ++below;
    }
    return below;
}

}  // namespace

std::string rank_between(std::string_view before, std::string_view after, unsigned salt) {
    bool bounded = !after.empty();
    std::string between;
    if (bounded && before >= after) {
        // Equal ranks made apart: right after `before`, and still before whatever comes next.
        between = before;
        before = {};
        bounded = false;
    }
    for (std::size_t i = 0;; ++i) {
        const std::size_t low = i < before.size() ? digit_of(before[i]) : 0;
        const std::size_t high = bounded && i < after.size() ? digit_of(after[i]) : base;
        if (low == high) {
            between += digits[low];
            continue;
        }
        if (high - low > 1) {
            // An open end is where most things are added: small steps there keep indexes short.
            const bool open_end = high == base && low > 0;
            const std::size_t step = open_end ? (high - low) / 8 : (high - low) / 2;
            between += digits[low + (step == 0 ? 1 : step)];
            break;
        }
        between += digits[low];
        bounded = false;
    }
    if (salt != 0) {
        between += digits[1 + salt % (base - 1)];
    }
    return between;
}

}  // namespace ayni
