// Phones that meet by file: what one wrote the other has, whatever order the files come in, and the hub's word on it
// is the same for all.

#include <algorithm>

#include "tests/sync/carry_files.hpp"

using namespace ayni;
using namespace ayni::hub_test;
using namespace ayni::carry_test;

namespace {

Value status(const char* name) {
    return Stage{name, std::nullopt};
}

}  // namespace

TEST_CASE("two phones that meet by file only show the same, in either order and however often") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const RecordId bread = goal(rosa, pair.village.bakery_plan, "Vender pan");
    const RecordId recipe = goal(maude, pair.village.bakery_plan, "Una receta escrita", "proposed");
    const RecordId note = maude.makes(pair.village.bakery_talk, kind::insight, {{"text", std::string("Sabe mucho")}});
    const std::string from_rosa = file_of(rosa);
    const std::string from_maude = file_of(maude);
    CHECK(takes(maude, from_rosa).changes > 0);
    CHECK(takes(rosa, from_maude).changes > 0);
    const std::string rosa_has = state_of(rosa);
    for (int i = 0; i < 2; ++i) {
        const carry::Taken again = takes(rosa, from_maude);
        CHECK(again.changes == 0);
        CHECK(again.passed_over.empty());
        CHECK(takes(maude, from_rosa).changes == 0);
        CHECK(takes(rosa, from_rosa).changes == 0);  // her own
    }
    CHECK(state_of(rosa) == rosa_has);
    for (Phone* phone : {&rosa, &maude}) {
        CHECK(phone->text_of(bread, "title") == "Vender pan");
        CHECK(phone->text_of(recipe, "title") == "Una receta escrita");
        CHECK(phone->text_of(note, "text") == "Sabe mucho");
        is_clean(*phone);
        // Only the hub's word makes anything received, or empties an outbox.
        CHECK(phone->sees(bread)->safety == Safety::here);
        CHECK(phone->sees(recipe)->safety == Safety::here);
        CHECK(must(phone->store->waiting()) > 0);
    }
    pair.all_are_sound();
    CHECK(pair.village.odile.text_of(bread, "title") == "Vender pan");
    CHECK(maude.sees(bread)->safety != Safety::here);
    CHECK(rosa.sees(recipe)->safety != Safety::here);
    CHECK(must(rosa.store->envelopes(pair.village.bakery_plan)).size() ==
          must(maude.store->envelopes(pair.village.bakery_plan)).size());
}

TEST_CASE("an older file after a newer one changes nothing, and the newer one alone is enough") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const RecordId bread = goal(rosa, pair.village.bakery_plan, "Vender pan");
    const std::string older = file_of(rosa);
    rosa.sets(pair.village.bakery_plan, bread, kind::goal, "title", std::string("Vender pan dulce"));
    const std::string newer = file_of(rosa);
    CHECK(takes(maude, newer).passed_over.empty());
    const std::string after = state_of(maude);
    CHECK(takes(maude, older).changes == 0);
    CHECK(state_of(maude) == after);
    CHECK(maude.text_of(bread, "title") == "Vender pan dulce");
    CHECK(must(maude.store->contests()).empty());
    pair.all_are_sound();
}

TEST_CASE(
    "who takes another's file in hands what is in it to the hub, and its author's outbox waits for the hub's word") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const RecordId bread = goal(rosa, pair.village.bakery_plan, "Vender pan");
    gives(rosa, maude);
    CHECK(must(maude.store->waiting()) == 0);  // what she carries isn't hers
    const client::Summary summary = maude.sync();
    CHECK(summary.sent == 0);
    CHECK(summary.relayed > 0);
    CHECK(summary.refused.empty());
    CHECK(maude.sees(bread)->safety != Safety::here);
    pair.village.odile.sync();
    CHECK(pair.village.odile.text_of(bread, "title") == "Vender pan");
    CHECK(must(rosa.store->waiting()) > 0);
    CHECK(maude.sync().relayed == 0);
    CHECK(rosa.sync().sent > 0);
    CHECK(must(rosa.store->waiting()) == 0);
    pair.all_are_sound();
}

