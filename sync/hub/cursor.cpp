#include "sync/hub/cursor.hpp"

#include "engine/merge/packed.hpp"

namespace ayni::hub {
namespace {

constexpr std::uint64_t full = 2;     // its scopes are
constexpr std::uint64_t filling = 3;  // some are being filled

}  // namespace

std::string to_bytes(const Cursor& cursor) {
    Packer packer;
    packer.number(cursor.held.filling == 0 ? full : filling);
    packer.number(cursor.epoch);
    packer.number(static_cast<std::uint64_t>(cursor.held.number));
    packer.number(cursor.held.granted);
    packer.number(cursor.told);
    packer.number(cursor.seen);
    if (cursor.held.filling != 0) {
        packer.number(cursor.held.filling);
        packer.number(static_cast<std::uint64_t>(cursor.held.filled));
    }
    return std::move(packer).bytes();
}

std::optional<Cursor> parse_cursor(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Cursor cursor;
    const std::uint64_t form = unpacker.number();
    if (form != full && form != filling) {
        return std::nullopt;
    }
    cursor.epoch = static_cast<std::uint32_t>(unpacker.number());
    cursor.held.number = static_cast<std::int64_t>(unpacker.number());
    cursor.held.granted = unpacker.number();
    cursor.told = unpacker.number();
    cursor.seen = unpacker.number();
    if (form == filling) {
        cursor.held.filling = unpacker.number();
        cursor.held.filled = static_cast<std::int64_t>(unpacker.number());
    }
    const bool whole = unpacker.ok() && unpacker.at_end() && cursor.held.number >= 0 && cursor.held.filled >= 0;
    return whole ? std::optional(cursor) : std::nullopt;
}

}  // namespace ayni::hub
