#pragma once
// What an HTTP answer means. For sync/client's own files.

#include <optional>
#include <string_view>

#include "engine/model/result.hpp"
#include "sync/client/client.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::client {

/// Done for status 200, which still has to be opened. Else the failure that it stands for: what a hub refused, in its
/// own signed words (with no key pinned yet, carrying the nonce), hub_failed for 5xx, too_large for 413, and not_a_hub
/// for whatever a portal or a web page may say.
Outcome must_be_served(const Answer& answer, const std::optional<wire::PublicKey>& hub, std::string_view nonce);

}  // namespace ayni::client
