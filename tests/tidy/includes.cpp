#include "tests/tidy/includes.hpp"

#include <algorithm>
#include <map>
#include <regex>

namespace ayni::tidy {
namespace {

const std::string everything = "*";

// A folder is a layer, with the folders below it that aren't named themselves.
const std::map<std::string, std::set<std::string>> may_include{
    {"engine/model", {}},
    {"engine/merge", {"engine/model"}},
    {"engine/store", {"engine/model", "engine/merge"}},
    {"engine/programme", {"engine/model", "engine/merge", "engine/store"}},
    {"sync/wire", {"engine/model", "engine/merge"}},
    {"sync/joined", {"engine/model", "engine/merge", "engine/store", "sync/wire"}},
    {"sync/client", {"engine/model", "engine/merge", "engine/store", "sync/wire", "sync/joined"}},
    {"sync/carry", {"engine/model", "engine/merge", "engine/store", "sync/wire", "sync/joined"}},
    {"sync/hub", {"engine/model", "engine/merge", "engine/store", "sync/wire"}},
    {"sync/hub/postgres", {"engine/model", "engine/store", "sync/wire", "sync/hub"}},
    // engine/store: records are what models show, and a model's desk runs the store on its own thread.
    {"qml/models", {"engine/model", "engine/programme", "engine/store", "sync/client", "sync/carry"}},
    {"platforms", {everything}},
    {"tests", {everything}},
};

// Headers that aren't ours nor standard C++: where they may stand. A header that no row matches stands nowhere.
struct Foreign {
    std::string header;  // a regular expression for the whole name
    std::set<std::string> places;
};
const std::vector<Foreign> foreign{
    {"Qt?[A-Z].*|qt?[a-z]+(\\.h)?|qqml.*", {"qml", "platforms/linux/app", "tests/qml", "tests/programme/models_"}},
    {"sqlite3\\.h",
     {"engine/store/database.cpp", "engine/store/cipher.cpp", "engine/store/tokens.cpp", "tests/bench/plain.cpp",
      "tests/engine/search_damage_test.cpp", "tests/simulation/disk_vfs.cpp"}},
    {"curl/.*", {"sync/client/http.cpp"}},
    // What is signed is hashed. The tests of wire make bytes that wire itself never would.
    {"sodium\\.h",
     {"sync/wire", "engine/store/sodium.hpp", "tests/sync/wire_", "engine/programme/agreements.cpp",
      "tests/simulation/chance.cpp"}},
    {"zlib\\.h", {"tests/bench/json.cpp"}},
    {"zstd\\.h", {"engine/store/blocks.cpp", "sync/wire", "tests/sync/wire_"}},
    {"google/protobuf/.*|.*\\.pb\\.h", {"sync/wire", "tests/sync/wire_"}},
    {"libpq-fe\\.h", {"sync/hub/postgres/connection.cpp"}},
    {"libsecret/.*", {"platforms/linux/keyring.cpp"}},
    {"utf8proc\\.h", {"engine/merge/words.cpp"}},
    // A test unlocks a database by itself.
    {"boost/.*|openssl/.*", {"sync/hub/server", "tests/season/unlocked.hpp"}},
    {"nlohmann/json(_fwd)?\\.hpp", {"engine/programme", "platforms", "tests"}},
    {"CLI/.*", {"platforms"}},
    {"catch2/.*", {"tests"}},
    // The operating system: files, processes, signals.
    {"(unistd|fcntl|pthread|signal|poll|spawn|termios|(sys|net|netinet|arpa)/\\w+)\\.h",
     {"platforms", "tests", "sync/hub/server", "engine/store/files.cpp"}},
};

const std::regex include(R"re(^\s*#\s*include\s*(["<])([^">]+)[">])re");

const std::regex standard_header("[a-z_]+|c?(assert|errno|float|limits|math|time|string|stdlib|stdio|stdint)\\.h");

bool stands_in(const std::string& path, const std::set<std::string>& places) {
    // A place is a folder, a file, or the beginning of files' names ("sync/hub/server" has server_routes.cpp too).
    return std::ranges::any_of(places, [&](const std::string& place) { return path.starts_with(place); });
}

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text.empty() ? "nothing" : text;
}

// Empty: fine.
std::string objection_to_ours(const Source& source, const std::string& layer, const std::string& header,
                              const std::set<std::string>& files) {
    if (header.ends_with(".moc") && header.find('/') == std::string::npos) {
        return {};  // Qt's, made from this very file
    }
    if (header.starts_with("sql/") && files.contains(layer + "/" + header.substr(0, header.rfind('.')) + ".sql")) {
        return {};  // made from the layer's own SQL
    }
    if (!files.contains(header)) {
        return "no such file in the project; write the path from the root, or <> for what isn't ours";
    }
    const std::string target = layer_of(header);
    const std::set<std::string>& allowed = may_include.at(layer);
    if (target == layer || allowed.contains(everything) || allowed.contains(target)) {
        return {};
    }
    return layer + " may include " + joined(allowed) + " and itself, not " + target + " (" + source.path + ")";
}

std::string objection_to_foreign(const Source& source, const std::string& header) {
    if (std::regex_match(header, standard_header)) {
        return {};
    }
    for (const Foreign& row : foreign) {
        if (std::regex_match(header, std::regex(row.header))) {
            return stands_in(source.path, row.places) ? "" : "belongs only in " + joined(row.places);
        }
    }
    return "this header has no row in tests/tidy/includes.cpp yet: say there where it may stand";
}

}  // namespace

std::string layer_of(const std::string& path) {
    std::string best;
    for (const auto& [layer, allowed] : may_include) {
        if (lies_below(path, layer) && layer.size() > best.size()) {
            best = layer;
        }
    }
    return best;
}

Complaints check_own_header_first(const Source& source, const std::set<std::string>& files) {
    const std::string own = source.path.substr(0, source.path.rfind('.')) + ".hpp";
    if (!source.path.ends_with(".cpp") || !files.contains(own)) {
        return {};
    }
    std::smatch found;
    for (const std::string& line : source.lines) {
        if (std::regex_search(line, found, include)) {
            return found[2] == own ? Complaints{} : Complaints{source.path + ": includes " + own + " too late"};
        }
    }
    return {source.path + ": doesn't include " + own};
}

Complaints check_includes(const Source& source, const std::set<std::string>& files) {
    const std::string layer = layer_of(source.path);
    if (layer.empty()) {
        return {source.path + ": C++ outside the layers of tests/tidy/includes.cpp"};
    }
    Complaints complaints;
    std::smatch found;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        if (!std::regex_search(source.lines[i], found, include)) {
            continue;
        }
        const std::string header = found[2];
        // What protobuf makes stands in quotes but isn't a file of the tree.
        const bool ours = found[1] == "\"" && !header.ends_with(".pb.h");
        const std::string objection =
            ours ? objection_to_ours(source, layer, header, files) : objection_to_foreign(source, header);
        if (!objection.empty()) {
            complaints.push_back(source.path + ":" + std::to_string(i + 1) + ": " + header + ": " + objection);
        }
    }
    return complaints;
}

}  // namespace ayni::tidy
