#include "engine/programme/import/folder.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "engine/programme/import/sheet.hpp"

namespace ayni::programme {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, FileSort>, 6> beginnings{{
    {"cohort", FileSort::cohort},
    {"people", FileSort::people},
    {"businesses", FileSort::businesses},
    {"pairings", FileSort::pairings},
    {"indicators", FileSort::indicators},
    {"season", FileSort::season},
}};

bool has_file(const fs::path& file) {
    std::error_code error;
    return fs::is_regular_file(file, error);
}

// People and businesses, as they are known after what was read until now.
KnownRefs known_with(const Folder& folder, KnownRefs known) {
    for (const PersonRow& person : folder.people) {
        known.people[person.card.ref] = person.role;
    }
    for (const BusinessRow& business : folder.businesses) {
        known.businesses[business.card.ref] = business.name;
    }
    return known;
}

void read_one(FileSort sort, const fs::path& file, const KnownRefs& known, Folder& folder, Findings& findings) {
    switch (sort) {
        case FileSort::cohort: folder.cohort = read_cohort(file, findings); break;
        case FileSort::people:
            if (auto people = read_people(file, findings)) {
                folder.people = std::move(*people);
            }
            break;
        case FileSort::businesses:
            if (auto businesses = read_businesses(file, known_with(folder, known), findings)) {
                folder.businesses = std::move(*businesses);
            }
            break;
        case FileSort::pairings:
            if (auto pairings = read_pairings(file, known_with(folder, known), findings)) {
                folder.pairings = std::move(*pairings);
            }
            break;
        case FileSort::indicators:
            if (auto indicators = read_indicators(file, findings)) {
                folder.indicators = std::move(*indicators);
            }
            break;
        case FileSort::season: break;  // each woman brings in her own
    }
}

}  // namespace

std::optional<FileSort> sort_of(const fs::path& file) {
    const std::string name = file.filename().string();
    for (const auto& [beginning, sort] : beginnings) {
        if (name.starts_with(beginning)) {
            return sort;
        }
    }
    const std::vector<std::string> header = header_of(file);
    const auto has = [&](std::string_view column) { return std::ranges::find(header, column) != header.end(); };
    if (has("mentor") && has("business")) {
        return FileSort::pairings;
    }
    if (has("leaders")) {
        return FileSort::businesses;
    }
    return has("role") ? std::optional(FileSort::people) : std::nullopt;
}

Folder read_folder(const fs::path& path, const KnownRefs& known, Findings& findings) {
    Folder folder;
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        const auto sort = sort_of(path);
        if (!sort || !has_file(path)) {
            findings.add(has_file(path) ? Trouble::file_unknown : Trouble::file_missing,
                         {.file = path.filename().string()});
            return folder;
        }
        read_one(*sort, path, known, folder, findings);
        return folder;
    }
    for (const auto& [name, sort] : {std::pair("people.csv", FileSort::people), {"cohort.json", FileSort::cohort}}) {
        read_one(sort, path / name, known, folder, findings);  // found as missing if it isn't there
    }
    for (const auto& [name, sort] :
         {std::pair("businesses.csv", FileSort::businesses), {"pairings.csv", FileSort::pairings}}) {
        if (has_file(path / name)) {
            read_one(sort, path / name, known, folder, findings);
        }
    }
    const fs::path above = fs::absolute(path, error).lexically_normal() / "..";
    for (const fs::path& place : {path, above}) {
        if (has_file(place / "indicators.json")) {
            read_one(FileSort::indicators, place / "indicators.json", known, folder, findings);
            break;
        }
    }
    return folder;
}

}  // namespace ayni::programme
