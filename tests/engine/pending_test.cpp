// What waits for its envelope: appended, found in memory, and whole whatever fails.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

TEST_CASE("an envelope that ends within an act leaves the rest of it waiting, and so do those after it") {
    const Folder folder;
    RecordId goal;
    {
        const Phone phone(folder.path / "profile.db");
        goal = phone.makes(plan, kind::goal, {{"title", std::string("a")}, {"why", std::string("b")}});
        phone.sets(plan, goal, kind::goal, "title", std::string("c"));
        auto changes = must(phone.store->pending(plan));
        REQUIRE(changes.size() == 4);
        changes.resize(2);
        must(phone.store->seal({plan, phone.store->device(), 1, 2, pack(changes)}));
        CHECK(must(phone.store->pending(plan)).front().dot.seq == 3);
        CHECK(must(phone.store->waiting()) == 4);
        phone.is_sound();
    }
    const Phone phone(folder.path / "profile.db");
    const auto left = must(phone.store->pending(plan));
    REQUIRE(left.size() == 2);
    CHECK(left.front().dot.seq == 3);
    CHECK(left.back().value == Value{std::string("c")});
    phone.sets(plan, goal, kind::goal, "title", std::string("d"));
    CHECK(must(phone.store->pending(plan)).back().dot.seq == 5);
    CHECK(must(phone.store->history(goal)).size() == 5);
    phone.is_sound();
}

TEST_CASE("what a transaction wrote and took back waits for nothing, and its numbers are given again") {
    const Phone phone;
    phone.makes(plan, kind::goal, {{"title", std::string("a")}});
    const Outcome outcome = phone.store->transact([&]() -> Outcome {
        phone.makes(plan, kind::goal, {{"title", std::string("b")}});
        return {Fault::invalid, "no"};
    });
    CHECK(outcome.fault() == Fault::invalid);
    CHECK(must(phone.store->waiting()) == 2);
    const RecordId goal = phone.makes(plan, kind::goal, {{"title", std::string("c")}});
    CHECK(must(phone.store->pending(plan)).back().dot.seq == 4);
    CHECK(phone.sees(goal).text("title") == "c");
    phone.is_sound();
}

TEST_CASE("a write that the disk stopped half way can't be committed, though its failure was passed over") {
    const Phone phone;
    phone.makes(plan, kind::goal, {{"title", std::string("a")}});
    const auto before = phone.picture(plan);
    must(
        phone.store->database().run("CREATE TRIGGER full BEFORE INSERT ON Goal WHEN NEW.title = 'c' "
                                    "BEGIN SELECT RAISE(ABORT, 'no'); END"));
    const Outcome outcome = phone.store->transact([&]() -> Outcome {
        phone.makes(plan, kind::goal, {{"title", std::string("b")}});
        const Edit edit = make_edit(phone.store->new_record(), kind::goal, "title", std::string("c"));
        CHECK_FALSE(phone.store->write(plan, std::span(&edit, 1)));
        return Done{};
    });
    CHECK_FALSE(outcome);
    CHECK(phone.picture(plan) == before);
    CHECK(must(phone.store->waiting()) == 2);
    must(phone.store->database().run("DROP TRIGGER full"));
    phone.makes(plan, kind::goal, {{"title", std::string("d")}});
    phone.is_sound();
}

TEST_CASE("what can't be kept at a transaction's end is nowhere, and what comes after it is kept") {
    const Phone phone;
    phone.makes(plan, kind::goal, {{"title", std::string("a")}});
    const auto before = phone.picture(plan);
    must(
        phone.store->database().run("CREATE TRIGGER full BEFORE INSERT ON pending BEGIN SELECT RAISE(ABORT, 'no'); "
                                    "END"));
    const Edit edit = make_edit(phone.store->new_record(), kind::goal, "title", std::string("b"));
    CHECK_FALSE(phone.store->write(plan, std::span(&edit, 1)));
    CHECK(phone.picture(plan) == before);
    must(phone.store->database().run("DROP TRIGGER full"));
    must(phone.store->write(plan, std::span(&edit, 1)));
    CHECK(must(phone.store->pending(plan)).back().dot.seq == 4);
    phone.is_sound();
}

TEST_CASE("what a transaction wrote before a part of it that was taken back stays, and is sent") {
    const Phone ana;
    const Phone ben;
    ana.makes(plan, kind::goal, {{"title", std::string("a")}});
    must(ben.store->transact([&]() -> Outcome {
        ben.hears(ana, plan);
        ben.makes(plan, kind::goal, {{"title", std::string("b")}});
        const Outcome part = ben.store->transact([&]() -> Outcome {
            ben.makes(plan, kind::goal, {{"title", std::string("c")}});
            return {Fault::invalid, "no"};
        });
        CHECK_FALSE(part);
        ben.makes(plan, kind::goal, {{"title", std::string("d")}});
        return Done{};
    }));
    CHECK(must(ben.store->pending(plan)).size() == 4);
    CHECK(must(ben.store->known(plan)).size() == 2);
    CHECK(must(ben.store->list(kind::goal, plan)).size() == 3);
    ben.is_sound();
    ana.hears(ben, plan);
    CHECK(ana.picture(plan) == ben.picture(plan));
}

TEST_CASE("an edit that is refused within a transaction leaves what the transaction wrote before it") {
    const Phone phone;
    must(phone.store->transact([&]() -> Outcome {
        const RecordId goal = phone.makes(plan, kind::goal, {{"title", std::string("a")}});
        const std::vector edits{make_edit(goal, kind::goal, "title", std::string("b")),
                                make_edit(goal, kind::goal, "due", std::string("soon"))};
        CHECK(phone.store->write(plan, edits).fault() == Fault::invalid);
        return Done{};
    }));
    REQUIRE(must(phone.store->list(kind::goal, plan)).size() == 1);
    CHECK(must(phone.store->list(kind::goal, plan)).front().text("title") == "a");
    phone.is_sound();
}

TEST_CASE("changes that an older version packed are read as they were") {
    const Change change{{DeviceId{7}, 3}, {DeviceId{9}, 4}, kind::goal,        8, "key",
                        std::string("a"), Stamp{5},         {{DeviceId{9}, 1}}};
    Packer old;
    old.number(1);
    old.dot(change.dot);
    old.record(change.record);
    old.number(change.kind);
    old.number(change.field);
    old.text(change.key);
    old.value(change.value);
    old.number(change.stamp.packed);
    old.number(1);
    old.dot(change.supersedes.front());
    CHECK(must(unpack_changes(old.bytes())) == std::vector{change});
    CHECK(must(unpack_changes(pack(std::vector{change}))) == std::vector{change});
}

TEST_CASE("an id is given once, whatever came between") {
    const Folder folder;
    std::vector<RecordId> ids;
    for (int i = 0; i < 3; ++i) {
        const Phone phone(folder.path / "profile.db");
        for (int n = 0; n < 70; ++n) {
            ids.push_back(phone.makes(plan, kind::goal, {{"title", std::string("a")}}));
        }
    }
    std::ranges::sort(ids);
    CHECK(std::ranges::adjacent_find(ids) == ids.end());
}
