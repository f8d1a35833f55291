#pragma once
// The schema's codes in people's words: tables for lupdate to find and tr to look up.

#include <QString>
#include <span>
#include <string_view>

namespace ayni::models {

struct Term {
    const char* code;
    const char* english;  // marked for translation, context "Vocabulary"
};

struct Vocabulary {
    static const std::span<const Term> status;
    static const std::span<const Term> modality;
    static const std::span<const Term> topic;
    static const std::span<const Term> role;
    static const std::span<const Term> effort;
    static const std::span<const Term> post_kind;
    static const std::span<const Term> given_kind;
    static const std::span<const Term> phase;
    static const std::span<const Term> language;
    static const std::span<const Term> level;
    static const std::span<const Term> field;
    static const std::span<const Term> record;
    static const std::span<const Term> round;
    static const std::span<const Term> answer;
    static const std::span<const Term> frequency;
    static const std::span<const Term> mood;
    static const std::span<const Term> safety;
    static const std::span<const Term> lane;
};

/// The code itself where the table doesn't have it.
QString word_in(std::span<const Term> table, std::string_view code);

}  // namespace ayni::models
