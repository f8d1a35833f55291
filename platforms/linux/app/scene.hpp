#pragma once
// A window on a profile: the models, the QML engine, and Main.qml between them.

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <functional>
#include <memory>

#include "platforms/linux/app/options.hpp"
#include "qml/models/app_model.hpp"

namespace ayni::app {

class Scene {
public:
    explicit Scene(const Options& options);
    ~Scene();

    [[nodiscard]] models::AppModel& app() { return app_; }
    /// Null: Main.qml could not be loaded; the engine has said why.
    [[nodiscard]] QQuickWindow* window() const;
    void go(const QString& place);

private:
    models::AppModel app_;
    QQmlApplicationEngine engine_;
};

/// Runs the event loop until it is so, or the time is over. False: it never was.
bool wait_until(const std::function<bool()>& so, int ms = 15000);

}  // namespace ayni::app
