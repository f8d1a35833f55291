#include "engine/programme/insights.hpp"

#include <algorithm>
#include <tuple>

#include "engine/programme/items.hpp"
#include "engine/programme/pairs.hpp"
#include "engine/programme/plans.hpp"
#include "engine/programme/safety.hpp"

namespace ayni::programme {
namespace {

Result<bool> lies_in(Store& store, RecordId id, KindNo kind, const ScopeId& plan) {
    AYNI_LET(record, store.find(id));
    return record && !record->removed && record->kind == kind && record->scope == plan;
}

Outcome check(Store& store, const NewInsight& insight) {
    if (!insight.spoken && is_blank(insight.text)) {
        return Failure{Fault::invalid, "text"};
    }
    if (insight.goal) {
        AYNI_LET(there, lies_in(store, insight.goal, kind::goal, insight.plan));
        if (!there) {
            return Failure{Fault::invalid, "goal"};
        }
    }
    if (insight.session) {
        AYNI_LET(there, lies_in(store, insight.session, kind::session, insight.plan));
        if (!there) {
            return Failure{Fault::invalid, "session"};
        }
    }
    return Done{};
}

}  // namespace

Result<Deed> add_insight(Store& store, const NewInsight& insight) {
    AYNI_TRY(check(store, insight));
    AYNI_LET(roster, store.roster());
    const auto talk = talk_of(store, roster, insight.plan);
    if (!talk) {
        return Fault::not_allowed;
    }
    const RecordId id = store.new_record();
    std::vector<Edit> edits{
        make_edit(id, kind::insight, "text", is_blank(insight.text) ? Value() : Value(insight.text))};
    if (insight.goal) {
        edits.push_back(make_edit(id, kind::insight, "goal", insight.goal));
    }
    if (insight.session) {
        edits.push_back(make_edit(id, kind::insight, "session", insight.session));
    }
    return carry_out(store, *talk, std::move(edits));
}

Result<std::vector<Insight>> insights(Store& store, const ScopeId& plan) {
    AYNI_LET(roster, store.roster());
    AYNI_LET(names, Names::of(store));
    std::vector<Insight> all;
    for (const ScopeId& talk : talks_of(store, roster, plan)) {
        AYNI_LET(records, store.list(kind::insight, talk));
        AYNI_LET(spoken, spoken_in(store, talk));
        for (const Record& record : records) {
            Insight insight{record.id,
                            names.of(record.made.by),
                            record.text("text"),
                            record.ref("goal"),
                            {},
                            record.ref("session"),
                            record.made.at,
                            record.made.by == store.person(),
                            spoken.contains(record.id),
                            record.safety};
            AYNI_LET(goal, store.find(insight.goal));
            insight.goal_title = goal ? title_of(*goal) : std::string();
            all.push_back(std::move(insight));
        }
    }
    std::ranges::sort(all, std::ranges::greater{}, [](const Insight& each) { return std::tuple(each.at, each.id); });
    return all;
}

}  // namespace ayni::programme
