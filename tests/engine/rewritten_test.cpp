// What was written again since a time, and by whom.

#include "tests/engine/phones.hpp"

using namespace ayni;
using namespace ayni::test;

namespace {

Edit edit(RecordId id, std::string_view field, Value value, std::string key = {}) {
    return make_edit(id, kind::session, field, std::move(value), std::move(key));
}

std::vector<std::string> fields_of(const std::vector<Rewritten>& all) {
    std::vector<std::string> names;
    for (const Rewritten& each : all) {
        names.emplace_back(find_kind(each.kind)->field(each.field)->name);
    }
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("What was written again is found by its time, not what was there from the first") {
    Phone phone;
    const RecordId id = phone.store->new_record();
    const std::int64_t began = phone.clock.now;
    must(phone.store->write(plan, std::vector{edit(id, "minutes", std::int64_t{60}),
                                              edit(id, "place", std::string("a")), edit(id, "topics", true, "cash")}));
    CHECK(must(phone.store->rewritten_since(plan, 0)).empty());
    phone.clock.now += 1000;
    must(
        phone.store->write(plan, std::vector{edit(id, "minutes", std::int64_t{90}), edit(id, "topics", true, "team")}));
    phone.clock.now += 1000;
    must(phone.store->remove(id));
    CHECK(fields_of(must(phone.store->rewritten_since(plan, began))) == Names{"minutes", "topics", "removed"});
    const auto last = must(phone.store->rewritten_since(plan, began + 2000));
    CHECK(fields_of(last) == Names{"removed"});
    CHECK(last[0].record == id);
    CHECK(last[0].stamp.ms() == began + 2000);
    CHECK(must(phone.store->rewritten_since(plan, began + 2001)).empty());
    CHECK(must(phone.store->rewritten_since({ScopeKind::plan, id}, 0)).empty());
}
