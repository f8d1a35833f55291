#include "engine/merge/text_merge.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "engine/merge/sequence.hpp"
#include "engine/merge/words.hpp"

namespace ayni {
namespace {

enum Side : std::size_t { in_base, in_earlier, in_later, sides };
constexpr std::size_t nowhere = SIZE_MAX;

// Words of equal key have equal numbers, over all the texts of one merge. Those of signs are odd.
class Keys {
public:
    static bool is_word(std::uint32_t number) { return number % 2 == 0; }

    std::vector<std::uint32_t> of(const std::vector<Word>& words) {
        std::vector<std::uint32_t> numbers;
        numbers.reserve(words.size());
        for (const Word& word : words) {
            const auto next = 2 * static_cast<std::uint32_t>(numbers_.size()) + (is_sign(word) ? 1U : 0U);
            numbers.push_back(numbers_.emplace(key_of(word), next).first->second);
        }
        return numbers;
    }

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct Text {
    std::vector<Word> words;
    std::vector<std::uint32_t> keys;
};

Text cut(std::string_view text, Keys& keys) {
    Text result{words_of(text), {}};
    result.keys = keys.of(result.words);
    return result;
}

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool empty() const { return begin == end; }
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

// base[base.begin, base.end) became side[side.begin, side.end).
struct Edit {
    Range base;
    Range side;
};

std::vector<Edit> edits_between(const Text& base, const Text& side) {
    std::vector<Edit> edits;
    Edit edit;
    const auto end_at = [&](std::size_t base_end, std::size_t side_end) {
        edit.base.end = base_end;
        edit.side.end = side_end;
        if (!edit.base.empty() || !edit.side.empty()) {
            edits.push_back(edit);
        }
    };
    for (const Match& match : matches(base.keys, side.keys, Keys::is_word)) {
        end_at(match.from, match.to);
        edit.base.begin = match.from + match.length;
        edit.side.begin = match.to + match.length;
    }
    end_at(base.words.size(), side.words.size());
    return edits;
}

// Do the two ask for different things at the same place? Edits that only touch don't.
bool overlap(const Range& a, const Range& b) {
    if (a.empty() && b.empty()) {
        return a.begin == b.begin;
    }
    if (a.empty() || b.empty()) {
        const std::size_t point = a.empty() ? a.begin : b.begin;
        const Range& range = a.empty() ? b : a;
        return range.begin < point && point < range.end;
    }
    return std::max(a.begin, b.begin) < std::min(a.end, b.end);
}

class Merge {
public:
    Merge(std::string_view base, std::string_view earlier, std::string_view later) {
        texts_[in_base] = cut(base, keys_);
        texts_[in_earlier] = cut(earlier, keys_);
        texts_[in_later] = cut(later, keys_);
    }

    MergedText run() {
        edits_[in_earlier] = edits_between(texts_[in_base], texts_[in_earlier]);
        edits_[in_later] = edits_between(texts_[in_base], texts_[in_later]);
        while (has_more(in_earlier) || has_more(in_later)) {
            take_next();
        }
        keep_until(texts_[in_base].words.size());
        return std::move(merged_);
    }

    /// No base: paragraph by paragraph.
    MergedText join() {
        merged_.contested = true;
        both({0, texts_[in_earlier].words.size()}, {0, texts_[in_later].words.size()}, true);
        return std::move(merged_);
    }

private:
    [[nodiscard]] bool has_more(Side side) const { return next_[side] < edits_[side].size(); }
    [[nodiscard]] const Edit& next(Side side) const { return edits_[side][next_[side]]; }

    // The next edit in the base, with all edits of both sides that overlap it, or one that overlaps it, and so on.
    void take_next() {
        const bool earlier_first =
            has_more(in_earlier) && (!has_more(in_later) || comes_first(next(in_earlier).base, next(in_later).base));
        Range region = next(earlier_first ? in_earlier : in_later).base;
        std::array<Range, sides> taken{};  // of edits, by side
        for (const Side side : {in_earlier, in_later}) {
            taken[side] = {next_[side], next_[side]};
        }
        for (bool grown = true; grown;) {
            grown = false;
            for (const Side side : {in_earlier, in_later}) {
                while (has_more(side) && belongs(side, region, taken, earlier_first)) {
                    region.end = std::max(region.end, next(side).base.end);
                    taken[side].end = ++next_[side];
                    grown = true;
                }
            }
        }
        keep_until(region.begin);
        settle(region, taken);
        at_ = region.end;
    }

    static bool comes_first(const Range& a, const Range& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end <= b.end;
    }

    bool belongs(Side side, const Range& region, const std::array<Range, sides>& taken, bool earlier_first) const {
        const Side first = earlier_first ? in_earlier : in_later;
        if (taken[in_earlier].empty() && taken[in_later].empty()) {
            return side == first;
        }
        return overlap(next(side).base, region);
    }

