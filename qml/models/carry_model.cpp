#include "qml/models/carry_model.hpp"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

#include "engine/store/files.hpp"
#include "qml/models/desk.hpp"
#include "qml/models/sentences.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"
#include "sync/carry/carry.hpp"
#include "sync/carry/file.hpp"

namespace ayni::models {
namespace {

// What was done with which file, a line each ("made" or "taken", its size, its time and its name), the latest first.
constexpr std::string_view setting_files = "app.files";
constexpr qsizetype remembered_most = 60;
constexpr qsizetype shown_most = 30;

Result<QStringList> remembered(Store& store) {
    AYNI_LET(lines, store.setting(setting_files));
    return text_of(lines).split(u'\n', Qt::SkipEmptyParts);
}

// Another file may come under the same name.
QString line_of(const char* what, const QFileInfo& file) {
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QLatin1String(what))
        .arg(file.size())
        .arg(file.lastModified().toMSecsSinceEpoch())
        .arg(file.fileName());
}

Outcome remember(Store& store, const char* what, const std::filesystem::path& file) {
    AYNI_LET(lines, remembered(store));
    const QString line = line_of(what, QFileInfo(text_of(file.string())));
    lines.removeAll(line);
    lines.prepend(line);
    return store.set_setting(setting_files, lines.mid(0, remembered_most).join(u'\n').toStdString());
}

QString standing_of(const QFileInfo& file, const QStringList& lines) {
    for (const char* what : {"made", "taken"}) {
        if (lines.contains(line_of(what, file))) {
            return QLatin1String(what);
        }
    }
    return QStringLiteral("new");
}

std::filesystem::path downloads() {
    return QStandardPaths::writableLocation(QStandardPaths::DownloadLocation).toStdString();
}

}  // namespace

CarryModel::CarryModel(Workplace& workplace, std::filesystem::path folder)
    : ViewModel(workplace), folder_(std::move(folder)), files_({"name", "detail", "standing"}) {
    if (folder_.empty()) {
        folder_ = downloads();
        folder_text_ = QStandardPaths::displayName(QStandardPaths::DownloadLocation);
    } else {
        folder_text_ = text_of(folder_.filename().string());
    }
}

void CarryModel::open() {
    open_ = true;
    made_.reset();
    taken_.reset();
    fault_.reset();
    came_.clear();
    render();
    emit changed();
    refresh();
}

void CarryModel::lookAgain() {
    refresh();
}

void CarryModel::fetch() {
    if (!open_) {
        arrived();
        return;
    }
    desk().ask(
        this,
        [folder = folder_](Store& store) -> Result<QList<Came>> {
            AYNI_LET(lines, remembered(store));
            QList<Came> all;
            const QDir dir(text_of(folder.string()));
            for (const QFileInfo& file : dir.entryInfoList({QStringLiteral("*.ayni")}, QDir::Files, QDir::Time)) {
                if (all.size() < shown_most) {
                    all.append({file.fileName(), file.lastModified().toMSecsSinceEpoch(),
                                static_cast<quint64>(file.size()), standing_of(file, lines)});
                }
            }
            return all;
        },
        [this](Result<QList<Came>> all) {
            if (all) {
                came_ = std::move(all).value();
            }
            arrived();
        });
}

void CarryModel::render() {
    const QDate today = QDate::currentDate();
    QList<Row> rows;
    for (const Came& file : came_) {
        const QDateTime at = Words::local(file.at);
        rows.append({file.name,
                     {tr("%1, %2, %3", "day, time, size of a file")
                          .arg(Words::near_date(at.date(), today), Words::time(at), Words::bytes(file.bytes)),
                      file.standing}});
    }
    files_.show(rows);
}

void CarryModel::make() {
    if (busy_) {
        return;
    }
    busy_ = true;
    fault_.reset();
    emit changed();
    desk().ask(
        this,
        [folder = folder_](Store& store) -> Result<Made> {
            AYNI_LET(packed, carry::pack(store));
            if (packed.scopes == 0 && packed.carried == 0) {
                return Fault::not_found;  // before the first exchange nobody is known who could open it
            }
            const std::string name = carry::file_name();
            if (!QDir().mkpath(text_of(folder.string()))) {
                return Fault::storage_failed;
            }
            AYNI_TRY(write_file(folder / name, packed.bytes));
            AYNI_TRY(remember(store, "made", folder / name));
            return Made{text_of(name), packed.bytes.size()};
        },
        [this](const Result<Made>& made) {
            busy_ = false;
            if (made) {
                made_ = *made;
            } else {
                failed(made.fault(), true);
            }
            emit changed();
            refresh();
        });
}

void CarryModel::takeIn(const QString& name) {
    if (busy_ || files_.indexOf(name) < 0) {
        return;
    }
    busy_ = true;
    fault_.reset();
    taken_.reset();
    emit changed();
    desk().ask(
        this,
        [file = folder_ / name.toStdString()](Store& store) -> Result<Taken> {
            AYNI_LET(bytes, read_file(file, carry::file_most));
            AYNI_LET(taken, carry::take_in(store, bytes));
            AYNI_TRY(remember(store, "taken", file));
            return Taken{taken.changes, taken.repeated, taken.kept, taken.passed_over.size()};
        },
        [this](const Result<Taken>& taken) {
            busy_ = false;
            if (taken) {
                taken_ = *taken;
            } else {
                failed(taken.fault(), false);
            }
            emit changed();
            refresh();
        });
}

void CarryModel::failed(Fault fault, bool making) {
    fault_ = fault;
    making_ = making;
}

QUrl CarryModel::folder() const {
    return QUrl::fromLocalFile(text_of(folder_.string()));
}

QString CarryModel::madeText() const {
    return made_ ? tr("%1, %2", "name and size of a file").arg(made_->name, Words::bytes(made_->bytes)) : QString();
}

QString CarryModel::takenText() const {
    if (!taken_) {
        return {};
    }
    QStringList said;
    if (taken_->changes > 0) {
        said.append(tr("%n change(s) taken in.", "", static_cast<int>(taken_->changes)));
    } else {
        said.append(taken_->repeated > 0 ? tr("Nothing new in it: all of it was here already.")
                                         : tr("Nothing in it is for this phone."));
    }
    if (taken_->kept > 0) {
        said.append(tr("What is for others goes on with your next file, or with your next exchange."));
    }
    if (taken_->later > 0) {
        said.append(tr("The rest comes with the network."));
    }
    return said.join(u' ');
}

QString CarryModel::trouble() const {
    if (!fault_) {
        return {};
    }
    switch (*fault_) {
        case Fault::malformed:
            return tr("This file is cut or changed, or not one of Ayni's. Nothing was taken: have it sent once more.");
        case Fault::not_found:
            return making_ ? tr("This phone has not met Montreal yet, so it knows nobody to lock a file for. Use the "
                                "network once, then it goes without.")
                           : tr("This file is not there any more. Look again.");
        case Fault::too_large:
            return making_ ? tr("There is too much for one file. Send it by the network once.")
                           : tr("This file is larger than any that Ayni makes. Nothing was taken.");
        case Fault::storage_failed:
            return making_ ? tr("The file could not be written into %1.").arg(folderText())
                           : tr("The file could not be read. Nothing was taken.");
        default: return sentence_for(*fault_);
    }
}

}  // namespace ayni::models
