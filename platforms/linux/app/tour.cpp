#include "platforms/linux/app/tour.hpp"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <atomic>
#include <cstdio>

#include "engine/store/cipher.hpp"
#include "platforms/linux/app/scene.hpp"

namespace ayni::app {
namespace {

using State = models::AppModel::State;

const QStringList languages{QStringLiteral("es"), QStringLiteral("fr"), QStringLiteral("en")};
const QStringList roles{QStringLiteral("entrepreneur"), QStringLiteral("mentor"), QStringLiteral("coordinator")};
const QStringList pages{QStringLiteral("today"),      QStringLiteral("plan"),     QStringLiteral("sessions"),
                        QStringLiteral("logSession"), QStringLiteral("session"),  QStringLiteral("us"),
                        QStringLiteral("safe"),       QStringLiteral("carry"),    QStringLiteral("versions"),
                        QStringLiteral("agreements"), QStringLiteral("readings"), QStringLiteral("settings")};
const QStringList first_pages{QStringLiteral("welcome"), QStringLiteral("join"), QStringLiteral("beginAlone")};

std::atomic<int> complaints = 0;
QtMessageHandler usual_handler = nullptr;

// The offscreen platform has no window manager to give hints to, and says so of every window.
bool is_of_platform(const QString& message) {
    return message.contains(QLatin1String("does not support propagateSizeHints"));
}

void listen(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (is_of_platform(message)) {
        return;
    }
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        ++complaints;
    }
    usual_handler(type, context, message);
}

void complain(const QString& sentence) {
    qWarning("%s", qPrintable(sentence));
}

// Two frames: one to lay out, one that has been laid out.
QImage picture_of(Scene& scene) {
    scene.window()->grabWindow();
    wait_until([] { return false; }, 150);
    return scene.window()->grabWindow();
}

bool arrive(Scene& scene, State state) {
    if (scene.window() == nullptr) {
        complain(QStringLiteral("Main.qml could not be loaded"));
        return false;
    }
    const bool there = wait_until([&] {
        const bool read = state != State::Ready ||
                          (scene.app().plan()->businesses()->count() > 0 && scene.app().us()->people()->count() > 0);
        return scene.app().state() == state && read;
    });
    if (!there) {
        complain(QStringLiteral("the app did not get to where it should be: state %1, not %2")
                     .arg(static_cast<int>(scene.app().state()))
                     .arg(static_cast<int>(state)));
    }
    return there;
}

// Of the sessions, one with something to read on its page.
void go(Scene& scene, const QString& place) {
    scene.go(place);
    if (place != QLatin1String("session")) {
        return;
    }
    const models::Rows& sessions = *scene.app().sessions()->items();
    for (int row = 0; row < sessions.count(); ++row) {
        if (sessions.value(row, QStringLiteral("hasNotes")).toBool()) {
            scene.app().openSession(sessions.value(row, QStringLiteral("sessionId")).toString());
            return;
        }
    }
}

void visit(Scene& scene, const QStringList& places) {
    for (const QString& place : places) {
        go(scene, place);
        const QImage picture = picture_of(scene);
        if (picture.isNull()) {
            complain(place + QStringLiteral(": no picture"));
        }
    }
}

void visit_empty_profile(Options options) {
    const QTemporaryDir folder;
    options.profile = folder.path();
    options.page = first_pages.first();
    Scene scene(options);
    if (arrive(scene, State::Welcome)) {
        visit(scene, first_pages);
    }
}

void visit_broken_profile(Options options) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("profile.db")));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(8192, 'x')) < 0) {
        complain(QStringLiteral("no damaged profile could be made"));
    }
    file.close();
    options.profile = folder.path();
    Scene scene(options);
    if (arrive(scene, State::Broken)) {
        visit(scene, {QStringLiteral("today")});
    }
}

// A notebook with a PIN, as it is when one comes back to it.
bool make_locked(const Options& options) {
    Scene scene(options);
    if (!arrive(scene, State::Welcome)) {
        return false;
    }
    scene.app().beginAlone(QStringLiteral("Nieves"), QStringLiteral("Cusi"));
    const bool ready =
        wait_until([&] { return scene.app().state() == State::Ready && scene.app().lock()->encrypted(); });
    scene.app().lock()->changePin({}, QStringLiteral("2468"));
    return ready && wait_until([&] { return scene.app().lock()->hasPin(); });
}

void visit_locked_profile(Options options) {
    const QTemporaryDir folder;
    options.profile = folder.path();
    if (!can_encrypt()) {
        return;
    }
    if (!make_locked(options)) {
        complain(QStringLiteral("no notebook with a PIN could be made"));
        return;
    }
    Scene scene(options);
    if (!arrive(scene, State::Locked)) {
        return;
    }
    visit(scene, {QStringLiteral("today")});
    scene.app().lock()->unlock(QStringLiteral("2468"));
    if (wait_until([&] { return scene.app().state() == State::Ready; })) {
        visit(scene, {QStringLiteral("settings"), QStringLiteral("pin"), QStringLiteral("pinRemove")});
    } else {
        complain(QStringLiteral("the PIN didn't open its notebook"));
    }
}

