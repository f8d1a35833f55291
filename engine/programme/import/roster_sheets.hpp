#pragma once
// people.csv, businesses.csv, pairings.csv: rows into entries, with everything that is wrong in them found at once.

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/programme/import/entry.hpp"
#include "engine/programme/import/problem.hpp"

namespace ayni::programme {

/// The columns of the three files, in the order in which they are written.
inline constexpr std::array<std::string_view, 15> people_columns{
    "ref",       "name",   "role",  "place",        "tz",       "ui_lang", "audio_lang", "reading_comfort",
    "languages", "offers", "needs", "availability", "channels", "phone",   "about"};
inline constexpr std::array<std::string_view, 8> business_columns{"ref",  "name",    "sector",  "stage",
                                                                  "city", "founded", "leaders", "mission"};
inline constexpr std::array<std::string_view, 5> pairing_columns{"mentor", "business", "status", "since", "reason"};

struct PersonRow {
    Entry card;
    std::string name;
    std::string role;
    std::string phone;  // no part of the card: it becomes her Contact. Empty: none
};
struct BusinessRow {
    Entry card;
    std::string name;
};
struct PairingRow {
    Entry pairing;  // its ref is MENTOR+BUSINESS
    std::string mentor;
    std::string business;
    std::string status;
};

/// Refs that can be named: from the files before this one, and from the store.
struct KnownRefs {
    std::map<std::string, std::string> people;      // ref → role
    std::map<std::string, std::string> businesses;  // ref → name
};

/// Empty: the file can't be read at all. Rows with problems are left out; the findings name each. A file is good
/// only if the findings are.
std::optional<std::vector<PersonRow>> read_people(const std::filesystem::path& file, Findings& findings);
std::optional<std::vector<BusinessRow>> read_businesses(const std::filesystem::path& file, const KnownRefs& known,
                                                        Findings& findings);
std::optional<std::vector<PairingRow>> read_pairings(const std::filesystem::path& file, const KnownRefs& known,
                                                     Findings& findings);

}  // namespace ayni::programme
