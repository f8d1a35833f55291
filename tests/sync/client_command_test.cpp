// aynictl as people and scripts use it: the words that go in, what comes out, and the exit code.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/sync/client_desk.hpp"

using namespace ayni;
using namespace ayni::client_test;

namespace {

Json fields_of(const Json& record) {
    return record.at("fields");
}

}  // namespace

TEST_CASE("a profile that isn't there, a hub that isn't there and a word that isn't one are told apart") {
    Desk desk;
    const auto nobody = desk.person("nobody");
    auto said = nobody.tries({"status"});
    CHECK(said.code == 1);
    CHECK(said.out.empty());
    CHECK(said.err == "There is no profile in that folder: check --profile, or make one with \"aynictl join\".\n");
    said = nobody.tries({"join", "ayni://127.0.0.1:1/ABCD-EFGH"});
    CHECK(said.code == 1);
    CHECK(said.err == "The hub can't be reached: everything stays saved here; try again later.\n");
    CHECK(nobody.tries({"join", "hello"}).err.starts_with("It can't be read:"));
    CHECK(nobody.tries({"join", "http://hub.example.org/ABCD-EFGH"}).code == 1);
    CHECK(nobody.tries({"sync"}).err.starts_with("This profile is in no programme yet:"));
    CHECK(nobody.tries({"sing"}).code == 2);
    CHECK(nobody.tries({}).code == 2);
    CHECK(nobody.tries({"sync", "--budget", "much"}).code == 2);
    CHECK(nobody.tries({"--help"}).code == 0);
    CHECK(season_test::run({AYNI_CTL, "status"}).code == 2);  // no --profile
}

TEST_CASE("each language has its own sentence") {
    Desk desk;
    const auto says = [&](const char* lang) {
        return season_test::run({AYNI_CTL, "--lang", lang, "--profile", (desk.path() / "x").string(), "whoami"}).err;
    };
    CHECK(says("es").starts_with("En esa carpeta no hay ningún perfil"));
    CHECK(says("fr").starts_with("Il n'y a aucun profil dans ce dossier"));
    CHECK(says("en").starts_with("There is no profile"));
}

TEST_CASE("a damaged database and a newer one are refused with their sentence, and left as they are") {
    Desk desk;
    const auto broken = desk.person("broken");
    std::filesystem::create_directories(broken.folder());
    const std::string noise(20'000, 'x');
    std::ofstream(broken.folder() / "profile.db") << noise;
    auto said = broken.tries({"list", "Goal"});
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("The data file is damaged and was left untouched:"));
    CHECK(season_test::text_of(broken.folder() / "profile.db") == noise);

    const auto newer = desk.person("newer");
    std::filesystem::create_directories(newer.folder());
    {
        auto store = Store::open(newer.folder() / "profile.db",
                                 {.decode = wire::decode, .clock = nullptr, .rights_only = false});
        REQUIRE(store);
        REQUIRE((*store)->database().run("PRAGMA user_version=9999"));
        REQUIRE((*store)->database().checkpoint());
    }
    const std::string before = season_test::text_of(newer.folder() / "profile.db");
    said = newer.tries({"list", "Goal"});
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("A newer version of Ayni saved this:"));
    CHECK(season_test::text_of(newer.folder() / "profile.db") == before);
}

namespace {

/// A hub, its coordinator, an entrepreneur and her mentor; in the end everybody's log is sound.
struct Pair {
    Desk desk;
    Phone rosa;
    Phone maude;
    Pair() : desk(), rosa((desk.opens(), desk.joins("rosa", desk.rosa))), maude(desk.joins("maude", desk.maude)) {}
    void is_sound() const {
        for (const Phone* phone : {&desk.coordinator(), &rosa, &maude}) {
            CHECK(phone->does({"check"}).empty());
        }
    }
};

}  // namespace

TEST_CASE("whoami and status say who and where, and join and invite keep their rules") {
    Pair pair;
    Desk& desk = pair.desk;
    const Phone& odile = desk.coordinator();
    const Phone& rosa = pair.rosa;
    const Json me = rosa.does_one({"whoami"});
    CHECK(me.at("name") == "Rosa (ficticia)");
    CHECK(me.at("role") == "entrepreneur");
    const Json status = rosa.does_one({"status"});
    std::vector<std::string> keys;
    for (const auto& [key, value] : status.items()) {
        keys.push_back(key);
    }
    CHECK(keys == std::vector<std::string>{"person", "role", "device", "hub", "waiting", "last_exchange",
                                           "bytes_this_month", "key_store", "pin"});
    CHECK(status.at("key_store") == "file");  // tests keep to themselves
    CHECK(status.at("pin") == false);
    CHECK(status.at("waiting") == 0);
    CHECK(rosa.tries({"join", "ayni://127.0.0.1:1/ABCD-EFGH"}).err.starts_with("This profile is in a programme"));
    CHECK(odile.tries({"invite", "nobody"}).code == 1);
    CHECK(rosa.tries({"invite", desk.maude}).err.starts_with("This is for somebody else to do"));
    pair.is_sound();
}

