#include "tests/qml/house.hpp"

#include <QFile>

#include "platforms/linux/app/linux_door.hpp"
#include "sync/wire/envelope.hpp"

namespace ayni::tests {

models::AppModel* House::firstStart() {
    closeAll();
    folder_ = std::make_unique<QTemporaryDir>();
    return start();
}

models::AppModel* House::startAgain() {
    app_.reset();
    return start();
}

models::AppModel* House::start() {
    qputenv("AYNI_KEYS", keys_.path().toUtf8());
    models::AppModel::Options options;
    options.profile = folder_->path().toStdString();
    options.door = std::make_shared<shell::LinuxDoor>();
    options.language = QStringLiteral("en");
    options.store.decode = wire::decode;
    options.offline = true;
    app_ = std::make_unique<models::AppModel>(std::move(options));
    connect(app_.get(), &models::AppModel::languageChanged, engine_, &QQmlEngine::retranslate);
    QQmlEngine::setObjectOwnership(app_.get(), QQmlEngine::CppOwnership);
    return app_.get();
}

void House::damage(bool all) {
    app_.reset();
    QFile file(folder_->filePath(QStringLiteral("profile.db")));
    if (file.open(QIODevice::ReadWrite)) {
        file.write(QByteArray(all ? static_cast<int>(file.size()) : 4096, 'x'));
    }
}

void House::closeAll() {
    app_.reset();
    folder_.reset();
}

}  // namespace ayni::tests
