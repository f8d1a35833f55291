#include "engine/store/pending.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "engine/merge/packed.hpp"

namespace ayni {
namespace {

// A row is read and unpacked whole, for any one change in it.
constexpr std::size_t row_bytes = std::size_t{16} * 1024;
constexpr std::size_t bytes_about = 8;  // of a change, beside its text

}  // namespace

Outcome Pending::load() {
    rows_.clear();
    fresh_.clear();
    AYNI_LET(query,
             database_->prepare("SELECT number, scope, first_seq, last_seq, stamp FROM pending ORDER BY number"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        const auto at = [&](int column) { return static_cast<std::uint64_t>(query.integer(column)); };
        rows_[query.integer(1)].push_back({query.integer(0), {at(2), at(3), Stamp{at(4)}}});
    }
}

Pending::Run Pending::run(std::int64_t scope) const {
    Run all;
    if (const auto found = rows_.find(scope); found != rows_.end()) {
        const Run& last = found->second.back().run;
        all = {found->second.front().run.first_seq, last.last_seq, last.stamp};
    }
    if (const auto found = fresh_.find(scope); found != fresh_.end()) {
        const std::vector<Change>& changes = found->second.changes;
        all = {all.first_seq != 0 ? all.first_seq : changes.front().dot.seq, changes.back().dot.seq,
               changes.back().stamp};
    }
    return all;
}

std::vector<std::int64_t> Pending::scopes() const {
    std::set<std::int64_t> scopes;
    for (const auto& [scope, rows] : rows_) {
        scopes.insert(scope);
    }
    for (const auto& [scope, fresh] : fresh_) {
        scopes.insert(scope);
    }
    return {scopes.begin(), scopes.end()};
}

std::uint64_t Pending::count() const {
    std::uint64_t count = 0;
    for (const std::int64_t scope : scopes()) {
        const Run all = run(scope);
        count += all.last_seq - all.first_seq + 1;
    }
    return count;
}

Outcome Pending::add(std::int64_t scope, std::vector<Change> changes) {
    Fresh& fresh = fresh_[scope];
    for (const Change& change : changes) {
        const auto* text = std::get_if<std::string>(&change.value);
        fresh.bytes += bytes_about + (text != nullptr ? text->size() : 0);
    }
    if (fresh.changes.empty()) {
        fresh.changes = std::move(changes);
    } else {
        std::ranges::move(changes, std::back_inserter(fresh.changes));
    }
    return fresh.bytes >= row_bytes ? flush(scope) : Outcome{Done{}};
}

Outcome Pending::flush() {
    while (!fresh_.empty()) {
        AYNI_TRY(flush(fresh_.begin()->first));
    }
    return Done{};
}

Outcome Pending::flush(std::int64_t scope) {
    const auto fresh = fresh_.find(scope);
    if (fresh == fresh_.end()) {
        return Done{};
    }
    const std::vector<Change>& changes = fresh->second.changes;
    const Run run{changes.front().dot.seq, changes.back().dot.seq, changes.back().stamp};
    AYNI_LET(insert, database_->prepare("INSERT INTO pending(scope, first_seq, last_seq, stamp, changes) "
                                        "VALUES(?,?,?,?,?)"));
    const std::string packed = pack(changes);
    insert.bind(1, scope).bind(2, static_cast<std::int64_t>(run.first_seq));
    insert.bind(3, static_cast<std::int64_t>(run.last_seq)).bind(4, static_cast<std::int64_t>(run.stamp.packed));
    AYNI_TRY(insert.lend_blob(5, packed).run());
    rows_[scope].push_back({database_->last_row(), run});
    fresh_.erase(fresh);
    return Done{};
}

Result<std::vector<Change>> Pending::read(std::int64_t number) const {
    AYNI_LET(query, database_->prepare("SELECT changes FROM pending WHERE number=?"));
    AYNI_TRY(query.bind(1, number).step());
    return unpack_changes(query.view(0));
}

Result<std::vector<Change>> Pending::changes(std::int64_t scope) {
    AYNI_TRY(flush(scope));
    std::vector<Change> all;
    const auto found = rows_.find(scope);
    if (found == rows_.end()) {
        return all;
    }
    for (const Row& row : found->second) {
        AYNI_LET(changes, read(row.number));
        std::ranges::move(changes, std::back_inserter(all));
    }
    return all;
}

Result<std::vector<Change>> Pending::around(std::int64_t scope, std::uint64_t seq) {
    AYNI_TRY(flush(scope));
    const auto found = rows_.find(scope);
    if (found == rows_.end()) {
        return std::vector<Change>{};
    }
    const auto row = std::ranges::lower_bound(found->second, seq, {}, [](const Row& r) { return r.run.last_seq; });
    const bool here = row != found->second.end() && row->run.first_seq <= seq;
    return here ? read(row->number) : std::vector<Change>{};
}

Outcome Pending::erase(std::int64_t number) {
    AYNI_LET(clear, database_->prepare("DELETE FROM pending WHERE number=?"));
    return clear.bind(1, number).run();
}

Outcome Pending::take_out(std::int64_t scope, std::uint64_t last_seq) {
    AYNI_TRY(flush(scope));
    std::vector<Row>& rows = rows_.at(scope);
    const auto rest = std::ranges::find_if(rows, [&](const Row& row) { return row.run.last_seq > last_seq; });
    for (auto row = rows.begin(); row != rest; ++row) {
        AYNI_TRY(erase(row->number));
    }
    if (rest != rows.end() && rest->run.first_seq <= last_seq) {
        // The envelope ends within an act: what is left of it stays where it is.
        AYNI_LET(changes, read(rest->number));
        const auto left = std::span<const Change>(changes).subspan(last_seq + 1 - rest->run.first_seq);
        AYNI_LET(update, database_->prepare("UPDATE pending SET first_seq=?, changes=? WHERE number=?"));
        update.bind(1, static_cast<std::int64_t>(last_seq + 1)).bind_blob(2, pack(left)).bind(3, rest->number);
        AYNI_TRY(update.run());
        rest->run.first_seq = last_seq + 1;
    }
    rows.erase(rows.begin(), rest);
    if (rows.empty()) {
        rows_.erase(scope);
    }
    return Done{};
}

Outcome Pending::drop(std::int64_t scope) {
    fresh_.erase(scope);
    const auto found = rows_.find(scope);
    if (found == rows_.end()) {
        return Done{};
    }
    for (const Row& row : found->second) {
        AYNI_TRY(erase(row.number));
    }
    rows_.erase(found);
    return Done{};
}

}  // namespace ayni
