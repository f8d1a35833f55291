// What people do on their phones.

#include <algorithm>
#include <array>

#include "engine/merge/rank.hpp"
#include "sync/joined/membership.hpp"
#include "tests/simulation/world.hpp"

namespace ayni::simulation {
namespace {

const char* text_of(KindNo kind) {
    switch (kind) {
        case kind::goal: return "why";
        case kind::session_note:
        case kind::exchange:
        case kind::insight:
        case kind::circle_post:
        case kind::domino:
        case kind::private_note: return "text";
        case kind::person: return "about";
        default: return nullptr;
    }
}
const char* name_field_of(KindNo kind) {
    return kind == kind::goal || kind == kind::action ? "title" : nullptr;
}

constexpr std::array kinds_of_people{kind::goal,    kind::action,       kind::session,
                                     kind::domino,  kind::session_note, kind::exchange,
                                     kind::insight, kind::circle_post,  kind::private_note};

// The text with a word put in, or one taken out.
std::string edited(std::string text, const std::string& word, Chance& chance) {
    std::vector<std::size_t> gaps{0, text.size()};
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ') {
            gaps.push_back(i);
        }
    }
    const std::size_t at = gaps[chance.below(gaps.size())];
    if (chance.one_in(4) && at > 0 && at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at + 1), text.size());
        return text.erase(at, end - at) + ' ' + word;
    }
    return text.insert(at, at == 0 ? word + ' ' : ' ' + word);
}

}  // namespace

std::string World::word(const ScopeId& scope) {
    const std::size_t number = scope_numbers_.try_emplace(scope, scope_numbers_.size() + 1).first->second;
    return "mk" + std::to_string(number) + 'w' + std::to_string(++words_);
}

std::vector<ScopeId> World::writable(Phone& phone) const {
    std::vector<ScopeId> scopes;
    const auto granted = joined::scopes_in(*phone.store, joined::setting::granted);
    if (!granted) {
        return scopes;
    }
    for (const ScopeId& scope : *granted) {
        const bool coordinates = decided_.back().people[phone.person].role == Role::coordinator;
        const bool is_open =
            scope.kind != ScopeKind::talk || std::ranges::any_of(decided_.back().pairs, [&](const Pair& pair) {
                return pair.id == scope.subject && pair.is_open;
            });
        if (scope.kind == ScopeKind::cohort || scope.kind == ScopeKind::own ||
            (scope.kind == ScopeKind::talk && is_open) || (scope.kind == ScopeKind::plan && !coordinates)) {
            scopes.push_back(scope);
        }
    }
    return scopes;
}

std::vector<Record> World::hers(Phone& phone, const ScopeId& scope, bool removed) const {
    const Facts& facts = decided_.back();
    const RecordId me = facts.people[phone.person].id;
    const bool owns = scope.subject == me || std::ranges::any_of(facts.businesses, [&](const Business& business) {
                          return business.id == scope.subject && business.leader == phone.person;
                      });
    std::vector<Record> records;
    for (const KindNo kind : kinds_of_people) {
        const auto found = phone.store->list(kind, scope, removed);
        if (!found) {
            continue;
        }
        for (const Record& record : *found) {
            const bool own = record.made.by == me;
            const bool proposes = own && (record.text("removed").empty());
            if (record.removed == removed && (scope.kind == ScopeKind::plan ? owns || proposes : own)) {
                records.push_back(record);
            }
        }
    }
    return records;
}

void World::writes(Phone& phone, const Step& step) {
    if (!phone.has_joined) {
        return;
    }
    Chance chance(step.chance);
    const std::vector<ScopeId> scopes = writable(phone);
    if (scopes.empty()) {
        return;
    }
    // Mostly in plans and talks.
    const ScopeId scope = scopes[scopes.size() - 1 - chance.below(std::min<std::size_t>(scopes.size(), 5))];
    does(phone, step, [&]() -> Outcome {
        switch (step.deed) {
            case Deed::makes: return makes(phone, scope, chance);
            case Deed::settles: return settles(phone, chance);
            case Deed::oversteps: return oversteps(phone, chance);
            default: break;
        }
        const std::vector<Record> records = hers(phone, scope, step.deed == Deed::restores);
        return records.empty() ? makes(phone, scope, chance) : changes(phone, chance.of(records), step.deed, chance);
    });
}

