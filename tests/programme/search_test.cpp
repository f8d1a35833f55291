#include "engine/programme/search.hpp"

#include <fstream>

#include "engine/programme/circle.hpp"
#include "engine/programme/sessions.hpp"
#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

SearchPage asks(const Phone& phone, Search wanted) {
    return must(programme::search(*phone.store, wanted));
}
SearchPage asks(const Phone& phone, const std::string& words) {
    return asks(phone, Search{words, {}, {}, false, 50});
}

using Household = std::vector<std::string>;

}  // namespace

TEST_CASE("what is found says whose it is and who wrote it") {
    Village v;
    NewAction action;
    action.title = "Fotografiar el pan bajo la lámpara";
    must(add_action(*v.rosa.store, v.plan, action));
    must(programme::post(*v.maude.store, "ask", "suppliers", "¿Quién tiene una lámpara?"));
    v.maude.makes(v.talk, kind::insight, {{"text", std::string("La lámpara le dio ánimo")}});
    v.all_meet();
    const SearchPage page = asks(v.rosa, "lampara");
    REQUIRE(page.hits.size() == 3);
    CHECK_FALSE(page.more);
    for (const SearchHit& hit : page.hits) {
        switch (hit.found.kind) {
            case kind::action:
                CHECK(&hit == &page.hits.front());
                CHECK(hit.of_whom == Household{"Bakery"});
                CHECK(hit.author == "Rosa Test");
                CHECK(hit.found.called == action.title);
                break;
            case kind::circle_post:
                CHECK(hit.of_whom == Household{"Test cohort"});
                CHECK(hit.author == "Maude Test");
                CHECK(hit.found.called.empty());
                break;
            case kind::insight: CHECK(hit.of_whom == Household{"Bakery", "Maude Test"}); break;
            default: FAIL("nothing else was written");
        }
    }
    CHECK(asks(v.odile, "lampara").hits.size() == 2);  // the talk is nobody's but the pair's
}

TEST_CASE("a search can be held to one kind and one space") {
    Village v;
    NewAction action;
    action.title = "Rosa visita la feria";
    must(add_action(*v.rosa.store, v.plan, action));
    CHECK(asks(v.rosa, "rosa").hits.size() == 2);
    CHECK(asks(v.rosa, {"rosa", kind::person, {}, false, 50}).hits.front().found.record == v.rosa_id);
    CHECK(asks(v.rosa, {"rosa", {}, v.plan, false, 50}).hits.front().found.kind == kind::action);
    CHECK(asks(v.rosa, {"rosa", {}, v.talk, false, 50}).hits.empty());
    CHECK(asks(v.rosa, {"rosa", {}, {}, false, 1}).more);
}

TEST_CASE("what she may not read any more isn't found, even while it is still on her phone") {
    Village v;
    NewAction action;
    action.title = "Hornear temprano";
    must(add_action(*v.rosa.store, v.plan, action));
    v.maude.makes(v.talk, kind::insight, {{"text", std::string("Hornear le gusta")}});
    v.all_meet();
    CHECK(asks(v.maude, "hornear").hits.size() == 2);
    v.odile.makes(v.talk.subject, v.cohort, kind::pairing, {{"status", Stage{"closed", {}}}});
    v.odile.gives_to(v.maude);
    const SearchPage page = asks(v.maude, "hornear");
    REQUIRE(page.hits.size() == 1);  // the talk stays readable to its two
    CHECK(page.hits.front().found.kind == kind::insight);
    CHECK(asks(v.maude, {"hornear", {}, v.plan, false, 50}).hits.empty());
}

TEST_CASE("who began alone finds what she wrote") {
    SetClock clock;
    Phone alone(clock);
    const RecordId me = alone.store->new_record();
    must(alone.store->set_person(me));
    const ScopeId own{ScopeKind::own, me};
    alone.makes(me, own, kind::person, {{"name", std::string("Ana Sola")}, {"role", std::string("entrepreneur")}});
    alone.makes(own, kind::business, {{"name", std::string("Tejidos Ana")}});
    NewAction action;
    action.title = "Comprar lana";
    must(add_action(*alone.store, plan_of_alone(me), action));
    alone.makes(own, kind::private_note, {{"text", std::string("La lana subió")}});
    const SearchPage page = asks(alone, "lana");
    REQUIRE(page.hits.size() == 2);
    CHECK(page.hits.front().of_whom == Household{"Tejidos Ana"});
    CHECK(page.hits.back().of_whom == Household{"Ana Sola"});
}

TEST_CASE("a database of version 1 is searched like any other once it has been opened") {
    const Folder folder;
    const auto file = folder.path / "profile.db";
    std::filesystem::copy_file(std::filesystem::path(AYNI_TEST_DATA) / "databases" / "version-1.db", file);
    SetClock clock;
    {
        const auto store = must(Store::open(file, {wire::decode, &clock, false}));
        const SearchPage page = must(programme::search(*store, {"tressee tresseuse catalog", {}, {}, false, 50}));
        CHECK(page.hits.empty());
        const SearchPage found = must(programme::search(*store, {"tresseuse CATALOGUE peut-etre", {}, {}, false, 50}));
        REQUIRE(found.hits.size() == 1);
        CHECK(found.hits.front().found.kind == kind::session_note);
        CHECK(found.hits.front().found.hits.size() == 4);
        CHECK(must(store->check()).empty());
    }
    const auto again = must(Store::open(file, {wire::decode, &clock, false}));
    CHECK(must(programme::search(*again, {"tresseuse", {}, {}, false, 50})).hits.size() == 1);
}
