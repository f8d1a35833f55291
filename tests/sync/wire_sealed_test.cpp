// Sealed parts: who can open one, and what becomes of a damaged one.

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "sync/wire/sealed.hpp"

using namespace ayni;
using namespace ayni::wire;

namespace {

const std::vector<std::string> frames{pack_frame({std::string(70, 'a'), std::string(700, 'b')}), pack_frame({}), "x"};

bool opens(std::string_view part, const KeyPair& keys, Slots slots) {
    const auto opened = open_part(part, keys, slots);
    REQUIRE(opened);
    if (*opened) {
        CHECK(**opened == frames);
    }
    return opened->has_value();
}

}  // namespace

TEST_CASE("a part opens for the hub by its first slot, for each of its devices by the others, and for nobody else") {
    const KeyPair hub = make_keys();
    std::vector<KeyPair> devices;
    std::vector<PublicKey> keys;
    for (int count = 0; count < 9; ++count) {
        const std::string part = seal_part(PartKind::for_the_hub, frames, hub.open, keys);
        CHECK(opens(part, hub, Slots::first));
        CHECK_FALSE(opens(part, hub, Slots::others));
        for (const KeyPair& device : devices) {
            CHECK(opens(part, device, Slots::others));
            CHECK_FALSE(opens(part, device, Slots::first));
        }
        CHECK_FALSE(opens(part, make_keys(), Slots::others));
        const auto look = look_at_part(part);
        REQUIRE(look);
        CHECK(look->kind == PartKind::for_the_hub);
        CHECK(look->slots == (static_cast<std::size_t>(count) / 4 + 1) * 4);
        devices.push_back(make_keys());
        keys.push_back(devices.back().open);
    }
}

TEST_CASE("a key that can't be one is left out, and the part is for the others") {
    const KeyPair hub = make_keys();
    const KeyPair device = make_keys();
    const std::vector<PublicKey> keys{PublicKey{}, device.open};
    CHECK(opens(seal_part(PartKind::hub_has_it, frames, hub.open, keys), device, Slots::others));
}

TEST_CASE("the size of a part says only about how much it holds") {
    const KeyPair hub = make_keys();
    const auto size_for = [&](std::size_t bytes) {
        return seal_part(PartKind::hub_has_it, {std::string(bytes, 'x')}, hub.open, {}).size();
    };
    CHECK(size_for(0) == size_for(240));
    CHECK(size_for(4000) == size_for(4060));
    std::size_t sizes = 0;
    for (std::size_t bytes = 1000; bytes < 100'000; bytes += 100) {
        sizes += size_for(bytes) != size_for(bytes + 100) ? 1 : 0;
        REQUIRE(size_for(bytes) < bytes * 112 / 100 + 500);
    }
    CHECK(sizes < 130);
}

TEST_CASE("a part with any byte changed, cut or added opens to what was sealed or not at all") {
    const KeyPair hub = make_keys();
    const KeyPair device = make_keys();
    const std::string part = seal_part(PartKind::hub_has_it, frames, hub.open, std::span(&device.open, 1));
    const auto is_safe = [&](const std::string& bytes) {
        const auto opened = open_part(bytes, device, Slots::others);
        return !opened || !*opened || **opened == frames;
    };
    for (std::size_t at = 0; at < part.size(); ++at) {
        std::string changed = part;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        REQUIRE(is_safe(changed));
        const auto cut = open_part(part.substr(0, at), device, Slots::others);
        REQUIRE((!cut || !*cut));
    }
    const auto longer = open_part(part + "x", device, Slots::others);
    REQUIRE_FALSE(longer);
    CHECK(longer.fault() == Fault::malformed);
}
