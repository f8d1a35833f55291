#pragma once
// What was salvaged, put together again: which envelopes are to be believed, whose they are, what is missing between
// them, and whether this device is still itself. Private to the store.

#include <map>
#include <string>
#include <vector>

#include "engine/store/inside.hpp"
#include "engine/store/recovery.hpp"
#include "engine/store/salvage.hpp"

namespace ayni {

struct LogParts {
    struct Known {
        ScopeId scope;
        DeviceId device;
        std::int64_t seq = 0;
        std::int64_t settled = 0;
        std::int64_t seen = 0;
        std::int64_t stamp = 0;
    };
    std::map<std::string, std::string> settings;
    DeviceId device;                         // who we are from now on
    std::uint64_t records = 0;               // the greatest number that one of its records is known to have
    std::map<std::int64_t, ScopeId> scopes;  // by the numbers that they had
    std::vector<Store::Inside::Kept> log;
    Store::Inside::Waiting waiting;  // with provisional seqs
    std::vector<Known> reach;
    std::vector<Salvage::Carried> carried;  // in the order in which they came
    std::vector<Recovery::Gap> gaps;
    std::uint64_t out_of_place = 0;
    std::int64_t known_until = 0;
    bool has_hub = false;
    bool keys_lost = false;
    bool is_read = false;   // all of the log that is in the file, and nothing is wrong there
    bool is_whole = false;  // and nothing of the log is missing, nor could be
};
Result<LogParts> assemble(const Salvage& found, const Store::Settings& settings, Witness* witness);

}  // namespace ayni
