#include "qml/models/workplace.hpp"

#include "qml/models/sentences.hpp"

namespace ayni::models {

Workplace::Workplace(Desk& desk, QObject* parent) : QObject(parent), desk_(&desk) {}

void Workplace::carry_out(Act act, const QString& done, std::function<void()> then) {
    desk_->ask(this, std::move(act), [this, done, then = std::move(then)](Result<programme::Deed> deed) {
        if (took(std::move(deed), done) && then) {
            then();
        }
    });
}

bool Workplace::took(Result<programme::Deed> deed, const QString& done) {
    if (!deed) {
        say(sentence_for(deed.fault()));
        return false;
    }
    if (!deed->steps.empty()) {
        last_ = std::move(deed).value();
        say(done);
    }
    return true;
}

void Workplace::undo() {
    if (!undo_available()) {
        return;
    }
    desk_->ask(
        this, [deed = std::exchange(last_, {})](Store& store) { return programme::undo(store, deed); },
        [this](const Result<programme::Undone>& undone) {
            if (!undone) {
                say(sentence_for(undone.fault()));
            } else if (undone->left.empty()) {
                say(tr("Undone. All is as it was."));
            } else {
                say(undone->back.empty() ? tr("Somebody has changed it since: hers stays.")
                                         : tr("Undone, but what somebody has changed since stays hers."));
            }
        });
    say({});
}

void Workplace::forget() {
    last_ = {};
    say({});
}

void Workplace::say(const QString& sentence) {
    notice_ = sentence;
    emit changed();
}

}  // namespace ayni::models
