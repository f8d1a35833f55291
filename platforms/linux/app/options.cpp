#include "platforms/linux/app/options.hpp"

#include <QCommandLineParser>
#include <QStandardPaths>
#include <cstdio>
#include <cstdlib>

namespace ayni::app {
namespace {

[[noreturn]] void misused(const QString& sentence) {
    std::fputs(qPrintable(sentence + u'\n'), stderr);
    std::exit(2);
}

QSize size_in(const QString& text) {
    const QStringList sides = text.split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (size.width() < 200 || size.height() < 200 || size.width() > 8000 || size.height() > 8000) {
        misused(QStringLiteral("--size takes a width and a height, as in 360x640"));
    }
    return size;
}

}  // namespace

Options options_of(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Ayni: the notebook of a mentoring programme, also without a network."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto text = [&parser](const char* name, const char* what, const char* value) {
        const QString option = QString::fromLatin1(name);
        parser.addOption({option, QString::fromLatin1(what), QString::fromLatin1(value)});
        return option;
    };
    const QString profile = text("profile", "the folder of the profile", "DIR");
    const QString language = text("lang", "the language: es, fr or en", "LANG");
    const QString page = text("page", "the page to open", "NAME");
    const QString sample = text("sample", "look around in a sample, as entrepreneur, mentor or coordinator", "ROLE");
    const QString size = text("size", "the window's size", "WxH");
    const QString scale = text("scale", "how much larger text is: 1 to 2", "F");
    const QString screenshots = text("screenshots", "write pictures of the pages into DIR, and quit", "DIR");
    parser.addOption({QStringLiteral("dark"), QStringLiteral("dark colours")});
    parser.addOption({QStringLiteral("offline"), QStringLiteral("never use the network")});
    parser.addOption({QStringLiteral("self-test"), QStringLiteral("load every page in every language, and quit")});
    if (!parser.parse(arguments)) {
        misused(parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version"))) {
        parser.process(arguments);
    }

    Options options;
    options.profile = parser.isSet(profile) ? parser.value(profile)
                                            : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.language = parser.value(language);
    options.page = parser.value(page);
    options.sample = parser.value(sample);
    options.size = parser.isSet(size) ? size_in(parser.value(size)) : QSize();
    options.scale = parser.value(scale).toDouble();
    options.dark = parser.isSet(QStringLiteral("dark"));
    options.offline = parser.isSet(QStringLiteral("offline"));
    options.self_test = parser.isSet(QStringLiteral("self-test"));
    options.screenshots = parser.value(screenshots);
    if (!QStringList{QString(), QStringLiteral("es"), QStringLiteral("fr"), QStringLiteral("en")}.contains(
            options.language)) {
        misused(QStringLiteral("--lang takes es, fr or en"));
    }
    return options;
}

}  // namespace ayni::app
