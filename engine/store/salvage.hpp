#pragma once
// What can still be read of a damaged database: by the tables' names where SQLite finds them, and else page by page,
// by the shape of the rows. Only what recovery needs: the log, who we are, and how far we are known to be.

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/store/key.hpp"

namespace ayni {

struct Salvage {
    struct Envelope {
        std::int64_t scope = 0;
        std::int64_t replica = 0;
        std::int64_t first_seq = 0;
        std::int64_t last_seq = 0;
        std::int64_t delivery = 0;
        std::string reason;
        std::string bytes;
        std::int64_t block = 0;  // 0: the bytes are its own
        std::int64_t place = 0;
        std::int64_t size = 0;
    };
    struct Unfinished {
        std::int64_t scope = 0;
        std::string content;
        std::int64_t at = 0;
    };
    struct Carried {
        std::string name;
        bool waits = false;
        std::string bytes;
    };
    struct Reach {
        std::int64_t seq = 0;
        std::int64_t settled = 0;
        std::int64_t seen = 0;
        std::int64_t stamp = 0;
    };
    using Key = std::pair<std::int64_t, std::int64_t>;

    std::map<std::string, std::string> settings;
    std::map<std::string, std::string> otherwise;                // settings that somewhere else say something else
    std::map<std::int64_t, std::int64_t> replicas;               // number → id
    std::map<std::int64_t, std::array<std::int64_t, 3>> scopes;  // number → kind, device, counter
    std::map<Key, Reach> reach;                                  // by scope and replica
    std::map<std::int64_t, std::vector<Envelope>> envelopes;     // by number; of several all but one are wrong
    std::set<std::pair<std::int64_t, std::string>> pending;      // scope, packed changes
    std::vector<std::pair<std::int64_t, std::string>> loose;     // scope, envelopes of a block that no row names
    std::map<std::string, Unfinished> unfinished;                // what was being written, by place
    std::map<std::string, std::array<std::int64_t, 3>> blobs;    // attachments: hash → bytes, unsent, used
    std::set<std::pair<std::int64_t, std::string>> blobs_kept;   // scope, hash
    std::map<std::int64_t, std::vector<Carried>> carried;        // for others, by number; of several one is right

    bool log_is_sound = false;  // in the tables of the log nothing is wrong, and no commit was lost with the WAL
    bool complete = false;      // every table of them was read to its end
    bool plain = false;         // it isn't locked
    bool sound = false;         // nor anywhere else, but perhaps in the search index, which is made anew in its place
};

/// Reads what there is. Works in files of its own beside the database, which are gone afterwards; the database and
/// its WAL are only read. made_by_newer_app; storage_full, storage_failed. wrong_key, storage_corrupt: nothing at all
/// can be read, with the key or without.
/// Hears how much is read, from 0 to 1.
Result<Salvage> salvage(const std::filesystem::path& database, const DataKey* key,
                        const std::function<void(double)>& progress = {});

}  // namespace ayni
