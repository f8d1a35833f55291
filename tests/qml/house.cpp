#include "tests/qml/house.hpp"

#include <QQmlEngine>

namespace ayni::tests {

models::AppModel* House::firstStart() {
    closeAll();
    folder_ = std::make_unique<QTemporaryDir>();
    models::AppModel::Options options;
    options.profile = folder_->path().toStdString();
    options.language = QStringLiteral("en");
    options.offline = true;
    app_ = std::make_unique<models::AppModel>(std::move(options));
    QQmlEngine::setObjectOwnership(app_.get(), QQmlEngine::CppOwnership);
    return app_.get();
}

void House::closeAll() {
    app_.reset();
    folder_.reset();
}

}  // namespace ayni::tests
