#include "engine/programme/import/cohort_file.hpp"

#include <map>
#include <string>
#include <utility>

#include "engine/model/time.hpp"
#include "engine/programme/import/json_entry.hpp"

namespace ayni::programme {
namespace {

using nlohmann::json;

// {"ref", "kind", "fields"} at a path of the file.
class ObjectReader {
public:
    ObjectReader(const JsonText& text, std::string file, Findings& findings)
        : text_(&text), file_(std::move(file)), findings_(&findings) {}

    Entry read(const json& object, const std::string& path, KindNo kind) {
        Entry entry{.kind = find_kind(kind), .ref = {}, .line = text_->line_of(path), .settings = {}, .whole_sets = {}};
        const ObjectPlace outer = place(path, {});
        entry.ref = needed_text(object, "ref", outer, *findings_);
        const auto fields = object.is_object() ? object.find("fields") : object.end();
        if (!object.is_object() || fields == object.end() || !fields->is_object()) {
            findings_->add(Trouble::json_member_missing, outer.at("fields"));
            return entry;
        }
        const auto [first, is_new] = lines_.try_emplace(entry.ref, entry.line);
        if (!entry.ref.empty() && !is_new) {
            Found found = outer.at("ref");
            found.value = shortened(entry.ref);
            found.other_line = first->second;
            findings_->add(Trouble::ref_used_twice, std::move(found));
        }
        take_fields(entry, *fields, place(path + "/fields", entry.ref), *findings_);
        return entry;
    }

    [[nodiscard]] ObjectPlace place(const std::string& path, const std::string& row) const {
        return {.file = file_,
                .row = shortened(row),
                .line = text_->line_of(path),
                .line_of = [this, path](std::string_view field) {
                    return text_->line_of(path + "/" + std::string(field));
                }};
    }

    /// The list under this name, or (found as missing) an empty one.
    const json& list(const json& root, std::string_view member) {
        static const json none = json::array();
        const auto found = root.is_object() ? root.find(member) : root.end();
        if (!root.is_object() || found == root.end() || !found->is_array()) {
            findings_->add(Trouble::json_member_missing, place({}, {}).at(member));
            return none;
        }
        return *found;
    }

private:
    const JsonText* text_;
    std::string file_;
    Findings* findings_;
    std::map<std::string, std::size_t> lines_;
};

// A phase has a kind and two dates, in their order.
void check_phase(const json& object, const ObjectPlace& place, Findings& findings) {
    const auto fields = object.is_object() ? object.find("fields") : object.end();
    if (!object.is_object() || fields == object.end() || !fields->is_object()) {
        return;  // found already
    }
    const std::string kind = needed_text(*fields, "kind", place, findings);
    const std::string starts = needed_text(*fields, "starts", place, findings);
    const std::string ends = needed_text(*fields, "ends", place, findings);
    const auto first = parse_date(starts);
    const auto last = parse_date(ends);
    if (first && last && *last < *first) {
        Found found = place.at("ends");
        found.row = shortened(kind);
        found.value = ends;
        found.instead = starts;
        findings.add(Trouble::phase_backwards, std::move(found));
    }
}

}  // namespace

std::optional<CohortFile> read_cohort(const std::filesystem::path& file, Findings& findings) {
    const auto text = read_json(file, findings);
    if (!text) {
        return std::nullopt;
    }
    ObjectReader reader(*text, file.filename().string(), findings);
    CohortFile read;
    const auto cohort = text->root.is_object() ? text->root.find("cohort") : text->root.end();
    if (!text->root.is_object() || cohort == text->root.end()) {
        findings.add(Trouble::json_member_missing, reader.place({}, {}).at("cohort"));
        return std::nullopt;
    }
    read.cohort = reader.read(*cohort, "/cohort", kind::cohort);
    if (const auto fields = cohort->find("fields"); fields != cohort->end()) {
        for (const auto* member : {"code", "name"}) {
            needed_text(*fields, member, reader.place("/cohort/fields", read.cohort.ref), findings);
        }
    }
    std::size_t index = 0;
    for (const json& phase : reader.list(text->root, "phases")) {
        const std::string path = "/phases/" + std::to_string(index++);
        read.phases.push_back(reader.read(phase, path, kind::phase));
        check_phase(phase, reader.place(path + "/fields", read.phases.back().ref), findings);
    }
    return read;
}

std::optional<std::vector<Entry>> read_indicators(const std::filesystem::path& file, Findings& findings) {
    const auto text = read_json(file, findings);
    if (!text) {
        return std::nullopt;
    }
    ObjectReader reader(*text, file.filename().string(), findings);
    std::vector<Entry> indicators;
    std::size_t index = 0;
    for (const json& indicator : reader.list(text->root, "indicators")) {
        const std::string path = "/indicators/" + std::to_string(index++);
        indicators.push_back(reader.read(indicator, path, kind::indicator_def));
        if (const auto fields = indicator.find("fields"); indicator.is_object() && fields != indicator.end()) {
            needed_text(*fields, "code", reader.place(path + "/fields", indicators.back().ref), findings);
        }
    }
    return indicators;
}

}  // namespace ayni::programme
