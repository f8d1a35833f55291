#include "platforms/linux/aynictl/local_time.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace ayni::shell {
namespace {

// A name, and never a path to somewhere else: it may come from a record.
bool is_zone(const std::string& name) {
    const bool plain = std::ranges::all_of(
        name, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '+' || c == '/'; });
    std::error_code error;
    return plain && !name.empty() && name.front() != '/' &&
           std::filesystem::is_regular_file(std::filesystem::path("/usr/share/zoneinfo") / name, error);
}

std::int64_t offset_at(std::int64_t utc_ms) {
    const auto seconds = static_cast<std::time_t>(utc_ms / 1000);
    std::tm there{};
    return ::localtime_r(&seconds, &there) != nullptr ? std::int64_t{there.tm_gmtoff} * 1000 : 0;
}

}  // namespace

Result<programme::LocalOffset> local_time(Store& store, std::string zone) {
    const bool asked = !zone.empty();
    if (!asked) {
        AYNI_LET(person, store.find(store.person()));
        zone = person && person->kind == kind::person ? person->text("tz") : std::string();
    }
    if (is_zone(zone)) {
        ::setenv("TZ", zone.c_str(), 1);
        ::tzset();
    } else if (asked) {
        return Failure{Fault::not_found, "tz"};
    }
    return programme::LocalOffset(&offset_at);
}

std::int64_t day_there(const programme::LocalOffset& offset, std::int64_t utc_ms) {
    constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;
    const std::int64_t local = utc_ms + offset(utc_ms);
    return local >= 0 ? local / day_ms : -((-local + day_ms - 1) / day_ms);
}

}  // namespace ayni::shell
