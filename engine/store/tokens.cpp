#include "engine/store/tokens.hpp"

#include <sqlite3.h>

#include <array>
#include <climits>
#include <utility>

namespace ayni {
namespace {

// As in sql/0005_search.sql; a test compares what both make of the same texts.
constexpr std::array<const char*, 6> options{"remove_diacritics", "2",          "categories",
                                             "L* N* Co Mn Mc",    "separators", "\uFE0E\uFE0F"};

int take(void* into, int, const char* token, int size, int from, int to) {
    static_cast<std::vector<Token>*>(into)->push_back({std::string(token, static_cast<std::size_t>(size)),
                                                       static_cast<std::size_t>(from), static_cast<std::size_t>(to)});
    return SQLITE_OK;
}

}  // namespace

Tokenizer::Tokenizer(const fts5_tokenizer* methods, Fts5Tokenizer* handle)
    : methods_(std::make_shared<fts5_tokenizer>(*methods)), handle_(handle) {}

Tokenizer::Tokenizer(Tokenizer&& other) noexcept
    : methods_(std::move(other.methods_)), handle_(std::exchange(other.handle_, nullptr)) {}

Tokenizer::~Tokenizer() {
    if (handle_ != nullptr) {
        methods_->xDelete(handle_);
    }
}

Result<Tokenizer> Tokenizer::of(Database& database) {
    fts5_api* api = nullptr;
    sqlite3_stmt* ask = nullptr;
    if (sqlite3_prepare_v2(database.handle_, "SELECT fts5(?1)", -1, &ask, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(ask, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(ask);
    }
    sqlite3_finalize(ask);
    void* context = nullptr;
    fts5_tokenizer methods{};
    if (api == nullptr || api->xFindTokenizer(api, "unicode61", &context, &methods) != SQLITE_OK) {
        return {Fault::storage_failed, "no FTS5"};
    }
    std::array<const char*, options.size()> arguments = options;
    Fts5Tokenizer* handle = nullptr;
    if (methods.xCreate(context, arguments.data(), static_cast<int>(arguments.size()), &handle) != SQLITE_OK) {
        return {Fault::storage_failed, "unicode61"};
    }
    return Tokenizer(&methods, handle);
}

std::vector<Token> Tokenizer::tokens(std::string_view text) const {
    std::vector<Token> found;
    const int size = static_cast<int>(std::min<std::size_t>(text.size(), INT_MAX));
    methods_->xTokenize(handle_, &found, FTS5_TOKENIZE_DOCUMENT, text.data(), size, &take);
    return found;
}

}  // namespace ayni
