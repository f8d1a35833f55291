// Moves, removals and restores that meet: on three phones with real stores, in every order of delivery.

#include <algorithm>
#include <array>
#include <functional>

#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

constexpr std::size_t ana = 0;
constexpr std::size_t ben = 1;
constexpr std::size_t eva = 2;

/// Three phones that have all that Ana began with; then each does something alone, and they meet.
struct Three {
    explicit Three(const std::function<void(Three&)>& begin) {
        begin(*this);
        phones[ana].seal(plan);
        phones[ben].hears(phones[ana], plan);
        phones[eva].hears(phones[ana], plan);
    }
    /// Every phone, and one that knew of nothing, takes all logs in each order; all show the same, and `holds` of each.
    void meet(const std::function<void(const Phone&)>& holds) const {
        std::array<std::vector<Envelope>, 3> logs;
        for (std::size_t i = 0; i < 3; ++i) {
            for (const Envelope& envelope : phones[i].log(plan)) {
                if (envelope.device == phones[i].store->device()) {
                    logs[i].push_back(envelope);
                }
            }
        }
        std::array<std::size_t, 3> order{ana, ben, eva};
        std::string picture;
        do {
            const Phone late;
            for (const std::size_t from : order) {
                late.takes(logs[from]);
            }
            holds(late);
            late.is_sound();
            CHECK((picture.empty() || picture == late.picture(plan)));
            picture = late.picture(plan);
        } while (std::ranges::next_permutation(order).found);
        for (std::size_t i = 0; i < 3; ++i) {
            for (const std::size_t from : i == ben ? std::array{eva, ben, ana} : std::array{ana, ben, eva}) {
                phones[i].takes(logs[from]);
            }
            holds(phones[i]);
            phones[i].is_sound();
            CHECK(phones[i].picture(plan) == picture);
        }
    }
    std::array<Phone, 3> phones;
};

void move(const Phone& phone, RecordId id, Place place) {
    phone.sets(plan, id, kind::action, "rank", std::move(place));
}

RecordId makes_action(const Phone& phone, const char* title, const char* index) {
    return phone.makes(plan, kind::action, {{"title", std::string(title)}, {"rank", Place{"short", index}}});
}

}  // namespace

TEST_CASE("two people move the same action: the later one is shown, and nobody is asked") {
    RecordId action;
    Three three([&](Three& t) { action = makes_action(t.phones[ana], "a", "V"); });
    three.phones[ana].clock.now += 3000;
    three.phones[ben].clock.now += 2000;
    three.phones[eva].clock.now += 1000;
    move(three.phones[ana], action, {"short", "X"});
    move(three.phones[ben], action, {"short", "B"});
    move(three.phones[eva], action, {"long", "Z"});  // a re-lane against a move: never half of each
    three.meet([&](const Phone& phone) {
        CHECK(phone.sees(action).place() == Place{"short", "X"});
        CHECK(phone.sees(action).contested.empty());
        CHECK(must(phone.store->contests()).empty());
    });
}

TEST_CASE("an action that moves while its goal is removed stays, where it was moved to, and nobody is asked") {
    RecordId goal;
    RecordId action;
    Three three([&](Three& t) {
        goal = t.phones[ana].makes(plan, kind::goal, {{"title", std::string("g")}});
        action = makes_action(t.phones[ana], "a", "V");
        t.phones[ana].sets(plan, action, kind::action, "goal", goal);
    });
    must(three.phones[ana].store->remove(goal));
    move(three.phones[ben], action, {"medium", "K"});
    three.phones[eva].sets(plan, action, kind::action, "title", std::string("b"));
    three.meet([&](const Phone& phone) {
        CHECK(phone.sees(goal).removed);
        CHECK_FALSE(phone.sees(action).removed);
        CHECK(phone.sees(action).place() == Place{"medium", "K"});
        CHECK(phone.sees(action).ref("goal") == goal);
        CHECK(phone.sees(action).contested.empty());
    });
}

TEST_CASE("a move wins over a respacing that hadn't seen it, whatever their clocks say, in every order") {
    for (const std::int64_t ahead : {-5000, 5000}) {
        RecordId action;
        Three three([&](Three& t) { action = makes_action(t.phones[ana], "a", "V"); });
        three.phones[ben].clock.now += ahead;
        move(three.phones[ana], action, {"long", "B"});
        move(three.phones[ben], action, {"short", "Vr", true});
        three.phones[eva].clock.now += 2 * ahead;
        move(three.phones[eva], action, {"short", "Vq", true});
        three.meet([&](const Phone& phone) {
            CHECK(phone.sees(action).place() == Place{"long", "B"});
            CHECK(phone.sees(action).contested.empty());
        });
        // Who has seen them all settles it, also by respacing.
        move(three.phones[eva], action, {"long", "C", true});
        three.phones[ana].hears(three.phones[eva], plan);
        CHECK(three.phones[ana].sees(action).place() == Place{"long", "C"});
        // That it was only respaced stands in the log, and is what stands.
        std::vector<Value> standing;
        for (const Written& written : must(three.phones[ana].store->history(action))) {
            if (std::holds_alternative<Place>(written.value) && written.standing == Standing::stands) {
                standing.push_back(written.value);
            }
        }
        CHECK(standing == std::vector<Value>{Place{"long", "C", true}});
    }
}