TEST_CASE("values go in as text and come out as JSON, in the schema's order") {
    Pair pair;
    Desk& desk = pair.desk;
    const Phone& rosa = pair.rosa;
    const Json goal = rosa.does_one(
        {"add", "goal", "title=Vender pan", "due=2026-12-24", "target=12.5", "baseline=3", "horizon=short", "rank=V"});
    CHECK(goal.at("kind") == "Goal");
    CHECK(goal.at("scope") == "plan:" + desk.bakery);
    CHECK(goal.at("state") == "here");
    CHECK(goal.at("contested").empty());
    CHECK(fields_of(goal).dump() ==
          R"({"title":"Vender pan","horizon":"short","rank":"V","baseline":3,"target":12.5,"due":"2026-12-24",)"
          R"("status":"open"})");
    const std::string id = goal.at("id");
    const Json session =
        rosa.does_one({"add", "Session", "--scope", "plan:" + desk.bakery, "starts=2026-10-28T09:10:00-04:00",
                       "topics=pricing,cash", "people=" + desk.rosa + "," + desk.maude, "minutes=50", "status=held"});
    CHECK(fields_of(session).at("starts") == "2026-10-28T13:10:00Z");
    CHECK(fields_of(session).at("topics") == Json::array({"cash", "pricing"}));
    CHECK(fields_of(session).at("people").size() == 2);
    const std::string meeting = session.at("id");
    const Json fewer = rosa.does_one({"set", meeting, "topics-=cash", "minutes="});
    CHECK(fields_of(fewer).at("topics") == Json::array({"pricing"}));
    CHECK_FALSE(fields_of(fewer).contains("minutes"));
    CHECK(fields_of(rosa.does_one({"set", meeting, "topics+=legal"})).at("topics").size() == 2);
    CHECK(fields_of(rosa.does_one({"set", meeting, "topics=team"})).at("topics") == Json::array({"team"}));
    const Json done = rosa.does_one({"add", "Action", "title=Comprar", "goal=" + id, "horizon=short", "status=done",
                                     "done_at=2026-11-02T10:00:00Z"});
    CHECK(fields_of(done).at("done_at") == "2026-11-02T10:00:00Z");
    CHECK(fields_of(done).at("owner") == desk.rosa);
    CHECK(fields_of(done).at("rank") > "V");  // at the end of the lane
    const Json moved = rosa.does_one({"set", id, "horizon=long"});
    CHECK(fields_of(moved).at("horizon") == "long");
    const Json person = rosa.does_one({"set", desk.rosa, "languages=es:fluent,fr:get_by", "needs=pricing:3"});
    CHECK(fields_of(person).at("languages").dump() == R"({"es":"fluent","fr":"get_by"})");
    CHECK(fields_of(person).at("needs").dump() == R"({"pricing":3})");
    const auto odd = rosa.tries({"set", id, "weather=lluvia", "status=singing"});
    CHECK(odd.code == 0);
    CHECK(odd.err.find("Goal has no field \"weather\"") != std::string::npos);
    CHECK(odd.err.find("status=singing") != std::string::npos);
    CHECK(fields_of(Json::parse(odd.out)).at("weather") == "lluvia");
    pair.is_sound();
}

