#include "engine/store/pending.hpp"

#include <algorithm>
#include <iterator>

#include "engine/merge/packed.hpp"

namespace ayni {

Outcome Pending::load() {
    acts_.clear();
    AYNI_LET(query,
             database_->prepare("SELECT number, scope, first_seq, last_seq, stamp FROM pending ORDER BY number"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return Done{};
        }
        const auto at = [&](int column) { return static_cast<std::uint64_t>(query.integer(column)); };
        acts_[query.integer(1)].push_back({query.integer(0), {at(2), at(3), Stamp{at(4)}}});
    }
}

Pending::Run Pending::run(std::int64_t scope) const {
    const auto found = acts_.find(scope);
    if (found == acts_.end()) {
        return {};
    }
    const Run& last = found->second.back().run;
    return {found->second.front().run.first_seq, last.last_seq, last.stamp};
}

std::vector<std::int64_t> Pending::scopes() const {
    std::vector<std::int64_t> scopes;
    std::ranges::transform(acts_, std::back_inserter(scopes), [](const auto& entry) { return entry.first; });
    return scopes;
}

std::uint64_t Pending::count() const {
    std::uint64_t count = 0;
    for (const auto& [scope, acts] : acts_) {
        count += acts.back().run.last_seq - acts.front().run.first_seq + 1;
    }
    return count;
}

Outcome Pending::add(std::int64_t scope, std::span<const Change> changes) {
    const Run run{changes.front().dot.seq, changes.back().dot.seq, changes.back().stamp};
    AYNI_LET(insert, database_->prepare("INSERT INTO pending(scope, first_seq, last_seq, stamp, changes) "
                                        "VALUES(?,?,?,?,?)"));
    const std::string packed = pack(changes);
    insert.bind(1, scope).bind(2, static_cast<std::int64_t>(run.first_seq));
    insert.bind(3, static_cast<std::int64_t>(run.last_seq)).bind(4, static_cast<std::int64_t>(run.stamp.packed));
    AYNI_TRY(insert.lend_blob(5, packed).run());
    acts_[scope].push_back({database_->last_row(), run});
    return Done{};
}

Result<std::vector<Change>> Pending::read(std::int64_t number) const {
    AYNI_LET(query, database_->prepare("SELECT changes FROM pending WHERE number=?"));
    AYNI_TRY(query.bind(1, number).step());
    return unpack_changes(query.view(0));
}

Result<std::vector<Change>> Pending::changes(std::int64_t scope) const {
    std::vector<Change> all;
    const auto found = acts_.find(scope);
    if (found == acts_.end()) {
        return all;
    }
    for (const Act& act : found->second) {
        AYNI_LET(changes, read(act.number));
        std::ranges::move(changes, std::back_inserter(all));
    }
    return all;
}

Result<std::vector<Change>> Pending::act_of(std::int64_t scope, std::uint64_t seq) const {
    const auto found = acts_.find(scope);
    if (found == acts_.end()) {
        return std::vector<Change>{};
    }
    const auto act = std::ranges::lower_bound(found->second, seq, {}, [](const Act& a) { return a.run.last_seq; });
    const bool here = act != found->second.end() && act->run.first_seq <= seq;
    return here ? read(act->number) : std::vector<Change>{};
}

Outcome Pending::erase(std::int64_t number) {
    AYNI_LET(clear, database_->prepare("DELETE FROM pending WHERE number=?"));
    return clear.bind(1, number).run();
}

Outcome Pending::take_out(std::int64_t scope, std::uint64_t last_seq) {
    std::vector<Act>& acts = acts_.at(scope);
    const auto rest = std::ranges::find_if(acts, [&](const Act& act) { return act.run.last_seq > last_seq; });
    for (auto act = acts.begin(); act != rest; ++act) {
        AYNI_TRY(erase(act->number));
    }
    if (rest != acts.end() && rest->run.first_seq <= last_seq) {
        // The envelope ends within an act: what is left of it stays where it is.
        AYNI_LET(changes, read(rest->number));
        const auto left = std::span<const Change>(changes).subspan(last_seq + 1 - rest->run.first_seq);
        AYNI_LET(update, database_->prepare("UPDATE pending SET first_seq=?, changes=? WHERE number=?"));
        update.bind(1, static_cast<std::int64_t>(last_seq + 1)).bind_blob(2, pack(left)).bind(3, rest->number);
        AYNI_TRY(update.run());
        rest->run.first_seq = last_seq + 1;
    }
    acts.erase(acts.begin(), rest);
    if (acts.empty()) {
        acts_.erase(scope);
    }
    return Done{};
}

Outcome Pending::drop(std::int64_t scope) {
    const auto found = acts_.find(scope);
    if (found == acts_.end()) {
        return Done{};
    }
    for (const Act& act : found->second) {
        AYNI_TRY(erase(act.number));
    }
    acts_.erase(found);
    return Done{};
}

}  // namespace ayni
