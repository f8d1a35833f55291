#pragma once
// The app's models on a real profile, without a window.

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QString>
#include <catch2/catch_test_macros.hpp>
#include <memory>

#include "qml/models/app_model.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::models::test {

inline void need_application() {
    static int count = 1;
    static char name[] = "models_test";
    static char* arguments[] = {name, nullptr};
    if (QCoreApplication::instance() == nullptr) {
        new QCoreApplication(count, arguments);  // for as long as the tests run
    }
}

inline AppModel::Options options_for(const QString& folder, const QString& language, bool offline = true) {
    AppModel::Options options;
    options.profile = folder.toStdString();
    options.store.decode = wire::decode;
    options.language = language;
    options.offline = offline;
    return options;
}

class Started {
public:
    explicit Started(const QString& folder, const QString& language = QStringLiteral("en"))
        : Started(options_for(folder, language)) {}
    explicit Started(AppModel::Options options) {
        need_application();
        app_ = std::make_unique<AppModel>(std::move(options));
    }

    AppModel* operator->() { return app_.get(); }

    template <class So>
    bool until(So so, int ms = 20000) {
        QElapsedTimer timer;
        timer.start();
        while (!so()) {
            if (timer.elapsed() > ms) {
                return false;
            }
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
        }
        return true;
    }

    bool comes_to(AppModel::State state) {
        return until([&] { return app_->state() == state; });
    }

    void begins_alone() {
        REQUIRE(comes_to(AppModel::State::Welcome));
        app_->beginAlone(QStringLiteral("Rosa Sola"), {});
        REQUIRE(comes_to(AppModel::State::Ready));
        REQUIRE(until([&] { return app_->plan()->canEdit(); }));
    }

private:
    std::unique_ptr<AppModel> app_;
};

}  // namespace ayni::models::test
