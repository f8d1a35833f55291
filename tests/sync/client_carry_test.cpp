// aynictl carry, as people and scripts use it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/sync/client_desk.hpp"

using namespace ayni;
using namespace ayni::client_test;

namespace {

std::size_t lines_of(const Phone& phone, const char* kind) {
    return phone.does({"list", kind}).size();
}

}  // namespace

TEST_CASE("aynictl carry: out on one phone and in on another, with no hub between") {
    Desk desk;
    desk.opens();
    const Phone rosa = desk.joins("rosa", desk.rosa);
    const Phone maude = desk.joins("maude", desk.maude);
    rosa.does({"sync"});
    rosa.does({"add", "goal", "title=Vender pan"});
    const auto card = desk.path() / "card";
    std::filesystem::create_directories(card);

    const Json out = rosa.does_one({"carry", "out", card.string()});
    const std::filesystem::path file = out.at("file").get<std::string>();
    CHECK(file.parent_path() == card);
    CHECK(file.extension() == ".ayni");
    CHECK(out.at("bytes") == std::filesystem::file_size(file));
    CHECK(out.at("scopes") > 1);
    CHECK(out.at("carried") == 0);
    CHECK(rosa.does_one({"status"}).at("waiting") > 0);

    const Json in = maude.does_one({"carry", "in", file.string()});
    CHECK(in.at("changes") > 0);
    CHECK(in.at("passed_over").empty());
    CHECK(lines_of(maude, "Goal") == 1);
    CHECK(maude.does_one({"carry", "in", file.string()}).at("changes") == 0);
    CHECK(maude.does({"check"}).empty());

    // Over its own file, but over no other.
    CHECK(rosa.does_one({"carry", "out", file.string()}).at("file") == file.string());
    std::ofstream(card / "letter.txt") << "Querida";
    auto said = rosa.tries({"carry", "out", (card / "letter.txt").string()});
    CHECK(said.code == 1);
    CHECK(said.err.starts_with("There is a file already that isn't Ayni's"));
    CHECK(season_test::text_of(card / "letter.txt") == "Querida");
}

TEST_CASE("aynictl carry: what isn't there, is cut, or is later than this program is told apart") {
    Desk desk;
    desk.opens();
    const Phone rosa = desk.joins("rosa", desk.rosa);
    const auto file = desk.path() / "a.ayni";
    rosa.does({"carry", "out", file.string()});
    const std::string whole = season_test::text_of(file);

    CHECK(rosa.tries({"carry", "in", (desk.path() / "b.ayni").string()}).err.starts_with("That file isn't there"));
    std::ofstream(file, std::ios::binary | std::ios::trunc) << whole.substr(0, whole.size() / 2);
    const auto said = rosa.tries({"carry", "in", file.string()});
    CHECK(said.code == 1);
    CHECK(said.out.empty());
    CHECK(said.err.starts_with("That file is cut, changed or not Ayni's: nothing was taken"));
    std::string later = whole.substr(0, whole.size() - 16);
    later[8] = 9;
    std::ofstream(file, std::ios::binary | std::ios::trunc) << later << wire::short_hash(later);
    CHECK(rosa.tries({"carry", "in", file.string()}).err.starts_with("A newer version of Ayni saved this"));
    CHECK(rosa.tries({"carry"}).code == 2);
    CHECK(rosa.tries({"carry", "out"}).code == 2);

    const Phone nobody = desk.person("nobody");
    CHECK(nobody.tries({"join", "ayni://127.0.0.1:1/ABCD-EFGH"}).code == 1);  // makes the profile, reaches no hub
    CHECK(nobody.tries({"carry", "out", (desk.path() / "c.ayni").string()}).err.starts_with("This profile is in no"));
    CHECK_FALSE(std::filesystem::exists(desk.path() / "c.ayni"));
}
