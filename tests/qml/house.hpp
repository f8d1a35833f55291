#pragma once
// Notebooks for the tests: real ones, each in a fresh folder that goes when the next is asked for.

#include <QObject>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <memory>

#include "qml/models/app_model.hpp"

namespace ayni::tests {

class House : public QObject {
    Q_OBJECT

public:
    /// The engine's words follow the app's language.
    explicit House(QQmlEngine* engine) : engine_(engine) {}
    /// An app that was never started before, without a network.
    Q_INVOKABLE ayni::models::AppModel* firstStart();
    /// The same notebook, as when the app was closed and is opened again.
    Q_INVOKABLE ayni::models::AppModel* startAgain();
    /// Closes the notebook and damages its file: "page", its first; "all"; "people", so that it opens (with this PIN),
    /// but nobody can be read in it.
    Q_INVOKABLE bool damage(const QString& what, const QString& pin);
    Q_INVOKABLE void closeAll();

private:
    models::AppModel* start();

    QQmlEngine* engine_;
    QTemporaryDir keys_;  // of the notebooks: never in the keyring or the home of whoever runs this
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<models::AppModel> app_;
};

}  // namespace ayni::tests
