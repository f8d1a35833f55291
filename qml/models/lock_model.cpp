#include "qml/models/lock_model.hpp"

#include <algorithm>
#include <chrono>

#include "qml/models/sentences.hpp"

namespace ayni::models {
namespace {

std::optional<Pin> pin_of(const QString& digits) {
    std::string text = digits.toStdString();
    const auto pin = Pin::of(text);
    wipe(text);
    return pin ? std::optional<Pin>(*pin) : std::nullopt;
}

}  // namespace

LockModel::LockModel(Desk& desk, std::filesystem::path folder, QObject* parent)
    : QObject(parent), desk_(&desk), folder_(std::move(folder)) {
    again_.setSingleShot(true);
    connect(&again_, &QTimer::timeout, this, &LockModel::refresh);
    connect(&desk, &Desk::opened, this, [this] {
        fault_.reset();
        busy_ = false;
        refresh();
    });
}

bool LockModel::is_about_pin(Fault fault) {
    return fault == Fault::pin_needed || fault == Fault::wrong_pin || fault == Fault::pin_too_soon;
}

QString LockModel::sentence() const {
    // That a PIN is needed is what the page says anyway.
    return fault_ && *fault_ != Fault::pin_needed ? sentence_for(*fault_) : QString();
}

QString LockModel::waitSentence() const {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(lock_.wait).count();
    if (seconds <= 0) {
        return {};
    }
    if (seconds < 100) {
        //: Before the next PIN can be tried. %1 is a number of seconds; "s" is the unit's sign.
        return tr("Wait %1 s").arg(seconds);
    }
    //: Before the next PIN can be tried. %1 is a number of minutes; "min" is the unit's sign.
    return tr("Wait %1 min").arg((seconds + 59) / 60);
}

void LockModel::unlock(const QString& pin) {
    if (busy_) {
        return;
    }
    busy_ = true;
    fault_.reset();
    emit changed();
    if (const auto given = pin_of(pin)) {
        desk_->open(folder_, given);
    } else {
        done(Fault::wrong_pin);
    }
}

void LockModel::changePin(const QString& current, const QString& next) {
    const auto before = pin_of(current);
    const auto after = pin_of(next);
    if (busy_ || (!current.isEmpty() && !before) || (!next.isEmpty() && !after)) {
        return;
    }
    busy_ = true;
    fault_.reset();
    emit changed();
    desk_->ask_door(
        this,
        [before, after](Door& door, const std::filesystem::path& folder) {
            return door.change_pin(folder, before, after);
        },
        [this, has = after.has_value()](const Outcome& outcome) {
            done(outcome);
            if (outcome) {
                emit pinChanged(has);
            }
        });
}

void LockModel::forgetSentence() {
    fault_.reset();
    emit changed();
}

void LockModel::stayed_shut(Fault fault) {
    done(fault);
}

void LockModel::done(const Outcome& outcome) {
    busy_ = false;
    if (!outcome) {
        fault_ = outcome.fault();
    }
    refresh();
    emit changed();
}

void LockModel::refresh() {
    desk_->ask_door(
        this, [](Door& door, const std::filesystem::path& folder) { return door.lock(folder); },
        [this](const Result<Lock>& lock) {
            const bool waited = lock_.wait.count() > 0;
            lock_ = lock ? *lock : Lock{};
            if (lock_.wait.count() > 0) {
                again_.start(std::chrono::milliseconds(std::min<std::int64_t>(lock_.wait.count(), 1000)));
            } else if (waited) {
                fault_.reset();  // the next try is free
            }
            emit changed();
        });
}

}  // namespace ayni::models
