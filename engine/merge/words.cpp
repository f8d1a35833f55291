#include "engine/merge/words.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace ayni {
namespace {

enum class Sort : std::uint8_t { word, space, line_break, opening, closing, other };

struct Grapheme {
    std::string_view bytes;
    Sort sort = Sort::other;
    std::int32_t first = 0;  // code point; -1: not UTF-8
};

Sort sort_of(std::int32_t point) {
    switch (point) {
        case '\n':
        case '\r':
        case 0x85:
        case 0x2028:
        case 0x2029: return Sort::line_break;
        case '\t': return Sort::space;
        default: break;
    }
    switch (utf8proc_category(point)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
        case UTF8PROC_CATEGORY_PC: return Sort::word;
        case UTF8PROC_CATEGORY_ZS: return Sort::space;
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PI: return Sort::opening;
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO: return Sort::closing;
        default: return Sort::other;
    }
}

// The code point at the front of `rest` and its bytes; a byte that starts none is one of its own.
std::int32_t next_point(std::string_view rest, std::size_t& size) {
    utf8proc_int32_t point = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(rest.data());
    const utf8proc_ssize_t taken = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(rest.size()), &point);
    size = taken > 0 ? static_cast<std::size_t>(taken) : 1;
    return taken > 0 ? point : -1;
}

class Graphemes {
public:
    explicit Graphemes(std::string_view text) : rest_(text) {}
    /// Empty bytes at the end.
    Grapheme next() {
        if (rest_.empty()) {
            return {};
        }
        std::size_t size = 0;
        std::int32_t before = next_point(rest_, size);
        const std::int32_t first = before;
        std::size_t end = size;
        utf8proc_int32_t state = 0;
        while (end < rest_.size() && before >= 0) {
            const std::int32_t point = next_point(rest_.substr(end), size);
            if (point < 0 || utf8proc_grapheme_break_stateful(before, point, &state) != 0) {
                break;
            }
            end += size;
            before = point;
        }
        const Grapheme grapheme{rest_.substr(0, end), first < 0 ? Sort::other : sort_of(first), first};
        rest_.remove_prefix(end);
        return grapheme;
    }

private:
    std::string_view rest_;
};

// Between letters or digits these don't end a word: l'idée, 1.500,50.
bool joins_words(std::int32_t point) {
    return point == '\'' || point == 0x2019 || point == '.' || point == ',' || point == 0xB7;
}

Sort edge(std::string_view bytes, bool last) {
    std::size_t at = 0;
    if (last) {
        at = bytes.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U) {
            --at;
        }
    }
    std::size_t size = 0;
    const std::int32_t point = next_point(bytes.substr(at), size);
    return point < 0 ? Sort::other : sort_of(point);
}

}  // namespace

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    Graphemes graphemes(text);
    std::size_t at = 0;  // of `grapheme` in the text
    Grapheme grapheme = graphemes.next();
    while (!grapheme.bytes.empty()) {
        const std::size_t begin = at;
        const Sort sort = grapheme.sort;
        at += grapheme.bytes.size();
        grapheme = graphemes.next();
        while (!grapheme.bytes.empty() && sort != Sort::line_break && sort != Sort::opening && sort != Sort::closing &&
               sort != Sort::other) {
            if (grapheme.sort != sort) {
                // A joining sign stays in the word only if the word goes on behind it.
                if (sort != Sort::word || !joins_words(grapheme.first)) {
                    break;
                }
                std::size_t size = 0;
                const std::size_t behind = at + grapheme.bytes.size();
                const std::int32_t point = behind < text.size() ? next_point(text.substr(behind), size) : -1;
                if (point < 0 || sort_of(point) != Sort::word) {
                    break;
                }
            }
            at += grapheme.bytes.size();
            grapheme = graphemes.next();
        }
        Word word{text.substr(begin, at - begin), {}, sort == Sort::line_break};
        if (!word.is_break) {
            const std::size_t gap = at;
            while (grapheme.sort == Sort::space && !grapheme.bytes.empty()) {
                at += grapheme.bytes.size();
                grapheme = graphemes.next();
            }
            word.gap = text.substr(gap, at - gap);
        }
        words.push_back(word);
    }
    return words;
}

std::string key_of(const Word& word) {
    if (word.is_break) {
        return "\n";
    }
    utf8proc_uint8_t* composed = nullptr;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.bytes.data());
    const utf8proc_ssize_t size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(word.bytes.size()), &composed,
                                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(composed, &std::free);
    if (size < 0) {
        return std::string(word.bytes);
    }
    return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size)};
}

bool is_sign(const Word& word) {
    return word.is_break || word.bytes.empty() || edge(word.bytes, false) != Sort::word;
}

bool wants_space(const Word& before, const Word& next) {
    if (before.is_break || next.is_break || !before.gap.empty() || before.bytes.empty() || next.bytes.empty()) {
        return false;
    }
    const Sort left = edge(before.bytes, true);
    const Sort right = edge(next.bytes, false);
    return left != Sort::opening && left != Sort::space && right != Sort::closing && right != Sort::space;
}

}  // namespace ayni
