#pragma once
// Fractional indexes: strings over 0-9A-Za-z, compared by bytes, so that there is always one between two others
// (idea: Figma, "Realtime editing of ordered sequences"; Greenspan, "Implementing fractional indexing").

#include <string>
#include <string_view>

namespace ayni {

/// An index strictly between `before` and `after`; an empty `before` means the very start, an empty `after` the
/// very end. Never ends in '0', so there is always room before it. If before >= after (equal ranks made apart),
/// the result comes right after `before`. `salt` (a device's number, say) makes two people's inserts at one place
/// differ.
std::string rank_between(std::string_view before, std::string_view after, unsigned salt = 0);

}  // namespace ayni
