#include "engine/programme/circle.hpp"

#include "engine/programme/beginning.hpp"
#include "engine/programme/safety.hpp"
#include "engine/programme/sessions.hpp"
#include "engine/programme/today.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

TEST_CASE("the circle shows herself first, then her pair, then the others") {
    Village v;
    const Circle circle = must(programme::circle(*v.maude.store, today_days));
    REQUIRE(circle.people.size() == 4);
    CHECK(circle.people[0].is_me);
    CHECK(circle.people[1].name == "Rosa Test");
    CHECK(circle.people[1].is_mine);
    CHECK(circle.people[1].businesses == std::vector<std::string>{"Bakery"});
    CHECK(circle.people[2].name == "Elena Test");
    CHECK(circle.name == "Test cohort");
    CHECK(circle.can_post);
}

TEST_CASE("the phase: which week of how many") {
    Village v;
    const auto phase = must(phase_of(*v.rosa.store, v.cohort.subject, today_days));
    REQUIRE(phase.has_value());
    CHECK(phase->kind == "stay");
    CHECK(phase->week == 2);
    CHECK(phase->weeks == 3);
    CHECK_FALSE(phase->ahead);
    const auto before = must(phase_of(*v.rosa.store, v.cohort.subject, today_days - 100));
    REQUIRE(before.has_value());
    CHECK(before->kind == "virtual");
    CHECK(before->ahead);
    CHECK_FALSE(must(phase_of(*v.rosa.store, v.cohort.subject, today_days + 100)).has_value());
}

TEST_CASE("a post is everybody's to answer with me too, each for herself") {
    Village v;
    const RecordId id = must(post(*v.rosa.store, "ask", "suppliers", "Who has small bags?")).record;
    v.all_meet();
    must(me_too(*v.maude.store, id));
    must(me_too(*v.odile.store, id));
    v.all_meet();
    Circle circle = must(programme::circle(*v.maude.store, today_days));
    REQUIRE(circle.posts.size() == 1);
    CHECK(circle.posts[0].me_too == 2);
    CHECK(circle.posts[0].i_said_me_too);
    CHECK(circle.posts[0].author == "Rosa Test");
    must(me_too(*v.maude.store, id));
    circle = must(programme::circle(*v.maude.store, today_days));
    CHECK(circle.posts[0].me_too == 1);
    CHECK(fault_of(programme::remove(*v.maude.store, id)) == Fault::not_allowed);
    CHECK(fault_of(post(*v.rosa.store, "ask", {}, " ")) == Fault::invalid);
}

TEST_CASE("what is safe is counted by state: here, received, seen") {
    Village v;
    must(post(*v.rosa.store, "ask", {}, "One"));
    SafetyCounts counts = must(safety(*v.rosa.store));
    CHECK(counts.here == 1);
    CHECK(counts.waiting > 0);
    CHECK(counts.waiting_bytes > 0);
    REQUIRE(counts.shares.size() == 1);
    CHECK(counts.shares[0].scope == v.cohort);
    CHECK(counts.shares[0].here == 1);
    CHECK(counts.shares[0].received == 0);
    v.rosa.gives_to(v.odile);  // seals
    for (const Envelope& envelope : must(v.rosa.store->unsent(1U << 20U))) {
        must(v.rosa.store->settle(envelope.scope, envelope.first_seq, Delivery::received));
    }
    counts = must(safety(*v.rosa.store));
    CHECK(counts.here == 0);
    CHECK(counts.received == 1);
    CHECK(counts.shares[0].received == 1);
    CHECK(counts.waiting == 0);
    CHECK(counts.waiting_bytes == 0);
}

TEST_CASE("she begins alone: a plan at once, nothing of it in any scope that others read") {
    SetClock clock;
    Phone phone(clock);
    CHECK_FALSE(static_cast<bool>(must(me(*phone.store)).id));
    CHECK(fault_of(begin_alone(*phone.store, "  ", {})) == Fault::invalid);
    const RecordId id = must(begin_alone(*phone.store, "Rosa Sola", "Pan de Rosa"));
    CHECK(fault_of(begin_alone(*phone.store, "Otra", {})) == Fault::already_joined);
    const Me herself = must(me(*phone.store));
    CHECK(herself.id == id);
    CHECK(herself.alone);
    CHECK(herself.role == "entrepreneur");
    const Plans mine = must(plans(*phone.store));
    REQUIRE(mine.size() == 1);
    CHECK(mine[0].name == "Pan de Rosa");
    NewAction action;
    action.title = "Weigh the flour";
    action.due = today_days;
    must(add_action(*phone.store, mine[0].scope, action));
    CHECK(phone.lane(mine[0].scope, Lane::near).size() == 1);
    CHECK(phone.board(mine[0].scope).can_edit);
    CHECK(must(today(*phone.store, 0)).items.size() == 1);
    CHECK(must(circle(*phone.store, today_days)).people.size() == 1);
    CHECK_FALSE(must(circle(*phone.store, today_days)).can_post);
    CHECK(fault_of(post(*phone.store, "ask", {}, "Anybody?")) == Fault::not_joined);

    SessionLog log;
    log.plan = mine[0].scope;
    log.starts = noon;
    log.minutes = 30;
    log.modality = "in_person";
    const auto places = must(meeting_places(*phone.store));
    REQUIRE(places.size() == 1);
    CHECK_FALSE(places[0].talk.has_value());
    must(log_session(*phone.store, log));
    CHECK(must(sessions(*phone.store)).size() == 1);
    for (const ScopeId& scope : must(phone.store->scopes())) {
        CHECK((scope.kind == ScopeKind::plan || scope.kind == ScopeKind::own));
    }
    CHECK(must(phone.store->check()).empty());
}

TEST_CASE("without a business the plan has her own name") {
    SetClock clock;
    Phone phone(clock);
    must(begin_alone(*phone.store, "Rosa Sola", {}));
    const Plans mine = must(plans(*phone.store));
    REQUIRE(mine.size() == 1);
    CHECK(mine[0].name == "Rosa Sola");
    CHECK(phone.board(mine[0].scope).can_edit);
}

TEST_CASE("joined and not exchanged yet, she is nobody's and has no plan") {
    SetClock clock;
    Phone phone(clock);
    must(phone.store->set_person({DeviceId{77}, 5}));
    CHECK(must(plans(*phone.store)).empty());
    CHECK_FALSE(must(me(*phone.store)).alone);
    CHECK(must(today(*phone.store, 0)).items.empty());
}

TEST_CASE("after all this every store replays to the same") {
    Village v;
    NewAction action;
    action.title = "a";
    const Deed deed = must(add_action(*v.rosa.store, v.plan, action));
    v.all_meet();
    must(undo(*v.rosa.store, deed));
    v.all_meet();
    for (Phone* phone : {&v.odile, &v.rosa, &v.maude}) {
        CHECK(must(phone->store->check()).empty());
    }
}