// A notebook of which a page can't be read: on opening it, and when it has been brought back.
void with_damaged_profile(Options options, const std::function<void(Scene&, const QString&)>& look) {
    const QTemporaryDir folder;
    options.profile = folder.path();
    options.sample.clear();
    options.page.clear();
    {
        Scene scene(options);
        arrive(scene, State::Welcome);
        scene.app().beginAlone(QStringLiteral("Nieves"), QStringLiteral("Cusi"));
        wait_until([&] { return scene.app().state() == State::Ready; });
    }
    QFile file(folder.filePath(QStringLiteral("profile.db")));
    if (!file.open(QIODevice::ReadWrite) || file.write(QByteArray(4096, 'x')) < 0) {
        complain(QStringLiteral("no damaged profile could be made"));
    }
    file.close();
    Scene scene(options);
    if (!arrive(scene, State::Broken)) {
        return;
    }
    look(scene, QStringLiteral("damaged"));
    scene.app().repair()->repair();
    if (wait_until([&] { return scene.app().state() == State::Repaired; })) {
        look(scene, QStringLiteral("repaired"));
    } else {
        complain(QStringLiteral("the damaged notebook wasn't brought back"));
    }
}

QString name_of_picture(const Options& options, Scene& scene, const QString& place) {
    const QSize size = scene.window()->size();
    return QDir(options.screenshots)
        .filePath(
            QStringLiteral("%1-%2-%3x%4.png").arg(place, scene.app().language()).arg(size.width()).arg(size.height()));
}

void take(const Options& options, Scene& scene, const QStringList& places) {
    for (const QString& place : places) {
        go(scene, place);
        const QString name = name_of_picture(options, scene, place);
        if (!picture_of(scene).save(name)) {
            complain(name + QStringLiteral(": could not be written"));
        }
        std::puts(qPrintable(name));
    }
}

// What is before a notebook with a PIN, and where the PIN is set.
void take_locked(Options options) {
    const QTemporaryDir folder;
    options.profile = folder.path();
    options.sample.clear();
    options.page.clear();
    if (!can_encrypt() || !make_locked(options)) {
        return;
    }
    Scene scene(options);
    if (arrive(scene, State::Locked)) {
        take(options, scene, {QStringLiteral("unlock")});
        scene.app().lock()->unlock(QStringLiteral("2468"));
        wait_until([&] { return scene.app().state() == State::Ready; });
        take(options, scene, {QStringLiteral("pin")});
    }
}

}  // namespace

int self_test(const Options& options) {
    usual_handler = qInstallMessageHandler(listen);
    const QTemporaryDir keys;  // nothing of this stays in anybody's keyring
    qputenv("AYNI_KEYS", keys.path().toUtf8());
    for (const QString& language : languages) {
        Options here = options;
        here.shared = keys.path();  // no file for others lies there
        here.language = language;
        here.offline = true;
        visit_empty_profile(here);
        visit_broken_profile(here);
        with_damaged_profile(here, [](Scene& scene, const QString& place) { visit(scene, {place}); });
        visit_locked_profile(here);
        for (const QString& role : roles) {
            const QTemporaryDir folder;
            here.profile = folder.path();
            here.sample = role;
            Scene scene(here);
            if (arrive(scene, State::Ready)) {
                visit(scene, pages);
            }
            here.sample.clear();
        }
    }
    std::printf("self-test: %d complaint(s)\n", complaints.load());
    return complaints == 0 ? 0 : 1;
}

int take_screenshots(Options options) {
    usual_handler = qInstallMessageHandler(listen);
    const QTemporaryDir shared;  // nobody's own files are in a picture
    options.shared = shared.filePath(QStringLiteral("Downloads"));
    if (!QDir().mkpath(options.screenshots)) {
        complain(options.screenshots + QStringLiteral(": this folder could not be made"));
    }
    {
        Scene scene(options);
        const auto settled = [&scene] {
            return scene.app().state() == State::Ready || scene.app().state() == State::Welcome;
        };
        if (options.sample.isEmpty() && wait_until(settled) && scene.app().state() == State::Welcome) {
            scene.app().openSample(roles.first());
        }
        if (arrive(scene, State::Ready)) {
            take(options, scene, pages);
        }
    }
    const QTemporaryDir folder;
    const QTemporaryDir keys;  // those of notebooks that are made for a picture
    qputenv("AYNI_KEYS", keys.path().toUtf8());
    with_damaged_profile(options, [&](Scene& scene, const QString& place) { take(options, scene, {place}); });
    Options empty = options;
    empty.profile = folder.path();
    empty.sample.clear();
    empty.page = first_pages.first();
    Scene scene(empty);
    if (arrive(scene, State::Welcome)) {
        take(options, scene, first_pages);
    }
    take_locked(options);
    return complaints == 0 ? 0 : 1;
}

}  // namespace ayni::app
