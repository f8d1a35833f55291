#include "qml/models/desk.hpp"

namespace ayni::models {

Desk::Desk(Store::Settings settings, QObject* parent)
    : QObject(parent), settings_(std::move(settings)), seat_(new QObject) {
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
        seat_, [this] { store_.reset(); }, Qt::QueuedConnection);
}

void Desk::open_here(const std::filesystem::path& file) {
    store_.reset();
    auto store = Store::open(file, settings_);
    if (!store) {
        QMetaObject::invokeMethod(
            this, [this, fault = store.fault()] { emit broken(fault); }, Qt::QueuedConnection);
        return;
    }
    store_ = std::move(store).value();
    store_->observe([this](std::span<const Touched>) {
        QMetaObject::invokeMethod(
            this, [this] { emit touched(); }, Qt::QueuedConnection);
    });
    QMetaObject::invokeMethod(
        this, [this] { emit opened(); }, Qt::QueuedConnection);
}

}  // namespace ayni::models
