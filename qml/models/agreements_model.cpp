#include "qml/models/agreements_model.hpp"

#include <algorithm>

#include "engine/programme/drafts.hpp"
#include "engine/programme/pairs.hpp"
#include "qml/models/words.hpp"
#include "qml/models/workplace.hpp"

namespace ayni::models {

AgreementsModel::AgreementsModel(Workplace& workplace)
    : ViewModel(workplace),
      items_({"agreementId", "text", "frequencyText", "channel", "channelText", "signedText", "canSign", "byBoth",
              "safety"}),
      frequencies_({"code", "text", "drawing"}),
      channels_({"code", "text", "drawing"}) {}

void AgreementsModel::open(const QString& planId) {
    plan_ = parse_scope(planId.toStdString());
    name_.clear();
    agreements_.clear();
    can_write_ = false;
    render();
    emit changed();
    refresh();
}

void AgreementsModel::fetch() {
    struct Page {
        std::string name;
        std::vector<programme::Agreement> agreements;
        bool can_write = false;
    };
    desk().ask(
        this,
        [plan = plan_](Store& store) -> Result<Page> {
            if (!plan) {
                return Page{};
            }
            AYNI_LET(people, programme::People::of(store));
            AYNI_LET(name, programme::name_of_plan(store, *plan));
            AYNI_LET(agreements, programme::agreements(store, people, *plan));
            return Page{name, std::move(agreements), programme::talk_of(store, people.roster, *plan).has_value()};
        },
        [this, plan = plan_](Result<Page> page) {
            if (page && plan == plan_) {
                name_ = std::move(page->name);
                agreements_ = std::move(page->agreements);
                can_write_ = page->can_write;
            }
            arrived();
        });
}

void AgreementsModel::render() {
    QList<Row> items;
    for (const programme::Agreement& agreement : agreements_) {
        const std::string& channel = agreement.terms.channel;
        items.append({id_of(agreement.id),
                      {text_of(agreement.terms.text), Words::frequency(agreement.terms.frequency), text_of(channel),
                       channel.empty() ? QString() : Words::modality(channel), signed_text(agreement),
                       agreement.waits_for_her && can_write_, agreement.by_both, static_cast<int>(agreement.safety)}});
    }
    items_.show(items);
    QList<Row> frequencies;
    for (const QString& code : Words::frequency_codes()) {
        frequencies.append({code, {Words::frequency(code.toStdString()), QStringLiteral("calendar")}});
    }
    frequencies_.show(frequencies);
    QList<Row> channels;
    for (const QString& code : Words::modality_codes()) {
        channels.append({code, {Words::modality(code.toStdString()), code}});
    }
    channels_.show(channels);
}

QString AgreementsModel::signed_text(const programme::Agreement& agreement) const {
    const QDate today = QDate::currentDate();
    QStringList signers;
    for (const programme::Signature& signature : agreement.signatures) {
        if (signature.holds) {
            const QDate day = Words::local(signature.at).date();
            //: Who signed, and on which day: "Claire (yesterday)".
            signers.append(
                tr("%1 (%2)", "name, day").arg(first_name_of(text_of(signature.name)), Words::near_date(day, today)));
        }
    }
    return signers.isEmpty() ? tr("Nobody has signed these words yet.") : tr("Signed by %1").arg(Words::list(signers));
}

QString AgreementsModel::planId() const {
    return plan_ ? text_of(to_text(*plan_)) : QString();
}
QString AgreementsModel::business() const {
    return text_of(name_);
}
QString AgreementsModel::draftPlace() const {
    return plan_ ? QStringLiteral("agreement/") + planId() : QString();
}

void AgreementsModel::sign(const QString& agreementId) {
    const auto found = std::ranges::find(agreements_, record_of(agreementId), &programme::Agreement::id);
    if (found != agreements_.end()) {
        workplace().carry_out(
            [id = found->id, hash = found->hash](Store& store) { return programme::sign(store, id, hash); },
            tr("Signed. Only the two of you read it."));
    }
}

void AgreementsModel::write(const QString& text, const QString& frequency, const QString& channel) {
    if (!plan_) {
        return;
    }
    const programme::Terms terms{text.trimmed().toStdString(), frequency.toStdString(), channel.toStdString()};
    workplace().carry_out(
        [plan = *plan_, terms, place = draftPlace().toStdString()](Store& store) {
            return programme::send_draft(store, place,
                                         [&](Store& here) { return programme::agree(here, plan, terms); });
        },
        tr("Written and signed. Now it waits for the other side."));
}

}  // namespace ayni::models
