#pragma once
// How texts written apart become one text: pure functions, the same on every device. Nobody's words are dropped:
// edits in different places all go in; where they overlap both stay, one behind the other, and a person should look.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/merge/change.hpp"

namespace ayni {

struct MergedText {
    std::string text;
    bool contested = false;  // edits overlap: a person should look
    bool operator==(const MergedText&) const = default;
};

/// Three-way merge, word by word (Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007, with insertions at
/// the edge of another edit taken as apart from it). `earlier` and `later` were both made from `base`; where both stay,
/// earlier's words come first. Words are compared in NFC and line breaks as one kind, but kept as they were written.
/// The same edit on both sides is done once. If one side is `base`, the other comes out to the byte.
MergedText merge_texts(std::string_view base, std::string_view earlier, std::string_view later);

/// Two texts with no version in common: both whole, a paragraph that both have once.
MergedText join_texts(std::string_view earlier, std::string_view later);

/// A version of a text field: what one change made of it.
struct TextVersion {
    Dot dot;
    Stamp stamp;
    std::vector<Dot> supersedes;
};
/// A version by its dot; nullopt if it isn't here (not yet, or not any more).
using FindVersion = std::function<std::optional<TextVersion>(const Dot&)>;
/// The whole text of a version; nullopt if it can't be had.
using TextOf = std::function<std::optional<std::string>(const Dot&)>;

/// What a field with these heads shows: they are merged in the order of their stamps, each over the newest version that
/// it shares with those before it; without one, joined. `text` must have the text of every head.
MergedText merge_heads(std::span<const TextVersion> heads, const FindVersion& find, const TextOf& text);

/// `text` as a splice of `base`, cut at whole characters. Empty where that saves too little to be worth it.
std::optional<Splice> splice_of(std::string_view base, std::string_view text);
/// Empty: the splice can't have been made from this base.
std::optional<std::string> apply_splice(std::string_view base, const Splice& splice);

}  // namespace ayni
