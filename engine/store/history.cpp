// Who wrote what, when, over what: read from the log, which has it all.

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"

namespace ayni {
namespace {

// By stamps, but nothing before what it was written over: a slow clock doesn't turn history round.
std::vector<Written> in_order(std::vector<Written> all) {
    std::ranges::sort(all, {}, [](const Written& w) { return std::tuple(w.stamp, w.dot.device, w.dot.seq); });
    std::map<Dot, std::size_t> index;
    for (std::size_t i = 0; i < all.size(); ++i) {
        index.emplace(all[i].dot, i);
    }
    std::vector<std::size_t> order;
    std::vector<bool> reached(all.size());
    std::vector<bool> placed(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::vector<std::size_t> way{i};  // from the change to what it needs before it
        while (!way.empty()) {
            const std::size_t at = way.back();
            reached[at] = true;
            const auto missing = std::ranges::find_if(all[at].over, [&](const Dot& dot) {
                const auto found = index.find(dot);
                return found != index.end() && !reached[found->second];
            });
            if (missing != all[at].over.end()) {
                way.push_back(index.at(*missing));
                continue;
            }
            if (!placed[at]) {
                placed[at] = true;
                order.push_back(at);
            }
            way.pop_back();
        }
    }
    std::vector<Written> ordered;
    std::ranges::transform(order, std::back_inserter(ordered), [&](std::size_t i) { return std::move(all[i]); });
    return ordered;
}

// What the hub voided replaces nothing, but who wrote over that had seen what it was written over; and nothing
// replaces what is written once.
void mark_replaced(std::vector<Written>& all, const KindDef& kind) {
    std::map<Dot, Written*> index;
    for (Written& written : all) {
        index.emplace(written.dot, &written);
    }
    for (const Written& written : all) {
        const FieldDef* field = kind.field(written.field);
        if (written.standing == Standing::voided || (field != nullptr && field->rule == Rule::once)) {
            continue;
        }
        std::vector<Dot> open = written.over;
        for (std::set<Dot> seen; !open.empty();) {
            const Dot dot = open.back();
            open.pop_back();
            const auto found = index.find(dot);
            if (found == index.end() || found->second->field != written.field || found->second->key != written.key ||
                !seen.insert(dot).second) {
                continue;
            }
            Written& before = *found->second;
            if (before.standing == Standing::voided) {
                open.insert(open.end(), before.over.begin(), before.over.end());
            } else {
                before.standing = Standing::replaced;
            }
        }
    }
}

}  // namespace

Result<Written> Store::Inside::written(std::int64_t scope, const Change& change) {
    AYNI_LET(by, owner_of(change.dot.device));
    AYNI_LET(value, whole_value(scope, change));
    AYNI_LET(voided, is_voided(scope, change.dot));
    return Written{change.dot,
                   change.stamp,
                   by,
                   change.field,
                   change.key,
                   std::move(value),
                   change.supersedes,
                   voided ? Standing::voided : Standing::stands};
}

// Own stamps only rise, so an act is what has its first stamp or a later one. Nearly every act has just one.
Outcome Store::Inside::note_act() {
    if (!act_began || *act_began >= last_stamp) {
        return Done{};
    }
    Packer act;
    act.number(act_began->packed);
    act.number(last_stamp.packed);
    return put_setting(*database, "act", act.bytes());
}

Result<Stamp> Store::Inside::last_act_began() {
    AYNI_LET(kept, get_setting(*database, "act"));
    Unpacker act(kept);
    const Stamp began{act.number()};
    const Stamp ended{act.number()};
    return act.ok() && ended == last_stamp ? began : last_stamp;
}

Result<std::vector<std::int64_t>> Store::Inside::scopes_since(Stamp began) {
    std::set<std::int64_t> scopes;
    for (const std::int64_t scope : pending.scopes()) {
        if (pending.run(scope).stamp >= began) {
            scopes.insert(scope);
        }
    }
    AYNI_TRY(write_reaches());
    AYNI_LET(query, database->prepare("SELECT scope FROM reach WHERE replica=? AND stamp>=? AND stamp>0"));
    query.bind(1, me).bind(2, static_cast<std::int64_t>(began.packed));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return std::vector<std::int64_t>(scopes.begin(), scopes.end());
        }
        scopes.insert(query.integer(0));
    }
}

Result<std::vector<Written>> Store::history(RecordId record) {
    std::vector<Written> history;
    AYNI_LET(place, inside_->locate(record));
    if (!place) {
        return history;
    }
    const std::int64_t scope = place->second;
    AYNI_LET(all, inside_->logged(scope, [&](const Change& change) { return change.record == record; }));
    for (const Change& change : all) {
        AYNI_LET(written, inside_->written(scope, change));
        history.push_back(std::move(written));
    }
    mark_replaced(history, *place->first);
    return in_order(std::move(history));
}

// What these heads showed, in the field of this change.
Result<Value> Store::Inside::shown_of(std::int64_t scope, const Change& change, const Heads& heads) {
    const KindDef* kind = find_kind(change.kind);
    const FieldDef* field = kind != nullptr ? kind->field(change.field) : nullptr;
    if (heads.empty() || field == nullptr) {
        return Value{};
    }
    if (field->rule == Rule::text && heads.size() > 1) {
        AYNI_LET(merged, shown_text(scope, heads));
        return Value{std::move(merged.text)};
    }
    return heads[show(field->rule, heads).index].value;
}

Result<std::vector<Store::LastChange>> Store::last_act() {
    std::vector<LastChange> changes;
    AYNI_LET(began, inside_->last_act_began());
    AYNI_LET(scopes, inside_->scopes_since(began));
    for (const std::int64_t scope : scopes) {
        AYNI_LET(own, inside_->logged(scope, [&](const Change& change) {
            return change.dot.device == inside_->device && change.stamp >= began;
        }));
        for (const Change& change : own) {
            AYNI_LET(written, inside_->written(scope, change));
            LastChange last{inside_->scope_of(scope), change.record, change.kind, std::move(written), {}, {}};
            Heads heads;
            for (const Dot& dot : change.supersedes) {
                AYNI_LET(before, inside_->logged_at(scope, dot));
                if (before) {
                    AYNI_LET(value, inside_->whole_value(scope, *before));
                    heads.push_back({dot, before->stamp, value});
                    last.before.push_back(std::move(value));
                }
            }
            AYNI_LET(shown, inside_->shown_of(scope, change, heads));
            last.shown = std::move(shown);
            changes.push_back(std::move(last));
        }
    }
    return changes;
}

}  // namespace ayni