Outcome World::makes(Phone& phone, const ScopeId& scope, Chance& chance) {
    Store& store = *phone.store;
    const RecordId id = store.new_record();
    const std::string said = word(scope) + " y " + word(scope) + " con " + word(scope);
    story_.tell([&] { return who(phone) + " writes '" + said + "' in " + what(scope); });
    const auto write = [&](std::vector<Edit> edits) -> Outcome {
        AYNI_LET(dots, store.write(scope, edits));
        static_cast<void>(dots);
        return Done{};
    };
    switch (scope.kind) {
        case ScopeKind::cohort:
            return write({make_edit(id, kind::circle_post, "kind", std::string("ask")),
                          make_edit(id, kind::circle_post, "text", said)});
        case ScopeKind::own: return write({make_edit(id, kind::private_note, "text", said)});
        case ScopeKind::talk:
            return chance.one_in(2) ? write({make_edit(id, kind::session_note, "text", said)})
                                    : write({make_edit(id, kind::exchange, "kind", std::string("gave")),
                                             make_edit(id, kind::exchange, "text", said)});
        default: break;
    }
    const bool proposes = decided_.back().people[phone.person].role == Role::mentor &&
                          scope.subject != decided_.back().people[phone.person].id;
    const std::string status = proposes ? "proposed" : "open";
    if (chance.one_in(3)) {
        return write({make_edit(id, kind::session, "starts", phone.clock->now_ms()),
                      make_edit(id, kind::session, "place", said),
                      make_edit(id, kind::session, "status", Stage{"held", {}})});
    }
    if (chance.one_in(2)) {
        return write({make_edit(id, kind::action, "title", said),
                      make_edit(id, kind::action, "rank", Place{"short", rank_between({}, {}), false}),
                      make_edit(id, kind::action, "status", Stage{status, {}})});
    }
    return write({make_edit(id, kind::goal, "title", said), make_edit(id, kind::goal, "why", said + " para todas"),
                  make_edit(id, kind::goal, "status", Stage{status, {}})});
}

Outcome World::changes(Phone& phone, const Record& record, Deed deed, Chance& chance) {
    Store& store = *phone.store;
    const auto write = [&](const char* field, Value value) -> Outcome {
        story_.tell([&] {
            return who(phone) + " changes the " + field + " of " + to_text(record.id) + " in " + what(record.scope) +
                   (value.index() == 4 ? " to '" + std::get<std::string>(value) + "'" : "");
        });
        const std::vector edits{make_edit(record.id, record.kind, field, std::move(value))};
        AYNI_LET(dots, store.write(record.scope, edits));
        static_cast<void>(dots);
        return Done{};
    };
    const char* text = text_of(record.kind);
    const char* name = name_field_of(record.kind);
    switch (deed) {
        case Deed::removes:
            story_.tell([&] { return who(phone) + " removes " + to_text(record.id) + " in " + what(record.scope); });
            return store.remove(record.id);
        case Deed::restores:
            story_.tell([&] { return who(phone) + " restores " + to_text(record.id) + " in " + what(record.scope); });
            return store.restore(record.id);
        case Deed::stages:
            if (record.kind == kind::goal || record.kind == kind::action) {
                constexpr std::array statuses{"open", "dropped"};
                return write("status", Stage{statuses[chance.below(2)], {}});
            }
            break;
        case Deed::moves:
            if (record.kind == kind::goal || record.kind == kind::action) {
                constexpr std::array lanes{"short", "medium", "long"};
                const unsigned salt = static_cast<unsigned>(chance.below(1000));
                return write("rank", Place{lanes[chance.below(3)], rank_between({}, {}, salt), false});
            }
            break;
        case Deed::renames:
            if (name != nullptr) {
                return write(name, word(record.scope));
            }
            break;
        default: break;
    }
    return text == nullptr ? write(record.kind == kind::session ? "place" : "title", word(record.scope))
                           : write(text, edited(record.text(text), word(record.scope), chance));
}

