#include "sync/hub/cursor.hpp"

#include "engine/merge/packed.hpp"

namespace ayni::hub {
namespace {

constexpr std::uint64_t form = 1;

}  // namespace

std::string to_bytes(const Cursor& cursor) {
    Packer packer;
    packer.number(form);
    packer.number(cursor.epoch);
    packer.whole(cursor.held.number);
    packer.number(cursor.held.granted);
    packer.number(cursor.held.filling);
    packer.whole(cursor.held.filled);
    packer.number(cursor.told);
    packer.number(cursor.seen);
    return std::move(packer).bytes();
}

std::optional<Cursor> parse_cursor(std::string_view bytes) {
    Unpacker unpacker(bytes);
    Cursor cursor;
    if (unpacker.number() != form) {
        return std::nullopt;
    }
    cursor.epoch = static_cast<std::uint32_t>(unpacker.number());
    cursor.held.number = unpacker.whole();
    cursor.held.granted = unpacker.number();
    cursor.held.filling = unpacker.number();
    cursor.held.filled = unpacker.whole();
    cursor.told = unpacker.number();
    cursor.seen = unpacker.number();
    const bool whole = unpacker.ok() && unpacker.at_end() && cursor.held.number >= 0 && cursor.held.filled >= 0;
    return whole ? std::optional(cursor) : std::nullopt;
}

}  // namespace ayni::hub
