#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QtQuickTest>

#include "tests/qml/eye.hpp"
#include "tests/qml/house.hpp"

Q_IMPORT_QML_PLUGIN(Ayni_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Ayni_UiPlugin)

class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        qmlRegisterSingletonType<ayni::tests::House>(
            "Ayni.Tests", 1, 0, "House",
            [](QQmlEngine* own, QJSEngine*) -> QObject* { return new ayni::tests::House(own); });
        qmlRegisterSingletonType<ayni::tests::Eye>(
            "Ayni.Tests", 1, 0, "Eye", [](QQmlEngine*, QJSEngine*) -> QObject* { return new ayni::tests::Eye; });
    }
};

QUICK_TEST_MAIN_WITH_SETUP(qml_test, Setup)

#include "qml_test.moc"
