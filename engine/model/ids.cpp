#include "engine/model/ids.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ayni {
namespace {

struct Named {
    ScopeKind kind;
    std::string_view name;
};
constexpr std::array scope_names{
    Named{ScopeKind::programme, "programme"}, Named{ScopeKind::cohort, "cohort"}, Named{ScopeKind::plan, "plan"},
    Named{ScopeKind::talk, "talk"},           Named{ScopeKind::line, "line"},     Named{ScopeKind::own, "own"},
    Named{ScopeKind::desk, "desk"},
};

// Exactly what to_text writes, so that one thing has one name: no leading zero, no sign.
std::optional<std::uint64_t> parse_decimal(std::string_view text) {
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || text.front() == '0') {
        return std::nullopt;
    }
    return number;
}

template <class Id>
std::optional<Id> parse_pair(std::string_view text, char between) {
    if (text.size() < 18 || text[16] != between) {
        return std::nullopt;
    }
    const auto device = parse_device(text.substr(0, 16));
    const auto count = parse_decimal(text.substr(17));
    if (!device || !count) {
        return std::nullopt;
    }
    return Id{*device, *count};
}

}  // namespace

std::string_view name_of(ScopeKind kind) {
    const auto found = std::ranges::find(scope_names, kind, &Named::kind);
    return found != scope_names.end() ? found->name : std::string_view{};
}

std::optional<ScopeKind> scope_kind_named(std::string_view name) {
    const auto found = std::ranges::find(scope_names, name, &Named::name);
    return found != scope_names.end() ? std::optional(found->kind) : std::nullopt;
}

std::string to_text(DeviceId id) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) {
        text[15 - i] = digits[(id.value >> (4 * i)) & 0xFU];
    }
    return text;
}

std::string to_text(RecordId id) {
    return to_text(id.device) + '-' + std::to_string(id.counter);
}

std::string to_text(Dot dot) {
    return to_text(dot.device) + ':' + std::to_string(dot.seq);
}

std::string to_text(const ScopeId& scope) {
    std::string text(name_of(scope.kind));
    if (scope.subject) {
        text += ':';
        text += to_text(scope.subject);
    }
    return text;
}

std::optional<DeviceId> parse_device(std::string_view text) {
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (text.size() != 16 || !std::ranges::all_of(text, is_digit)) {
        return std::nullopt;
    }
    DeviceId id;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id.value, 16);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(id) : std::nullopt;
}

std::optional<RecordId> parse_record(std::string_view text) {
    return parse_pair<RecordId>(text, '-');
}

std::optional<Dot> parse_dot(std::string_view text) {
    return parse_pair<Dot>(text, ':');
}

std::optional<ScopeId> parse_scope(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto kind = scope_kind_named(text.substr(0, colon));
    if (!kind) {
        return std::nullopt;
    }
    if (colon == std::string_view::npos) {
        return *kind == ScopeKind::programme ? std::optional(ScopeId{}) : std::nullopt;
    }
    const auto subject = parse_record(text.substr(colon + 1));
    if (!subject || !*subject || *kind == ScopeKind::programme) {
        return std::nullopt;
    }
    return ScopeId{*kind, *subject};
}

}  // namespace ayni
