#include "qml/models/desk.hpp"

#include "sync/client/recovery.hpp"

namespace ayni::models {

Desk::Desk(Store::Settings settings, std::shared_ptr<Door> door, QObject* parent)
    : QObject(parent), settings_(std::move(settings)), door_(std::move(door)), seat_(new QObject) {
    thread_.setObjectName(QStringLiteral("desk"));
    seat_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, seat_, &QObject::deleteLater);
    thread_.start();
}

Desk::~Desk() {
    close();
    // `finished` comes after the queue's last job, so what was asked for before is done.
    QMetaObject::invokeMethod(
        seat_, [this] { thread_.quit(); }, Qt::QueuedConnection);
    thread_.wait();
}

void Desk::open(const std::filesystem::path& folder, const std::optional<Pin>& pin) {
    QMetaObject::invokeMethod(
        seat_, [this, folder, pin] { open_here(folder, pin, false); }, Qt::QueuedConnection);
}

void Desk::open_sample(const std::filesystem::path& folder) {
    QMetaObject::invokeMethod(
        seat_, [this, folder] { open_here(folder, {}, true); }, Qt::QueuedConnection);
}

void Desk::recover() {
    QMetaObject::invokeMethod(
        seat_,
        [this] {
            close_here();
            answer(folder_.empty() ? Outcome(Fault::storage_corrupt) : recover_here());
        },
        Qt::QueuedConnection);
}

void Desk::forget_pin() {
    QMetaObject::invokeMethod(
        seat_, [this] { pin_.reset(); }, Qt::QueuedConnection);
}

void Desk::close() {
    QMetaObject::invokeMethod(
        seat_, [this] { close_here(); }, Qt::QueuedConnection);
}

void Desk::close_here() {
    store_.reset();
    held_.reset();
}

Outcome Desk::take(const std::filesystem::path& folder, const std::optional<Pin>& pin) {
    if (door_ && !folder_.empty()) {
        AYNI_LET(notebook, door_->open(folder, settings_, pin));
        held_ = std::move(notebook.held);
        store_ = std::move(notebook.store);
    } else {
        AYNI_LET(store, Store::open(folder / "profile.db", settings_));
        store_ = std::move(store);
    }
    store_->observe([this](std::span<const Touched>) {
        QMetaObject::invokeMethod(
            this, [this] { emit touched(); }, Qt::QueuedConnection);
    });
    return Done{};
}

Outcome Desk::recover_here() {
    const auto tell = [this](double part) {
        QMetaObject::invokeMethod(
            this, [this, part] { emit recovering(part); }, Qt::QueuedConnection);
    };
    const auto recovered = door_ ? door_->recover(folder_, settings_, pin_, tell)
                                 : client::recover(folder_ / "profile.db", settings_, tell);
    return recovered ? take(folder_, pin_) : Outcome(recovered.error());
}

void Desk::answer(const Outcome& taken) {
    QMetaObject::invokeMethod(
        this, [this, taken] { taken ? emit opened() : emit broken(taken.fault()); }, Qt::QueuedConnection);
}

void Desk::open_here(const std::filesystem::path& folder, const std::optional<Pin>& pin, bool sample) {
    close_here();
    folder_ = sample ? std::filesystem::path() : folder;
    pin_ = pin;
    answer(take(folder, pin));
}

}  // namespace ayni::models
