// The merge of texts and splices: any bytes, UTF-8 or not.

#include <algorithm>
#include <set>

#include "engine/merge/text_merge.hpp"
#include "engine/merge/words.hpp"
#include "engine/model/text.hpp"
#include "tests/fuzz/targets.hpp"

namespace ayni::fuzz {
namespace {

std::set<std::string> keys_of(std::string_view text) {
    std::set<std::string> keys;
    for (const Word& word : words_of(text)) {
        keys.insert(key_of(word));
    }
    return keys;
}

// What `side` put in and the other side didn't have is in the merged text as it was written.
void nothing_is_missing(std::string_view base, std::string_view side, std::string_view other, std::string_view merged) {
    const auto before = keys_of(base);
    const auto theirs = keys_of(other);
    for (const Word& word : words_of(side)) {
        const std::string key = key_of(word);
        must_hold(is_sign(word) || before.contains(key) || theirs.contains(key) ||
                      merged.find(word.bytes) != std::string_view::npos,
                  "a word that was put in is in the merged text");
    }
}

void merge(std::string_view bytes) {
    Feed feed(bytes);
    const std::string_view base = feed.part();
    const std::string_view earlier = feed.part();
    const std::string_view later = feed.part();
    std::string again;
    for (const Word& word : words_of(earlier)) {
        again.append(word.bytes).append(word.gap);
    }
    must_hold(again == earlier, "words put together are the text");
    const MergedText merged = merge_texts(base, earlier, later);
    const MergedText joined = join_texts(earlier, later);
    must_hold(merge_texts(base, earlier, base).text == earlier, "an unchanged side gives way");
    must_hold(merge_texts(base, later, later) == MergedText{std::string(later), false}, "the same twice is once");
    if (is_utf8(base) && is_utf8(earlier) && is_utf8(later)) {
        must_hold(is_utf8(merged.text) && is_utf8(joined.text), "UTF-8 stays UTF-8");
    }
    nothing_is_missing(base, earlier, later, merged.text);
    nothing_is_missing(base, later, earlier, merged.text);
    nothing_is_missing({}, earlier, later, joined.text);
    nothing_is_missing({}, later, earlier, joined.text);
    must_hold(merge_texts(base, later, earlier).contested == merged.contested, "who was first doesn't make a contest");
}

void cut_and_apply(std::string_view bytes) {
    Feed feed(bytes);
    const unsigned before = feed.byte();
    const unsigned after = feed.byte();
    const std::string_view base = feed.part();
    const std::string_view text = feed.part();
    if (const auto made = apply_splice(base, {before, after, std::string(text)})) {
        must_hold(is_utf8(*made), "a splice gives UTF-8 or nothing");
    }
    if (!is_utf8(base) || !is_utf8(text)) {
        return;
    }
    if (const auto small = splice_of(base, text)) {
        must_hold(apply_splice(base, *small) == text, "a splice gives back its text");
        must_hold(is_utf8(small->insert), "a splice cuts no character");
    }
}

std::string parted(std::initializer_list<std::string_view> parts) {
    std::string all;
    for (const std::string_view part : parts) {
        all.append(part) += '\xFF';
    }
    return all;
}

std::vector<std::string> some_texts() {
    return {parted({"Vende poco.", "Vende bastante.", "Vende mucho, y bien."}),
            parted({"a\r\nb\r\n", "a\nb\nc\n", "x\r\nb\r\n"}),
            parted({"sesio\u0301n larga", "sesión larga", "sesio\u0301n muy larga"}),
            parted({"السوق مفتوح اليوم", "السوق الكبير مفتوح اليوم", "السوق مفتوح غدا"}),
            parted({"\U0001F469\u200D\U0001F467 hola", "\U0001F469\u200D\U0001F467\U0001F3FD hola", "hola"}),
            parted({"uno dos tres cuatro cinco", "uno TRES cinco", "uno dos y tres cuatro cinco seis"})};
}

std::vector<std::string> some_splices() {
    return {parted({"\x08\x08Vende ocho bolsas por semana.", "Vende diez bolsas por semana."}),
            parted({"\x01\x01está bien, muy bien, muy bien", "esté bien, muy bien, muy bien"})};
}

}  // namespace

const Target text_merge{"text_merge", merge, some_texts};
const Target splice{"splice", cut_and_apply, some_splices};

}  // namespace ayni::fuzz
