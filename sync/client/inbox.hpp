#pragma once
// What comes in: frames are unpacked, each envelope is opened, its author's signature checked, and given to the store
// together with the cursor. For sync/client's own files.

#include <set>
#include <string>
#include <string_view>

#include "engine/model/ids.hpp"
#include "engine/model/result.hpp"
#include "engine/store/store.hpp"
#include "sync/client/client.hpp"
#include "sync/joined/gate.hpp"
#include "sync/joined/membership.hpp"
#include "sync/wire/messages.hpp"

namespace ayni::client {

class Inbox {
public:
    Inbox(Store& store, const joined::Membership& member) : store_(store), member_(member), gate_(store, member) {}

    /// One frame in one transaction, its cursor with it. An envelope that can't be read, wasn't signed by whom it
    /// names, or is of a scope that wasn't granted is passed over: counted in summary.refused, remembered if a later
    /// key or version could open it, and no hindrance to the rest. reader: of this answer. Storage faults only.
    Outcome take(const wire::FrameWithCursor& frame, wire::FrameReader& reader, const std::set<ScopeId>& granted,
                 Summary& summary);

    /// True (and the cursor is back at the beginning): something was passed over that can be read now, or a
    /// predecessor was missing; everything has to be asked for once more. `at_end`: the hub had no more to give.
    Result<bool> must_ask_again(bool at_end);

    /// New envelopes so far.
    [[nodiscard]] std::size_t taken() const { return taken_; }

private:
    Outcome take_envelope(std::string bytes, const std::set<ScopeId>& granted, Summary& summary);
    Outcome pass_over(std::string id, std::string_view reason, Summary& summary);
    Outcome remember(const std::string& word);

    Store& store_;
    const joined::Membership& member_;
    joined::Gate gate_;
    std::size_t taken_ = 0;
    std::size_t early_ = 0;
};

}  // namespace ayni::client
