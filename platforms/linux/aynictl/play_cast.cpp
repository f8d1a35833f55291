#include "platforms/linux/aynictl/play_cast.hpp"

#include <chrono>
#include <system_error>
#include <utility>

#include "sync/wire/envelope.hpp"

namespace ayni::shell {
namespace {

constexpr std::chrono::seconds patience{5};

}  // namespace

Result<Performer*> Cast::performer(const std::string& ref) {
    const auto found = performers_.find(ref);
    if (found != performers_.end()) {
        return found->second.get();
    }
    const std::filesystem::path folder = folder_ / ref;
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    auto performer = std::make_unique<Performer>();
    Store::Settings settings;
    settings.decode = &wire::decode;
    settings.clock = &performer->clock;
    AYNI_LET(opened, open_profile(folder, std::move(settings), {}, patience));
    performer->lock = std::move(opened.lock);
    performer->store = std::move(opened.store);
    Performer* kept = performer.get();
    performers_.emplace(ref, std::move(performer));
    return kept;
}

Result<bool> Cast::has_joined(Performer& performer) {
    AYNI_LET(hub, client::hub_of(*performer.store));
    return hub.has_value();
}

Outcome Cast::join(Performer& performer, const std::string& link) {
    AYNI_LET(joined, has_joined(performer));
    return joined ? Outcome(Done{}) : client::join(*performer.store, http_, link);
}

Result<std::string> Cast::invitation(Performer& coordinator, RecordId person) {
    AYNI_LET(invitation, client::invite(*coordinator.store, http_, person));
    return std::move(invitation.link);
}

Result<client::Summary> Cast::exchange(Performer& performer) {
    if (*stop_) {
        return {Fault::unreachable, "stopped"};
    }
    performer.unexchanged = 0;
    return client::synchronise(*performer.store, http_, 0, stop_);
}

}  // namespace ayni::shell
