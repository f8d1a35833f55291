#pragma once
// The women of a season, each with her own joined profile in a folder of its own, and one connection to the hub.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "platforms/linux/aynictl/standing_clock.hpp"
#include "platforms/linux/profile.hpp"
#include "sync/client/client.hpp"

namespace ayni::shell {

struct Performer {
    std::unique_ptr<ProfileLock> lock;
    StandingClock clock;
    std::unique_ptr<Store> store;
    std::int64_t day = -1;          // of her last exchange, counted from 1970
    std::uint32_t unexchanged = 0;  // things written since
};

/// Opens profiles once and keeps them open. Threads: one. `stop` may be set from elsewhere: then every call that
/// would go to the hub fails with `unreachable`, and every profile is whole.
class Cast {
public:
    Cast(std::filesystem::path folder, const std::atomic<bool>& stop) : folder_(std::move(folder)), stop_(&stop) {}

    /// Her profile, made if it isn't there. storage_busy, and the other errors of a store.
    Result<Performer*> performer(const std::string& ref);
    /// Joins with a link, unless she has joined already.
    Outcome join(Performer& performer, const std::string& link);
    Result<bool> has_joined(Performer& performer);
    /// A link for this person, by a coordinator.
    Result<std::string> invitation(Performer& coordinator, RecordId person);
    Result<client::Summary> exchange(Performer& performer);
    [[nodiscard]] std::map<std::string, std::unique_ptr<Performer>>& all() { return performers_; }

private:
    std::filesystem::path folder_;
    const std::atomic<bool>* stop_;
    client::Http http_;
    std::map<std::string, std::unique_ptr<Performer>> performers_;
};

}  // namespace ayni::shell
