#include "tests/engine/searching.hpp"

using namespace ayni;
using namespace ayni::test;

TEST_CASE("a word without its accents finds the word with them, and the other way round") {
    const Phone phone;
    const RecordId a = note(phone, "La última SESIÓN fue en la panadería");
    for (const char* words : {"sesion", "Sesión", "SESIÓN", "ultima sesion", "sesio\u0301n", "panaderia última"}) {
        CHECK(finds(phone, words) == Ids{a});
    }
    const SearchResult found = search(phone, "sesion").found.front();
    CHECK(found.kind == kind::private_note);
    CHECK(found.scope == own);
    CHECK(found.field == find_kind(kind::private_note)->field("text")->number);
    CHECK(found.snippet == "La última SESIÓN fue en la panadería");
    CHECK_FALSE(found.cut_before);
    CHECK_FALSE(found.cut_after);
    CHECK(hits(found) == Words{"SESIÓN"});
}

TEST_CASE("the beginning of a word finds it, its end doesn't, and all words must be there") {
    const Phone phone;
    const RecordId a = note(phone, "Rosa vende pan en el mercado");
    for (const char* words : {"r", "ven", "merc", "ro pan", "pan, ro", "ROSA  rosa ros"}) {
        CHECK(finds(phone, words) == Ids{a});
    }
    for (const char* words : {"osa", "ende", "panes", "rosa queso"}) {
        CHECK(finds(phone, words).empty());
    }
    CHECK(hits(search(phone, "me ro").found.front()) == Words{"Rosa", "mercado"});
}

TEST_CASE("the words may stand in different fields of a record, and the one with most of them is shown") {
    const Phone phone;
    const RecordId a = goal(phone, "Subir precios", "Para pagar el horno nuevo a la vecina");
    CHECK(finds(phone, "precios horno") == Ids{a});
    const SearchResult found = search(phone, "precios horno vecina").found.front();
    CHECK(found.field == find_kind(kind::goal)->field("why")->number);
    CHECK(found.called == "Subir precios");
    CHECK(hits(found) == Words{"horno", "vecina"});
}

TEST_CASE("what a thing is called comes first, then whole words, then the newest") {
    Phone phone;
    const RecordId older = note(phone, "En la feria llovió");
    phone.clock.now += 1'000;
    const RecordId newer = note(phone, "La feria de mayo");
    phone.clock.now += 1'000;
    const RecordId begins = note(phone, "Ferias no hubo");
    const RecordId called = goal(phone, "Vender en la feria");
    phone.clock.now += 1'000;
    const RecordId called_begins = goal(phone, "Ferias de junio");
    CHECK(finds(phone, "feria") == Ids{called, called_begins, newer, older, begins});
    CHECK(finds(phone, "feri") == Ids{called_begins, called, begins, newer, older});
}

TEST_CASE("a search can be held to a kind and to scopes, ends at its limit and says whether there is more") {
    const Phone phone;
    const RecordId a = note(phone, "feria uno");
    const RecordId b = goal(phone, "feria dos");
    Sought sought;
    sought.words = "feria";
    const auto ids = [&] {
        Ids found;
        for (const SearchResult& one : must(phone.store->search(sought)).found) {
            found.push_back(one.record);
        }
        return found;
    };
    sought.kind = kind::goal;
    CHECK(ids() == Ids{b});
    sought.kind.reset();
    sought.scopes = std::vector{own};
    CHECK(ids() == Ids{a});
    sought.scopes = std::vector<ScopeId>{};
    CHECK(ids().empty());
    sought.scopes.reset();
    sought.limit = 1;
    CHECK(ids() == Ids{b});
    CHECK(must(phone.store->search(sought)).more);
    sought.limit = 2;
    CHECK(ids() == Ids{b, a});
    CHECK_FALSE(must(phone.store->search(sought)).more);
}

TEST_CASE("what is rewritten is found by its new words only, and what else changes costs no word") {
    const Phone phone;
    const RecordId a = goal(phone, "Vender empanadas", "Por la feria");
    phone.sets(plan, a, kind::goal, "title", std::string("Vender salteñas"));
    CHECK(finds(phone, "empanadas").empty());
    CHECK(finds(phone, "saltenas feria") == Ids{a});
    phone.sets(plan, a, kind::goal, "status", Stage{"achieved", {}});
    phone.sets(plan, a, kind::goal, "why", Value{});
    CHECK(finds(phone, "feria").empty());
    CHECK(finds(phone, "vender") == Ids{a});
    phone.is_sound();
}

