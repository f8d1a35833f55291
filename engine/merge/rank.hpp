#pragma once
// Fractional indexes: strings over 0-9A-Za-z, compared by bytes, so that there is always one between two others
// (idea: Figma, "Realtime editing of ordered sequences"; Greenspan, "Implementing fractional indexing").

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ayni {

/// No index made here is longer (bytes): where there is no room for that, its neighbours are respaced.
inline constexpr std::size_t rank_most = 23;
/// What respacing aims at, so that the next insertion there doesn't have to do it again. (Tried with 1,000 insertions
/// into one gap: 22 made 138 respacings and indexes of 20 bytes, 12 makes 14 and indexes of 11.)
inline constexpr std::size_t rank_roomy = 12;

/// An index strictly between `before` and `after`; an empty `before` means the very start, an empty `after` the
/// very end. Never ends in '0', so there is always room before it. If before >= after (equal ranks made apart),
/// the result comes right after `before`. `salt` (a device's number, say) makes two people's inserts at one place
/// differ.
std::string rank_between(std::string_view before, std::string_view after, unsigned salt = 0);

/// `n` indexes in a row, strictly between the two, ascending. They share a beginning that `salt` makes this person's
/// own: runs that two people put at one place stand one behind the other, never mixed.
std::vector<std::string> ranks_between(std::string_view before, std::string_view after, std::size_t n,
                                       std::uint64_t salt = 0);

/// `n` indexes strictly between the two, ascending, as far apart and as short as can be; bounds as for rank_between,
/// but where one stands an empty text is the index "". Empty: there is no room.
std::optional<std::vector<std::string>> spread(std::optional<std::string_view> before,
                                               std::optional<std::string_view> after, std::size_t n);

/// Something that stands in a lane already.
struct Neighbour {
    std::string index;
    bool fixed = false;  // not to be respaced (not hers to move)
};

/// Where new things go in among neighbours: their own indexes, and new ones for the neighbours that gave way, from
/// neighbour `first` on.
struct Room {
    std::vector<std::string> indexes;
    std::size_t first = 0;
    std::vector<std::string> respaced;
};

/// Room for `n` new things before taken[at]; `taken` in the order shown, at <= taken.size(). As few neighbours as
/// possible are respaced, and none while there is room: indexes that would be longer than rank_most, and equal ones,
/// are what makes it necessary. The same neighbours are always respaced to the same indexes, whatever comes between
/// them: two devices that do it apart agree. If only fixed ones could make room, the index is longer, or comes right
/// after the neighbour before it.
Room make_room(std::span<const Neighbour> taken, std::size_t at, std::size_t n, std::uint64_t salt = 0);

}  // namespace ayni
