// Long texts: told by what they change, read whole. The log has every version, so nothing else needs to keep them.

#include <algorithm>
#include <set>

#include "engine/merge/packed.hpp"
#include "engine/store/inside.hpp"

namespace ayni {
namespace {

constexpr std::size_t decoded_most = 8;

// A version is written whole now and then, so that reading one never means going through all that came before. By its
// seq, because whoever writes it knows no more than that for free.
constexpr std::uint64_t whole_every = 16;

std::optional<Change> with_dot(const std::vector<Change>& changes, const Dot& dot) {
    const auto found = std::ranges::find(changes, dot, &Change::dot);
    return found == changes.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

Result<std::optional<Change>> Store::Inside::logged_at(std::int64_t scope, const Dot& dot) {
    AYNI_LET(replica, replicas.number_of(dot.device));
    if (replica == me) {
        AYNI_LET(changes, pending.around(scope, dot.seq));
        if (!changes.empty()) {
            return with_dot(changes, dot);
        }
    }
    const auto seq = static_cast<std::int64_t>(dot.seq);
    AYNI_LET(query,
             database->prepare(
                 "SELECT number, bytes, block, place, size FROM envelope WHERE scope=? AND replica=? AND first_seq<=? "
                 "ORDER BY first_seq DESC LIMIT 1"));
    AYNI_LET(found, query.bind(1, scope).bind(2, replica).bind(3, seq).step());
    if (!found) {
        return std::optional<Change>{};
    }
    const std::int64_t number = query.integer(0);
    auto known = std::ranges::find(decoded, number, &Decoded::number);
    if (known == decoded.end()) {
        AYNI_LET(bytes, blocks.bytes_in(query, 1));
        auto changes = settings.decode(bytes);
        if (!changes) {
            return std::optional<Change>{};
        }
        if (decoded.size() == decoded_most) {
            decoded.erase(decoded.begin());
        }
        decoded.push_back({number, std::move(*changes)});
        known = std::prev(decoded.end());
    }
    return with_dot(known->changes, dot);
}

Result<std::optional<std::string>> Store::Inside::text_at(std::int64_t scope, const Dot& dot) {
    std::vector<Splice> splices;
    std::set<Dot> seen;
    std::optional<Change> later;
    for (Dot at = dot; seen.insert(at).second;) {
        AYNI_LET(change, logged_at(scope, at));
        if (!change || (later && (change->record != later->record || change->field != later->field))) {
            break;
        }
        auto* splice = std::get_if<Splice>(&change->value);
        if (splice == nullptr) {
            const auto* whole = std::get_if<std::string>(&change->value);
            std::optional<std::string> text = whole != nullptr ? *whole : std::string{};
            for (; text && !splices.empty(); splices.pop_back()) {
                text = apply_splice(*text, splices.back());
            }
            return text;
        }
        if (change->supersedes.size() != 1) {
            break;
        }
        splices.push_back(std::move(*splice));
        at = change->supersedes.front();
        later = std::move(change);
    }
    return std::optional<std::string>{};
}

Result<std::optional<Value>> Store::Inside::made_whole(Registers& registers, std::int64_t scope, const Change& change) {
    const auto* splice = std::get_if<Splice>(&change.value);
    if (splice == nullptr || change.supersedes.size() != 1 || registers.rule_of(change.field) != Rule::text) {
        return std::optional<Value>{};
    }
    std::optional<std::string> text;
    AYNI_LET(heads, registers.heads(change.field, change.key));
    const auto base = std::ranges::find(heads, change.supersedes.front(), &Head::dot);
    const auto* whole = base != heads.end() ? std::get_if<std::string>(&base->value) : nullptr;
    if (whole != nullptr) {
        text = apply_splice(*whole, *splice);
    } else {
        AYNI_LET(found, text_at(scope, change.dot));
        text = std::move(found);
    }
    return text ? std::optional<Value>(std::move(*text)) : std::optional<Value>{};
}

Result<Value> Store::Inside::whole_value(std::int64_t scope, const Change& change) {
    const auto* splice = std::get_if<Splice>(&change.value);
    if (splice == nullptr) {
        return change.value;
    }
    AYNI_LET(text, text_at(scope, change.dot));
    return Value{text ? std::move(*text) : splice->insert};
}

Result<MergedText> Store::Inside::shown_text(std::int64_t scope, const Heads& heads) {
    std::vector<TextVersion> versions;
    const auto version = [&](const Dot& dot) -> std::optional<TextVersion> {
        auto change = logged_at(scope, dot);
        if (!change || !*change) {
            return std::nullopt;
        }
        return TextVersion{dot, (*change)->stamp, (*change)->supersedes};
    };
    for (const Head& head : heads) {
        versions.push_back(version(head.dot).value_or(TextVersion{head.dot, head.stamp, {}}));
    }
    const auto text = [&](const Dot& dot) -> std::optional<std::string> {
        if (const auto head = std::ranges::find(heads, dot, &Head::dot); head != heads.end()) {
            const auto* whole = std::get_if<std::string>(&head->value);
            const auto* splice = std::get_if<Splice>(&head->value);
            return whole != nullptr ? *whole : (splice != nullptr ? splice->insert : std::string{});
        }
        auto found = text_at(scope, dot);
        return found ? *found : std::nullopt;
    };
    return merge_heads(versions, version, text);
}

std::optional<Splice> Store::Inside::spliced(const Change& change, const Heads& before) {
    const auto* text = std::get_if<std::string>(&change.value);
    const auto* base = before.size() == 1 ? std::get_if<std::string>(&before.front().value) : nullptr;
    const bool may = text != nullptr && base != nullptr && change.dot.seq % whole_every != 0;
    return may ? splice_of(*base, *text) : std::nullopt;
}

}  // namespace ayni
