// What is being written on this device and nowhere else.

#include <algorithm>

#include "engine/model/text.hpp"
#include "engine/store/inside.hpp"

namespace ayni {
namespace {

constexpr std::string_view columns = "SELECT place, scope, content, at FROM unfinished ";

}  // namespace

Result<std::optional<Store::Draft>> Store::draft(std::string_view place) {
    AYNI_LET(query, inside_->database->prepare(std::string(columns) + "WHERE place=?"));
    AYNI_LET(found, query.bind_text(1, place).step());
    return found ? std::optional(inside_->read_draft(query)) : std::nullopt;
}

Outcome Store::set_draft(std::string_view place, std::optional<ScopeId> scope, std::string_view content) {
    if (content.size() > text_most) {
        return {Fault::too_large, "draft"};
    }
    return transact([&]() -> Outcome {
        std::int64_t number = 0;
        if (scope) {
            AYNI_LET(known, inside_->scope_number(*scope));
            number = known;
        }
        AYNI_LET(upsert, inside_->database->prepare(
                             "INSERT OR REPLACE INTO unfinished(place, scope, content, at) VALUES(?,?,?,?)"));
        upsert.bind_text(1, place).bind(2, number).bind_blob(3, content);
        return upsert.bind(4, clock().now_ms()).run();
    });
}

Outcome Store::clear_draft(std::string_view place) {
    AYNI_LET(clear, inside_->database->prepare("DELETE FROM unfinished WHERE place=?"));
    return clear.bind_text(1, place).run();
}

Result<std::vector<Store::Draft>> Store::drafts() {
    std::vector<Draft> all;
    AYNI_LET(query, inside_->database->prepare(std::string(columns) + "ORDER BY at DESC, place"));
    for (;;) {
        AYNI_LET(more, query.step());
        if (!more) {
            return all;
        }
        all.push_back(inside_->read_draft(query));
    }
}

Outcome Store::move_drafts(const ScopeId& from, const ScopeId& to) {
    AYNI_LET(old, drafts());
    return transact([&]() -> Outcome {
        for (Draft& draft : old) {
            if (draft.scope != from) {
                continue;
            }
            AYNI_TRY(clear_draft(draft.place));
            const std::string name = to_text(from);
            if (const std::size_t at = draft.place.find(name); at != std::string::npos) {
                draft.place.replace(at, name.size(), to_text(to));
            }
            AYNI_TRY(set_draft(draft.place, to, draft.content));
        }
        return Done{};
    });
}

Store::Draft Store::Inside::read_draft(const Statement& row) const {
    const std::int64_t scope = row.integer(1);
    return {row.text(0), scope != 0 ? std::optional(scope_of(scope)) : std::nullopt, row.text(2), row.integer(3)};
}

}  // namespace ayni
