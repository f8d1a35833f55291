// attach and fetch, as people and scripts use them.

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/sync/client_desk.hpp"

using namespace ayni;
using namespace ayni::client_test;
using namespace std::string_literals;

TEST_CASE("a photo is attached on one phone, named on the other, and fetched where it is") {
    Desk desk;
    desk.opens();
    const Phone rosa = desk.joins("rosa", desk.rosa);
    const Phone maude = desk.joins("maude", desk.maude);
    const std::string goal = rosa.does_one({"add", "Goal", "title=Vender pan"}).at("id");
    const std::string jpeg = "\xFF\xD8\xFF\xE0"s + std::string(100'000, 'j');
    const auto file = (desk.path() / "horno.jpg").string();
    std::ofstream(file, std::ios::binary) << jpeg;

    const Json photo = rosa.does_one({"attach", goal, file, "--caption", "El horno", "--mime", "image/jpeg"});
    CHECK(photo.at("kind") == "Attachment");
    CHECK(photo.at("scope") == "plan:" + desk.bakery);
    CHECK(photo.at("fields").at("caption") == "El horno");
    CHECK(photo.at("fields").at("bytes") == jpeg.size());
    const std::string blob = photo.at("fields").at("blob");
    CHECK(rosa.lists("Attachment").size() == 1);
    // Locked like all she has: whoever has her folder and not her key reads nothing of it.
    std::size_t files = 0;
    for (const auto& lying : std::filesystem::recursive_directory_iterator(rosa.folder())) {
        if (lying.is_regular_file()) {
            ++files;
            const std::string bytes = season_test::text_of(lying.path());
            CHECK(bytes.find(jpeg.substr(100, 32)) == std::string::npos);
            CHECK(bytes.find(blob) == std::string::npos);
        }
    }
    CHECK(files > 2);

    const auto copy = (desk.path() / "copy.jpg").string();
    const Json fetched = rosa.does_one({"fetch", photo.at("id"), "--to", copy});
    CHECK(fetched == Json{{"blob", blob}, {"bytes", jpeg.size()}, {"to", copy}});
    CHECK(season_test::text_of(copy) == jpeg);
    rosa.does({"fetch", blob, "--to", copy});

    rosa.does({"sync"});
    maude.does({"sync"});
    std::filesystem::remove(copy);
    for (const std::string& name : {photo.at("id").get<std::string>(), blob}) {
        const auto said = maude.tries({"fetch", name, "--to", copy});
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(said.err == "This attachment isn't on this device yet.\n");
    }
    CHECK_FALSE(std::filesystem::exists(copy));
    CHECK(rosa.does({"check"}).empty());
}

TEST_CASE("what can't be attached or fetched is refused with its sentence, and changes nothing") {
    Desk desk;
    desk.opens();
    const Phone rosa = desk.joins("rosa", desk.rosa);
    const std::string goal = rosa.does_one({"add", "Goal", "title=Vender pan"}).at("id");
    const auto path = [&](const char* name) { return (desk.path() / name).string(); };
    std::ofstream(path("notes.txt")) << "words";
    std::ofstream(path("large.jpg")) << "\xFF\xD8\xFF";
    std::filesystem::resize_file(path("large.jpg"), 11'000'000);
    const auto said = [&](const season_test::Words& words) {
        const auto finished = rosa.tries(words);
        CHECK(finished.code == 1);
        return finished.err;
    };
    CHECK(said({"attach", goal, path("notes.txt")}).starts_with("That file can't be attached: choose a photo"));
    CHECK(said({"attach", goal, desk.path().string()}).starts_with("That file can't be attached:"));
    CHECK(said({"attach", goal, path("large.jpg")}) ==
          "It is too large: 10485760 bytes are the most; shrink it or cut it.\n");
    CHECK(said({"attach", goal, path("none")}) == "There is no file of that name: check it.\n");
    CHECK(said({"attach", "nobody", path("large.jpg")}).starts_with("There is no record \"nobody\" here:"));
    CHECK(said({"fetch", goal, "--to", path("copy")}).starts_with("\"" + goal + "\" is no attachment:"));
    CHECK(rosa.tries({"fetch", goal}).code == 2);
    CHECK(rosa.lists("Attachment").empty());
    CHECK_FALSE(std::filesystem::exists(rosa.folder() / "blobs"));
    CHECK_FALSE(std::filesystem::exists(path("copy")));
}
