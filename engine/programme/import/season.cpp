#include "engine/programme/import/season.hpp"

#include <fstream>
#include <map>
#include <system_error>
#include <utility>

#include "engine/model/time.hpp"
#include "engine/programme/import/json_entry.hpp"
#include "engine/programme/import/utf8.hpp"

namespace ayni::programme {
namespace {

using nlohmann::json;

struct TextLine {
    std::string text;
    std::size_t number = 0;
    std::uint64_t offset = 0;  // of its first byte
    std::uint64_t size = 0;    // with what was too much to keep
    bool ended = false;        // by a line end
};

// One line after the other, none of them ever held beyond season_line_most.
class LineReader {
public:
    explicit LineReader(const std::filesystem::path& file) : in_(file, std::ios::binary) {}

    bool next(TextLine& line) {
        line = {{}, number_ + 1, offset_, 0, false};
        for (int c = in_.get(); c != std::char_traits<char>::eof(); c = in_.get()) {
            ++offset_;
            if (c == '\n') {
                line.ended = true;
                break;
            }
            ++line.size;
            if (line.text.size() < season_line_most) {
                line.text.push_back(static_cast<char>(c));
            }
        }
        ++number_;
        return line.ended || line.size > 0;
    }

private:
    std::ifstream in_;
    std::size_t number_ = 0;
    std::uint64_t offset_ = 0;
};

// Where in the line the first letter stands that isn't UTF-8, and whether it is only cut short.
struct BadLetter {
    std::size_t at = 0;
    bool is_cut = false;
    Encoding looks_like = Encoding::unknown;
};
std::optional<BadLetter> bad_letter(std::string_view text) {
    Utf8Watch watch;
    std::size_t began = 0;
    std::optional<std::size_t> bad;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto verdict = watch.take(static_cast<unsigned char>(text[i]));
        if (verdict == Utf8Watch::Verdict::bad_rest) {
            bad = bad ? bad : began;
            verdict = watch.take(static_cast<unsigned char>(text[i]));
        }
        if (verdict != Utf8Watch::Verdict::fine) {
            began = i;
        }
        if (verdict == Utf8Watch::Verdict::bad_start) {
            bad = bad ? bad : i;
        }
    }
    if (bad) {
        return BadLetter{*bad, false, watch.guess()};
    }
    return watch.is_inside() ? std::optional(BadLetter{began, true, Encoding::unknown}) : std::nullopt;
}

class SeasonReader {
public:
    SeasonReader(std::string file, Findings& findings) : findings_(&findings) { season_.file = std::move(file); }

    void take(const TextLine& line) {
        const std::string_view text = line.text;
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) {
            return;
        }
        if (line.size > season_line_most) {
            Found found = at(line);
            found.size = line.size;
            found.limit = season_line_most;
            findings_->add(Trouble::field_too_large, std::move(found));
            return;
        }
        const auto bad = bad_letter(text);
        const json object = bad ? json(json::value_t::discarded) : json::parse(text, nullptr, false);
        if (!object.is_discarded()) {
            read(line, object);
            return;
        }
        Found found = at(line);
        found.offset = line.offset + (bad ? bad->at : text.size());
        if (!line.ended && (!bad || bad->is_cut)) {
            season_.cut = std::move(found);
        } else if (bad) {
            found.byte = static_cast<unsigned char>(text[bad->at]);
            found.looks_like = bad->looks_like;
            findings_->add(Trouble::not_utf8, std::move(found));
        } else {
            found.offset = line.offset + error_position(text);
            findings_->add(Trouble::json_malformed, std::move(found));
        }
    }
    Season season() && { return std::move(season_); }

private:
    [[nodiscard]] Found at(const TextLine& line) const { return {.file = season_.file, .line = line.number}; }

