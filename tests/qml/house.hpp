#pragma once
// Notebooks for the tests: real ones, each in a fresh folder that goes when the next is asked for.

#include <QObject>
#include <QTemporaryDir>
#include <memory>

#include "qml/models/app_model.hpp"

namespace ayni::tests {

class House : public QObject {
    Q_OBJECT

public:
    /// An app that was never started before, without a network.
    Q_INVOKABLE ayni::models::AppModel* firstStart();
    Q_INVOKABLE void closeAll();

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<models::AppModel> app_;
};

}  // namespace ayni::tests
