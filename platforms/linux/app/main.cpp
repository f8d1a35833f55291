// Ayni, with a window.

#include <QtQml/qqmlextensionplugin.h>

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QQuickStyle>

#include "platforms/linux/app/options.hpp"
#include "platforms/linux/app/scene.hpp"
#include "platforms/linux/app/tour.hpp"

Q_IMPORT_QML_PLUGIN(Ayni_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Ayni_UiPlugin)

namespace {

// Nobody watches these: they need no display.
bool is_asked(int argc, char** argv, const char* option) {
    for (int i = 1; i < argc; ++i) {
        if (QByteArray(argv[i]).startsWith(option)) {
            return true;
        }
    }
    return false;
}

// The face that Theme uses is every text's, also where a control comes without one of its own.
void set_font() {
    const int face =
        QFontDatabase::addApplicationFont(QStringLiteral(":/qt/qml/Ayni/Ui/theme/fonts/Andika-Regular.ttf"));
    const QStringList families = QFontDatabase::applicationFontFamilies(face);
    if (!families.isEmpty()) {
        QGuiApplication::setFont(QFont(families.first()));
    }
}

}  // namespace

int main(int argc, char** argv) {
    if ((is_asked(argc, argv, "--self-test") || is_asked(argc, argv, "--screenshots")) &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ayni"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Ayni"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AYNI_VERSION));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    set_font();

    const ayni::app::Options options = ayni::app::options_of(QCoreApplication::arguments());
    if (options.self_test) {
        return ayni::app::self_test(options);
    }
    if (!options.screenshots.isEmpty()) {
        return ayni::app::take_screenshots(options);
    }
    ayni::app::Scene scene(options);
    return scene.window() != nullptr ? QGuiApplication::exec() : 1;
}