    static std::size_t error_position(std::string_view text) {
        // With exceptions off the parser doesn't say where; a second look by an accepting reader does.
        struct Look : json::json_sax_t {
            bool null() override { return true; }
            bool boolean(bool /*value*/) override { return true; }
            bool number_integer(number_integer_t /*value*/) override { return true; }
            bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
            bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
            bool string(string_t& /*value*/) override { return true; }
            bool binary(binary_t& /*value*/) override { return true; }
            bool start_object(std::size_t /*count*/) override { return true; }
            bool key(string_t& /*name*/) override { return true; }
            bool end_object() override { return true; }
            bool start_array(std::size_t /*count*/) override { return true; }
            bool end_array() override { return true; }
            bool parse_error(std::size_t position, const std::string& /*token*/,
                             const json::exception& /*error*/) override {
                found = position;
                return false;
            }
            std::size_t found = 0;
        } look;
        json::sax_parse(text, &look);
        return look.found > 0 ? look.found - 1 : 0;  // the parser counts from 1
    }

    void read(const TextLine& line, const json& object) {
        const std::size_t before = findings_->problem_count();
        ObjectPlace place{.file = season_.file, .row = {}, .line = line.number, .line_of = {}};
        SeasonLine read;
        read.entry.line = line.number;
        read.entry.ref = needed_text(object, "ref", place, *findings_);
        place.row = shortened(read.entry.ref);
        const std::string name = needed_text(object, "kind", place, *findings_);
        read.scope = needed_text(object, "scope", place, *findings_);
        read.author = needed_text(object, "author", place, *findings_);
        const std::string moment = needed_text(object, "at", place, *findings_);
        const auto at_ms = parse_time(moment);
        if (!at_ms && !moment.empty()) {
            Found found = place.at("at");
            found.value = shortened(moment);
            found.expected = {std::string(ayni::name_of(Type::time))};
            findings_->add(Trouble::json_wrong_type, std::move(found));
        }
        const auto fields = object.is_object() ? object.find("fields") : object.end();
        if (!object.is_object() || fields == object.end() || !fields->is_object()) {
            findings_->add(Trouble::json_member_missing, place.at("fields"));
        }
        const auto [first, is_new] = lines_.try_emplace(read.entry.ref, line.number);
        if (!is_new && !read.entry.ref.empty()) {
            Found found = place.at("ref");
            found.value = shortened(read.entry.ref);
            found.other_line = first->second;
            findings_->add(Trouble::ref_used_twice, std::move(found));
        }
        if (findings_->problem_count() != before) {
            return;
        }
        Findings noted;
        read.at = *at_ms;
        read.entry.kind = find_kind(name);
        if (read.entry.kind == nullptr || read.entry.kind->number == kind::other ||
            read.entry.kind->number == kind::verdict) {
            read.entry.kind = find_kind(kind::other);
            read.entry.set("kind", name);
            Found found = place.at("kind");
            found.value = shortened(name);
            noted.add(Remark::kind_unknown, std::move(found));
        }
        take_fields(read.entry, *fields, place, noted);
        for (const ImportProblem& problem : noted.problems()) {
            findings_->add(problem.what, problem);
        }
        read.remarks = noted.remarks();
        season_.lines.push_back(std::move(read));
    }

    Season season_;
    Findings* findings_;
    std::map<std::string, std::size_t> lines_;
};

}  // namespace

Season read_season(const std::filesystem::path& file, Findings& findings) {
    const std::string name = file.filename().string();
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        findings.add(Trouble::file_missing, {.file = name});
        return {.file = name, .lines = {}, .cut = {}};
    }
    LineReader lines(file);
    SeasonReader reader(name, findings);
    TextLine line;
    bool any = false;
    while (lines.next(line)) {
        if (line.number > season_lines_most) {
            findings.add(Trouble::too_many_rows, {.file = name, .line = line.number, .limit = season_lines_most});
            break;
        }
        any = any || line.size > 0;
        reader.take(line);
    }
    if (!any) {
        findings.add(Trouble::file_empty, {.file = name});
    }
    return std::move(reader).season();
}

}  // namespace ayni::programme
