#include "tests/qml/house.hpp"

#include <QFile>

#include "platforms/linux/app/linux_door.hpp"
#include "platforms/linux/profile_key.hpp"
#include "sync/wire/envelope.hpp"
#include "sync/wire/messages.hpp"
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
    options.offline = server_ == nullptr;
    options.shared = std::filesystem::path(folder_->path().toStdString()) / "shared";
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

QString House::openHub() {
    hub_folder_ = std::make_unique<QTemporaryDir>();
    const std::filesystem::path data = hub_folder_->path().toStdString();
    const auto link = hub::Hub::found(data, {"Prueba", "Odile (ficticia)", "fr", "http://127.0.0.1:1"});
    auto opened = hub::Hub::open(data);
    if (!link || !opened) {
        return {};
    }
    hub_ = std::move(opened).value();
    hub::ServerSettings settings;
    settings.port = 0;
    settings.on_listening = [this](std::string_view url) { return hub_->move_to(url); };
    auto server = hub::Server::start(*hub_, settings);
    auto parsed = wire::parse_link(*link);
    if (!server || !parsed) {
        return {};
    }
    server_ = std::move(server).value();
    parsed->base_url = server_->url();
    return QString::fromStdString(wire::link_text(*parsed));
}

bool House::copyFile(const QString& name, const QString& to, bool cut) {
    const QString folder = folder_->filePath(QStringLiteral("shared/"));
    QFile file(folder + name);
    QFile copy(folder + to);
    if (!file.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly)) {
        return false;
    }
    const QByteArray bytes = file.read(cut ? file.size() / 2 : file.size());
    return copy.write(bytes) == bytes.size();
}

void House::closeAll() {
    app_.reset();
    server_.reset();
    hub_.reset();
    hub_folder_.reset();
    folder_.reset();
}

}  // namespace ayni::tests
