#pragma once
// libsodium, ready to use. Private to sync/wire.

#include <sodium.h>

#include <cstdlib>

namespace ayni::wire {

// Without randomness there are no keys and no codes: nothing sensible can follow.
inline void need_sodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        std::abort();
    }
}

}  // namespace ayni::wire
