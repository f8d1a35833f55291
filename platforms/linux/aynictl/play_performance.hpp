#pragma once
// A script carried out: profiles joined, the cohort imported, every step done by whom it belongs to, and everybody
// exchanging now and then, as in real life: when she opens the app on a new day, and after much writing.

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "engine/programme/import/folder.hpp"
#include "engine/programme/import/season.hpp"
#include "platforms/linux/aynictl/play_cast.hpp"
#include "platforms/linux/aynictl/play_script.hpp"

namespace ayni::shell {

struct PlayTrouble {
    enum class What : std::uint8_t {
        no_coordinator,  // the folder names none
        somebody_else,   // the link is `found`'s, not `who`'s
        missing,         // `found` never came to `who`
        in_tray,         // the hub didn't take something of `who`: `found` says why
        failed,          // `failure`
    };
    What what = What::failed;
    std::string who{};
    std::string found{};
    Failure failure{Fault::invalid, {}};
};

/// One run of a season. Stopped, killed or failed at any point, it leaves whole profiles, and a second run into the
/// same folder goes on from there.
class Performance {
public:
    /// `stop` may be set at any time. Folder and season must outlive it.
    Performance(const programme::Folder& folder, const programme::Season& season, std::filesystem::path profiles,
                const std::atomic<bool>& stop);

    /// Empty: everything was done, everybody has exchanged until it was quiet, and the hub refused nothing.
    std::optional<PlayTrouble> run(const std::string& link);
    /// True after a `run` that found its work done.
    [[nodiscard]] bool had_been_played() const { return had_been_played_; }
    [[nodiscard]] std::size_t people() const { return folder_->people.size(); }
    [[nodiscard]] std::uint64_t requests() const { return requests_; }

private:
    Result<bool> open(const std::string& link);
    Outcome gather();
    Outcome perform(const Step& step);
    Outcome write(Performer& author, const Step& step);
    Outcome set_status(Performer& person, const Step& step);
    Outcome join_set(Performer& person, const Step& step);
    Outcome settle_pairing(Performer& coordinator, const Step& step);
    Outcome bring_here(Performer& performer, const std::string& ref);
    Outcome exchange(Performer& performer, std::int64_t at);
    Outcome exchange_until_quiet();
    Outcome look_into_trays();
    Outcome trouble(PlayTrouble::What what, std::string who, std::string found);
    void say_where(std::size_t done, std::int64_t at);

    const programme::Folder* folder_;
    const programme::Season* season_;
    Script script_;
    Cast cast_;
    const std::atomic<bool>* stop_;
    std::string coordinator_;
    std::optional<PlayTrouble> trouble_;
    bool had_been_played_ = false;
    std::uint64_t requests_ = 0;
};

}  // namespace ayni::shell
