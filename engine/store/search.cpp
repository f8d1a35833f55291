// From what somebody types to records: the index says which may have the words, what is shown of them says whether.

#include "engine/store/search.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/store/inside.hpp"
#include "engine/store/snippet.hpp"
#include "engine/store/tokens.hpp"

namespace ayni {
namespace {

constexpr std::size_t looked_at_most = std::size_t{16} * 1024;  // bytes of what is typed
constexpr std::size_t asked_most = 8;                           // words that the index is asked for

// Ascending; without those that are the beginnings of others, which are found with them.
std::vector<std::string> wanted_of(const Tokenizer& tokenizer, std::string_view typed) {
    std::vector<std::string> words;
    for (Token& token : tokenizer.tokens(typed.substr(0, looked_at_most))) {
        words.push_back(std::move(token.folded));
    }
    std::ranges::sort(words);
    std::vector<std::string> wanted;
    for (std::string& word : words) {
        if (!wanted.empty() && word.starts_with(wanted.back())) {
            wanted.back() = std::move(word);
        } else {
            wanted.push_back(std::move(word));
        }
    }
    return wanted;
}

// FTS5's own language, of words only: quoted, so that none of them is one of its signs.
std::string question(std::span<const std::string> words, bool beginnings) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "\"" : " AND \"") + word + (beginnings ? "\" *" : "\"");
    }
    return text;
}

using Numbers = std::vector<std::int64_t>;  // of the index; ascending

Result<Numbers> ask(Database& database, const std::string& question) {
    Numbers numbers;
    AYNI_LET(query, database.prepare("SELECT rowid FROM search WHERE search MATCH ?"));
    query.bind_text(1, question);
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return numbers;
        }
        numbers.push_back(query.integer(0));
    }
}

struct Candidate {
    int rank = 0;  // 0: the best
    std::int64_t made_at = 0;
    RecordId record;
    std::int64_t number = 0;
};

// A text of the record that may be looked into.
struct Part {
    const FieldDef* field = nullptr;
    std::string key;
    const std::string* text = nullptr;
};

std::vector<Part> parts_of(const Record& record, const KindDef& kind) {
    std::vector<Part> parts;
    const auto add = [&](const FieldDef& field, const std::string& key, const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            parts.push_back({&field, key, text});
        }
    };
    for (const FieldDef& field : kind.fields) {
        if (field.searched == Searched::no) {
            continue;
        }
        if (const auto value = record.values.find(field.number); value != record.values.end()) {
            add(field, {}, value->second);
        }
        if (const auto set = record.sets.find(field.number); set != record.sets.end()) {
            for (const Element& element : set->second) {
                add(field, element.key, element.value);
            }
        }
    }
    std::ranges::stable_sort(parts, {}, [](const Part& part) { return part.field->searched != Searched::called; });
    return parts;
}

std::set<std::size_t> words_hit(std::span<const Hit> hits) {
    std::set<std::size_t> words;
    for (const Hit& hit : hits) {
        words.insert(hit.wanted);
    }
    return words;
}

// Nothing: what is shown hasn't all the words.
std::optional<SearchResult> found_in(const Record& record, const KindDef& kind, const Tokenizer& tokenizer,
                                     std::span<const std::string> wanted) {
    const std::vector<Part> parts = parts_of(record, kind);
    std::set<std::size_t> all;
    const Part* best = nullptr;
    std::vector<Hit> best_hits;
    std::size_t most = 0;
    for (const Part& part : parts) {
        std::vector<Hit> hits = hits_in(tokenizer.tokens(*part.text), wanted);
        const std::set<std::size_t> words = words_hit(hits);
        all.insert(words.begin(), words.end());
        if (words.size() > most) {
            most = words.size();
            best = &part;
            best_hits = std::move(hits);
        }
    }
    if (best == nullptr || all.size() < wanted.size()) {
        return std::nullopt;
    }
    Snippet snippet = snippet_of(*best->text, best_hits);
    const bool has_name = parts.front().field->searched == Searched::called;
    return SearchResult{record.id,           record.kind,       record.scope,
                        record.made,         record.removed,    has_name ? *parts.front().text : std::string(),
                        best->field->number, best->key,         std::move(snippet.text),
                        snippet.cut_before,  snippet.cut_after, std::move(snippet.hits)};
}

