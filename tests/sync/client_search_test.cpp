// aynictl search, as people and scripts use it.

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "tests/sync/client_desk.hpp"

using namespace ayni;
using namespace ayni::client_test;

namespace {

std::vector<Json> finds(const Phone& phone, season_test::Words words) {
    words.insert(words.begin(), "search");
    std::vector<Json> found;
    for (const std::string& line : phone.does(words)) {
        found.push_back(Json::parse(line));
    }
    return found;
}

std::string hit(const Json& found, std::size_t index) {
    const auto from = found.at("hits").at(index).at(0).get<std::size_t>();
    const auto to = found.at("hits").at(index).at(1).get<std::size_t>();
    return found.at("snippet").get<std::string>().substr(from, to - from);
}

}  // namespace

TEST_CASE("what was written on one phone is found on the other by words without their accents") {
    Desk desk;
    desk.opens();
    const Phone rosa = desk.joins("rosa", desk.rosa);
    const Phone maude = desk.joins("maude", desk.maude);
    rosa.does({"add", "Goal", "title=Vender en la panadería", "why=Por la sesión del jueves", "horizon=short"});
    rosa.does({"sync"});
    maude.does({"sync"});
    const std::string plan = "plan:" + desk.bakery;

    const auto goals = finds(maude, {"sesion", "juev"});
    REQUIRE(goals.size() == 1);
    const Json& goal = goals.front();
    CHECK(goal.at("kind") == "Goal");
    CHECK(goal.at("scope") == plan);
    CHECK(goal.at("field") == "why");
    CHECK(goal.at("snippet") == "Por la sesión del jueves");
    CHECK(goal.at("hits").size() == 2);
    CHECK(hit(goal, 0) == "sesión");
    CHECK(hit(goal, 1) == "jueves");

    CHECK(finds(maude, {"panaderia"}).size() == 2);  // the business too
    CHECK(finds(maude, {"panaderia", "--kind", "business"}).front().at("id") == desk.bakery);
    CHECK(finds(maude, {"panaderia", "--scope", plan}).front().at("id") == goal.at("id"));
    CHECK(finds(maude, {"panaderia", "--limit", "1"}).size() == 1);
    CHECK(finds(maude, {"\"panaderia*", "AND"}).empty());
    const std::string id = goal.at("id");
    rosa.does({"remove", id});
    CHECK(finds(rosa, {"jueves"}).empty());
    CHECK(finds(rosa, {"jueves", "--removed"}).front().at("removed") == true);
    rosa.does({"restore", id});
    CHECK(finds(rosa, {"jueves"}).size() == 1);

    auto said = maude.tries({"search", "panaderia", "--limit", "1"});
    CHECK(said.code == 0);
    CHECK(said.err == "There is more: add a word, or raise --limit.\n");
    said = maude.tries({"search", "zzz"});
    CHECK(said.code == 0);
    CHECK(said.out.empty());
    CHECK(said.err == "Nothing was found with these words.\n");
    CHECK(maude.tries({"search", "x", "--kind", "Nothing"}).code == 1);
    CHECK(maude.tries({"search", "x", "--scope", "plan:nobody"}).code == 1);
    CHECK(maude.tries({"search", "x", "--limit", "0"}).code == 2);
    CHECK(maude.tries({"search"}).code == 2);
    said = season_test::run({AYNI_CTL, "--lang", "en", "--profile", maude.folder().string(), "search", "juev"});
    CHECK(said.out.find("Goal, the plan of Panadería, ") != std::string::npos);
    CHECK(said.out.find("Vender en la panadería · why: Por la sesión del *jueves*\n") != std::string::npos);
}
