#include "qml/models/desk.hpp"

namespace ayni::models {

Desk::Desk(Store::Settings settings, Guard guard, QObject* parent)
    : QObject(parent), settings_(std::move(settings)), guard_(std::move(guard)), seat_(new QObject) {
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

void Desk::open(const std::filesystem::path& file) {
    QMetaObject::invokeMethod(
        seat_, [this, file] { open_here(file); }, Qt::QueuedConnection);
}

void Desk::close() {
    QMetaObject::invokeMethod(
        seat_, [this] { close_here(); }, Qt::QueuedConnection);
}

void Desk::close_here() {
    store_.reset();
    guarded_.reset();
}

Outcome Desk::take(const std::filesystem::path& file) {
    if (guard_) {
        AYNI_LET(guarded, guard_(file.parent_path()));
        guarded_ = guarded;
    }
    auto store = Store::open(file, settings_);
    if (!store) {
        close_here();
        return store.error();
    }
    store_ = std::move(store).value();
    store_->observe([this](std::span<const Touched>) {
        QMetaObject::invokeMethod(
            this, [this] { emit touched(); }, Qt::QueuedConnection);
    });
    return Done{};
}

void Desk::open_here(const std::filesystem::path& file) {
    close_here();
    const Outcome taken = take(file);
    QMetaObject::invokeMethod(
        this, [this, taken] { taken ? emit opened() : emit broken(taken.fault()); }, Qt::QueuedConnection);
}

}  // namespace ayni::models
