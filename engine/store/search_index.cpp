#include "engine/store/search_index.hpp"

#include <algorithm>
#include <array>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"

namespace ayni {
namespace {

constexpr int kind_bits = 6;
constexpr int counter_bits = 40;
constexpr std::int64_t counter_mask = (std::int64_t{1} << counter_bits) - 1;
constexpr std::int64_t kind_mask = (std::int64_t{1} << kind_bits) - 1;

// A kind's searched fields, and how its rows are read.
struct Reading {
    const KindDef* kind = nullptr;
    std::vector<const FieldDef*> columns;
    std::string sql;
    bool is_searched = false;
};

Reading reading_of(const KindDef& kind) {
    Reading reading{&kind, {}, "SELECT clock", false};
    for (const FieldDef& field : kind.fields) {
        if (field.searched == Searched::no) {
            continue;
        }
        reading.is_searched = true;
        if (field.rule != Rule::set) {
            reading.columns.push_back(&field);
            reading.sql += ", \"" + std::string(field.name) + '"';
        }
    }
    reading.sql += " FROM " + std::string(kind.name) + " WHERE id=?";
    return reading;
}

// By the kind's number.
const Reading& reading_for(KindNo number) {
    static const auto all = [] {
        std::array<Reading, kind_mask + 1> readings{};
        for (const KindDef& kind : kinds()) {
            readings[kind.number] = reading_of(kind);
        }
        return readings;
    }();
    return all[number & kind_mask];
}

Searched search_of(const KindDef& kind, FieldNo number) {
    const FieldDef* field = kind.field(number);
    return field != nullptr ? field->searched : Searched::no;
}

// What this version searches, for telling an index that was made by another one.
std::string description() {
    std::string text;
    for (const KindDef& kind : kinds()) {
        for (const FieldDef& field : kind.fields) {
            if (field.searched != Searched::no) {
                text += std::to_string(kind.number) + (field.searched == Searched::called ? '!' : '.') +
                        std::to_string(field.number) + ' ';
            }
        }
    }
    return text;
}

constexpr std::string_view described = "search";

// The text in a packed value: also what a splice puts in, whose base isn't here yet (that much is shown).
std::string text_in(std::string_view packed) {
    const auto value = unpack_value(packed);
    const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
    const auto* splice = value ? std::get_if<Splice>(&*value) : nullptr;
    return text != nullptr ? *text : (splice != nullptr ? splice->insert : std::string());
}

void add(std::string& to, std::string_view text) {
    if (!text.empty()) {
        to += to.empty() ? "" : "\n";
        to += text;
    }
}

std::uint64_t mixed(std::uint64_t n) {
    n = (n ^ (n >> 31U)) * 0x9E3779B97F4A7C15ULL;
    return n ^ (n >> 29U);
}

}  // namespace

std::optional<std::int64_t> SearchIndex::number_of(const KindDef& kind, std::int64_t row) {
    const std::int64_t counter = row & counter_mask;
    if (counter >> (counter_bits - kind_bits) != 0) {
        return std::nullopt;
    }
    return (row & ~counter_mask) | (counter << kind_bits) | kind.number;
}

const KindDef* SearchIndex::kind_of(std::int64_t number) {
    return reading_for(static_cast<KindNo>(number & kind_mask)).kind;
}

std::int64_t SearchIndex::row_of(std::int64_t number) {
    return (number & ~counter_mask) | ((number & counter_mask) >> kind_bits);
}

Result<SearchIndex::Words> SearchIndex::words_of(const KindDef& kind, std::int64_t row) {
    const Reading& reading = reading_for(kind.number);
    AYNI_LET(query, database_->prepare(reading.sql));
    AYNI_LET(found, query.bind(1, row).step());
    Words words;
    if (!found) {
        return words;
    }
    for (int column = 1; const FieldDef* field : reading.columns) {
        const ColumnForm form = query.form(column);
        std::string& to = field->searched == Searched::called ? words.called : words.said;
        if (form == ColumnForm::text) {
            add(to, query.view(column));
        } else if (form == ColumnForm::blob) {
            add(to, text_in(query.view(column)));
        }
        ++column;
    }
    const RowClock clock = RowClock::unpack(query.view(0));
    if (clock.has_more_heads) {
        AYNI_TRY(add_heads(words, kind, row));
    }
    if (clock.has_elements) {
        AYNI_TRY(add_elements(words, kind, row));
    }
    return words;
}

Outcome SearchIndex::add_heads(Words& words, const KindDef& kind, std::int64_t row) {
    AYNI_LET(query, database_->prepare("SELECT field, value FROM head WHERE record=? AND kind=?"));
    query.bind(1, row).bind(2, std::int64_t{kind.number});
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        const Searched searched = search_of(kind, static_cast<FieldNo>(query.integer(0)));
        if (searched != Searched::no) {
            add(searched == Searched::called ? words.called : words.said, text_in(query.view(1)));
        }
    }
}

