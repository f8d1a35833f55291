// What was written again, read from the rows' clocks.

#include <algorithm>
#include <tuple>

#include "engine/store/inside.hpp"

namespace ayni {
namespace {

// Rows of one kind in one scope, and what in them is new.
class Looking {
public:
    Looking(Store::Inside& inside, const KindDef& kind, Stamp since) : inside_(inside), kind_(kind), since_(since) {}

    Outcome look(std::int64_t row, const RowClock& clock) {
        row_ = row;
        const Entry* made = clock.find(field::made);
        made_ = made != nullptr ? made->stamp : Stamp{};
        for (const Entry& entry : clock.entries) {
            AYNI_TRY(note(entry.field, {}, entry.replica, entry.stamp));
        }
        if (clock.has_elements) {
            AYNI_TRY(look_beside("SELECT field, key, replica, stamp FROM element WHERE record=?"));
        }
        return clock.has_more_heads ? look_beside("SELECT field, key, replica, stamp FROM head WHERE record=?")
                                    : Outcome(Done{});
    }

    std::vector<Rewritten> found;

private:
    Outcome look_beside(std::string_view sql) {
        AYNI_LET(query, inside_.database->prepare(sql));
        query.bind(1, row_);
        for (;;) {
            AYNI_LET(more, query.step());
            if (!more) {
                return Done{};
            }
            const Stamp stamp{static_cast<std::uint64_t>(query.integer(3))};
            AYNI_TRY(note(static_cast<FieldNo>(query.integer(0)), query.text(1), query.integer(2), stamp));
        }
    }

    Outcome note(FieldNo number, std::string key, std::int64_t replica, Stamp stamp) {
        if (stamp >= since_ && stamp != made_) {
            AYNI_LET(by, inside_.owner_of(inside_.replicas.device_of(replica)));
            found.push_back({inside_.replicas.record_of(row_), kind_.number, number, std::move(key), stamp, by});
        }
        return Done{};
    }

    Store::Inside& inside_;
    const KindDef& kind_;
    Stamp since_;
    Stamp made_;
    std::int64_t row_ = 0;
};

}  // namespace

Result<std::vector<Rewritten>> Store::rewritten_since(const ScopeId& scope, std::int64_t ms) {
    std::vector<Rewritten> all;
    const std::int64_t number = inside_->known_scope(scope);
    for (const KindDef& kind : kinds()) {
        if (!inside_->projects(kind) ||
            std::ranges::find(kind.writers, scope.kind, &Writers::scope) == kind.writers.end()) {
            continue;
        }
        Looking looking(*inside_, kind, Stamp::at(ms));
        AYNI_LET(query,
                 inside_->database->prepare("SELECT id, clock FROM " + std::string(kind.name) + " WHERE scope=?"));
        query.bind(1, number);
        for (;;) {
            AYNI_LET(more, query.step());
            if (!more) {
                break;
            }
            AYNI_TRY(looking.look(query.integer(0), RowClock::unpack(query.view(1))));
        }
        std::ranges::move(looking.found, std::back_inserter(all));
    }
    std::ranges::sort(all, {}, [](const Rewritten& r) { return std::tuple(r.stamp, r.record, r.field, r.key); });
    return all;
}

}  // namespace ayni
