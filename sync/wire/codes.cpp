// Invitation codes, and the links that carry them.

#include <algorithm>
#include <array>
#include <optional>

#include "sync/wire/messages.hpp"
#include "sync/wire/sodium.hpp"

namespace ayni::wire {
namespace {

constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::size_t code_size = 8;
constexpr std::size_t key_least = 16;
constexpr std::size_t key_most = 64;

// What keyboards and messengers make of a space or a hyphen: no-break spaces, dashes, the minus sign, a soft hyphen.
constexpr std::array<std::string_view, 17> fillers{" ",
                                                   "\t",
                                                   "\n",
                                                   "\r",
                                                   "-",
                                                   "\xC2\xA0",
                                                   "\xC2\xAD",
                                                   "\xE2\x80\x8B",
                                                   "\xE2\x80\x90",
                                                   "\xE2\x80\x91",
                                                   "\xE2\x80\x92",
                                                   "\xE2\x80\x93",
                                                   "\xE2\x80\x94",
                                                   "\xE2\x80\x95",
                                                   "\xE2\x80\xAF",
                                                   "\xE2\x81\xA0",
                                                   "\xE2\x88\x92"};

Failure not_a_link(const char* detail) {
    return {Fault::malformed, detail};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string lowered(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), lower);
    return low;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t from = text.find_first_not_of(blank);
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(blank) - from + 1);
}

// Cuts `text` before `mark`; gives what stood behind it. Empty optional: there is no mark.
std::optional<std::string_view> cut_at(std::string_view& text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = text.substr(at + mark.size());
    text = text.substr(0, at);
    return rest;
}

bool is_port(std::string_view text) {
    if (text.empty() || text.size() > 5 || text.front() == '0' || !std::ranges::all_of(text, is_digit)) {
        return false;
    }
    unsigned port = 0;
    for (const char c : text) {
        port = port * 10U + static_cast<unsigned>(c - '0');
    }
    return port <= 65535U;
}

// "127.0.0.1" and its like, and no name that only begins so.
bool is_loopback_v4(std::string_view host) {
    if (!host.starts_with("127.") || std::ranges::count(host, '.') != 3) {
        return false;
    }
    for (std::optional<std::string_view> rest = host; rest;) {
        std::string_view part = *rest;
        rest = cut_at(part, ".");
        if (part.empty() || part.size() > 3 || !std::ranges::all_of(part, is_digit) ||
            (part.size() == 3 && part > "255")) {
            return false;
        }
    }
    return true;
}

bool is_loopback(std::string_view host) {
    return host == "localhost" || host == "[::1]" || is_loopback_v4(host);
}

bool is_name(std::string_view host) {
    return !host.empty() && host.size() <= 253 && host.front() != '-' && host.front() != '.' &&
           host.find("..") == std::string_view::npos && std::ranges::all_of(host, [](char c) {
               return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
           });
}

bool is_address_v6(std::string_view host) {
    const std::string_view inside = host.substr(1, host.size() - 2);
    return host.size() > 3 && host.back() == ']' && inside.size() <= 45 && std::ranges::count(inside, ':') >= 2 &&
           std::ranges::all_of(inside, [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

struct Authority {
    std::string host;  // lower case, with its brackets if it is IPv6
    std::string port;  // may be empty
};
Result<Authority> read_authority(std::string_view authority) {
    Authority place;
    std::string_view host = authority;
    std::optional<std::string_view> port;
    if (authority.starts_with('[')) {
        const std::size_t end = authority.find(']');
        if (end == std::string_view::npos) {
            return not_a_link("an address whose bracket doesn't close");
        }
        host = authority.substr(0, end + 1);
        std::string_view rest = authority.substr(end + 1);
        if (!rest.empty()) {
            port = cut_at(rest, ":");
            if (!port || !rest.empty()) {
                return not_a_link("something between the address and its port");
            }
        }
    } else {
        port = cut_at(host, ":");
    }
    place.host = lowered(host);
    if (place.host.starts_with('[') ? !is_address_v6(place.host) : !is_name(place.host)) {
        return not_a_link("no host");
    }
    if (port && !is_port(*port)) {
        return not_a_link("a port that can't be");
    }
    place.port = port.value_or(std::string_view{});
    return place;
}

// The key out of "k=KEY&…". Messengers hang things of their own on links: what isn't k is passed over.
Result<std::string> read_key(std::optional<std::string_view> query) {
    while (query) {
        std::string_view part = *query;
        query = cut_at(part, "&");
        if (part.starts_with("k=") || part.starts_with("K=")) {
            const std::string key = lowered(part.substr(2));
            if (key.size() < key_least || key.size() > key_most || !std::ranges::all_of(key, is_hex)) {
                return not_a_link("a key that can't be");
            }
            return key;
        }
    }
    return std::string{};
}

std::string shown(std::string_view code) {
    return std::string(code.substr(0, code_size / 2)) + "-" + std::string(code.substr(code_size / 2));
}

}  // namespace

Result<Link> parse_link(std::string_view text) {
    std::string_view scheme_text = trimmed(text);
    auto rest = cut_at(scheme_text, "://");
    const std::string scheme = lowered(scheme_text);
    if (!rest || (scheme != "ayni" && scheme != "http" && scheme != "https")) {
        return not_a_link("no link of ours");
    }
    std::string_view authority = *rest;
    cut_at(authority, "#");
    const auto query = cut_at(authority, "?");
    std::string_view path = cut_at(authority, "/").value_or(std::string_view{});
    if (path.ends_with('/')) {
        path.remove_suffix(1);
    }
    AYNI_LET(place, read_authority(authority));
    AYNI_LET(key, read_key(query));
    Link link;
    // What is said over plain http can be read and changed by anybody in between: nowhere but within one machine.
    const bool is_plain = scheme != "https" && is_loopback(place.host);
    link.base_url = (is_plain ? "http://" : "https://") + place.host + (place.port.empty() ? "" : ":" + place.port);
    link.key_start = key;
    if (!path.empty()) {
        AYNI_LET(code, fold_code(path));
        link.code = code;
    }
    return link;
}

std::string link_text(const Link& link) {
    std::string_view base = link.base_url;
    while (base.ends_with('/')) {
        base.remove_suffix(1);
    }
    // Only where "ayni" leads back to the same address.
    std::string text(base);
    if (const std::size_t at = base.find("://"); at != std::string_view::npos) {
        const std::string ours = "ayni" + std::string(base.substr(at));
        const auto back = parse_link(ours);
        if (back && back->base_url == base) {
            text = ours;
        }
    }
    const auto code = fold_code(link.code);
    text += '/';
    text += code ? shown(*code) : link.code;
    if (!link.key_start.empty()) {
        text += "?k=" + link.key_start;
    }
    return text;
}

Result<std::string> fold_code(std::string_view typed) {
    std::string code;
    while (!typed.empty()) {
        const auto filler = std::ranges::find_if(fillers, [&](std::string_view f) { return typed.starts_with(f); });
        if (filler != fillers.end()) {
            typed.remove_prefix(filler->size());
            continue;
        }
        const char letter = upper(typed.front());
        if (alphabet.find(letter) == std::string_view::npos || code.size() == code_size) {
            return Failure{Fault::malformed, "not a code"};
        }
        code += letter;
        typed.remove_prefix(1);
    }
    if (code.size() != code_size) {
        return Failure{Fault::malformed, "not a code"};
    }
    return code;
}

std::string make_code() {
    need_sodium();
    std::string code;
    for (std::size_t i = 0; i < code_size; ++i) {
        code += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return shown(code);
}

}  // namespace ayni::wire
