// Which version several heads share, and what they show together.

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/merge/text_merge.hpp"
#include "engine/model/text.hpp"

namespace ayni {
namespace {

using Order = std::tuple<Stamp, DeviceId, std::uint64_t>;

Order order_of(const TextVersion& version) {
    return {version.stamp, version.dot.device, version.dot.seq};
}

// Walks back from both sides at once, newest first, so that only what is newer than the shared version is looked at.
class SharedVersion {
public:
    explicit SharedVersion(const FindVersion& find) : find_(find) {}

    void start(const TextVersion& version, unsigned side) { reach(version, side); }

    std::optional<Dot> run() {
        while (!open_.empty()) {
            const auto newest = std::prev(open_.end());
            const Dot dot = newest->second.dot;
            const std::vector<Dot> supersedes = newest->second.supersedes;
            open_.erase(newest);
            const unsigned sides = sides_.at(dot);
            if (sides == both_sides) {
                return dot;
            }
            for (const Dot& before : supersedes) {
                if (const auto version = find_(before)) {
                    reach(*version, sides);
                }
            }
        }
        return std::nullopt;
    }

private:
    static constexpr unsigned both_sides = 3;

    void reach(const TextVersion& version, unsigned side) {
        unsigned& sides = sides_[version.dot];
        if ((sides | side) != sides) {
            sides |= side;
            open_.insert_or_assign(order_of(version), version);
        }
    }

    const FindVersion& find_;
    std::map<Order, TextVersion> open_;
    std::map<Dot, unsigned> sides_;
};

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

// What a splice must save to be worth it: naming the two ends costs some bytes too, and reading it needs its base.
constexpr std::size_t saves_at_least = 24;

}  // namespace

MergedText merge_heads(std::span<const TextVersion> heads, const FindVersion& find, const TextOf& text) {
    std::vector<TextVersion> ordered(heads.begin(), heads.end());
    std::ranges::sort(ordered, {}, order_of);
    MergedText merged;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const std::string next = text(ordered[i].dot).value_or(std::string{});
        if (i == 0) {
            merged.text = next;
            continue;
        }
        SharedVersion shared(find);
        for (std::size_t before = 0; before < i; ++before) {
            shared.start(ordered[before], 1);
        }
        shared.start(ordered[i], 2);
        const auto dot = shared.run();
        const auto base = dot ? text(*dot) : std::nullopt;
        MergedText together = base ? merge_texts(*base, merged.text, next) : join_texts(merged.text, next);
        merged.text = std::move(together.text);
        merged.contested = merged.contested || together.contested;
    }
    return merged;
}

std::optional<Splice> splice_of(std::string_view base, std::string_view text) {
    const std::size_t most = std::min(base.size(), text.size());
    std::size_t before = 0;
    while (before < most && base[before] == text[before]) {
        ++before;
    }
    while (before > 0 && (is_continuation(base, before) || is_continuation(text, before))) {
        --before;
    }
    std::size_t after = 0;
    while (after < most - before && base[base.size() - 1 - after] == text[text.size() - 1 - after]) {
        ++after;
    }
    while (after > 0 && is_continuation(text, text.size() - after)) {
        --after;
    }
    if (before + after < saves_at_least) {
        return std::nullopt;
    }
    return Splice{before, after, std::string(text.substr(before, text.size() - before - after))};
}

std::optional<std::string> apply_splice(std::string_view base, const Splice& splice) {
    if (splice.before > base.size() || splice.after > base.size() - splice.before || splice.insert.size() > text_most ||
        base.size() > text_most) {
        return std::nullopt;
    }
    std::string text(base.substr(0, static_cast<std::size_t>(splice.before)));
    text += splice.insert;
    text += base.substr(base.size() - static_cast<std::size_t>(splice.after));
    if (text.size() > text_most || !is_utf8(text)) {
        return std::nullopt;
    }
    return text;
}

}  // namespace ayni
