#pragma once
// The hub without its network: accounts, rights, log, and the three messages of the protocol.
//
// What it keeps lies in a depot (depot.hpp): one SQLite file, DIR/hub.db, or a PostgreSQL that several hubs share. The
// envelopes as they came, rows of what rights need, accounts, invitations, grants and quarantine lie side by side, so
// that what a request does is one transaction.
// The hub is a device too: what it has to say is written, sealed and sent like anybody's. Hubs that share a depot are
// that one device together.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/clock.hpp"
#include "engine/model/result.hpp"
#include "sync/hub/accounts.hpp"
#include "sync/hub/depot.hpp"
#include "sync/hub/intake.hpp"

namespace ayni::hub {

/// What a new hub is: its name, its first person, and where it will be reached.
struct Founding {
    std::string name;
    std::string coordinator;  // her name
    std::string lang;         // her language: es, fr, en
    std::string url;          // "http://127.0.0.1:8440"
};

/// An answer, signed, and what of it may be logged.
struct Reply {
    unsigned status = 200;
    std::string body;
    std::string device;  // the first 8 digits of who asked; empty if that isn't known
};

struct Desk;

/// Threads: one at a time; the caller sees to that. Every call commits what it did before it answers.
class Hub {
public:
    /// Makes the hub of this folder (and the folder) and gives the link of its first invitation, which is the
    /// coordinator's. already_joined: there is a hub already. invalid: an empty name. Storage faults.
    static Result<std::string> found(const std::filesystem::path& data, const Founding& founding,
                                     const Clock* clock = nullptr);
    /// The same in any depot.
    static Result<std::string> found(std::unique_ptr<Depot> depot, const Founding& founding);
    /// not_found: no hub has been made there. Storage faults, made_by_newer_app.
    static Result<std::unique_ptr<Hub>> open(const std::filesystem::path& data, const Clock* clock = nullptr);
    static Result<std::unique_ptr<Hub>> open(std::unique_ptr<Depot> depot);
    ~Hub();
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    // The protocol: bodies in, signed bodies out. Status 200, 4xx with a Refused, 500 when the disk fails. ------------
    /// address: who tries, for the limit on wrong codes.
    Reply join(std::string_view body, std::string_view address);
    Reply invite(std::string_view body, std::string_view token);
    Reply exchange(std::string_view body, std::string_view token);
    struct Asked {
        std::string_view body;
        std::string_view token;
    };
    /// Several devices' exchanges, served in this order, which wait for the disk together where the depot can. What
    /// fails for one is her own affair. Their answers, in the same order; none is given before all is committed.
    std::vector<Reply> exchange(std::span<const Asked> asked);
    /// For what the network layer refuses by itself.
    [[nodiscard]] Reply refusal(Fault fault) const;
    /// True: an active device has this token. Storage faults: nobody can say now, which is no answer to a phone.
    Result<bool> knows(std::string_view token);

    // Operations ------------------------------------------------------------------------------------------------------
    [[nodiscard]] std::string name() const;
    [[nodiscard]] std::string url() const;
    /// Where invitations say that the hub is.
    Outcome move_to(std::string_view url);
    Result<std::vector<Account>> devices();
    Result<std::vector<Quarantined>> quarantine();
    /// Replays the log and compares; looks at every signature and chain, and at every account. One line for each
    /// thing that is wrong. Empty: all is well.
    Result<std::vector<std::string>> check();
    /// A copy that stands on its own, while others go on. A hub that is started on it has another epoch, so that it is
    /// offered again whatever devices have and it lacks, and writes as another device (Depot::renew). invalid: there is
    /// a file of that name. not_allowed: the depot isn't a file of ours; its server has means of its own (see `renew`).
    Outcome backup(const std::filesystem::path& file);
    /// To be called once on what was restored, by other means, from a backup that is older than what devices may have:
    /// see Depot::renew. Hubs that are running must be started again.
    Outcome renew();
    /// Moves the write-ahead log into the file.
    Outcome checkpoint();

private:
    explicit Hub(std::unique_ptr<Desk> desk);
    std::unique_ptr<Desk> desk_;
};

}  // namespace ayni::hub
