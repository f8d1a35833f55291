// Finds functions without a compiler: what isn't code is blanked, then braces are counted. Good enough for a house
// that is formatted by one tool; where it errs, it errs the same way every time.

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>

#include "tests/tidy/source.hpp"

namespace ayni::tidy {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

class Blanker {
public:
    explicit Blanker(std::string_view text) : text_(text) {}

    std::string run() {
        while (at_ < text_.size()) {
            step();
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] char here(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] bool at_line_start() const {
        const std::size_t end = out_.find_last_not_of(" \t");
        return end == std::string::npos || out_[end] == '\n';
    }
    void keep() { out_ += text_[at_++]; }
    void blank() {
        out_ += here() == '\n' ? '\n' : ' ';
        ++at_;
    }
    void blank_to(std::size_t end) {
        while (at_ < std::min(end, text_.size())) {
            blank();
        }
    }

    void step() {
        if (here() == '/' && here(1) == '/') {
            blank_to(text_.find('\n', at_));
        } else if (here() == '/' && here(1) == '*') {
            blank_to(past("*/", at_ + 2));
        } else if (here() == '#' && at_line_start()) {
            preprocessor_line();
        } else if (here() == 'R' && here(1) == '"' && (out_.empty() || !is_word(out_.back()))) {
            const std::size_t open = text_.find('(', at_);
            const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
            blank_to(past(close, open));
        } else if (here() == '"' || (here() == '\'' && (out_.empty() || !is_word(out_.back())))) {
            literal(here());
        } else {
            keep();
        }
    }

    [[nodiscard]] std::size_t past(std::string_view mark, std::size_t from) const {
        const std::size_t found = text_.find(mark, from);
        return found == std::string_view::npos ? text_.size() : found + mark.size();
    }
    void preprocessor_line() {
        while (at_ < text_.size() && here() != '\n') {
            if (here() == '\\' && here(1) == '\n') {
                blank();
            }
            blank();
        }
    }
    void literal(char quote) {
        blank();
        while (at_ < text_.size() && here() != quote) {
            if (here() == '\\') {
                blank();
            }
            blank();
        }
        blank();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::string out_;
};

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

// "Place::text(std::string_view x) const" → "Place::text". Empty: what stands before this brace is no function.
std::optional<std::string> function_name(const std::string& declaration) {
    static const std::regex type_or_namespace(R"(^(template\s*<.*>\s*)?(namespace|class|struct|union|enum)\b)");
    static const std::regex ending(R"((\)|&|\b(const|noexcept|override|final|mutable|try)|->\s*[^()]+)$)");
    static const std::regex with_initialisers(R"(\)[\w\s]*:[^:][\s\S]*\}$)");
    static const std::regex name(R"(([~\w:]+(\s*operator\s*[^\s\w(]+)?)\s*\()");
    const std::string text = trimmed(declaration);
    if (std::regex_search(text, type_or_namespace) ||
        !(std::regex_search(text, ending) || std::regex_search(text, with_initialisers))) {
        return {};
    }
    std::smatch found;
    return std::regex_search(text, found, name) ? std::optional(found[1].str()) : std::nullopt;
}

class Finder {
public:
    std::vector<Function> run(const std::string& code) {
        for (const char c : code) {
            step(c);
            line_ += c == '\n' ? 1U : 0U;
        }
        return std::move(found_);
    }

private:
    struct Block {
        std::optional<Function> function;
        bool initialises = false;  // a member in a constructor's list: the declaration goes on behind it
        int parentheses = 0;       // open around the block
    };

    void step(char c) {
        if (c == '{') {
            open();
        } else if (c == '}' && !blocks_.empty()) {
            close();
        } else if (!inside_) {
            outside(c);
        }
    }
    void outside(char c) {
        parentheses_ += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ';' && parentheses_ == 0) {
            forget();
            return;
        }
        if (declaration_.empty() && std::isspace(static_cast<unsigned char>(c)) != 0) {
            return;
        }
        if (declaration_.empty()) {
            begun_ = line_;
        }
        declaration_ += c;
        static const std::regex access(R"(\b(public|private|protected|signals|slots)\s*:$)");
        if (c == ':' && std::regex_search(declaration_, access)) {
            forget();
        }
    }
    void open() {
        static const std::regex member(R"(\)[\w\s]*:[^:][\s\S]*[\w>]$)");
        Block block{{}, false, parentheses_};
        if (!inside_) {
            if (parentheses_ == 0 && std::regex_search(declaration_, member)) {
                block.initialises = true;
            } else if (const auto name = parentheses_ == 0 ? function_name(declaration_) : std::nullopt) {
                block.function = Function{*name, begun_, 0};
                inside_ = true;
            }
            if (!block.initialises) {
                forget();
            }
        }
        blocks_.push_back(block);
    }
    void close() {
        const Block block = blocks_.back();
        blocks_.pop_back();
        parentheses_ = block.parentheses;
        if (block.function) {
            found_.push_back(*block.function);
            found_.back().length = line_ - block.function->line + 1;
            inside_ = false;
        }
        if (!inside_ && block.initialises) {
            declaration_ += "{}";
        } else if (!inside_) {
            forget();
        }
    }
    void forget() { declaration_.clear(); }

    std::vector<Function> found_;
    std::vector<Block> blocks_;
    std::string declaration_;
    std::size_t line_ = 1;
    std::size_t begun_ = 1;
    int parentheses_ = 0;
    bool inside_ = false;
};

}  // namespace

std::string code_only(std::string_view cpp) {
    return Blanker(cpp).run();
}

std::vector<Function> functions_in(std::string_view cpp) {
    return Finder().run(code_only(cpp));
}

}  // namespace ayni::tidy
