// Who is sent what, and whose word counts: asserted on what the hub sent, not only on what phones made of it.

#include <algorithm>

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

Value words(const char* text) {
    return std::string(text);
}
Value status(const char* name) {
    return Stage{name, std::nullopt};
}

// One talk and one goal in each pair, all of it at the hub.
struct Firsts {
    RecordId bakery_goal, looms_goal, note;
};
Firsts everybody_writes(Village& village, Phone& maude, Phone& rosa, Phone& elena) {
    Firsts written;
    written.bakery_goal = goal(rosa, village.bakery_plan, "Calcular el costo");
    written.looms_goal = goal(elena, village.looms_plan, "Otra feria");
    const RecordId session =
        maude.makes(village.bakery_plan, kind::session, {{"status", status("held")}, {"minutes", std::int64_t{60}}});
    written.note =
        maude.makes(village.bakery_talk, kind::session_note, {{"session", session}, {"text", words("Lloró un poco")}});
    elena.makes(village.looms_talk, kind::insight, {{"text", words("Puedo cobrar más")}});
    for (Phone* phone : {&maude, &rosa, &elena}) {
        phone->sync();
    }
    return written;
}

std::vector<std::string> reasons(const client::Summary& summary) {
    std::vector<std::string> all;
    std::ranges::transform(summary.refused, std::back_inserter(all), &client::RefusedItem::reason);
    return all;
}

}  // namespace

TEST_CASE("a mentor is sent her pair's plan and talk, and nothing of another pair") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto rosa = village.phone_of(village.rosa);
    const auto elena = village.phone_of(village.elena);
    const Firsts written = everybody_writes(village, *maude, *rosa, *elena);
    maude->sync();
    CHECK(maude->text_of(written.bakery_goal, "title") == "Calcular el costo");
    CHECK(maude->was_sent(village.bakery_plan));
    CHECK_FALSE(maude->was_sent(village.looms_plan));
    CHECK_FALSE(maude->was_sent(village.looms_talk));
    CHECK_FALSE(maude->was_sent(ScopeId{ScopeKind::line, village.rosa}));
    rosa->sync();
    CHECK(rosa->text_of(written.note, "text") == "Lloró un poco");
    village.is_sound();
}

TEST_CASE("a coordinator is sent every plan, and no word of any talk") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto rosa = village.phone_of(village.rosa);
    const auto elena = village.phone_of(village.elena);
    const Firsts written = everybody_writes(village, *maude, *rosa, *elena);
    village.odile.sync();
    CHECK(village.odile.text_of(written.bakery_goal, "title") == "Calcular el costo");
    CHECK(village.odile.text_of(written.looms_goal, "title") == "Otra feria");
    CHECK(village.odile.was_sent(kind::session));
    CHECK_FALSE(village.odile.was_sent(kind::session_note));
    CHECK_FALSE(village.odile.was_sent(kind::insight));
    CHECK_FALSE(village.odile.was_sent(village.bakery_talk));
    CHECK_FALSE(village.odile.was_sent(village.looms_talk));
}

TEST_CASE("the paired side may propose, but not finish: the change is void on every replica") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto rosa = village.phone_of(village.rosa);
    const RecordId hers = goal(*rosa, village.bakery_plan, "Abrir los domingos");
    rosa->sync();
    maude->sync();
    const RecordId proposed = goal(*maude, village.bakery_plan, "Medir la harina", "proposed");
    maude->sets(village.bakery_plan, hers, kind::goal, "status", status("achieved"));
    const auto summary = maude->sync();
    CHECK(reasons(summary) == std::vector<std::string>{"not_hers"});
    rosa->sync();
    village.odile.sync();
    for (Phone* phone : {maude.get(), rosa.get(), &village.odile}) {
        CHECK(phone->text_of(hers, "status") == "open");
        CHECK(phone->text_of(proposed, "status") == "proposed");
        CHECK(must(phone->store->contests()).empty());
    }
    CHECK(must(maude->store->tray()).size() == 1);

    // Accepted by its owner, it is hers, and Maude's to look at.
    rosa->sets(village.bakery_plan, proposed, kind::goal, "status", status("open"));
    rosa->sync();
    maude->sync();
    maude->sets(village.bakery_plan, proposed, kind::goal, "title", words("Pesar la harina"));
    CHECK(reasons(maude->sync()) == std::vector<std::string>{"not_a_proposal"});
    village.is_sound();
}

