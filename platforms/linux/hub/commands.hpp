#pragma once
// The commands of ayni-hub. Each gives the program's exit code: 0, or 1 with one sentence on stderr.

#include <filesystem>
#include <string>

#include "platforms/linux/sentences.hpp"
#include "sync/hub/hub.hpp"

namespace ayni::commands {

struct Common {
    std::filesystem::path data;  // one of the two
    std::string database;        // of libpq; may hold a password, so it is never shown
    shell::Lang lang = shell::Lang::en;
    bool json = false;
};
struct Listening {
    std::string address = "127.0.0.1:8440";
    std::filesystem::path certificate;
    std::filesystem::path key;
};

int init(const Common& common, const hub::Founding& founding);
int serve(const Common& common, const Listening& listening);
int check(const Common& common);
int devices(const Common& common);
int quarantine(const Common& common);
int backup(const Common& common, const std::filesystem::path& file);
int renew(const Common& common);

}  // namespace ayni::commands
