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

namespace ayni::models {

/// Keeps other programs off a profile's folder for as long as what it gives lives. storage_busy: one is there already.
using Guard = std::function<Result<std::shared_ptr<void>>(const std::filesystem::path& folder)>;

/// Takes jobs from the GUI's thread, runs them in order on its own, and brings their values back.
///
/// Threads: every call from the GUI's; jobs run on the desk's. The queue has no limit: what fills it are taps.
/// Errors:  a job posted while no profile is open answers `unsettled`.
class Desk : public QObject {
    Q_OBJECT

public:
    /// Without a guard the folder is nobody else's by agreement.
    explicit Desk(Store::Settings settings, Guard guard = {}, QObject* parent = nullptr);
    ~Desk() override;

    /// Opens the profile in this file, closing the one before. Answers with `opened` or `broken`.
    void open(const std::filesystem::path& file);
    /// Closes the profile; what is queued before is still done.
    void close();

    /// Runs `job` at the desk, then `answer` with its value on the GUI's thread, unless `who` is gone by then.
    template <class Job, class Answer>
    void ask(QObject* who, Job job, Answer answer) {
        using Value = std::invoke_result_t<Job, Store&>;
        QMetaObject::invokeMethod(
            seat_,
            [this, who = QPointer<QObject>(who), job = std::move(job), answer = std::move(answer)]() mutable {
                auto value = std::make_shared<Value>(store_ ? job(*store_) : Value(Fault::unsettled));
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

signals:
    void opened();
    void broken(ayni::Fault fault);
    /// Something in the store has changed: once for each transaction.
    void touched();

private:
    void open_here(const std::filesystem::path& file);
    Outcome take(const std::filesystem::path& file);
    void close_here();

    Store::Settings settings_;
    Guard guard_;
    QThread thread_;
    QObject* seat_;  // lives on thread_
    // Touched only there:
    std::shared_ptr<void> guarded_;
    std::unique_ptr<Store> store_;
};

}  // namespace ayni::models
