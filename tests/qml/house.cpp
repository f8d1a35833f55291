#include "tests/qml/house.hpp"

#include <QFile>

#include "platforms/linux/app/linux_door.hpp"
#include "platforms/linux/profile_key.hpp"
#include "sync/wire/envelope.hpp"
#include "tests/programme/damaged_table.hpp"

namespace ayni::tests {
namespace {

std::optional<Pin> pin_of(const QString& digits) {
    const auto pin = Pin::of(digits.toStdString());
    return pin ? std::optional(*pin) : std::nullopt;
}

}  // namespace

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

bool House::damage(const QString& what, const QString& pin) {
    app_.reset();
    const std::filesystem::path folder = folder_->path().toStdString();
    if (what == QLatin1String("people")) {
        const auto key = shell::ProfileKey(folder).open(pin.isEmpty() ? std::nullopt : pin_of(pin));
        return key && models::test::damage_table(folder / "profile.db", "Person", &*key);
    }
    QFile file(folder_->filePath(QStringLiteral("profile.db")));
    const qint64 bytes = what == QLatin1String("all") ? file.size() : qint64{page_bytes};
    return file.open(QIODevice::ReadWrite) && file.write(QByteArray(bytes, 'x')) == bytes;
}

void House::closeAll() {
    app_.reset();
    folder_.reset();
}

}  // namespace ayni::tests
