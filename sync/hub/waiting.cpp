#include "sync/hub/waiting.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <utility>
#include <vector>

namespace ayni::hub {
namespace {

constexpr std::size_t together_most = 64;  // whoever comes first waits for the last of them

}  // namespace

void WaitingRoom::enters(Waiting waiting) {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(waiting));
    if (!std::exchange(is_called_, true)) {
        at_desk_([this] { serve(); });
    }
}

// Everybody who came while the ones before were served.
void WaitingRoom::serve() {
    std::vector<Waiting> group;
    {
        const std::lock_guard lock(mutex_);
        const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), together_most));
        std::move(waiting_.begin(), end, std::back_inserter(group));
        waiting_.erase(waiting_.begin(), end);
        is_called_ = !waiting_.empty();
        if (is_called_) {
            at_desk_([this] { serve(); });  // behind those who want something else
        }
    }
    std::vector<Hub::Asked> asked;
    std::ranges::transform(group, std::back_inserter(asked), [](const Waiting& one) {
        return Hub::Asked{one.body, one.token};
    });
    std::vector<Reply> replies;
    try {
        replies = hub_.exchange(asked);
    } catch (const std::exception&) {  // no memory for so many at once
        replies.assign(group.size(), hub_.refusal(Fault::hub_failed));
    }
    for (std::size_t i = 0; i < group.size(); ++i) {
        group[i].answer(std::move(replies[i]));
    }
}

}  // namespace ayni::hub
