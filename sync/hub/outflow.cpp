#include "sync/hub/outflow.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace ayni::hub {
namespace {

// Gathers envelopes into frames. The cursor of a frame is where the reading stood before the first envelope that is
// not in it.
class Frames {
public:
    Frames(const Cursor& from, std::size_t budget) : cursor_(from), budget_(budget) {}

    /// True: taken. False: the budget is spent, and `before` is where to go on.
    bool add(const Held& before, std::string bytes) {
        if (!envelopes_.empty() && plain_ + bytes.size() > writer_.room()) {
            close(before);
        }
        if (spent_ >= budget_) {
            return false;
        }
        plain_ += bytes.size();
        envelopes_.push_back(std::move(bytes));
        return true;
    }
    void close(const Held& at) {
        if (envelopes_.empty()) {
            return;
        }
        cursor_.held = at;
        page_.frames.push_back({writer_.pack(envelopes_), to_bytes(cursor_)});
        spent_ += page_.frames.back().frame.size();
        envelopes_.clear();
        plain_ = 0;
    }
    Page finish(const Held& at, bool more) {
        close(at);
        page_.held = at;
        page_.more = more;
        return std::move(page_);
    }

private:
    Cursor cursor_;
    std::size_t budget_;
    std::size_t spent_ = 0;
    std::size_t plain_ = 0;
    std::vector<std::string> envelopes_;
    wire::FrameWriter writer_;
    Page page_;
};

// What everything else is judged and verified by: who is who, and whose key is whose.
bool goes_first(const Grant& grant) {
    return grant.scope.kind == ScopeKind::programme || grant.scope.kind == ScopeKind::cohort;
}

// The scopes that are being filled, or else the next ones to fill: together, so that the log is read once for all.
std::span<const Grant> filled_next(std::span<const Grant> grants, Held& held) {
    const auto lacking = std::ranges::find_if(grants, [&](const Grant& g) { return g.version > held.granted; });
    const std::span<const Grant> rest(lacking, grants.end());
    const auto after = std::ranges::find_if(rest, [&](const Grant& g) { return g.version > held.filling; });
    if (rest.empty() || after != rest.begin()) {
        return {rest.begin(), after};
    }
    const bool first = goes_first(rest.front());
    const auto others = std::ranges::find_if(rest, [&](const Grant& g) { return goes_first(g) != first; });
    held.filling = std::prev(others)->version;
    held.filled = 0;
    return {rest.begin(), others};
}

std::vector<ScopeId> scopes_of(std::span<const Grant> grants) {
    std::vector<ScopeId> scopes;
    std::ranges::transform(grants, std::back_inserter(scopes), &Grant::scope);
    return scopes;
}

// False: the budget is spent before these scopes are full.
Result<bool> fill(Depot& depot, Frames& frames, std::span<const Grant> group, Held& held, std::int64_t end) {
    // What comes after `number` comes with the rest; but there she is not sent her own, which she may lack here.
    const std::int64_t until = std::ranges::any_of(group, &Grant::again) ? end : held.number;
    const std::vector<ScopeId> scopes = scopes_of(group);
    while (held.filled < until) {
        AYNI_LET(entries, depot.log_after(held.filled, until, wire::frame_bytes, scopes));
        for (LogEntry& entry : entries) {
            if (!frames.add(held, std::move(entry.envelope.bytes))) {
                return false;
            }
            held.filled = entry.number;
        }
        if (entries.empty()) {
            held.filled = until;
        }
    }
    held.granted = group.back().version;
    held.filling = 0;
    held.filled = 0;
    return true;
}

// False: the budget is spent before the end of the log.
Result<bool> follow(Depot& depot, Frames& frames, DeviceId device, std::span<const Grant> grants, Held& held,
                    std::int64_t end) {
    const std::vector<ScopeId> scopes = scopes_of(grants);
    while (held.number < end) {
        AYNI_LET(entries, depot.log_after(held.number, end, wire::frame_bytes, scopes));
        for (LogEntry& entry : entries) {
            const bool own = entry.envelope.device == device;
            if (!own && !frames.add(held, std::move(entry.envelope.bytes))) {
                return false;
            }
            held.number = entry.number;
        }
        if (entries.empty()) {
            held.number = end;
        }
    }
    return true;
}

}  // namespace

Result<Page> fill_page(Depot& depot, DeviceId device, const Cursor& from, std::span<const Grant> grants,
                       std::size_t budget, std::int64_t end) {
    Frames frames(from, budget);
    Held held = from.held;
    for (auto group = filled_next(grants, held); !group.empty(); group = filled_next(grants, held)) {
        AYNI_LET(full, fill(depot, frames, group, held, end));
        if (!full) {
            return frames.finish(held, true);
        }
    }
    AYNI_LET(done, follow(depot, frames, device, grants, held, end));
    return frames.finish(held, !done);
}

}  // namespace ayni::hub