TEST_CASE("what an envelope says earlier counts for what it says later") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const RecordId open = goal(*maude, village.bakery_plan, "Hecha por la mentora", "open");
    const auto summary = maude->sync();
    CHECK(reasons(summary) == std::vector<std::string>{"not_a_proposal"});
    const auto rosa = village.phone_of(village.rosa);
    CHECK(rosa->text_of(open, "status").empty());
    CHECK(rosa->text_of(open, "title") == "Hecha por la mentora");
}

TEST_CASE("nobody makes herself a coordinator, nor writes another's card") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    rosa->sets(village.in_cohort, village.rosa, kind::person, "place", words("Santa Cruz"));
    rosa->sets(village.in_cohort, village.rosa, kind::person, "role", words("coordinator"));
    rosa->sets(village.in_cohort, village.elena, kind::person, "name", words("Otra"));
    rosa->makes(village.programme, kind::person, {{"name", words("Yo")}, {"role", words("coordinator")}});
    const auto refused = rosa->sync().refused;
    CHECK(refused.size() >= 3);
    CHECK_FALSE(client::invite(*rosa->store, rosa->http, village.elena));
    village.odile.sync();
    CHECK(village.odile.text_of(village.rosa, "place") == "Santa Cruz");
    CHECK(village.odile.text_of(village.rosa, "role") == "entrepreneur");
    CHECK(village.odile.text_of(village.elena, "name") == "Elena");
    CHECK(must(village.odile.store->roster()).people.size() == 5);
    village.is_sound();
}

TEST_CASE("a mentor whose pairing closes hands in what she wrote, then has nothing of the plan, and is sent nothing") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto rosa = village.phone_of(village.rosa);
    const RecordId first = goal(*rosa, village.bakery_plan, "Antes");
    rosa->sync();
    maude->sync();
    REQUIRE(maude->holds(village.bakery_plan));

    const RecordId unsent = goal(*maude, village.bakery_plan, "Escrita sin red", "proposed");
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", status("closed"));
    village.odile.sync();
    rosa->sets(village.bakery_plan, first, kind::goal, "title", words("Después"));
    rosa->sync();
    maude->forgets_what_was_sent();
    maude->sync();
    CHECK_FALSE(maude->was_sent(village.bakery_plan));
    CHECK_FALSE(maude->holds(village.bakery_plan));
    CHECK(maude->text_of(first, "title") == "none");
    CHECK(maude->holds(village.bakery_talk) == false);
    rosa->sync();
    CHECK(rosa->text_of(unsent, "title") == "none");
    CHECK(must(village.closed().quarantine()).size() == 1);

    // The coordinator lets her back in, and with her what she had handed in.
    village.reopen();
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", status("active"));
    village.odile.sync();
    maude->sync();
    rosa->sync();
    CHECK(maude->text_of(first, "title") == "Después");
    CHECK(maude->text_of(unsent, "title") == "Escrita sin red");
    CHECK(rosa->text_of(unsent, "title") == "Escrita sin red");
    CHECK(must(village.closed().quarantine()).empty());
    village.reopen();

    // And she writes on where she was.
    maude->sets(village.bakery_plan, unsent, kind::goal, "title", words("Escrita con red"));
    CHECK(maude->sync().refused.empty());
    rosa->sync();
    CHECK(rosa->text_of(unsent, "title") == "Escrita con red");
    village.is_sound();
}

