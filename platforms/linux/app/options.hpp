#pragma once
// What the app is asked for on its command line.

#include <QSize>
#include <QString>
#include <QStringList>

namespace ayni::app {

struct Options {
    QString profile;  // a folder; by default where the system keeps an app's data
    QString language;
    QString page;
    QString shared;  // where files for others lie; empty: the downloads
    QString sample;  // a role: look around in a sample
    QSize size;
    bool dark = false;
    double scale = 0;  // of text; 0: as the profile has it
    bool offline = false;
    bool self_test = false;
    QString screenshots;  // a folder
};

/// Ends the program for --help and --version (0), and for what it doesn't understand (2).
Options options_of(const QStringList& arguments);

}  // namespace ayni::app
