#pragma once
// Exchanges that have come and wait for the hub, which serves as many at once as there are when it is free: so they
// wait for its disk together, and nobody waits on purpose.

#include <deque>
#include <functional>
#include <mutex>
#include <string_view>

#include "sync/hub/hub.hpp"

namespace ayni::hub {

/// What it says must stay where it is until `answer` is called, which is once, on the hub's thread.
struct Waiting {
    std::string_view body;
    std::string_view token;
    std::function<void(Reply)> answer;
};

/// Threads: any may come in; the hub is used on its own.
class WaitingRoom {
public:
    /// `at_desk` has something done on the hub's thread, after what it was given before.
    WaitingRoom(Hub& hub, std::function<void(std::function<void()>)> at_desk)
        : hub_(hub), at_desk_(std::move(at_desk)) {}

    void enters(Waiting waiting);

private:
    void serve();
    Hub& hub_;
    std::function<void(std::function<void()>)> at_desk_;
    std::mutex mutex_;  // of what follows
    std::deque<Waiting> waiting_;
    bool is_called_ = false;  // the hub's thread will look in
};

}  // namespace ayni::hub
