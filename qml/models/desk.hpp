#pragma once
// The engine's thread. The store lives there and nowhere else; the GUI's thread never touches SQLite.

#include <QObject>
#include <QPointer>
#include <QThread>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

#include "engine/store/store.hpp"
#include "qml/models/door.hpp"

namespace ayni::models {

/// Takes jobs from the GUI's thread, runs them in order on its own, and brings their values back.
///
/// Threads: every call from the GUI's; jobs run on the desk's. The queue has no limit: what fills it are taps.
/// Errors:  a job posted while no profile is open answers `unsettled`.
class Desk : public QObject {
    Q_OBJECT

public:
    /// Without a door the folder is nobody else's by agreement, and nothing in it is locked.
    explicit Desk(Store::Settings settings, std::shared_ptr<Door> door = {}, QObject* parent = nullptr);
    ~Desk() override;

    /// Opens the profile in this folder, closing the one before. Answers with `opened` or `broken`.
    void open(const std::filesystem::path& folder, const std::optional<Pin>& pin = {});
    /// The same for a sample: it is nobody's, so there is no door to it.
    void open_sample(const std::filesystem::path& folder);
    /// Brings back what can be read of the profile that didn't open, and opens it. Answers with `opened` or `broken`,
    /// and tells meanwhile how far it is.
    void recover();
    /// What was opened can be read: the PIN that opened it isn't needed for recovering it, and is forgotten.
    void forget_pin();
    /// Closes the profile; what is queued before is still done.
    void close();

    /// Runs `job` at the desk, then `answer` with its value on the GUI's thread, unless `who` is gone by then.
    template <class Job, class Answer>
    void ask(QObject* who, Job job, Answer answer) {
        using Value = std::invoke_result_t<Job, Store&>;
        post(
            who, [this, job = std::move(job)]() mutable { return store_ ? job(*store_) : Value(Fault::unsettled); },
            std::move(answer));
    }
    /// The same for the door of the profile that is open, or was to be. key_unavailable if there is none.
    template <class Job, class Answer>
    void ask_door(QObject* who, Job job, Answer answer) {
        using Value = std::invoke_result_t<Job, Door&, const std::filesystem::path&>;
        post(
            who,
            [this, job = std::move(job)]() mutable {
                return door_ && !folder_.empty() ? job(*door_, folder_) : Value(Fault::key_unavailable);
            },
            std::move(answer));
    }

signals:
    void opened();
    void broken(ayni::Fault fault);
    void recovering(double part);
    /// Something in the store has changed: once for each transaction.
    void touched();

private:
    template <class Job, class Answer>
    void post(QObject* who, Job job, Answer answer) {
        QMetaObject::invokeMethod(
            seat_,
            [this, who = QPointer<QObject>(who), job = std::move(job), answer = std::move(answer)]() mutable {
                auto value = std::make_shared<std::invoke_result_t<Job>>(job());
                QMetaObject::invokeMethod(
                    this,
                    [who, answer = std::move(answer), value]() mutable {
                        if (who) {
                            answer(std::move(*value));
                        }
                    },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }
    void open_here(const std::filesystem::path& folder, const std::optional<Pin>& pin, bool sample);
    Outcome recover_here();
    void answer(const Outcome& taken);
    Outcome take(const std::filesystem::path& folder, const std::optional<Pin>& pin);
    void close_here();

    Store::Settings settings_;
    std::shared_ptr<Door> door_;
    QThread thread_;
    QObject* seat_;  // lives on thread_
    // Touched only there:
    std::filesystem::path folder_;  // of the profile; empty: a sample's
    std::optional<Pin> pin_;        // for recovering one that doesn't open, or that can't be read
    std::shared_ptr<void> held_;
    std::unique_ptr<Store> store_;
};

}  // namespace ayni::models