TEST_CASE("what can't be read or isn't there is refused in one line, and nothing is written") {
    Pair pair;
    Desk& desk = pair.desk;
    const Phone& rosa = pair.rosa;
    const auto refused = [&](const season_test::Words& words, const std::string& sentence) {
        const auto said = rosa.tries(words);
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(season_test::lines_of(said.err).size() == 1);
        CHECK(said.err.substr(0, sentence.size()) == sentence);
    };
    refused({"add", "Goal", "title=x", "due=24/12/2026"}, "\"due\" can't be read like that: write a date");
    refused({"add", "Session", "--scope", "plan:" + desk.bakery, "minutes=many"}, "\"minutes\" can't be read");
    refused({"add", "Action", "title=x", "goal=nothing-like-it"}, "\"goal\" can't be read like that: write the id");
    refused({"add", "Action", "title"}, "\"title\" isn't field=value");
    refused({"add", "Gaol", "title=x"}, "There is no kind \"Gaol\" here");
    refused({"add", "Goal", "title=x", "--scope", "plan:nobody"}, "There is no space \"plan:nobody\" here");
    refused({"list", "Harvest"}, "There is no kind \"Harvest\" here");
    refused({"show", "nothing"}, "There is no record \"nothing\" here");
    refused({"add", "Goal", "title=x", "--scope", "talk:" + desk.pairing}, "This kind of record doesn't belong");
    CHECK(rosa.does({"list", "Goal"}).empty());
    CHECK(rosa.does({"list", "Action"}).empty());
    CHECK(rosa.does_one({"status"}).at("waiting") == 0);
    pair.is_sound();
}

TEST_CASE("a mentor proposes, and changes nothing of the owner's") {
    Pair pair;
    Desk& desk = pair.desk;
    const Phone& rosa = pair.rosa;
    const Phone& maude = pair.maude;
    const std::string id = rosa.does_one({"add", "Goal", "title=Vender pan"}).at("id");
    rosa.does({"sync"});
    maude.does({"sync"});
    auto said = maude.tries({"add", "Goal", "title=x"});
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("In which space? Say --scope with one of plan:"));
    CHECK(maude.tries({"set", id, "title=Otra cosa"}).err.starts_with("Somebody else writes this"));
    CHECK(maude.tries({"remove", id}).code == 1);
    const Json proposal = maude.does_one({"add", "Action", "title=Una receta", "--scope", "plan:" + desk.bakery});
    CHECK(fields_of(proposal).at("status") == "proposed");
    CHECK(fields_of(proposal).at("suggested_by") == desk.maude);
    const Json sent = maude.does_one({"sync"});
    CHECK(sent.at("sent") > 0);
    CHECK(sent.at("refused").empty());
    rosa.does({"sync"});
    CHECK(fields_of(rosa.does_one({"set", proposal.at("id"), "status=open"})).at("status") == "open");
    pair.is_sound();
}

TEST_CASE("removed and restored") {
    Pair pair;
    const Phone& rosa = pair.rosa;
    const std::string id = rosa.does_one({"add", "Goal", "title=Vender pan"}).at("id");
    CHECK(fields_of(rosa.does_one({"remove", id})).at("removed") == true);
    CHECK(rosa.does({"list", "Goal"}).empty());
    CHECK(rosa.does({"list", "Goal", "--removed"}).size() == 1);
    CHECK_FALSE(fields_of(rosa.does_one({"restore", id})).contains("removed"));
    CHECK(rosa.does({"list", "Goal"}).size() == 1);
    pair.is_sound();
}

TEST_CASE("two versions are shown with who and when, and settled with one word") {
    Pair pair;
    Desk& desk = pair.desk;
    const Phone& rosa = pair.rosa;
    const auto again = desk.joins("rosa-2", desk.rosa);
    const std::string id = rosa.does_one({"add", "Goal", "title=Vender pan"}).at("id");
    rosa.does({"sync"});
    again.does({"sync"});
    rosa.does({"set", id, "title=Pan dulce"});
    again.does({"set", id, "title=Pan integral"});
    for (const auto* phone : {&rosa, &again, &rosa}) {
        phone->does({"sync"});
    }
    CHECK(rosa.does_one({"show", id}).at("contested") == Json::array({"title"}));
    const Json conflict = rosa.does_one({"conflicts"});
    CHECK(conflict.at("id") == id);
    CHECK(conflict.at("field") == "title");
    REQUIRE(conflict.at("versions").size() == 2);
    CHECK(conflict.at("versions")[0].at("value") == "Pan integral");
    CHECK(conflict.at("versions")[0].at("shown") == true);
    CHECK(conflict.at("versions")[1].at("by") == desk.rosa);
    CHECK(rosa.tries({"resolve", id, "title", "keep:0123456789abcdef:1"}).code == 1);
    CHECK(rosa.tries({"resolve", id, "due", "2026-12-01"}).code == 1);
    const std::string dot = conflict.at("versions")[1].at("dot");
    CHECK(fields_of(rosa.does_one({"resolve", id, "title", "keep:" + dot})).at("title") == "Pan dulce");
    rosa.does({"sync"});
    again.does({"sync"});
    for (const auto* phone : {&rosa, &again}) {
        CHECK(phone->does({"conflicts"}).empty());
        CHECK(fields_of(phone->does_one({"show", id})).at("title") == "Pan dulce");
    }
    pair.is_sound();
}

