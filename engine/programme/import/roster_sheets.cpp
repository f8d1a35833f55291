#include "engine/programme/import/roster_sheets.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "engine/programme/import/dates.hpp"
#include "engine/programme/import/sheet.hpp"

namespace ayni::programme {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

Value text_or_none(std::string text) {
    return text.empty() ? Value{} : Value(std::move(text));
}

std::vector<std::string> codes_of(const FieldDef& field) {
    return split(field.codes, '|');
}

// What all three files have in common: a sheet, its current row, and where to put what is found.
class RowReader {
public:
    RowReader(const Sheet& sheet, Findings& findings) : sheet_(&sheet), findings_(&findings) {}

    void move_to(const SheetRow& row) { row_ = &row; }
    [[nodiscard]] std::string code(std::string_view column) const { return sheet_->code(*row_, column); }
    [[nodiscard]] const std::string& text(std::string_view column) const { return sheet_->text(*row_, column); }
    [[nodiscard]] Found at(std::string_view column) const { return sheet_->at(*row_, column); }
    void trouble(Trouble what, std::string_view column) { findings_->add(what, at(column)); }

    /// A value that has to be there.
    std::string needed(std::string_view column) {
        std::string value = code(column);
        if (value.empty()) {
            trouble(Trouble::empty, column);
        }
        return value;
    }
    /// One of the field's codes: where rights hang on it, an unknown one can't be kept.
    std::string known_code(const Entry& entry, std::string_view column) {
        std::string value = needed(column);
        std::vector<std::string> codes = codes_of(*entry.kind->field(column));
        if (!value.empty() && std::ranges::find(codes, value) == codes.end()) {
            Found found = at(column);
            found.expected = std::move(codes);
            findings_->add(Trouble::code_unknown, std::move(found));
        }
        return value;
    }
    /// The row's ref, new in this file.
    std::string new_ref(std::string_view shown_name) {
        std::string ref = needed("ref");
        const auto [first, is_new] = refs_.try_emplace(ref, row_->line, std::string(shown_name));
        if (!ref.empty() && !is_new) {
            Found found = at("ref");
            found.other_line = first->second.first;
            found.found = {shortened(first->second.second), shortened(shown_name)};
            findings_->add(Trouble::ref_used_twice, std::move(found));
        }
        return ref;
    }
    /// The ref of something that is known: from `refs`.
    void known_ref(const std::map<std::string, std::string>& refs, const std::string& ref, std::string_view column) {
        if (!ref.empty() && !refs.contains(ref)) {
            Found found = at(column);
            found.value = shortened(ref);
            findings_->add(Trouble::ref_unknown, std::move(found));
        }
    }
    void pairs(Entry& entry, std::string_view column, bool with_weight) {
        entry.has_all_of(column);
        for (const std::string& item : split(text(column), '|')) {
            const auto colon = item.find(':');
            const std::string key(trimmed(std::string_view(item).substr(0, colon)));
            const std::string value(colon == std::string::npos ? std::string_view{}
                                                               : trimmed(std::string_view(item).substr(colon + 1)));
            const auto weight = whole_number(value);
            if (key.empty() || value.empty() || (with_weight && (!weight || *weight < 1 || *weight > 3))) {
                Found found = at(column);
                found.value = shortened(item);
                findings_->add(with_weight ? Trouble::weight_malformed : Trouble::level_malformed, std::move(found));
            } else {
                entry.set_element(column, key, with_weight ? Value(*weight) : Value(value));
            }
        }
    }
    void hours(Entry& entry, std::string_view column) {
        entry.has_all_of(column);
        for (const std::string& item : split(text(column), '|')) {
            const auto dash = std::min(item.find('-'), item.size());
            const bool day = std::ranges::find(weekdays, std::string_view(item).substr(0, dash)) != weekdays.end();
            const std::int64_t hour =
                whole_number(std::string_view(item).substr(std::min(dash + 1, item.size()))).value_or(-1);
            if (!day || hour < 0 || hour > 23) {
                Found found = at(column);
                found.value = shortened(item);
                findings_->add(Trouble::hour_malformed, std::move(found));
            } else {
                entry.set_element(column, item);
            }
        }
    }
    void words(Entry& entry, std::string_view column) {
        entry.has_all_of(column);
        for (const std::string& item : split(text(column), '|')) {
            entry.set_element(column, item);
        }
    }

private:
    const Sheet* sheet_;
    Findings* findings_;
    const SheetRow* row_ = nullptr;
    std::map<std::string, std::pair<std::size_t, std::string>> refs_;  // → line and name
};

Entry new_entry(KindNo kind, std::size_t line) {
    return {.kind = find_kind(kind), .ref = {}, .line = line, .settings = {}, .whole_sets = {}};
}

}  // namespace

