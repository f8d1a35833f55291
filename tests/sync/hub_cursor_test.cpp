// The few bytes that a device keeps for the hub.

#include <catch2/catch_test_macros.hpp>

#include "sync/hub/cursor.hpp"
#include "sync/wire/envelope.hpp"

using namespace ayni;

TEST_CASE("a cursor comes back as it went, in a few bytes") {
    const hub::Cursor cursor{0xDEADBEEF, {1'000'000, 7, 9, 12'345}, 11, 4'321};
    const std::string bytes = hub::to_bytes(cursor);
    CHECK(bytes.size() < 24);
    CHECK(hub::parse_cursor(bytes) == cursor);
}

TEST_CASE("a cursor that is cut, longer, or made of anything else is none") {
    const std::string bytes = hub::to_bytes({1, {2, 3, 4, 5}, 6, 7});
    CHECK_FALSE(hub::parse_cursor({}));
    CHECK_FALSE(hub::parse_cursor(bytes + '\0'));
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CHECK_FALSE(hub::parse_cursor(bytes.substr(0, length)));
    }
    for (int i = 0; i < 200; ++i) {
        const auto parsed = hub::parse_cursor(wire::random_bytes(i % 40));
        if (parsed) {
            CHECK(parsed->held.number >= 0);
            CHECK(parsed->held.filled >= 0);
        }
    }
}

TEST_CASE("what a device holds of a scope follows from when the scope was granted") {
    const hub::Held held{100, 5, 8, 40};
    CHECK(held.reach(5) == 100);
    CHECK(held.reach(6) == 40);
    CHECK(held.reach(8) == 40);
    CHECK(held.reach(9) == 0);
}
