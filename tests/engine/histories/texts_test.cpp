// Texts made up from a seed, edited apart, and merged: what must hold of what comes out, whatever they were.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <ctime>
#include <map>
#include <random>
#include <set>

#include "engine/merge/text_merge.hpp"
#include "engine/merge/words.hpp"
#include "engine/model/text.hpp"
#include "tests/engine/histories/size.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

const std::string family = "\U0001F469\u200D\U0001F469\u200D\U0001F467";
const std::vector<std::string> signs{
    ".", ",", " — ", "¿", "!", "\n", "\r\n", "\n\n", family, "\U0001F1E7\U0001F1F4", "«", "»", " pan", " queso", " y"};

// A text as its author thinks of it: words that are there once in all of a trial, and signs between them.
using Pieces = std::vector<std::string>;

class Trial {
public:
    explicit Trial(std::uint64_t seed) : chance_(seed) {
        for (auto n = roll(14); n > 0; --n) {
            base.push_back(roll(4) == 0 ? signs[roll(signs.size())] : fresh());
        }
    }

    std::string fresh() {
        static const std::vector<std::string> stems{"sesión", "sesio\u0301n", "l'idée", "المرأة",
                                                    "naïve",  "ñandú",        "ok"};
        return stems[roll(stems.size())] + std::to_string(100 + made_++) + 'z';
    }
    std::size_t roll(std::size_t sides) { return chance_() % sides; }

    Pieces edited(std::size_t most) {
        Pieces side = base;
        for (auto n = 1 + roll(most); n > 0; --n) {
            const auto at = static_cast<std::ptrdiff_t>(roll(side.size() + 1));
            if (roll(3) == 0 && at < static_cast<std::ptrdiff_t>(side.size())) {
                const auto run = std::min<std::ptrdiff_t>(1 + static_cast<std::ptrdiff_t>(roll(3)),
                                                          static_cast<std::ptrdiff_t>(side.size()) - at);
                side.erase(side.begin() + at, side.begin() + at + run);
            } else {
                side.insert(side.begin() + at, roll(5) == 0 ? signs[roll(signs.size())] : fresh());
            }
        }
        return side;
    }

    Pieces base;

private:
    std::mt19937_64 chance_;
    unsigned made_ = 0;
};

bool is_word(const std::string& piece);
std::string text_of(const Pieces& pieces);

// A field's versions, and what it shows when some of them are its heads.
class Field {
public:
    Dot write(Trial& trial, const Pieces& pieces, std::vector<Dot> supersedes) {
        const Dot dot{{1 + trial.roll(5)}, versions_.size() + 1};
        versions_[dot] = {dot, Stamp::at(static_cast<std::int64_t>(trial.roll(50))), std::move(supersedes)};
        texts_[dot] = text_of(pieces);
        return dot;
    }
    void lose(const Dot& dot) {
        versions_.erase(dot);
        texts_.erase(dot);
    }
    [[nodiscard]] const std::string& text(const Dot& dot) const { return texts_.at(dot); }
    [[nodiscard]] Stamp stamp(const Dot& dot) const { return versions_.at(dot).stamp; }
    [[nodiscard]] MergedText shows(const std::vector<Dot>& heads) const {
        std::vector<TextVersion> all;
        std::ranges::transform(heads, std::back_inserter(all), [&](const Dot& dot) { return versions_.at(dot); });
        const auto version = [&](const Dot& dot) {
            const auto found = versions_.find(dot);
            return found == versions_.end() ? std::nullopt : std::optional(found->second);
        };
        const auto text = [&](const Dot& dot) {
            const auto found = texts_.find(dot);
            return found == texts_.end() ? std::nullopt : std::optional(found->second);
        };
        return merge_heads(all, version, text);
    }

private:
    std::map<Dot, TextVersion> versions_;
    std::map<Dot, std::string> texts_;
};

std::vector<Dot> ordered(const Field& field, std::vector<Dot> dots) {
    std::ranges::sort(dots, {}, [&](const Dot& dot) { return std::pair(field.stamp(dot), dot); });
    return dots;
}

bool is_word(const std::string& piece) {
    return piece.ends_with('z');
}

std::string text_of(const Pieces& pieces) {
    std::string text;
    for (const std::string& piece : pieces) {
        const bool apart = text.empty() || text.ends_with('\n') || text.ends_with(' ') || !is_word(piece);
        text += (apart ? "" : " ") + piece;
    }
    return text;
}

std::size_t count_in(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        ++count;
    }
    return count;
}

std::set<std::string> words_in(const Pieces& pieces) {
    std::set<std::string> words;
    std::ranges::copy_if(pieces, std::inserter(words, words.end()), is_word);
    return words;
}

