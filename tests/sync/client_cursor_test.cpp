// A hub that has lost the end of its log without anybody noticing: its epoch is the one it had.

#include "tests/sync/hub_village.hpp"

using namespace ayni;
using namespace ayni::hub_test;

namespace {

std::filesystem::path data_of(const Village& village) {
    return village.folder.path / "hub" / "hub.db";
}

// The file as it lies on the disk.
void keeps_copy(Village& village, const std::filesystem::path& copy) {
    must(village.closed().checkpoint());
    std::filesystem::copy_file(data_of(village), copy);
    village.reopen();
}

void is_put_back(Village& village, const std::filesystem::path& copy) {
    village.closed();
    village.server.reset();
    village.hub.reset();
    std::filesystem::remove_all(village.folder.path / "hub");
    std::filesystem::create_directories(village.folder.path / "hub");
    std::filesystem::copy_file(copy, data_of(village));
    village.reopen();
}

}  // namespace

TEST_CASE("a hub that refuses the cursor lacks something, whatever its epoch: it is offered again what it lacks") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    const auto copy = village.folder.path / "copy.db";
    keeps_copy(village, copy);
    const RecordId goal = rosa->makes(village.bakery_plan, kind::goal,
                                      {{"title", std::string("Después")}, {"status", Stage{"open", {}}}});
    rosa->sync();
    rosa->sync();  // her cursor stands after it
    CHECK(must(rosa->store->waiting()) == 0);
    const std::string epoch = must(rosa->store->setting("epoch"));
    is_put_back(village, copy);

    rosa->sync();
    CHECK(must(rosa->store->setting("epoch")) == epoch);
    auto maude = village.phone_of(village.maude);
    CHECK(maude->text_of(goal, "title") == "Después");
    CHECK(must(rosa->store->waiting()) == 0);
    CHECK(must(rosa->store->check()).empty());
    village.is_sound();
}

TEST_CASE("who asks from the beginning offers nothing again: no cursor of hers was refused") {
    Village village;
    auto rosa = village.phone_of(village.rosa);
    rosa->makes(village.bakery_plan, kind::goal, {{"title", std::string("Pan")}, {"status", Stage{"open", {}}}});
    rosa->sync();
    must(rosa->store->set_setting("cursor", {}));
    CHECK(rosa->sync().sent == 0);
}