Outcome World::settles(Phone& phone, Chance& chance) {
    AYNI_LET(contests, phone.store->contests());
    if (contests.empty()) {
        return Done{};
    }
    const Contest& contest = chance.of(contests);
    story_.tell([&] { return who(phone) + " keeps one of the versions of " + to_text(contest.record); });
    return phone.store->resolve(contest.record, contest.field, contest.key, chance.of(contest.versions).dot);
}

// What no honest app lets her do: the hub must judge it.
Outcome World::oversteps(Phone& phone, Chance& chance) {
    AYNI_LET(granted, joined::scopes_in(*phone.store, joined::setting::granted));
    for (const ScopeId& scope : granted) {
        AYNI_LET(goals, phone.store->list(scope.kind == ScopeKind::plan ? kind::goal : kind::circle_post, scope));
        if (!goals.empty()) {
            const Record& record = chance.of(goals);
            const char* field = record.kind == kind::goal ? "title" : "text";
            const std::string said = word(scope);
            story_.tell([&] {
                return who(phone) + " writes '" + said + "' over " + to_text(record.id) + " in " + what(scope) +
                       ", allowed or not";
            });
            const std::vector edits{make_edit(record.id, record.kind, field, said)};
            AYNI_LET(dots, phone.store->write(scope, edits));
            static_cast<void>(dots);
        }
    }
    return Done{};
}

void World::rematches(const Step& step) {
    Phone& odile = *phones_.front();
    Chance chance(step.chance);
    const Facts& facts = decided_.back();
    const std::size_t which = chance.below(facts.pairs.size());
    const Pair pair = facts.pairs[which];
    std::vector<std::size_t> mentors;
    for (std::size_t i = 0; i < facts.people.size(); ++i) {
        if (facts.people[i].role == Role::mentor) {
            mentors.push_back(i);
        }
    }
    const ScopeId cohort{ScopeKind::cohort, facts.cohort};
    const std::size_t mentor = chance.of(mentors);
    does(odile, step, [&]() -> Outcome {
        return odile.store->transact([&]() -> Outcome {
            std::vector<Edit> edits;
            if (!chance.one_in(4)) {
                story_.tell([&] {
                    return "Odile closes the pair of " + facts.people[pair.mentor].name + " and " +
                           facts.people[facts.businesses[pair.business].leader].name;
                });
                edits.push_back(make_edit(pair.id, kind::pairing, "status", Stage{"closed", {}}));
            }
            if (chance.one_in(2)) {
                story_.tell([&] {
                    return "Odile pairs " + facts.people[mentor].name + " with " +
                           facts.people[facts.businesses[pair.business].leader].name;
                });
                const RecordId next = odile.store->new_record();
                edits.push_back(make_edit(next, kind::pairing, "mentor", facts.people[mentor].id));
                edits.push_back(make_edit(next, kind::pairing, "business", facts.businesses[pair.business].id));
                edits.push_back(make_edit(next, kind::pairing, "status", Stage{"active", {}}));
            } else if (edits.empty()) {
                story_.tell([&] {
                    return "Odile gives the pair of " + facts.people[pair.mentor].name + " to " +
                           facts.people[mentor].name;
                });
                edits.push_back(make_edit(pair.id, kind::pairing, "mentor", facts.people[mentor].id));
                edits.push_back(make_edit(pair.id, kind::pairing, "status", Stage{"active", {}}));
            }
            AYNI_LET(dots, odile.store->write(cohort, edits));
            static_cast<void>(dots);
            return Done{};
        });
    });
    reads_facts();
}

// What she decided is what her phone says: also where she couldn't be told whether it was saved.
void World::reads_facts() {
    Facts facts = decided_.back();
    facts.pairs.clear();
    const auto records = phones_.front()->store->list(kind::pairing);
    if (!records) {
        throw Broken(Rule::soundness, "the coordinator can't see her pairs");
    }
    for (const Record& record : *records) {
        const auto mentor = std::ranges::find(facts.people, record.ref("mentor"), &Person::id);
        const auto business = std::ranges::find(facts.businesses, record.ref("business"), &Business::id);
        facts.pairs.push_back({record.id, static_cast<std::size_t>(mentor - facts.people.begin()),
                               static_cast<std::size_t>(business - facts.businesses.begin()),
                               record.text("status") == "active"});
    }
    decided_.push_back(std::move(facts));
}

}  // namespace ayni::simulation
