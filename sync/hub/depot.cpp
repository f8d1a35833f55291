#include "sync/hub/depot.hpp"

#include "sync/hub/tables.hpp"
#include "sync/wire/envelope.hpp"

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

Outcome Depot::note_own(DeviceId device) {
    if (rights().is_of_hub(device)) {
        return Done{};
    }
    AYNI_LET(before, setting(setting::own_devices));
    const std::string all = before + (before.empty() ? "" : " ") + to_text(device);
    AYNI_TRY(set_setting(setting::own_devices, all));
    return rights().set_setting(setting::own_devices, all);
}

Outcome Depot::renew() {
    AYNI_TRY(transact([&]() -> Outcome {
        AYNI_LET(device, setting(device_setting()));
        AYNI_LET(before, setting(setting::own_devices));
        AYNI_TRY(set_setting(setting::own_devices, before + (before.empty() ? "" : " ") + device));
        AYNI_TRY(set_setting(device_setting(), to_text(DeviceId{wire::random_number()})));
        AYNI_TRY(set_setting(setting::epoch, std::to_string(wire::random_number())));
        return set_setting(setting::is_copy, {});
    }));
    return begin_anew();
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
