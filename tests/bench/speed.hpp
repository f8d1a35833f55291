#pragma once
// The scenarios of speed.cpp's table.

#include "tests/bench/bench.hpp"

namespace ayni::bench {

Finding save_durable(const Size& size);
Finding save(const Size& size);
Finding bulk(const Size& size);
Finding update(const Size& size);
Finding apply(const Size& size);
Finding apply_seconds(const Size& size);
Finding merges(const Size& size);
Finding disk(const Size& size);
Finding growth_time(const Size& size);
Finding growth_bytes(const Size& size);

}  // namespace ayni::bench
