#pragma once
// A damaged database is set aside whole, and a new one is built from what can be read of its log. One that wasn't
// locked yet is set aside locked, where there is a key, and the plain one is wiped (set_aside.hpp).
//
// What a device wrote has a place in its log (a seq) that must never be given twice: the hub, and through it others,
// may have changes from here that can't be read here any more. So unless nothing of the log is missing, the new
// database waits for its own log (Store::awaits_own_log): she can read and write at once, but nothing is sealed until
// the hub has given everything back once. What stood apart by then, unsent changes beyond a hole and what she wrote
// meanwhile, gets its places after that. If the device's own key was lost, it is a new device from now on; also if
// something may be missing of what had left in a file, since then others know seqs that no hub can tell.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/store/store.hpp"

namespace ayni {

/// What is in the new database, and what is known to be missing there.
struct Recovery {
    /// Changes of one device in one scope that can't be read.
    struct Gap {
        ScopeId scope;
        DeviceId device;
        std::uint64_t first_seq = 0;
        std::uint64_t last_seq = 0;
        bool own = false;  // this device's, also under the name that it had before
    };
    struct Part {
        ScopeId scope;
        std::uint64_t envelopes = 0;
        std::uint64_t changes = 0;  // in them
        std::uint64_t waiting = 0;  // own changes that the hub has not acknowledged, in envelopes or not
    };
    bool was_needed = false;  // false: nothing was wrong; nothing was changed, and all the rest is empty
    /// Random: no other report has it (the damaged file's name may be another's once that is gone). 0: one of before.
    std::uint64_t number = 0;
    std::string set_aside;  // the damaged file's name, in the same folder
    std::vector<Part> parts;
    std::vector<Gap> gaps;           // others' too; those that the hub gives back are taken off the stored report
    std::uint64_t out_of_place = 0;  // own changes that were read, but not what scope they belong to
    /// The last part of what this device wrote may be missing without a trace; until when it is known (UTC ms of the
    /// last change that was read; 0: none was).
    bool end_unknown = false;
    std::int64_t known_until = 0;
    bool awaits_own_log = false;  // an exchange will tell which of it the hub has
    bool keys_lost = false;       // this device can't go on under its name: a new invitation is needed
};

/// Knows the wire, which the store doesn't: what an envelope says of itself, and whether that can be believed.
class Witness {
public:
    enum class Standing : std::uint8_t {
        alone,    // never joined a hub
        joined,   // and can prove who it is
        unknown,  // what would prove it is missing
    };
    virtual ~Witness() = default;
    using Settings = std::map<std::string, std::string>;
    /// Before the first envelope: the profile's settings, as far as they were read, and what some of them say in their
    /// second copy. What is of no use any more is taken out, what is right put in.
    virtual Standing hear(Settings& settings, const Settings& otherwise) = 0;
    /// This device is another one from now on: takes out what proves who it was.
    virtual void give_up(Settings& settings) = 0;
    /// In the order of the log. malformed, bad_signature: not to be taken. made_by_newer_app: can't be told, and is
    /// taken for what its row says.
    virtual Result<Envelope> attest(const std::string& bytes) = 0;
    /// A part that is carried for others is as it was when it got this name.
    virtual bool is_part(std::string_view name, std::string_view bytes) = 0;
    /// Envelopes one behind the other: how many bytes the first of them has. 0: that can't be told.
    virtual std::size_t length_of_first(std::string_view bytes) = 0;
};

/// Hears how much of the work is done, from 0 to 1, on the thread that does it. Never less than before.
using Progress = std::function<void(double)>;

/// Recovers the database, if anything is wrong with it or its tables don't follow from its log. Nobody may have it
/// open. Without a witness envelopes are taken for what their rows say if their changes agree.
/// not_found; made_by_newer_app; storage_full, storage_failed; wrong_key, storage_corrupt: nothing at all can be read.
/// After each of them all is as it was. Killed at any moment, the damaged or the recovered database is there, and
/// calling again goes on.
Result<Recovery> recover(const std::filesystem::path& file, const Store::Settings& settings, Witness* witness = nullptr,
                         const Progress& progress = {});

/// The report of the last recovery. Empty: there was none.
Result<std::optional<Recovery>> last_recovery(const Store& store);

std::string pack(const Recovery& recovery);
Result<Recovery> unpack_recovery(std::string_view bytes);

}  // namespace ayni
