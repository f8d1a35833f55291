// What the fuzzers run without end, a little of it: so that no target can rot, and nothing they once found comes back.

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/targets.hpp"

using namespace ayni::fuzz;

namespace {

// Some bytes changed, some left out, some put in twice; or the head of one and the tail of another.
std::string spoilt(std::string bytes, const std::string& other, std::mt19937_64& chance) {
    if (chance() % 4 == 0) {
        return bytes.substr(0, chance() % (bytes.size() + 1)) + other.substr(chance() % (other.size() + 1));
    }
    for (auto n = 1 + chance() % 4; n > 0 && !bytes.empty(); --n) {
        const std::size_t at = chance() % bytes.size();
        switch (chance() % 4) {
            case 0: bytes.erase(at, 1 + chance() % 4); break;
            case 1: bytes.insert(at, bytes.substr(at, chance() % 9)); break;
            default: bytes[at] = static_cast<char>(chance());
        }
    }
    return bytes;
}

void run_all(const Target& target, int times) {
    const auto seeds = target.seeds();
    REQUIRE_FALSE(seeds.empty());
    std::mt19937_64 chance(20261125);
    for (const std::string& seed : seeds) {
        target.run(seed);
    }
    target.run({});
    for (int i = 0; i < times; ++i) {
        target.run(spoilt(seeds[chance() % seeds.size()], seeds[chance() % seeds.size()], chance));
    }
    const auto found = std::filesystem::path(AYNI_FUZZ_FOUND) / target.name;
    if (std::filesystem::exists(found)) {
        for (const auto& entry : std::filesystem::directory_iterator(found)) {
            std::ifstream in(entry.path(), std::ios::binary);
            target.run(std::string(std::istreambuf_iterator<char>(in), {}));
        }
    }
}

}  // namespace

TEST_CASE("whatever bytes come, each reader refuses them or reads what it would write") {
    for (const Target* target : targets()) {
        const bool is_import = target == &import_csv || target == &import_json || target == &import_season;
        const bool is_slow = target == &store || is_import;
        DYNAMIC_SECTION(target->name) {
            run_all(*target, is_slow ? 300 : 3000);
        }
    }
}
