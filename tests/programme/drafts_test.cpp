#include "engine/programme/drafts.hpp"

#include <unistd.h>

#include <fstream>

#include "tests/programme/village.hpp"

using namespace ayni;
using namespace ayni::programme;
using namespace ayni::programme::test;

namespace {

std::string bytes_of(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
}

}  // namespace

TEST_CASE("a draft comes back at its place, until it is empty or discarded") {
    Village v;
    Store& store = *v.rosa.store;
    CHECK(must(draft_at(store, "add")).empty());
    must(keep_draft(store, "add", v.plan, {{"title", "Weigh the fl"}, {"due", ""}}));
    must(keep_draft(store, "post", {}, {{"text", "Who has bags?\nñ"}}));
    CHECK(must(draft_at(store, "add")) == Form{{"title", "Weigh the fl"}});
    v.clock.now += 1000;
    must(keep_draft(store, "add", v.plan, {{"title", "Weigh the flour"}}));
    CHECK(must(draft_at(store, "add")) == Form{{"title", "Weigh the flour"}});
    const auto all = must(store.drafts());
    REQUIRE(all.size() == 2);
    CHECK(all[0].place == "add");
    CHECK(all[0].scope == v.plan);
    CHECK(all[0].at == v.clock.now);
    CHECK_FALSE(all[1].scope);
    must(keep_draft(store, "add", v.plan, {{"title", ""}}));
    must(store.clear_draft("post"));
    CHECK(must(store.drafts()).empty());
    CHECK(fault_of(keep_draft(store, "add", v.plan, {{"title", std::string(300 * 1024, 'x')}})) == Fault::too_large);
    must(store.set_draft("add", v.plan, std::string("\xFF\xFF\xFF", 3)));
    CHECK(must(draft_at(store, "add")).empty());
}

TEST_CASE("a draft is in no log and in no envelope, changes nothing that is shown, and isn't the last act") {
    Village v;
    Store& store = *v.rosa.store;
    NewAction action;
    action.title = "a";
    must(add_action(store, v.plan, action));
    const auto waiting = must(store.waiting());
    int heard = 0;
    store.observe([&](std::span<const Touched>) { ++heard; });
    must(keep_draft(store, "add", v.plan, {{"title", "Weigh the flour"}}));
    CHECK(must(store.waiting()) == waiting);
    CHECK(heard == 0);
    CHECK_FALSE(must(last_deed(store)).steps.empty());
    CHECK(must(store.check()).empty());
    v.rosa.gives_to(v.maude);
    CHECK(must(v.maude.store->drafts()).empty());
}

TEST_CASE("what is sent is a draft no more, and what can't be sent is one still") {
    Village v;
    Store& store = *v.rosa.store;
    const auto sends = [&](const std::string& title) {
        return send_draft(store, "add", [&](Store& s) {
            NewAction action;
            action.title = title;
            return add_action(s, v.plan, action);
        });
    };
    must(keep_draft(store, "add", v.plan, {{"title", "Weigh the flour"}}));
    CHECK(fault_of(sends(" ")) == Fault::invalid);
    CHECK(must(draft_at(store, "add")) == Form{{"title", "Weigh the flour"}});
    const Deed deed = must(sends("Weigh the flour"));
    CHECK(deed.record == v.rosa.board(v.plan).lane(Lane::near).front().id);
    CHECK(must(store.drafts()).empty());
}

TEST_CASE("a draft goes with its scope, to the last byte, also where nothing else of the scope was here") {
    const Folder folder;
    Village v;
    auto store = must(Store::open(folder.path / "profile.db", {.decode = wire::decode}));
    must(keep_draft(*store, "add", v.plan, {{"title", "Weigh the flour"}}));
    must(keep_draft(*store, "add other", v.looms_plan, {{"title", "Buy the wool"}}));
    must(keep_draft(*store, "post", {}, {{"text", "Who has bags?"}}));
    CHECK(must(store->keep_only(std::vector{v.looms_plan})) == std::vector{v.plan});
    CHECK(must(store->drafts()).size() == 2);
    CHECK(must(draft_at(*store, "add")).empty());
    CHECK(bytes_of(folder.path).find("Weigh the flour") == std::string::npos);
    CHECK(bytes_of(folder.path).find("Buy the wool") != std::string::npos);
}

TEST_CASE("drafts move with what was written alone when somebody joins") {
    Village v;
    Store& store = *v.rosa.store;
    must(keep_draft(store, "add/" + to_text(v.looms_plan), v.looms_plan, {{"title", "Buy the wool"}}));
    must(keep_draft(store, "post", {}, {{"text", "Who has bags?"}}));
    must(store.move_drafts(v.looms_plan, v.plan));
    CHECK(must(draft_at(store, "add/" + to_text(v.plan))) == Form{{"title", "Buy the wool"}});
    CHECK(must(store.draft("add/" + to_text(v.plan)))->scope == v.plan);
    CHECK(must(store.drafts()).size() == 2);
}
