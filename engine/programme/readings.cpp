#include "engine/programme/readings.hpp"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <tuple>

#include "engine/programme/phase.hpp"
#include "engine/programme/plans.hpp"

namespace ayni::programme {
namespace {

using Json = nlohmann::json;

std::vector<std::string> parts_of(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('|', at), text.size());
        if (end > at) {
            parts.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return parts;
}

std::map<std::string, std::string> by_language(const Record& record, std::string_view field) {
    std::map<std::string, std::string> texts;
    const auto set = record.sets.find(find_kind(record.kind)->field(field)->number);
    if (set != record.sets.end()) {
        for (const Element& element : set->second) {
            if (const auto* text = std::get_if<std::string>(&element.value)) {
                texts.emplace(element.key, *text);
            }
        }
    }
    return texts;
}

// "I10" → ("I", 10): what people count goes by numbers.
std::tuple<std::string, std::int64_t, std::string> order_of(const std::string& code) {
    const std::size_t digits = std::min(code.find_first_of("0123456789"), code.size());
    std::int64_t number = 0;
    std::from_chars(code.data() + digits, code.data() + code.size(), number);
    return {code.substr(0, digits), number, code};
}

// "1-5" → 1 and 5; a scale that says nothing of the kind has no ends.
std::optional<std::pair<std::int64_t, std::int64_t>> ends_of(const std::string& unit) {
    std::int64_t low = 0;
    std::int64_t high = 0;
    const char* const last = unit.data() + unit.size();
    const auto first = std::from_chars(unit.data(), last, low);
    if (first.ec != std::errc() || first.ptr == last || *first.ptr != '-') {
        return std::nullopt;
    }
    const auto second = std::from_chars(first.ptr + 1, last, high);
    return second.ec == std::errc() && second.ptr == last ? std::optional(std::pair(low, high)) : std::nullopt;
}

bool can_answer(const Indicator& indicator, const Answer& answer) {
    if (std::holds_alternative<std::monostate>(answer)) {
        return true;
    }
    if (const auto* code = std::get_if<std::string>(&answer)) {
        const std::vector<std::string> codes = parts_of(indicator.unit);
        const bool known = codes.size() < 2 || std::ranges::find(codes, *code) != codes.end();
        return indicator.type == "choice" && !code->empty() && known;
    }
    const std::int64_t number = std::get<std::int64_t>(answer);
    const auto ends = indicator.type == "scale" ? ends_of(indicator.unit) : std::nullopt;
    if (ends) {
        return number >= ends->first && number <= ends->second;
    }
    return number >= 0 && indicator.type != "choice" && indicator.type != "band";
}

bool is_asked_in(const Indicator& indicator, const std::string& round) {
    return indicator.rounds.empty() || std::ranges::find(indicator.rounds, round) != indicator.rounds.end();
}

std::vector<std::string> rounds() {
    return parts_of(std::string(find_kind(kind::reading)->field("round")->codes));
}

std::size_t place_of_round(const std::string& round) {
    const std::vector<std::string> all = rounds();
    return static_cast<std::size_t>(std::ranges::find(all, round) - all.begin());
}

// As an import writes it: a JSON number or string; what is neither is shown as it came.
Answer read_answer(const Record& record) {
    if (!record.has("value")) {
        return {};
    }
    const std::string text = record.text("value");
    const Json value = Json::parse(text, nullptr, false);
    if (value.is_number_integer()) {
        return value.get<std::int64_t>();
    }
    return value.is_string() ? Answer(value.get<std::string>()) : Answer(text);
}

Reading read_reading(const Record& record, const Names& names) {
    Reading reading{record.id,
                    record.text("round"),
                    read_answer(record),
                    record.text("band"),
                    false,
                    record.flag("helped"),
                    names.of(record.ref("entered_by")),
                    record.made.at,
                    record.safety};
    reading.answered = !std::holds_alternative<std::monostate>(reading.answer) || !reading.band.empty();
    return reading;
}

std::string json_of(const Answer& answer) {
    const auto* number = std::get_if<std::int64_t>(&answer);
    return number != nullptr ? Json(*number).dump() : Json(std::get<std::string>(answer)).dump();
}

struct Beginning {
    std::string round;
    std::int64_t from = 0;
    std::int64_t to = INT64_MAX;
};

std::string round_after_closing(std::int64_t days) {
    return days < 137 ? "plus_3" : (days < 274 ? "plus_6" : "plus_12");  // halfway between 3, 6 and 12 months
}

// In order of time.
std::vector<Beginning> beginnings_of(const std::vector<PhaseSpan>& spans) {
    std::vector<Beginning> all;
    const PhaseSpan* closing = nullptr;
    for (const PhaseSpan& span : spans) {
        if (all.empty() && span.kind != "check") {
            all.push_back({"start", span.starts, INT64_MAX});
        }
        if (span.kind == "stay") {
            all.push_back({"mid", std::max(span.starts, span.ends - 6), INT64_MAX});
        } else if (span.kind == "closing") {
            all.push_back({"end", span.starts, INT64_MAX});
            closing = &span;
        } else if (span.kind == "check" && closing != nullptr) {
            all.push_back({round_after_closing(span.starts - closing->ends), span.starts, span.ends});
        }
    }
    return all;
}

std::optional<std::string> round_on(const std::vector<PhaseSpan>& spans, std::int64_t day) {
    std::optional<std::string> round;
    for (const Beginning& beginning : beginnings_of(spans)) {
        if (beginning.from <= day) {
            round = day <= beginning.to ? std::optional(beginning.round) : std::nullopt;
        }
    }
    return round;
}

RecordId cohort_of(const Roster& roster, const ScopeId& plan) {
    if (const auto* business = roster.business(plan.subject)) {
        return business->cohort;
    }
    const auto* mentor = roster.person(plan.subject);
    return mentor != nullptr && mentor->role == "mentor" ? mentor->home.subject : RecordId{};
}

}  // namespace

Result<std::vector<Indicator>> indicators(Store& store) {
    AYNI_LET(records, store.list(kind::indicator_def));
    std::vector<Indicator> all;
    for (const Record& record : records) {
        all.push_back({record.id, record.text("code"), by_language(record, "label"), by_language(record, "question"),
                       record.text("type"), record.text("unit"), parts_of(record.text("frequency"))});
    }
    std::ranges::stable_sort(all, {}, [](const Indicator& each) { return order_of(each.code); });
    return all;
}

Result<Deed> record_reading(Store& store, const ScopeId& plan, const NewReading& reading) {
    AYNI_LET(known, indicators(store));
    const auto indicator = std::ranges::find(known, reading.indicator, &Indicator::code);
    if (indicator == known.end()) {
        return Failure{Fault::not_found, "indicator"};
    }
    if (place_of_round(reading.round) == rounds().size() || !is_asked_in(*indicator, reading.round)) {
        return Failure{Fault::invalid, "round"};
    }
    if (!can_answer(*indicator, reading.answer)) {
        return Failure{Fault::invalid, "value"};
    }
    if (!reading.band.empty() && indicator->type != "amount" && indicator->type != "band") {
        return Failure{Fault::invalid, "band"};
    }
    const RecordId id = store.new_record();
    const auto edit = [id](std::string_view field, Value value) {
        return make_edit(id, kind::reading, field, std::move(value));
    };
    std::vector<Edit> edits{edit("indicator", reading.indicator), edit("round", reading.round),
                            edit("entered_by", store.person()), edit("helped", reading.helped)};
    if (!std::holds_alternative<std::monostate>(reading.answer)) {
        edits.push_back(edit("value", json_of(reading.answer)));
    }
    if (!reading.band.empty()) {
        edits.push_back(edit("band", reading.band));
    }
    return carry_out(store, plan, std::move(edits));
}

Result<std::vector<Series>> readings(Store& store, const ScopeId& plan) {
    AYNI_LET(roster, store.roster());
    if (standing_here(store, roster, plan) == Who::nobody) {
        return Fault::not_allowed;
    }
    AYNI_LET(names, Names::of(store));
    AYNI_LET(records, store.list(kind::reading, plan));
    std::ranges::sort(records, {}, [](const Record& record) { return std::tuple(record.made.at, record.id); });
    std::map<std::tuple<std::string, std::int64_t, std::string>, Series> all;
    for (const Record& record : records) {
        const std::string code = record.text("indicator");
        Series& series = all[order_of(code)];
        series.indicator = code;
        Reading reading = read_reading(record, names);
        const auto before = std::ranges::find(series.readings, reading.round, &Reading::round);
        if (before == series.readings.end()) {
            series.readings.push_back(std::move(reading));
        } else if (reading.answered || !before->answered) {
            *before = std::move(reading);
        }
    }
    std::vector<Series> found;
    for (auto& [order, series] : all) {
        std::ranges::stable_sort(series.readings, {}, [](const Reading& each) { return place_of_round(each.round); });
        found.push_back(std::move(series));
    }
    return found;
}

Result<std::optional<ReadingsDue>> readings_due(Store& store, const ScopeId& plan, std::int64_t day) {
    AYNI_LET(roster, store.roster());
    return readings_due(store, roster, plan, day);
}

Result<std::optional<ReadingsDue>> readings_due(Store& store, const Roster& roster, const ScopeId& plan,
                                                std::int64_t day) {
    AYNI_LET(spans, phases(store, cohort_of(roster, plan)));
    const auto round = round_on(spans, day);
    AYNI_LET(known, indicators(store));
    if (!round || known.empty()) {
        return std::optional<ReadingsDue>();
    }
    AYNI_LET(records, store.list(kind::reading, plan));
    ReadingsDue due{*round, {}, records.empty()};
    for (const Indicator& indicator : known) {
        const auto is_of = [&](const Record& record) { return record.text("indicator") == indicator.code; };
        const auto is_done = [&](const Record& record) { return is_of(record) && record.text("round") == *round; };
        if (is_asked_in(indicator, *round) && std::ranges::any_of(records, is_of) &&
            std::ranges::none_of(records, is_done)) {
            due.indicators.push_back(indicator.code);
        }
    }
    return due.choose || !due.indicators.empty() ? std::optional(std::move(due)) : std::nullopt;
}

}  // namespace ayni::programme
