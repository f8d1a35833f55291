#include "qml/models/courier.hpp"

#include <QRandomGenerator>
#include <algorithm>
#include <chrono>

#include "qml/models/desk.hpp"

namespace ayni::models {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds after_a_change = 3s;
constexpr std::chrono::milliseconds between_runs = 5min;
constexpr std::chrono::milliseconds wait_first = 10s;
constexpr std::chrono::milliseconds wait_most = 15min;

}  // namespace

Courier::Courier(Desk& desk, bool offline, QObject* parent)
    : QObject(parent), desk_(&desk), offline_(offline), outside_(new QObject) {
    thread_.setObjectName(QStringLiteral("network"));
    outside_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, outside_, &QObject::deleteLater);
    thread_.start();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Courier::go);
}

Courier::~Courier() {
    cancel();
    thread_.quit();
    thread_.wait();
}

void Courier::start() {
    started_ = true;
    failures_ = 0;
    trouble_.reset();
    again_ = busy();  // with what was stopped
    go();
}

void Courier::stop() {
    started_ = false;
    timer_.stop();
    trouble_.reset();
    progress_ = {};
    cancel();
    emit changed();
}

void Courier::changed_here() {
    if (!started_ || offline_) {
        return;
    }
    if (busy()) {
        again_ = true;
    } else if (failures_ == 0) {  // else the back-off decides: a dead network isn't asked at every word
        timer_.start(after_a_change);
    }
}

void Courier::go() {
    if (!started_ || offline_ || busy()) {
        return;
    }
    timer_.stop();
    progress_ = {};
    // An empty one, filled at the desk: the exchange belongs to the store's thread.
    run_ = std::make_shared<Run>();
    emit changed();
    next();
}

void Courier::cancel() {
    if (run_) {
        run_->cancelled = true;
        run_->http.cancel();
    }
}

void Courier::next() {
    desk_->ask(
        this,
        [run = run_](Store& store) -> Result<std::optional<client::Request>> {
            if (run->cancelled) {
                run->exchange.reset();
                return std::optional<client::Request>();
            }
            if (!run->exchange) {
                run->exchange = std::make_unique<client::Exchange>(store);
            }
            auto request = run->exchange->next();
            if (!request || !*request) {
                run->exchange.reset();
            }
            return request;
        },
        [this](Result<std::optional<client::Request>> request) {
            if (!request) {
                finish(request.fault());
            } else if (!*request) {
                finish({});
            } else {
                post(**request);
            }
        });
}

void Courier::post(const client::Request& request) {
    QMetaObject::invokeMethod(
        outside_,
        [this, request, run = run_] {
            auto answer =
                std::make_shared<Result<client::Answer>>(run->http.post(request.url, request.body, request.token));
            QMetaObject::invokeMethod(
                this, [this, answer] { take(answer); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Courier::take(std::shared_ptr<Result<client::Answer>> answer) {
    desk_->ask(
        this,
        [run = run_, answer](Store&) -> Result<client::Summary> {
            if (run->cancelled || !run->exchange) {  // another profile may be open by now
                return client::Summary{};
            }
            const Outcome taken = run->exchange->take(*answer);
            const client::Summary summary = run->exchange->summary();
            if (!taken) {
                run->exchange.reset();
                return taken.error();
            }
            return summary;
        },
        [this](const Result<client::Summary>& summary) {
            if (!summary) {
                finish(summary.fault());
                return;
            }
            progress_ = *summary;
            emit changed();
            next();
        });
}

void Courier::finish(std::optional<Fault> fault) {
    if (run_->cancelled) {
        fault.reset();
    }
    run_.reset();
    trouble_ = fault;
    failures_ = fault ? failures_ + 1 : 0;
    if (started_) {
        timer_.start(wait());
    }
    emit changed();
    emit finished();
}

std::chrono::milliseconds Courier::wait() {
    if (failures_ == 0) {
        return std::exchange(again_, false) ? after_a_change : between_runs;
    }
    again_ = false;
    const auto most = std::min(wait_most, wait_first * (1 << std::min(failures_ - 1, 10)));
    // Full jitter: anything up to the limit, but not at once.
    return std::chrono::milliseconds(QRandomGenerator::global()->bounded(1000, static_cast<int>(most.count()) + 1));
}

}  // namespace ayni::models
