#include "engine/merge/text_merge.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "engine/merge/words.hpp"

using namespace ayni;

namespace ayni {
std::ostream& operator<<(std::ostream& out, const MergedText& merged) {
    return out << (merged.contested ? "marked: " : "clean: ") << merged.text;
}
}  // namespace ayni

namespace {

MergedText clean(std::string text) {
    return {std::move(text), false};
}
MergedText marked(std::string text) {
    return {std::move(text), true};
}

const std::string market =
    "Visité a Rosa en el mercado. Vende ocho bolsas por semana.\n"
    "Quiere cobrar más.\n";

/// A field's versions, each by one device, and what it shows.
class Field {
public:
    Dot write(std::uint64_t device, std::int64_t ms, std::string text, std::vector<Dot> supersedes = {}) {
        const Dot dot{{device}, ++seqs_[device]};
        versions_[dot] = {dot, Stamp::at(ms), std::move(supersedes)};
        texts_[dot] = std::move(text);
        return dot;
    }
    void lose(const Dot& dot) {
        versions_.erase(dot);
        texts_.erase(dot);
    }
    [[nodiscard]] MergedText shows(std::vector<Dot> heads) const {
        std::vector<TextVersion> all;
        for (const Dot& dot : heads) {
            all.push_back(versions_.at(dot));
        }
        return merge_heads(
            all,
            [&](const Dot& dot) {
                const auto found = versions_.find(dot);
                return found == versions_.end() ? std::nullopt : std::optional(found->second);
            },
            [&](const Dot& dot) {
                const auto found = texts_.find(dot);
                return found == texts_.end() ? std::nullopt : std::optional(found->second);
            });
    }

private:
    std::map<std::uint64_t, std::uint64_t> seqs_;
    std::map<Dot, TextVersion> versions_;
    std::map<Dot, std::string> texts_;
};

}  // namespace

TEST_CASE("edits in different places of a text all go in, and nobody is asked") {
    CHECK(merge_texts("uno dos tres", "UNO dos tres", "uno dos TRES") == clean("UNO dos TRES"));
    CHECK(merge_texts("a b c d e", "X b Y d Z", "a B c D e") == clean("X B Y D Z"));
    CHECK(merge_texts("uno dos tres", "dos tres", "uno dos tres cuatro") == clean("dos tres cuatro"));
    CHECK(merge_texts(market,
                      "Visité a Rosa el lunes en el mercado. Vende ocho bolsas por semana.\nQuiere cobrar más.\n",
                      "Visité a Rosa en el mercado. Vende diez bolsas por semana.\nQuiere cobrar más.\n") ==
          clean("Visité a Rosa el lunes en el mercado. Vende diez bolsas por semana.\nQuiere cobrar más.\n"));
    // Touching isn't overlapping: the last word replaced on one side, something added behind it on the other.
    CHECK(merge_texts("vende pan", "vende queso", "vende pan los lunes") == clean("vende queso los lunes"));
}

TEST_CASE("the same edit on both sides is done once") {
    CHECK(merge_texts("uno dos", "uno y dos", "uno y dos") == clean("uno y dos"));
    CHECK(merge_texts("uno dos tres", "uno y dos tres", "uno y dos tres cuatro") == clean("uno y dos tres cuatro"));
    CHECK(merge_texts("uno dos tres", "uno tres", "uno tres!") == clean("uno tres!"));
    CHECK(merge_texts("pan", "pan dulce", "pan dulce y queso") == clean("pan dulce y queso"));
    CHECK(merge_texts("uno dos", "uno más dos", "uno más tres") == clean("uno más tres"));
    CHECK(merge_texts("uno dos", "uno dos más", "uno tres más") == clean("uno tres más"));
}

TEST_CASE("what both took out is gone, also where they took out more than each other") {
    CHECK(merge_texts("a b c d e f", "a e f", "a b f") == clean("a f"));
    CHECK(merge_texts("Uno. Dos. Tres. Cuatro.", "Uno. Cuatro.", "Uno. Dos.") == clean("Uno. "));
    CHECK(merge_texts("Uno. Dos. Tres.", "Tres.", "Uno.").text.empty());
}