Outcome SearchIndex::add_elements(Words& words, const KindDef& kind, std::int64_t row) {
    AYNI_LET(query, database_->prepare("SELECT field, value FROM element WHERE record=?"));
    query.bind(1, row);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        const Searched searched = search_of(kind, static_cast<FieldNo>(query.integer(0)));
        if (searched != Searched::no) {
            add(searched == Searched::called ? words.called : words.said, text_in(query.view(1)));
        }
    }
}

Outcome SearchIndex::put(std::int64_t number, const Words& words) {
    if (words.empty()) {
        return Done{};
    }
    AYNI_LET(insert, database_->prepare("INSERT INTO search(rowid, called, said) VALUES(?,?,?)"));
    return insert.bind(1, number).bind_text(2, words.called).bind_text(3, words.said).run();
}

Outcome SearchIndex::take_out(std::int64_t number, const Words& words) {
    if (words.empty()) {
        return Done{};
    }
    AYNI_LET(remove, database_->prepare("INSERT INTO search(search, rowid, called, said) VALUES('delete',?,?,?)"));
    return remove.bind(1, number).bind_text(2, words.called).bind_text(3, words.said).run();
}

Outcome SearchIndex::note(const KindDef& kind, std::int64_t row, bool exists) {
    const auto number = number_of(kind, row);
    if (!on_ || !number || !reading_for(kind.number).is_searched || is_noted_.contains(*number)) {
        return Done{};
    }
    Noted noted{*number, {}};
    if (exists) {
        AYNI_LET(words, words_of(kind, row));
        noted.before = std::move(words);
    }
    is_noted_.insert(*number);
    noted_.push_back(std::move(noted));
    return Done{};
}

Outcome SearchIndex::note(const KindDef& kind, std::int64_t row, bool exists, std::span<const Change> changes) {
    const bool touched = std::ranges::any_of(
        changes, [&](const Change& change) { return search_of(kind, change.field) != Searched::no; });
    return touched ? note(kind, row, exists) : Outcome{Done{}};
}

Outcome SearchIndex::forget(std::int64_t scope) {
    if (!on_) {
        return Done{};
    }
    leave_nothing();
    for (const KindDef& kind : kinds()) {
        if (!reading_for(kind.number).is_searched) {
            continue;
        }
        AYNI_LET(rows, database_->prepare("SELECT id FROM " + std::string(kind.name) + " WHERE scope=? ORDER BY id"));
        rows.bind(1, scope);
        for (;;) {
            AYNI_LET(more, rows.step());
            if (!more) {
                break;
            }
            const auto number = number_of(kind, rows.integer(0));
            if (!number || is_noted_.contains(*number)) {
                continue;  // what is noted finds its row gone, and goes then
            }
            AYNI_LET(words, words_of(kind, rows.integer(0)));
            AYNI_TRY(unless_damaged(take_out(*number, words)));
        }
    }
    return Done{};
}

