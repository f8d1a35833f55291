#include "engine/programme/import/problem.hpp"

#include <utility>

namespace ayni::programme {

std::string_view name_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::file_missing: return "file_missing";
        case Trouble::file_unreadable: return "file_unreadable";
        case Trouble::file_unknown: return "file_unknown";
        case Trouble::file_empty: return "file_empty";
        case Trouble::file_too_large: return "file_too_large";
        case Trouble::not_text: return "not_text";
        case Trouble::not_utf8: return "not_utf8";
        case Trouble::quote_never_closed: return "quote_never_closed";
        case Trouble::field_too_large: return "field_too_large";
        case Trouble::too_many_rows: return "too_many_rows";
        case Trouble::column_missing: return "column_missing";
        case Trouble::column_twice: return "column_twice";
        case Trouble::cells_miscounted: return "cells_miscounted";
        case Trouble::empty: return "empty";
        case Trouble::ref_used_twice: return "ref_used_twice";
        case Trouble::ref_unknown: return "ref_unknown";
        case Trouble::code_unknown: return "code_unknown";
        case Trouble::date_malformed: return "date_malformed";
        case Trouble::date_not_there: return "date_not_there";
        case Trouble::number_malformed: return "number_malformed";
        case Trouble::weight_malformed: return "weight_malformed";
        case Trouble::level_malformed: return "level_malformed";
        case Trouble::hour_malformed: return "hour_malformed";
        case Trouble::json_malformed: return "json_malformed";
        case Trouble::json_member_missing: return "json_member_missing";
        case Trouble::json_wrong_type: return "json_wrong_type";
        case Trouble::phase_backwards: return "phase_backwards";
        case Trouble::cohort_missing: return "cohort_missing";
        case Trouble::cohort_unclear: return "cohort_unclear";
    }
    return {};
}

std::string_view name_of(Remark remark) {
    switch (remark) {
        case Remark::formula_like: return "formula_like";
        case Remark::column_ignored: return "column_ignored";
        case Remark::kind_unknown: return "kind_unknown";
        case Remark::field_unknown: return "field_unknown";
        case Remark::not_hers: return "not_hers";
    }
    return {};
}

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::unknown: return "unknown";
        case Encoding::latin1: return "latin1";
        case Encoding::windows1252: return "windows1252";
        case Encoding::utf16: return "utf16";
        case Encoding::damaged_utf8: return "damaged_utf8";
    }
    return {};
}

void Findings::add(Trouble what, Found where) {
    ++problem_count_;
    if (problems_.size() < most) {
        problems_.push_back({std::move(where), what});
    }
}

void Findings::add(Remark what, Found where) {
    ++remark_count_;
    if (remarks_.size() < most) {
        remarks_.push_back({std::move(where), what});
    }
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return std::string(text);
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace ayni::programme
