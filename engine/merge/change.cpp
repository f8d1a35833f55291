#include "engine/merge/change.hpp"

#include <algorithm>

namespace ayni {

Stamp next_stamp(Stamp last, std::int64_t now_ms) {
    return std::max(Stamp::at(now_ms), Stamp{last.packed + 1});
}

}  // namespace ayni