Outcome SearchIndex::unless_damaged(const Outcome& outcome) {
    if (!outcome && outcome.fault() == Fault::storage_corrupt) {
        damaged_ = true;
        return Done{};
    }
    return outcome;
}

Outcome SearchIndex::settle_noted() {
    std::ranges::sort(noted_, {}, &Noted::number);
    for (const Noted& noted : noted_) {
        AYNI_LET(now, words_of(*kind_of(noted.number), row_of(noted.number)));
        if (now == noted.before) {
            continue;
        }
        AYNI_TRY(take_out(noted.number, noted.before));
        AYNI_TRY(put(noted.number, now));
    }
    return rewrite_ ? database_->run("INSERT INTO search(search) VALUES('optimize')") : Outcome{Done{}};
}

// The tables are as they will be: an index that can't be mended is made anew from them.
Outcome SearchIndex::settle() {
    if (!damaged_) {
        AYNI_TRY(unless_damaged(settle_noted()));
    }
    if (damaged_) {
        AYNI_TRY(fill());
    }
    back_to(0);
    rewrite_ = damaged_ = false;
    return Done{};
}

Outcome SearchIndex::make_anew() {
    return on_ ? database_->transact([&] { return fill(); }) : Outcome{Done{}};
}

void SearchIndex::back_to(std::size_t noted) {
    while (noted_.size() > noted) {
        is_noted_.erase(noted_.back().number);
        noted_.pop_back();
    }
}

Outcome SearchIndex::catch_up() {
    AYNI_LET(of_what, get_setting(*database_, described));
    const std::string wanted = on_ ? description() : std::string();
    if (of_what == wanted) {
        return Done{};
    }
    return database_->transact([&]() -> Outcome {
        AYNI_TRY(on_ ? fill() : empty());
        return put_setting(*database_, described, wanted);
    });
}

// Where what FTS5 reads first is damaged it can neither empty the index nor drop it: then its own tables get what they
// have in a fresh one.
Outcome SearchIndex::empty() {
    constexpr std::string_view all_out = "INSERT INTO search(search) VALUES('delete-all')";
    const Outcome emptied = database_->run(all_out);
    if (emptied || emptied.fault() != Fault::storage_corrupt) {
        return emptied;
    }
    AYNI_TRY(
        database_->run_undefended("DELETE FROM search_data; DELETE FROM search_idx;"
                                  "INSERT INTO search_data(id, block) VALUES(1, x''), (10, x'00000000000000')"));
    return database_->run(all_out);
}

Outcome SearchIndex::fill() {
    AYNI_TRY(empty());
    for (const KindDef& kind : kinds()) {
        if (!reading_for(kind.number).is_searched) {
            continue;
        }
        AYNI_LET(rows, database_->prepare("SELECT id FROM " + std::string(kind.name) + " ORDER BY id"));
        for (;;) {
            AYNI_LET(more, rows.step());
            if (!more) {
                break;
            }
            if (const auto number = number_of(kind, rows.integer(0))) {
                AYNI_LET(words, words_of(kind, rows.integer(0)));
                AYNI_TRY(put(*number, words));
            }
        }
    }
    return Done{};
}

Result<std::map<std::int64_t, std::uint64_t>> SearchIndex::sums() {
    AYNI_TRY(
        database_->run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab(main, search, instance)"));
    std::map<std::int64_t, std::uint64_t> all;
    AYNI_LET(query, database_->prepare("SELECT doc, term, col FROM search_words"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return all;
        }
        const std::hash<std::string_view> hash;
        all[query.integer(0)] += mixed(hash(query.view(1)) + hash(query.view(2)));
    }
}

Result<bool> SearchIndex::is_whole() {
    const Outcome checked = database_->run("INSERT INTO search(search) VALUES('integrity-check')");
    if (!checked && checked.fault() != Fault::storage_corrupt) {
        return checked.error();
    }
    return checked.has_value();
}

}  // namespace ayni
