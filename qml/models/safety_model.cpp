#include "qml/models/safety_model.hpp"

#include <QDateTime>

#include "qml/models/courier.hpp"
#include "qml/models/sentences.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {

SafetyModel::SafetyModel(Workplace& workplace, Courier& courier)
    : ViewModel(workplace),
      courier_(&courier),
      tray_({"trayId", "what", "reason", "recordId"}),
      shares_({"shareId", "name", "text", "isWhole"}) {
    connect(courier_, &Courier::changed, this, &ViewModel::changed);
}

void SafetyModel::fetch() {
    struct Seen {
        programme::SafetyCounts counts;
        std::optional<client::HubInfo> hub;
        DeviceId device;
    };
    desk().ask(
        this,
        [](Store& store) -> Result<Seen> {
            AYNI_LET(counts, programme::safety(store));
            AYNI_LET(hub, client::hub_of(store));
            return Seen{std::move(counts), std::move(hub), store.device()};
        },
        [this](Result<Seen> seen) {
            if (seen) {
                safety_ = std::move(seen->counts);
                hub_ = std::move(seen->hub);
                device_ = seen->device;
            }
            arrived();
        });
}

void SafetyModel::render() {
    QList<Row> tray;
    for (std::size_t i = 0; i < safety_.tray.size(); ++i) {
        const Trayed& trayed = safety_.tray[i];
        const QString what = text_of(safety_.tray_titles[i]);
        tray.append({text_of(trayed.id),
                     {what.isEmpty() ? tr("Something you wrote") : what, sentence_for_reason(trayed.reason),
                      id_of(trayed.record)}});
    }
    tray_.show(tray);
    QList<Row> shares;
    for (const programme::Share& share : safety_.shares) {
        shares.append({text_of(to_text(share.scope)),
                       {name_of(share), here_and_there(share.here, share.received), share.here == share.received}});
    }
    shares_.show(shares);
}

QString SafetyModel::name_of(const programme::Share& share) {
    const QString name = text_of(share.name);
    switch (share.scope.kind) {
        //: What only the two of a pair read, over this business.
        case ScopeKind::talk: return tr("%1, between the two of you").arg(name);
        case ScopeKind::cohort: return name.isEmpty() ? tr("The circle") : name;
        default: return name.isEmpty() ? tr("Yours alone") : name;
    }
}

QString SafetyModel::here_and_there(std::size_t here, std::size_t there) {
    //: How many things there are on this phone, and how many of them in Montreal: said on the telephone.
    return tr("%1 here, %2 in Montreal").arg(here).arg(there);
}

QString SafetyModel::totalText() const {
    std::size_t here = 0;
    std::size_t there = 0;
    for (const programme::Share& share : safety_.shares) {
        here += share.here;
        there += share.received;
    }
    return hub_ ? here_and_there(here, there) : QString();
}

QString SafetyModel::waitingText() const {
    if (safety_.waiting == 0) {
        return tr("Nothing is waiting");
    }
    return tr("%n waiting, %1", "things, bytes", waiting()).arg(Words::bytes(safety_.waiting_bytes));
}

QString SafetyModel::sentence() const {
    if (!hub_) {
        return tr("All you write is saved on this phone. Once you join, it is kept in Montreal too.");
    }
    if (safety_.waiting == 0) {
        return tr("All you wrote is safe: on this phone and in Montreal.");
    }
    return tr("All you wrote is saved on this phone. What is new goes to Montreal by itself.");
}

QString SafetyModel::lastExchangeText() const {
    if (!hub_ || hub_->last_exchange == 0) {
        return tr("No exchange yet");
    }
    const QDateTime at = Words::local(hub_->last_exchange);
    return tr("Last exchange: %1, %2", "day, time")
        .arg(Words::near_date(at.date(), QDate::currentDate()), Words::time(at));
}

QString SafetyModel::bytesThisMonthText() const {
    return tr("%1 this month").arg(Words::bytes(hub_ ? hub_->bytes_this_month : 0));
}

bool SafetyModel::busy() const {
    return courier_->busy();
}

QString SafetyModel::progressText() const {
    if (!busy()) {
        return {};
    }
    const client::Summary& progress = courier_->progress();
    if (progress.sent == 0 && progress.received == 0) {
        return tr("Looking for the hub…");
    }
    return tr("%1 sent, %2 received", "changes").arg(progress.sent).arg(progress.received);
}

QString SafetyModel::trouble() const {
    return courier_->trouble() ? sentence_for(*courier_->trouble()) : QString();
}

QString SafetyModel::deviceText() const {
    return device_.value == 0 ? QString() : tr("This phone: %1").arg(text_of(to_text(device_)).left(8).toUpper());
}

QString SafetyModel::hubText() const {
    return hub_ ? tr("Hub: %1").arg(text_of(hub_->name)) : tr("Not joined yet");
}

QString SafetyModel::hubName() const {
    return hub_ ? text_of(hub_->name) : QString();
}

bool SafetyModel::canSync() const {
    return hub_ && !courier_->offline() && !busy();
}

void SafetyModel::syncNow() {
    courier_->go();
}

void SafetyModel::cancel() {
    courier_->cancel();
}

}  // namespace ayni::models
