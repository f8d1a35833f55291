#include "sync/hub/depot.hpp"

namespace ayni::hub {

std::int64_t Row::integer(std::size_t column) const {
    const auto* value = std::get_if<std::int64_t>(&cells_.at(column));
    return value != nullptr ? *value : 0;
}

const std::string& Row::text(std::size_t column) const {
    static const std::string none;
    const auto* value = std::get_if<std::string>(&cells_.at(column));
    return value != nullptr ? *value : none;
}

bool Row::is_null(std::size_t column) const {
    return std::holds_alternative<std::monostate>(cells_.at(column));
}

Outcome Depot::transact(const std::function<Outcome()>& work) {
    if (depth_ > 0) {
        const Outcome part = work();
        if (!part && !broken_) {
            broken_ = part.error();
        }
        return part;
    }
    broken_.reset();
    ++depth_;
    Outcome outcome = carry_out([&]() -> Outcome {
        AYNI_TRY(work());
        return broken_ ? Outcome(*broken_) : Outcome(Done{});
    });
    --depth_;
    return outcome;
}

std::vector<Outcome> Depot::transact_each(std::span<const std::function<Outcome()>> works) {
    std::vector<Outcome> outcomes;
    for (const auto& work : works) {
        outcomes.push_back(transact(work));
    }
    return outcomes;
}

Result<Rows> Depot::ask(std::string_view sql, Parameters parameters) {
    auto rows = answer(sql, parameters);
    if (!rows && depth_ > 0 && !broken_) {
        broken_ = rows.error();
    }
    return rows;
}

Result<std::optional<Row>> Depot::first(std::string_view sql, Parameters parameters) {
    AYNI_LET(rows, ask(sql, parameters));
    return rows.empty() ? std::optional<Row>{} : std::optional(std::move(rows.front()));
}

Outcome Depot::run(std::string_view sql, Parameters parameters) {
    AYNI_TRY(ask(sql, parameters));
    return Done{};
}

}  // namespace ayni::hub
