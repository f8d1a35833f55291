#include "engine/programme/circle.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/programme/pairs.hpp"

namespace ayni::programme {
namespace {

// She and those with whom she shares an open pair.
std::set<RecordId> own_pairs(const Roster& roster, RecordId me) {
    std::set<RecordId> mine;
    for (const auto& pairing : roster.pairings) {
        const auto* business = roster.business(pairing.business);
        if (business == nullptr || !is_open(pairing)) {
            continue;
        }
        const bool leads = std::ranges::find(business->leaders, me) != business->leaders.end();
        if (leads) {
            mine.insert(pairing.mentor);
        }
        if (leads || pairing.mentor == me) {
            mine.insert(business->leaders.begin(), business->leaders.end());
        }
    }
    mine.erase(me);
    return mine;
}

Card card_of(const Record& person, const Roster& roster, const Names& names) {
    Card card;
    card.id = person.id;
    card.name = person.text("name");
    card.role = person.text("role");
    card.place = person.text("place");
    for (const auto& business : roster.businesses) {
        if (std::ranges::find(business.leaders, person.id) != business.leaders.end()) {
            card.businesses.push_back(names.of(business.id));
        }
    }
    const FieldNo languages = find_kind(kind::person)->field("languages")->number;
    if (const auto set = person.sets.find(languages); set != person.sets.end()) {
        for (const Element& language : set->second) {
            const auto* level = std::get_if<std::string>(&language.value);
            card.languages.emplace_back(language.key, level != nullptr ? *level : std::string());
        }
    }
    card.about = person.text("about");
    return card;
}

Post post_of(const Record& record, const Names& names, RecordId me) {
    const std::vector<RecordId> too = record.refs("me_too");
    Post post;
    post.id = record.id;
    post.author = names.of(record.made.by);
    post.kind = record.text("kind");
    post.topic = record.text("topic");
    post.text = record.text("text");
    post.at = record.made.at;
    post.me_too = too.size();
    post.i_said_me_too = std::ranges::find(too, me) != too.end();
    post.is_mine = record.made.by == me;
    post.answered = record.has("answered_by");
    post.safety = record.safety;
    return post;
}

Outcome add_people(Store& store, const Roster& roster, Circle& circle) {
    const std::set<RecordId> mine = own_pairs(roster, store.person());
    AYNI_LET(names, Names::of(store));
    AYNI_LET(people, store.list(kind::person));
    for (const Record& person : people) {
        Card card = card_of(person, roster, names);
        card.is_me = person.id == store.person();
        card.is_mine = mine.contains(person.id);
        circle.people.push_back(std::move(card));
    }
    std::ranges::sort(circle.people, {},
                      [](const Card& card) { return std::tuple(!card.is_me, !card.is_mine, card.name, card.id); });
    AYNI_LET(posts, store.list(kind::circle_post));
    for (const Record& post : posts) {
        circle.posts.push_back(post_of(post, names, store.person()));
    }
    std::ranges::stable_sort(circle.posts, std::ranges::greater{}, &Post::at);
    return Done{};
}

}  // namespace

Result<Circle> circle(Store& store, std::int64_t today) {
    Circle circle;
    AYNI_LET(roster, store.roster());
    AYNI_LET(cohort, cohort_here(store));
    if (cohort) {
        circle.cohort = cohort->id;
        circle.name = cohort->text("name");
        AYNI_LET(phase, phase_of(store, cohort->id, today));
        circle.phase = phase;
        const Edit text = make_edit({}, kind::circle_post, "text", std::string());
        circle.can_post = may_set(store, roster, cohort->scope, text, nullptr);
    }
    AYNI_TRY(add_people(store, roster, circle));
    AYNI_LET(pairs, faces(store, today));
    circle.pairs = std::move(pairs);
    return circle;
}

Result<Deed> post(Store& store, const std::string& kind, const std::string& topic, const std::string& text) {
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Failure{Fault::invalid, "text"};
    }
    AYNI_LET(cohort, cohort_here(store));
    if (!cohort) {
        return Fault::not_joined;
    }
    const RecordId id = store.new_record();
    std::vector<Edit> edits{make_edit(id, kind::circle_post, "kind", kind),
                            make_edit(id, kind::circle_post, "text", text)};
    if (!topic.empty()) {
        edits.push_back(make_edit(id, kind::circle_post, "topic", topic));
    }
    return carry_out(store, cohort->scope, std::move(edits));
}

Result<Deed> me_too(Store& store, RecordId id) {
    AYNI_LET(record, store.find(id));
    if (!record || record->removed || record->kind != kind::circle_post) {
        return Fault::not_found;
    }
    const std::vector<RecordId> too = record->refs("me_too");
    const bool said = std::ranges::find(too, store.person()) != too.end();
    const Value value = said ? Value() : Value(true);
    return carry_out(store, record->scope,
                     {make_edit(id, kind::circle_post, "me_too", value, to_text(store.person()))});
}

}  // namespace ayni::programme
