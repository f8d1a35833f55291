#pragma once
// What a text may be, wherever it comes from.

#include <cstddef>
#include <string_view>

namespace ayni {

/// Bytes. A longer text is refused before it is kept: no envelope could carry it. A long note is 4,000.
inline constexpr std::size_t text_most = std::size_t{256} * 1024;

/// Well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view bytes);

}  // namespace ayni
