#pragma once
// The language that the interface speaks: its translations, and how it writes dates and numbers.

#include <QLocale>
#include <QString>
#include <QTranslator>

namespace ayni::models {

/// Threads: the GUI's. One at a time is installed in the application.
class Tongue {
public:
    ~Tongue();
    /// "es", "fr" or "en"; false for another. Dates and numbers follow the system's country where it speaks it.
    bool speak(const QString& language);
    [[nodiscard]] const QString& language() const { return language_; }
    /// Of the three, the one that the system speaks; Spanish where it speaks none of them.
    static QString of_system();

private:
    QString language_;
    QTranslator translator_;
};

}  // namespace ayni::models