TEST_CASE("a word is not taken for moved because two signs would have matched") {
    CHECK(merge_texts("\r\nñandú naïve — \n", "\r\nel ñandú naïve — \n", " — \r\nñandú") == clean(" — \r\nel ñandú"));
}

TEST_CASE("where edits overlap both stay, the earlier first, and the text is marked") {
    CHECK(merge_texts("vende poco", "vende bastante", "vende mucho") == marked("vende bastante mucho"));
    CHECK(merge_texts("Hola.", "Hola. Voy mañana.", "Hola. Vengo hoy.") == marked("Hola. Voy mañana. Vengo hoy."));
    CHECK(merge_texts("uno dos tres cuatro", "uno cuatro", "uno dos y tres cuatro") == marked("uno dos y tres cuatro"));
    CHECK(merge_texts("Vende pan. Quiere más.", "", "Vende mucho pan. Quiere más.") ==
          marked("Vende mucho pan. Quiere más."));
}

TEST_CASE("paragraphs stay paragraphs, and one that both wrote stays one") {
    CHECK(merge_texts("Uno.\n", "Uno.\n\nDos.\n", "Uno.\n\nTres.\n") == marked("Uno.\n\nDos.\nTres.\n"));
    CHECK(merge_texts("Uno.\n", "Uno.\nPan.\nDos.\n", "Uno.\nDos.\nTres.\n") == marked("Uno.\nPan.\nDos.\nTres.\n"));
    CHECK(merge_texts("a\n\nb\n\nc", "A\n\nb\n\nc", "a\n\nb\n\nC") == clean("A\n\nb\n\nC"));
    CHECK(merge_texts("a\n\nb", "a\n\nnuevo\n\nb", "a\n\nb!") == clean("a\n\nnuevo\n\nb!"));
}

TEST_CASE("kinds of line breaks, forms of accents, emoji and right-to-left text don't make a conflict") {
    CHECK(merge_texts("uno\r\ndos\r\n", "uno\ndos\n", "uno\r\ndos\r\ntres\r\n") == clean("uno\ndos\ntres\r\n"));
    // The same words, composed on one phone and decomposed on the other.
    CHECK(merge_texts("sesio\u0301n larga", "sesi\u00f3n larga", "sesio\u0301n muy larga") ==
          clean("sesi\u00f3n muy larga"));
    CHECK(merge_texts("sesio\u0301n", "sesi\u00f3n larga", "reuni\u00f3n") == clean("reuni\u00f3n larga"));
    const std::string family = "\U0001F469\u200D\U0001F469\u200D\U0001F467";
    CHECK(merge_texts("feliz", "feliz " + family, "muy feliz") == clean("muy feliz " + family));
    CHECK(merge_texts(family, family + "\U0001F3FD", family + "!").text.find(family) != std::string::npos);
    const std::string arabic = "السوق مفتوح اليوم";
    CHECK(merge_texts(arabic, "السوق الكبير مفتوح اليوم", "السوق مفتوح غدا") == clean("السوق الكبير مفتوح غدا"));
}

TEST_CASE("words are cut as a reader would, and put together again to the byte") {
    const auto cut = [](std::string_view text) {
        std::vector<std::string> words;
        for (const Word& word : words_of(text)) {
            words.emplace_back(word.bytes);
        }
        return words;
    };
    CHECK(cut("L'idée coûte 1.500,50 Bs.") == std::vector<std::string>{"L'idée", "coûte", "1.500,50", "Bs", "."});
    CHECK(cut("¿Qué? ¡Sí!\r\n\n- uno") ==
          std::vector<std::string>{"¿", "Qué", "?", "¡", "Sí", "!", "\r\n", "\n", "-", "uno"});
    CHECK(cut("e\u0301l \U0001F1E7\U0001F1F4") == std::vector<std::string>{"e\u0301l", "\U0001F1E7\U0001F1F4"});
    std::mt19937_64 chance(7);
    for (int i = 0; i < 500; ++i) {
        std::string text(chance() % 60, ' ');
        for (char& c : text) {
            c = i % 2 == 0 ? static_cast<char>(chance()) : "aé '.,\n\r\t-¿"[chance() % 14];
        }
        std::string again;
        for (const Word& word : words_of(text)) {
            again.append(word.bytes).append(word.gap);
        }
        REQUIRE(again == text);
    }
}

