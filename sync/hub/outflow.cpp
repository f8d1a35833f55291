#include "sync/hub/outflow.hpp"

#include <algorithm>
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
        if (!envelopes_.empty() && plain_ + bytes.size() > wire::frame_bytes) {
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
        page_.frames.push_back({wire::pack_frame(envelopes_), to_bytes(cursor_)});
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
    Page page_;
};

}  // namespace

Result<Page> fill_page(Store& store, DeviceId device, const Cursor& from, std::span<const Grant> grants,
                       std::size_t budget) {
    Frames frames(from, budget);
    Held held = from.held;
    AYNI_LET(end, store.log_end());
    for (const Grant& grant : grants) {
        if (grant.version <= held.granted) {
            continue;
        }
        if (held.filling != grant.version) {
            held.filling = grant.version;
            held.filled = 0;
        }
        // What comes after `number` comes with the rest; but there she is not sent her own, which she may lack here.
        const std::int64_t until = grant.again ? end : held.number;
        while (held.filled < until) {
            AYNI_LET(entries, store.log_after(held.filled, wire::frame_bytes, std::span(&grant.scope, 1)));
            for (LogEntry& entry : entries) {
                if (entry.number > until) {
                    break;
                }
                if (!frames.add(held, std::move(entry.envelope.bytes))) {
                    return frames.finish(held, true);
                }
                held.filled = entry.number;
            }
            if (entries.empty() || entries.back().number > until) {
                held.filled = until;
            }
        }
        held.granted = grant.version;
        held.filling = 0;
        held.filled = 0;
    }
    std::vector<ScopeId> scopes;
    std::ranges::transform(grants, std::back_inserter(scopes), &Grant::scope);
    while (held.number < end) {
        AYNI_LET(entries, store.log_after(held.number, wire::frame_bytes, scopes));
        for (LogEntry& entry : entries) {
            const bool own = entry.envelope.device == device;
            if (!own && !frames.add(held, std::move(entry.envelope.bytes))) {
                return frames.finish(held, true);
            }
            held.number = entry.number;
        }
        if (entries.empty()) {
            held.number = end;
        }
    }
    return frames.finish(held, false);
}

}  // namespace ayni::hub
