#include "engine/programme/progress.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/programme/items.hpp"

namespace ayni::programme {
namespace {

// Whole numbers are kept whole: they are exact, and short.
Value number_of(std::optional<double> number) {
    constexpr double exact = 9007199254740992.0;  // 2^53
    if (!number) {
        return {};
    }
    const bool whole = std::abs(*number) <= exact && std::trunc(*number) == *number;
    return whole ? Value(static_cast<std::int64_t>(*number)) : Value(*number);
}

bool is_number(std::optional<double> number) {
    return !number || std::isfinite(*number);
}

Value words_of(const std::string& text) {
    return is_blank(text) ? Value() : Value(text);
}

}  // namespace

Result<Deed> measure(Store& store, RecordId goal, const Measure& measure) {
    AYNI_LET(record, found(store, goal, kind::goal));
    if (!is_number(measure.baseline) || !is_number(measure.target)) {
        return Failure{Fault::invalid, "target"};
    }
    const auto edit = [goal](std::string_view field, Value value) {
        return make_edit(goal, kind::goal, field, std::move(value));
    };
    return carry_out(store, record.scope,
                     {edit("measure", words_of(measure.what)), edit("unit", words_of(measure.unit)),
                      edit("baseline", number_of(measure.baseline)), edit("target", number_of(measure.target)),
                      edit("due", measure.due ? Value(*measure.due) : Value())});
}

Result<Deed> add_progress(Store& store, RecordId goal, std::optional<double> value, const std::string& note) {
    if (!is_number(value) || (!value && is_blank(note))) {
        return Failure{Fault::invalid, "value"};
    }
    AYNI_LET(record, found(store, goal, kind::goal));
    const RecordId id = store.new_record();
    const auto edit = [id](std::string_view field, Value of) {
        return make_edit(id, kind::progress, field, std::move(of));
    };
    std::vector<Edit> edits{edit("goal", goal), edit("at", store.clock().now_ms())};
    if (value) {
        edits.push_back(edit("value", number_of(value)));
    }
    if (!is_blank(note)) {
        edits.push_back(edit("note", note));
    }
    return carry_out(store, record.scope, std::move(edits));
}

Result<std::vector<Measured>> progress_of(Store& store, RecordId goal) {
    AYNI_LET(record, found(store, goal, kind::goal));
    AYNI_LET(all, store.list(kind::progress, record.scope));
    std::vector<Measured> measured;
    for (const Record& each : all) {
        if (each.ref("goal") == goal) {
            measured.push_back({each.id, each.moment("at").value_or(each.made.at), each.number("value"),
                                each.text("note"), each.safety});
        }
    }
    std::ranges::sort(measured, {}, [](const Measured& each) { return std::tuple(each.at, each.id); });
    return measured;
}

}  // namespace ayni::programme
