#include "qml/models/repair_model.hpp"

#include <algorithm>
#include <string>

#include "qml/models/words.hpp"

namespace ayni::models {
namespace {

// The report that she has read, by its number.
constexpr std::string_view setting_read = "app.recovery_read";

}  // namespace

RepairModel::RepairModel(Desk& desk, QObject* parent) : QObject(parent), desk_(&desk) {
    connect(&desk, &Desk::recovering, this, [this](double part) {
        progress_ = part;
        emit changed();
    });
    connect(&desk, &Desk::opened, this, [this] {
        possible_ = busy_ = in_vain_ = false;
        emit changed();
    });
}

void RepairModel::stayed_broken(Fault fault) {
    // Where the very page that tells a damaged file from a foreign one is lost, only trying tells. A disk that fails
    // may have lost a page or all of them.
    const bool damaged = fault == Fault::storage_corrupt || fault == Fault::wrong_key || fault == Fault::storage_failed;
    in_vain_ = busy_ && damaged;
    possible_ = damaged && !in_vain_;
    why_ = fault;
    busy_ = false;
    emit changed();
}

QString RepairModel::sentence() const {
    if (in_vain_ && why_ == Fault::storage_failed) {
        return tr(
            "The phone could not do that: it cannot read the notebook's file, or not write a new one. The file was "
            "left as it is: keep this phone, and show it to your coordinator.");
    }
    if (in_vain_) {
        return tr(
            "Nothing of the notebook could be read here. Its file was left as it is: keep this phone, and "
            "show it to your coordinator.");
    }
    if (possible_ && why_ == Fault::storage_failed) {
        return tr(
            "The phone cannot read the notebook's file just now. Try again first. If it stays so, a part of the "
            "phone's memory may be damaged.");
    }
    if (possible_ && why_ == Fault::wrong_key) {
        return tr(
            "The notebook's file does not fit the key of this phone. Perhaps it is damaged. It was left as it is.");
    }
    return {};
}

void RepairModel::repair() {
    if (busy_ || !possible_) {
        return;
    }
    busy_ = true;
    progress_ = 0;
    emit changed();
    desk_->recover();
}

Result<std::optional<Recovery>> RepairModel::untold(Store& store) {
    AYNI_LET(report, last_recovery(store));
    AYNI_LET(read, store.setting(setting_read));
    const bool is_news = report && std::to_string(report->number) != read;
    return is_news ? report : std::optional<Recovery>{};
}

void RepairModel::tell(const std::optional<Recovery>& report) {
    report_ = report;
    emit changed();
}

void RepairModel::understood() {
    if (!report_) {
        return;
    }
    desk_->ask(
        this,
        [number = std::to_string(report_->number)](Store& store) { return store.set_setting(setting_read, number); },
        [this](const Outcome&) {
            report_.reset();
            emit changed();
            emit told();
        });
}

QStringList RepairModel::report() const {
    if (!report_) {
        return {};
    }
    const Recovery& report = *report_;
    const bool own = std::ranges::any_of(report.gaps, &Recovery::Gap::own) || report.out_of_place > 0;
    const bool others = !std::ranges::all_of(report.gaps, &Recovery::Gap::own);
    const bool from_hub = report.awaits_own_log && !report.keys_lost;
    QStringList all;
    if (!own && !others && !report.end_unknown) {
        all.append(tr("Everything could be read. Nothing is missing."));
    } else {
        all.append(tr("What could be read is back."));
    }
    if (own) {
        all.append(tr("Some of what you wrote could not be read."));
    }
    if (others) {
        all.append(tr("Some of what others wrote could not be read. It comes again from the hub."));
    }
    if (report.end_unknown && report.known_until > 0) {
        const QDateTime at = Words::local(report.known_until);
        const QString day = Words::near_date(at.date(), QDate::currentDate());
        //: A day and a time: up to then all that she wrote was found.
        all.append(tr("Look whether something is missing after the last of yours that was read (%1, %2).")
                       .arg(day, Words::time(at)));
    }
    if (report.keys_lost) {
        all.append(
            tr("This phone has lost its key to the hub. Ask your coordinator for a new invitation and enter it in the "
               "settings. What had not been sent is still here and goes then."));
    } else if (from_hub) {
        all.append(tr("At the next connection the hub gives back what it has of yours. You can write meanwhile."));
    }
    all.append(tr("The damaged file stays on this phone, whole."));
    return all;
}

}  // namespace ayni::models