TEST_CASE("two aynictl on one profile: the second waits, then says who is in the way") {
    Desk desk;
    desk.opens();
    const auto lock = desk.holds_profile_of_coordinator();
    const auto said = desk.coordinator().tries({"status"});
    CHECK(said.code == 1);
    CHECK(said.err == "Another program is using this profile: wait for it to finish, or close it, and try again.\n");
}

TEST_CASE("more than twenty removals at once ask first, are told where they arrive, and come back in one word") {
    Pair pair;
    const Phone& rosa = pair.rosa;
    std::vector<std::string> words{"remove"};
    for (int i = 0; i < 21; ++i) {
        words.push_back(rosa.does_one({"add", "Goal", "title=Meta " + std::to_string(i)}).at("id"));
    }
    rosa.does({"sync"});
    pair.maude.does({"sync"});
    const auto said = rosa.tries(words);
    CHECK(said.code == 1);
    CHECK(said.err == "That would take away 21 records at once: if you mean it, say it again with --yes.\n");
    CHECK(rosa.does({"list", "Goal"}).size() == 21);
    words.push_back("--yes");
    CHECK(rosa.does(words).size() == 21);
    CHECK(rosa.does({"list", "Goal"}).empty());
    rosa.does({"sync"});
    pair.maude.does({"sync"});
    const Json mass = pair.maude.does_one({"removals"});
    CHECK(mass.at("count") == 21);
    CHECK(mass.at("by") == pair.desk.rosa);
    CHECK(mass.at("records").size() == 21);
    words.front() = "restore";
    words.pop_back();
    CHECK(rosa.does(words).size() == 21);
    CHECK(rosa.does({"list", "Goal"}).size() == 21);
    CHECK(rosa.does({"removals"}).empty());
    pair.is_sound();
}

TEST_CASE("the history says who wrote what over what, and the last thing done is undone, and done again") {
    Pair pair;
    const Phone& rosa = pair.rosa;
    const std::string id = rosa.does_one({"add", "Goal", "title=Vender pan", "horizon=short"}).at("id");
    rosa.does({"set", id, "title=Vender pan dulce", "due=2026-11-30"});
    const auto all = [&](const season_test::Words& words) {
        std::vector<Json> objects;
        for (const std::string& one : rosa.does(words)) {
            objects.push_back(Json::parse(one));
        }
        return objects;
    };
    auto history = all({"show", id, "--history"});
    const auto last = [&] { return history.back(); };
    const auto titles = [&] {
        std::vector<Json> found;
        std::ranges::copy_if(history, std::back_inserter(found),
                             [](const Json& j) { return j.at("field") == "title"; });
        return found;
    };
    REQUIRE(titles().size() == 2);
    CHECK(titles()[0].at("standing") == "replaced");
    CHECK(titles()[1].at("value") == "Vender pan dulce");
    CHECK(titles()[1].at("over")[0].at("value") == "Vender pan");
    CHECK(titles()[1].at("over")[0].at("dot") == titles()[0].at("dot"));
    CHECK(titles()[1].at("by") == pair.desk.rosa);
    CHECK(titles()[1].at("name") == "Rosa (ficticia)");
    CHECK(last().at("value") == "2026-11-30");

    const auto undone = all({"undo"});
    REQUIRE(undone.size() == 2);
    CHECK(undone[0].at("field") == "title");
    CHECK(undone[0].at("before") == "Vender pan");
    CHECK(undone[0].at("undone") == true);
    CHECK(fields_of(rosa.does_one({"show", id})).at("title") == "Vender pan");
    CHECK_FALSE(fields_of(rosa.does_one({"show", id})).contains("due"));
    rosa.does({"undo"});
    CHECK(fields_of(rosa.does_one({"show", id})).at("title") == "Vender pan dulce");

    const std::string other = rosa.does_one({"add", "Goal", "title=Ahorrar"}).at("id");
    CHECK(rosa.does_one({"undo"}).at("did") == "made");
    CHECK(rosa.does({"list", "Goal"}).size() == 1);
    CHECK(rosa.does_one({"undo"}).at("did") == "removed");
    CHECK(rosa.does({"list", "Goal"}).size() == 2);
    rosa.does({"remove", other});
    history = all({"show", other, "--history"});
    CHECK(last().at("field") == "removed");
    const auto said = pair.maude.tries({"undo"});
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("There is nothing to undo"));
    pair.is_sound();
}

