#pragma once
// The one place where what went wrong gets words: what happened, and what to do.

#include <QString>
#include <string_view>

#include "engine/model/result.hpp"
#include "engine/model/rights.hpp"

namespace ayni::models {

QString sentence_for(Fault fault);
QString sentence_for(Refusal refusal);
/// For a tray's reason as the store keeps it: name_of(Refusal), or another word of a hub.
QString sentence_for_reason(std::string_view reason);

}  // namespace ayni::models
