#pragma once
// What devices hand in: checked, judged, and put into the log, or set aside.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/result.hpp"
#include "engine/model/rights.hpp"
#include "sync/hub/accounts.hpp"
#include "sync/hub/depot.hpp"
#include "sync/hub/members.hpp"
#include "sync/hub/pen.hpp"
#include "sync/wire/envelope.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::hub {

struct Arrived {
    wire::Contents contents;
    std::string bytes;
};
using Frame = std::vector<Arrived>;

inline constexpr std::size_t unpacked_most = std::size_t{16} * 1024 * 1024;  // of one request

/// All or nothing. malformed, too_large (more than `most` bytes unpacked), made_by_newer_app.
Result<std::vector<Frame>> unpack_frames(const std::vector<std::string>& frames, std::size_t most = unpacked_most);
/// Bytes of the envelopes.
std::size_t size_of(const std::vector<Frame>& frames);

/// An envelope that lies outside its scope, because its author had no right to it when it came.
struct Quarantined {
    ScopeId scope;
    DeviceId device;
    std::uint64_t first_seq = 0;
    std::uint64_t last_seq = 0;
    std::int64_t at = 0;  // when it came, UTC ms
    std::string bytes;
};

/// Threads: the depot's. Errors: storage faults; what is wrong with an envelope is said in its receipt.
class Intake {
public:
    Intake(Depot& depot, Accounts& accounts, Members& members, Pen& pen)
        : depot_(depot), accounts_(accounts), members_(members), pen_(pen) {}

    /// Each frame in a transaction of its own, if this isn't called in one. Whoever brings an envelope: what counts are
    /// its author's signature and her rights. One whose author's device is lost or revoked is set aside, and so is one
    /// that another brings and that isn't what the log has in its place (a fork); its author's own is refused. What the
    /// hub's own key has signed, before it was brought back from a backup, is taken without being judged. One of
    /// a scope that its author has no right to is tried again after all others of the request (which may be what gives
    /// her the right), then set aside. What was set aside comes in with whatever gives its author the right to the
    /// scope (again), in the same transaction.
    Result<std::vector<wire::ReceiptOf>> take(const Account& account, const std::vector<Frame>& frames);

    Result<std::vector<Quarantined>> quarantine();

private:
    enum class Turn { first, last };
    /// In one transaction, with the release of what `work` has given a right to.
    Outcome transact(const std::function<Outcome()>& work);
    /// No receipt: it has to wait for the others of the request. `bringer`: whoever hands it in.
    Result<std::optional<wire::ReceiptOf>> take_one(const Account& bringer, const Arrived& arrived, Turn turn);
    Result<std::optional<wire::ReceiptOf>> take_from(const Account& author, const Arrived& arrived, Turn turn);
    Result<wire::ReceiptOf> take_own(const Arrived& arrived);
    /// The receipt of one that is here already, or isn't what is here.
    Result<std::optional<wire::ReceiptOf>> look_behind(const Arrived& arrived, const Chain::Link& last);
    /// The receipt of one that doesn't follow the last one.
    static std::optional<wire::ReceiptOf> look_ahead(const Arrived& arrived, const Chain::Link& last);
    Outcome take_in(const Arrived& arrived);
    Result<wire::ReceiptOf> set_aside(const Arrived& arrived, wire::ReceiptOf receipt);
    Result<wire::ReceiptOf> accept(const Account& account, const Arrived& arrived, Who who);
    Outcome write_verdicts(const ScopeId& scope, const std::vector<std::pair<const Change*, Refusal>>& refused);
    Result<Who> standing_of(const Account& account, const wire::Contents& contents);
    Outcome release();
    Result<bool> release_one(const Quarantined& held);

    Depot& depot_;
    Accounts& accounts_;
    Members& members_;
    Pen& pen_;
};

}  // namespace ayni::hub
