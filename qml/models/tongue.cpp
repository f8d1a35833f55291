#include "qml/models/tongue.hpp"

#include <QCoreApplication>
#include <QStringList>

namespace ayni::models {
namespace {

QLocale locale_for(const QString& language) {
    const QLocale system = QLocale::system();
    if (system.name().startsWith(language)) {
        return system;
    }
    if (language == QLatin1String("fr")) {
        return QLocale(QLocale::French, QLocale::Canada);
    }
    return language == QLatin1String("es") ? QLocale(QLocale::Spanish, QLocale::Bolivia)
                                           : QLocale(QLocale::English, QLocale::Canada);
}

}  // namespace

Tongue::~Tongue() {
    QCoreApplication::removeTranslator(&translator_);
}

bool Tongue::speak(const QString& language) {
    if (!QStringList{QStringLiteral("es"), QStringLiteral("fr"), QStringLiteral("en")}.contains(language)) {
        return false;
    }
    QCoreApplication::removeTranslator(&translator_);
    // English too: its file has the plural forms.
    if (translator_.load(QStringLiteral(":/i18n/ayni_%1.qm").arg(language))) {
        QCoreApplication::installTranslator(&translator_);
    }
    language_ = language;
    QLocale::setDefault(locale_for(language));
    return true;
}

QString Tongue::of_system() {
    const QString language = QLocale::system().name().left(2);
    return language == QLatin1String("fr") || language == QLatin1String("en") ? language : QStringLiteral("es");
}

}  // namespace ayni::models
