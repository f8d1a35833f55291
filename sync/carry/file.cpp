#include "sync/carry/file.hpp"

#include <bit>

#include "sync/wire/envelope.hpp"
#include "sync/wire/sealed.hpp"

namespace ayni::carry {
namespace {

constexpr std::string_view magic{
    "\x89"
    "AYNI\r\n\x1A",
    8};
constexpr char form = 1;
constexpr std::size_t hash_bytes = 16;
constexpr std::size_t length_bytes = 4;

Failure malformed(const char* detail) {
    return {Fault::malformed, detail};
}

std::size_t length_at(std::string_view bytes) {
    std::size_t length = 0;
    for (unsigned i = 0; i < length_bytes; ++i) {
        length |= static_cast<std::size_t>(std::bit_cast<unsigned char>(bytes[i])) << (8U * i);
    }
    return length;
}

}  // namespace

bool begins_as_ours(std::string_view bytes) {
    return bytes.starts_with(magic);
}

std::string join_parts(const std::vector<std::string>& parts) {
    std::string file(magic);
    file += form;
    for (const std::string& part : parts) {
        for (unsigned shift = 0; shift < 8 * length_bytes; shift += 8) {
            file += static_cast<char>(static_cast<unsigned char>((part.size() >> shift) & 0xFFU));
        }
        file += part;
    }
    return file + wire::short_hash(file);
}

Result<std::vector<std::string_view>> split_parts(std::string_view file) {
    if (file.size() > file_most) {
        return Failure{Fault::too_large, "a file of more than 48 MiB"};
    }
    if (!begins_as_ours(file) || file.size() < magic.size() + 1 + hash_bytes) {
        return malformed("not an .ayni file");
    }
    const std::string_view all = file.substr(0, file.size() - hash_bytes);
    if (wire::short_hash(all) != file.substr(all.size())) {
        return malformed("an .ayni file that is cut or changed");
    }
    if (all[magic.size()] != form) {
        return Failure{Fault::made_by_newer_app, "an .ayni file of a later form"};
    }
    std::vector<std::string_view> parts;
    std::size_t slots = 0;
    for (std::string_view rest = all.substr(magic.size() + 1); !rest.empty();) {
        const std::size_t length = rest.size() < length_bytes ? rest.size() : length_at(rest);
        if (rest.size() < length_bytes || length > rest.size() - length_bytes) {
            return malformed("an .ayni file whose parts don't fill it");
        }
        parts.push_back(rest.substr(length_bytes, length));
        rest.remove_prefix(length_bytes + length);
        const auto look = wire::look_at_part(parts.back());
        slots += look ? look->slots : 0;
        if (parts.size() > parts_most || slots > slots_of_all_most) {
            return Failure{Fault::too_large, "an .ayni file of too many parts"};
        }
    }
    return parts;
}

}  // namespace ayni::carry
