#pragma once
// The schema's names as people read them. What has no word of its own here is shown as it is.

#include <string>
#include <string_view>

#include "platforms/linux/sentences.hpp"

namespace ayni::shell {

/// A field: "due" → "para el", "échéance", "due".
std::string label_of(std::string_view field, Lang lang);
/// A code: a status, a horizon, a topic, a modality.
std::string code_text(std::string_view code, Lang lang);

}  // namespace ayni::shell