    // Where the region's words stand in the side's text.
    [[nodiscard]] Range in_side(Side side, const Range& region, const Range& taken) const {
        const auto& edits = edits_[side];
        if (taken.empty()) {
            const std::size_t shift = shift_[side];
            return {region.begin + shift, region.end + shift};
        }
        const Edit& front = edits[taken.begin];
        const Edit& back = edits[taken.end - 1];
        return {front.side.begin - (front.base.begin - region.begin), back.side.end + (region.end - back.base.end)};
    }

    void settle(const Range& region, const std::array<Range, sides>& taken) {
        const Range earlier = in_side(in_earlier, region, taken[in_earlier]);
        const Range later = in_side(in_later, region, taken[in_later]);
        shift_[in_earlier] = earlier.end - region.end;
        shift_[in_later] = later.end - region.end;
        if (taken[in_later].empty()) {
            write_alone(in_earlier, earlier, in_later, region);
        } else if (taken[in_earlier].empty()) {
            write_alone(in_later, later, in_earlier, region);
        } else if (!only_take_away(in_earlier, taken[in_earlier]) || !only_take_away(in_later, taken[in_later])) {
            settle_overlap(region, earlier, later);
        }
    }

    // Both took words out here, and neither put any in: all that either took out is gone.
    [[nodiscard]] bool only_take_away(Side side, const Range& taken) const {
        const auto edits = std::span(edits_[side]).subspan(taken.begin, taken.size());
        return std::ranges::all_of(edits, [](const Edit& edit) { return edit.side.empty(); });
    }

    // What only this side asks for. Put in just before or behind an edit of the other side that puts in the same: once.
    void write_alone(Side side, const Range& range, Side other, const Range& region) {
        const auto& edits = edits_[other];
        const std::size_t behind = next_[other];
        const bool told_behind = behind < edits.size() && edits[behind].base.begin == region.end &&
                                 begins_so(other, edits[behind].side, side, range);
        const bool told_before = behind > 0 && edits[behind - 1].base.end == region.begin &&
                                 ends_so(other, edits[behind - 1].side, side, range);
        if (!region.empty() || (!told_behind && !told_before)) {
            write(side, range);
        }
    }
    bool begins_so(Side whole_side, const Range& whole, Side side, const Range& range) const {
        return whole.size() >= range.size() &&
               std::equal(texts_[side].keys.begin() + at(range.begin), texts_[side].keys.begin() + at(range.end),
                          texts_[whole_side].keys.begin() + at(whole.begin));
    }
    bool ends_so(Side whole_side, const Range& whole, Side side, const Range& range) const {
        return whole.size() >= range.size() &&
               begins_so(whole_side, {whole.end - range.size(), whole.end}, side, range);
    }
    static std::ptrdiff_t at(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

    [[nodiscard]] std::uint32_t key(Side side, std::size_t at) const { return texts_[side].keys[at]; }

    void settle_overlap(const Range& region, Range earlier, Range later) {
        const bool taken_away = !region.empty() && earlier.empty() != later.empty();
        while (!earlier.empty() && !later.empty() && key(in_earlier, earlier.begin) == key(in_later, later.begin)) {
            write_same(earlier.begin++, later.begin++);
        }
        std::size_t same_end = 0;
        while (!earlier.empty() && !later.empty() && key(in_earlier, earlier.end - 1) == key(in_later, later.end - 1)) {
            --earlier.end;
            --later.end;
            ++same_end;
        }
        if (!earlier.empty() && !later.empty()) {
            // Each sentence keeps its own full stop, each paragraph its own end.
            for (; same_end > 0 && is_sign(texts_[in_earlier].words[earlier.end]); --same_end) {
                ++earlier.end;
                ++later.end;
            }
            merged_.contested = true;
            both(earlier, later, false);
        } else {
            // One side has all that the other has, and more. What the other took away comes back with it.
            merged_.contested = merged_.contested || taken_away || brings_back(region, in_earlier, earlier) ||
                                brings_back(region, in_later, later);
            write(in_earlier, earlier);
            write(in_later, later);
        }
        for (std::size_t i = 0; i < same_end; ++i) {
            write_same(earlier.end + i, later.end + i);
        }
    }

    [[nodiscard]] bool brings_back(const Range& region, Side side, const Range& range) const {
        const auto base = std::span(texts_[in_base].keys).subspan(region.begin, region.size());
        const auto words = std::span(texts_[side].keys).subspan(range.begin, range.size());
        const std::unordered_set<std::uint32_t> had(base.begin(), base.end());
        return std::ranges::any_of(words, [&](std::uint32_t k) { return had.contains(k); });
    }

    [[nodiscard]] std::vector<Range> paragraphs(Side side, const Range& range) const {
        std::vector<Range> all;
        std::size_t begin = range.begin;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (texts_[side].words[i].is_break) {
                all.push_back({begin, i + 1});
                begin = i + 1;
            }
        }
        if (begin < range.end) {
            all.push_back({begin, range.end});
        }
        return all;
    }

    // What a paragraph says, whether or not a line break ends it.
    [[nodiscard]] std::u32string said(Side side, const Range& paragraph) const {
        std::u32string keys;
        for (std::size_t i = paragraph.begin; i < paragraph.end; ++i) {
            if (!texts_[side].words[i].is_break) {
                keys += static_cast<char32_t>(key(side, i));
            }
        }
        return keys;
    }