TEST_CASE("a side that didn't change anything gives way to the other, to the byte") {
    std::mt19937_64 chance(11);
    const auto text = [&] {
        static const std::vector<std::string> pieces{"pan ", "queso", " y ", "\n", "  ", ".", "más ", "\r\n", "¡"};
        std::string made;
        for (auto n = chance() % 12; n > 0; --n) {
            made += pieces[chance() % pieces.size()];
        }
        return made;
    };
    for (int i = 0; i < 2000; ++i) {
        const std::string base = text();
        const std::string other = text();
        REQUIRE(merge_texts(base, other, base) == clean(other));
        REQUIRE(merge_texts(base, base, other) == clean(other));
        REQUIRE(merge_texts(base, other, other) == clean(other));
    }
}

TEST_CASE("no word that anybody wrote is missing from a merged text") {
    std::mt19937_64 chance(13);
    const auto edited = [&](std::vector<std::string> words, const std::string& mark, std::vector<std::string>& added) {
        for (auto n = 1 + chance() % 4; n > 0; --n) {
            const auto at = chance() % (words.size() + 1);
            added.push_back(mark + std::to_string(chance() % 1000000));
            words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), added.back());
            if (chance() % 3 == 0 && words.size() > 2) {
                const auto gone = words.begin() + static_cast<std::ptrdiff_t>(chance() % words.size());
                if (std::ranges::find(added, *gone) == added.end()) {
                    words.erase(gone);
                }
            }
        }
        std::string text;
        for (const std::string& word : words) {
            text += (text.empty() ? "" : (chance() % 9 == 0 ? "\n" : " ")) + word;
        }
        return text;
    };
    for (int i = 0; i < 3000; ++i) {
        std::vector<std::string> words;
        std::string base;
        for (auto n = chance() % 12; n > 0; --n) {
            words.push_back("w" + std::to_string(chance() % 20));
            base += (base.empty() ? "" : " ") + words.back();
        }
        std::vector<std::string> added;
        const std::string earlier = edited(words, "hers", added);
        const std::string later = edited(words, "his", added);
        const MergedText merged = merge_texts(base, earlier, later);
        for (const std::string& word : added) {
            INFO(base << " | " << earlier << " | " << later << " | " << merged.text);
            std::vector<std::string> found;
            for (const Word& w : words_of(merged.text)) {
                found.emplace_back(w.bytes);
            }
            REQUIRE(std::ranges::count(found, word) == 1);
        }
    }
}

TEST_CASE("texts that have nothing in common any more are bounded work and stay whole") {
    std::string one;
    std::string other;
    for (int i = 0; i < 20000; ++i) {
        one += "a" + std::to_string(i) + ' ';
        other += "b" + std::to_string(i) + ' ';
    }
    const MergedText merged = merge_texts("nada", one, other);
    CHECK(merged == marked(one + other));
}

