#include "platforms/linux/app/scene.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

#include "platforms/linux/app/linux_door.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::app {
namespace {

models::AppModel::Options options_for(const Options& options) {
    models::AppModel::Options wanted;
    wanted.profile = std::filesystem::path(options.profile.toStdString());
    wanted.store.decode = wire::decode;
    wanted.door = std::make_shared<shell::LinuxDoor>();
    wanted.language = options.language;
    wanted.offline = options.offline;
    wanted.shared = std::filesystem::path(options.shared.toStdString());
    if (options.dark) {
        wanted.darkness = models::AppModel::Darkness::Dark;
    }
    if (options.scale > 0) {
        wanted.text_scale = options.scale;
    }
    return wanted;
}

}  // namespace

Scene::Scene(const Options& options) : app_(options_for(options)) {
    QObject::connect(&app_, &models::AppModel::languageChanged, &engine_, &QQmlEngine::retranslate);
    engine_.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QVariantMap properties{{QStringLiteral("app"), QVariant::fromValue(&app_)}};
    if (options.size.isValid()) {
        properties.insert(QStringLiteral("width"), options.size.width());
        properties.insert(QStringLiteral("height"), options.size.height());
    }
    if (!options.page.isEmpty()) {
        properties.insert(QStringLiteral("place"), options.page);
    }
    engine_.setInitialProperties(properties);
    engine_.load(QUrl(QStringLiteral("qrc:/qt/qml/Ayni/Ui/pages/Main.qml")));
    if (!options.sample.isEmpty()) {
        app_.openSample(options.sample);
    }
}

Scene::~Scene() {
    // The window goes before the models that it shows.
    qDeleteAll(engine_.rootObjects());
}

QQuickWindow* Scene::window() const {
    const QList<QObject*> roots = engine_.rootObjects();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(roots.first());
}

void Scene::go(const QString& place) {
    if (QQuickWindow* shown = window()) {
        shown->setProperty("place", place);
    }
}

bool wait_until(const std::function<bool()>& so, int ms) {
    QElapsedTimer timer;
    timer.start();
    while (!so()) {
        if (timer.elapsed() > ms) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(2);
    }
    return true;
}

}  // namespace ayni::app
