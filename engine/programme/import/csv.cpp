#include "engine/programme/import/csv.hpp"

#include <algorithm>
#include <string_view>
#include <system_error>
#include <utility>

namespace ayni::programme {
namespace {

constexpr std::size_t chunk = std::size_t{64} * 1024;

bool is_blank(const CsvRow& row) {
    return std::ranges::all_of(row.cells, [](const std::string& cell) { return cell.empty(); });
}

// Names of columns as people retype them.
std::string tidy_name(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    std::string name(text.substr(first, text.find_last_not_of(" \t") - first + 1));
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name;
}

}  // namespace

CsvReader::CsvReader(const std::filesystem::path& file, Findings& findings)
    : findings_(&findings), name_(file.filename().string()), buffer_(chunk) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) {
        findings_->add(Trouble::file_missing, {.file = name_});
        readable_ = false;
        return;
    }
    in_.open(file, std::ios::binary);
    if (!in_) {
        findings_->add(Trouble::file_unreadable, {.file = name_});
        readable_ = false;
    }
}

bool CsvReader::read_header() {
    if (!readable_ || !begin()) {
        readable_ = false;
        return false;
    }
    auto row = next();
    if (!row) {
        if (readable_ && findings_->good()) {
            findings_->add(Trouble::file_empty, {.file = name_, .size = offset_});
        }
        readable_ = false;
        return false;
    }
    width_ = row->cell_count;
    for (const std::string& cell : row->cells) {
        header_.push_back(tidy_name(cell));
    }
    while (!header_.empty() && header_.back().empty()) {
        header_.pop_back();  // a separator at the end of each line is no column
    }
    keep_most_ = header_.size();
    return true;
}

// The byte order mark, and what it says; and which separator the header has.
bool CsvReader::begin() {
    if (!fill()) {
        findings_->add(Trouble::file_empty, {.file = name_});
        return false;
    }
    const std::string_view start(buffer_.data(), filled_);
    if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
        findings_->add(Trouble::not_text, {.file = name_, .looks_like = Encoding::utf16});
        return false;
    }
    if (start.starts_with("\xEF\xBB\xBF")) {
        at_ = 3;
        offset_ = 3;
    }
    sniff();
    return true;
}

void CsvReader::sniff() {
    bool quoted = false;
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    for (std::size_t i = at_; i < filled_; ++i) {
        const char c = buffer_[i];
        if (!quoted && (c == '\n' || c == '\r')) {
            break;
        }
        quoted = quoted != (c == '"');
        commas += !quoted && c == ',' ? 1U : 0U;
        semicolons += !quoted && c == ';' ? 1U : 0U;
    }
    separator_ = semicolons > commas ? ';' : ',';
}

bool CsvReader::fill() {
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    filled_ = static_cast<std::size_t>(in_.gcount());
    at_ = 0;
    return filled_ > 0;
}

std::optional<unsigned char> CsvReader::get() {
    if (at_ == filled_ && !fill()) {
        return std::nullopt;
    }
    ++offset_;
    return static_cast<unsigned char>(buffer_[at_++]);
}

std::optional<CsvRow> CsvReader::next() {
    while (readable_ && !at_end_) {
        row_ = CsvRow{.line = line_, .cells = {}};
        cell_line_ = line_;
        bool complete = false;
        while (!complete) {
            const auto byte = get();
            if (!byte) {
                at_end_ = true;
                finish();
                break;
            }
            if (*byte == 0) {
                findings_->add(Trouble::not_text, {.file = name_, .line = line_, .offset = offset_ - 1});
                readable_ = false;
                return std::nullopt;
            }
            watch(*byte);
            complete = take(*byte);
        }
        if (readable_ && !(is_blank(row_) && row_.whole)) {
            return std::move(row_);
        }
    }
    return std::nullopt;
}

// What the end of the file says about what was open.
void CsvReader::finish() {
    if (utf8_.is_inside() && !bad_) {
        bad_ = letter_;
    }
    if (bad_) {
        bad_->looks_like = utf8_.guess();
        findings_->add(Trouble::not_utf8, *bad_);
        readable_ = false;
        return;
    }
    if (state_ == State::quoted) {
        findings_->add(Trouble::quote_never_closed, here(quote_line_, row_.cell_count));
        readable_ = false;
        return;
    }
    if (!cell_.empty() || cell_size_ > 0 || row_.cell_count > 0) {
        end_cell();
    }
}

void CsvReader::watch(unsigned char byte) {
    Utf8Watch::Verdict verdict = utf8_.take(byte);
    while (verdict != Utf8Watch::Verdict::fine) {
        if (verdict == Utf8Watch::Verdict::bad_rest) {
            if (!bad_) {
                bad_ = letter_;
            } else {
                ++bad_->more;
            }
            verdict = utf8_.take(byte);
            continue;
        }
        letter_ = here(line_, row_.cell_count);
        letter_.offset = offset_ - 1;
        letter_.byte = byte;
        if (verdict == Utf8Watch::Verdict::bad_start) {
            if (!bad_) {
                bad_ = letter_;
            } else {
                ++bad_->more;
            }
        }
        return;
    }
}

bool CsvReader::take(unsigned char byte) {
    if (after_cr_) {
        after_cr_ = false;
        if (byte == '\n') {
            return false;  // the second half of a line end
        }
    }
    if (state_ == State::quoted) {
        return take_in_quotes(byte);
    }
    if (byte == '\n' || byte == '\r') {
        return take_line_end(byte);
    }
    const char c = static_cast<char>(byte);
    if (c == separator_) {
        end_cell();
        return false;
    }
    if (state_ == State::cell_start && c == '"') {
        state_ = State::quoted;
        quote_line_ = line_;
        return false;
    }
    if (state_ == State::after_quote && c == '"') {
        state_ = State::quoted;  // two in a row: one that is meant
        keep(c);
        return false;
    }
    // After a closed quote only a separator should come; like the spreadsheets, take what comes as text.
    state_ = State::plain;
    keep(c);
    return false;
}

bool CsvReader::take_in_quotes(unsigned char byte) {
    if (byte == '"') {
        state_ = State::after_quote;
        return false;
    }
    if (byte == '\r' || byte == '\n') {
        after_cr_ = byte == '\r';
        ++line_;
        keep('\n');
        return false;
    }
    keep(static_cast<char>(byte));
    return false;
}

bool CsvReader::take_line_end(unsigned char byte) {
    after_cr_ = byte == '\r';
    ++line_;
    end_cell();
    return true;
}

void CsvReader::keep(char byte) {
    ++cell_size_;
    if (cell_size_ <= field_most && row_.cell_count < keep_most_) {
        cell_.push_back(byte);
    }
}

void CsvReader::end_cell() {
    if (cell_size_ > field_most) {
        Found found = here(cell_line_, row_.cell_count);
        found.size = cell_size_;
        found.limit = field_most;
        found.row = row_.cells.empty() ? std::string{} : shortened(row_.cells.front());
        findings_->add(Trouble::field_too_large, std::move(found));
        row_.whole = false;
        cell_.clear();
    }
    if (row_.cell_count < keep_most_) {
        row_.cells.push_back(std::exchange(cell_, {}));
    }
    ++row_.cell_count;
    cell_size_ = 0;
    cell_line_ = line_;
    state_ = State::cell_start;
}

std::string CsvReader::column_name(std::size_t index) const {
    return index < header_.size() ? header_[index] : std::string{};
}

Found CsvReader::here(std::size_t line, std::size_t index) const {
    return {.file = name_, .line = line, .column = column_name(index)};
}

}  // namespace ayni::programme
