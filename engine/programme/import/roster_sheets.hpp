#pragma once
// people.csv, businesses.csv, pairings.csv: rows into entries, with everything that is wrong in them found at once.

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/programme/import/entry.hpp"
#include "engine/programme/import/problem.hpp"

namespace ayni::programme {

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
