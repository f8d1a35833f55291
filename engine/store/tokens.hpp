#pragma once
// How texts are cut into the words that the search knows. Private to the store.

#include <string>
#include <string_view>
#include <vector>

#include "engine/store/database.hpp"

struct Fts5Tokenizer;
struct fts5_tokenizer;

namespace ayni {

/// A word of a text: as it is looked for (small letters, without accents), and which bytes of the text it is.
struct Token {
    std::string folded;
    std::size_t from = 0;
    std::size_t to = 0;
};

/// SQLite's own unicode61 with the options of the table `search` (https://sqlite.org/fts5.html#unicode61_tokenizer),
/// asked directly: what is shown as found is by construction what the index finds.
///
/// Threads: that of its database, which must outlive it. Errors: storage_failed, if this SQLite has no FTS5.
class Tokenizer {
public:
    static Result<Tokenizer> of(Database& database);
    Tokenizer(Tokenizer&& other) noexcept;
    Tokenizer& operator=(Tokenizer&&) = delete;
    Tokenizer(const Tokenizer&) = delete;
    ~Tokenizer();

    /// In the order of the text. Any bytes will do; none is a word in what has no letters or digits.
    [[nodiscard]] std::vector<Token> tokens(std::string_view text) const;

private:
    Tokenizer(const fts5_tokenizer* methods, Fts5Tokenizer* handle);
    std::shared_ptr<const fts5_tokenizer> methods_;
    Fts5Tokenizer* handle_;
};

}  // namespace ayni