// Of the words that all versions have: in which order, and on which line, they stand.
std::vector<std::pair<std::size_t, std::size_t>> lines_of(const std::string& text, const std::set<std::string>& words) {
    std::map<std::size_t, std::size_t> breaks_before;
    std::vector<std::pair<std::size_t, std::size_t>> all;
    std::map<std::size_t, std::size_t> by_place;
    std::size_t index = 0;
    for (const std::string& word : words) {
        by_place[text.find(word)] = index++;
    }
    for (const auto& [at, word] : by_place) {
        all.emplace_back(word, static_cast<std::size_t>(
                                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')));
    }
    return all;
}

std::multiset<std::string> cut(const std::string& text) {
    std::multiset<std::string> all;
    for (const Word& word : words_of(text)) {
        if (!word.is_break && word.bytes.find_first_not_of(' ') != std::string_view::npos) {
            all.insert(key_of(word));
        }
    }
    return all;
}

void nothing_is_cut(const std::string& merged) {
    REQUIRE(is_utf8(merged));
    std::string rest = merged;
    for (auto at = rest.find(family); at != std::string::npos; at = rest.find(family)) {
        rest.erase(at, family.size());
    }
    REQUIRE(rest.find("\u200D") == std::string::npos);
    REQUIRE(count_in(merged, "\U0001F1E7") == count_in(merged, "\U0001F1E7\U0001F1F4"));
    REQUIRE(count_in(merged, "\u0301") == count_in(merged, "sesio\u0301n"));
}

void merged_well(const Pieces& base, const Pieces& one, const Pieces& other, const MergedText& merged) {
    const auto was = words_in(base);
    const auto hers = words_in(one);
    const auto his = words_in(other);
    std::set<std::string> kept;
    for (const auto& words : {was, hers, his}) {
        for (const std::string& word : words) {
            const bool added = !was.contains(word);
            const bool stays = added || (hers.contains(word) && his.contains(word));
            const bool goes = !added && !hers.contains(word) && !his.contains(word);
            const std::size_t count = count_in(merged.text, word);
            INFO(word);
            REQUIRE(count <= 1);
            REQUIRE((count == 1 || !stays));
            REQUIRE((count == 0 || !goes));
            REQUIRE((count == 0 || stays || merged.contested));
            if (stays && !added) {
                kept.insert(word);
            }
        }
    }
    const auto before = lines_of(text_of(base), kept);
    const auto after = lines_of(merged.text, kept);
    for (std::size_t i = 0; i < before.size(); ++i) {
        REQUIRE(before[i].first == after[i].first);  // in the same order
    }
}

}  // namespace

TEST_CASE(
    "whatever two people did to a text apart: what either put in is there once, what nobody took out stays in order") {
    for (auto [seed, last] = seeds(3); seed <= last; ++seed) {
        Trial trial(seed);
        const Pieces one = trial.edited(5);
        const Pieces other = trial.edited(5);
        const std::string base = text_of(trial.base);
        const MergedText merged = merge_texts(base, text_of(one), text_of(other));
        const MergedText swapped = merge_texts(base, text_of(other), text_of(one));
        INFO("seed " << seed << "\n[" << base << "]\n[" << text_of(one) << "]\n[" << text_of(other) << "]\n["
                     << merged.text << "]\n[" << swapped.text << ']');
        merged_well(trial.base, one, other, merged);
        nothing_is_cut(merged.text);
        REQUIRE(merged.contested == swapped.contested);
        REQUIRE(cut(merged.text) == cut(swapped.text));
        REQUIRE(merge_texts(base, text_of(one), text_of(other)) == merged);
        const MergedText again = merge_texts(text_of(one), merged.text, text_of(one));
        REQUIRE(again == MergedText{merged.text, false});
    }
}

TEST_CASE("any number of heads, over different versions or none that is left, merge the same in any order") {
    for (auto [seed, last] = seeds(); seed <= last; ++seed) {
        Trial trial(seed);
        Field field;
        const Dot base = field.write(trial, trial.base, {});
        std::vector<Dot> heads;
        std::vector<Pieces> texts;
        const Pieces first = trial.base;
        for (auto n = 2 + trial.roll(4); n > 0; --n) {
            // Some have written more than once over it, one after the other.
            std::vector<Dot> before{base};
            trial.base = first;
            for (auto steps = 1 + trial.roll(3); steps > 0; --steps) {
                trial.base = trial.edited(3);
                before = {field.write(trial, trial.base, before)};
            }
            heads.push_back(before.front());
            texts.push_back(trial.base);
        }
        const bool is_gone = trial.roll(8) == 0;
        if (is_gone) {
            field.lose(base);
        }
        const MergedText merged = field.shows(heads);
        std::string told = '[' + text_of(first) + "]\n";
        for (const Dot& dot : ordered(field, heads)) {
            told += '[' + field.text(dot) + "]\n";
        }
        INFO("seed " << seed << '\n' << told << "gave\n[" << merged.text << ']');
        nothing_is_cut(merged.text);
        const auto was = words_in(first);
        for (const Pieces& text : texts) {
            for (const std::string& word : words_in(text)) {
                INFO(word);
                const bool kept_by_all =
                    std::ranges::all_of(texts, [&](const Pieces& other) { return words_in(other).contains(word); });
                const std::size_t count = count_in(merged.text, word);
                REQUIRE((count > 0 || (was.contains(word) && !kept_by_all && !is_gone)));
                REQUIRE((count < 2 || merged.contested));
            }
        }
        for (int i = 0; i < 3; ++i) {
            std::ranges::rotate(heads, heads.begin() + 1);
            REQUIRE(field.shows(heads) == merged);
        }
        heads.push_back(heads.front());  // twice is once
        std::ranges::sort(heads);
        heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
        REQUIRE(field.shows(heads) == merged);
    }
}

TEST_CASE("edits of different words by any number of people come together whole, whatever their clocks said") {
    for (auto [seed, last] = seeds(1, 10); seed <= last; ++seed) {
        Trial trial(seed);
        Pieces words;
        while (words.size() < 12) {
            words.push_back(trial.fresh());
        }
        Field field;
        const Dot base = field.write(trial, words, {});
        std::vector<Dot> heads;
        Pieces expected = words;
        for (std::size_t i = 0; i < 12; i += 2 + trial.roll(3)) {
            Pieces hers = words;
            expected[i] = hers[i] = trial.fresh();
            heads.push_back(field.write(trial, hers, {base}));
        }
        REQUIRE(field.shows(heads) == MergedText{text_of(expected), false});
    }
}

TEST_CASE("a splice of any edit gives it back, and of any base gives a text or nothing") {
    for (auto [seed, last] = seeds(3); seed <= last; ++seed) {
        Trial trial(seed);
        const std::string base = text_of(trial.base);
        const std::string text = text_of(trial.edited(2));
        if (const auto splice = splice_of(base, text)) {
            REQUIRE(is_utf8(splice->insert));
            REQUIRE(apply_splice(base, *splice) == text);
        }
        const std::string other = text_of(trial.edited(4));
        const auto far = apply_splice(other, Splice{trial.roll(40), trial.roll(40), "é"});
        REQUIRE((!far || is_utf8(*far)));
    }
}

TEST_CASE("the longest texts that may be kept merge in well under a second, whatever stands in them") {
    const auto text = [](std::size_t size, const auto& word) {
        std::string all;
        for (unsigned i = 0; all.size() + 16 < size; ++i) {
            all += word(i);
        }
        return all;
    };
    const auto seconds = [](const std::string& base, const std::string& one, const std::string& other) {
        const std::clock_t began = std::clock();  // of this process: a busy machine is nobody's fault
        const MergedText merged = merge_texts(base, one, other);
        REQUIRE(is_utf8(merged.text));
        REQUIRE(is_utf8(join_texts(one, other).text));
        return static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    };
    const auto a = [](unsigned i) { return "a" + std::to_string(i) + ' '; };
    const auto b = [](unsigned i) { return "b" + std::to_string(i) + ' '; };
    const auto c = [](unsigned i) { return "c" + std::to_string(i) + '\n'; };
    const auto lines = [](unsigned i) { return std::to_string(i % 977) + '\n'; };
    const auto few = [](unsigned i) { return std::string(1, static_cast<char>('a' + i * i % 7)) + ' '; };
    const auto dots = [](unsigned i) { return std::string(i % 3 == 0 ? "." : ","); };
    const auto marks = [](unsigned i) { return std::string(i == 0 ? "e" : "\u0301"); };
    for (const std::size_t size : {std::size_t{64} * 1024, text_most}) {
        const double most = size > 100'000 ? 4 : 1;  // with room for sanitizers
        CHECK(seconds(text(size, a), text(size, b), text(size, c)) < most);
        CHECK(seconds(text(size, a), text(size, b), "") < most);
        CHECK(seconds(text(size, lines), text(size, a), text(size, few)) < most);
        CHECK(seconds(text(size, few), text(size / 2, few), text(size, lines)) < most);
        CHECK(seconds(text(size, dots), text(size / 2, dots), text(size, few)) < most);
        CHECK(seconds(text(size, marks), text(size, few), text(size / 2, marks)) < most);
    }
}