TEST_CASE("several heads merge over what they share, in the order of their stamps") {
    Field field;
    const Dot base = field.write(1, 10, "uno dos tres cuatro cinco");
    const Dot a = field.write(1, 20, "UNO dos tres cuatro cinco", {base});
    const Dot b = field.write(2, 30, "uno dos TRES cuatro cinco", {base});
    const Dot c = field.write(3, 40, "uno dos tres cuatro CINCO", {base});
    CHECK(field.shows({a, b, c}) == clean("UNO dos TRES cuatro CINCO"));
    CHECK(field.shows({c, a, b}) == field.shows({a, b, c}));
    CHECK(field.shows({a}) == clean("UNO dos tres cuatro cinco"));
    const Dot d = field.write(4, 35, "uno dos tri cuatro cinco", {base});
    CHECK(field.shows({a, b, c, d}) == marked("UNO dos TRES tri cuatro CINCO"));
}

TEST_CASE("heads over different versions merge over the newest that they share") {
    Field field;
    const Dot first = field.write(1, 10, "uno dos");
    const Dot second = field.write(1, 20, "uno dos tres", {first});
    const Dot third = field.write(1, 30, "uno dos tres cuatro", {second});
    const Dot late = field.write(2, 40, "cero uno dos", {first});
    CHECK(field.shows({third, late}) == clean("cero uno dos tres cuatro"));
    const Dot other = field.write(3, 50, "uno dos TRES", {second});
    CHECK(field.shows({third, late, other}) == clean("cero uno dos TRES cuatro"));
    // One who has seen two of three.
    const Dot joined = field.write(4, 60, "cero uno dos tres cuatro.", {third, late});
    CHECK(field.shows({joined, other}) == clean("cero uno dos TRES cuatro."));
}

TEST_CASE("a version that is gone, or never was, leaves both texts whole") {
    Field field;
    const Dot base = field.write(1, 10, "uno dos");
    const Dot a = field.write(1, 20, "uno dos tres", {base});
    const Dot b = field.write(2, 30, "cero uno dos", {base});
    field.lose(base);
    CHECK(field.shows({a, b}) == marked("uno dos tres\ncero uno dos"));
    CHECK(field.shows({b, a}) == field.shows({a, b}));
    const Dot c = field.write(3, 40, "uno dos tres");
    CHECK(field.shows({a, c}) == clean("uno dos tres"));
    const Dot d = field.write(4, 50, "uno dos tres\nnuevo");
    CHECK(field.shows({a, d}) == marked("uno dos tres\nnuevo"));
}

TEST_CASE("a splice gives back the text it was made from, and only on a base that can be its own") {
    const std::string base = "Visité a Rosa en el mercado de Santa Cruz el lunes por la mañana.";
    const std::string text = "Visité a Rosa y a su hija en el mercado de Santa Cruz el lunes por la mañana.";
    const auto splice = splice_of(base, text);
    REQUIRE(splice);
    CHECK(splice->insert == "y a su hija ");
    CHECK(apply_splice(base, *splice) == text);
    CHECK_FALSE(splice_of("corto", "cortos"));
    CHECK_FALSE(apply_splice("corto", *splice));
    CHECK_FALSE(apply_splice(base, {UINT64_MAX, 2, ""}));
    CHECK_FALSE(apply_splice(base, {2, UINT64_MAX, ""}));
    CHECK_FALSE(apply_splice("á" + base, {1, 0, "x"}));  // within a character
    CHECK_FALSE(apply_splice(base, {base.size(), 0, std::string(300 * 1024, 'x')}));
    // Cut between characters also where their first bytes are the same: á is C3 A1, é C3 A9.
    const std::string a = "El precio de cada bolsa de pan est\u00e1";
    const std::string e = "El precio de cada bolsa de pan est\u00e9";
    const auto cut = splice_of(a, e);
    REQUIRE(cut);
    CHECK(cut->insert == "\u00e9");
    CHECK(apply_splice(a, *cut) == e);
    // And where their last bytes are: é is C3 A9, ũ is C5 A9.
    const auto end = splice_of("\u00e9 es el precio de cada bolsa de pan", "\u0169 es el precio de cada bolsa de pan");
    REQUIRE(end);
    CHECK(end->insert == "\u0169");
    CHECK_FALSE(apply_splice("cada bolsa", {6, 6, ""}));  // its two ends would overlap
}
