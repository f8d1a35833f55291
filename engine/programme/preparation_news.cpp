#include "engine/programme/preparation_news.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/programme/safety.hpp"

namespace ayni::programme {
namespace {

class Gathering {
public:
    Gathering(Store& store, const Names& names, std::int64_t since) : store_(store), names_(names), since_(since) {}

    Outcome look_into(const ScopeId& scope, std::initializer_list<KindNo> kinds) {
        AYNI_LET(rewritten, store_.rewritten_since(scope, since_));
        std::map<RecordId, std::vector<const Rewritten*>> by_record;
        for (const Rewritten& each : rewritten) {
            if (each.by != store_.person()) {
                by_record[each.record].push_back(&each);
            }
        }
        for (const KindNo kind : kinds) {
            AYNI_LET(records, store_.list(kind, scope, true));
            for (const Record& record : records) {
                const auto again = by_record.find(record.id);
                if (record.made.at >= since_) {
                    add(record);
                } else if (again != by_record.end()) {
                    AYNI_TRY(add(record, again->second));
                }
            }
        }
        return Done{};
    }

    Outcome look_at_posts(const ScopeId& cohort, const std::vector<RecordId>& people) {
        AYNI_LET(posts, store_.list(kind::circle_post, cohort));
        for (const Record& post : posts) {
            if (post.made.at >= since_ && std::ranges::find(people, post.made.by) != people.end()) {
                add(post);
            }
        }
        return Done{};
    }

    std::vector<News> found;

private:
    void add(const Record& record) {
        if (record.made.by != store_.person() && !record.removed) {
            found.push_back({News::What::added,
                             record.id,
                             record.kind,
                             title(record),
                             names_.of(record.made.by),
                             record.made.at,
                             {}});
        }
    }

    Outcome add(const Record& record, const std::vector<const Rewritten*>& again) {
        News news{News::What::changed,      record.id, record.kind, title(record), names_.of(again.back()->by),
                  again.back()->stamp.ms(), {}};
        bool moved = false;
        for (const Rewritten* each : again) {
            const FieldDef* field = find_kind(record.kind)->field(each->field);
            if (field == nullptr || field->rule == Rule::removal) {
                continue;
            }
            moved = moved || field->rule == Rule::rank;
            if (std::ranges::find(news.fields, field->name) == news.fields.end()) {
                news.fields.emplace_back(field->name);
            }
        }
        news.what = what_of(record, news.fields, moved);
        found.push_back(std::move(news));
        return Done{};
    }

    static News::What what_of(const Record& record, const std::vector<std::string>& fields, bool moved) {
        if (record.removed) {
            return News::What::removed;
        }
        const bool decided = std::ranges::find(fields, "status") != fields.end();
        const std::string status = decided ? record.text("status") : std::string();
        if (status == "done" || status == "achieved" || status == "held") {
            return News::What::done;
        }
        if (status == "dropped" || status == "cancelled") {
            return News::What::let_go;
        }
        return moved && fields.size() == 1 ? News::What::moved : News::What::changed;
    }

    // What it is called, or what it is about.
    std::string title(const Record& record) {
        const std::string own = title_of(record);
        if (!own.empty()) {
            return own;
        }
        if (record.kind == kind::reading) {
            return record.text("indicator");
        }
        if (record.kind == kind::progress || record.kind == kind::insight) {
            const auto goal = store_.find(record.ref("goal"));
            return goal && *goal ? title_of(**goal) : std::string();
        }
        return {};
    }

    Store& store_;
    const Names& names_;
    std::int64_t since_;
};

}  // namespace

Result<std::vector<News>> news_since(Store& store, const Names& names, const ScopeId& plan,
                                     const std::vector<ScopeId>& talks, const std::vector<RecordId>& people,
                                     std::int64_t since) {
    Gathering gathering(store, names, since);
    AYNI_TRY(gathering.look_into(
        plan, {kind::goal, kind::action, kind::progress, kind::reading, kind::domino, kind::session, kind::story}));
    for (const ScopeId& talk : talks) {
        AYNI_TRY(gathering.look_into(talk, {kind::insight, kind::agreement}));
    }
    AYNI_LET(business, store.find(plan.subject));
    if (business && business->kind == kind::business && business->scope.kind == ScopeKind::cohort) {
        AYNI_TRY(gathering.look_at_posts(business->scope, people));
    }
    std::ranges::sort(gathering.found, std::ranges::greater{},
                      [](const News& news) { return std::tuple(news.at, news.id); });
    return std::move(gathering.found);
}

}  // namespace ayni::programme
