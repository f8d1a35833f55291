#pragma once
// The words of every record, in SQLite's FTS5. Private to the store.
//
// The index is contentless: FTS5 keeps words, not texts, and to take a record out it must be told what went in. What
// goes in is therefore a function of the record's own rows alone: its texts, with several heads all of them. What a
// text merges to has no word that is in none of its heads, so this finds it, and perhaps a little more; whoever asks
// looks at what is shown (search.cpp). Removed records stay in: a removal can be taken back.
//
// FTS5 writes a new segment whenever row numbers don't ascend, and at every savepoint. So a transaction only notes
// which records it touches, and `settle` writes their words at its end, in order, in the same transaction.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/merge/change.hpp"
#include "engine/model/schema.hpp"
#include "engine/store/database.hpp"

namespace ayni {

class SearchIndex {
public:
    /// `on`: false at the hub, which nobody searches: nothing is written then.
    SearchIndex(Database& database, bool on) : database_(&database), on_(on) {}

    /// Before the record's row is written or erased: remembers how it is indexed. `exists`: it has a row.
    Outcome note(const KindDef& kind, std::int64_t row, bool exists);
    /// The same, if the changes touch anything that is searched.
    Outcome note(const KindDef& kind, std::int64_t row, bool exists, std::span<const Change> changes);
    /// Before the rows of a scope are deleted: takes their words out, and has `settle` rewrite the index, since FTS5
    /// takes words out by writing them once more.
    Outcome forget(std::int64_t scope);
    /// Words go in this transaction of which nothing may stay: has `settle` rewrite the index.
    void leave_nothing() { rewrite_ = on_; }
    /// At the end of a transaction. An index that turns out to be damaged is made anew then: it is only a projection,
    /// and nothing that a person writes may wait for it.
    Outcome settle();
    /// The whole index from the tables.
    Outcome make_anew();
    /// How much has been noted; and back there, when what came after was rolled back.
    [[nodiscard]] std::size_t noted() const { return noted_.size(); }
    void back_to(std::size_t noted);

    /// Fills the index from the tables, if it isn't of what this version searches: after an update, in one transaction.
    /// Empties it where none is wanted any more.
    Outcome catch_up();

    /// What the index has, record by record, as a sum over its words: for comparing. And whether FTS5 finds it whole.
    Result<std::map<std::int64_t, std::uint64_t>> sums();
    Result<bool> is_whole();

    /// The row number in the index; none for counters that no honest device reaches (2^34), which are not searched.
    static std::optional<std::int64_t> number_of(const KindDef& kind, std::int64_t row);
    /// nullptr for a kind that isn't searched.
    static const KindDef* kind_of(std::int64_t number);
    static std::int64_t row_of(std::int64_t number);

private:
    struct Words {
        std::string called;
        std::string said;
        bool operator==(const Words&) const = default;
        [[nodiscard]] bool empty() const { return called.empty() && said.empty(); }
    };
    struct Noted {
        std::int64_t number = 0;
        Words before;
    };
    /// Nothing if there is no row.
    Result<Words> words_of(const KindDef& kind, std::int64_t row);
    Outcome add_heads(Words& words, const KindDef& kind, std::int64_t row);
    Outcome add_elements(Words& words, const KindDef& kind, std::int64_t row);
    Outcome put(std::int64_t number, const Words& words);
    Outcome take_out(std::int64_t number, const Words& words);
    Outcome empty();
    Outcome fill();
    Outcome settle_noted();
    /// Damage to the index itself is remembered, and no failure.
    Outcome unless_damaged(const Outcome& outcome);

    Database* database_;
    bool on_;
    bool rewrite_ = false;
    bool damaged_ = false;
    std::vector<Noted> noted_;
    std::unordered_set<std::int64_t> is_noted_;
};

}  // namespace ayni