TEST_CASE("what somebody removed isn't found unless asked for, and is again once restored") {
    const Phone phone;
    const RecordId a = goal(phone, "Vender empanadas");
    must(phone.store->remove(a));
    CHECK(finds(phone, "empanadas").empty());
    Sought sought;
    sought.words = "empanadas";
    sought.with_removed = true;
    REQUIRE(must(phone.store->search(sought)).found.size() == 1);
    CHECK(must(phone.store->search(sought)).found.front().removed);
    phone.is_sound();
    must(phone.store->restore(a));
    CHECK(finds(phone, "empanadas") == Ids{a});
    phone.is_sound();
}

TEST_CASE("the merged text of two versions is found, and a word that it has not isn't") {
    const Phone ana;
    Phone ben;
    const RecordId a = note(ana, "Visité a Rosa en el mercado. Vende ocho bolsas por semana.", plan);
    ben.hears(ana, plan);
    ben.clock.now += 1'000;
    ana.sets(plan, a, kind::private_note, "text",
             std::string("Visité a Rosa el lunes en el mercado. Vende ocho bolsas por semana."));
    ben.sets(plan, a, kind::private_note, "text",
             std::string("Visité a Rosa en el mercado. Vende nueve cajas por semana."));
    ana.hears(ben, plan);
    ben.hears(ana, plan);
    for (const Phone* phone : {&ana, static_cast<const Phone*>(&ben)}) {
        CHECK(finds(*phone, "lunes cajas") == Ids{a});
        CHECK(search(*phone, "lunes cajas").found.front().snippet ==
              "Visité a Rosa el lunes en el mercado. Vende nueve cajas por semana.");
        CHECK(finds(*phone, "bolsas").empty());
        CHECK(finds(*phone, "ocho").empty());
        phone->is_sound();
    }
    ana.sets(plan, a, kind::private_note, "text", std::string("Todo de nuevo"));
    CHECK(finds(ana, "lunes").empty());
    CHECK(finds(ana, "nuevo") == Ids{a});
    ana.is_sound();
}

TEST_CASE("every version of a title that is contested stays in the index, and what is shown is found") {
    const Phone ana;
    Phone ben;
    const RecordId a = goal(ana, "Vender");
    ben.hears(ana, plan);
    ben.clock.now += 1'000;
    ana.sets(plan, a, kind::goal, "title", std::string("Vender quinua"));
    ben.sets(plan, a, kind::goal, "title", std::string("Vender chía"));
    ana.hears(ben, plan);
    CHECK(finds(ana, "chia") == Ids{a});
    CHECK(finds(ana, "quinua").empty());
    ana.is_sound();
    const auto contest = must(ana.store->contests()).front();
    must(ana.store->resolve(a, contest.field, {}, contest.versions.back().dot));
    CHECK(finds(ana, "quinua") == Ids{a});
    CHECK(finds(ana, "chia").empty());
    ana.is_sound();
}

TEST_CASE("elements of a set are found in each of their languages, and gone with their element") {
    const Phone phone;
    const RecordId guide = phone.store->new_record();
    const ScopeId programme{ScopeKind::programme, {}};
    phone.sets(programme, guide, kind::guide, "title", std::string("Precio justo"), "es");
    phone.sets(programme, guide, kind::guide, "title", std::string("Juste prix"), "fr");
    CHECK(search(phone, "prix").found.front().key == "fr");
    CHECK(finds(phone, "precio juste") == Ids{guide});
    phone.sets(programme, guide, kind::guide, "title", Value{}, "fr");
    CHECK(finds(phone, "prix").empty());
    CHECK(finds(phone, "justo") == Ids{guide});
    phone.is_sound();
}

TEST_CASE("keys, codes, hashes and phone numbers are nobody's search") {
    const Phone phone;
    phone.makes(plan, kind::contact, {{"phone", std::string("555123")}, {"email", std::string("rosa@example.org")}});
    phone.makes(plan, kind::attachment, {{"blob", std::string("abcdef")}, {"caption", std::string("El horno")}});
    phone.makes(plan, kind::goal, {{"title", std::string("t")}, {"status", Stage{"proposed", {}}}});
    for (const char* words : {"555123", "rosa", "abcdef", "proposed"}) {
        CHECK(finds(phone, words).empty());
    }
    CHECK(finds(phone, "horno").size() == 1);
}