// The best rank of those that the index has, by number.
Result<std::vector<std::pair<std::int64_t, int>>> ranked(Database& database, std::span<const std::string> asked) {
    const std::string whole = question(asked, false);
    const std::string beginnings = question(asked, true);
    AYNI_LET(all, ask(database, beginnings));
    std::vector<std::pair<std::int64_t, int>> ranks;
    ranks.reserve(all.size());
    for (const std::int64_t number : all) {
        ranks.emplace_back(number, 3);
    }
    for (const auto& [better, rank] : {std::pair("{called} : (" + whole + ")", 0),
                                       std::pair("{called} : (" + beginnings + ")", 1), std::pair(whole, 2)}) {
        AYNI_LET(numbers, ask(database, better));
        auto at = ranks.begin();
        for (const std::int64_t number : numbers) {
            at = std::ranges::lower_bound(at, ranks.end(), number, {}, &std::pair<std::int64_t, int>::first);
            if (at != ranks.end() && at->first == number) {
                at->second = std::min(at->second, rank);
            }
        }
    }
    return ranks;
}

}  // namespace

// Those of the asked kind and scopes, best first.
static Result<std::vector<Candidate>> candidates_of(Store::Inside& inside, const Sought& sought,
                                                    std::span<const std::string> wanted) {
    std::vector<std::string> asked(wanted.begin(), wanted.end());
    std::ranges::stable_sort(asked, std::greater{}, &std::string::size);
    asked.resize(std::min(asked.size(), asked_most));
    AYNI_LET(ranks, ranked(*inside.database, asked));
    std::set<std::int64_t> scopes;
    for (const ScopeId& scope : sought.scopes.value_or(std::vector<ScopeId>{})) {
        scopes.insert(inside.known_scope(scope));
    }
    std::vector<Candidate> candidates;
    std::map<KindNo, Statement> queries;  // there may be thousands
    for (const auto& [number, rank] : ranks) {
        const KindDef* kind = SearchIndex::kind_of(number);
        if (kind == nullptr || (sought.kind && kind->number != *sought.kind)) {
            continue;
        }
        const std::int64_t row = SearchIndex::row_of(number);
        if (!queries.contains(kind->number)) {
            AYNI_LET(prepared, inside.database->prepare("SELECT scope, hidden, made_at FROM " +
                                                        std::string(kind->name) + " WHERE id=?"));
            queries.emplace(kind->number, std::move(prepared));
        }
        Statement& query = queries.at(kind->number);
        query.reset();
        AYNI_LET(found, query.bind(1, row).step());
        if (found && (sought.with_removed || query.integer(1) == 0) &&
            (!sought.scopes || scopes.contains(query.integer(0)))) {
            candidates.push_back({rank, query.integer(2), inside.replicas.record_of(row), number});
        }
    }
    // The record's id last, so that what is equal has an order, and the same on every phone.
    std::ranges::sort(candidates, {}, [](const Candidate& candidate) {
        return std::tuple(candidate.rank, -candidate.made_at, candidate.record, candidate.number);
    });
    return candidates;
}

Result<SearchResults> Store::search(const Sought& sought) {
    AYNI_LET(tokenizer, Tokenizer::of(*inside_->database));
    const std::vector<std::string> wanted = wanted_of(tokenizer, sought.words);
    SearchResults matches;
    if (wanted.empty()) {
        return matches;
    }
    auto ranked = candidates_of(*inside_, sought, wanted);
    if (!ranked && ranked.fault() == Fault::storage_corrupt) {
        // If it is the index, and no more, that is soon made anew.
        AYNI_TRY(inside_->search_index.make_anew());
        ranked = candidates_of(*inside_, sought, wanted);
    }
    AYNI_LET(candidates, std::move(ranked));
    for (const Candidate& candidate : candidates) {
        const KindDef& kind = *SearchIndex::kind_of(candidate.number);
        AYNI_LET(record, inside_->record_at(kind, SearchIndex::row_of(candidate.number)));
        auto found = record ? found_in(*record, kind, tokenizer, wanted) : std::nullopt;
        if (!found) {
            continue;
        }
        if (matches.found.size() == sought.limit) {
            matches.more = true;
            break;
        }
        matches.found.push_back(std::move(*found));
    }
    return matches;
}

}  // namespace ayni