std::optional<std::vector<PersonRow>> read_people(const std::filesystem::path& file, Findings& findings) {
    const auto sheet = read_sheet(file, people_columns, "phone", findings);
    if (!sheet) {
        return std::nullopt;
    }
    std::vector<PersonRow> people;
    RowReader row(*sheet, findings);
    for (const SheetRow& each : sheet->rows) {
        row.move_to(each);
        PersonRow person{.card = new_entry(kind::person, each.line), .name = row.text("name"), .role = {}, .phone = {}};
        Entry& card = person.card;
        card.ref = row.new_ref(person.name);
        if (each.whole) {
            row.needed("name");
            person.role = row.known_code(card, "role");
            person.phone = row.code("phone");
            row.needed("tz");
            card.set("name", text_or_none(person.name));
            card.set("role", text_or_none(person.role));
            for (const auto* column : {"tz", "ui_lang", "audio_lang", "reading_comfort"}) {
                card.set(column, text_or_none(row.code(column)));
            }
            for (const auto* column : {"place", "about"}) {
                card.set(column, text_or_none(row.text(column)));
            }
            row.pairs(card, "languages", false);
            row.pairs(card, "offers", true);
            row.pairs(card, "needs", true);
            row.hours(card, "availability");
            row.words(card, "channels");
        }
        people.push_back(std::move(person));
    }
    return people;
}

std::optional<std::vector<BusinessRow>> read_businesses(const std::filesystem::path& file, const KnownRefs& known,
                                                        Findings& findings) {
    const auto sheet = read_sheet(file, business_columns, {}, findings);
    if (!sheet) {
        return std::nullopt;
    }
    std::vector<BusinessRow> businesses;
    RowReader row(*sheet, findings);
    for (const SheetRow& each : sheet->rows) {
        row.move_to(each);
        BusinessRow business{.card = new_entry(kind::business, each.line), .name = row.text("name")};
        Entry& card = business.card;
        card.ref = row.new_ref(business.name);
        if (each.whole) {
            row.needed("name");
            card.set("name", text_or_none(business.name));
            card.set("sector", text_or_none(row.code("sector")));
            card.set("stage", text_or_none(row.code("stage")));
            card.set("city", text_or_none(row.text("city")));
            card.set("mission", text_or_none(row.text("mission")));
            const std::string founded = row.code("founded");
            const auto year = whole_number(founded);
            if (!founded.empty() && !year) {
                row.trouble(Trouble::number_malformed, "founded");
            }
            card.set("founded", year ? Value(*year) : Value{});
            row.needed("leaders");
            card.has_all_of("leaders");
            for (const std::string& leader : split(row.text("leaders"), '|')) {
                row.known_ref(known.people, leader, "leaders");
                card.set_ref("leaders", leader);
            }
        }
        businesses.push_back(std::move(business));
    }
    return businesses;
}

std::optional<std::vector<PairingRow>> read_pairings(const std::filesystem::path& file, const KnownRefs& known,
                                                     Findings& findings) {
    const auto sheet = read_sheet(file, pairing_columns, {}, findings);
    if (!sheet) {
        return std::nullopt;
    }
    std::vector<PairingRow> pairings;
    std::map<std::string, std::size_t> lines;
    RowReader row(*sheet, findings);
    for (const SheetRow& each : sheet->rows) {
        if (!each.whole) {
            continue;
        }
        row.move_to(each);
        PairingRow pair{.pairing = new_entry(kind::pairing, each.line),
                        .mentor = row.needed("mentor"),
                        .business = row.needed("business"),
                        .status = {}};
        Entry& entry = pair.pairing;
        pair.status = row.known_code(entry, "status");
        entry.ref = pair.mentor + "+" + pair.business;
        row.known_ref(known.people, pair.mentor, "mentor");
        row.known_ref(known.businesses, pair.business, "business");
        const auto [first, is_new] = lines.try_emplace(entry.ref, each.line);
        if (!is_new) {
            Found found = row.at("business");
            found.value = shortened(entry.ref);
            found.other_line = first->second;
            findings.add(Trouble::ref_used_twice, std::move(found));
        }
        entry.set_ref("mentor", pair.mentor);
        entry.set_ref("business", pair.business);
        entry.set("status", Stage{pair.status, std::nullopt});
        const std::string since = row.code("since");
        const auto days = since.empty() ? std::nullopt : read_date(since, row.at("since"), findings);
        entry.set("since", days ? Value(*days) : Value{});
        entry.set("reason", text_or_none(row.text("reason")));
        pairings.push_back(std::move(pair));
    }
    return pairings;
}

}  // namespace ayni::programme
