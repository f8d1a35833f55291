#pragma once
// libsodium, ready to use. Private to engine/store.

#include <sodium.h>

#include <cstdlib>

namespace ayni {

// Without randomness there are no keys: nothing sensible can follow.
inline void need_sodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        std::abort();
    }
}

}  // namespace ayni