TEST_CASE("who writes over what came by file may meet the hub first, herself or by a courier, and is believed") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Village& village = pair.village;
    const RecordId recipe = goal(*pair.maude, village.bakery_plan, "Una receta", "proposed");
    gives(*pair.maude, rosa);
    rosa.sets(village.bakery_plan, recipe, kind::goal, "status", status("open"));
    rosa.sets(village.bakery_plan, recipe, kind::goal, "title", std::string("Una receta escrita"));
    SECTION("herself") {
        CHECK(rosa.sync().refused.empty());
    }
    SECTION("by a courier") {
        const auto elena = village.phone_of(village.elena);
        gives(rosa, *elena);
        elena->sync();
        CHECK(rosa.sync().refused.empty());
    }
    village.odile.sync();
    CHECK(village.odile.text_of(recipe, "title") == "Una receta escrita");
    CHECK(village.odile.text_of(recipe, "status") == "open");
    CHECK(must(rosa.store->tray()).empty());
    pair.all_are_sound();
}

TEST_CASE("that the hub has it counts once the hub says so, not when a file says so") {
    Pair pair;
    const RecordId bread = goal(*pair.rosa, pair.village.bakery_plan, "Vender pan");
    pair.rosa->sync();
    gives(*pair.rosa, *pair.maude);
    CHECK(pair.maude->sees(bread)->safety == Safety::here);
    const client::Summary summary = pair.maude->sync();
    CHECK(summary.relayed == 0);
    CHECK(pair.maude->sees(bread)->safety != Safety::here);
    pair.all_are_sound();
}

TEST_CASE("who loses a scope hands in what others wrote there too, and then holds nothing of it") {
    Pair pair;
    Village& village = pair.village;
    const RecordId bread = goal(*pair.rosa, village.bakery_plan, "Vender pan");
    gives(*pair.rosa, *pair.maude);
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", status("closed"));
    village.odile.sync();
    pair.maude->sync();
    CHECK_FALSE(pair.maude->holds(village.bakery_plan));
    CHECK(pair.maude->text_of(bread, "title") == "none");
    village.odile.sync();
    CHECK(village.odile.text_of(bread, "title") == "Vender pan");
    const std::string hers = file_of(*pair.rosa);  // Rosa hasn't heard of it yet
    CHECK(reasons(takes(*pair.maude, hers)) == std::set<std::string>{"not_in_scope"});
    CHECK_FALSE(pair.maude->holds(village.bakery_plan));
    village.is_sound();
}

TEST_CASE("a hub that was restored from a backup gets back what others had by file") {
    Pair pair;
    Village& village = pair.village;
    const RecordId bread = goal(*pair.rosa, village.bakery_plan, "Vender pan");
    const auto backup = village.folder.path / "backup.db";
    must(village.closed().backup(backup));
    village.reopen();
    pair.rosa->sync();
    pair.rosa->sets(village.bakery_plan, bread, kind::goal, "title", std::string("Vender pan dulce"));
    gives(*pair.rosa, *pair.maude);
    village.closed();
    village.server.reset();
    village.hub.reset();
    std::filesystem::remove_all(village.folder.path / "hub");
    std::filesystem::create_directories(village.folder.path / "hub");
    std::filesystem::copy_file(backup, village.folder.path / "hub" / "hub.db");
    village.reopen();
    CHECK(pair.maude->sync().refused.empty());
    village.odile.sync();
    CHECK(village.odile.text_of(bread, "title") == "Vender pan dulce");
    pair.all_are_sound();
}

TEST_CASE("what a hub says after it was brought back counts in a file too, where nobody has told of that hub yet") {
    Pair pair;
    Village& village = pair.village;
    const auto backup = village.folder.path / "backup.db";
    must(village.closed().backup(backup));
    village.server.reset();
    village.hub.reset();
    std::filesystem::remove_all(village.folder.path / "hub");
    std::filesystem::create_directories(village.folder.path / "hub");
    std::filesystem::copy_file(backup, village.folder.path / "hub" / "hub.db");
    village.reopen();
    const auto elena = village.phone_of(village.elena);
    const RecordId post = elena->makes(village.in_cohort, kind::circle_post,
                                       {{"kind", std::string("ask")}, {"text", std::string("Tengo lana")}});
    elena->sync();
    pair.rosa->sync();
    CHECK(gives(*pair.rosa, *pair.maude).passed_over.empty());
    CHECK(pair.maude->text_of(post, "text") == "Tengo lana");
    is_clean(*pair.maude);
    pair.all_are_sound();
}