TEST_CASE("an odd query finds nothing and breaks nothing") {
    const Phone phone;
    const RecordId a = note(phone, "NEAR a la rosa OR el pan NOT 42");
    for (const std::string& words :
         {std::string(), std::string("   \n"), std::string("\""), std::string("*"), std::string("-"), std::string("()"),
          std::string("\"*\" ^ : {} + - ' ; --"), std::string("👩🏽‍🌾 ❤️"), std::string(1, '\0'),
          std::string("\xF3\xC3\xFF"), std::string(10'000, '"'), std::string(10'000, 'x'), std::string("called:zzz"),
          std::string("zzz* OR rosa")}) {
        INFO(words.substr(0, 30));
        CHECK(finds(phone, words).empty());
    }
    for (const std::string& words :
         {std::string("rosa*"), std::string("\"rosa"), std::string("-rosa"), std::string("(rosa"),
          std::string("NEAR(rosa pan)"), std::string("rosa OR pan"), std::string("NOT rosa"),
          std::string("^rosa + pan"), std::string("rosa👩"), std::string("42")}) {
        INFO(words);
        CHECK(finds(phone, words) == Ids{a});
    }
    std::string long_note;
    for (int i = 0; i < 1'500; ++i) {
        long_note += "palabra" + std::to_string(i) + ' ';
    }
    const RecordId b = note(phone, long_note);
    CHECK(finds(phone, long_note.substr(0, 10'000)) == Ids{b});
    CHECK(finds(phone, long_note.substr(0, 10'000) + " rosa").empty());
    phone.is_sound();
}

TEST_CASE("right-to-left scripts and marks are found by their beginnings, and shown whole") {
    const Phone phone;
    const RecordId arabic = note(phone, "التقيت بفاطمة في السوق الكبير");
    const RecordId hindi = note(phone, "बाज़ार में रोटी बेचती है");
    const RecordId decomposed = note(phone, "La panaderi\u0301a de A\u0301ngela");
    CHECK(finds(phone, "السو") == Ids{arabic});
    CHECK(hits(search(phone, "السو").found.front()) == Words{"السوق"});
    CHECK(finds(phone, "रोट") == Ids{hindi});
    CHECK(hits(search(phone, "रोट").found.front()) == Words{"रोटी"});
    CHECK(finds(phone, "ट").empty());
    CHECK(finds(phone, "ángela panaderia") == Ids{decomposed});
    CHECK(hits(search(phone, "angela").found.front()) == Words{"A\u0301ngela"});
    phone.is_sound();
}

TEST_CASE("of a long text the part with most of the words is shown, cut between words") {
    const Phone phone;
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += i == 2 ? "Un horno viejo. " : "Leña húmeda. ";
    }
    text += "El crédito del banco llegó para el horno. ";
    for (int i = 0; i < 60; ++i) {
        text += "Harina y azúcar 👩🏽‍🌾. ";
    }
    note(phone, text);
    const SearchResult found = search(phone, "horno credito banco").found.front();
    CHECK(found.cut_before);
    CHECK(found.cut_after);
    CHECK(hits(found) == Words{"crédito", "banco", "horno"});
    CHECK(found.snippet.find("El crédito del banco llegó para el horno.") != std::string::npos);
    CHECK(found.snippet.size() < 400);
    CHECK(text.find(' ' + found.snippet) != std::string::npos);
}

TEST_CASE("a text without any space is cut between characters") {
    const Phone phone;
    std::string text = "inicio";
    for (int i = 0; i < 2'000; ++i) {
        text += "é";
    }
    note(phone, text);
    const SearchResult found = search(phone, "inicio").found.front();
    CHECK(found.snippet.size() < 500);
    CHECK(text.starts_with(found.snippet));
    CHECK(found.snippet.ends_with("é"));
    CHECK(found.hits == std::vector{Range{0, found.snippet.size()}});
}

TEST_CASE("an act that fails half way leaves no word, and neither does the inner part of one that goes on") {
    const Phone phone;
    const RecordId a = note(phone, "antes");
    const auto outcome = phone.store->transact([&]() -> Outcome {
        note(phone, "mitad");
        phone.sets(own, a, kind::private_note, "text", std::string("mitad también"));
        return {Fault::invalid, "on purpose"};
    });
    CHECK_FALSE(outcome.has_value());
    CHECK(finds(phone, "mitad").empty());
    CHECK(finds(phone, "antes") == Ids{a});
    must(phone.store->transact([&]() -> Outcome {
        note(phone, "primero");
        CHECK_FALSE(phone.store
                        ->transact([&]() -> Outcome {
                            note(phone, "segundo");
                            phone.sets(own, a, kind::private_note, "text", std::string("segundo también"));
                            return {Fault::invalid, "on purpose"};
                        })
                        .has_value());
        note(phone, "tercero");
        return Done{};
    }));
    CHECK(finds(phone, "segundo").empty());
    CHECK(finds(phone, "primero").size() == 1);
    CHECK(finds(phone, "tercero").size() == 1);
    CHECK(finds(phone, "antes") == Ids{a});
    phone.is_sound();
}