TEST_CASE("a respacing brings no removed record back, a move does, marked") {
    for (const bool respaced : {true, false}) {
        RecordId action;
        Three three([&](Three& t) { action = makes_action(t.phones[ana], "a", "V"); });
        must(three.phones[ana].store->remove(action));
        move(three.phones[ben], action, {"short", "Vr", respaced});
        three.meet([&](const Phone& phone) {
            CHECK(phone.sees(action).removed == respaced);
            CHECK(phone.sees(action).contested.empty() == respaced);
            CHECK(must(phone.store->removals()).size() == (respaced ? 1 : 0));
        });
    }
}

TEST_CASE("what nobody else can have seen is known as such, until it is sealed") {
    const Phone phone;
    const RecordId action = makes_action(phone, "a", "V");
    const FieldNo rank = find_kind(kind::action)->field("rank")->number;
    const FieldNo due = find_kind(kind::action)->field("due")->number;
    CHECK(must(phone.store->is_unseen(action, rank)));
    CHECK_FALSE(must(phone.store->is_unseen(action, due)));
    phone.seal(plan);
    CHECK_FALSE(must(phone.store->is_unseen(action, rank)));
    phone.sets(plan, action, kind::action, "title", std::string("b"));
    CHECK_FALSE(must(phone.store->is_unseen(action, rank)));
    move(phone, action, {"short", "K"});
    CHECK(must(phone.store->is_unseen(action, rank)));
    CHECK_FALSE(must(phone.store->is_unseen({{5}, 5}, rank)));
}

TEST_CASE("removal, edit and restore in every order, each having seen any of those before: one rule for all") {
    enum Act : std::uint8_t { removes, edits, restores };
    std::array<Act, 3> sequence{removes, edits, restores};
    do {
        for (unsigned seen = 0; seen < 8; ++seen) {
            RecordId action;
            Three three([&](Three& t) { action = makes_action(t.phones[ana], "a", "V"); });
            std::array<std::array<bool, 3>, 3> saw{};  // by act
            for (std::size_t i = 0; i < 3; ++i) {
                const Phone& phone = three.phones[i];
                const Act act = sequence[i];
                for (std::size_t before = 0; before < i; ++before) {
                    if ((seen >> (before + (i == 2 ? 1U : 0U)) & 1U) != 0) {
                        phone.hears(three.phones[before], plan);
                        saw[act][sequence[before]] = true;
                        for (std::size_t earlier = 0; earlier < 3; ++earlier) {
                            saw[act][earlier] = saw[act][earlier] || saw[sequence[before]][earlier];
                        }
                    }
                }
                switch (act) {
                    case removes: must(phone.store->remove(action)); break;
                    case edits: phone.sets(plan, action, kind::action, "title", std::string("b")); break;
                    case restores: must(phone.store->restore(action)); break;
                }
            }
            INFO("sequence " << sequence[0] << sequence[1] << sequence[2] << ", seen " << seen);
            const bool hidden = saw[removes][edits] && !saw[restores][removes];
            const bool came_back = !saw[removes][edits] && !saw[restores][removes];
            three.meet([&](const Phone& phone) {
                CHECK(phone.sees(action).removed == hidden);
                CHECK(phone.sees(action).text("title") == "b");
                CHECK(phone.sees(action).contested.empty() == !came_back);
            });
        }
    } while (std::ranges::next_permutation(sequence).found);
}

TEST_CASE("a restore stands against a removal that comes late and hadn't seen it") {
    RecordId action;
    Three three([&](Three& t) { action = makes_action(t.phones[ana], "a", "V"); });
    must(three.phones[ana].store->remove(action));
    must(three.phones[ben].store->remove(action));
    three.phones[eva].hears(three.phones[ana], plan);
    must(three.phones[eva].store->restore(action));
    three.meet([&](const Phone& phone) {
        CHECK_FALSE(phone.sees(action).removed);
        CHECK(must(phone.store->removals()).empty());
    });
    // A removal that has seen the restore counts again.
    must(three.phones[ben].store->remove(action));
    three.phones[ana].hears(three.phones[ben], plan);
    CHECK(three.phones[ana].sees(action).removed);
}

TEST_CASE("an element added on one phone and taken out on another, that hadn't seen it, stays in the set") {
    RecordId session;
    Three three([&](Three& t) {
        session = t.phones[ana].makes(plan, kind::session, {{"place", std::string("x")}});
        t.phones[ana].sets(plan, session, kind::session, "topics", true, "pricing");
    });
    three.phones[ana].sets(plan, session, kind::session, "topics", Value{}, "pricing");
    three.phones[ben].sets(plan, session, kind::session, "topics", Value{}, "pricing");
    three.phones[ben].sets(plan, session, kind::session, "topics", true, "pricing");
    three.phones[eva].sets(plan, session, kind::session, "topics", true, "cash");
    three.meet([&](const Phone& phone) {
        CHECK(phone.sees(session).keys("topics") == std::vector<std::string>{"cash", "pricing"});
        CHECK(phone.sees(session).contested.empty());
    });
}