TEST_CASE("a talk stays readable to its two after the pairing closed, and is closed for writing") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const auto rosa = village.phone_of(village.rosa);
    const RecordId insight = rosa->makes(village.bakery_talk, kind::insight, {{"text", words("Sé negociar")}});
    rosa->sync();
    village.odile.sets(village.in_cohort, village.maude_rosa, kind::pairing, "status", status("closed"));
    village.odile.sync();
    maude->sync();
    CHECK(maude->text_of(insight, "text") == "Sé negociar");
    maude->makes(village.bakery_talk, kind::insight, {{"text", words("Tarde")}});
    const auto late = reasons(maude->sync());
    CHECK_FALSE(late.empty());
    CHECK(std::ranges::all_of(late, [](const std::string& reason) { return reason == "closed"; }));
}

TEST_CASE("a woman who comes late is sent her cohort from its beginning, and others are sent that she came") {
    Village village;
    const auto rosa = village.phone_of(village.rosa);
    rosa->makes(village.in_cohort, kind::circle_post, {{"kind", words("ask")}, {"text", words("¿Bolsas?")}});
    rosa->sync();
    const RecordId lidia = village.odile.makes(village.in_cohort, kind::person,
                                               {{"name", words("Lidia")}, {"role", words("entrepreneur")}});
    village.odile.sync();
    const auto phone = village.phone_of(lidia);
    CHECK(phone->was_sent(kind::circle_post));
    CHECK(phone->text_of(village.rosa, "name") == "Rosa");
    CHECK_FALSE(phone->was_sent(village.bakery_plan));
    phone->makes(village.in_cohort, kind::circle_post, {{"kind", words("offer")}, {"text", words("Tengo bolsas")}});
    phone->sync();
    rosa->sync();
    CHECK(must(rosa->store->list(kind::circle_post)).size() == 2);
}

TEST_CASE("what was written for a scope before the right to it arrived is kept, and comes in with the right") {
    Village village;
    Phone& odile = village.odile;
    // The plan of a business goes out in the same request as the business itself, and before it.
    const RecordId shop = odile.store->new_record();
    const RecordId lidia = odile.store->new_record();
    const auto rosa = village.phone_of(village.rosa);
    const ScopeId plan{ScopeKind::plan, shop};
    const RecordId early = goal(*rosa, plan, "Demasiado pronto");
    CHECK(reasons(rosa->sync()) == std::vector<std::string>{"quarantined"});
    CHECK_FALSE(rosa->holds(plan));

    odile.sets(village.in_cohort, lidia, kind::person, "name", words("Lidia"));
    odile.sets(village.in_cohort, shop, kind::business, "name", words("Tienda"));
    odile.sets(village.in_cohort, shop, kind::business, "leaders", true, to_text(village.rosa));
    odile.sync();
    odile.sync();
    CHECK(odile.text_of(early, "title") == "Demasiado pronto");
    rosa->sync();
    CHECK(rosa->text_of(early, "title") == "Demasiado pronto");
    rosa->sets(plan, early, kind::goal, "title", words("A tiempo"));
    rosa->sync();
    odile.sync();
    CHECK(odile.text_of(early, "title") == "A tiempo");
    village.is_sound();
}

TEST_CASE("a cohort is founded by a coordinator of the programme, and by nobody else") {
    Village village;
    const auto maude = village.phone_of(village.maude);
    const RecordId own = maude->store->new_record();
    maude->sets({ScopeKind::cohort, own}, own, kind::cohort, "name", words("La mía"));
    CHECK(reasons(maude->sync()) == std::vector<std::string>{"quarantined"});

    const RecordId second = village.odile.store->new_record();
    village.odile.sets({ScopeKind::cohort, second}, second, kind::cohort, "name", words("Segunda"));
    CHECK(village.odile.sync().refused.empty());
    CHECK(village.odile.text_of(second, "name") == "Segunda");
    village.is_sound();
}
