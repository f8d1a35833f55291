// Reading JSON so that a refusal can name a line: one pass builds the values, another notes where each stands.

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/programme/import/json_entry.hpp"
#include "engine/programme/import/utf8.hpp"

namespace ayni::programme {
namespace {

using nlohmann::json;

// Walks over the text and counts lines; the parser asks for one character after the other.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    std::size_t* line = nullptr;

    reference operator*() const { return *at; }
    CountingIterator& operator++() {
        *line += *at == '\n' ? 1U : 0U;
        ++at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at == other.at; }
    bool operator!=(const CountingIterator& other) const { return at != other.at; }
};

// Notes the line of each value under its path; on an error, where it is.
class LineNotes : public json::json_sax_t {
public:
    LineNotes(const std::size_t& line, std::map<std::string, std::size_t>& lines) : line_(&line), lines_(&lines) {}

    bool null() override { return value(); }
    bool boolean(bool /*value*/) override { return value(); }
    bool number_integer(number_integer_t /*value*/) override { return value(); }
    bool number_unsigned(number_unsigned_t /*value*/) override { return value(); }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return value(); }
    bool string(string_t& /*value*/) override { return value(); }
    bool binary(binary_t& /*value*/) override { return value(); }
    bool start_object(std::size_t /*count*/) override { return open(false); }
    bool start_array(std::size_t /*count*/) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        // Here and not at its value: a number is only known to end once the line end behind it is read.
        levels_.back().name = name;
        return note();
    }
    bool parse_error(std::size_t position, const std::string& /*token*/, const json::exception& /*error*/) override {
        error_at = position;
        error_line = *line_;
        return false;
    }

    std::size_t error_at = 0;
    std::size_t error_line = 0;

private:
    struct Level {
        bool is_list = false;
        std::size_t index = 0;
        std::string name;
    };
    bool note() {
        std::string path;
        for (const Level& level : levels_) {
            path += "/" + (level.is_list ? std::to_string(level.index) : level.name);
        }
        lines_->try_emplace(std::move(path), *line_);
        return true;
    }
    bool value() {
        note();
        step();
        return true;
    }
    bool open(bool is_list) {
        note();
        levels_.push_back({is_list, 0, {}});
        return true;
    }
    bool close() {
        levels_.pop_back();
        step();
        return true;
    }
    void step() {
        if (!levels_.empty()) {
            ++levels_.back().index;
        }
    }
    const std::size_t* line_;
    std::map<std::string, std::size_t>* lines_;
    std::vector<Level> levels_;
};

// The whole file, if it is a text of bearable size.
std::optional<std::string> read_text(const std::filesystem::path& file, const std::string& name, Findings& findings) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        findings.add(Trouble::file_missing, {.file = name});
        return std::nullopt;
    }
    const auto size = std::filesystem::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in) {
        findings.add(Trouble::file_unreadable, {.file = name});
        return std::nullopt;
    }
    if (size > json_file_most) {
        findings.add(Trouble::file_too_large, {.file = name, .size = size, .limit = json_file_most});
        return std::nullopt;
    }
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.starts_with("\xEF\xBB\xBF")) {
        text.erase(0, 3);
    }
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
        findings.add(Trouble::file_empty, {.file = name, .size = size});
        return std::nullopt;
    }
    return text;
}

bool check_encoding(const std::string& text, const std::string& name, Findings& findings) {
    Utf8Watch watch;
    Found letter{.file = name, .line = 1};
    std::optional<Found> bad;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == 0) {
            findings.add(Trouble::not_text, {.file = name, .line = letter.line, .offset = i});
            return false;
        }
        auto verdict = watch.take(byte);
        if (verdict == Utf8Watch::Verdict::bad_rest) {
            bad = bad ? bad : letter;
            verdict = watch.take(byte);
        }
        if (verdict != Utf8Watch::Verdict::fine) {
            letter.offset = i;
            letter.byte = byte;
        }
        if (verdict == Utf8Watch::Verdict::bad_start) {
            bad = bad ? bad : letter;
        }
        letter.line += byte == '\n' ? 1U : 0U;
    }
    if (watch.is_inside() && !bad) {
        bad = letter;
    }
    if (bad) {
        bad->looks_like = watch.guess();
        findings.add(Trouble::not_utf8, *bad);
    }
    return !bad;
}

}  // namespace

std::size_t JsonText::line_of(const std::string& path) const {
    const auto found = lines.find(path);
    return found != lines.end() ? found->second : 0;
}

std::optional<JsonText> read_json(const std::filesystem::path& file, Findings& findings) {
    const std::string name = file.filename().string();
    const auto text = read_text(file, name, findings);
    if (!text || !check_encoding(*text, name, findings)) {
        return std::nullopt;
    }
    JsonText read;
    std::size_t line = 1;
    LineNotes notes(line, read.lines);
    const CountingIterator begin{text->data(), &line};
    const CountingIterator end{text->data() + text->size(), &line};
    if (!json::sax_parse(begin, end, &notes)) {
        findings.add(Trouble::json_malformed, {.file = name, .line = notes.error_line, .offset = notes.error_at});
        return std::nullopt;
    }
    read.root = json::parse(*text, nullptr, false);
    return read;
}

}  // namespace ayni::programme
