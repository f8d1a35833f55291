// libFuzzer's way in: one program for all targets. AYNI_FUZZ_TARGET says which ("all" names them, and ends);
// AYNI_FUZZ_SEEDS is a folder that gets what the target begins with.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "tests/fuzz/targets.hpp"

namespace {

const ayni::fuzz::Target* chosen = nullptr;

void write_seeds(const ayni::fuzz::Target& target, const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    int number = 0;
    for (const std::string& seed : target.seeds()) {
        std::ofstream out(folder / ("seed-" + std::to_string(++number)), std::ios::binary);
        out.write(seed.data(), static_cast<std::streamsize>(seed.size()));
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    const char* name = std::getenv("AYNI_FUZZ_TARGET");
    for (const ayni::fuzz::Target* target : ayni::fuzz::targets()) {
        if (name != nullptr && std::strcmp(name, target->name) == 0) {
            chosen = target;
        } else if (name != nullptr && std::strcmp(name, "all") == 0) {
            std::puts(target->name);
        }
    }
    if (name != nullptr && std::strcmp(name, "all") == 0) {
        std::exit(0);
    }
    if (chosen == nullptr) {
        std::fprintf(stderr, "AYNI_FUZZ_TARGET names no target\n");
        std::exit(2);
    }
    if (const char* folder = std::getenv("AYNI_FUZZ_SEEDS")) {
        write_seeds(*chosen, folder);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    chosen->run({reinterpret_cast<const char*>(data), size});
    return 0;
}
