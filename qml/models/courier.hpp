#pragma once
// Carries envelopes to the hub and back without anybody waiting for it: the store's steps at the desk, the network's
// on a thread of its own.

#include <QObject>
#include <QThread>
#include <QTimer>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

#include "engine/model/result.hpp"
#include "sync/client/client.hpp"

namespace ayni::models {

class Desk;

/// Exchanges at the start, 3 s after a change, when asked, and every 5 minutes; after a failure it waits longer each
/// time, with full jitter (Brooker, "Exponential Backoff And Jitter"), up to 15 minutes.
///
/// Threads: the GUI's. Empty `trouble`: the last run went well, or there was none.
class Courier : public QObject {
    Q_OBJECT

public:
    Courier(Desk& desk, bool offline, QObject* parent = nullptr);
    ~Courier() override;

    /// A profile that has a hub is open: exchange from now on. Without one: no more.
    void start();
    void stop();
    /// Something was written here.
    void changed_here();
    void go();
    void cancel();

    [[nodiscard]] bool busy() const { return run_ != nullptr; }
    [[nodiscard]] bool offline() const { return offline_; }
    [[nodiscard]] const std::optional<Fault>& trouble() const { return trouble_; }
    [[nodiscard]] const client::Summary& progress() const { return progress_; }

signals:
    void changed();
    /// A run is over, well or not.
    void finished();

private:
    /// One run of rounds. The exchange is made, used and let go at the desk. A connection of its own, so that
    /// cancelling one run can't reach into the next.
    struct Run {
        std::unique_ptr<client::Exchange> exchange;
        client::Http http;  // posts on thread_ only
        std::atomic<bool> cancelled = false;
    };
    void next();
    void post(const client::Request& request);
    void take(std::shared_ptr<Result<client::Answer>> answer);
    void finish(std::optional<Fault> fault);
    std::chrono::milliseconds wait();

    Desk* desk_;
    bool offline_;
    bool started_ = false;
    bool again_ = false;
    int failures_ = 0;
    std::optional<Fault> trouble_;
    client::Summary progress_;
    std::shared_ptr<Run> run_;
    QThread thread_;
    QObject* outside_;  // lives on thread_
    QTimer timer_;
};

}  // namespace ayni::models
