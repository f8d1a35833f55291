#include "tests/fuzz/targets.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

namespace ayni::fuzz {

std::span<const Target* const> targets() {
    static const std::array all{&packed_changes, &packed_value,  &row_clock,   &store,         &names,      &text_merge,
                                &splice,         &wire_envelope, &wire_frame,  &wire_messages, &wire_codes, &wire_part,
                                &carry_file,     &import_csv,    &import_json, &import_season};
    return all;
}

void must_hold(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "doesn't hold: %s\n", what);
        std::abort();
    }
}

unsigned Feed::byte() {
    if (rest_.empty()) {
        return 0;
    }
    const auto first = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return first;
}

std::string_view Feed::part() {
    const std::size_t end = std::min(rest_.find('\xFF'), rest_.size());
    const std::string_view part = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return part;
}

}  // namespace ayni::fuzz