TEST_CASE("a change that came by file and that the hub then voids ends as it does for everybody else") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    const RecordId bread = goal(rosa, pair.village.bakery_plan, "Abrir los domingos");
    rosa.sync();
    maude.sync();
    maude.sets(pair.village.bakery_plan, bread, kind::goal, "status", status("achieved"));
    gives(maude, rosa);
    CHECK(rosa.text_of(bread, "status") == "achieved");

    SECTION("its author meets the hub first") {
        CHECK(maude.sync().refused.size() == 1);
        rosa.sync();
    }
    SECTION("who had it by file hands it in first") {
        rosa.sync();
        CHECK(must(rosa.store->tray()).empty());  // it isn't hers
        maude.sync();
    }
    SECTION("the verdict comes by file too") {
        maude.sync();
        gives(maude, rosa);
    }
    pair.village.odile.sync();
    for (Phone* phone : {&rosa, &maude, &pair.village.odile}) {
        CHECK(phone->text_of(bread, "status") == "open");
        CHECK(must(phone->store->contests()).empty());
        is_clean(*phone);
    }
    CHECK(must(maude.store->tray()).size() == 1);
    pair.all_are_sound();
}

TEST_CASE("what the hub keeps outside the scope leaves who had it by file, and comes back when it is let in") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    Phone& maude = *pair.maude;
    Village& village = pair.village;
    const RecordId bread = goal(rosa, village.bakery_plan, "Vender pan");
    rosa.sync();
    maude.sync();
    const RecordId recipe = goal(maude, village.bakery_plan, "Una receta escrita", "proposed");
    gives(maude, rosa);
    rosa.sets(village.bakery_plan, bread, kind::goal, "title", std::string("Vender pan dulce"));
    REQUIRE(rosa.text_of(recipe, "title") == "Una receta escrita");
    rosa.sets(village.bakery_plan, recipe, kind::goal, "measure", std::string("hojas"));

    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", status("closed"));
    village.odile.sync();
    rosa.sync();
    CHECK(rosa.text_of(recipe, "title") == "none");
    CHECK(rosa.text_of(bread, "title") == "Vender pan dulce");
    is_clean(rosa);
    CHECK(must(village.closed().quarantine()).size() == 1);
    village.reopen();
    CHECK(rosa.sync().requests == 1);  // and isn't offered again
    // What she wrote over it the hub couldn't know: it is in her tray.
    CHECK(must(rosa.store->tray()).size() == 1);

    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", status("active"));
    village.odile.sync();
    rosa.sync();
    CHECK(rosa.text_of(recipe, "title") == "Una receta escrita");
    pair.all_are_sound();
}

TEST_CASE("a device that joins later can't read a file made before, and reads the next one") {
    Pair pair;
    Phone& rosa = *pair.rosa;
    const RecordId bread = goal(rosa, pair.village.bakery_plan, "Vender pan");
    const std::string before = file_of(rosa);
    const auto second = pair.village.phone_of(pair.village.rosa);
    CHECK(takes(*second, before).changes == 0);
    CHECK(second->text_of(bread, "title") == "none");
    rosa.sync();
    rosa.sets(pair.village.bakery_plan, bread, kind::goal, "title", std::string("Vender pan dulce"));
    gives(rosa, *second);
    CHECK(second->text_of(bread, "title") == "Vender pan dulce");
    pair.all_are_sound();
}

TEST_CASE("a profile that has joined no programme has no file, and takes none") {
    SetClock clock;
    Phone nobody(clock);
    CHECK(carry::pack(*nobody.store).fault() == Fault::not_joined);
    CHECK(carry::take_in(*nobody.store, "").fault() == Fault::not_joined);
}