    // Both stay, earlier's first; a paragraph that both have, once.
    void both(const Range& earlier, const Range& later, bool apart) {
        const std::vector<Range> hers = paragraphs(in_earlier, earlier);
        const std::vector<Range> others = paragraphs(in_later, later);
        std::unordered_map<std::u32string, std::uint32_t> numbers;
        const auto number = [&](Side side, const std::vector<Range>& all) {
            std::vector<std::uint32_t> keys;
            for (const Range& paragraph : all) {
                keys.push_back(
                    numbers.emplace(said(side, paragraph), static_cast<std::uint32_t>(numbers.size())).first->second);
            }
            return keys;
        };
        const std::vector<std::uint32_t> her_keys = number(in_earlier, hers);
        const std::vector<std::uint32_t> other_keys = number(in_later, others);
        std::size_t i = 0;
        std::size_t j = 0;
        const auto until = [&](std::size_t i_end, std::size_t j_end) {
            const bool both_speak = i < i_end && j < j_end;
            for (; i < i_end; ++i) {
                write(in_earlier, hers[i]);
            }
            if (both_speak && (apart || her_keys.size() > 1 || other_keys.size() > 1)) {
                end_line();
            }
            for (; j < j_end; ++j) {
                write(in_later, others[j]);
            }
        };
        for (const Match& match : matches(her_keys, other_keys, [](std::uint32_t) { return true; })) {
            until(match.from, match.to);
            for (std::size_t n = 0; n < match.length; ++n, ++i, ++j) {
                // The one that ends in a line break, so that what follows begins a line of its own.
                const bool later_breaks = texts_[in_later].words[others[j].end - 1].is_break;
                later_breaks ? write(in_later, others[j]) : write(in_earlier, hers[i]);
            }
        }
        until(hers.size(), others.size());
    }

    // Words of the base that both sides kept.
    void keep_until(std::size_t end) {
        for (; at_ < end; ++at_) {
            const std::size_t earlier = at_ + shift_[in_earlier];
            const std::size_t later = at_ + shift_[in_later];
            const Word& original = texts_[in_base].words[at_];
            const Word& hers = texts_[in_earlier].words[earlier];
            const Word& others = texts_[in_later].words[later];
            Word word = hers.bytes == original.bytes ? others : hers;
            word.gap = hers.gap == original.gap ? others.gap : hers.gap;
            write(word, {at_, earlier, later});
        }
    }

    void write(Side side, const Range& range) {
        for (std::size_t i = range.begin; i < range.end; ++i) {
            std::array<std::size_t, sides> from{nowhere, nowhere, nowhere};
            from[side] = i;
            write(texts_[side].words[i], from);
        }
    }

    // A word that both sides have put in: the later one's spaces, if the earlier has none.
    void write_same(std::size_t earlier, std::size_t later) {
        Word word = texts_[in_earlier].words[earlier];
        if (word.gap.empty()) {
            word.gap = texts_[in_later].words[later].gap;
        }
        write(word, {nowhere, earlier, later});
    }

    void write(const Word& word, const std::array<std::size_t, sides>& from) {
        if (!merged_.text.empty() && wants_space(last_, word) && !were_together(from)) {
            merged_.text += ' ';
        }
        merged_.text += word.bytes;
        merged_.text += word.gap;
        last_ = word;
        last_from_ = from;
    }

    // Somebody wrote these two words without a space between them: that is how they belong.
    [[nodiscard]] bool were_together(const std::array<std::size_t, sides>& from) const {
        for (const Side side : {in_base, in_earlier, in_later}) {
            if (last_from_[side] != nowhere && from[side] == last_from_[side] + 1 &&
                texts_[side].words[last_from_[side]].gap.empty()) {
                return true;
            }
        }
        return false;
    }

    void end_line() {
        if (!merged_.text.empty() && !last_.is_break) {
            merged_.text += '\n';
            last_ = Word{"\n", {}, true};
            last_from_ = {nowhere, nowhere, nowhere};
        }
    }

    Keys keys_;
    std::array<Text, sides> texts_;
    std::array<std::vector<Edit>, sides> edits_;
    std::array<std::size_t, sides> next_{};
    std::array<std::size_t, sides> shift_{};  // side's position less the base's, behind what is done; may wrap below 0
    std::size_t at_ = 0;                      // in the base
    Word last_;
    std::array<std::size_t, sides> last_from_{nowhere, nowhere, nowhere};
    MergedText merged_;
};

}  // namespace

MergedText merge_texts(std::string_view base, std::string_view earlier, std::string_view later) {
    if (earlier == later || base == later) {
        return {std::string(earlier), false};
    }
    if (base == earlier) {
        return {std::string(later), false};
    }
    return Merge(base, earlier, later).run();
}

MergedText join_texts(std::string_view earlier, std::string_view later) {
    if (earlier == later || later.empty()) {
        return {std::string(earlier), false};
    }
    if (earlier.empty()) {
        return {std::string(later), false};
    }
    return Merge({}, earlier, later).join();
}

}  // namespace ayni
