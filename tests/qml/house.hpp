#pragma once
// Notebooks for the tests: real ones, each in a fresh folder that goes when the next is asked for.

#include <QObject>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <memory>

#include "qml/models/app_model.hpp"
#include "sync/hub/server.hpp"

namespace ayni::tests {

class House : public QObject {
    Q_OBJECT

public:
    /// The engine's words follow the app's language.
    explicit House(QQmlEngine* engine) : engine_(engine) {}
    /// An app that was never started before. There is no network for it, until a hub is opened and it starts again.
    Q_INVOKABLE ayni::models::AppModel* firstStart();
    /// The same notebook, as when the app was closed and is opened again.
    Q_INVOKABLE ayni::models::AppModel* startAgain();
    /// Closes the notebook and damages its file: "page", its first; "all"; "people", so that it opens (with this PIN),
    /// but nobody can be read in it.
    Q_INVOKABLE bool damage(const QString& what, const QString& pin);
    Q_INVOKABLE void closeAll();
    /// Opens a hub of its own, and gives the invitation of its coordinator.
    Q_INVOKABLE QString openHub();
    /// In the folder of files for others: another copy of this one, cut in the middle or whole.
    Q_INVOKABLE bool copyFile(const QString& name, const QString& to, bool cut);

private:
    models::AppModel* start();

    QQmlEngine* engine_;
    QTemporaryDir keys_;  // of the notebooks: never in the keyring or the home of whoever runs this
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QTemporaryDir> hub_folder_;
    std::unique_ptr<hub::Hub> hub_;
    std::unique_ptr<hub::Server> server_;
    std::unique_ptr<models::AppModel> app_;
};

}  // namespace ayni::tests