TEST_CASE("recover: a damaged profile is made anew, it is said what is missing, and all comes back from the hub") {
    Desk desk;
    desk.opens();
    const auto rosa = desk.joins("rosa", desk.rosa);
    for (const char* title : {"Uno", "Dos", "Tres"}) {
        rosa.does({"add", "Goal", std::string("title=") + title, "--scope", "plan:" + desk.bakery});
    }
    rosa.does({"sync"});
    rosa.does({"add", "Goal", "title=Cuatro", "--scope", "plan:" + desk.bakery});
    Json said = rosa.does_one({"recover"});
    CHECK(said.at("recovered") == false);
    CHECK(said.at("set_aside").is_null());

    const auto file = rosa.folder() / "profile.db";
    std::string bytes = season_test::text_of(file);
    bytes.replace(16, 4096 - 16, 4096 - 16, '\0');  // the page that says where everything is
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    const auto refused = rosa.tries({"list", "Goal"});
    CHECK(refused.code == 1);
    CHECK(refused.err.find("aynictl recover") != std::string::npos);

    said = rosa.does_one({"recover"});
    CHECK(said.at("recovered") == true);
    CHECK(said.at("set_aside") == "profile.db.damaged-1");
    CHECK(season_test::text_of(rosa.folder() / "profile.db.damaged-1") == bytes);
    CHECK(said.at("missing").empty());
    CHECK(said.at("keys_lost") == false);
    CHECK(said.at("awaits_own_log") == true);
    CHECK(rosa.lists("Goal").size() == 4);
    rosa.does({"sync"});
    said = rosa.does_one({"recover"});
    CHECK(said.at("recovered") == false);
    CHECK(said.at("set_aside") == "profile.db.damaged-1");
    CHECK(said.at("awaits_own_log") == false);
    CHECK(rosa.lists("Goal").size() == 4);
    CHECK(rosa.does_one({"status"}).at("waiting") == 0);
    CHECK(rosa.tries({"check"}).code == 0);
}

TEST_CASE(
    "aside: of a profile that wasn't locked yet the damaged file is set aside locked, and opened only by its key") {
    const hub_test::Folder folder;
    const Phone rosa(folder.path / "rosa");
    std::filesystem::create_directories(rosa.folder());
    const auto database = std::filesystem::path(AYNI_TEST_DATA) / "databases" / "version-5.db";
    std::string bytes = season_test::text_of(database);
    bytes.replace(100, 4096 - 100, 4096 - 100, '\0');  // where everything is
    std::ofstream(rosa.folder() / "profile.db", std::ios::binary) << bytes;
    const auto refused = rosa.tries({"list", "Goal"});
    CHECK(refused.code == 1);
    CHECK(refused.err.find("aynictl recover") != std::string::npos);
    CHECK(rosa.does_one({"recover"}).at("set_aside") == "profile.db.damaged-1");
    const std::string aside = rosa.folder() / "profile.db.damaged-1";
    REQUIRE(bytes.find("Rosa") != std::string::npos);
    CHECK(season_test::text_of(aside).find("Rosa") == std::string::npos);

    const std::string out = folder.path / "as-it-was.db";
    for (const std::string& wrong : {std::string(rosa.folder() / "profile.db"), std::string(folder.path / "none")}) {
        const auto said = rosa.tries({"aside", wrong, out});
        CHECK(said.code == 1);
        CHECK(said.err.starts_with("That isn't a file that this profile set aside"));
    }
    CHECK(rosa.tries({"aside", aside, rosa.folder() / "profile.db"}).err.starts_with("There is a file already"));
    CHECK_FALSE(std::filesystem::exists(out));
    CHECK(rosa.does_one({"aside", aside, out}).at("bytes") == bytes.size());
    CHECK(season_test::text_of(out) == bytes);
    CHECK(rosa.tries({"check"}).code == 0);
}

TEST_CASE("a profile that has only to take its place again is found") {
    Desk desk;
    desk.opens();
    const auto file = desk.coordinator().folder() / "profile.db";
    std::filesystem::rename(file, std::filesystem::path(file) += ".rebuilt");
    CHECK(desk.coordinator().lists("Person").size() == 3);
    CHECK(std::filesystem::exists(file));
}
